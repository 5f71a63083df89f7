"""The arithmetic of the server benchmark: figures in, verdicts and Markdown out. Nothing is measured here."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .rows import Bar

MET, MISSED, UNKNOWN = "met", "missed", "not judged"


@dataclass(frozen=True)
class Figures:
    """What one server needs for one row. `us` is CPU per request; `items` is how long its list is."""

    us: float
    per_second: float
    p50_ms: float
    p99_ms: float
    items: int = 0


@dataclass(frozen=True)
class Judged:
    """A figure beside its bar."""

    title: str
    figure: str
    bar: str
    verdict: str


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest of `values` that at least `share` of them do not exceed. Raises ValueError for no values."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def middle(figures: Sequence[Figures]) -> Figures:
    """The median of each figure over the rounds."""
    return Figures(
        us=statistics.median(one.us for one in figures),
        per_second=statistics.median(one.per_second for one in figures),
        p50_ms=statistics.median(one.p50_ms for one in figures),
        p99_ms=statistics.median(one.p99_ms for one in figures),
        items=max(one.items for one in figures),
    )


def judged(bar: Bar, mock: Figures | None, raw: Figures | None, peers: Mapping[str, Figures], page: int) -> list[str]:
    """Why the bar is missed, one line a part; empty when it is met. A mock without figures misses every bar."""
    if mock is None:
        return ["no right answer"]
    missed = []
    if bar.times_raw and (raw is None or mock.us > bar.times_raw * raw.us):
        missed.append(f"over {bar.times_raw:g} x raw")
    if bar.below_peers:
        missed += [f"not below {name}" for name, peer in peers.items() if mock.us >= peer.us]
    if bar.of_filling_peer:
        limit = bar.of_filling_peer
        filling = {name: peer for name, peer in peers.items() if peer.items >= page}
        missed += [f"over 1/{1 / limit:g} of {name}" for name, peer in filling.items() if mock.us > limit * peer.us]
    if bar.most_us and mock.us > bar.most_us:
        missed.append(f"over {bar.most_us:g} µs")
    return missed


def at_most(title: str, figure: float | None, most: float, unit: str) -> Judged:
    """A figure that has an upper bar; None means that it could not be measured."""
    shown = "not available" if figure is None else f"{figure:.3g} {unit}" if figure < 100 else f"{figure:.0f} {unit}"
    verdict = UNKNOWN if figure is None else MET if figure <= most else MISSED
    return Judged(title, shown, f"<= {most:g} {unit}", verdict)


def at_least(title: str, figure: float | None, least: float, unit: str) -> Judged:
    """A figure that has a lower bar; None means that it could not be measured."""
    shown = "not available" if figure is None else f"{figure:.2f} {unit}"
    verdict = UNKNOWN if figure is None else MET if figure >= least else MISSED
    return Judged(title, shown, f">= {least:g} {unit}", verdict)


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
