"""What a terminal may be sent."""

from __future__ import annotations


def printable(text: str) -> str:
    """`text` in one line, with what cannot be seen spelled out: it may hold what commands a terminal."""
    if text.isprintable():
        return text
    return "".join(part if part.isprintable() else part.encode("unicode_escape").decode() for part in text)
