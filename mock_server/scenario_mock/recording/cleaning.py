"""Takes secrets out of what is recorded; builds on `redaction`, and trusts nothing that it does not know.

| what | becomes |
|---|---|
| a header that is not known to be harmless | `[redacted]`; of Authorization the scheme is kept |
| credentials ever sent with a request, and those of the environment, anywhere, in any spelling | `[redacted]` |
| a query parameter or JSON field that is named like a secret | `[redacted]` |
| signatures in addresses, data of data URLs | as in `redaction` |

A cassette's placeholders would break the contract where they stand (a URL has no brackets): `restored` puts in harmless
values that fit, for whoever judges a cassette.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import quote, quote_plus

from ..auth import PUBLIC_TOKEN
from ..redaction import REDACTED, SHORTEST_SECRET, header, secrets_of, text
from .exchange import Exchange

HARMLESS = frozenset(
    """accept accept-encoding accept-language age allow cache-control connection content-encoding content-language
    content-length content-type date etag expires host if-match if-none-match keep-alive last-modified prefer
    preference-applied retry-after server transfer-encoding user-agent vary via www-authenticate""".split()
)
"""Headers whose values are kept."""
CARRIER = re.compile(r"authorization|cookie|token|secret|password|api-?key|session|jwt")
"""In the name of a header whose value is looked for everywhere else."""
HARMLESS_OPENINGS = ("access-control-", "x-amzn-requestid", "x-ratelimit-", "x-stainless-")
WORD = re.compile(r"[A-Za-z]{1,7}|\d{1,7}")
"""Credentials like these are made up, and taking such words out would only spoil the text."""
MOST_REMEMBERED = 64
"""Credentials: a fuzzer makes up new ones with each request, and each has to be looked for in every text."""
SHORTEST_KEY = 8
"""A shorter API key is a word of its own too often."""
NAMES = (
    r"(?:x[-_]?)?api[-_]?(?:key|secret)|(?:client|private|secret|access)[-_]?(?:key|secret)|secret|password|passwd|"
    r"(?:access|refresh|id|auth|session|security|bearer)[-_]?token|token|authorization|jwt|credentials?|cookie"
)
FIELD = re.compile(
    rf"""((["'])(?:{NAMES})(\\{{0,7}})\2\s*:\s*)(?:(\\{{0,7}}["'])(?:(?!(?<!\\)\4).)*(?:\4)?|-?\d[\d.eE+-]*)""",
    re.IGNORECASE | re.DOTALL,
)
"""Also in JSON inside of JSON, whose quotes have backslashes, and in a text that was cut before the last quote."""
QUERY = re.compile(rf"([?&\s\"'](?:{NAMES})=)[^&\s\"'#]*", re.IGNORECASE)
COUNTED = re.compile(r"\[\d+ characters\]")


class Secrets:
    """What must not be shown: what is `known` from the start, and the credentials of the latest requests."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._known = frozenset().union(*map(_spelled, known))
        self._learnt: dict[tuple[str, ...], frozenset[str]] = {}
        self._sorted = _longest_first(self._known)

    def learn(self, headers: Mapping[str, str]) -> None:
        """Remember the credentials that a request with these headers carries (names in lower case)."""
        carried = tuple(value for name, value in headers.items() if CARRIER.search(name))
        spellings = self._learnt.pop(carried, None)
        if spellings is None:
            secrets = {*secrets_of(headers), *_credentials(headers.get("authorization", ""))}
            secrets.update(part for value in carried for part in _parts(value))
            spellings = frozenset().union(*map(_spelled, secrets))
        changed = not spellings <= set(self._sorted)
        self._learnt[carried] = spellings
        if len(self._learnt) > MOST_REMEMBERED:
            self._learnt.pop(next(iter(self._learnt)))
            changed = True
        if changed:
            self._sorted = _longest_first(self._known.union(*self._learnt.values()))

    def text(self, value: str) -> str:
        """A path, query, body or message as it may be shown."""
        cleaned = text(value, self._sorted)
        cleaned = FIELD.sub(lambda found: f"{found[1]}{found[3]}{found[2]}{REDACTED}{found[3]}{found[2]}", cleaned)
        return QUERY.sub(rf"\g<1>{REDACTED}", f"?{cleaned}")[1:]

    def holds(self, content: bytes) -> bool:
        """Whether a secret stands in `content`: then no part of it may be quoted, as a cut could leave half of one."""
        shown = content.decode("utf-8", "replace")
        return any(secret in shown for secret in self._sorted)

    def exchange(self, exchange: Exchange) -> Exchange:
        """The exchange as it may be kept. Bodies that are no text are left out."""
        return replace(
            exchange,
            path=self.text(exchange.path),
            query=self.text(exchange.query),
            headers=self._headers(exchange.headers),
            body=self._body(exchange.body),
            answer_headers=self._headers(exchange.answer_headers),
            answer=self._body(exchange.answer),
        )

    def _headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        return {name: self.text(_header(name, value)) for name, value in headers.items()}

    def _body(self, body: bytes) -> bytes:
        try:
            return self.text(body.decode("utf-8")).encode()
        except UnicodeDecodeError:
            return b""


def _spelled(secret: str) -> frozenset[str]:
    """A secret as it may be spelled in a text; nothing for one that is too short or a mere word."""
    if len(secret) < SHORTEST_SECRET or WORD.fullmatch(secret):
        return frozenset()
    encoded = {spell(secret) for spell in _SPELLINGS}
    inside = {spell(one) for one in encoded for spell in (_json, _plain_json)}  # of JSON inside of JSON
    return frozenset({secret, *encoded, *inside, base64.b64encode(secret.encode()).decode().rstrip("=")})


def _longest_first(spellings: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(spellings, key=len, reverse=True))


def _json(secret: str) -> str:
    return json.dumps(secret)[1:-1]


def _plain_json(secret: str) -> str:
    return json.dumps(secret, ensure_ascii=False)[1:-1]


def _fully_quoted(secret: str) -> str:
    return quote(secret, safe="")


def _python(secret: str) -> str:
    return repr(secret)[1:-1]


_SPELLINGS: tuple[Callable[[str], str], ...] = (_json, _plain_json, quote, _fully_quoted, quote_plus, _python)


def _parts(value: str) -> Iterator[str]:
    """The value of a header, or those of the cookies in it; the scheme of credentials is none."""
    if value != PUBLIC_TOKEN:
        yield value
        yield from (pair.partition("=")[2] for pair in value.split("; "))


def _credentials(authorization: str) -> Iterator[str]:
    """Everything secret in an Authorization header, also in one that is spelled badly: words, and what they encode.

    An API key counts when it is long enough to be no word of its own.
    """
    scheme, *words = authorization.split() or [""]
    if not words and scheme != PUBLIC_TOKEN:
        words = [scheme]
    for word in words:
        yield word
        try:
            decoded = base64.b64decode(word + "=" * (-len(word) % 4), validate=True).decode("utf-8")
        except (binascii.Error, UnicodeDecodeError, ValueError):
            continue
        key, _, secret = decoded.partition(":")
        yield secret
        if len(key) >= SHORTEST_KEY:
            yield key


def _header(name: str, value: str) -> str:
    if name == "authorization" or name in HARMLESS or name.startswith(HARMLESS_OPENINGS):
        return header(name, value)
    return REDACTED


def restored(exchange: Exchange) -> Exchange:
    """A cassette's exchange with values in the place of its placeholders that a schema can judge."""
    return replace(
        exchange,
        query=_restored(exchange.query),
        body=_restored(exchange.body.decode()).encode(),
        answer_headers={name: _restored(value) for name, value in exchange.answer_headers.items()},
        answer=_restored(exchange.answer.decode()).encode(),
    )


def _restored(value: str) -> str:
    return COUNTED.sub("AAAA", value.replace(REDACTED, "redacted"))
