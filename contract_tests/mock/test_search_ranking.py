"""What a text finds and in which order: typos, beginnings, splits, joins, scripts, and each component of the rank.

| checked | against |
|---|---|
| slips | the textbook table of edit distances, one pair of words at a time |
| the order of hits | by hand, one component at a time; pairs of documents that differ in one thing |
| scores | the order of the matches they are made of |
| folding | itself: folding what is folded changes nothing |
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenario_mock.search import ASSETS, Senses, run
from scenario_mock.search.ranking import (
    FAR,
    LITTLE,
    MAX_QUERY_WORDS,
    MOST_MISSING,
    KeywordMatch,
    Way,
    attributes_of,
    edits_allowed,
    keyword_match,
    query_of,
    ways_of,
)
from scenario_mock.search.run import nearness, picture_score
from scenario_mock.search.vocabulary import Vocabulary
from scenario_mock.search.words import words

Document = dict[str, Any]
OVER_LIMIT = "s" * 33


def asset(ident: str, *, name: str = "", prompt: str = "", description: str = "", **more: Any) -> Document:
    """A hit with the texts that are ranked; `more` lies beside the metadata."""
    return {"id": ident, "metadata": {"name": name, "prompt": prompt}, "description": description, **more}


def found(query: str, documents: Sequence[Document], **more: Any) -> list[str]:
    """The ids of what a query finds, in order."""
    return [hit["id"] for hit in run(ASSETS, documents, {"query": query, "limit": 100, **more})["hits"]]


def finds(query: str, text: str) -> bool:
    return found(query, [asset("one", prompt=text)]) == ["one"]


def vocabulary(*known: str) -> Vocabulary:
    """A vocabulary of these words."""
    found = Vocabulary()
    for word in known:
        found.add(word)
    return found


def matched(query: str, document: Document) -> KeywordMatch | None:
    """The match of one document, by the steps that engines share."""
    asked, read = query_of(query), attributes_of(ASSETS, document)
    every = vocabulary(*(word for places in read for _, word in places))
    return keyword_match(asked, ways_of(asked, every), read)


# ---- what a word may stand as ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("lion", "loin", False),  # 4 letters: as they are
        ("lion", "lions", True),  # but the last word may be a beginning
        ("tiger", "tigre", True),  # 5: one slip, here two neighbors swapped
        ("tiger", "tigger", True),
        ("tiger", "tier", True),
        ("tiger", "tixer", True),
        ("tiger", "tixxr", False),
        ("knightly", "kingtly", False),  # 8: two slips are too many
        ("knightly", "kinghlty", False),
        ("knightly", "nightly", True),
        ("dragonfly", "dargonfyl", True),  # 9: two
        ("dragonfly", "dragn fly", False),
        ("dragonfly", "drgnfl", False),
        ("dragonfly", "dragonflies", False),  # not longer than the query's word by three
        ("model2024", "model2025", False),  # where digits are, nothing is a slip
        ("12345678", "12345679", False),
        (OVER_LIMIT, OVER_LIMIT[1:] + "t", False),
    ],
)
def test_slips_hang_on_the_letters(query: str, text: str, expected: bool) -> None:
    assert finds(query, text) is expected


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("chris", "christmas", True),
        ("tree chris", "christmas", True),
        ("chris tree", "christmas", False),  # only the last word
        ("c", "christmas", True),
        ("mas", "christmas", False),  # an end is no beginning
        ("chris the", "christmas", False),  # somebody goes on typing `the`
        ("seed 1234", "1234567890", True),
    ],
)
def test_the_last_word_may_be_a_beginning(query: str, text: str, expected: bool) -> None:
    assert finds(query, text) is expected


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("sunflower", "a sun flower", True),
        ("sunflower", "flower sun", False),
        ("sunflower", "sun and flower", False),
        ("sun flower", "sunflower", True),
        ("flower sun big", "sunflower", False),
        ("big sun flower", "sunflower", True),
        ("abed", "a bed", False),  # each half has two letters
        ("update", "up date", True),
    ],
)
def test_words_may_be_split_and_joined(query: str, text: str, expected: bool) -> None:
    assert finds(query, text) is expected


def test_halves_in_two_tags_are_no_split_word() -> None:
    assert found("sunflower", [asset("apart", tags=["sun", "flower"]), asset("one", tags=["sun flower"])]) == ["one"]


def test_ways_of_a_query() -> None:
    ways = ways_of(query_of("sun flower"), vocabulary("sun", "flower", "sunflower", "flowed"))
    assert {way for way in ways if len(way.terms) == 1} == {
        Way(0, ("sun",), 0),
        Way(0, ("sunflower",), 1),
        Way(1, ("sunflower",), 0),
        Way(1, ("flower",), 0),
        Way(1, ("flower",), 0, prefix=True),
        Way(1, ("flowed",), 1),
    }
    assert Way(0, ("sun", "flower"), 1) in ways_of(query_of("sunflower"), vocabulary("sun", "flower"))
    assert all(len(way.terms) == 1 for way in ways_of(query_of("sunflower"), vocabulary("sun", "flow")))


def test_function_words_take_no_part_unless_there_are_no_others() -> None:
    assert query_of("The castle in the clouds").words == ("castle", "clouds")
    assert query_of("to be").words == ("be",)
    assert query_of("it is what").words == ("what",)
    every = query_of("this is it")
    assert every.words == ("this", "is", "it")
    assert every.open_ended
    assert not query_of("castle on").open_ended
    assert query_of("").words == query_of("?!").words == ()
    assert len(query_of("x " * 100).words) == MAX_QUERY_WORDS
    assert all(words(word) == (word,) for word in LITTLE)


LETTERS = st.text("abcd", min_size=3, max_size=11)


def edits(left: str, right: str) -> int:
    """Insertions, deletions, substitutions and swaps of neighbors between two words: the textbook's table."""
    table = [[max(i, j) for j in range(len(right) + 1)] for i in range(len(left) + 1)]
    for i, j in itertools.product(range(1, len(left) + 1), range(1, len(right) + 1)):
        other = left[i - 1] != right[j - 1]
        table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + other)
        if i > 1 and j > 1 and left[i - 2 : i] == right[j - 2 : j][::-1]:
            table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@given(known=st.lists(LETTERS, max_size=60), later=st.lists(LETTERS, max_size=40), word=LETTERS)
