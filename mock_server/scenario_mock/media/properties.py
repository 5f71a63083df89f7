"""From what is asked for to the properties of a new asset, its size in bytes included."""

from __future__ import annotations

from typing import Any

from . import sizes, texts
from .making import USUAL, size_of

Row = dict[str, Any]

MIME_TYPES = {
    "image": "image/png", "video": "video/mp4", "audio": "audio/wav", "3d": "model/gltf-binary", "text": "text/plain",
    "json": "application/json",
}  # fmt: skip
MOST_SECONDS = {"video": 10.0, "audio": 20.0}
"""What a new video or sound may last: files stay at a few megabytes."""
LONGEST_VIDEO_SIDE = 1920


def properties_of(
    kind: str,
    *,
    mime_type: str | None = None,
    prompt: str = "",
    seed: str = "",
    text: str | None = None,
    size: tuple[int, int] = (1024, 1024),
    duration: float | None = None,
    frame_rate: float = 24,
    classification: str = "music",
    faces: int = 4096,
) -> Row:
    """The properties of a new asset of that kind, its size included; what does not belong to the kind is not read.

    `size` is width and height in pixels, `duration` in seconds (cut to a few), `faces` about how many a mesh gets.
    A text is `text`, or the answer to `prompt` under `seed`, which are then the row's metadata. Raises ValueError.
    """
    if kind == "image":
        properties: Row = {"width": size[0], "height": size[1]}
    elif kind == "video":
        properties = _video_properties(size, duration or USUAL["duration"], frame_rate)
    elif kind == "audio":
        properties = _audio_properties(duration or USUAL["duration"], classification)
    elif kind == "3d":
        properties = _mesh_properties(prompt, faces)
    elif kind == "text":
        properties = texts.properties(texts.answer(prompt, seed) if text is None else text)
    elif kind == "json":
        properties = {}
    else:
        raise ValueError(f"the mock makes no files of kind {kind}")
    if "size" not in properties:
        row = {"id": "", "mimeType": mime_type or MIME_TYPES[kind], "kind": kind, "properties": properties}
        properties = {"size": size_of({**row, "metadata": {"prompt": prompt}}), **properties}
    if "duration" in properties:
        properties["bitrate"] = round(properties["size"] * 8 / properties["duration"])
    return properties


def _video_properties(size: tuple[int, int], duration: float, frame_rate: float) -> Row:
    """Sides are even, and smaller than asked for where they are larger than a video's may be."""
    share = min(1.0, LONGEST_VIDEO_SIDE / max(size))
    width, height = (max(2 * round(side * share / 2), 2) for side in size)
    frames = max(round(min(duration, MOST_SECONDS["video"]) * frame_rate), 1)
    return {
        "width": width,
        "height": height,
        "duration": round(frames / frame_rate, 2),
        "frameRate": frame_rate,
        "nbFrames": frames,
        "codecName": "h264",
    }


def _audio_properties(duration: float, classification: str) -> Row:
    return {
        "duration": round(min(duration, MOST_SECONDS["audio"]), 2),
        "sampleRate": USUAL["sampleRate"],
        "channels": USUAL["channels"],
        "codecName": "pcm_s16le",
        "classification": classification,
    }


def _mesh_properties(prompt: str, faces: int) -> Row:
    from . import mesh

    vertices, faces = sizes.counts_near(faces)
    return {
        "format": "glb",
        "faceCount": faces,
        "vertexCount": vertices,
        "hasNormals": True,
        "hasUVs": True,
        "hasSkeleton": False,
        "hasAnimations": False,
        "dimensions": list(mesh.proportions(prompt)),
    }
