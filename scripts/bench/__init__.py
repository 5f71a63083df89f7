"""Benchmarks: what is fast, measured beside what others do, in one run."""