def test_slips_are_those_of_the_textbook(known: list[str], later: list[str], word: str) -> None:
    allowed = edits_allowed(word)
    some = vocabulary(*known)
    for more in ([], later):
        for new in more:
            some.add(new)
        every = {*known, *more}
        expected = {(far, other) for other in every if allowed and 1 <= (far := edits(word, other)) <= allowed}
        found = [(far, other) for far, near in some.slips(word) for other in near]
        assert len(found) == len(set(found))
        assert set(found) == expected
        assert all(other in some for other in every)


def test_many_words_at_once_are_compared_as_few_are() -> None:
    every = ["".join(letters) for letters in itertools.product("abc", repeat=6)]
    expected = {other for other in every if edits("abcabc", other) == 1}
    assert len(expected) > 10
    [(far, near)] = vocabulary(*every).slips("abcabc")
    assert (far, set(near)) == (1, expected)


# ---- any language ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("CHÂTEAU", "chateau"),
        ("chateau", "Château-d'Été"),
        ("ete", "E\u0301TE\u0301"),  # accents as characters of their own
        ("STRASSE", "straße"),
        ("strasse", "STRA\u1e9eE"),
        ("finale", "\ufb01nale"),  # the ligature
        ("İSTANBUL", "istanbul"),
        ("istanbul", "İstanbul"),
        ("isik", "\u0131\u015f\u0131k"),  # Turkish without dots
        ("ΟΔΥΣΣΕΥΣ", "Οδυσσεύς"),
        ("οδος", "ΟΔΌΣ"),
        ("ЗАМОК", "Красный замок"),  # noqa: RUF001
        ("ёлка", "Елка"),
        ("lodz", "Łódź"),
        ("smorrebrod", "Smørrebrød"),
        ("aero", "Ærø"),
        ("城", "赤い城"),
        ("赤い城", "山の上の赤い城"),
        ("城堡", "红色的城堡"),
        ("ドラゴン", "赤いドラゴンの絵"),
        ("ﾄﾞﾗｺﾞﾝ", "ドラゴン"),  # narrow kana
        ("성", "붉은 성"),
        ("붉", "붉은 성"),  # a beginning by syllables
        ("قلعة", "قَلْعَةٌ حمراء"),
        ("كتاب", "كـــتاب"),
        ("שלום", "שָׁלוֹם"),
        ("हिन्दी", "हिन्दी चित्र"),
        ("ｆａｎｔａｓｙ", "fantasy"),  # noqa: RUF001
        ("coop", "co\u00adop"),
        ("snake case", "snake_case"),
        ("fire", "🔥fire🔥"),
    ],
)
def test_letters_are_folded(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("カラス", "ガラス" * 3),  # a crow is no glass: the mark makes another letter
        ("犬", "赤い城"),
        ("한국", "한글"),
        ("काल", "कल"),  # the vowel is part of the word
        ("o", "0"),
    ],
)
def test_other_letters_stay_others(query: str, text: str) -> None:
    best = matched(query, asset("one", prompt=text))
    assert best is None or best.missing > 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Château-d'Été", ("chateau", "d", "ete")),
        ("赤い城", ("赤", "い", "城")),
        ("中文abc123", ("中", "文", "abc123")),
        ("붉은 성", ("붉은", "성")),
        ("❤️abc 1️⃣", ("abc", "1")),
        ("\u0301\u093e", ()),  # marks on nothing
        ("a\u200bb", ("a", "b")),
    ],
)
def test_words(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


@given(st.text(max_size=60))
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    folded = words(text)
    assert words(" ".join(folded)) == folded


@given(st.text("abcXYZ éÉßñ", max_size=40))
def test_case_does_not_count(text: str) -> None:
    assert words(text.upper()) == words(text.lower()) == words(text)


# ---- the order, one component after the other ------------------------------------------------------------------------

BETTER_THEN_WORSE: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "more of the words, whatever else": ("red stone castle", {"prompt": "castel stnoe red"}, {"name": "stone castle"}),
    "fewer typos before nearness": (
        "green castle",
        {"prompt": "castle " + "x " * 9 + "green"},
        {"name": "gren castle"},
    ),
    "an exact word before a slip": ("castle", {"description": "castle"}, {"name": "castel"}),
    "one slip before two": ("dragonfly", {"description": "dragonfl"}, {"name": "dragnfl"}),
    "side by side before apart": ("red castle", {"prompt": "a red castle"}, {"prompt": "a red stone castle"}),
    "in order before the other way round": ("red castle", {"prompt": "red castle"}, {"prompt": "castle red"}),
    "nearer before farther": ("red castle", {"prompt": "red x castle"}, {"prompt": "red x x castle"}),
    "nearness before the attribute": (
        "red castle",
        {"description": "red castle"},
        {"name": "red", "prompt": "castle"},
    ),
    "in one attribute before in two": (
        "red castle",
        {"prompt": "red x x x castle"},
        {"name": "red", "prompt": "castle"},
    ),
    "one tag before two": ("red castle", {"tags": ["red castle"]}, {"tags": ["red", "castle"]}),
    "the name before the prompt": ("castle", {"name": "castle"}, {"prompt": "castle"}),
    "the prompt before the description": ("castle", {"prompt": "castle"}, {"description": "castle"}),
    "the description before the tags": ("castle", {"description": "castle"}, {"tags": ["castle"]}),
    "the attribute before the whole word": ("castle", {"name": "castles"}, {"prompt": "castle"}),
    "a whole word before a beginning": ("castle", {"name": "castle"}, {"name": "castles"}),
    "a beginning before a slip": ("drago", {"tags": ["dragon"]}, {"name": "drags"}),
    "two words before the split one": ("sunflower", {"tags": ["sunflower"]}, {"name": "sun flower"}),
    "both words before the joined one": ("sun flower", {"tags": ["sun flower"]}, {"name": "sunflower"}),
}


