"""Lies: named ways in which an API breaks its contract, told in front of a server that keeps it.

`catalogue` has them all, `lying` lets a mock tell one. `./scripts/fault_bench` runs the suite against each.
"""
