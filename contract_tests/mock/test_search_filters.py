"""The filter language: what parses, what it means, how it is refused, and that nothing makes it slow.

Properties: a tree's printed form parses back to the same tree; NOT is the complement; no text makes the parser raise
anything but a 400; every example filter of the search guide parses and fits its table.
"""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenario_mock.errors import ApiError
from scenario_mock.search import ASSETS, MODELS, And, Condition, Node, Not, Or, Table, parse, predicate
from scenario_mock.search.filters import COMPARISONS, IS_EMPTY, IS_NOT_EMPTY, MAX_CONDITIONS, MAX_DEPTH, MAX_LENGTH

ASSET_EXAMPLES = [
    "kind = image",
    "width >= 1024",
    "height <= 2048",
    "size < 1000000",
    'aspectRatio = "16:9"',
    'mimeType = "image/png"',
    'name = "my-asset"',
    "prompt:dragon",
    "text:hello",
    "negativePrompt:blurry",
    'seed = "1234567890"',
    'modelId = "model_abc123"',
    'baseModelId = "stable-diffusion-xl"',
    'modelType = "flux.1"',
    "numInferenceSteps >= 50",
    "guidance = 7.5",
    'scheduler = "euler"',
    "tags = landscape",
    "collectionIds = col_abc123",
    "nsfw IS EMPTY",
    "privacy = public",
    'createdAt >= "2024-01-01"',
    'updatedAt < "2024-12-31"',
    "authorId = user_abc123",
    "width >= 1024 AND tags = landscape",
    "width >= 1920 AND height >= 1080 AND tags = landscape",
    "modelId = model_abc123 AND kind = image",
    'createdAt >= "2024-01-01" AND numInferenceSteps >= 50 AND guidance >= 7',
    "tags = fantasy AND tags = character",
    "tags = landscape AND NOT tags = nsfw",
    "(tags = dragon OR prompt:dragon) AND width >= 1024 AND nsfw IS EMPTY",
    "width >= 1024 AND nsfw IS EMPTY AND tags = landscape",
    'numInferenceSteps >= 50 AND guidance >= 7 AND createdAt >= "2024-01-01"',
    "nsfw IS EMPTY AND width >= 512",
    "tags = character AND tags = fantasy AND tags = warrior",
    "width >= 1024 AND nsfw IS EMPTY",
]
MODEL_EXAMPLES = [
    "capabilities = img2img AND type = flux.1-lora",
    "name:character",
    'type = "flux.1-lora"',
    "source = training",
    "parentModelId = model_abc123",
    "capabilities = img2img",
    "tags = character",
    "collectionIds = col_abc123",
    "concepts = model_xyz789",
    "trainingImagesNumber >= 10",
    "exampleAssetIds = asset_abc123",
    "complianceMetadata.subProcessor = Modal",
    "complianceMetadata.modelProvider = Scenario",
    "complianceMetadata.maintainer = Scenario",
    "privacy = public",
    "authorId = user_abc123",
    'createdAt >= "2024-01-01"',
    'updatedAt < "2024-12-31"',
    'type = "flux.1-lora" AND capabilities = txt2img',
    "source = training AND trainingImagesNumber >= 20",
    "capabilities = txt2img AND capabilities = img2img",
    "tags = character AND tags = fantasy",
    "capabilities = txt2img",
    "source = training AND trainingImagesNumber >= 15",
]

CASTLE = {
    "id": "asset_castle",
    "mimeType": "image/png",
    "createdAt": "2024-01-15T10:30:00.000Z",
    "updatedAt": "2024-01-15T10:30:00.000Z",
    "privacy": "private",
    "metadata": {
        "name": "Fantasy Castle",
        "kind": "image",
        "width": 1024,
        "height": 768,
        "aspectRatio": "4:3",
        "prompt": "A château on the hill, dragons above",
        "seed": "1234567890",
        "guidance": 7.5,
        "negativePrompt": "",
        "scheduler": None,
    },
    "tags": ["fantasy", "castle"],
    "collectionIds": ["col_1"],
    "nsfw": [],
}
HERO = {
    "id": "model_hero",
    "name": "Hero maker",
    "type": "flux.1-lora",
    "concepts": [{"modelId": "model_a"}, {"modelId": "model_b"}],
    "complianceMetadata": {"subProcessor": "Modal"},
    "trainingImagesNumber": 25,
}


