"""What cannot be tested ends the suite with exit 2 and one line that says what is wrong, and what to do: no traceback,
no test report, no secret.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from contract_tests import targets
from contract_tests.house.certificates import certificate
from contract_tests.house.suite_runs import ROOT, run, written
from contract_tests.options import Limits
from contract_tests.standin import KEYS, standing_in

TESTS = str(ROOT / "contract_tests" / "behaviour" / "test_reads.py")
LOCAL_KEYS = {"SCENARIO_SDK_API_KEY": KEYS[0], "SCENARIO_SDK_API_SECRET": KEYS[1]}
# The plugins that take two seconds to load, for runs that end before anything is collected.
LIGHT = tuple(word for name in ("schemathesis", "hypothesispytest", "faker") for word in ("-p", f"no:{name}"))
needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificates")


def refused(variables: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """A run that is to end before it begins."""
    return run(variables, *LIGHT, TESTS, *arguments)


def ends_with(text: str, done: subprocess.CompletedProcess[str]) -> None:
    """One line that holds `text`, and nothing else."""
    assert done.returncode == 2, done.stdout[-2000:] + done.stderr[-2000:]
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    assert len(lines) == 1, lines
    assert text in lines[0]
    assert KEYS[1] not in lines[0]


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("--target", "live", "--changes"), "--changes on live needs --max-spend"),
        (("--target", "live", "--max-spend", "5"), "--max-spend needs --changes"),
        (("--read-only", "--changes"), "--read-only and --changes contradict each other"),
        (("--rate", "0"), "--rate must be above 0"),
        (("--time-limit", "nan"), "--time-limit must be above 0"),
        (("--max-requests", "0"), "--max-requests must be at least 1"),
        (("--changes", "--max-spend", "-1"), "--max-spend must be at least 0"),
        (("--rate", "5", "-n", "2"), "leave out -n, or the limits"),
    ],
)
def test_options_that_make_no_sense(arguments: tuple[str, ...], text: str):
    ends_with(text, refused(LOCAL_KEYS, *arguments))


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("nonsense", "--target is mock, live or a URL, not 'nonsense'"),
        ("http://[::1/v1", "is none"),
        ("http://key:secret@127.0.0.1:9/v1", "keys belong into the environment"),
        ("http://127.0.0.1:9/v1", "no answer from http://127.0.0.1:9/v1: [Errno 111] Connection refused"),
        ("http://no-such-host.invalid/v1", "no answer from http://no-such-host.invalid/v1"),
        ("http://api.cloud.scenario.com/v1", "live keys travel over https only"),
    ],
)
def test_targets_that_are_not_there(target: str, text: str):
    ends_with(text, refused(LOCAL_KEYS, "--target", target))


def test_several_processes_do_not_share_a_key():
    ends_with(
        "each would take the others' changes for lies", refused(LOCAL_KEYS, "--target", "http://[::1]:9", "-n", "2")
    )


def test_live_without_keys():
    ends_with("needs SCENARIO_SDK_API_KEY and SCENARIO_SDK_API_SECRET", refused({}, "--target", "live"))


def test_live_with_a_wrong_key():
    with standing_in() as (service, variables):
        done = refused({**variables, "SCENARIO_SDK_API_SECRET": "wrong-canary-91"}, "--target", "live")
        ends_with("does not take the key of the environment: 401", done)
        assert "wrong-canary-91" not in done.stdout + done.stderr
        assert len(service.book) == 1, "a wrong key is not tried again and again"


def test_a_target_that_never_answers():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        with pytest.raises(targets.TargetError, match=f"no answer from {url} within 0.2 s: ReadTimeout"):
            targets.open_target(url, Limits(answer=0.2))


@pytest.mark.parametrize(
    ("status", "headers", "body", "path", "text"),
    [
        (200, {"content-type": "text/html"}, b"<html>a page</html>", "/v1", "is not the API: GET models answers 200"),
        (404, {"content-type": "application/json"}, b'{"message": "Not Found"}', "", "whose base URL ends in /v1"),
        (301, {"location": "https://elsewhere.test/v1"}, b"", "/v1", "is elsewhere: 301 to https://elsewhere.test/v1"),
        (502, {"content-type": "text/html"}, b"<h1>Bad\nGateway</h1>", "/v1", "answers 502 with text/html, <h1>Bad"),
    ],
)
def test_a_url_that_is_not_the_api(status: int, headers: dict[str, str], body: bytes, path: str, text: str):
    with answering(status, headers, body) as url:
        ends_with(text, refused(LOCAL_KEYS, "--target", url + path))


@needs_openssl
def test_a_certificate_that_nobody_knows_and_how_to_trust_it(tmp_path: Path):
    files = certificate(tmp_path)
    with standing_in(certificate=files) as (service, variables):
        done = refused(variables, "--target", "live", "--rate", "50")
        ends_with("is not trusted: self-signed certificate; to trust it, name its file in SSL_CERT_FILE", done)
        assert not service.book
        suite = written(
            tmp_path,
            """
def test_both_kinds_of_client(target, api):
    assert api.get("models").status_code == 200
    with target.session() as session:
        assert session.get(target.base_url + "/models", auth=target.auth).status_code == 200
""",
        )
        trusting = {**variables, "SSL_CERT_FILE": str(files[0])}
        trusted = run(trusting, "--target", "live", "--rate", "50", *suite)
        assert trusted.returncode == 0, trusted.stdout + trusted.stderr
        assert [seen.status for seen in service.book] == [200, 200, 200]


@needs_openssl
def test_a_certificate_that_has_expired(tmp_path: Path):
    files = certificate(tmp_path, ends="20200201000000Z")
    with standing_in(certificate=files) as (_service, variables):
        done = refused({**variables, "SSL_CERT_FILE": str(files[0])}, "--target", "live")
        ends_with("is not trusted: certificate has expired; it has to be renewed", done)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("openapi: 3.1.0\npaths: {a: [\n", "not-yaml"),
        ("openapi: 2.0\n", "not-openapi-3.1"),
        ("openapi: 3.1.0\ninfo: {}\npaths: {/a: {get: {}}}\ncomponents: {schemas: {}}\n", "no-operation-id"),
    ],
)
def test_a_malformed_contract(tmp_path: Path, text: str, told: str):
    file = tmp_path / "contract.yaml"
    file.write_text(text, "utf-8")
    done = refused({}, "--spec", str(file))
    ends_with(told, done)
    assert f"{file}:" in done.stdout + done.stderr


def test_a_contract_that_is_not_there(tmp_path: Path):
    ends_with("no such file", refused({}, "--spec", str(tmp_path / "none.yaml")))


@contextmanager
def answering(status: int, headers: dict[str, str], body: bytes) -> Iterator[str]:
    """A server that gives the same answer to everything."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            for name, value in {**headers, "content-length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            """Nothing is printed."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
