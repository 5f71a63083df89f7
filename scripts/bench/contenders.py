"""Who is measured: the mock as a user starts it, raw ASGI with the mock's bytes, and peers; all processes with a port.

`fire` is one batch: a fixed number of one row's request over 16 keep-alive connections, every status checked, a sample
of answers handed to the row's proof.
"""

from __future__ import annotations

import functools
import json
import math
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .load import Answer, Driven, Driver, LoadError, Walker, ask, request
from .processes import Running
from .report import Figures, percentile
from .rows import LORA, READER, Row, items

ROOT = Path(__file__).resolve().parents[2]
CONNECTIONS = 16
SAMPLE_EVERY = 50
IMPORTABLE = os.pathsep.join(str(ROOT / folder) for folder in ("mock_server", "generated", "scripts"))
ENVIRONMENT = {"PYTHONPATH": IMPORTABLE, "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "200"}
"""The checkout's own code wins over whatever is installed."""


class WrongAnswer(Exception):
    """A server did not answer as it has to; the message says what came."""


@dataclass(frozen=True)
class Contender:
    """One server that can be started. `static` ones are asked by row, because they do not read bodies."""

    name: str
    command: Callable[[int], list[str]]
    base_path: str = "/v1"
    static: bool = False

    def request(self, row: Row, lora: str) -> bytes:
        """The row's request as this server takes it."""
        path = static_path(row, lora) if self.static else "/v1" + row.path.replace(LORA, lora)
        return request(row.method, self.base_path + path[3:], auth=row.auth, body=row.content())

    def first(self) -> bytes:
        """The request whose first 200 ends a cold start."""
        return request("GET", f"{self.base_path}/models", auth=READER)


@dataclass
class Up:
    """A contender that runs, the rows that it can answer, and why it cannot answer the others."""

    contender: Contender
    server: Running
    requests: dict[str, bytes] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    items: dict[str, int] = field(default_factory=dict)
    batch: dict[str, int] = field(default_factory=dict)


def static_path(row: Row, lora: str) -> str:
    """Path and query of a row for servers that only look at them; rows with bodies share a path otherwise."""
    return "/v1" + row.path.replace(LORA, lora) + (f"?row={row.name}" if row.body is not None else "")


@functools.cache
def mock_flags() -> str:
    """What `scenario-mock serve --help` says, to know which flags this mock has."""
    command = [sys.executable, "-m", "scenario_mock", "serve", "--help"]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **ENVIRONMENT})
    return run.stdout


def mock(*flags: str, checked: bool = False) -> Contender:
    """`scenario-mock serve`; answer checking is for tests and soaks, so a benchmark turns it off where it can."""
    checking = ["--no-check-answers"] if not checked and "--no-check-answers" in mock_flags() else []

    def command(port: int) -> list[str]:
        return [sys.executable, "-m", "scenario_mock", "serve", "--port", str(port), *checking, *flags]

    return Contender("mock", command)


def raw(answers: Path) -> Contender:
    """uvicorn with the bytes in `answers`."""
    program = [sys.executable, "-m", "bench.raw_server", str(answers)]
    return Contender("raw", lambda port: [*program, str(port)], static=True)


def private_lora(port: int) -> str:
    """The id of a trained private LoRA of the mock's world. Raises WrongAnswer when there is none."""
    found = ask(port, request("GET", "/v1/models?privacy=private&pageSize=100", auth=READER))
    models: list[Mapping[str, Any]] = json.loads(found.body)["models"] if found.status == 200 else []
    for model in models:
        if model["type"].endswith("lora") and model["status"] == "trained" and model["privacy"] == "private":
            return str(model["id"])
    raise WrongAnswer("the mock's world has no trained private LoRA")


def right_answer(port: int, row: Row, lora: str) -> bytes:
    """The mock's answer to a row, proven. Raises WrongAnswer."""
    answer = ask(port, request(row.method, "/v1" + row.path.replace(LORA, lora), auth=row.auth, body=row.content()))
    if answer.status != 200 or not row.proves(json.loads(answer.body)):
        raise WrongAnswer(f"{row.name}: {answer.status} {answer.body[:200].decode('utf-8', 'replace')}")
    return answer.body


def learn(up: Up, rows: list[Row], lora: str) -> None:
    """Ask once for every row: a server that does not answer 200 is not measured in that row."""
    for row in rows:
        sent = up.contender.request(row, lora)
        try:
            answer = ask(up.server.port, sent, patience=60)
        except (LoadError, ConnectionError) as error:
            up.refused[row.name] = str(error)
            continue
        if answer.status == 200:
            up.requests[row.name] = sent
            up.items[row.name] = items(answer.body)
        else:
            up.refused[row.name] = str(answer.status)


def repeat(sent: bytes, proves: Callable[[Answer], bool]) -> Walker:
    """Ask the same for ever. Raises WrongAnswer at the first answer that is not 200, or a sampled one without proof."""
    count = 0
    while True:
        answer = yield sent
        count += 1
        if answer.status != 200 or (count % SAMPLE_EVERY == 1 and not proves(answer)):
            raise WrongAnswer(f"{answer.status} {answer.body[:200].decode('utf-8', 'replace')}")


def fire(
    port: int,
    sent: bytes,
    proves: Callable[[Answer], bool],
    *,
    requests: int,
    connections: int = CONNECTIONS,
    seconds: float = math.inf,
) -> Driven:
    """One batch of a fixed number of requests, fewer when `seconds` pass. Raises WrongAnswer, also for what broke."""
    driven = Driver(port, requests=requests, seconds=seconds).run([repeat(sent, proves) for _ in range(connections)])
    if driven.broken:
        raise WrongAnswer(f"{driven.broken} connections ended without an answer")
    return driven


def batch(up: Up, row: Row, *, requests: int) -> Figures:
    """One measured batch of one row against one server."""

    def proves(answer: Answer) -> bool:
        content = json.loads(answer.body)
        return row.proves(content) if up.contender.name in ("mock", "raw", "wiremock") else isinstance(content, dict)

    before = up.server.cpu()
    driven = fire(up.server.port, up.requests[row.name], proves, requests=requests)
    cpu = up.server.cpu() - before
    return Figures(
        us=cpu / driven.answers * 1e6,
        per_second=driven.answers / driven.seconds,
        p50_ms=percentile(driven.latencies, 0.5) * 1e3,
        p99_ms=percentile(driven.latencies, 0.99) * 1e3,
        items=up.items[row.name],
    )
