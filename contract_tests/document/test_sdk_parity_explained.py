"""Explanations: what an entry matches, when it is stale, what the file may hold; and the command around them."""

from __future__ import annotations

import json

import pytest
from parity import explained
from parity.cli import main
from parity.compare import Difference
from parity.explained import EntriesError, Entry, judge, path_matches
from parity.report import rows

FIELD = Difference("listModels", "response.models[].complianceMetadata", "field", "spec")
VALUE = Difference("listModels", "query.type", "value", "spec", value="sd-xl")


def entry(operations=("*",), path="**", side="spec", **more):
    return Entry(tuple(operations), path, side, "because", **more)


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("query.type", "query.type", True),
        ("query.type", "query.types", False),
        ("response.*.complianceMetadata", "response.models[].complianceMetadata", True),
        ("response.*.complianceMetadata", "response.job.models[].complianceMetadata", False),
        ("**.complianceMetadata", "response.job.models[].complianceMetadata", True),
        ("**.complianceMetadata", "complianceMetadata", True),
        ("**.complianceMetadata", "response.xcomplianceMetadata", False),
        ("response.models[].*", "response.models[].name", True),
        ("response.models[].*", "response.modelss.name", False),
        ("response.**", "response.a.b{}.c", True),
    ],
)
def test_paths(pattern, path, matches):
    assert path_matches(pattern, path) is matches


@pytest.mark.parametrize(
    ("one", "matches"),
    [
        (entry(), True),
        (entry(operations=["listModels", "retrieveModel"]), True),
        (entry(operations=["retrieveModel"]), False),
        (entry(side="sdk"), False),
        (entry(path="response.**"), False),
        (entry(kind="value"), True),
        (entry(kind="field"), False),
        (entry(values=("sd-xl", "sd-1_5")), True),
        (entry(values=("sd-1_5",)), False),
    ],
)
def test_an_entry_matches_by_all_that_it_says(one, matches):
    assert one.matches(VALUE) is matches


def test_a_verdict_sorts():
    verdict = judge([FIELD, VALUE], [entry(kind="field")])
    assert [one for one, _ in verdict.explained] == [FIELD]
    assert verdict.unexplained == [VALUE]
    assert not verdict.is_clean
    assert judge([FIELD, VALUE], [entry()]).is_clean


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (entry(path="response.gone"), "response.gone (spec): nothing differs there any more"),
        (entry(operations=["listModels", "listJobs"]), "listJobs"),
        (entry(values=("sd-xl", "sd-2")), "sd-2"),
    ],
)
def test_what_matches_nothing_is_stale(one, says):
    verdict = judge([VALUE], [one, entry()])
    assert len(verdict.stale) == 1
    assert says in verdict.stale[0]
    assert not verdict.is_clean


@pytest.mark.parametrize(
    "text",
    [
        None,
        "a: [",
        "a: 1",
        "- {operations: '*', path: x, side: spec}",
        "- {operations: '*', path: x, side: spec, reason: ''}",
        "- {operations: '*', path: x, side: left, reason: why}",
        "- {operations: '*', path: x, side: spec, kind: odd, reason: why}",
        "- {operations: '*', path: x, side: spec, value: typo, reason: why}",
    ],
)
def test_an_unreadable_list_is_said_in_one_line(tmp_path, text):
    file = tmp_path / "entries.yaml"
    if text is not None:
        file.write_text(text)
    with pytest.raises(EntriesError, match=r"entries\.yaml") as caught:
        explained.load(file)
    assert "\n" not in str(caught.value)


def test_an_empty_list_is_fine(tmp_path):
    (tmp_path / "entries.yaml").write_text("# nothing to explain\n")
    assert explained.load(tmp_path / "entries.yaml") == []


CONTRACT = """
paths:
  /jobs/{jobId}:
    get:
      operationId: retrieveJob
      parameters:
        - {name: jobId, in: path, required: true, schema: {type: string}}
      responses:
        '200': {content: {application/json: {schema: {type: object, properties: {job: {}, extra: {type: string}}}}}}
"""
EXPLAINED = """
- {operations: [retrieveJob], path: response.extra, side: spec, reason: only here for the test}
- {operations: ['*'], path: query.projectId, side: sdk, reason: only here for the test}
- {operations: ['*'], path: response.job, kind: form, side: sdk, reason: only here for the test}
"""


@pytest.fixture
def run(tmp_path, capsys):
    """Runs the command on a contract of one operation; returns exit code, output, errors."""

    def command(*arguments: str, entries: str = EXPLAINED) -> tuple[int, str, str]:
        (tmp_path / "spec.yaml").write_text(CONTRACT)
        (tmp_path / "entries.yaml").write_text(entries)
        files = ["--spec", str(tmp_path / "spec.yaml"), "--entries", str(tmp_path / "entries.yaml")]
        code = main([*files, *arguments])
        return (code, *capsys.readouterr())

    return command


def test_exit_0_when_all_is_explained(run):
    code, out, _ = run()
    assert code == 0
    assert out.splitlines() == ["contract against scenario-sdk 2.4.0: 0 unexplained, 0 stale, 3 explained"]


def test_exit_1_for_a_difference(run):
    code, out, _ = run(entries="")
    assert code == 1
    assert "  response.extra  only in the contract" in out.splitlines()


def test_exit_1_for_a_stale_entry(run):
    code, out, _ = run(entries=EXPLAINED + "- {operations: '*', path: query.x, side: sdk, reason: old}\n")
    assert code == 1
    assert "stale entry: query.x (sdk)" in out


@pytest.mark.parametrize(
    "arguments", [("--spec", "/no/such/file"), ("--entries", "/no/such/file"), ("--sdk", "no_such_sdk")]
)
def test_exit_2_with_one_clear_line(run, arguments):
    code, out, errors = run(*arguments)
    assert (code, out) == (2, "")
    assert errors.count("\n") == 1
    assert arguments[1] in errors


def test_exit_2_for_wrong_arguments():
    with pytest.raises(SystemExit) as caught:
        main(["--nonsense"])
    assert caught.value.code == 2


def test_explained_differences_come_with_their_reasons(run):
    _, out, _ = run("--explained")
    assert "  response.extra  only in the contract  [only here for the test]" in out.splitlines()


def test_json(run):
    code, out, _ = run("--json", entries="")
    content = json.loads(out)
    assert code == 1
    assert content["sdk"] == "2.4.0"
    assert {one["path"] for one in content["unexplained"]} == {"response.extra", "query.projectId", "response.job"}


def test_explained_values_of_one_place_share_a_row():
    others = [VALUE, Difference("listModels", "query.type", "value", "spec", value="sd-1_5")]
    assert [row[1] for row in rows(judge(others, [entry()]), explained=True)] == ["query.type = sd-xl, sd-1_5"]
    assert [row[1] for row in rows(judge(others, []), explained=True)] == ["query.type = sd-xl", "query.type = sd-1_5"]


def test_tables_on_a_terminal(run, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    _, out, _ = run("--explained")
    assert "response.extra" in out
