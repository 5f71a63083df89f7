"""The log of requests that `scenario-mock serve` writes: what was asked, as it is answered.

| `--log` | what is written |
|---|---|
| `pretty` | for people: time, status, operation, duration, request, key; below it what was wrong in the request |
| `json` | for programs: one object in a line, with `FIELDS` |
| `off` | nothing; nobody listens to the journal then |

`auto` is `pretty` on a terminal and `off` elsewhere. Times are the mock's own, as in the journal. Bodies and headers
are not logged, secrets are taken out as the journal does it, and of a key only its beginning is shown. What a request
says never reaches a terminal as it is: characters that cannot be seen are spelled out.

A request is one write of less than 4 kB, which neither a terminal nor a pipe mixes with that of another worker.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from typing import IO, Any

from . import redaction
from .encoding import DecodeError, decode
from .records import Entry, Record, record_of
from .terminal import printable

STYLES = ("auto", "pretty", "json", "off")
FIELDS = (
    "at", "operationId", "method", "path", "query", "status", "durationMs", "key", "reason", "violations", "faults",
)  # fmt: skip
"""Of a JSON line, in this order and always all of them. `violations` are `place`, `at`, `rule` and `message` of what in
the request broke the contract, three at the most; `faults` the ids of those that struck."""
MOST_VIOLATIONS, MOST_FAULTS = 3, 8
LONGEST_LINE = 4000
LONGEST = (200, 50, 10)
"""Characters of one text in a line; in JSON one may take twelve bytes, and where that is too much the texts are cut
shorter."""
SHOWN_OF_A_KEY = 4
LATE_MS = 1000.0
COLORS = {2: "32", 3: "36", 4: "33", 5: "31"}
DIM, BOLD, WARNING, STRUCK = "2", "1", "33", "35"
INDENT = " " * 13


def watcher(style: str, stream: IO[str], environment: Mapping[str, str]) -> Callable[[Entry], None] | None:
    """What writes of each request to `stream`; None for no log. `auto` is pretty on a terminal, else off."""
    if style == "auto":
        style = "pretty" if stream.isatty() else "off"
    if style == "off":
        return None
    if style == "json":
        return lambda entry: _write(stream, json_line(entry))
    colored = stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    return lambda entry: _write(stream, pretty_lines(entry, colored=colored))


def to_stderr(style: str, environment: Mapping[str, str]) -> Callable[[Entry], None] | None:
    """The log of this process."""
    return watcher(style, sys.stderr, environment) if sys.stderr is not None else None


def json_line(entry: Entry) -> str:
    """One request for programs, in ASCII."""
    record, violations = record_of(entry, brief=True), _violations(entry)[:MOST_VIOLATIONS]
    lines = (json.dumps(_fields(record, violations, most)) for most in LONGEST)
    return next(line for line in lines if len(line) < LONGEST_LINE)


def _fields(record: Record, violations: list[dict[str, str]], most: int) -> dict[str, Any]:
    """What a line has, with texts of so many characters at the most."""
    values = (
        record.at,
        record.operation_id,
        _short(record.method, most),
        _short(record.path, most),
        _short(record.query, most),
        record.status,
        record.duration_ms,
        shown_key(record.key),
        None if record.reason is None else _short(record.reason, most),
        [{name: _short(text, most) for name, text in one.items()} for one in violations],
        record.faults[:MOST_FAULTS],
    )
    return dict(zip(FIELDS, values, strict=True))


def pretty_lines(entry: Entry, *, colored: bool) -> str:
    """One request for people."""

    def painted(text: str, *codes: str) -> str:
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if colored else text

    record = record_of(entry, brief=True)
    query = f"?{record.query}" if record.query else ""
    words = [
        painted(record.at[11:23], DIM),
        painted(str(record.status), BOLD, COLORS.get(record.status // 100, "0")),
        f"{record.operation_id or '-':26}",
        painted(f"{record.duration_ms:7.1f} ms", WARNING if record.duration_ms >= LATE_MS else DIM),
        _shown(f"{record.method} {record.path}{query}"),
        painted(f"[{shown_key(record.key)}]", DIM) if record.key else "",
    ]
    lines = [" ".join(filter(None, words))]
    if record.faults:
        lines.append(painted(f"{INDENT}struck by {', '.join(record.faults[:MOST_FAULTS])}", STRUCK))
    wrong = _wrong(record, _violations(entry))
    if wrong:
        lines.append(painted(f"{INDENT}{wrong}", COLORS[4]))
    return "\n".join(lines)


def shown_key(key: str | None) -> str | None:
    """The beginning of a key, enough to tell one's own keys apart."""
    if key is None:
        return None
    return key[: SHOWN_OF_A_KEY if len(key) > 2 * SHOWN_OF_A_KEY else 1] + "…"


def _wrong(record: Record, violations: list[dict[str, str]]) -> str:
    """What was wrong in the request, in one line: the reason, and where the first violation is."""
    if record.reason is None:
        return ""
    if not violations:
        return _shown(record.reason)
    first, others = violations[0], len(violations) - 1
    more = f", and {others} more" if others else ""
    place = " ".join(first[name] for name in ("place", "at"))
    return f"{_shown(record.reason)} ({_shown(first['rule'])} at {_shown(place)}{more})"


def _violations(entry: Entry) -> list[dict[str, str]]:
    """What in the request broke the contract, clean of secrets."""
    if entry.reason is None:
        return []
    try:
        details = decode(entry.answer).get("details")
    except (DecodeError, AttributeError):  # a fault or a preference has made something else of the answer
        return []
    found = details.get("violations") if isinstance(details, dict) else None
    secrets = redaction.secrets_of(entry.headers)
    return [
        {name: redaction.text(str(one.get(name, "")), secrets) for name in ("place", "at", "rule", "message")}
        for one in found or ()
    ]


def _shown(text: str) -> str:
    return _short(printable(text), LONGEST[0])


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most] + "…"


def _write(stream: IO[str], lines: str) -> None:
    """All at once. Where nobody reads any more there is nobody to tell; the mock goes on."""
    try:
        stream.write(lines + "\n")
        stream.flush()
    except (OSError, ValueError):
        return
