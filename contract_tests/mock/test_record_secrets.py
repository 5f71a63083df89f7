"""A secret passes through the recorder and stays nowhere: cassette, journal, lines, refusals, tables.

The canaries go in where people put secrets: credentials of every spelling, headers of their own, parameters and fields
that are named like one, and echoes of all that in an answer.
"""

from __future__ import annotations

import asyncio
import base64
import io
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

import httpx
import pytest
from scenario_mock.cassette import Recorder, base_of, check, compare, judged, load, recorder
from scenario_mock.encoding import encode
from scenario_mock.recording.cleaning import Secrets
from scenario_mock.recording.replaying import Replay
from scenario_mock.recording.telling import Teller

from contract_tests.mock.recording_kit import BASE, proxied, through

SECRET = 'cana"ry/s3cret+&é'
OTHER = "cafe-canary-0451"
"""Not part of any credentials: only its place says that it is one."""
CARRIED = "canary-in-x-api-key"
COOKIE = "canary-in-a-cookie"
KEY = "canary-api-key"
PAIR = base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()
TOKEN = "canary.bearer.token-8f14e45f"
ENVIRONMENT = "canary-of-the-environment"
CANARIES = (
    OTHER, CARRIED, COOKIE, KEY, PAIR, PAIR[20:-4], TOKEN, ENVIRONMENT,
    SECRET, quote(SECRET), quote(SECRET, safe=""), quote_plus(SECRET),
    json.dumps(SECRET)[1:-1], json.dumps(SECRET, ensure_ascii=False)[1:-1], repr(SECRET)[1:-1],
)  # fmt: skip
CREDENTIALS = (
    f"Basic {PAIR}", f"Basic Basic {PAIR}", f"basic {PAIR}", PAIR, f"Bearer {TOKEN}", f"Digest {PAIR}", TOKEN,
)  # fmt: skip
ECHO = (
    f"{SECRET} {PAIR} {ENVIRONMENT} {CARRIED} {COOKIE} {quote(SECRET)}",
    {"token": OTHER, "apiSecret": OTHER, "password": OTHER, "access_token": OTHER, "nested": {"secret": OTHER}},
    f"https://cdn.example/a?Expires=1&Signature={OTHER}&Key-Pair-Id=K",
    f"data:image/png;base64,{base64.b64encode(OTHER.encode() * 4).decode()}",
)
"""What a careless server tells of what it was sent."""


def silent(where: str, content: str) -> None:
    """None of the canaries is in `content`."""
    for canary in CANARIES:
        at = content.find(canary)
        assert at < 0, f"a secret in {where}: …{content[max(0, at - 80) : at + 80]!r}…"


def careless(request: httpx.Request) -> httpx.Response:
    """An answer that breaks the contract and repeats what it was sent, so that messages quote it."""
    sent = {"query": str(request.url.query, "latin-1"), "body": request.content.decode()}
    echo = {**sent, "all": ECHO, "of": request.headers["authorization"]}
    headers = {"set-cookie": f"session={OTHER}", "x-debug": OTHER, "location": f"https://h/?token={OTHER}"}
    return httpx.Response(200, json={"models": echo, "reason": ECHO, "token": OTHER}, headers=headers)


def requests() -> Iterator[httpx.Request]:
    """Every kind of credentials with secrets in every other place."""
    for credentials in CREDENTIALS:
        headers = {
            "authorization": credentials,
            "cookie": f"theme=dark; session={COOKIE}",
            "x-api-key": CARRIED,
            "x-of-our-own": OTHER,
            "content-type": "application/json",
        }
        query = f"api_key={OTHER}&token={OTHER}&pageSize={quote(SECRET)}&Signature={OTHER}"
        yield httpx.Request("GET", f"{BASE}/models?{query}", headers=headers)
        yield httpx.Request("GET", f"{BASE}/models/{quote(SECRET, safe='')}", headers=headers)
        yield httpx.Request("GET", f"{BASE}/nothing/{quote(SECRET, safe='')}?secret={OTHER}", headers=headers)
        for body in (encode({"assetIds": ECHO}), encode(ECHO), encode({"password": OTHER, "assetIds": SECRET}) + b"}"):
            yield httpx.Request("POST", f"{BASE}/assets/get-bulk", headers=headers, content=body)


