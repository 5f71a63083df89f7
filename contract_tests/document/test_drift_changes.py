"""`scripts/drift`: each single change has the severity, the rule and the place that its direction asks for."""

from __future__ import annotations

import pytest
from drift_report.compare_operations import compare
from drift_report.documents import Document
from drift_report.rules import RULES

from contract_tests.document import drift_changes
from contract_tests.document.drift_changes import ANSWERS, BODIES, GOT, OPERATIONS, PARAMETERS, SHARED, after, base
from contract_tests.document.tiny import REMOVED

SHOWS_WORDS = ("value-", "known-value-", "filter-field-", "sort-field-", "legacy-word-", "alternative-")
IN_THE_OPERATION = [*OPERATIONS, *PARAMETERS, *BODIES, *ANSWERS]


def named(part):
    """The part of a test's id for a pointer, a value or what is expected; the same in every process."""
    return "removed" if part is REMOVED else str(part)[-60:]


def told(pointer, value):
    """The findings of one change as rows write them, by operation."""
    found: dict[str, list[str]] = {}
    for finding in compare(base(), after(pointer, value)):
        words = [finding.severity.word, finding.rule, finding.path]
        words += [finding.text] if finding.rule.startswith(SHOWS_WORDS) and " → " not in finding.text else []
        found.setdefault(finding.operation, []).append(" ".join(word for word in words if word))
    return found


@pytest.mark.parametrize(("pointer", "value", "expected"), IN_THE_OPERATION, ids=named)
def test_a_single_change(pointer, value, expected):
    found = told(pointer, value)
    assert len(found) == bool(expected), found
    rows = [row for rows in found.values() for row in rows]
    assert sorted(rows) == sorted(filter(None, expected.split(", ")))


@pytest.mark.parametrize(("pointer", "value", "expected"), SHARED, ids=named)
def test_a_change_of_a_shared_component_shows_in_each_operation(pointer, value, expected):
    field = pointer.removeprefix(f"{GOT}/").split("/")[0]
    found = told(pointer, value)
    rows = {"listThings": f"200.things[].{field}", "createThing": f"200.{field}"} if expected else {}
    assert found == {operation: [expected.format(path)] for operation, path in rows.items()}


def test_the_table_is_large_enough_and_meets_most_rules():
    every = [*IN_THE_OPERATION, *SHARED]
    met = {word for _, _, expected in every for word in expected.split() if word in RULES}
    assert len(every) >= 50
    compared = {name for name in RULES if not name.startswith(("traffic-", "sdk-"))}
    opposites = {RULES[name].opposite for name in met}
    assert compared - met - opposites == {"operation-moved", "path-parameter-renamed"}


def test_an_operation_that_moved_is_not_removed_and_added():
    document = drift_changes.sample()
    document["paths"]["/stuff"] = {"get": document["paths"]["/things"].pop("get")}
    found = compare(base(), Document("new.yaml", "", document))
    assert [(one.severity.word, one.rule, one.call) for one in found] == [
        ("breaking", "operation-moved", "client.things.list(...)")
    ]


def test_another_name_for_a_placeholder_is_the_same_operation():
    document = drift_changes.sample()
    item = document["paths"].pop("/things/{thingId}")
    item["get"]["parameters"][0]["name"] = "id"
    document["paths"]["/things/{id}"] = item
    found = compare(base(), Document("new.yaml", "", document))
    assert [(one.severity.word, one.rule) for one in found] == [("risky", "path-parameter-renamed")]
