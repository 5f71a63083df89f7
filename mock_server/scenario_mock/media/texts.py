"""Texts of assets: an answer that simple rules make from a prompt, and the properties of any text.

The answers are a stand-in and say so. What a prompt asks for is taken literally where a rule knows it:

| prompt says | answer |
|---|---|
| a number with a plural, such as `10 names for a ship` | a numbered list of that many lines, at most 50 |
| `json` | one JSON object with the prompt and its words |
| a question, by its mark | what the question is about, and that nobody was asked |
| anything else | the prompt told back as a short description |
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from ..ids import stream
from ..words import title_of

PREVIEW_BYTES = 1024
"""Recorded: the preview of a text is capped near 1024 characters."""
MOST_LINES = 50
NOTE = "(Written by the mock from the words of the prompt; no language model was asked.)"
_COUNTED = re.compile(r"\b(\d{1,3})\s+((?:[a-z-]+\s+){0,3}?[a-z]+s)\b", re.I)
_SMALL = frozenset(
    "a an and are as at be but by can do for from give has have how i in is it list make me my not of on or please "
    "tell that the their this to us was what when where which who why will with write you your".split()
)
_LEADS = ("quiet", "bright", "old", "hidden", "last", "broken", "northern", "golden", "silent", "first")
_SHAPES = (
    "{subject}. What counts in it: {words}.",
    "This is about {subject}. It brings together {words}.",
    "Picture {subject}; {words} belong to it.",
)


def answer(prompt: str, seed: str = "") -> str:
    """The text that stands for a language model's answer to `prompt`; another seed words it differently."""
    rng = stream(0, "text", seed, prompt)
    words = _told(prompt)
    if re.search(r"\bjson\b", prompt, re.I):
        return json.dumps({"note": NOTE, "prompt": prompt[:500], "words": words[:20]}, indent=2, ensure_ascii=False)
    counted = _COUNTED.search(prompt)
    if counted:
        own = [word for word in words if word not in counted[2].lower().split()] or words
        lines = _lines(min(int(counted[1]), MOST_LINES), own, rng.sample(_LEADS, len(_LEADS)))
        return "\n".join((f"{title_of(prompt) or 'A list'}", "", *lines, "", NOTE))
    subject = " ".join(prompt.split())[:200].rstrip("?!. ")
    if prompt.rstrip().endswith("?"):
        return f'You ask: "{subject}?" It is a question about {_joined(words[:6])}.\n\n{NOTE}'
    if not prompt.strip():
        return f"Nothing was asked.\n\n{NOTE}"
    shape = rng.choice(_SHAPES)
    return f"{shape.format(subject=subject, words=_joined(words[:12]))}\n\n{NOTE}"


def properties(text: str) -> dict[str, Any]:
    """What a row says about a text: its size and counts, and its beginning, cut between two characters."""
    content = text.encode()
    return {
        "size": len(content),
        "charCount": len(text),
        "wordCount": len(text.split()),
        "preview": content[:PREVIEW_BYTES].decode(errors="ignore"),
        "hasFullPreview": len(content) <= PREVIEW_BYTES,
    }


def document(size: int, seed: str, prompt: str) -> bytes:
    """A JSON document about a prompt, filled up with spaces to `size` bytes."""
    kept, text = len(prompt), b""
    while not text or (len(text) > size and kept):
        text = json.dumps({"note": NOTE, "seed": seed, "prompt": prompt[:kept]}, ensure_ascii=False).encode()
        kept //= 2
    return text.ljust(size)


def read(data: bytes) -> dict[str, Any]:
    """Properties of a text file. Raises ValueError for what is no UTF-8 text."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise ValueError(f"the text is not UTF-8 at byte {error.start}") from None
    if "\0" in text:
        raise ValueError("the text holds a zero byte, so it is none")
    return properties(text)


def read_json(data: bytes) -> dict[str, Any]:
    """Properties of a JSON file. Raises ValueError."""
    try:
        json.loads(data, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("the JSON is nested too deeply") from None
    except ValueError as error:
        raise ValueError(f"the JSON cannot be read: {error}") from None
    return {}


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _told(prompt: str) -> list[str]:
    """The words of a prompt that carry meaning, each once."""
    found = re.findall(r"[^\W\d_][\w'-]*", prompt.lower())
    return [word for word in dict.fromkeys(found) if word not in _SMALL] or prompt.split() or ["nothing"]


def _lines(count: int, words: Sequence[str], leads: Sequence[str]) -> list[str]:
    made = []
    for number in range(count):
        word, lead = words[number % len(words)], leads[(number + number // len(words)) % len(leads)]
        made.append(f"{number + 1}. The {lead} {word}")
    return made


def _joined(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
