"""The journal as HAR 1.2, for browsers' network panels and other readers of recorded traffic.

The records come clean of secrets; what HAR wants and the mock does not know is -1, as its specification says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from .records import Record

PHRASES = {status.value: status.phrase for status in HTTPStatus}


def har(records: Iterable[Record], version: str) -> dict[str, Any]:
    """The records as a HAR document; `version` is the program's."""
    creator = {"name": "scenario-mock", "version": version}
    return {"log": {"version": "1.2", "creator": creator, "entries": [har_entry(record) for record in records]}}


def har_entry(record: Record) -> dict[str, Any]:
    """One record as an entry of a HAR document."""
    return {
        "startedDateTime": record.at,
        "time": record.duration_ms,
        "request": _request(record),
        "response": _response(record),
        "cache": {},
        "timings": {"send": 0, "wait": record.duration_ms, "receive": 0},
        "comment": ", ".join([record.operation_id or "no operation", *record.faults]),
    }


def _request(record: Record) -> dict[str, Any]:
    query = f"?{record.query}" if record.query else ""
    made: dict[str, Any] = {
        "method": record.method,
        "url": f"{record.origin}{record.path}{query}",
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": _named(record.request_headers),
        "queryString": [
            {"name": name, "value": value} for name, value in parse_qsl(record.query, keep_blank_values=True)
        ],
        "headersSize": -1,
        "bodySize": record.request_size,
    }
    if record.request_body is not None:
        kind = record.request_headers.get("content-type", "application/octet-stream")
        made["postData"] = {"mimeType": kind, "text": record.request_body}
    return made


def _response(record: Record) -> dict[str, Any]:
    content: dict[str, Any] = {
        "size": record.response_size,
        "mimeType": record.response_headers.get("content-type", ""),
    }
    if record.response_body is not None:
        content["text"] = record.response_body
    return {
        "status": record.status,
        "statusText": PHRASES.get(record.status, ""),
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": _named(record.response_headers),
        "content": content,
        "redirectURL": record.response_headers.get("location", ""),
        "headersSize": -1,
        "bodySize": record.response_size,
    }


def _named(headers: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in headers.items()]