def output(as_json: bool) -> tuple[io.StringIO, Teller]:
    stream = io.StringIO()
    return stream, Teller(stream, as_json=as_json)


@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
def test_nothing_that_the_recorder_shows_or_keeps(tmp_path: Path, as_json: bool):
    file = tmp_path / "canary.har"
    stream, teller = output(as_json)
    taking = recorder(file, BASE, told=teller.taken, secrets=[ENVIRONMENT])
    journal = httpx.Request("GET", f"{BASE.removesuffix('/v1')}/__record__/journal")
    answers = through(proxied(careless, taking), *requests(), journal)
    assert SECRET in json.loads(answers[0].content)["reason"][0], "the client gets what the server sent"
    teller.recorded(taking.counts, taking.operations, str(file))
    assert taking.counts.violations > 50
    silent("the lines", stream.getvalue())
    silent("the journal", answers[-1].text)
    assert len(answers[-1].json()["exchanges"]) == len(answers) - 1
    silent("the cassette", file.read_text("utf-8"))
    silent("exchanges as text", repr(list(taking.journal)))
    assert "assetIds" in file.read_text("utf-8")


@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
def test_nothing_that_is_made_of_a_cassette(tmp_path: Path, as_json: bool):
    file = tmp_path / "canary.har"
    taking = recorder(file, BASE, secrets=[ENVIRONMENT])
    through(proxied(careless, taking), *requests())
    cassette = load(file)
    stream, teller = output(as_json)
    teller.judged((number, exchange.told, judgement) for number, exchange, judgement in judged(cassette))
    assert check(cassette)
    teller.compared(compare(cassette))
    silent("the tables", stream.getvalue())
    replay = Replay(cassette)

    async def ask() -> None:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=replay)) as client:  # type: ignore[arg-type]
            for request in requests():
                answer = await client.send(request)
                silent("a replayed answer", answer.text + repr(answer.headers))
                assert answer.status_code == 200, answer.text
            missing = next(requests())
            answer = await client.post(f"{BASE}/models?secret={OTHER}", headers=missing.headers, content=SECRET)
            assert answer.status_code == 404
            silent("a miss", answer.text)

    asyncio.run(ask())


def test_a_message_that_is_cut_shows_no_half_of_a_secret():
    """Messages quote up to 300 characters of a value; here the credentials begin just before."""
    stream, teller = output(as_json=False)
    taking = Recorder(base_of(BASE), told=teller.taken)

    def careless(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"models": "-" * 280 + TOKEN})

    headers = {"authorization": f"Bearer {TOKEN}"}
    through(proxied(careless, taking), httpx.Request("GET", f"{BASE}/models", headers=headers))
    assert "listModels answer violation type body/models" in stream.getvalue()
    assert TOKEN[:6] not in stream.getvalue()


def test_made_up_credentials_spoil_nothing_and_cost_nothing():
    secrets = Secrets()
    for number in range(3000):
        secrets.learn({"authorization": f"Bearer made-up-{number}"})
    secrets.learn({"authorization": "Basic " + base64.b64encode(b"null:true").decode()})
    assert secrets.text('{"a": null, "b": true}') == '{"a": null, "b": true}'
    assert secrets.text("made-up-2999") == "[redacted]"
    assert len(secrets._sorted) < 1500


def test_no_failure_tells_it():
    def unreachable(request: httpx.Request) -> httpx.Response:
        shown = {name: value for name, value in request.headers.items() if name != "x-of-our-own"}
        raise httpx.ConnectError(f"no route for {shown} {request.url} {SECRET}")

    stream, teller = output(as_json=False)
    taking = Recorder(base_of(BASE), told=teller.taken, secrets=[ENVIRONMENT])
    answers = through(proxied(unreachable, taking), *requests())
    assert {answer.status_code for answer in answers} == {502}
    silent("the refusals", "".join(answer.text for answer in answers))
    silent("the lines", stream.getvalue())
    assert "unreachable" in stream.getvalue()
