"""The index: the same answers as the plain search over the same documents, whatever the search and however they came.

The plain search (`run`) walks through documents one by one and is held by tests of its own; here it is the law.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenario_mock.errors import ApiError
from scenario_mock.search import ALWAYS, ASSETS, MODELS, NEVER, Entry, Index, Table, run
from scenario_mock.search.filters import MAX_CONDITIONS
from scenario_mock.search.ranking import edits
from scenario_mock.search.vocabulary import LETTERS, Vocabulary

Row = dict[str, Any]

NOW = 1_000.0

# ---- documents and searches that meet each other often ---------------------------------------------------------------

WORDS = st.sampled_from(
    "a an castle castles castel cat chateau château dragon dragonfly dragom landscape landscpae medieval medeival "
    "red 1024 1234567890 1234567809 x under_score UPPER".split()
)
TEXTS = st.lists(WORDS, max_size=5).map(" ".join) | st.sampled_from(["", "!?", "x" * 40, "x" * 41, "Un  Château-Fort"])
ODD = st.sampled_from([None, "", [], 0, -0.0, 7, 7.5, "7", True, "2024-01-01", [1, 2], ["a", 3], {"a": 1}, 10**400])
NUMBERS = st.sampled_from([512, 1024, 1920, 1024.0]) | ODD
DATES = st.sampled_from(["2024-01-01", "2024-01-01T00:00:00Z", "2024-06-01T10:00:00+02:00", "2023-12-31"]) | ODD
LISTS = st.lists(WORDS, max_size=3) | ODD
ASSET_ROWS = st.fixed_dictionaries(
    {"id": st.sampled_from("abcdefgh") | st.integers(0, 99).map("asset_{}".format)},
    optional={
        "createdAt": DATES,
        "updatedAt": DATES,
        "score": NUMBERS,
        "description": TEXTS,
        "tags": LISTS,
        "nsfw": LISTS,
        "content": TEXTS,
        "metadata": ODD
        | st.fixed_dictionaries(
            {},
            optional={
                "kind": st.sampled_from(["image", "video"]),
                "width": NUMBERS,
                "height": NUMBERS,
                "name": TEXTS,
                "prompt": TEXTS | LISTS,
                "seed": st.sampled_from(["1234567890", 1234567890]),
            },
        ),
    },
)
MODEL_ROWS = st.fixed_dictionaries(
    {"id": st.integers(0, 99).map("model_{}".format)},
    optional={
        "name": TEXTS,
        "type": WORDS,
        "tags": LISTS,
        "capabilities": LISTS,
        "concepts": st.lists(st.fixed_dictionaries({"modelId": WORDS})),
        "trainingImagesNumber": NUMBERS,
        "createdAt": DATES,
        "score": NUMBERS,
    },
)
ORDERED, EQUAL, EMPTY = ["=", "!=", ">", ">=", "<", "<="], ["=", "!="], ["IS EMPTY", "IS NOT EMPTY"]
OPERATORS = {"number": ORDERED, "date": ORDERED, "string": [*EQUAL, ":", ":"], "string[]": [*EQUAL, ":", ":"]}
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "number": st.sampled_from([0, 7, 7.5, 512, 1024, 1920]),
    "date": st.sampled_from(["2024-01-01", "2024-06-01T08:00:00Z", "2025-01-01"]),
    "string": WORDS | st.sampled_from(["image", "dra", "castle red", "c x"]),
    "string[]": WORDS | st.sampled_from(["dra", "castle red"]),
}

FILLED = "kind width height name prompt seed tags nsfw createdAt type capabilities trainingImagesNumber".split()


@st.composite
def conditions(draw: st.DrawFn, table: Table) -> str:
    """A condition; one in twenty does not fit its field."""
    name = draw(st.sampled_from([name for name in FILLED if name in table.fields]) | st.sampled_from([*table.fields]))
    field = table.fields[name]
    kind = draw(st.sampled_from([field.type] * 19 + ["string"]))
    operator = draw(st.sampled_from(OPERATORS[kind] + EMPTY))
    return f"{field.name} {operator}" if operator in EMPTY else f'{field.name} {operator} "{draw(VALUES[kind])}"'


def filters(table: Table) -> st.SearchStrategy[str]:
    return st.recursive(
        conditions(table),
        lambda inner: (
            inner.map("NOT ({})".format)
            | st.lists(inner, min_size=2, max_size=3).map(lambda items: "(" + " AND ".join(items) + ")")
            | st.lists(inner, min_size=2, max_size=3).map(lambda items: "(" + " OR ".join(items) + ")")
        ),
        max_leaves=5,
    )


PICTURES: Mapping[str, Sequence[float]] = {letter: (place / 3, place % 3) for place, letter in enumerate("abcde")}
RATIOS = st.sampled_from([None, 0, 0.3, 0.8, 1])


def bodies(table: Table) -> st.SearchStrategy[Row]:
    sorts = [f"{name}:{way}" for name in table.sortable for way in ("asc", "desc")]
    return st.fixed_dictionaries(
        {},
        optional={
            "query": TEXTS | st.lists(WORDS | WORDS.map(lambda word: word[:-1]), max_size=3).map(" ".join),
            "filter": filters(table),
            "sortBy": st.lists(st.sampled_from(sorts), max_size=3),
            "querySemanticRatio": RATIOS,
            "imageSemanticRatio": RATIOS,
            "image": st.sampled_from([None, None, "a", "nope"]),
            "images": st.fixed_dictionaries(
                {}, optional={side: st.lists(st.sampled_from("abc"), max_size=2) for side in ("like", "unlike")}
            ),
            "limit": st.integers(1, 6) | st.just(101),
            "offset": st.integers(0, 6),
            "page": st.integers(1, 3),
            "hitsPerPage": st.integers(1, 6),
        },
    )


def entries(rows: st.SearchStrategy[Row]) -> st.SearchStrategy[list[tuple[Row, float]]]:
    return st.lists(st.tuples(rows, st.sampled_from([ALWAYS, ALWAYS, 0, NOW, NOW + 1, NEVER])), max_size=12)


def answer(search: Any) -> Any:
    """What a search gives: the answer, or the status and body of its refusal."""
    try:
        return search()
    except ApiError as error:
        return error.status, error.body()


def same(table: Table, index: Index, held: Sequence[tuple[Row, float]], body: Row, offset: int | None) -> None:
    more: Row = {
        "query_offset": offset,
        "features": PICTURES.get,
        "document_features": lambda document: PICTURES.get(document["id"]),
    }
    visible = [row for row, visible_ms in held if visible_ms <= NOW]
    law = answer(lambda: run(table, visible, body, **more))
    assert answer(lambda: index.run(body, NOW, **more)) == law
    if isinstance(law, dict):
        numbers = index.find(body, NOW, **more).numbers
        assert [orjson.loads(index.encoded(number)) for number in numbers] == law["hits"]


def encodable(row: Row) -> bool:
    """Whether JSON keeps the row as it is (it has no numbers of 400 digits)."""
    try:
        return bool(orjson.loads(orjson.dumps(row)) == row)
    except TypeError:
        return False


@settings(deadline=None)
@given(st.data(), st.sampled_from([(ASSETS, ASSET_ROWS), (MODELS, MODEL_ROWS)]))
def test_the_index_answers_as_the_plain_search(data: st.DataObject, kind: tuple[Table, st.SearchStrategy[Row]]) -> None:
    """Also after additions, when all that a search reads was read before, and with documents kept as JSON."""
    table, rows = kind
    held = [entry for entry in data.draw(entries(rows)) if encodable(entry[0])]
    later = [entry for entry in data.draw(entries(rows)) if encodable(entry[0])]
    index = Index(table, [Entry(row, visible_ms) for row, visible_ms in held])
    searches = data.draw(st.lists(st.tuples(bodies(table), st.none() | st.integers(0, 5)), min_size=1, max_size=4))
    for body, offset in searches:
        same(table, index, held, body, offset)
    index.add(Entry(row, visible_ms, orjson.dumps(row)) for row, visible_ms in later)
    for body, offset in searches:
        same(table, index, held + later, body, offset)


@settings(deadline=None)
@given(st.lists(ASSET_ROWS, max_size=8), filters(ASSETS))
def test_documents_that_json_cannot_hold_are_filtered_alike(rows: list[Row], text: str) -> None:
    body = {"filter": text}
    law = answer(lambda: run(ASSETS, rows, body))
    assert answer(lambda: Index(ASSETS, map(Entry, rows)).run(body, NOW)) == law


GRID = [
    {
        "id": f"asset_{n}",
        "createdAt": ["2024-01-01", "2024-01-01T00:00:00Z", "2024-06-01T10:00:00+02:00", "", None, 5][n % 6],
        "tags": [["red"], ["red", "castle"], [], ["a b", "castle"], None][n % 5],
        "mimeType": ["red", "Red", "castle red", ""][n % 4],
        "metadata": {
            "width": [512, 1024, "1024", 7.5, None, [512, 2048], True][n % 7],
            "seed": ["7.5", 7.5, 1024, "castle"][n % 4],
        },
    }
    for n in range(60)
]
GRID_VALUES = [
    "red",
    "castle",
    "cas",
    "a b",
    "b a",
    "castle red",
    "512",
    "1024",
    "7.5",
    "2024-01-01",
    "2024-06-01T08:00Z",
]


@pytest.mark.parametrize("operator", ["=", "!=", ">", ">=", "<", "<=", ":", "IS EMPTY", "IS NOT EMPTY"])
@pytest.mark.parametrize("name", ["createdAt", "tags", "mimeType", "width", "seed", "updatedAt"])
def test_every_condition_by_itself(name: str, operator: str) -> None:
    index = Index(ASSETS, map(Entry, GRID))
    values = [""] if operator.startswith("IS") else [f'"{value}"' for value in GRID_VALUES]
    for value in values:
        for text in (f"{name} {operator} {value}", f"NOT {name} {operator} {value}"):
            body = {"filter": text, "limit": 100}
            law = answer(lambda: run(ASSETS, GRID, body))  # noqa: B023
            assert answer(lambda: index.run(body, NOW)) == law, text  # noqa: B023


# ---- words -----------------------------------------------------------------------------------------------------------

LETTER_RUNS = st.text("ab1é", min_size=1, max_size=12) | st.text("ab", min_size=LETTERS - 3, max_size=LETTERS + 4)


@st.composite
def near(draw: st.DrawFn, word: str) -> str:
    """The word with up to three slips, in any places."""
    for kind in draw(st.lists(st.sampled_from(["insert", "delete", "substitute", "swap"]), max_size=3)):
        at = draw(st.integers(0, max(0, len(word) - 1)))
        begin, here, rest = word[:at], word[at : at + 1], word[at + 1 :]
        letter = draw(st.sampled_from("ab1é"))
        word = (
            begin
            + {
                "insert": letter + here + rest,
                "delete": rest,
                "substitute": letter + rest,
                "swap": rest[:1] + here + rest[1:],
            }[kind]
        )
    return word or "a"


@settings(deadline=None)
@given(st.data(), LETTER_RUNS, st.booleans())
def test_all_words_at_once_are_as_far_as_one_by_one(data: st.DataObject, word: str, last: bool) -> None:
    known = data.draw(st.lists(near(word) | LETTER_RUNS, unique=True, max_size=12))
    vocabulary = Vocabulary()
    for one in known:
        vocabulary.add(one)
    best: dict[str, tuple[int, int]] = {}
    for typos, inexact, words in vocabulary.meanings(word, last):
        for one in words:
            best.setdefault(one, (typos, inexact))
    allowed = 2 if len(word) >= 9 else 1 if len(word) >= 5 else 0
    expected = {}
    for one in known:
        between = edits(word, one, allowed)
        if one == word:
            expected[one] = (0, 0)
        elif last and one.startswith(word):
            expected[one] = (0, 1)
        elif between <= allowed:
            expected[one] = (between, 1)
    assert best == expected


# ---- time ------------------------------------------------------------------------------------------------------------


def image(ident: str) -> Row:
    return {"id": ident, "metadata": {"kind": "image", "name": f"castle {ident}"}}


def found(index: Index, now_ms: float) -> list[str]:
    return [hit["id"] for hit in index.run({"filter": "kind = image"}, now_ms)["hits"]]


def test_a_document_is_found_from_the_moment_on_when_it_exists() -> None:
    index = Index(ASSETS, [Entry(image("a")), Entry(image("b"), 500), Entry(image("c"), 700)])
    assert [found(index, now_ms) for now_ms in (499, 500, 699, 700)] == [["a"], ["a", "b"], ["a", "b"], ["a", "b", "c"]]
    assert found(index, 499) == ["a"]  # a clock may go back


def test_a_document_may_be_called_off_or_moved() -> None:
    index = Index(ASSETS, [Entry(image("a"), 500), Entry(image("b"), 500)])
    index.retime("a", NEVER)
    assert found(index, 10**15) == ["b"]
    index.retime("a", 0)
    assert found(index, 0) == ["a"]
    with pytest.raises(KeyError):
        index.retime("c", 0)


def test_what_is_added_is_found_at_once_by_everything_that_was_read_before() -> None:
    index = Index(ASSETS, [Entry(image("a"))])
    searches: list[Row] = [
        {"query": "castle"},
        {"query": "castel"},
        {"query": "cast"},
        {"query": "castle", "querySemanticRatio": 1},
        {"filter": "name:cast"},
        {"filter": "kind = image", "sortBy": ["width:desc"]},
    ]
    assert [index.run(body, 0)["hits"] for body in searches] == [[image("a")]] * len(searches)
    index.add([Entry(image("b"))])
    assert [len(index.run(body, 0)["hits"]) for body in searches] == [2] * len(searches)


# ---- sizes -----------------------------------------------------------------------------------------------------------


def test_a_picture_is_asked_for_once() -> None:
    index = Index(ASSETS, [Entry(image("a")), Entry(image("b"))])
    asked: list[str] = []

    def features(document: Mapping[str, Any]) -> tuple[float, ...] | None:
        asked.append(document["id"])
        return (0.0,) if document["id"] == "a" else None

    for _ in range(2):
        hits = index.run({"image": "x"}, 0, features=lambda _: (1.0,), document_features=features)["hits"]
        assert hits == [image("a")]
    assert asked == ["a", "b", "b"]  # what could not be seen yet is looked for again


def test_as_many_conditions_as_a_filter_may_have_over_thousands_of_documents() -> None:
    tags = [f"t{n}" for n in range(50)]
    rows = [
        {"id": f"asset_{n}", "tags": [tags[n % 50], tags[n % 49]], "metadata": {"kind": tags[n % 50]}}
        for n in range(4_000)
    ]
    index = Index(ASSETS, map(Entry, rows))
    none_of = " AND ".join(f"NOT tags:t{n}" for n in range(1, 1_000))
    expected = sum(1 for row in rows if set(row["tags"]) == {"t0"})
    assert index.run({"filter": none_of}, 0)["estimatedTotalHits"] == expected
    any_of = " OR ".join(["kind=t"] * (MAX_CONDITIONS - 9) + ["kind=t1"])
    assert index.run({"filter": any_of}, 0)["estimatedTotalHits"] == 80


@pytest.mark.parametrize("count", [0, 1, 2, 31, 32, 33, 5_000])
def test_any_number_of_documents(count: int) -> None:
    rows = [{"id": f"asset_{n:05d}", "metadata": {"kind": "image", "width": n % 7}} for n in range(count)]
    index = Index(ASSETS, map(Entry, rows))
    for body in (
        {"filter": "kind = image"},
        {"filter": "NOT kind = image"},
        {"filter": "width > 3", "sortBy": ["width:desc"], "limit": 100, "offset": count // 3},
        {"query": "!?", "page": 2},
    ):
        assert index.run(body, NOW) == run(ASSETS, rows, body)