@pytest.mark.parametrize("promise", BETTER_THEN_WORSE)
def test_the_better_comes_first(promise: str) -> None:
    query, better, worse = BETTER_THEN_WORSE[promise]
    documents = [asset("better", **better), asset("worse", **worse, score=99)]
    assert found(query, documents) == found(query, documents[::-1]) == ["better", "worse"]


def test_ties_go_to_the_popular_then_the_new_then_the_id() -> None:
    documents = [
        asset("d", name="x", createdAt="2024-01-01T00:00:00.000Z", score=1),
        asset("b", name="x", createdAt="2024-01-02T00:00:00.000Z", score=1),
        asset("a", name="x", createdAt="2024-01-02T00:00:00.000Z", score=1),
        asset("e", name="x", createdAt="2023-01-01T00:00:00.000Z", score=2),
        asset("f", name="x", score=1),
        asset("c", name="x", createdAt="2025-01-01T00:00:00.000Z"),
    ]
    for order in itertools.permutations(documents):
        assert found("x", order) == ["e", "a", "b", "d", "f", "c"]


def test_components_of_a_match() -> None:
    document = asset("one", name="Old red castles", prompt="a casle of stone, and a dragon", tags=["moon", "light"])
    assert matched("red castles", document) == KeywordMatch(0, 0, 0, 0, 0)
    assert matched("castles red", document) == KeywordMatch(0, 0, 1, 0, 0)
    assert matched("red cast", document) == KeywordMatch(0, 0, 0, 0, 1)
    assert matched("stone dragon", document) == KeywordMatch(0, 0, 3, 1, 0)
    assert matched("castle stone", document) == KeywordMatch(0, 1, 2, 1, 0)  # of two slips the near one
    assert matched("red dragon", document) == KeywordMatch(0, 0, FAR, 1, 0)
    assert matched("moon light", document) == KeywordMatch(0, 0, FAR, 3, 0)
    assert matched("blue moon", document) == KeywordMatch(1, 0, 0, 3, 0)
    assert matched("blue cold dragonn moon", document) == KeywordMatch(MOST_MISSING, 1, FAR, 3, 0)
    assert matched("blue cold wet moon", document) == KeywordMatch(MOST_MISSING + 1, 0, 0, 0, 0)
    assert matched("blue whale", document) is None
    assert matched("...", document) is None


