"""How values look on the wire: addresses, queries, bodies.

| value in a query                   | is sent as                                                  |
|------------------------------------|-------------------------------------------------------------|
| None, an empty list                | nothing                                                     |
| True, False                        | `true`, `false`                                             |
| a date or datetime                 | ISO 8601; UTC as `Z`                                        |
| a list of a parameter in `csv`     | one value, separated by commas                              |
| another list                       | the parameter once for each item                            |

| value in a body                    | is sent as                                                  |
|------------------------------------|-------------------------------------------------------------|
| None as a member of the body       | nothing; null deeper down                                   |
| a view                             | what it holds, nulls included                               |
| bytes, or a path of a file         | a data URL, as the API takes pictures                       |
| a date or datetime, a set          | ISO 8601, a list                                            |
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .view import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .operation import Operation

#: How the files begin that are sent as data URLs: offset, bytes, media type.
MAGIC = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (8, b"WAVE", "audio/wav"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"glTF", "model/gltf-binary"),
    (4, b"ftyp", "video/mp4"),
)


def path_of(operation: Operation, path: Mapping[str, Any] | None) -> str:
    """The operation's path with every parameter quoted.

    Raises ValueError for a parameter that is missing, empty, or would lead to another path: `.` and `..`.
    """
    made = operation.path
    if path:
        for name, value in path.items():
            text = "" if value is None else value if isinstance(value, str) else _spelled(value)
            if text in ("", ".", ".."):
                raise ValueError(f"{operation.id}: {name} must name something, not {value!r}")
            made = made.replace(f"{{{name}}}", _quoted(text))
    if "{" in made:
        raise ValueError(f"{operation.id}: a parameter of {operation.path} is missing")
    return made


def query_of(operation: Operation, query: Mapping[str, Any] | None) -> str:
    """The query string without `?`. Raises ValueError when an item of a comma separated list holds a comma."""
    if not query:
        return ""
    parts = []
    for name, value in query.items():
        if value is None:
            continue
        if not isinstance(value, (list, tuple, set, frozenset)):
            parts.append(f"{_quoted(name)}={_quoted(_spelled(value))}")
            continue
        items = [_spelled(item) for item in (sorted(value) if isinstance(value, (set, frozenset)) else value)]
        if name not in operation.csv:
            parts += [f"{_quoted(name)}={_quoted(item)}" for item in items]
        elif items:
            broken = next((item for item in items if "," in item), None)
            if broken is not None:
                raise ValueError(f"{operation.id}: {name} is sent separated by commas, and {broken!r} holds one")
            parts.append(f"{_quoted(name)}={_quoted(','.join(items))}")
    return "&".join(parts)


@lru_cache(maxsize=1024)
def camel(name: str) -> str:
    """A Python keyword as the API spells it: `aspect_ratio` -> `aspectRatio`, `class_` -> `class`, `_3d` -> `3d`.

    A name with a capital is somebody's own spelling and stays.
    """
    if not name.isidentifier() or name != name.lower():
        return name
    bare = name.rstrip("_")
    if bare[1:2].isdigit() and bare[0] == "_":
        bare = bare[1:]
    lead = len(bare) - len(bare.lstrip("_"))
    first, *rest = bare[lead:].split("_")
    return bare[:lead] + first + "".join(part[:1].upper() + part[1:] for part in rest)


def encode(body: Any) -> bytes:
    """A body as JSON. Raises TypeError or ValueError for what JSON cannot hold (NaN among it)."""
    from json import dumps

    if isinstance(body, View):
        body = body.to_dict()
    elif hasattr(body, "items"):
        body = {name: value for name, value in body.items() if value is not None}
    return dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_plain).encode(
        "utf-8", "surrogatepass"
    )


def decode(content: bytes) -> Any:
    """Parse JSON. Raises ValueError, also for what is nested too deeply.

    With the standard library's parser: a faster one would round integers of more than 64 bits, and what came must be
    what goes out again.
    """
    from json import loads

    try:
        return loads(content)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def data_url(content: bytes, name: str = "") -> str:
    """A file's content as a data URL; its type is read from its first bytes, else guessed from its name."""
    from binascii import b2a_base64

    kind = next((kind for offset, magic, kind in MAGIC if content[offset : offset + len(magic)] == magic), None)
    if kind is None and name:
        from mimetypes import guess_type

        kind = guess_type(name)[0]
    return f"data:{kind or 'application/octet-stream'};base64,{b2a_base64(content, newline=False).decode()}"


def seconds_of(value: Any) -> float | None:
    """A number of seconds, 0 or above, that may be written as text; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        seconds = float(value)
    except (ValueError, OverflowError):
        return None
    return seconds if 0.0 <= seconds < float("inf") else None


def _quoted(text: str) -> str:
    """Percent-encoded whole, slashes and commas included. Most values are words and need nothing."""
    if text.isascii() and text.isalnum():
        return text
    from urllib.parse import quote

    return quote(text, safe="", errors="surrogatepass")


def _spelled(value: Any) -> str:
    """One value as text, for a path or a query."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if hasattr(value, "isoformat"):
        return _iso(value)
    raise TypeError(f"{type(value).__name__} cannot stand in an address")


def _iso(value: Any) -> str:
    text: str = value.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") else text


def _plain(value: Any) -> Any:
    """What json itself does not know."""
    if isinstance(value, View):
        return value.to_dict()
    if isinstance(value, (bytes, bytearray, memoryview)):
        return data_url(bytes(value))
    if hasattr(value, "__fspath__"):
        with open(value, "rb") as file:  # noqa: PTH123  any os.PathLike will do, and pathlib is not imported for it
            return data_url(file.read(), str(value))
    if hasattr(value, "isoformat"):
        return _iso(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if hasattr(value, "items"):
        return dict(value.items())
    raise TypeError(f"{type(value).__name__} cannot stand in a JSON body")
