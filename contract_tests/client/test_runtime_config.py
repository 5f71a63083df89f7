"""Where settings come from, and what is said about those that cannot be read."""

from __future__ import annotations

import base64
import copy
import pickle
import tomllib
from pathlib import Path
from typing import Any

import httpx
import pytest
from client_runtime import config
from client_runtime.base import USER_AGENT
from client_runtime.errors import ConfigError

from contract_tests.client.runtime_kit import BASE, KEY, LIST, OK, SECRET, Server, Side

SDK = {"SCENARIO_SDK_API_KEY": "sdk_key", "SCENARIO_SDK_API_SECRET": "sdk_secret"}
GUIDE = {"SCENARIO_API_KEY": "guide_key", "SCENARIO_API_SECRET": "guide_secret"}
JWT = {"SCENARIO_SDK_JWT": "jwt_of_env"}


def basic(key: str, secret: str) -> str:
    return "Basic " + base64.b64encode(f"{key}:{secret}".encode()).decode()


FOUND: dict[str, tuple[dict[str, Any], dict[str, str], str]] = {
    "arguments": ({"api_key": "k", "api_secret": "s"}, {}, basic("k", "s")),
    "arguments before the environment": ({"api_key": "k", "api_secret": "s"}, {**SDK, **JWT}, basic("k", "s")),
    "the SDK's names": ({}, SDK, basic("sdk_key", "sdk_secret")),
    "the guides' names": ({}, GUIDE, basic("guide_key", "guide_secret")),
    "the SDK's names first": ({}, {**GUIDE, **SDK}, basic("sdk_key", "sdk_secret")),
    "a whole pair before a half": (
        {},
        {**GUIDE, "SCENARIO_SDK_API_KEY": "lonely"},
        basic("guide_key", "guide_secret"),
    ),
    "mixed names when no pair is whole": (
        {},
        {"SCENARIO_SDK_API_KEY": "a", "SCENARIO_API_SECRET": "b"},
        basic("a", "b"),
    ),
    "a key with the environment's secret": ({"api_key": "k"}, SDK, basic("k", "sdk_secret")),
    "an empty variable is none": ({}, {"SCENARIO_SDK_API_KEY": "", **GUIDE}, basic("guide_key", "guide_secret")),
    "blanks and line ends": ({"api_key": " k\n", "api_secret": "s\r\n"}, {}, basic("k", "s")),
    "token": ({"token": "t"}, {}, "Bearer t"),
    "token with its scheme": ({"token": "Bearer t"}, {}, "Bearer t"),
    "token before the environment's pair": ({"token": "t"}, SDK, "Bearer t"),
    "the environment's token": ({}, JWT, "Bearer jwt_of_env"),
    "in the environment a pair before a token": ({}, {**JWT, **SDK}, basic("sdk_key", "sdk_secret")),
    "public": ({"public": True}, {}, "public-auth-token"),
    "public before the environment": ({"public": True}, {**SDK, **JWT}, "public-auth-token"),
}


@pytest.mark.parametrize("case", FOUND)
def test_credentials(case: str):
    arguments, environ, header = FOUND[case]
    assert config.load(**arguments, environ=environ).credentials.header() == header


