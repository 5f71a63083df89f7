"""Pictures as files of a size that is known before they are drawn: PNG, JPEG and WebP.

How many bytes a drawing takes depends on what is in it, but not much: the paintings are smooth, so their size grows
with the area and with the length of the edges in it. `sizes` gives an amount that nearly all of them stay below;
`encode` fills the rest with what every reader skips, and gives a picture that needs more fewer colors until it fits.

| type | what fills the file up |
|---|---|
| image/png | a private ancillary chunk before IEND |
| image/jpeg | comment segments after the start marker |
| image/webp | a chunk of unknown type at the end of the extended format |
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator

from PIL import Image

from ..painting import PAINT_SIDE, paint

LONGEST_SEGMENT = 65_535


def draw(mime_type: str, size: int, seed: str, prompt: str, width: int, height: int) -> bytes:
    """The picture of `seed` and `prompt` as a file of `size` bytes (more, when it cannot be made that small)."""
    picture = paint(seed, prompt, width, height, PAINT_SIDE).resize((width, height), Image.Resampling.BICUBIC)
    return encode(picture, mime_type, size)


def encode(picture: Image.Image, mime_type: str, size: int) -> bytes:
    """The picture as a file of exactly `size` bytes: the best of several qualities that fits, filled up.

    The smallest that can be made is given as it is when even that needs more.
    """
    tries, fill = _FORMATS[mime_type]
    content = b""
    for content in tries(picture):
        if len(content) == size:
            return content
        filled = fill(content, size)
        if filled is not None:
            return filled
    return content


def _pngs(picture: Image.Image) -> Iterator[bytes]:
    yield _saved(picture, "PNG", compress_level=1)
    yield _saved(picture, "PNG", compress_level=9)
    for colors in (128, 32, 8, 2):
        few = picture.convert("RGB").quantize(colors, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        yield _saved(few, "PNG", compress_level=9)


def _jpegs(picture: Image.Image) -> Iterator[bytes]:
    yield from (_saved(picture.convert("RGB"), "JPEG", quality=quality) for quality in (88, 70, 40, 10, 1))


def _webps(picture: Image.Image) -> Iterator[bytes]:
    yield from (_saved(picture.convert("RGB"), "WEBP", quality=quality, method=2) for quality in (80, 50, 20, 1))


def _saved(picture: Image.Image, kind: str, **options: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def _fill_png(content: bytes, size: int) -> bytes | None:
    """An `fiLl` chunk: ancillary, private and safe to copy by the case of its letters."""
    free = size - len(content) - 12
    if free < 0:
        return None
    body = b"fiLl" + bytes(free)
    chunk = struct.pack(">I", free) + body + struct.pack(">I", zlib.crc32(body))
    return content[:-12] + chunk + content[-12:]


def _fill_jpeg(content: bytes, size: int) -> bytes | None:
    free = size - len(content)
    segments = []
    while free > 0:
        # A rest too short for a segment of its own is left to the last one.
        length = free if free <= LONGEST_SEGMENT + 2 else min(free - 4, LONGEST_SEGMENT + 2)
        if length < 4:
            return None
        segments.append(b"\xff\xfe" + struct.pack(">H", length - 2) + bytes(length - 4))
        free -= length
    return content[:2] + b"".join(segments) + content[2:] if free == 0 else None


def _fill_webp(content: bytes, size: int) -> bytes | None:
    """The simple format made an extended one, with an unknown chunk at its end."""
    with Image.open(io.BytesIO(content)) as picture:
        width, height = picture.size
    canvas = b"\0\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    extended = b"WEBP" + b"VP8X" + struct.pack("<I", len(canvas)) + canvas + content[12:]
    free = size - 8 - len(extended) - 8
    if free < 0 or free % 2:
        return None
    body = extended + b"FILL" + struct.pack("<I", free) + bytes(free)
    return b"RIFF" + struct.pack("<I", len(body)) + body


_FORMATS: dict[str, tuple[Callable[[Image.Image], Iterator[bytes]], Callable[[bytes, int], bytes | None]]] = {
    "image/png": (_pngs, _fill_png),
    "image/jpeg": (_jpegs, _fill_jpeg),
    "image/webp": (_webps, _fill_webp),
}
