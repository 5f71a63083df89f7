"""`scripts/bench/relevance`: written queries over fixed documents, scored by where the expected hit stands.

The documents and queries are a table, `contract_tests/mock/relevance.yaml`. A query's reciprocal rank is 1 over the
place of the first hit that is among the expected ones, 0 when none is on the first page of 100; a kind's score is the
mean over its queries (MRR). Queries that need meaning want an embedder; without one they are left out.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import io
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from contract_tools.coverage import placed_between
from PIL import Image
from scenario_mock.likeness import of_file
from scenario_mock.search import ASSETS, MODELS, Senses, run
from scenario_mock.search.fields import meaning_text

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "contract_tests" / "mock" / "relevance.yaml"
BEGIN, END = "<!-- relevance: made by ./scripts/bench/relevance -->", "<!-- relevance ends -->"
PAGE = 100
SIDE = 48  # pixels of a picture, three bands or any number that divides it
MEANING = "scenario_mock.meaning"
COLORS = {
    "black": (20, 20, 24),
    "blue": (50, 90, 200),
    "brown": (120, 80, 45),
    "cream": (240, 225, 190),
    "gold": (215, 170, 50),
    "green": (60, 140, 60),
    "grey": (130, 130, 130),
    "orange": (235, 130, 40),
    "pink": (240, 160, 190),
    "purple": (120, 60, 160),
    "red": (200, 35, 35),
    "teal": (30, 140, 140),
    "white": (250, 250, 250),
    "yellow": (240, 215, 70),
}
TABLES = {"assets": ASSETS, "models": MODELS}

Document = dict[str, Any]
Vector = Sequence[float]
Embed = Callable[[str], Vector | None]


@dataclass(frozen=True)
class Query:
    """One row: the request, over which documents, and the ids of which one has to come first."""

    kind: str
    table: str
    body: Mapping[str, Any]
    first: frozenset[str]

    @property
    def needs_meaning(self) -> bool:
        """Whether it can be answered with an embedder only."""
        return bool(self.body.get("querySemanticRatio"))

    def __str__(self) -> str:
        return f"{self.kind}: {dict(self.body)}"


@dataclass(frozen=True)
class Corpus:
    """The documents of both tables as hits, the pictures of assets by id, and the queries."""

    documents: Mapping[str, Sequence[Document]]
    pictures: Mapping[str, bytes]
    queries: Sequence[Query]


@dataclass(frozen=True)
class Score:
    """How a kind of query does."""

    kind: str
    queries: int
    mrr: float
    at_once: int
    """Queries whose first hit is expected."""


@lru_cache(maxsize=1)
def corpus(file: Path = TABLE) -> Corpus:
    """The table. Raises ValueError when a query expects or shows what is not there."""
    table = yaml.safe_load(file.read_text("utf-8"))
    documents = {
        "assets": [asset(ident, row) for ident, row in table["assets"].items()],
        "models": [{"id": ident, **row} for ident, row in table["models"].items()],
    }
    pictures = {ident: picture(row["look"]) for ident, row in table["assets"].items() if "look" in row}
    queries = [query(kind, row) for kind, rows in table["queries"].items() for row in rows]
    for each in queries:
        images = each.body.get("images") or {}
        shown = {*images.get("like", ()), *images.get("unlike", ())}
        unknown = (each.first - {document["id"] for document in documents[each.table]}) | (shown - set(pictures))
        if unknown or not each.first:
            raise ValueError(f"{each}: unknown or empty: {sorted(unknown)}")
    return Corpus(documents, pictures, queries)


def asset(ident: str, row: Mapping[str, Any]) -> Document:
    """An asset's hit."""
    metadata = {"kind": "image", "name": row["name"], "prompt": row.get("prompt"), **row.get("metadata", {})}
    return {"id": ident, "metadata": metadata, **{name: row[name] for name in row.keys() & TOP}}


TOP = {"description", "tags", "score"}


def query(kind: str, row: Mapping[str, Any]) -> Query:
    """A row as a request."""
    names = {"query": "query", "ratio": "querySemanticRatio", "weight": "imageSemanticRatio", "filter": "filter"}
    body: dict[str, Any] = {names[name]: row[name] for name in names if name in row}
    images = {name: row[name] for name in ("like", "unlike") if name in row}
    if images:
        body["images"] = images
    return Query(kind, row.get("table", "assets"), {**body, "limit": PAGE}, frozenset(row["first"]))


