"""What the report of a failed test says of its requests: the latest ones with what was wrong in them, the faults that
wait in vain, and what went to other hosts.

Made from the journal's records, in which nothing is secret.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..records import Record
from ..request_log import pretty_lines

MOST_SHOWN = 15
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
        yield pretty_lines(record, colored=False)
        if 400 <= record.status < 500 and record.request_body:
            yield f"             sent {_short(record.request_body)}"


def _waiting(faults: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for fault in faults:
        if not fault["struck"]:
            calls = {name: fault[name] for name in ("operation", "tag", "method", "path", "key") if name in fault}
            words = ", ".join(f"{name} {value}" for name, value in calls.items()) or "any call"
            yield f"never struck: {fault['id']}, {fault['effect']} for {words}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_BODY else f"{line[:LONGEST_BODY]}… ({len(text)} characters)"
