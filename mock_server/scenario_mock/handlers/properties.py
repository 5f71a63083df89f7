"""Properties of files that are about to be made, by arithmetic alone: nobody draws anything to know them.

Sizes of pictures are above what such a picture takes, and its file is filled up to them (`contents`).
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import Any

Row = dict[str, Any]
Size = tuple[int, int]

MIME_TYPES = {
    "image": "image/png", "video": "video/mp4", "audio": "audio/wav", "3d": "model/gltf-binary", "text": "text/plain",
}  # fmt: skip
FRAME_RATE, BIT_RATE = 24, 1_200_000
SAMPLE_RATE, WAV_HEADER = 22_050, 44
LINES = {"480p": 480, "720p": 720, "1080p": 1080}
"""Shorter side of a video, by the name of its resolution."""
WORDS_A_SECOND = 2.5
USUAL_FACES = 12_000
LONGEST_PREVIEW = 1024
"""Characters of a text that its row shows (recorded: near 1024)."""


def properties_of(kind: str, values: Mapping[str, Any], size: Size, words: str, asset_id: str) -> Row:
    """`properties` of a new asset: `values` are the inputs, `size` the sides where the kind has some.

    `words` are its prompt; for a text they are the text itself.
    """
    return _OF[kind](values, size, words, asset_id)


def _image(_values: Mapping[str, Any], size: Size, _prompt: str, _asset_id: str) -> Row:
    width, height = size
    return {"size": 8192 + width * height * 2 // 5, "width": width, "height": height}


def _video(values: Mapping[str, Any], size: Size, _prompt: str, _asset_id: str) -> Row:
    lines = LINES.get(str(values.get("resolution")), 720)
    share = lines / min(size)
    width, height = (round(side * share / 2) * 2 for side in size)
    duration = _seconds(values, 5.0)
    return {
        "size": round(BIT_RATE * duration / 8),
        "width": width,
        "height": height,
        "duration": duration,
        "frameRate": FRAME_RATE,
        "nbFrames": round(duration * FRAME_RATE),
        "codecName": "h264",
        "bitrate": BIT_RATE,
    }


def _audio(values: Mapping[str, Any], _size: Size, prompt: str, _asset_id: str) -> Row:
    spoken = "text" in values
    duration = _seconds(values, max(round(len(prompt.split()) / WORDS_A_SECOND, 2), 1.0) if spoken else 10.0)
    return {
        "size": WAV_HEADER + 2 * int(SAMPLE_RATE * duration),
        "duration": duration,
        "sampleRate": SAMPLE_RATE,
        "channels": 1,
        "codecName": "pcm_s16le",
        "bitrate": 16 * SAMPLE_RATE,
        "classification": "speech" if spoken else "sound",
    }


def _mesh(values: Mapping[str, Any], _size: Size, _prompt: str, asset_id: str) -> Row:
    limit = values.get("faceLimit")
    chance = zlib.crc32(asset_id.encode())
    faces = int(limit) if isinstance(limit, int | float) and limit > 0 else USUAL_FACES
    return {
        "size": faces * 60,
        "format": "glb",
        "faceCount": faces,
        "vertexCount": faces // 2 + 2,
        "hasNormals": True,
        "hasUVs": True,
        "hasSkeleton": False,
        "hasAnimations": False,
        "dimensions": [round(0.5 + (chance >> shift & 255) / 128, 3) for shift in (0, 8, 16)],
    }


def _text(_values: Mapping[str, Any], _size: Size, text: str, _asset_id: str) -> Row:
    return {
        "size": len(text.encode()),
        "charCount": len(text),
        "wordCount": len(text.split()),
        "preview": text[:LONGEST_PREVIEW],
        "hasFullPreview": len(text) <= LONGEST_PREVIEW,
    }


def _seconds(values: Mapping[str, Any], usual: float) -> float:
    duration = values.get("duration")
    return float(duration) if isinstance(duration, int | float) and duration > 0 else usual


_OF: dict[str, Callable[[Mapping[str, Any], Size, str, str], Row]] = {
    "image": _image, "video": _video, "audio": _audio, "3d": _mesh, "text": _text,
}  # fmt: skip
