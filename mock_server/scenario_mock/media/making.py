"""From an asset's row to its file: a table of media types, each with its size and its drawing.

Where a row lacks a number (rows may come from anywhere) the one in `USUAL` counts. What draws is loaded when the first
file of its kind is made, so that a mock whose files nobody reads starts without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from . import sizes, texts

Row = dict[str, Any]

USUAL: Row = {
    "width": 512, "height": 512, "duration": 5.04, "frameRate": 24, "sampleRate": 22_050, "channels": 1,
    "vertexCount": 2145, "faceCount": 4096, "dimensions": [1.0, 1.0, 1.0], "classification": "music", "preview": "",
}  # fmt: skip
LONGEST_SIDE = 4096


def size_of(row: Mapping[str, Any]) -> int:
    """Bytes of the asset's file, by arithmetic over the row. Raises ValueError for a type that is not made."""
    return _made(row)[0](row)


def make(row: Mapping[str, Any]) -> bytes:
    """The asset's file, `properties.size` bytes of it where that is enough for its kind, else as many as it takes.

    Raises ValueError for a type that is not made and for sides beyond 4096 pixels.
    """
    size = row["properties"].get("size") or size_of(row)
    return _made(row)[1](row, int(size))


def painted(row: Mapping[str, Any]) -> tuple[str, str]:
    """Seed and prompt of the picture that the row's file shows: a copy shows what its original does."""
    metadata = row["metadata"]
    names = ("prompt",) if row["kind"] == "image" else ("prompt", "text", "name")
    prompt = next((metadata[name] for name in names if metadata.get(name)), "")
    return str(metadata.get("originalAssetId") or row["id"]), str(prompt)


def _made(row: Mapping[str, Any]) -> tuple[Callable[..., int], Callable[..., bytes]]:
    try:
        return _TYPES[row["mimeType"]]
    except KeyError:
        raise ValueError(f"the mock makes no files of type {row['mimeType']}") from None


def _value(row: Mapping[str, Any], name: str) -> Any:
    return row["properties"].get(name) or USUAL[name]


def _sides(row: Mapping[str, Any]) -> tuple[int, int]:
    width, height = int(_value(row, "width")), int(_value(row, "height"))
    if not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE):
        raise ValueError(f"the mock draws sides of 1 to {LONGEST_SIDE} pixels, not {width} x {height}")
    return width, height


def _image_size(row: Mapping[str, Any]) -> int:
    return sizes.picture(row["mimeType"], *_sides(row))


def _image(row: Mapping[str, Any], size: int) -> bytes:
    from . import still

    return still.draw(row["mimeType"], size, *painted(row), *_sides(row))


def _frames(row: Mapping[str, Any]) -> int:
    frames = row["properties"].get("nbFrames") or round(_value(row, "duration") * _value(row, "frameRate"))
    return max(int(frames), 1)


def _even(row: Mapping[str, Any]) -> tuple[int, int]:
    width, height = _sides(row)
    return width + width % 2, height + height % 2


def _video_size(row: Mapping[str, Any]) -> int:
    return sizes.video(*_even(row), _frames(row))


def _video(row: Mapping[str, Any], size: int) -> bytes:
    from . import video

    return video.draw(size, *painted(row), _even(row), _frames(row), _value(row, "frameRate"))


def _sounding(row: Mapping[str, Any]) -> tuple[float, int]:
    return _value(row, "duration"), int(_value(row, "sampleRate"))


def _audio_size(row: Mapping[str, Any]) -> int:
    return sizes.sound(*_sounding(row), int(_value(row, "channels")))


def _audio(row: Mapping[str, Any], size: int) -> bytes:
    from . import sound, wav

    samples = sound.play(*painted(row), _value(row, "classification"), *_sounding(row))
    return wav.write(samples, _sounding(row)[1], int(_value(row, "channels")))


def _counts(row: Mapping[str, Any]) -> tuple[int, int]:
    return int(_value(row, "vertexCount")), int(_value(row, "faceCount"))


def _mesh_size(row: Mapping[str, Any]) -> int:
    return sizes.mesh(*_counts(row))


def _mesh(row: Mapping[str, Any], size: int) -> bytes:
    from . import glb

    return glb.draw(size, *painted(row), _counts(row), tuple(_value(row, "dimensions")))


def _told(row: Mapping[str, Any]) -> str:
    """A preview that is the whole text, or else the answer to the prompt, of which it is the beginning."""
    properties, metadata = row["properties"], row["metadata"]
    preview = str(properties.get("preview", ""))
    if properties.get("hasFullPreview", True):
        return preview
    text = texts.answer(str(metadata.get("prompt", "")), str(metadata.get("seed", "")))
    return text if text.startswith(preview) else preview


def _text_size(row: Mapping[str, Any]) -> int:
    return len(_told(row).encode())


def _text(row: Mapping[str, Any], size: int) -> bytes:
    return _told(row).encode()


def _json_size(row: Mapping[str, Any]) -> int:
    return sizes.JSON_BYTES


def _json(row: Mapping[str, Any], size: int) -> bytes:
    return texts.document(size, *painted(row))


_TYPES: dict[str, tuple[Callable[[Mapping[str, Any]], int], Callable[[Mapping[str, Any], int], bytes]]] = {
    "image/png": (_image_size, _image),
    "image/jpeg": (_image_size, _image),
    "image/webp": (_image_size, _image),
    "video/mp4": (_video_size, _video),
    "audio/wav": (_audio_size, _audio),
    "model/gltf-binary": (_mesh_size, _mesh),
    "text/plain": (_text_size, _text),
    "application/json": (_json_size, _json),
}
