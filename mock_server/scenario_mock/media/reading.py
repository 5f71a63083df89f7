"""Files that callers bring: what they say they are is held against their first bytes and their insides.

Everything here raises ValueError with a reason for people. Pictures are decoded; sounds, videos, 3D models, texts and
JSON are parsed as far as their properties need; other types are told by their first bytes alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .. import picture_files
from ..picture_files import ALIASES, DECODED, MAGIC
from . import glb, mp4, texts, wav

Properties = dict[str, Any]

KINDS = (
    ("image/", "image"), ("video/", "video"), ("audio/", "audio"), ("model/", "3d"), ("text/", "text"),
    ("application/json", "json"), ("application/pdf", "document"),
)  # fmt: skip
_READERS: dict[str, Callable[[bytes], Properties]] = {
    "audio/wav": wav.read,
    "video/mp4": mp4.read,
    "model/gltf-binary": glb.read,
    "text/plain": texts.read,
    "application/json": texts.read_json,
}
_MAGIC_TYPES = frozenset(mime_type for _, _, mime_type in MAGIC)


@dataclass(frozen=True)
class Received:
    """A file that a caller sent: media type, kind of asset, bytes, and properties with its size."""

    mime_type: str
    kind: str
    content: bytes
    properties: Properties


def received(text: str) -> Received:
    """A file sent as a data URL, or as bare Base64 whose type the first bytes tell. Raises ValueError."""
    decode = picture_files.decode_data_url if text.startswith("data:") else picture_files.decode_base64
    mime_type, content = decode(text)
    return Received(mime_type, kind_of(mime_type), content, read(mime_type, content))


def kind_of(mime_type: str) -> str:
    """The kind of asset that files of a type become. Raises ValueError."""
    kind = next((kind for start, kind in KINDS if mime_type.startswith(start)), None)
    if kind is None:
        raise ValueError(f"files of type {mime_type} are no assets")
    return kind


def read(mime_type: str, data: bytes) -> Properties:
    """Properties of a file of that type, as far as they can be measured; the size always. Raises ValueError."""
    claimed = ALIASES.get(mime_type, mime_type)
    told = picture_files.sniff(data)
    if not data:
        raise ValueError("the file is empty")
    if claimed in _MAGIC_TYPES and told != claimed:
        raise ValueError(f"the file is said to be {mime_type} but holds {told or 'something else'}")
    if claimed in DECODED:
        picture_files.check_picture(claimed, data)
        width, height = picture_files.size_of(data)
        return {"size": len(data), "width": width, "height": height}
    if claimed in _READERS:
        return {"size": len(data), **_READERS[claimed](data)}
    if claimed not in _MAGIC_TYPES:
        raise ValueError(f"files of type {mime_type} cannot be read here")
    return {"size": len(data)}