def picture(look: Sequence[str]) -> bytes:
    """A PNG of bands of colors."""
    bands = Image.new("RGB", (1, len(look)))
    bands.putdata([COLORS[color] for color in look])
    out = io.BytesIO()
    bands.resize((SIDE, SIDE), Image.Resampling.NEAREST).save(out, "PNG")
    return out.getvalue()


@lru_cache(maxsize=1024)
def look_of(content: bytes) -> Vector:
    """What a picture looks like, as search compares it."""
    return of_file(content)


def built_in() -> Embed | None:
    """The mock's own embedder; None: this version has none."""
    if importlib.util.find_spec(MEANING) is None:
        return None
    embedder = importlib.import_module(MEANING).built_in()

    def embed(text: str) -> Vector | None:
        vector: Vector | None = embedder.embed([text])[0]
        return vector

    return lru_cache(maxsize=1024)(embed)


def hits(over: Corpus, asked: Query, embed: Embed | None) -> list[str]:
    """The ids that a query finds, in order."""
    table, documents, images = TABLES[asked.table], over.documents[asked.table], asked.body.get("images") or {}

    def meaning(text: str) -> Vector | None:
        return embed(text) if embed else None

    def look(document: Mapping[str, Any]) -> Vector | None:
        content = over.pictures.get(document["id"])
        return look_of(content) if content else None

    senses = Senses(
        query=meaning,
        meaning=lambda document: meaning(meaning_text(table, document)),
        look=look,
        like=[look_of(over.pictures[ident]) for ident in images.get("like", ())],
        unlike=[look_of(over.pictures[ident]) for ident in images.get("unlike", ())],
    )
    return [hit["id"] for hit in run(table, documents, asked.body, senses=senses)["hits"]]


def reciprocal_rank(found: Sequence[str], first: Iterable[str]) -> float:
    """1 over the place of the first expected hit; 0: there is none."""
    expected = set(first)
    return next((1 / place for place, ident in enumerate(found, 1) if ident in expected), 0.0)


def ranks(over: Corpus, embed: Embed | None) -> list[tuple[Query, float]]:
    """The reciprocal rank of every query that can be answered."""
    asked = (each for each in over.queries if embed is not None or not each.needs_meaning)
    return [(each, reciprocal_rank(hits(over, each, embed), each.first)) for each in asked]


def scores(found: Sequence[tuple[Query, float]]) -> list[Score]:
    """By kind, in the order of the table."""
    kinds = dict.fromkeys(each.kind for each, _ in found)
    by_kind = {kind: [rank for each, rank in found if each.kind == kind] for kind in kinds}
    return [Score(kind, len(all_), statistics.fmean(all_), all_.count(1.0)) for kind, all_ in by_kind.items()]


def markdown(found: Sequence[Score]) -> str:
    """The table for people."""
    rows = [f"| {one.kind} | {one.queries} | {one.mrr:.2f} | {one.at_once} |" for one in found]
    count = sum(one.queries for one in found)
    mean = sum(one.mrr * one.queries for one in found) / count
    rows.append(f"| all | {count} | {mean:.2f} | {sum(one.at_once for one in found)} |")
    return "\n".join(["| kind | queries | MRR | first at once |", "|---|---|---|---|", *rows])


def main() -> None:
    """Print the table, and what it leaves out."""
    parser = argparse.ArgumentParser(prog="./scripts/bench/relevance")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    over, embed = corpus(), built_in()
    found = ranks(over, embed)
    table = markdown(scores(found))
    print(table)
    if arguments.write:
        readme = ROOT / "README.md"
        readme.write_text(placed_between(readme.read_text("utf-8"), table, BEGIN, END), "utf-8")
    if len(found) < len(over.queries):
        print(f"\n{len(over.queries) - len(found)} queries that ask for meaning are left out: there is no embedder.")
    for each, rank in found if arguments.misses else ():
        if rank < 1:
            print(f"\n{each}\n  expected {sorted(each.first)}\n  found {hits(over, each, embed)[:5]}")


if __name__ == "__main__":
    main()