def reason(text: str, table: Table = ASSETS) -> str:
    """Why the filter is refused: the body has a reason, the status is 400."""
    with pytest.raises(ApiError) as caught:
        predicate(parse(text), table)
    assert caught.value.status == 400
    return str(caught.value.body()["reason"])


def passes(text: str, document: dict[str, Any] = CASTLE, table: Table = ASSETS) -> bool:
    return predicate(parse(text), table)(document)


# ---- parsing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "text"), [*((ASSETS, text) for text in ASSET_EXAMPLES), *((MODELS, text) for text in MODEL_EXAMPLES)]
)
def test_every_example_of_the_guide_parses_and_fits_its_table(table: Table, text: str) -> None:
    tree = parse(text)
    predicate(tree, table)
    assert parse(str(tree)) == tree


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a=1", "a = 1"),
        ("  a  =\n1\t", "a = 1"),
        ("a = 1 OR b = 2 AND c = 3", "a = 1 OR b = 2 AND c = 3"),
        ("(a = 1 OR b = 2) AND c = 3", "(a = 1 OR b = 2) AND c = 3"),
        ("NOT a = 1 AND b = 2", "NOT a = 1 AND b = 2"),
        ("NOT (a = 1 AND b = 2)", "NOT (a = 1 AND b = 2)"),
        ("NOT(a=1)", "NOT a = 1"),
        ("not not a:b or c is not empty and d Is Empty", "NOT NOT a:b OR c IS NOT EMPTY AND d IS EMPTY"),
        ("((a = 1))", "a = 1"),
        ("a.b-c_d = -1.5", "a.b-c_d = -1.5"),
        ("a = 2024-01-01", "a = 2024-01-01"),
        ("a = 'it\\'s'", 'a = "it\'s"'),
        (r'a = "say \"hi\" \\ \'x\'"', r'''a = "say \"hi\" \\ 'x'"'''),
        (r'a = "1\n2\t3"', 'a = "1\n2\t3"'),
        ("a = ''", 'a = ""'),
        ('a = "plain"', "a = plain"),
        ('a = "AND"', 'a = "AND"'),
        ("ANDROID = NOTE OR ORDER = ISLE", "ANDROID = NOTE OR ORDER = ISLE"),
        ("tags = empty AND tags = or", "tags = empty AND tags = or"),
    ],
)
def test_printed_form(text: str, printed: str) -> None:
    assert str(parse(text)) == printed


def test_lists_are_flat_and_not_binds_tightest() -> None:
    a, b, c = (Condition(name, "=", "1") for name in "abc")
    assert parse("a = 1 AND b = 1 AND c = 1") == And((a, b, c))
    assert parse("a = 1 OR b = 1 OR NOT c = 1") == Or((a, b, Not(c)))


def test_nodes_know_their_columns() -> None:
    tree = parse("a = 1 AND NOT  bc = 'x'")
    assert isinstance(tree, And)
    left, right = tree.items
    assert isinstance(left, Condition)
    assert isinstance(right, Not)
    assert isinstance(right.item, Condition)
    assert (left.column, left.value_column) == (1, 5)
    assert (right.column, right.item.column, right.item.value_column) == (11, 16, 21)


