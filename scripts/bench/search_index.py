"""What a search costs, by kind of search and number of documents, without HTTP: CPU time of this machine.

The documents are the assets of a made world. `first` includes reading what the search needs of all documents; `again`
is the median of the searches after it. A run of the plain search, which walks through the documents, stands beside.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from scenario_mock.encoding import encode
from scenario_mock.search import ASSETS, Entry, Index, run
from scenario_mock.search.filters import MAX_CONDITIONS
from scenario_mock.search.hits import asset_hit

KINDS = 8
WORDS = "castle dragon forest robot harbor market lantern violin meadow glacier owl comet".split()
TAGS = "landscape character fantasy night sketch".split()

SEARCHES: Mapping[str, Mapping[str, Any]] = {
    "everything": {"filter": "kind = image"},
    "filter and sort": {"filter": "width >= 1024 AND nsfw IS EMPTY", "sortBy": ["createdAt:desc"]},
    "composite filter": {
        "filter": '(tags = fantasy OR prompt:dragon) AND width >= 512 AND createdAt >= "2024-02-01"',
        "sortBy": ["width:desc", "createdAt:asc"],
    },
    "one word": {"query": "castle"},
    "a typo": {"query": "dargon"},
    "a beginning": {"query": "c"},
    "three words": {"query": "castle forest lant"},
    "word and filter": {"query": "castle", "filter": "tags = landscape"},
    "semantic": {"query": "an old castle in a forest", "querySemanticRatio": 0.5},
    "most conditions": {"filter": " OR ".join(["size>1"] * MAX_CONDITIONS)},
}


def documents(count: int) -> list[dict[str, Any]]:
    """Assets as search shows them, varied by arithmetic."""
    return [asset_hit(_row(number)) for number in range(count)]


def _row(number: int) -> dict[str, Any]:
    words = [WORDS[(number * step) % len(WORDS)] for step in (1, 5, 7)]
    return {
        "id": f"asset_{number:07d}",
        "kind": "video" if number % KINDS == 0 else "image",
        "createdAt": f"2024-{number % 12 + 1:02d}-{number % 28 + 1:02d}T10:{number % 60:02d}:00.000Z",
        "tags": [TAGS[number % 5], TAGS[number // 5 % 5]],
        "metadata": {
            "name": f"{words[0]} {number}",
            "prompt": f"a {' and a '.join(words)}",
            "seed": str(number * 7919),
        },
        "properties": {"width": 512 * (number % 4 + 1), "height": 1024, "size": 1000 + number},
    }


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds that the work takes."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def measure(count: int, rounds: int, plain: bool) -> list[tuple[str, float, float, float | None]]:
    """(search, first, again, plain) in CPU seconds over `count` documents."""
    held = documents(count)
    index = Index(ASSETS, (Entry(hit, encoded=encode(hit)) for hit in held))
    rows = []
    for name, body in SEARCHES.items():
        first = cpu(lambda: index.find(body, 0))  # noqa: B023
        again = statistics.median(cpu(lambda: index.find(body, 0)) for _ in range(rounds))  # noqa: B023
        walked = cpu(lambda: run(ASSETS, held, body)) if plain else None  # noqa: B023
        rows.append((name, first, again, walked))
    return rows


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m bench.search_index", description=__doc__)
    parser.add_argument("--documents", type=int, default=1000, help="how many (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=50, help="searches of each kind (default: %(default)s)")
    parser.add_argument("--plain", action="store_true", help="walk through the documents as well, once for each kind")
    options = parser.parse_args(arguments)
    table = Table("search", "first, ms", "again, ms", *(["plain, ms"] if options.plain else []))
    for name, *times in measure(options.documents, options.rounds, options.plain):
        table.add_row(name, *(f"{seconds * 1000:.2f}" for seconds in times if seconds is not None))
    Console().print(table)


if __name__ == "__main__":
    main()
