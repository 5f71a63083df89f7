"""The shorter way through uvicorn: taken by whole calls of the API, and no caller can tell it from the longer one."""

from __future__ import annotations

import base64
import json
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from scenario_mock import Mock, Settings
from scenario_mock.app import Request, Response
from scenario_mock.shortcut import ShortcutProtocol

KEY = "Authorization: Basic " + base64.b64encode(b"key:secret").decode()
BODY = json.dumps({"prompt": "a castle"})


class Counting(Mock):
    """A mock that counts who takes which way."""

    short = 0

    def at_once(self, request: Request) -> Response | None:
        found = super().at_once(request)
        self.short += found is not None
        return found


@pytest.fixture
def mock() -> Counting:
    return Counting(Settings())


@pytest.fixture
def line(mock: Counting) -> Iterator[socket.socket]:
    """A connection to the mock, served with the shortcut."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(mock, http=ShortcutProtocol, log_level="warning", access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.005)
        with socket.create_connection(listener.getsockname(), timeout=10) as connection:
            yield connection
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listener.close()


def call(
    method: str = "GET", path: str = "/v1/models/model_xyz789", *headers: str, body: str = "", version: str = "1.1"
) -> bytes:
    """The bytes of one request."""
    length = [f"Content-Length: {len(body)}", "Content-Type: application/json"] if body else []
    lines = [f"{method} {path} HTTP/{version}", "Host: mock.test", KEY, *headers, *length, "", body]
    return "\r\n".join(lines).encode()


def answer(line: socket.socket) -> tuple[int, dict[str, str], bytes]:
    """The next answer on the line."""
    read = b""
    while b"\r\n\r\n" not in read:
        part = line.recv(1)
        assert part, "the connection was closed"
        read += part
    status, *lines = read.decode("latin-1").strip().split("\r\n")
    headers = dict(each.lower().split(": ", 1) for each in lines)
    body = b""
    while len(body) < int(headers["content-length"]):
        body += line.recv(int(headers["content-length"]) - len(body))
    return int(status.split()[1]), headers, body


def closed(line: socket.socket) -> bool:
    """Whether the other end hangs up."""
    return line.recv(1) == b""


def test_calls_of_the_api_take_it_and_keep_the_connection(line: socket.socket, mock: Counting):
    for number, (request, status) in enumerate(
        [
            (call(), 200),
            (call("POST", "/v1/generate/custom/model_imagen4-ultra", body=BODY), 200),
            (call(path="/v1/models?pageSize=3"), 200),
            (call(path="/v1/models/model_nope"), 404),
            (call("POST", "/v1/generate/embed", body="{"), 400),
        ]
    ):
        line.sendall(request)
        found, headers, body = answer(line)
        assert (found, headers["content-type"], mock.short) == (status, "application/json", number + 1)
        assert "date" in headers
        assert "connection" not in headers
        assert json.loads(body)


def test_a_body_may_come_in_parts(line: socket.socket, mock: Counting):
    request = call("POST", "/v1/generate/custom/model_imagen4-ultra", body=BODY)
    for at in range(0, len(request), 40):
        line.sendall(request[at : at + 40])
        time.sleep(0.002)
    assert answer(line)[0] == 200
    assert mock.short == 1


@pytest.mark.parametrize(
    "request_bytes",
    [
        call("HEAD"),
        call(path="/__mock__/health"),
        call("GET", "/v1/models/model_xyz789", "Prefer: code=404"),
        call("POST", "/v1/generate/embed", "Expect: 100-continue", body='{"text":"x"}'),
    ],
    ids=["head", "own route", "prefer", "expect"],
)
def test_others_take_the_longer_way(line: socket.socket, mock: Counting, request_bytes: bytes):
    line.sendall(request_bytes)
    assert line.recv(12) in (b"HTTP/1.1 200", b"HTTP/1.1 404", b"HTTP/1.1 405", b"HTTP/1.1 100")
    assert mock.short == 0


def test_chunks_take_the_longer_way(line: socket.socket, mock: Counting):
    head = call("POST", "/v1/generate/embed", "Content-Type: application/json", "Transfer-Encoding: chunked")
    line.sendall(head + b'c\r\n{"text":"x"}\r\n0\r\n\r\n')
    assert answer(line)[0] == 200
    assert mock.short == 0


def test_a_fault_that_is_set_strikes(line: socket.socket, mock: Counting):
    mock.fail_next("retrieveModel", 503)
    line.sendall(call())
    assert answer(line)[0] == 503
    assert mock.short == 0
    mock.clear_faults()
    line.sendall(call())
    assert answer(line)[0] == 200


def test_pipelined_requests_are_answered_in_order(line: socket.socket):
    paths = ["/v1/models/model_xyz789", "/__mock__/health", "/v1/models/model_abc123", "/v1/models/model_nope"]
    line.sendall(b"".join(call(path=path) for path in paths))
    found = [answer(line) for _ in paths]
    assert [status for status, _, _ in found] == [200, 200, 200, 404]
    assert json.loads(found[0][2])["model"]["id"] == "model_xyz789"
    assert json.loads(found[2][2])["model"]["id"] == "model_abc123"


@pytest.mark.parametrize(
    "request_bytes", [call("GET", "/v1/models/model_xyz789", "Connection: close"), call(version="1.0")]
)
def test_a_caller_that_wants_to_hang_up_is_let_go(line: socket.socket, mock: Counting, request_bytes: bytes):
    line.sendall(request_bytes)
    status, headers, _ = answer(line)
    assert (status, headers["connection"], mock.short) == (200, "close", 1)
    assert closed(line)


def test_a_strange_host_is_not_repeated(line: socket.socket):
    line.sendall(call().replace(b"Host: mock.test", b'Host: a"b'))
    assert b'a"b' not in answer(line)[2]
