"""One file on its way to the disk: what to ask for next, whether an answer fits what is there, where the bytes go.

Knows HTTP's rules for parts of files and nothing of clients: download.py sends what this module says.

| answer                                       | what is done                                                        |
|----------------------------------------------|---------------------------------------------------------------------|
| 200                                          | start at the first byte, also when a part was asked for             |
| 206 that goes on where the file ends         | append                                                              |
| 206 with another range, size or version      | Mismatch: start again from nothing                                  |
| 416 that says the file is complete           | done                                                                |
| fewer bytes than announced                   | Cut: ask for the rest                                               |
| more bytes than announced                    | Mismatch                                                            |

The bytes are collected in a file of a name of its own beside the target, which takes the target's place in one step
when all is there; whatever happens before, the target stays as it was.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    Progress = Callable[[int, int | None], object]
    """Called with the bytes that have arrived and the size of the file, None as long as that is unknown."""

CONTENT_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)", re.ASCII)
UNSATISFIED = re.compile(r"bytes \*/(\d+)", re.ASCII)


class Cut(Exception):
    """The answer ended before the file did."""


class Mismatch(Exception):
    """The answer does not continue what is there."""


class Transfer:
    """The state of one download: bytes that have arrived, the size, and the version (ETag or date) they belong to."""

    def __init__(self, folder: Path, *, progress: Progress | None, resume: bool, buffer: int) -> None:
        self.received = 0
        self.total: int | None = None
        self.best = 0
        """The most bytes that were there at once; more of them is what counts as getting on."""
        self.content_type: str | None = None
        self._version: str | None = None
        self.decoded = False
        """Whether the bytes must be decoded on the way, because the server compresses them in spite of our wish."""
        self._sent: int | None = None
        self._progress = progress
        self.resumes = resume
        self._path = folder / f".{os.urandom(6).hex()}.part"
        self._file: IO[bytes] = self._path.open("xb", buffering=buffer)

    def headers(self) -> dict[str, str]:
        """Headers of the next request: the file as it is, and only the part that is missing."""
        headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
        if self.received and self.resumes and not self.decoded:
            headers["Range"] = f"bytes={self.received}-"
            if self._version is not None:
                headers["If-Range"] = self._version
        return headers

    def begin(self, response: httpx.Response) -> None:
        """Take the headers of a 200 or 206. Raises Mismatch when its bytes cannot be appended to what is there."""
        self.decoded = response.headers.get("content-encoding", "identity").lower() not in ("", "identity")
        if response.status_code == 206:
            self._continue(response)
        else:
            self.restart()
            self._sent = _length(response)
            self.total = None if self.decoded else self._sent
            self._version = _version(response)
        self.content_type = response.headers.get("content-type")
        self._report()

    def write(self, chunk: bytes) -> None:
        """Append bytes. Raises Mismatch when there are more than the size."""
        if not chunk:
            return
        self._file.write(chunk)
        self.received += len(chunk)
        if self.total is not None and self.received > self.total:
            raise Mismatch(f"more than the {self.total} bytes that were announced arrived")
        self.best = max(self.best, self.received)
        self._report()

    def end(self, response: httpx.Response) -> None:
        """The answer is over. Raises Cut when bytes are missing."""
        if self.total is not None and self.received < self.total:
            raise Cut(f"{self.received} of {self.total} bytes arrived")
        if self.decoded and self._sent is not None and response.num_bytes_downloaded < self._sent:
            raise Cut(f"{response.num_bytes_downloaded} of {self._sent} compressed bytes arrived")

    def complete(self, response: httpx.Response) -> bool:
        """Whether a 416 says that nothing is missing: the part after the last byte is empty."""
        match = UNSATISFIED.fullmatch(response.headers.get("content-range", ""))
        return match is not None and 0 < self.received == int(match[1]) and self.total in (None, self.received)

    def restart(self) -> None:
        """Forget every byte."""
        self._file.seek(0)
        self._file.truncate()
        self.received = 0
        self.total = None
        self._version = None

    def finish(self, target: Path) -> None:
        """Write everything to the disk and put it in the target's place, in one step."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._path.replace(target)
        if os.name == "posix":
            # The new name is on the disk only when its folder is.
            folder = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            except OSError:  # some network file systems cannot
                pass
            finally:
                os.close(folder)

    def discard(self) -> None:
        """Leave nothing behind; does nothing after finish."""
        self._file.close()
        self._path.unlink(missing_ok=True)

    def _continue(self, response: httpx.Response) -> None:
        text = response.headers.get("content-range", "")
        match = CONTENT_RANGE.fullmatch(text)
        total = int(match[3]) if match and match[3] != "*" else None
        fits = (
            match is not None
            and not self.decoded
            and 0 < self.received == int(match[1])
            and (total is None or int(match[2]) == total - 1)
            and (total is None or self.total is None or total == self.total)
            and (self._version is None or _version(response) in (None, self._version))
        )
        if not fits:
            raise Mismatch(f"asked for the bytes from {self.received} on, got {text or 'a part that is not named'!r}")
        self.total = total if total is not None else self.total

    def _report(self) -> None:
        if self._progress is not None:
            self._progress(self.received, self.total)


def _length(response: httpx.Response) -> int | None:
    text: str = response.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() else None


def _version(response: httpx.Response) -> str | None:
    """What names this version of the file exactly: a strong ETag, else the date of its last change."""
    tag: str = response.headers.get("etag", "")
    if tag and not tag.startswith("W/"):
        return tag
    changed: str | None = response.headers.get("last-modified") if not tag else None
    return changed