REFUSED: dict[str, tuple[dict[str, Any], dict[str, str], str]] = {
    "nothing at all": ({}, {}, "no credentials: set SCENARIO_SDK_API_KEY and SCENARIO_SDK_API_SECRET .* public=True"),
    "half a pair": ({"api_key": "k"}, {}, "an API key without an API secret: set SCENARIO_SDK_API_KEY"),
    "the other half": ({}, {"SCENARIO_API_SECRET": "s"}, "an API secret without an API key"),
    "two ways": ({"api_key": "k", "api_secret": "s", "token": "t"}, {}, "give one of: api_key with api_secret"),
    "two other ways": ({"token": "t", "public": True}, {}, "give one of"),
    "an empty key": ({"api_key": "", "api_secret": "s"}, SDK, "api_key is empty"),
    "an empty token": ({"token": " "}, {}, "token is empty"),
    "a key that is none": ({"api_key": 5, "api_secret": "s"}, {}, "api_key must be a string, not int"),
    "a token of two lines": ({"token": "a\nb"}, {}, "token holds characters that no header can carry"),
    "a key with a colon": ({"api_key": "a:b", "api_secret": "s"}, {}, "colon"),
    "no address": ({"base_url": "api.test/v1"}, SDK, "base_url must begin with http:// or https://"),
    "another scheme": ({"base_url": "ftp://api.test"}, SDK, "base_url must begin with"),
    "an address with a password": ({"base_url": "https://k:canary@api.test"}, SDK, "^base_url holds a user"),
    "an address with a query": ({"base_url": "https://api.test?key=canary"}, SDK, r"without query .*key=\*\*\*"),
    "no timeout": ({"timeout": 0}, SDK, "timeout must be seconds above 0"),
    "a timeout of words": ({"timeout": "5"}, SDK, "timeout must be"),
    "a true timeout": ({"timeout": True}, SDK, "timeout must be"),
    "fewer than no retries": ({"max_retries": -1}, SDK, "max_retries must be"),
    "half a retry": ({"max_retries": 1.5}, SDK, "max_retries must be"),
    "a negative budget": ({"max_spend": -1}, SDK, "max_spend must be"),
    "a budget that is no number": ({"max_spend": float("nan")}, SDK, "max_spend must be"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_a_sentence(case: str):
    arguments, environ, message = REFUSED[case]
    with pytest.raises(ConfigError, match=message) as caught:
        config.load(**arguments, environ=environ)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize("is_async", [False, True])
def test_a_client_reads_the_environment(monkeypatch: pytest.MonkeyPatch, is_async: bool):
    side = Side(is_async)
    for name in (*SDK, *GUIDE, *JWT, "SCENARIO_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    kind = type(side.client(None))
    with pytest.raises(ConfigError, match="SCENARIO_API_KEY"):
        kind()
    for name, value in GUIDE.items():
        monkeypatch.setenv(name, value)
    assert kind().base_url == "https://api.cloud.scenario.com/v1"
    monkeypatch.setenv("SCENARIO_BASE_URL", "http://127.0.0.1:4010/v1/")
    assert kind().base_url == "http://127.0.0.1:4010/v1"
    assert kind(base_url="https://other.test").base_url == "https://other.test"


TIMEOUTS: list[tuple[Any, dict[str, float | None]]] = [
    (60.0, {"connect": 5.0, "read": 60.0, "write": 60.0, "pool": 60.0}),
    (600, {"connect": 5.0, "read": 600.0, "write": 600.0, "pool": 600.0}),
    (2.0, {"connect": 2.0, "read": 2.0, "write": 2.0, "pool": 2.0}),
    (None, {"connect": 5.0, "read": None, "write": None, "pool": None}),
    (httpx.Timeout(9.0), {"connect": 9.0, "read": 9.0, "write": 9.0, "pool": 9.0}),
]


@pytest.mark.parametrize(("given", "sent"), TIMEOUTS)
@pytest.mark.parametrize("is_async", [False, True])
def test_timeouts_of_client_and_call(given: Any, sent: dict[str, float | None], is_async: bool):
    side, server = Side(is_async), Server(OK)
    side.request(server, settings={"timeout": given})
    assert server.last.extensions["timeout"] == sent
    side.request(server, options={"timeout": given})
    assert server.last.extensions["timeout"] == sent


def test_default_timeouts():
    server = Server(OK)
    Side(False).request(server)
    assert server.last.extensions["timeout"] == {"connect": 5.0, "read": 60.0, "write": 60.0, "pool": 60.0}


@pytest.mark.parametrize("is_async", [False, True])
def test_with_options_shares_connections(is_async: bool):
    side, server = Side(is_async), Server(OK)
    client = side.client(server, default_headers={"X-One": "1"})
    other = client.with_options(timeout=7, max_retries=0, base_url="https://other.test", default_headers={"X-Two": "2"})
    side.run(other.request(LIST))
    assert other._http() is client._http()
    assert str(server.last.url) == "https://other.test/things"
    assert server.last.extensions["timeout"]["read"] == 7.0
    assert (server.last.headers["X-One"], server.last.headers["X-Two"]) == ("1", "2")
    assert server.last.headers["Authorization"] == basic(KEY, SECRET)
    assert (client.base_url, client._config.timeout) == (BASE, 60.0)
    token = client.with_options(token="other_token")
    side.run(token.request(LIST))
    assert server.last.headers["Authorization"] == "Bearer other_token"


@pytest.mark.parametrize("is_async", [False, True])
def test_closing_ends_with_the_owner(is_async: bool):
    side, server = Side(is_async), Server(OK)
    client = side.client(server)
    other = client.with_options(max_retries=0)
    side.run(other.request(LIST))
    side.run(other.close())
    side.run(client.request(LIST))
    side.run(client.close())
    side.run(client.close())
    for closed in (client, other):
        with pytest.raises(RuntimeError, match="closed"):
            side.run(closed.request(LIST))


def test_as_context_manager():
    with Side(False).client(Server(OK)) as client:
        assert client.request(LIST)[0] == {"ok": True}
    with pytest.raises(RuntimeError, match="closed"):
        client.request(LIST)

    async def run() -> None:
        async with Side(True).client(Server(OK)) as client:
            assert (await client.request(LIST))[0] == {"ok": True}

    Side(True).run(run())


def test_a_client_of_the_callers_own():
    server = Server(OK)
    headers = {"X-Mine": "1", "Authorization": "Basic mine", "User-Agent": "mine"}
    with httpx.Client(transport=httpx.MockTransport(server), headers=headers, auth=("other", "user")) as mine:
        client = Side(False).client(None, http_client=mine)
        client.request(LIST, query={"tags": ["a", "b"]}, options={"timeout": 3, "headers": {"Accept": None}})
        assert str(server.last.url) == f"{BASE}/things?tags=a%2Cb"
        assert server.last.headers["X-Mine"] == "1"
        assert server.last.headers["Authorization"] == basic(KEY, SECRET)
        assert server.last.headers["User-Agent"] == USER_AGENT
        assert "Accept" not in server.last.headers
        assert server.last.extensions["timeout"]["read"] == 3.0
        client.close()
        assert not mine.is_closed


def test_unknown_settings_and_options_are_refused():
    client = Side(False).client(Server(OK))
    with pytest.raises(TypeError, match="with_options cannot change transport"):
        client.with_options(transport=None)
    with pytest.raises(TypeError, match="unknown option retries"):
        client.request(LIST, options={"retries": 3})
    with pytest.raises(ConfigError, match="timeout"):
        client.request(LIST, options={"timeout": -1})


@pytest.mark.parametrize("is_async", [False, True])
def test_clients_are_shown_without_keys_and_not_copied(is_async: bool):
    name = "AsyncClient" if is_async else "SyncClient"
    client = Side(is_async).client(Server(OK))
    assert repr(client) == f"{name}(base_url='{BASE}', auth='basic')"
    for duplicate in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError, match="not copied or pickled"):
            duplicate(client)


def test_the_version_is_the_distributions(root: Path):
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert f"{project['name']}/{project['version']}" == USER_AGENT
