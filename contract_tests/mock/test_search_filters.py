"""The filter language: what parses, what it means, how it is refused, and that every bound has its own answer.

Properties: a tree's printed form parses back to the same tree; no text makes the parser raise anything but a 400; NOT
is the complement, De Morgan's laws hold, the order of conditions does not matter; a field that is not empty is either
equal to a value or not, and below, at or above it. Every example filter of the search guide parses and fits its table.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scenario_mock.search import ASSETS, MODELS, And, Condition, Node, Not, Or, Table, parse, predicate
from scenario_mock.search.evaluate import question
from scenario_mock.search.filters import (
    COMPARISONS,
    IS_EMPTY,
    IS_NOT_EMPTY,
)

from contract_tests.mock.search_documents import DATES, TEXTS, VALUES, documents, filters

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
        ("tags = été OR tags = 龍", 'tags = "été" OR tags = "龍"'),
        ("tags = e\u0301te\u0301", 'tags = "e\u0301te\u0301"'),  # accents on their own
        ("tags = हिन्दी", 'tags = "हिन्दी"'),  # vowel signs
        ("tags = 🐉 AND\u00a0tags = 👩\u200d🚀", 'tags = "🐉" AND tags = "👩\u200d🚀"'),  # joiners; wide spaces
        ("aspectRatio='16:9'AND(width=1)", 'aspectRatio = "16:9" AND width = 1'),
        ("prompt: dragon", "prompt:dragon"),
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


def test_the_tables_are_those_of_the_guide() -> None:
    assert (len(ASSETS.fields), len(MODELS.fields)) == (25, 18)
    assert "width" not in MODELS.fields
    assert "capabilities" not in ASSETS.fields


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
        'createdAt = "2024-01-15T05:00-05:30" AND createdAt > 2024-01-15 AND createdAt < 2024-01-16',
        "guidance = 75e-1 AND guidance > .5 AND guidance > -5 AND guidance < 1e3 AND guidance < '+8'",
        'name >= "Fantasy" AND name < g AND name > F AND name <= "Fantasy Castle"',
        "seed > 1",  # as texts
        "name < a",  # capitals come before
        "kind = image OR kind = video AND width = 1",  # AND binds closer
        "NOT kind = video AND width = 1024",
        'NOT (name = "" OR NOT name != "")',
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
        "createdAt = 2024-01-15",
        "seed > 2",  # as texts: "1234567890" comes before
        "modelId >= a OR modelId < a",
        "scheduler IS NOT EMPTY",
        "(kind = image OR kind = video) AND width = 1",
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


def test_a_question_says_what_to_look_for() -> None:
    def wanted(text: str) -> Any:
        condition = parse(text)
        assert isinstance(condition, Condition)
        return question(condition, ASSETS).wanted

    assert wanted("name >= m") == "m"
    assert wanted("width = 1e3") == 1000.0
    assert wanted('createdAt = "2024-01-01T00:00:00.001Z"') == 1704067200001.0
    assert wanted('createdAt = "1969-12-31T23:00:00-00:59"') == -60_000.0
    assert wanted("prompt:'Un Château'") == ("un", "chateau")
    assert wanted("nsfw IS EMPTY") is None


# ---- laws ------------------------------------------------------------------------------------------------------------

LAWS = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
TABLES = pytest.mark.parametrize("table", [ASSETS, MODELS], ids=["assets", "models"])


@TABLES
@LAWS
@given(st.data())
def test_the_laws_of_logic_hold(table: Table, data: st.DataObject) -> None:
    hit = data.draw(documents(table, nulls=True))
    left, right = data.draw(filters(table)), data.draw(filters(table))

    def holds(node: Node) -> bool:
        return predicate(node, table)(hit)

    one, other = holds(left), holds(right)
    assert holds(parse(str(left))) is one
    assert holds(Not(left)) is not one
    assert holds(And((left, right))) is holds(And((right, left))) is (one and other)
    assert holds(Or((left, right))) is holds(Or((right, left))) is (one or other)
    assert holds(Not(And((left, right)))) is holds(Or((Not(left), Not(right))))
    assert holds(Not(Or((left, right)))) is holds(And((Not(left), Not(right))))


@TABLES
@LAWS
@given(st.data())
def test_a_field_is_empty_or_equal_or_different_and_on_one_side(table: Table, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(list(table.fields.values())))
    pool = {"number": ["0", "7.25", "1024", "1e9"], "date": DATES}.get(field.type) or [*TEXTS, *VALUES["tags"]]
    hit, value = data.draw(documents(table, nulls=True)), data.draw(st.sampled_from(pool))

    def holds(operator: str, wanted: str | None = value) -> bool:
        return predicate(Condition(field.name, operator, wanted), table)(hit)

    assert [holds(IS_EMPTY, None), holds("="), holds("!=")].count(True) == 1
    assert holds(IS_NOT_EMPTY, None) is not holds(IS_EMPTY, None)
    if field.type != "string[]":
        assert [holds(IS_EMPTY, None), holds("<"), holds("="), holds(">")].count(True) == 1
        assert holds("<=") is (holds("<") or holds("="))
        assert holds(">=") is (holds(">") or holds("="))
