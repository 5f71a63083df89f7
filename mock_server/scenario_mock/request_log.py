"""The log of requests that `scenario-mock serve` writes: a line each, as they are answered.

`pretty` is for people: time, status, operation, duration, key, and below it what was wrong in the request. `json` is
for programs: the fields of the journal without headers and bodies. Secrets are in neither: the journal redacts them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import IO, Any

from .encoding import decode, encode
from .records import WIRE_NAMES, Entry, Record, record_of

STYLES = ("auto", "pretty", "json", "off")
FIELDS = ("at", "operationId", "method", "path", "query", "status", "durationMs", "key", "reason", "faults")
"""Of the journal's, in the order of a JSON line."""
COLORS = {2: "32", 3: "36", 4: "33", 5: "31"}
DIM, BOLD = "2", "1"


def watcher(style: str, stream: IO[str], environment: Mapping[str, str]) -> Callable[[Entry], None] | None:
    """What writes a line for each request to `stream`; None for no log. `auto` is pretty on a terminal, else off."""
    if style == "auto":
        style = "pretty" if stream.isatty() else "off"
    if style == "off":
        return None
    if style == "json":
        return lambda entry: _write(stream, json_line(record_of(entry)))
    colored = stream.isatty() and not environment.get("NO_COLOR")
    return lambda entry: _write(stream, pretty_lines(record_of(entry), colored=colored))


def json_line(record: Record) -> str:
    """One request for programs."""
    attributes = {wire: name for name, wire in WIRE_NAMES.items()}
    return encode({name: getattr(record, attributes[name]) for name in FIELDS}).decode()


def pretty_lines(record: Record, *, colored: bool) -> str:
    """One request for people."""

    def painted(text: str, *codes: str) -> str:
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if colored else text

    query = f"?{record.query}" if record.query else ""
    name = record.operation_id or "-"
    words = [
        painted(record.at[11:23], DIM),
        painted(str(record.status), BOLD, COLORS.get(record.status // 100, "0")),
        f"{name:26}",
        painted(f"{record.duration_ms:7.1f} ms", DIM),
        f"{record.method} {record.path}{query}",
        painted(f"[{record.key}]", DIM) if record.key else "",
    ]
    lines = [" ".join(filter(None, words))]
    if record.faults:
        lines.append(painted(f"             struck by {', '.join(record.faults)}", "35"))
    if record.reason:
        lines += [painted(f"             {line}", COLORS[4]) for line in (record.reason, *_others(record))]
    return "\n".join(lines)


def _others(record: Record) -> list[str]:
    """Violations beside the first, which is the reason."""
    try:
        body: Any = decode(record.response_body) if record.response_body else None
    except ValueError:
        return []
    details = body.get("details") if isinstance(body, dict) else None
    violations = details.get("violations", []) if isinstance(details, dict) else []
    return [f"{one['place']} {one['at']}: {one['message']}" for one in violations[1:4]]


def _write(stream: IO[str], line: str) -> None:
    """A whole line at once, so that the lines of several workers do not mix."""
    stream.write(line + "\n")
    stream.flush()


def to_stderr(style: str, environment: Mapping[str, str]) -> Callable[[Entry], None] | None:
    """The log of this process."""
    return watcher(style, sys.stderr, environment)
