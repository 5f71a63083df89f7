"""Names for downloaded files: what a server says becomes one plain name, never a path."""

from __future__ import annotations

import re

EXTENSIONS = {
    "application/gzip": ".gz",
    "application/json": ".json",
    "application/pdf": ".pdf",
    "application/safetensors": ".safetensors",
    "application/zip": ".zip",
    "audio/flac": ".flac",
    "audio/m4a": ".m4a",
    "audio/mp4": ".m4a",
    "audio/mpeg": ".mp3",
    "audio/ogg": ".ogg",
    "audio/wav": ".wav",
    "audio/x-wav": ".wav",
    "image/avif": ".avif",
    "image/bmp": ".bmp",
    "image/gif": ".gif",
    "image/heic": ".heic",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/svg+xml": ".svg",
    "image/tiff": ".tiff",
    "image/vnd.radiance": ".hdr",
    "image/webp": ".webp",
    "image/x-exr": ".exr",
    "model/glb": ".glb",
    "model/gltf+json": ".gltf",
    "model/gltf-binary": ".glb",
    "model/mtl": ".mtl",
    "model/obj": ".obj",
    "model/ply": ".ply",
    "model/splat": ".splat",
    "model/spz": ".spz",
    "model/stl": ".stl",
    "model/vnd.usdz+zip": ".usdz",
    "model/x-fbx": ".fbx",
    "application/vnd.autodesk.fbx": ".fbx",
    "text/plain": ".txt",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "video/webm": ".webm",
}
"""Media types of the service's assets, and how their files end."""
SAME = {".jpeg": ".jpg", ".tif": ".tiff"}
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.ASCII | re.IGNORECASE)
"""Names that Windows keeps for devices, with any extension."""


def extension_of(media_type: str | None) -> str:
    """`.png` for `Image/PNG; charset=x`; "" for a media type that is not in the table."""
    return EXTENSIONS.get((media_type or "").partition(";")[0].strip().lower(), "")


def safe_name(stem: str, extension: str = "", *, most: int = 180) -> str:
    """`stem` as a file name on every system, "" when nothing is left of it.

    No path, nothing hidden, no device, no character that a system forbids; at most `most` bytes before the extension.
    """
    import unicodedata

    text = unicodedata.normalize("NFC", stem)
    # Besides what Windows forbids: control characters, direction marks, halves of surrogate pairs.
    text = "".join("_" if char in '<>:"/\\|?*' or unicodedata.category(char)[0] == "C" else char for char in text)
    text = text.encode()[:most].decode(errors="ignore").strip(" ._") if text else ""
    if not text:
        return ""
    return f"_{text}{extension}" if RESERVED.match(text) else text + extension


def split(name: str) -> tuple[str, str]:
    """A name without the extension of a known kind of file, and that extension as EXTENSIONS has it."""
    stem, dot, suffix = name.rpartition(".")
    extension = f".{suffix.lower()}"
    extension = SAME.get(extension, extension)
    return (stem, extension) if dot and stem and extension in EXTENSIONS.values() else (name, "")
