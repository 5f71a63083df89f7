"""`scripts/drift --cassettes`: what recorded traffic shows that the contract does not say, and nothing else."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import httpx
import pytest
from drift_report import har as reader
from drift_report import traffic
from drift_report.documents import UnusableError, of_file
from drift_report.har import Exchange
from scenario_mock import Mock, MockTransport
from scenario_mock.har import har

from contract_tests.document import drift_changes
from contract_tests.mock.valid_calls import HEADERS, valid_calls

CONTRACT = Path(__file__).parents[2] / "spec" / "openapi.yaml"
THING = {"id": "a", "state": "new"}
PAGE = {"things": [THING]}
JSON = {"content-type": "application/json"}


def recorded(answer, *, status=200, path="/v1/things", method="GET", query=(), body=None, kind="application/json"):
    """One exchange with the service of `samples/drift.yaml`."""
    text = answer if isinstance(answer, str) else json.dumps(answer)
    sent = None if body is None else json.dumps(body)
    return Exchange("t.har", 1, method, path, query, JSON["content-type"], sent, status, {}, kind, text, len(text))


def found(*exchanges):
    findings, _ = traffic.compare(drift_changes.base(), exchanges)
    return [f"{one.severity.word} {one.rule} {one.operation} {one.path} {one.text}".strip() for one in findings]


def page(**fields):
    return recorded({"things": [{**THING, **fields}]})


@pytest.mark.parametrize(
    ("exchange", "expected"),
    [
        (recorded(PAGE), ""),
        (page(kind="big", parts=[THING], counts={"x": 1}, note=None, form={"radius": 2}), ""),
        (page(color=3), "additive traffic-field listThings 200.things[].color color: number"),
        (page(parts=[{**THING, "x": 1}]), "additive traffic-field listThings 200.things[].parts[].x x: number"),
        (page(kind="huge"), 'additive traffic-value listThings 200.things[].kind "huge"'),
        (page(state="late"), 'breaking traffic-answer listThings 200.things[].state enum: has the value "late"'),
        (page(id=3), "breaking traffic-answer listThings 200.things[].id type: is number"),
        (page(id=None), "breaking traffic-answer listThings 200.things[].id type: is null"),
        (page(at="yesterday"), "breaking traffic-answer listThings 200.things[].at format: format date-time"),
        (page(at="[redacted]"), ""),
        (page(size=11), "breaking traffic-answer listThings 200.things[].size maximum: limit 10"),
        (page(counts={"x": "y"}), "breaking traffic-answer listThings 200.things[].counts.x type: is string"),
        (recorded({}), 'breaking traffic-answer listThings 200 required: "things" is a required property'),
        (recorded("<html>"), "breaking traffic-not-json listThings 200 '<html>'"),
        (
            recorded("a,b", kind="text/csv"),
            "breaking traffic-content-type listThings 200 text/csv, not application/json",
        ),
        (recorded(PAGE, status=206), "breaking traffic-success listThings 206 status 206"),
        (recorded({"reason": "x"}, status=503), ""),
        (recorded({"reason": 3}, status=503), "breaking traffic-answer listThings 503.reason type: is number"),
        (recorded({}, status=404), ""),
        (recorded(THING, method="POST", status=418, body={}), "risky traffic-failure createThing 418 status 418"),
        (recorded(PAGE, query=(("page", "2"), ("q", "a"))), "risky traffic-query listThings query.page page"),
        (
            recorded(THING, method="POST", body={"name": ""}),
            "risky traffic-request createThing body.name minLength: limit 1, and the answer was 200",
        ),
        (recorded({}, method="POST", status=400, body={"name": ""}), ""),
        (recorded({}, path="/v1/stuff/a_1"), "risky traffic-operation   GET /stuff/{} answers 200"),
        (recorded({}, path="/v1/stuff/a_1", status=404), ""),
        (recorded({}, path="/other"), ""),
        (recorded(None, path="/v1/things/a", status=200), ""),
    ],
    ids=lambda part: str(part)[-60:],
)
def test_what_one_exchange_shows(exchange, expected):
    assert found(exchange) == ([expected] if expected else [])


def test_what_many_exchanges_show_is_told_once_with_a_count():
    findings, seen = traffic.compare(drift_changes.base(), [page(color=number) for number in range(5)])
    assert [(one.seen, one.evidence) for one in findings] == [(5, "t.har entry 1")]
    assert (seen.exchanges, seen.operations) == (5, {"listThings"})


def test_calls_to_other_services_are_counted_and_left_out():
    _, seen = traffic.compare(drift_changes.base(), [recorded(PAGE), recorded("x", path="/pictures/a.png")])
    assert (seen.exchanges, seen.left_out) == (1, 1)


def test_the_mocks_own_journal_shows_nothing(tmp_path: Path):
    """A server that obeys raises no false alarm, whichever operation is called."""
    mock, file = Mock(), tmp_path / "journal.har"
    address = "https://api.cloud.scenario.com/v1"
    with httpx.Client(transport=MockTransport(mock), base_url=address, headers=HEADERS) as client:
        for call in valid_calls():
            client.request(call.method, call.path, content=json.dumps(call.body) if call.body else None)
            client.request(call.method, call.path, headers={"authorization": "Basic bm8="})
    file.write_text(json.dumps(har(mock.journal(), "1")), "utf-8")
    findings, seen = traffic.compare(of_file(CONTRACT), reader.exchanges(file))
    assert findings == []
    assert seen.exchanges == 2 * len(valid_calls()) == 2 * len(seen.operations)


def entry(**response):
    request = {"method": "get", "url": "https://example.com/v1/things?q=a%20b", "headers": []}
    return {"request": request, "response": {"status": 200, "headers": [], "content": {}, **response}}


def written(folder: Path, *entries, name="a.har"):
    file = folder / name
    file.write_text(json.dumps({"log": {"entries": entries}}), "utf-8")
    return file


def test_a_har_file_is_read_as_browsers_and_proxies_write_it(tmp_path: Path):
    packed = base64.b64encode(b'{"things": []}').decode()
    content = {"mimeType": "application/json; charset=utf-8", "text": packed, "encoding": "base64", "size": 14}
    (one,) = reader.exchanges(written(tmp_path, entry(content=content), entry(status=0)))
    assert (one.method, one.path, one.query) == ("GET", "/v1/things", (("q", "a b"),))
    assert (one.answer_type, one.answer, one.is_cut) == ("application/json", '{"things": []}', False)


def test_an_answer_of_which_only_the_beginning_was_kept_is_not_judged(tmp_path: Path):
    cut = {"mimeType": "application/json", "text": '{"things": [', "size": 5000}
    exchanges = reader.exchanges(written(tmp_path, entry(content=cut)))
    assert exchanges[0].is_cut
    assert found(*exchanges) == []


def test_a_folder_gives_all_its_recordings(tmp_path: Path):
    (tmp_path / "deep").mkdir()
    files = [written(tmp_path, name="b.har"), written(tmp_path / "deep", name="c.har")]
    assert reader.files([tmp_path]) == files
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnusableError, match=r"no \*\.har"):
        reader.files([tmp_path / "empty"])


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", "not JSON"),
        ("{}", "log.entries is missing"),
        ("[]", "log.entries is missing"),
        ('{"log": {"entries": 3}}', "is not a list"),
        ('{"log": {"entries": [{"request": {}}]}}', "entry 1: KeyError"),
        ('{"log": {"entries": [3]}}', "entry 1: TypeError"),
    ],
)
def test_a_file_that_is_no_har_is_refused(tmp_path: Path, content, complaint):
    file = tmp_path / "a.har"
    file.write_text(content, "utf-8")
    with pytest.raises(UnusableError, match=complaint):
        reader.exchanges(file)
