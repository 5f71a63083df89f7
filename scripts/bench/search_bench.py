"""`scripts/bench/search`: what searching costs a caller, beside the bars. See `--help`.

Every search of a kind is another one: other words, other bounds, other pages, so no count and no ranking is there from
the one before. The first searches of a server, which read words and make plans, are left out.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console

from .contenders import ROOT, mock
from .load import ask, request
from .processes import Running, first_success, free_port, leave_cleanly, running
from .report import MET, MISSED, percentile
from .rows import IMAGEN

KEY = "bench:secret"
BEGIN, END = "<!-- bench search: made by ./scripts/bench/search --write -->", "<!-- bench search ends -->"
SMALL, LARGE, HUGE = 10_000, 100_000, 1_000_000
WARM_UP = 5
WORDS = "castle dragon forest robot harbor market lantern knight village ancient golden portrait temple wizard".split()
TAGS = "landscape character fantasy portrait concept environment".split()
MEANINGS = (
    "a fortress on a hill", "an old stronghold at dusk", "a friendly machine", "a boat in the fog",
    "someone brave in armor", "a quiet street after rain", "glowing lights in the dark", "a wild animal in the woods",
)  # fmt: skip

Search = dict[str, Any]
Row = tuple[str, str, str, str]
"""What, figure, bar, verdict."""


def filters(chance: random.Random) -> Search:
    """A filter, an order, a page."""
    parts = [
        f"width >= {chance.randrange(256, 1600)}",
        f"height <= {chance.randrange(512, 2048)}",
        f"size > {chance.randrange(10_000, 400_000)}",
        f"tags = {chance.choice(TAGS)}",
        f'createdAt >= "2025-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"',
        f"numInferenceSteps >= {chance.randrange(10, 50)}",
        "kind = image",
        "nsfw IS EMPTY",
        f"NOT tags = {chance.choice(TAGS)}",
    ]
    chosen = chance.sample(parts, chance.randrange(2, 5))
    order = chance.choice(["createdAt:desc", "createdAt:asc", "updatedAt:desc", "width:desc", "height:desc"])
    return {"filter": " AND ".join(chosen), "sortBy": [order], "page": chance.randrange(1, 6), "hitsPerPage": 20}


def typo(chance: random.Random) -> Search:
    """A word with two letters swapped, alone or behind another word."""
    word = chance.choice([word for word in WORDS if len(word) > 4])
    place = chance.randrange(1, len(word) - 2)
    wrong = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    first = chance.choice(["", f"{chance.choice(WORDS)} "])
    return {"query": first + wrong, "filter": f"width >= {chance.randrange(64, 512)}"}


def hybrid(chance: random.Random) -> Search:
    """Words and meaning, within a filter."""
    return {
        "query": f"{chance.choice(MEANINGS)} {chance.choice(WORDS)}",
        "querySemanticRatio": round(chance.uniform(0.2, 1), 2),
        "filter": f"width >= {chance.randrange(64, 512)}",
    }


def pictured(chance: random.Random) -> Search:
    """Words, meaning and a picture."""
    return {**hybrid(chance), "image": "asset_reference123", "imageSemanticRatio": round(chance.uniform(0.2, 1), 2)}


def first_page(chance: random.Random) -> Search:
    """An indexed filter and order, the first page."""
    return {"filter": f"width >= {chance.randrange(1000, 1400)} AND kind = image", "sortBy": ["createdAt:desc"]}


def again(_: random.Random) -> Search:
    """The same search as before, as a client that pages or polls sends it."""
    return {"filter": "width >= 1024 AND kind = image", "sortBy": ["createdAt:desc"]}


KINDS: dict[str, Callable[[random.Random], Search]] = {
    "filter, sort, page": filters,
    "text with a typo": typo,
    "hybrid with vectors": hybrid,
    "hybrid with a picture": pictured,
    "first page": first_page,
    "first page again": again,
}
BARS_MS = {"filter, sort, page": (10, 40), "text with a typo": (25, None), "hybrid with vectors": (60, None)}
MOST_GROWTH, MOST_GIB, MOST_RESTART_S = 10, 4, 5


class Bench:
    """One run."""

    def __init__(self, searches: int, tell: Callable[[str], None]) -> None:
        self.searches, self.tell = searches, tell
        self.rows: list[Row] = []
        self.p50: dict[tuple[int, str], float] = {}

    def world(self, server: Running, assets: int, kinds: list[str]) -> None:
        """Ask every kind of search of one world."""
        for kind in kinds:
            chance = random.Random(f"{kind} {assets}")
            times = []
            for number in range(self.searches + WARM_UP):
                took, _ = search(server, KINDS[kind](chance))
                times += [took] if number >= WARM_UP else []
            p50, p99 = percentile(times, 0.5) * 1000, percentile(times, 0.99) * 1000
            self.p50[assets, kind] = p50
            self.tell(f"{assets:,} assets, {kind}: p50 {p50:.1f} ms, p99 {p99:.1f} ms")
            bars = BARS_MS.get(kind, (None, None)) if assets == LARGE else (None, None)
            bar = ", ".join(f"{name} under {most} ms" for name, most in zip(("p50", "p99"), bars, strict=True) if most)
            missed = any(most and value >= most for most, value in zip(bars, (p50, p99), strict=True))
            self.add(f"{assets:,} assets: {kind}", f"p50 {p50:.1f} ms, p99 {p99:.1f} ms", bar, not missed)

    def add(self, what: str, figure: str, bar: str, met: bool) -> None:
        """One row of the table."""
        self.rows.append((what, figure, bar, (MET if met else MISSED) if bar else ""))

    def growth(self) -> None:
        """How much slower the first page is in a world a hundred times as large."""
        for kind, bar in (("first page again", True), ("first page", False)):
            times = self.p50[HUGE, kind] / self.p50[SMALL, kind]
            told = f"less than {MOST_GROWTH} x" if bar else ""
            self.add(f"10,000 to 1,000,000 assets: {kind}", f"{times:.1f} x", told, times < MOST_GROWTH)

    def inserted(self, server: Running) -> None:
        """A finished job's asset on the next request."""
        word = "zyxwvutsrq"
        path, body = f"/v1/generate/custom/{IMAGEN}", {"prompt": f"a {word} in a garden"}
        job = json.loads(ask(server.port, request("POST", path, auth=KEY, body=encoded(body))).body)["job"]["jobId"]
        while True:
            state = json.loads(ask(server.port, request("GET", f"/v1/jobs/{job}", auth=KEY)).body)["job"]
            if state["status"] == "success":
                break
            time.sleep(0.05)
        took, found = search(server, {"query": word})
        hit = [each["id"] for each in found["hits"]] == state["metadata"]["assetIds"]
        self.add("a finished job's asset", f"a hit on the next request, {took * 1000:.1f} ms" if hit else "no hit",
                 "a hit on the next request", hit)  # fmt: skip


