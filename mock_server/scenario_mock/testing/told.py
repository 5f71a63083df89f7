"""What the report of a failed test says of its requests: the latest ones with what was wrong in them, the faults that
wait in vain, and what went to other hosts.

Made from the journal's records, in which nothing is secret.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..records import Record
from ..terminal import printable

MOST_SHOWN, MOST_VIOLATIONS = 15, 5
INDENT = " " * 13
LONGEST_BODY = 400
"""Characters that are shown of a refused request's body."""


def told(records: Sequence[Record], faults: Sequence[Mapping[str, Any]], missed: Sequence[str]) -> str:
    """The whole section; `missed` are requests that nothing answered, as `POST https://host/path`."""
    lines = [*_requests(records), *_waiting(faults), *(f"not let out: {request}" for request in missed[-MOST_SHOWN:])]
    return "\n".join(lines) or "(none)"


def _requests(records: Sequence[Record]) -> Iterator[str]:
    if len(records) > MOST_SHOWN:
        yield f"({len(records) - MOST_SHOWN} earlier ones are left out)"
    for record in records[-MOST_SHOWN:]:
        query = f"?{record.query}" if record.query else ""
        key = f" [{record.key}]" if record.key else ""
        asked = printable(f"{record.method} {record.path}{query}{key}")
        yield f"{record.at[11:23]} {record.status} {record.operation_id or '-':26} {asked}"
        yield from (INDENT + printable(text) for text in _wrong(record))


def _wrong(record: Record) -> Iterator[str]:
    """What went wrong with a request, in words."""
    if record.faults:
        yield f"struck by {', '.join(record.faults)}"
    if record.reason:
        yield record.reason
    for violation in _violations(record.response_json)[1:MOST_VIOLATIONS]:  # the first is the reason
        yield f"{violation['place']} {violation['at']}: {violation['message']}"
    if 400 <= record.status < 500 and record.request_body:
        yield f"sent {_short(record.request_body)}"


def _violations(answer: Any) -> list[dict[str, str]]:
    details = answer.get("details") if isinstance(answer, dict) else None
    return details.get("violations", []) if isinstance(details, dict) else []


def _waiting(faults: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for fault in faults:
        if not fault["struck"]:
            calls = {name: fault[name] for name in ("operation", "tag", "method", "path", "key") if name in fault}
            words = ", ".join(f"{name} {value}" for name, value in calls.items()) or "any call"
            yield f"never struck: {fault['id']}, {fault['effect']} for {words}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_BODY else f"{line[:LONGEST_BODY]}… ({len(text)} characters)"