def test_a_joined_word_costs_one_typo_for_both() -> None:
    assert matched("sun flower", asset("one", name="sunflower")) == KeywordMatch(0, 1, 0, 0, 0)
    assert matched("big sun flower", asset("one", name="big sunflower")) == KeywordMatch(0, 1, 0, 0, 0)
    assert matched("sunflower", asset("one", name="sun flower")) == KeywordMatch(0, 1, 0, 0, 0)


FILLED = st.lists(st.sampled_from(["red", "cat", "of"]), max_size=14)


@given(FILLED, FILLED)
def test_distance_is_the_least_over_all_pairs(name: list[str], prompt: list[str]) -> None:
    def apart(ahead: int) -> int:
        return 0 if ahead == 1 else abs(ahead)

    best = matched("red cat", asset("one", name=" ".join(name), prompt=" ".join(prompt)))
    every = [*name, *prompt]
    if "red" not in every or "cat" not in every:
        assert best is None or best.missing == 1
        return
    pairs = [
        apart(second - first)
        for text in (name, prompt)
        for first, second in itertools.product(range(len(text)), repeat=2)
        if (text[first], text[second]) == ("red", "cat")
    ]
    assert best is not None
    assert best.distance == min([FAR, *pairs])


WORD = st.sampled_from(
    "red rde castle castles cast le casle sun flower sunflower sunflowers dragonfly dragnfly x".split()
)
TEXT = st.lists(WORD, max_size=6).map(" ".join)
DOCUMENT = st.builds(asset, st.just(""), name=TEXT, prompt=TEXT, description=TEXT, tags=st.lists(TEXT, max_size=3))


@given(query=st.lists(WORD, min_size=1, max_size=4).map(" ".join), documents=st.lists(DOCUMENT, max_size=8))
def test_what_is_found_does_not_hang_on_what_else_is_there(query: str, documents: list[Document]) -> None:
    named = [{**document, "id": f"{number:02}"} for number, document in enumerate(documents)]
    alone = {document["id"] for document in named if found(query, [document])}
    assert set(found(query, named)) == alone
    ranks = {document["id"]: matched(query, document) for document in named}
    assert found(query, named) == sorted(alone, key=lambda ident: (ranks[ident], ident))


# ---- scores ----------------------------------------------------------------------------------------------------------


def direction(degrees: float) -> tuple[float, float]:
    """The unit vector in that direction."""
    return math.cos(math.radians(degrees)), math.sin(math.radians(degrees))


