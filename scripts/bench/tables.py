"""What a run found, and how the README shows it: CPU a request, speed, start and memory, the rest in words."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from .peers import PEERS
from .report import MET, MISSED, UNKNOWN, Figures, Judged, at_least, at_most, judged, markdown
from .rows import PAGE, ROWS, Row

BRACKETS = "In brackets: how many items a peer's list has."
MOST_START_CPU = 0.5
MOST_MIB = 90
MOST_BIG_MIB = 600
LEAST_SPEEDUP = 1.6
WORKERS_ROWS = ("model", "generate")
"""Rows of which two workers are measured beside one."""
FEWEST_CORES = 3
FREE_LOAD = 0.5
"""Up to this load average the machine counts as free."""


@dataclass(frozen=True)
class ColdStart:
    """Spawn to the first 200 of GET /models, in seconds."""

    cpu: float
    wall: float


@dataclass
class Results:
    """Everything that one run found, by names of rows and servers."""

    figures: dict[str, dict[str, Figures]] = field(default_factory=dict)
    refused: dict[str, dict[str, str]] = field(default_factory=dict)
    """Server -> row -> why it has no figure."""
    absent: dict[str, str] = field(default_factory=dict)
    """Peer -> why it was not measured at all."""
    starts: dict[str, ColdStart] = field(default_factory=dict)
    resident: dict[str, float] = field(default_factory=dict)
    """MiB after load."""
    big_world: float | None = None
    workers: dict[str, float] = field(default_factory=dict)
    """Row -> throughput of two workers over that of one, both with their state in a file."""
    capacity: dict[str, float] = field(default_factory=dict)
    """Row -> what two workers can do over what one can, by the CPU time of a request."""
    notes: list[str] = field(default_factory=list)
    load_before: float = 0.0
    cores: int = field(default_factory=lambda: os.cpu_count() or 1)


def names(results: Results) -> list[str]:
    """The peers that were up, in the order of their table."""
    return [name for name in PEERS if name in results.refused or name in results.starts]


def verdict_of(row: Row, results: Results) -> str:
    """`met`, or `missed:` and why. Peers that were not measured are no excuse and no proof: the word says so."""
    found = results.figures.get(row.name, {})
    peers = {name: found[name] for name in names(results) if name in found}
    missed = judged(row.bar, found.get("mock"), found.get("raw"), peers, PAGE)
    if missed:
        return f"{MISSED}: {', '.join(missed)}"
    wants_peers = row.bar.below_peers or row.bar.of_filling_peer
    return MET if peers or not wants_peers else f"{MET} (no peer measured)"


def cpu_table(results: Results) -> str:
    """µs of server CPU a request."""
    others = names(results)
    lines = []
    for row in (row for row in ROWS if row.name in results.figures or row.name in results.refused.get("mock", {})):
        found = results.figures.get(row.name, {})
        mock, raw = found.get("mock"), found.get("raw")
        ratio = f"{mock.us / raw.us:.1f}" if mock and raw and raw.us else "-"
        cells = [_cpu(results, row, name) for name in ("mock", "raw")]
        lines.append(
            [row.title, *cells, ratio, *(_cpu(results, row, name) for name in others), row.bar.text(),
             verdict_of(row, results)]
        )  # fmt: skip
    return markdown(["µs of CPU a request", "mock", "raw ASGI", "x raw", *others, "bar", ""], lines)


def _cpu(results: Results, row: Row, server: str) -> str:
    figures = results.figures.get(row.name, {}).get(server)
    if figures is None:
        return results.refused.get(server, {}).get(row.name, "-")[:40].replace("|", "/").replace("\n", " ")
    filled = f" ({figures.items})" if row.bar.of_filling_peer and server not in ("mock", "raw") else ""
    return f"{figures.us:,.0f}{filled}"


def speed_table(results: Results) -> str:
    """Requests a second and latency of mock and raw ASGI."""
    lines = []
    for row in ROWS:
        found = results.figures.get(row.name, {})
        cells = [
            cell
            for name in ("mock", "raw")
            for cell in (
                (f"{found[name].per_second:,.0f}", f"{found[name].p50_ms:.2f}", f"{found[name].p99_ms:.2f}")
                if name in found
                else ("-", "-", "-")
            )
        ]
        if found:
            lines.append([row.title, *cells])
    head = [f"{name}: {unit}" for name in ("mock", "raw ASGI") for unit in ("a second", "p50 ms", "p99 ms")]
    return markdown(["16 connections, one worker", *head], lines)


def server_table(results: Results) -> str:
    """Cold start and memory of every server."""
    every = [name for name in ("mock", "raw", *names(results)) if name in results.starts or name in results.resident]
    lines = []
    for name in every:
        start, resident = results.starts.get(name), results.resident.get(name)
        about = PEERS[name].about if name in PEERS else {"mock": "`scenario-mock serve`", "raw": "uvicorn"}[name]
        cells = [f"{start.cpu * 1e3:.0f}", f"{start.wall * 1e3:.0f}"] if start else ["-", "-"]
        lines.append([name, about, *cells, f"{resident:.0f}" if resident else "-"])
    return markdown(["server", "answers with", "first 200: CPU ms", "wall ms", "MiB after load"], lines)


def other_bars(results: Results, sections: Sequence[str]) -> list[Judged]:
    """The bars that belong to no row."""
    start = results.starts.get("mock")
    lines = []
    if "start" in sections:
        cpu = start.cpu if start else None
        lines.append(at_most("CPU from spawn to the first 200", cpu, MOST_START_CPU, "s"))
    if "memory" in sections:
        lines.append(at_most("memory, default world", results.resident.get("mock"), MOST_MIB, "MiB"))
        lines.append(at_most("memory, 100,000 assets", results.big_world, MOST_BIG_MIB, "MiB"))
    if "workers" in sections:
        rows = [row for row in ROWS if row.name in WORKERS_ROWS]
        lines += [_speedup(row, results) for row in rows]
        lines += [
            at_least(f"the same by CPU time, {row.title}", results.capacity.get(row.name), LEAST_SPEEDUP, "x")
            for row in rows
        ]
    return lines


def _speedup(row: Row, results: Results) -> Judged:
    """The bar is for two free cores beside the load's: elsewhere the figure says nothing of the mock."""
    one = at_least(f"2 workers to 1, {row.title}", results.workers.get(row.name), LEAST_SPEEDUP, "x throughput")
    if one.verdict != UNKNOWN and results.load_before > FREE_LOAD:
        return replace(one, verdict=f"{UNKNOWN}: the cores were not free")
    if one.verdict != UNKNOWN and results.cores < FEWEST_CORES:
        return replace(one, verdict=f"{UNKNOWN}: the load took one of two cores")
    return one


def whole(results: Results, sections: Sequence[str]) -> str:
    """All tables of a run as Markdown."""
    parts = []
    if results.figures or results.refused:
        parts += [cpu_table(results), speed_table(results)]
    if results.starts or results.resident:
        parts.append(server_table(results))
    bars = other_bars(results, sections)
    if bars:
        lines = [[one.title, one.figure, one.bar, one.verdict] for one in bars]
        parts.append(markdown(["mock", "figure", "bar", ""], lines))
    versions = dict.fromkeys(f"{PEERS[name].package} {PEERS[name].version}" for name in names(results))
    where = f"{platform.machine()}, Python {platform.python_version()}, load before the run {results.load_before:.1f}."
    parts.append(
        " ".join([f"Measured on {where}", f"Peers: {', '.join(versions)}." if versions else "No peers.", BRACKETS])
    )
    absent = [f"{name} was not measured: {' '.join(reason.split())[:160]}" for name, reason in results.absent.items()]
    if absent or results.notes:
        parts.append("\n".join(f"- {line}" for line in (*absent, *results.notes)))
    return "\n\n".join(parts)


def plain(results: Results) -> dict[str, Any]:
    """Everything as JSON values."""
    return asdict(results)
