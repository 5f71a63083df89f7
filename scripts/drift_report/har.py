"""Recorded traffic: exchanges out of HAR files. One file is one cassette; a folder gives all `*.har` below it.

Anything that writes HAR 1.2 will do: the mock's proxy and journal, a browser, mitmproxy. Entries that never got an
answer (status 0) are left out. A body that the recorder did not keep is None.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from .documents import UnusableError


@dataclass(frozen=True)
class Exchange:
    """One recorded request and its answer. `entry` counts from 1; header names are in lower case."""

    file: str
    entry: int
    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    content_type: str
    body: str | None
    status: int
    answer_headers: Mapping[str, str]
    answer_type: str
    answer: str | None
    answer_size: int

    @property
    def is_cut(self) -> bool:
        """Whether the recorder kept only the beginning of the answer's body."""
        return self.answer is not None and self.answer_size > len(self.answer.encode())

    @property
    def evidence(self) -> str:
        """Where it was recorded, as reports name it."""
        return f"{self.file} entry {self.entry}"


def files(places: list[Path]) -> list[Path]:
    """The HAR files at `places`. Raises UnusableError where there are none."""
    found = []
    for place in places:
        here = sorted(place.rglob("*.har")) if place.is_dir() else [place]
        if not here:
            raise UnusableError(f"{place}: no *.har in this folder")
        found += here
    return found


def exchanges(file: Path) -> list[Exchange]:
    """The exchanges of one HAR file. Raises UnusableError."""
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
        entries = content["log"]["entries"]
    except FileNotFoundError as error:
        raise UnusableError(f"{file}: no such file") from error
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableError(f"cannot read {file}: {error}") from error
    except (ValueError, RecursionError) as error:
        raise UnusableError(f"{file}: not JSON: {error}") from error
    except (KeyError, TypeError) as error:
        raise UnusableError(f"{file}: not HAR: log.entries is missing") from error
    if not isinstance(entries, list):
        raise UnusableError(f"{file}: not HAR: log.entries is not a list")
    return list(_read(file, entries))


def _read(file: Path, entries: list[Any]) -> Iterator[Exchange]:
    for number, entry in enumerate(entries, 1):
        try:
            exchange = _exchange(str(file), number, entry)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise UnusableError(f"{file}: not HAR: entry {number}: {type(error).__name__} {error}") from error
        if exchange.status:
            yield exchange


def _exchange(file: str, number: int, entry: Mapping[str, Any]) -> Exchange:
    request, response = entry["request"], entry["response"]
    address = urlsplit(request["url"])
    sent, content = request.get("postData") or {}, response.get("content") or {}
    answer_headers = _headers(response)
    return Exchange(
        file=file,
        entry=number,
        method=request["method"].upper(),
        path=unquote(address.path),
        query=tuple(parse_qsl(address.query, keep_blank_values=True)),
        content_type=_kind(sent.get("mimeType") or _headers(request).get("content-type", "")),
        body=sent.get("text"),
        status=int(response["status"]),
        answer_headers=answer_headers,
        answer_type=_kind(answer_headers.get("content-type") or content.get("mimeType") or ""),
        answer=_text(content),
        answer_size=int(content.get("size") or -1),
    )


def _headers(message: Mapping[str, Any]) -> dict[str, str]:
    return {header["name"].lower(): header["value"] for header in message.get("headers", [])}


def _kind(content_type: str) -> str:
    return content_type.split(";")[0].strip().lower()


def _text(content: Mapping[str, Any]) -> str | None:
    text = content.get("text")
    if text is None or content.get("encoding") != "base64":
        return text
    try:
        return base64.b64decode(text).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None  # a picture, or cut off: nothing that a schema could speak about