@given(st.floats(0, 360), st.floats(0, 360))
def test_nearness(one: float, other: float) -> None:
    left, right, back = direction(one), direction(other), direction(one + 180)
    assert -1e-9 <= nearness(left, right) <= 1 + 1e-9
    assert nearness(left, right) == nearness(right, left)
    assert nearness(left, left) == pytest.approx(1)
    assert nearness(left, back) == pytest.approx(0)


def test_pictures_of_both_kinds_count_alike() -> None:
    x, y = (1.0, 0.0), (0.0, 1.0)
    assert picture_score([x], [], x) == 1
    assert picture_score([], [x], x) == 0
    assert picture_score([x, y], [], x) == 0.75
    assert picture_score([x, x, x], [y], x) == picture_score([x], [y], x) == 0.75


# ---- words, meaning and pictures together ----------------------------------------------------------------------------

MEANINGS: Mapping[str, float] = {"near": 10, "nearer": 5, "word": 170, "far": 120}
HALL = [
    asset("near", name="fortress"),
    asset("nearer", name="citadel"),
    asset("word", name="castle"),
    asset("far", name="castel"),
    asset("blind", name="castle", tags=["no vector"]),
]
LOOKS: Mapping[str, float] = {"nearer": 185, "word": 350, "far": 300, "blind": 270}


def hall(**body: Any) -> list[str]:
    """Ids in the HALL, whose pictures lie opposite to their meanings."""
    images = body.get("images") or {}
    like = [body["image"]] if "image" in body else images.get("like", [])

    def seen(directions: Mapping[str, float], ident: str) -> tuple[float, float] | None:
        return direction(directions[ident]) if ident in directions else None

    senses = Senses(
        query=lambda text: direction(0) if text == "castle" else None,
        meaning=lambda hit: seen(MEANINGS, hit["id"]),
        look=lambda hit: seen(LOOKS, hit["id"]),
        like=[direction(float(each)) for each in like],
        unlike=[direction(float(each)) for each in images.get("unlike", [])],
    )
    return [hit["id"] for hit in run(ASSETS, HALL, body, senses=senses)["hits"]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"query": "castle"}, ["blind", "word", "far"]),
        ({"query": "castle", "querySemanticRatio": 0}, ["blind", "word", "far"]),
        ({"query": "castle", "querySemanticRatio": 1}, ["nearer", "near", "far", "word"]),
        ({"query": "castle", "querySemanticRatio": 0.1}, ["word", "blind", "far", "nearer", "near"]),
        ({"query": "castle", "querySemanticRatio": 0.9}, ["nearer", "near", "far", "word", "blind"]),
        ({"query": "castle", "image": "0"}, ["word", "far", "blind", "nearer"]),
        ({"query": "castle", "image": "0", "imageSemanticRatio": 1}, ["word", "far", "blind", "nearer"]),
        ({"query": "castle", "image": "0", "imageSemanticRatio": 0}, ["blind", "word", "far"]),
        ({"query": "castle", "image": "0", "imageSemanticRatio": 0.5}, ["word", "far", "blind", "nearer"]),
        ({"image": "0", "imageSemanticRatio": 0}, ["word", "far", "blind", "nearer"]),
        ({"images": {"unlike": ["0"]}}, ["nearer", "blind", "far", "word"]),
        ({"images": {"like": ["0"], "unlike": ["0"]}}, ["blind", "far", "nearer", "word"]),
        ({"query": "unknown", "querySemanticRatio": 1}, []),
        (
            {"query": "castle", "querySemanticRatio": 1, "image": "0", "imageSemanticRatio": 0},
            ["nearer", "near", "far", "word"],
        ),
    ],
)
def test_ratios(body: dict[str, Any], expected: list[str]) -> None:
    assert hall(**body) == expected


@settings(max_examples=30)
@given(ratio=st.floats(0, 1), weight=st.floats(0, 1))
def test_a_filter_takes_out_hits_and_changes_no_order(ratio: float, weight: float) -> None:
    body = {"query": "castle", "querySemanticRatio": ratio, "image": "30", "imageSemanticRatio": weight}
    every = hall(**body)
    assert hall(**body, filter="name != fortress") == [ident for ident in every if ident != "near"]
