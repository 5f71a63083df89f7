"""Cassettes: recorded exchanges in a HAR 1.2 file, which browsers and other tools read, too.

What HAR has no word for stands in fields with an underscore, as its specification asks: `_base` in the log is the
base URL of the API, `_violations` in an entry what was found while recording. A file by another program is read as
well: its base is then the first `/v1` in an address, and other hosts' traffic in it is left out.

A file is replaced as a whole, so that nobody ever sees half of one; meanwhile the entries wait in a spool without a
name, which the system removes whatever happens.
"""

from __future__ import annotations

import base64
import binascii
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from shutil import copyfileobj
from typing import Any
from urllib.parse import urlsplit

from ..clock import iso, monotonic, parse_iso
from ..encoding import DecodeError, decode, encode
from ..har import har, har_entry
from ..product import product_version
from ..records import Record
from .exchange import Base, Exchange, base_of
from .judging import Judgement

LEAST_PAUSE_S = 1.0
SHARE = 20
"""A cassette is written at most so often that writing takes a twentieth of the time."""
USUAL_BASE = "/v1"


class CassetteError(Exception):
    """The file cannot be used as a cassette; the message says why."""


@dataclass(frozen=True)
class Cassette:
    """The exchanges of a recording, oldest first, and the base of the API that they were held with."""

    base: Base
    exchanges: tuple[Exchange, ...]

    def below(self, exchange: Exchange) -> str | None:
        """The path of an exchange below the base path."""
        return self.base.below(exchange.path)


class CassetteWriter:
    """Writes a cassette while it is made. `add` and `save`; `close` saves, too. Raises OSError where files do."""

    def __init__(self, file: Path, base: Base) -> None:
        self.file = file
        self._spool = tempfile.TemporaryFile(dir=file.parent)  # noqa: SIM115 - closed by `close`
        self._count, self._unsaved = 0, False
        self._next = 0.0
        empty = har((), product_version())
        empty["log"]["_base"] = base.url
        self._head, self._foot = _around(encode(empty))
        try:
            self.save()
        except BaseException:
            self._spool.close()
            raise

    def add(self, exchange: Exchange, origin: str, judgement: Judgement) -> None:
        """Add a cleaned exchange, and bring the file up to date when that does not cost too much."""
        entry = har_entry(_record(exchange, origin, judgement.operation_id))
        entry["_violations"] = [asdict(finding) for finding in judgement.findings]
        self._spool.write((b",\n" if self._count else b"\n") + encode(entry))
        self._count, self._unsaved = self._count + 1, True
        if monotonic() >= self._next:
            self.save()

    def save(self) -> None:
        """Bring the file up to date."""
        begun = monotonic()
        part = self.file.with_name(f".{self.file.name}.{os.getpid()}")
        try:
            with part.open("wb") as written:
                self._spool.seek(0)
                written.write(self._head)
                copyfileobj(self._spool, written)
                written.write(self._foot)
            part.replace(self.file)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        now = monotonic()
        self._unsaved, self._next = False, now + max(LEAST_PAUSE_S, SHARE * (now - begun))

    def close(self) -> None:
        """Save what is not saved, and let go of the spool."""
        try:
            if self._unsaved and not self._spool.closed:
                self.save()
        finally:
            self._spool.close()


def load(file: Path | str) -> Cassette:
    """Read a cassette, or any HAR file. Raises CassetteError."""
    file = Path(file)
    try:
        log = decode(file.read_bytes())["log"]
        entries, base = list(log["entries"]), log.get("_base")
    except OSError as error:
        raise CassetteError(f"{file}: {error.strerror or error}") from error
    except (DecodeError, KeyError, TypeError, AttributeError) as error:
        raise CassetteError(f"{file}: no HAR file ({type(error).__name__})") from error
    found = _base(file, base, entries)
    kept = (number for number, entry in enumerate(entries) if base or _is_at(entry, found))
    return Cassette(found, tuple(_exchange(file, number, entries[number]) for number in kept))


def _base(file: Path, given: object, entries: Iterable[Any]) -> Base:
    addresses: Iterator[str] = (_address(entry) for entry in entries)
    try:
        if isinstance(given, str):
            return base_of(given)
        found = next((address for address in addresses if f"{USUAL_BASE}/" in urlsplit(address).path), None)
        if found is None:
            raise CassetteError(f"{file}: no address in it has {USUAL_BASE}/")
        parts = urlsplit(found)
        return base_of(f"{parts.scheme}://{parts.netloc}{parts.path.partition(f'{USUAL_BASE}/')[0]}{USUAL_BASE}")
    except ValueError as error:
        raise CassetteError(f"{file}: {error}") from error


def _address(entry: Any) -> str:
    address = entry.get("request", {}).get("url", "") if isinstance(entry, dict) else ""
    return address if isinstance(address, str) else ""


def _is_at(entry: Any, base: Base) -> bool:
    return _address(entry).startswith(base.url + "/")


def _exchange(file: Path, number: int, entry: Any) -> Exchange:
    try:
        asked, came = entry["request"], entry["response"]
        address = urlsplit(asked["url"])
        content = came["content"]
        return Exchange(
            at_ms=parse_iso(entry["startedDateTime"]),
            seconds=float(entry["time"]) / 1000,
            method=str(asked["method"]).upper(),
            path=address.path,
            query=address.query,
            headers=_headers(asked["headers"]),
            body=_text(asked.get("postData", {})),
            status=int(came["status"]),
            answer_headers=_headers(came["headers"]),
            answer=_text(content),
        )
    except (KeyError, TypeError, ValueError, AttributeError, binascii.Error) as error:
        raise CassetteError(f"{file}: entry {number} is no exchange ({type(error).__name__}: {error})") from error


def _headers(listed: Iterable[Mapping[str, str]]) -> dict[str, str]:
    return {one["name"].lower(): one["value"] for one in listed if not one["name"].startswith(":")}


def _text(content: Mapping[str, Any]) -> bytes:
    text = str(content.get("text", ""))
    return base64.b64decode(text) if content.get("encoding") == "base64" else text.encode()


def _record(exchange: Exchange, origin: str, operation_id: str | None) -> Record:
    """As the HAR writer takes it."""
    return Record(
        at=iso(exchange.at_ms),
        method=exchange.method,
        path=exchange.path,
        query=exchange.query,
        origin=origin,
        operation_id=operation_id,
        key=None,
        status=exchange.status,
        reason=None,
        faults=(),
        duration_ms=round(exchange.seconds * 1000, 3),
        request_headers=exchange.headers,
        request_body=exchange.body.decode() if exchange.body else None,
        request_size=len(exchange.body),
        response_headers=exchange.answer_headers,
        response_body=exchange.answer.decode() if exchange.answer else None,
        response_size=len(exchange.answer),
    )


def _around(empty: bytes) -> tuple[bytes, bytes]:
    """What comes before the entries of an encoded HAR document without entries, and what comes after."""
    head, opening, foot = empty.partition(b'"entries":[')
    return head + opening, b"\n" + foot
