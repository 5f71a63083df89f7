"""Filters that are refused: with a column, what was expected, what to write instead; every bound with its own answer.

No text makes the parser raise anything but a 400 whose reason starts as the search guide says.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenario_mock.errors import ApiError
from scenario_mock.search import ASSETS, Table, parse, predicate
from scenario_mock.search.evaluate import MAX_WORDS
from scenario_mock.search.filters import MAX_CONDITIONS, MAX_DEPTH, MAX_LENGTH, MAX_TOKENS


def reason(text: str, table: Table = ASSETS) -> str:
    """Why the filter is refused: the body has a reason, the status is 400."""
    with pytest.raises(ApiError) as caught:
        predicate(parse(text), table)
    assert caught.value.status == 400
    return str(caught.value.body()["reason"])


WORDS = (
    'width tags nope = != > : == IS is EMPTY NOT AND or IN TO ( ) 1 -1e3 2024-01-01 x été "ab" \' " \\ [ , “'.split()
)
PIECES = st.sampled_from([*WORDS, "\u200b", "\x00", "\ud800", " "])


@settings(deadline=None)
@given(
    st.text(max_size=40)
    | st.text("ab=<>!:()\"'\\ ANDORNTISEMPY", max_size=60)
    | st.lists(PIECES, max_size=14).map(" ".join)
    | st.lists(PIECES, max_size=14).map("".join)
)
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
        ("aspectRatio = 16:9", 17, "expected AND, OR or the end, found :; quote the value"),
        ("mimeType = image/png", 17, 'expected AND, OR or the end, found /png; quote the value: "image/png"'),
        ("width > abc", 9, 'width is a number, "abc" is not'),
        ("width > 1e999", 9, "width is a number"),
        ('createdAt > "last week"', 13, "createdAt is a date"),
        ("createdAt > 2024-13-01", 13, "createdAt is a date"),
        ("tags > a", 1, "tags is a string[], > works on strings, numbers and dates; = asks what is in a list"),
        ("width:10", 1, "width is a number, : works on strings"),
        ("prompt:'!'", 8, "a text match needs a letter or a digit"),
    ],
)
def test_syntax_errors_name_the_column(text: str, column: int, detail: str) -> None:
    assert reason(text).startswith(f"Invalid filter syntax at column {column}: {detail}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Width > 1", '"Width" is not a filterable field (column 1); did you mean "width"?'),
        ("tag = a", '"tag" is not a filterable field (column 1); did you mean "tags"?'),
        ("created_at IS EMPTY", '"created_at" is not a filterable field (column 1); did you mean "createdAt"?'),
        ("metadata.height > 1", '"metadata.height" is not a filterable field (column 1); did you mean "height"?'),
        ("steps > 1", '"steps" is not a filterable field (column 1); did you mean "numInferenceSteps"?'),
        (
            "kind = image AND NOT (width > 1 OR hieght > 1)",
            '"hieght" is not a filterable field (column 36); did you mean "height"?',
        ),
        (
            "kind = image AND trainingImagesNumber > 1",
            '"trainingImagesNumber" is not a filterable field (column 18); models have it, assets do not',
        ),
        ("qqqqq IS EMPTY", '"qqqqq" is not a filterable field (column 1); known are kind, width, height, size,'),
    ],
)
def test_unknown_fields_are_named_with_the_nearest(text: str, expected: str) -> None:
    assert reason(text).startswith(expected)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("width == 3", "use ="),
        ("width === 3", "use ="),
        ("width => 3", "use >="),
        ("width =< 3", "use <="),
        ("width <> 3", "use !="),
        ("width !== 3", "use !="),
        ("width ! 3", "use !="),
        ("width ≥ 3", "use >="),
        ("width \uff1d 3", "use ="),
        ("prompt ~ dragon", "use :"),
        ("tags = a && tags = b", "use AND"),
        ("tags = a || tags = b", "use OR"),
        ("!tags = a", "use NOT"),
        ("tags IN [a, b]", "write tags = a OR tags = b"),
        ("tags NOT IN (a, b)", "write NOT tags = a AND NOT tags = b"),
        ("prompt CONTAINS x", "write prompt:x, or prompt = x for the whole text"),
        ("name LIKE '%x%'", "write name:x, or name = x for the whole text"),
        ("tags EXISTS", "write tags IS EMPTY, or tags IS NOT EMPTY"),
        ("width IS NOT NULL", "write width IS EMPTY, or width IS NOT EMPTY"),
        ("width IS 5", "write width = x, or width IS EMPTY"),
        ("width 5 TO 10", "write width >= 5 AND width <= 10"),
        ("kind = image AND width BETWEEN 5 AND 10", "write width >= 5 AND width <= 10"),
        ("tags NOT = a", "NOT stands before the condition"),
        ("tags = “castle”", "use \" or ' around a value"),
        ("tags = cas\u200btle", "remove U+200B"),
        ("tags landscape", "a condition is field, operator, value, as in width >= 1024"),
        ("tags", "a condition is field, operator, value, as in width >= 1024"),
        ("tags = a AND", "a condition is missing"),
        ("OR tags = a", "it joins two conditions"),
        ("()", "a condition is missing"),
        ("(tags = a) AND (tags = b OR (width = 1)", 'the "(" at column 16 is not closed'),
        ("tags = a)", 'no "(" is open here'),
        ("tags = [a]", "a condition has one value, join several with OR"),
        ("tags = NOT", "quote a keyword that is a value"),
        ("tags = #nature", "quote the value"),
        ("createdAt > 2024-01-01T10:00:00Z", 'quote the value: "2024-01-01T10:00:00Z"'),
        ("name = a=b", 'quote the value: "a=b"'),
        ("name = red castle", "quote a value of several words"),
        ("name = cast*", "there are no wildcards, field:word matches words"),
        ("tags = a, tags = b", "join conditions with AND or OR, or quote a value that has a comma"),
        ("width = 1 height = 2", "AND or OR is missing"),
        ("width = 1 (height = 2)", "AND or OR is missing"),
        ('"tags" = a', "a field has no quotes"),
        ("name = dragon's lair", "quote a value that has a quote in it"),
        ("width = 1024px", "a number is like 1024, 7.5 or 1e3"),
        ("width = null", "for no value write width IS EMPTY"),
        ("createdAt > 1704067200000", 'a date is like "2024-01-31" or "2024-01-31T10:30:00Z"'),
    ],
)
def test_habits_from_other_languages_are_answered_with_what_to_write(text: str, advice: str) -> None:
    assert reason(text).endswith(f"; {advice}")
    assert reason(text).startswith("Invalid filter syntax at column ")


def test_error_texts_can_be_sent_as_json() -> None:
    reason("a = \ud800").encode("utf-8")
    assert len(reason("x" * 5000 + " = 1")) < 500


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30",
        "2024-1-1",
        "2024-01-01T24:00",
        "2024-01-01T10",
        "2024-01-01T10+24:00",
        "20240101",
        "\uff12024-01-01",
        "0000-01-01",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert "createdAt is a date" in reason(f"createdAt > '{text}'")


@pytest.mark.parametrize("text", "5. . - 1e 0x10 1_000 inf nan 1e999 \uff15 --5 1,5".split())
def test_what_is_no_number(text: str) -> None:
    assert "width is a number" in reason(f"width > '{text}'")


# ---- bounds ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (" OR ".join(["width = 1"] * 10_000), f"characters, at most {MAX_LENGTH}"),
        ("(" * 1000 + "width = 1" + ")" * 1000, f"nested deeper than {MAX_DEPTH} levels"),
        ("NOT " * 1000 + "width = 1", f"nested deeper than {MAX_DEPTH} levels"),
        ("(NOT " * 40 + "width = 1" + ")" * 40, f"nested deeper than {MAX_DEPTH} levels"),
        ("(" * 20_000, f"nested deeper than {MAX_DEPTH} levels"),
        ('name = "' + "x" * 1_000_000 + '"', f"characters, at most {MAX_LENGTH}"),
        ('name = "' + "x" * 1_000_000, f"characters, at most {MAX_LENGTH}"),
        ("\\" * 1_000_000, f"characters, at most {MAX_LENGTH}"),
        ("(" * 1_000_000, f"characters, at most {MAX_LENGTH}"),
        ("NOT " * 250_000, f"characters, at most {MAX_LENGTH}"),
        (" OR ".join(["a=1"] * (MAX_CONDITIONS + 1)), f"conditions, at most {MAX_CONDITIONS}"),
        ("OR".join(["(((((((a=1)))))))"] * 500), f"words and signs, at most {MAX_TOKENS}"),
        ('prompt:"' + "a " * (MAX_WORDS + 1) + '"', f"words to match, at most {MAX_WORDS}"),
        ('a = "' + "\\" * 19_990, "no closing"),
        ('a = "' + '\\"' * 9_990, "no closing"),  # a quote to try anew at, after each backslash
        ("x" * 20_000, "expected an operator"),
        ("width = " + "9" * 19_000, "width is a number"),
    ],
    ids=(
        "ors parentheses nots both open long-string long-open backslashes long-parentheses long-nots conditions tokens "
        "words escapes escaped-quotes x digits"
    ).split(),
)
def test_every_bound_has_its_own_answer(text: str, says: str) -> None:
    refusal = reason(text)
    assert refusal.startswith("Invalid filter syntax")
    assert says in refusal


def test_the_bounds_themselves_are_allowed() -> None:
    parse("(" * MAX_DEPTH + "a = 1" + ")" * MAX_DEPTH)
    parse("NOT " * MAX_DEPTH + "a = 1")
    parse(" AND ".join(["NOT (a=1)"] * MAX_CONDITIONS))  # beside each other, not inside
    parse(" OR ".join(["a=1"] * MAX_CONDITIONS))
    parse("a = '" + "x" * (MAX_LENGTH - 6) + "'")
    predicate(parse('prompt:"' + "dragon " * MAX_WORDS + '"'), ASSETS)
