"""One call on the wire and back: address, headers, body, options, redirects, views; sync and async."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
import respx
from client_runtime.base import USER_AGENT
from client_runtime.config import RequestOptions
from client_runtime.errors import ApiError
from client_runtime.operation import Operation

from contract_tests.client.runtime_kit import (
    BASE,
    LIST,
    OK,
    PAY,
    READ,
    SEARCH,
    Price,
    Server,
    Side,
    Thing,
    json_response,
)


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Side:
    return Side(is_async=request.param == "async")


def test_what_is_sent(side: Side):
    server = Server(OK)
    side.request(server, READ, path={"thingId": "a/b"}, query={"tags": None, "on": True})
    assert server.last.method == "GET"
    assert str(server.last.url) == f"{BASE}/things/a%2Fb?on=true"
    assert dict(server.last.headers) == {
        "host": "api.example.test",
        "accept": "application/json",
        "accept-encoding": server.last.headers["accept-encoding"],
        "user-agent": USER_AGENT,
        "authorization": "Basic Y2FuYXJ5X2tleV8wMTIzNDU2Nzg5OmNhbmFyeS9zZWNyZXQrMDEyMzQ1Njc4OQ==",
    }
    assert "gzip" in server.last.headers["accept-encoding"]
    assert server.last.content == b""


def test_a_body_is_sent_as_json(side: Side):
    server = Server(OK)
    side.request(server, PAY, body={"prompt": "ä", "left": None, "nested": {"kept": None}})
    assert server.last.content.decode() == '{"prompt":"ä","nested":{"kept":null}}'
    assert server.last.headers["content-type"] == "application/json"
    assert server.last.headers["content-length"] == str(len(server.last.content))
    side.request(server, PAY, body={})
    assert server.last.content == b"{}"
    side.request(server, PAY, body=Thing({"id": None}))
    assert server.last.content == b'{"id":null}'


def test_through_respx_and_httpx_own_transport(side: Side):
    with respx.mock:
        route = respx.get(f"{BASE}/things", params={"tags": "a,b"}).mock(return_value=json_response({"id": "t"}))
        assert side.request(None, LIST, query={"tags": ["a", "b"]})[0] == {"id": "t"}
    assert route.calls.last.request.url.query == b"tags=a%2Cb"


def test_the_options_of_a_call(side: Side):
    server = Server(OK)
    options: RequestOptions = {
        "headers": {"X-Extra": "1", "accept": "text/plain", "User-Agent": None},
        "query": {"page": 2, "q": "new"},
        "body": {"extra": True, "prompt": "new"},
    }
    side.request(server, SEARCH, query={"q": "old", "a": 1}, body={"prompt": "old", "b": 2}, options=options)
    assert server.last.headers["X-Extra"] == "1"
    assert server.last.headers.get_list("Accept") == ["text/plain"]
    assert "User-Agent" not in server.last.headers
    assert server.last.url.query == b"q=new&a=1&page=2"
    assert json.loads(server.last.content) == {"prompt": "new", "b": 2, "extra": True}
    side.request(server, SEARCH, body=Thing({"id": None}), options={"body": {"x": 1}})
    assert json.loads(server.last.content) == {"x": 1}


def test_options_do_not_stay(side: Side):
    server = Server(OK)
    client = side.client(server, default_headers={"X-All": "1", "User-Agent": "mine"})

    async def both() -> None:
        await client.request(LIST, options={"headers": {"X-Extra": "1", "Authorization": "Bearer other"}})
        await client.request(LIST)

    if side.is_async:
        side.run(both())
    else:
        client.request(LIST, options={"headers": {"X-Extra": "1", "Authorization": "Bearer other"}})
        client.request(LIST)
    first, second = server.requests
    assert (first.headers["X-Extra"], first.headers.get_list("Authorization")) == ("1", ["Bearer other"])
    assert "X-Extra" not in second.headers
    assert second.headers["Authorization"].startswith("Basic ")
    assert (second.headers["X-All"], second.headers.get_list("User-Agent")) == ("1", ["mine"])


def test_a_view_knows_where_it_came_from(side: Side):
    client = side.client(Server(json_response({"thing": {"id": "t", "part": {"size": 1}}, "more": 1})))
    thing: Any = side.run(client.call(READ, Thing, path={"thingId": "t"}, unwrap="thing"))
    assert (thing.id, thing.part.size) == ("t", 1)
    assert thing.http_response.json()["more"] == 1
    assert thing._client is client
    assert thing.part._client is client
    assert type(thing) is Thing
    assert side.run(client.call(LIST, Thing))["more"] == 1


@pytest.mark.parametrize("price", [269, 200])
def test_a_price_is_a_success_of_its_own_type(side: Side, price: int):
    client = side.client(Server(json_response({"creativeUnitsCost": 7, "thing": {"id": "t"}}, price)))
    got: Any = side.run(client.call(PAY, Thing, query={"dryRun": True}, unwrap="thing", priced_cast=Price))
    assert got.http_response.status_code == price
    assert type(got) is (Price if price == 269 else Thing)


def test_a_limit_is_kept_and_what_was_spent_is_counted(side: Side):
    server = Server(
        lambda request: json_response(
            {"creativeUnitsCost": 6, "id": "t"}, 269 if b"dryRun" in request.url.query else 200
        )
    )
    client = side.client(server, max_spend=10)
    shared, own = client.with_options(timeout=5), client.with_options(max_spend=100)
    assert (client.max_spend, client.spent) == (10.0, 0.0)

    async def pay(with_: Any, **more: Any) -> Any:
        called = with_.call(PAY, Thing, priced_cast=Price, **more)
        return await called if side.is_async else called

    async def run() -> None:
        assert (await pay(client)).id == "t"
        assert [request.url.query for request in server.requests] == [b"dryRun=true", b""]
        with pytest.raises(Exception, match="it costs 6 CU, 6 of 10 CU are spent"):
            await pay(shared)
        await pay(own)

    Side(True).run(run())
    assert (client.spent, shared.spent, own.spent) == (6.0, 6.0, 6.0)


def test_without_a_limit_nothing_is_priced(side: Side):
    server = Server(json_response({"creativeUnitsCost": 6}))
    client = side.client(server)
    side.run(client.call(PAY, Thing))
    assert len(server.requests) == 1
    assert (client.spent, client.max_spend) == (6.0, None)


def test_an_extra_dry_run_option_cannot_turn_the_pricing_into_a_run(side: Side):
    server = Server(
        lambda request: json_response({"creativeUnitsCost": 6}, 269 if b"dryRun=true" in request.url.query else 200)
    )
    side.run(side.client(server, max_spend=10).call(PAY, Thing, options={"query": {"dryRun": False, "projectId": "p"}}))
    assert [request.url.query for request in server.requests] == [
        b"dryRun=true&projectId=p",
        b"dryRun=false&projectId=p",
    ]


# --- redirects --------------------------------------------------------------------------------------------------------

WRITE = Operation("changeThing", "PUT", "/things")
REDIRECTS: dict[str, tuple[Operation, int, str, str, bool]] = {
    "another path": (LIST, 302, BASE, "/v2/things", True),
    "the same host": (LIST, 301, BASE, f"{BASE}/others", True),
    "a POST that stays one": (SEARCH, 307, BASE, "/v2/search", True),
    "a POST that stays one for ever": (PAY, 308, BASE, "/v2/pay", True),
    "to TLS on the same host": (LIST, 301, "http://api.example.test/v1", "https://api.example.test/v1/things", True),
    "away from TLS": (LIST, 301, BASE, "http://api.example.test/v1/things", False),
    "another host": (LIST, 302, BASE, "https://evil.test/v1/things", False),
    "another host with the same end": (LIST, 302, BASE, "https://api.example.test.evil.test/", False),
    "another port": (LIST, 302, BASE, "https://api.example.test:8443/v1", False),
    "a user in the address": (LIST, 302, BASE, "https://api.example.test@evil.test/", False),
    "a POST that would become a GET": (SEARCH, 302, BASE, "/v2/search", False),
    "a POST, see other": (PAY, 303, BASE, "/v2/pay", False),
    "no scheme, another host": (LIST, 302, BASE, "//evil.test/v1/things", False),
    "TLS on another port": (LIST, 301, "http://api.example.test:80/v1", "https://api.example.test:8443/v1", False),
    "another protocol": (LIST, 302, BASE, "ftp://api.example.test/v1", False),
}


@pytest.mark.parametrize("case", REDIRECTS)
def test_redirects_stay_with_the_host(side: Side, case: str):
    operation, status, base, location, followed = REDIRECTS[case]
    server = Server(httpx.Response(status, headers={"location": location}), OK)
    body = {"a": 1} if operation.method == "POST" else None
    settings = {"base_url": base}
    if followed:
        assert side.request(server, operation, body=body, settings=settings)[0] == {"ok": True}
        assert str(server.last.url) == str(server.requests[0].url.join(location))
        assert server.last.method == operation.method
        assert server.last.content == server.requests[0].content
        assert server.last.headers["Authorization"] == server.requests[0].headers["Authorization"]
        return
    error = side.error(server, operation, body=body, settings=settings)
    assert type(error) is ApiError
    assert error.status == status
    assert "which is not followed" in error.reason
    assert len(server.requests) == 1


def test_redirects_in_a_circle_end(side: Side):
    server = Server(httpx.Response(302, headers={"location": f"{BASE}/things"}))
    assert side.error(server).status == 302
    assert len(server.requests) == 6
    assert side.waits == []


def test_a_redirect_to_nowhere_is_typed(side: Side):
    server = Server(httpx.Response(302, headers={"location": "https://[broken"}))
    assert "broken" in str(side.error(server, options={"max_retries": 0}))