NAMES = st.from_regex(r"[a-zA-Z][\w.-]{0,8}", fullmatch=True).filter(
    lambda name: name.upper() not in {"AND", "OR", "NOT", "IS", "EMPTY"}
)
CONDITIONS = st.builds(Condition, NAMES, st.sampled_from([*COMPARISONS, ":"]), st.text(max_size=8)) | st.builds(
    Condition, NAMES, st.sampled_from([IS_EMPTY, IS_NOT_EMPTY])
)
TREES: st.SearchStrategy[Node] = st.recursive(
    CONDITIONS,
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(And, st.lists(inner, min_size=2, max_size=4).map(tuple))
        | st.builds(Or, st.lists(inner, min_size=2, max_size=4).map(tuple))
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(TREES)
def test_the_printed_form_parses_back_to_the_same_tree(tree: Node) -> None:
    assert parse(str(tree)) == tree


@settings(deadline=None)
@given(st.text(max_size=40) | st.text("ab=<>!:()\"'\\ ANDORNTISEMPY", max_size=60))
def test_any_text_is_a_tree_or_a_400(text: str) -> None:
    try:
        tree = parse(text)
    except ApiError:
        assert reason(text).startswith("Invalid filter syntax")
    else:
        assert parse(str(tree)) == tree


# ---- refusing --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "column", "detail"),
    [
        ("", 1, 'expected a field name, NOT or "(", found the end'),
        ("a = 1 b = 2", 7, "expected AND, OR or the end, found b"),
        ("width > > 3", 9, "expected a value, found >"),
        ("width == 3", 8, "expected a value, found ="),
        ("(a = b", 7, 'expected ")", found the end'),
        ("a = b)", 6, "expected the end, found )"),
        ("a", 2, "expected an operator (= != > >= < <= :) or IS, found the end"),
        ("a IS NOT", 9, "expected EMPTY, found the end"),
        ("a = b AND", 10, 'expected a field name, NOT or "(", found the end'),
        ('a = "x', 5, 'the string that starts here has no closing "'),
        (r'a = "x\q"', 7, "unknown escape"),
        ("tags = AND", 8, "expected a value, found AND; quote a keyword"),
        ("aspectRatio = 16:9", 17, "expected AND, OR or the end, found :; quote"),
        ("mimeType = image/png", 17, "expected AND, OR or the end, found /; quote"),
        ("width > abc", 9, 'width is a number, "abc" is not'),
        ("width > 1e999", 9, "width is a number"),
        ('createdAt > "last week"', 13, "createdAt is a date"),
        ("createdAt > 2024-13-01", 13, "createdAt is a date"),
        ("name > a", 1, "name is a string, > works on numbers and dates"),
        ("width:10", 1, "width is a number, : works on strings"),
        ("prompt:'!'", 8, "a text match needs a letter or a digit"),
    ],
)
def test_syntax_errors_name_the_column(text: str, column: int, detail: str) -> None:
    assert reason(text).startswith(f"Invalid filter syntax at column {column}: {detail}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Width > 1", '"Width" is not a filterable field; did you mean "width"?'),
        ("tag = a", '"tag" is not a filterable field; did you mean "tags"?'),
        ("qqqqq IS EMPTY", '"qqqqq" is not a filterable field'),
        (
            "kind = image AND NOT (width > 1 OR hieght > 1)",
            '"hieght" is not a filterable field; did you mean "height"?',
        ),
        ("teamId = x", '"teamId" is not a filterable field'),
    ],
)
def test_unknown_fields_are_named_with_the_nearest(text: str, expected: str) -> None:
    assert reason(text).startswith(expected)


def test_the_tables_are_those_of_the_guide() -> None:
    assert (len(ASSETS.fields), len(MODELS.fields)) == (25, 18)
    assert "width" not in MODELS.fields
    assert "capabilities" not in ASSETS.fields


def test_error_texts_can_be_sent_as_json() -> None:
    reason("a = \ud800").encode("utf-8")
    assert len(reason("x" * 5000 + " = 1")) < 200


# ---- bounds ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (" OR ".join(["width = 1"] * 10_000), "characters, at most"),
        ("(" * 1000 + "width = 1" + ")" * 1000, "nested deeper than"),
        ("NOT " * 1000 + "width = 1", "nested deeper than"),
        ("(" * 20_000, "nested deeper than"),
        ('name = "' + "x" * 1_000_000 + '"', "characters, at most"),
        ("(" * 1_000_000, "characters, at most"),
        (" OR ".join(["a=1"] * (MAX_CONDITIONS + 1)), "conditions, at most"),
        ('a = "' + "\\" * 19_990, "no closing"),
        ('"' * 20_000, "expected a field name"),
        ("=" * 20_000, "expected a field name"),
        ("x" * 20_000, "expected an operator"),
    ],
    ids=["ors", "parentheses", "nots", "open", "long-string", "long-open", "conditions", "escapes", "quotes", "=", "x"],
)
def test_no_input_makes_it_slow(text: str, says: str) -> None:
    begin = time.perf_counter()
    refusal = reason(text)
    assert time.perf_counter() - begin < 1
    assert refusal.startswith("Invalid filter syntax")
    assert says in refusal


