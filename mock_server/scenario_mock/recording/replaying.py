"""Answers requests from a cassette.

A request is the recorded one when method, path, query (in any order) and body (as JSON, when it is some) are the same
after both were cleaned, and what was redacted may be anything; ids are compared as recorded. Of several recorded
answers to one request the first comes first and the last stays. What was not recorded is answered with 404, `name`
NotRecorded, and the nearest that was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from difflib import SequenceMatcher
from threading import Lock
from urllib.parse import parse_qsl

from ..bodies import read_json
from ..clock import machine_us, monotonic
from ..contract import Contract, packaged
from ..encoding import encode
from ..errors import ApiError
from ..redaction import REDACTED
from .asgi import Answered, App, Asked, json_answer
from .cleaning import Secrets
from .exchange import Exchange
from .har_files import Cassette
from .proxy import NOT_PASSED_BACK, joined

LONGEST_TOLD = 300
MOST_COMPARED = 500
NOT_REPLAYED = NOT_PASSED_BACK | {"set-cookie"}


class Replay(App):
    """A cassette as a server, as an ASGI app and as a plain function (`reply`)."""

    def __init__(
        self,
        cassette: Cassette,
        contract: Contract | None = None,
        told: Callable[[Exchange], None] | None = None,
    ) -> None:
        super().__init__(self.answer)
        self._told = told
        self.cassette = cassette
        self.asked = self.missed = 0
        self._contract = contract or packaged()
        self._takes: dict[str, list[Exchange]] = {}
        for exchange in cassette.exchanges:
            self._takes.setdefault(_key(exchange, Secrets()), []).append(exchange)
        self._open = [(key.split(REDACTED), key) for key in self._takes if REDACTED in key]
        self._played: dict[str, int] = {}
        self._lock = Lock()

    async def answer(self, asked: Asked) -> Answered:
        """The recorded answer, or 404."""
        return self.reply(asked)

    def reply(self, asked: Asked) -> Answered:
        """The recorded answer, or 404; `told` of the exchange without secrets."""
        begun = monotonic()
        headers = joined(asked.headers)
        exchange = Exchange(
            machine_us() // 1000, 0.0, asked.method, asked.path, asked.query, headers, asked.body, 0, {}, b""
        )
        secrets = Secrets()
        secrets.learn(exchange.headers)
        answered = self._reply(exchange, secrets)
        if self._told is not None:
            took = monotonic() - begun
            self._told(secrets.exchange(replace(exchange, seconds=took, status=answered.status, answer=answered.body)))
        return answered

    def _reply(self, exchange: Exchange, secrets: Secrets) -> Answered:
        key = _key(secrets.exchange(exchange), secrets)
        if key not in self._takes:
            key = next((known for parts, known in self._open if _fits(parts, key)), key)
        with self._lock:
            self.asked += 1
            takes = self._takes.get(key)
            if takes is None:
                self.missed += 1
                return self._miss(exchange, secrets)
            turn = self._played.get(key, 0)
            self._played[key] = turn + 1
        take = takes[min(turn, len(takes) - 1)]
        kept = tuple((name, value) for name, value in take.answer_headers.items() if name not in NOT_REPLAYED)
        return Answered(take.status, kept, take.answer)

    def _miss(self, exchange: Exchange, secrets: Secrets) -> Answered:
        told = secrets.text(exchange.told)[:LONGEST_TOLD]
        reason = f"{told} was not recorded" + (", not with this body" if exchange.body else "")
        near = self._nearest(exchange, told)
        if near is not None:
            reason += f"; nearest is {near.told[:LONGEST_TOLD]}" + (" with another body" if near.told == told else "")
        return json_answer(404, {"reason": reason, "name": "NotRecorded"})

    def _nearest(self, exchange: Exchange, told: str) -> Exchange | None:
        """The recorded request that is most like this one, of the same operation if there is any."""
        operation = self._operation(exchange)
        known = [takes[0] for takes in self._takes.values()]
        same = [one for one in known if operation is not None and self._operation(one) == operation]
        return max(
            (same or known)[:MOST_COMPARED],
            key=lambda one: SequenceMatcher(None, told, one.told[:LONGEST_TOLD]).ratio(),
            default=None,
        )

    def _operation(self, exchange: Exchange) -> str | None:
        below = self.cassette.below(exchange)
        found = self._contract.route(exchange.method, below) if below is not None else []
        return None if isinstance(found, list) else found[0].id


def _key(exchange: Exchange, secrets: Secrets) -> str:
    """What makes a request the same as another, in lines: method, path, parameters, body."""
    pairs = sorted(parse_qsl(secrets.text(exchange.query), keep_blank_values=True))
    parameters = [f"{name}={value}" for name, value in pairs]
    return "\n".join([exchange.method, exchange.path, *parameters, "", _canonical(exchange.body)])


def _fits(parts: list[str], key: str) -> bool:
    """Whether `key` is these parts with anything between them."""
    first, *middle, last = parts
    if not key.startswith(first) or not key.endswith(last):
        return False
    at, end = len(first), len(key) - len(last)
    for part in middle:
        at = key.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return at <= end


def _canonical(body: bytes) -> str:
    """A body with the keys of its objects in order, when it is JSON."""
    try:
        return encode(_ordered(read_json(body))).decode() if body else ""
    except ApiError:
        return body.decode("utf-8", "replace")


def _ordered(value: object) -> object:
    if isinstance(value, dict):
        return {name: _ordered(value[name]) for name in sorted(value)}
    return [_ordered(part) for part in value] if isinstance(value, list) else value
