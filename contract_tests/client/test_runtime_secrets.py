"""A canary for a key: whatever happens, it is in no text, log line, error or pickle, even when a server repeats it."""

from __future__ import annotations

import base64
import copy
import logging
import pickle
import traceback
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from client_runtime import redact
from client_runtime.auth import Credentials, find
from client_runtime.errors import ScenarioError

from contract_tests.client.runtime_kit import KEY, LIST, OK, SECRET, Server, Side, Thing, json_response

BASIC = base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()
TOKEN = "canary.jwt/token+0123456789"
CANARIES = (KEY, SECRET, BASIC, TOKEN, quote(SECRET, safe=""), quote(BASIC, safe=""), quote(TOKEN, safe=""))


def echo(request: httpx.Request) -> str:
    """Everything that a careless server knows of the caller, in every spelling."""
    sent = request.headers["authorization"]
    return f"bad {sent} for {KEY}:{SECRET} or {TOKEN}, {quote(sent, safe='')} {quote(SECRET, safe='')} {quote(TOKEN)}"


def json_echo(status: int) -> Any:
    def answer(request: httpx.Request) -> httpx.Response:
        text = echo(request)
        body = {
            "reason": text,
            "name": text,
            "code": text,
            "details": {text: [text]},
            "trace_id": text,
            "modelId": text,
        }
        return httpx.Response(status, json=body, headers={"x-request-id": KEY, "x-amzn-trace-id": BASIC})

    return answer


def html_echo(status: int) -> Any:
    return lambda request: httpx.Response(status, text=f"<title>{echo(request)}</title>")


def redirect_echo(request: httpx.Request) -> httpx.Response:
    place = f"https://{KEY}:{quote(SECRET, safe='')}@evil.test/{quote(TOKEN, safe='')}?key={KEY}&other={KEY}"
    return httpx.Response(302, headers={"location": place})


def raise_echo(kind: type[httpx.RequestError]) -> Any:
    def answer(request: httpx.Request) -> httpx.Response:
        raise kind(f"cannot send {echo(request)}")

    return answer


SERVERS: dict[str, Any] = {
    "400": json_echo(400),
    "403": json_echo(403),
    "429": json_echo(429),
    "500": json_echo(500),
    "404 HTML": html_echo(404),
    "502 HTML": html_echo(502),
    "200 HTML": html_echo(200),
    "204 text": html_echo(204),
    "redirect": redirect_echo,
    "refused": raise_echo(httpx.ConnectError),
    "slow": raise_echo(httpx.ReadTimeout),
    "bad header": raise_echo(httpx.LocalProtocolError),
}


def texts_of(error: BaseException) -> list[str]:
    """Every text that a program may show or store of an error."""
    # The httpx objects are raw access; what they show of themselves is the address, as the caller wrote it.
    ours = {name: value for name, value in vars(error).items() if name not in ("request", "http_response")}
    shown = [str(error), repr(error), repr(error.args), repr(ours), "".join(traceback.format_exception(error))]
    for other in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        shown += [str(other), repr(vars(other))]
    return [*shown, pickle.dumps(error).decode("latin-1"), pickle.dumps(error, 0).decode("latin-1")]


@pytest.mark.parametrize("settings", [{"api_key": KEY, "api_secret": SECRET}, {"token": TOKEN}], ids=["pair", "token"])
@pytest.mark.parametrize("case", SERVERS)
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_nothing_shows_the_key(is_async: bool, case: str, settings: dict[str, Any], caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    side = Side(is_async)
    client = side.client(SERVERS[case], **settings)
    options = {"query": {"reflected": settings.get("token", KEY)}}
    with pytest.raises(ScenarioError) as caught:
        side.run(client.request(LIST, options=options))
    known = [settings["token"]] if "token" in settings else [KEY, SECRET, BASIC]
    hidden = [form for text in known for form in (text, quote(text, safe=""), quote(text))]
    ours = [record.getMessage() for record in caplog.records if record.name == "scenario_client"]
    assert len(ours) >= 1
    for text in [*texts_of(caught.value), *ours, repr(client), str(client), repr(vars(client)), repr(client._config)]:
        for secret in hidden:
            assert secret not in text


def test_local_variables_of_a_traceback_show_no_key():
    client = Side(False).client(Server(httpx.ConnectError("refused")))
    with pytest.raises(ScenarioError) as caught:
        client.request(LIST)
    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    text = "".join(frames.format())
    assert "request = <Request('GET'" in text
    for canary in CANARIES:
        assert canary not in text


def test_credentials_are_not_shown_copied_or_pickled():
    credentials = find(KEY, SECRET, None, False, {})
    assert repr(credentials) == str(credentials) == "Credentials(basic)"
    for duplicate in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError, match="not copied or pickled"):
            duplicate(credentials)
    assert Credentials("public", "public-auth-token").secrets() == ()


def test_a_view_and_its_pickle_hold_no_key():
    client = Side(False).client(Server(json_response({"id": "t"})))
    thing = client.call(LIST, Thing)
    for text in (repr(thing), pickle.dumps(thing).decode("latin-1"), repr(thing.http_response), repr(thing._context)):
        for canary in CANARIES:
            assert canary not in text


def test_the_key_goes_to_the_api_alone():
    server = Server(OK)
    client = Side(False).client(server)
    client.request(LIST)
    client._http().get("https://cdn.example.test/file")
    first, second = server.requests
    assert first.headers["authorization"] == f"Basic {BASIC}"
    assert "authorization" not in second.headers


URLS = {
    "https://a.test/x?page=2&paginationToken=t": "https://a.test/x?page=2&paginationToken=t",
    "https://cdn.test/a.png?Policy=p&Key-Pair-Id=k&Signature=s&w=1": (
        "https://cdn.test/a.png?Policy=***&Key-Pair-Id=***&Signature=***&w=1"
    ),
    "https://s3.test/a?X-Amz-Signature=s&X-Amz-Date=d": "https://s3.test/a?X-Amz-Signature=***&X-Amz-Date=***",
    "https://user:pass@a.test/x#access_token=t": "https://a.test/x",
    "https://a.test/x@y?api_key=k&token": "https://a.test/x@y?api_key=***&token",
    "/relative?key=k": "/relative?key=***",
    "": "",
}


@pytest.mark.parametrize(("address", "shown"), URLS.items())
def test_addresses_are_shown_without_what_opens_them(address: str, shown: str):
    assert redact.url(address) == shown


def test_short_keys_do_not_garble_what_a_server_says():
    error = Side(False).error(
        Server(json_response({"reason": "API Keys cannot"}, 403)), settings={"api_key": "Key", "api_secret": "API"}
    )
    assert error.reason == "API Keys cannot"