def test_the_bounds_themselves_are_allowed() -> None:
    parse("(" * MAX_DEPTH + "a = 1" + ")" * MAX_DEPTH)
    parse("NOT " * MAX_DEPTH + "a = 1")
    parse(" AND ".join(["NOT a=1"] * 1000))  # beside each other, not inside
    parse(" OR ".join(["a=1"] * MAX_CONDITIONS))
    parse("a = '" + "x" * (MAX_LENGTH - 6) + "'")
    assert passes("NOT " * MAX_DEPTH + "width = 1024")


# ---- meaning ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "kind = image",
        "width = 1024.0",
        "width >= 1024 AND width <= 1024 AND NOT width > 1024 AND NOT width < 1024",
        "height != 1024",
        'aspectRatio = "4:3"',
        "tags = castle AND tags = fantasy",
        "tags != dragon",
        "collectionIds = col_1",
        "seed = 1234567890",
        "prompt:dragon",
        "prompt:DRAGONS",
        "prompt:'chateau hill'",
        "name:fan",
        "tags:fant",
        'createdAt >= "2024-01-15"',
        'createdAt = "2024-01-15T11:30:00+01:00"',
        'createdAt < "2024-01-15T10:30:00.001"',
        "nsfw IS EMPTY AND negativePrompt IS EMPTY AND scheduler IS EMPTY AND modelId IS EMPTY",
        "tags IS NOT EMPTY",
        "NOT modelId = x",
        "kind = video OR width > 1000",
    ],
)
def test_passes(text: str) -> None:
    assert passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "kind = Image",
        "tags = cas",
        "tags != castle",
        "modelId = x",
        "modelId != x",
        "size > 0",
        "nsfw != x",
        "negativePrompt = ''",
        "prompt:ragon",
        "prompt:'drag hill'",
        "NOT nsfw IS EMPTY",
        'createdAt <= "2024-01-15"',
    ],
)
def test_does_not_pass(text: str) -> None:
    assert not passes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("concepts = model_b", True),
        ("concepts = model_c", False),
        ("complianceMetadata.subProcessor = Modal", True),
        ("complianceMetadata.maintainer IS EMPTY", True),
        ("type = flux.1-lora AND trainingImagesNumber >= 20", True),
        ("name:hero", True),
    ],
)
def test_models(text: str, expected: bool) -> None:
    assert passes(text, HERO, MODELS) is expected


@pytest.mark.parametrize("odd", [None, [], "", {}, 5, True, "7", [None], [[1]], {"width": {}}, float("nan")])
def test_odd_documents_do_no_harm(odd: Any) -> None:
    for text in ("width > 1", "tags = x", "createdAt > 2024-01-01", "name:x", "width IS EMPTY"):
        passes(text, {"metadata": odd, "tags": odd, "createdAt": odd})
        passes(text, {"metadata": {"width": odd, "name": odd}})


FITTING = st.sampled_from([text for text in ASSET_EXAMPLES if "(" not in text])
DOCUMENTS = st.fixed_dictionaries(
    {},
    optional={
        "metadata": st.fixed_dictionaries(
            {},
            optional={
                "kind": st.sampled_from(["image", "video", ""]),
                "width": st.sampled_from([512, 1024, 1920, None]),
                "height": st.integers(0, 4000),
                "prompt": st.sampled_from(["a dragon", "a castle", ""]),
                "guidance": st.sampled_from([7, 7.5, None]),
            },
        ),
        "tags": st.lists(st.sampled_from(["landscape", "fantasy", "nsfw", "dragon"])),
        "nsfw": st.lists(st.just("x"), max_size=1),
        "createdAt": st.sampled_from(["2023-01-01T00:00:00.000Z", "2024-06-01T00:00:00.000Z"]),
    },
)


@settings(deadline=None)
@given(FITTING, FITTING, DOCUMENTS)
def test_not_is_the_complement_and_the_laws_hold(left: str, right: str, document: dict[str, Any]) -> None:
    one, other = passes(left, document), passes(right, document)
    assert passes(f"NOT ({left})", document) is not one
    assert passes(f"({left}) AND ({right})", document) is (one and other)
    assert passes(f"({left}) OR ({right})", document) is (one or other)
    assert passes(f"NOT (({left}) AND ({right}))", document) is passes(f"NOT ({left}) OR NOT ({right})", document)
