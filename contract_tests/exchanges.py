"""What was said to a target and what it answered, as reports show it: no secret is ever part of an `Exchange`.

A `Broken` names the operation, the rule that it breaks, what was expected, what came, and the requests that show it as
`curl` lines that anybody with a key of their own can send.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from scenario_mock.redaction import header, secrets_of, text

LONGEST_SHOWN = 600
LONGEST_WHOLE = 8_000
DATA, KEPT = "data:", "\x00data\x00"
CREDENTIALS = '"$SCENARIO_SDK_API_KEY:$SCENARIO_SDK_API_SECRET"'
"""Stands in a `curl` line where the credentials were; the shell puts those of its user there."""
UNANSWERED = "exchange"
"""Attribute of a client's error, put there by the guard: the request that had no answer."""
LEFT_OUT = frozenset({"host", "accept", "accept-encoding", "connection", "user-agent", "content-length"})


class Secret(str):
    """A text that tracebacks do not show: as a value of a variable it is `[redacted]`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "[redacted]"


@dataclass(frozen=True)
class Exchange:
    """One request and its answer, redacted. Header names are in lower case; bodies are text, cut at no place."""

    operation_id: str | None
    """None: what was asked is no operation of the contract."""
    method: str
    url: str
    headers: Mapping[str, str]
    body: str
    status: int
    """0: no answer came."""
    answer_headers: Mapping[str, str]
    answer: str
    seconds: float

    def curl(self) -> str:
        """A shell command that sends the request again."""
        parts = ["curl", "-sS", "-i"]
        if self.method != "GET":
            parts += ["-X", self.method]
        words = [shlex.quote(part) for part in parts]
        for name, value in self.headers.items():
            if name == "authorization" and value.lower().startswith("basic ["):
                words += ["-u", CREDENTIALS]
            elif name not in LEFT_OUT:
                words += ["-H", shlex.quote(f"{name}: {value}")]
        words.append(shlex.quote(self.url))
        if self.body:
            words += ["--data-binary", shlex.quote(self.body)]
        return " ".join(words)

    def told(self) -> str:
        """The answer in short."""
        return f"{self.status} {shortened(self.answer)}".strip()


def exchange_of(
    operation_id: str | None,
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes,
    status: int,
    answer_headers: Mapping[str, str],
    answer: bytes,
    seconds: float,
    secrets: tuple[str, ...] = (),
) -> Exchange:
    """An exchange without the caller's secrets: those of its own headers, and `secrets` wherever they stand."""
    own = {name.lower(): value for name, value in headers.items()}
    hidden = tuple(sorted({*secrets_of(own), *secrets}, key=len, reverse=True))

    def shown(value: str) -> str:
        # A small picture is part of a request that can be sent again; only large ones are told by their length.
        whole = len(value) <= LONGEST_WHOLE
        return text(value.replace(DATA, KEPT) if whole else value, hidden).replace(KEPT, DATA)

    return Exchange(
        operation_id=operation_id,
        method=method,
        url=shown(url),
        headers={name: shown(header(name, value)) for name, value in own.items()},
        body=shown(body.decode("utf-8", "replace")),
        status=status,
        answer_headers={name.lower(): shown(header(name.lower(), value)) for name, value in answer_headers.items()},
        answer=shown(answer.decode("utf-8", "replace")) if is_text(answer_headers) else f"{len(answer)} bytes",
        seconds=seconds,
    )


def is_text(headers: Mapping[str, str]) -> bool:
    """Whether a body with these headers is to be read by people."""
    kind = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    return kind == "" or any(word in kind for word in ("json", "text", "xml"))


def shortened(value: object) -> str:
    """A value in one line of bounded length."""
    line = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=repr)
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]} … ({len(line)} characters)"


def unanswered(error: BaseException) -> Exchange | None:
    """The request that had no answer, if it was for want of one that something failed."""
    seen: BaseException | None = error
    while seen is not None:
        exchange = vars(seen).get(UNANSWERED)
        if isinstance(exchange, Exchange):
            return exchange
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return None


class Broken(AssertionError):
    """A rule of the contract that the target breaks."""

    def __init__(self, operation_id: str, rule: str, expected: object, came: object, *exchanges: Exchange) -> None:
        self.operation_id, self.rule = operation_id, rule
        self.expected, self.came = shortened(expected), shortened(came)
        self.exchanges = exchanges
        super().__init__(str(self))

    def __str__(self) -> str:
        lines = [f"{self.operation_id} breaks {self.rule}", f"  expected  {self.expected}", f"  came      {self.came}"]
        return "\n".join(lines + [f"  {exchange.curl()}" for exchange in self.exchanges])


def broken(operation_id: str, rule: str, expected: object, came: object, *exchanges: Exchange) -> NoReturn:
    """Raise `Broken`."""
    raise Broken(operation_id, rule, expected, came, *exchanges)