def encoded(body: Any) -> bytes:
    """JSON."""
    return json.dumps(body).encode()


def search(server: Running, body: Search) -> tuple[float, Any]:
    """Seconds, and the answer. Raises RuntimeError for anything but 200."""
    sent = request("POST", "/v1/search/assets", auth=KEY, body=encoded(body))
    begun = time.perf_counter()
    answer = ask(server.port, sent, patience=600)
    took = time.perf_counter() - begun
    if answer.status != 200:
        raise RuntimeError(f"{answer.status} for {body}: {answer.body[:300]!r}")
    return took, json.loads(answer.body)


@contextmanager
def served(folder: Path, *flags: str) -> Iterator[tuple[Running, float]]:
    """A mock of one worker, and how long it took to its first answer to a search."""
    port = free_port()
    with running(mock(*flags).command(port), port, folder / "log") as server:
        sent = request("POST", "/v1/search/assets", auth=KEY, body=encoded({"filter": "kind = image"}))
        start = first_success(server, sent, patience=3600)
        yield server, start.wall


def main() -> int:
    """Measure, print, perhaps write; 1 when a bar is missed."""
    leave_cleanly()
    parser = argparse.ArgumentParser(prog="./scripts/bench/search")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--searches", type=int, default=150)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    console = Console(stderr=True)
    bench = Bench(max(20, chosen.searches), lambda line: console.print(line, highlight=False))
    with tempfile.TemporaryDirectory(prefix="bench-search-") as name:
        folder = Path(name)
        for assets in (SMALL, LARGE):
            with served(folder, "--assets", str(assets)) as (server, _):
                bench.world(server, assets, list(KINDS))
                if assets == LARGE:
                    bench.inserted(server)
        if not chosen.quick:
            huge(bench, folder)
            bench.growth()
    table = markdown(bench.rows)
    print(table)
    if chosen.write:
        write(table)
    return int(any(row[3] == MISSED for row in bench.rows))


def huge(bench: Bench, folder: Path) -> None:
    """The world of a million assets, in a file, and started again from it."""
    flags = ("--assets", str(HUGE), "--db", str(folder / "state.db"))
    with served(folder, *flags) as (server, _):
        bench.world(server, HUGE, list(KINDS))
        gib = server.resident_mib() / 1024
        bench.add("1,000,000 assets: resident memory", f"{gib:.2f} GiB", f"inside {MOST_GIB} GiB", gib < MOST_GIB)
    with served(folder, *flags) as (_, wall):
        bar = f"under {MOST_RESTART_S} s"
        bench.add("1,000,000 assets: restart to the first search", f"{wall:.1f} s", bar, wall < MOST_RESTART_S)


def markdown(rows: list[Row]) -> str:
    """The table for the README."""
    lines = ["| what | reached | bar | |", "|---|---|---|---|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def write(table: str) -> None:
    """Put the table between its marks in the README."""
    readme = ROOT / "README.md"
    text = readme.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    readme.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
