"""Whether people read what is written, and what a terminal may be sent."""

from __future__ import annotations

import sys


def people_read_stderr() -> bool:
    """Whether stderr is a terminal. It may not be there at all: a process can be started with it closed."""
    return sys.stderr is not None and sys.stderr.isatty()


def printable(text: str) -> str:
    """`text` in one line, with what cannot be seen spelled out: it may hold what commands a terminal."""
    if text.isprintable():
        return text
    return "".join(part if part.isprintable() else part.encode("unicode_escape").decode() for part in text)
