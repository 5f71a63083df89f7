"""Picture files that callers send: told by their first bytes, and believed only after a look inside.

The first bytes must be those of the type that a data URL claims, pictures must decode, and none may have more pixels
than the cap. Everything here raises ValueError with a reason for people.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import struct

from PIL import Image, ImageOps, UnidentifiedImageError

MAX_PIXELS = 40_000_000

# First bytes of the types that can be told by them.
MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"), (0, b"\xff\xd8\xff", "image/jpeg"), (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"), (0, b"II*\0", "image/tiff"), (0, b"MM\0*", "image/tiff"),
    (4, b"ftypavif", "image/avif"), (4, b"ftypheic", "image/heic"), (4, b"ftyp", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "video/webm"), (8, b"WAVE", "audio/wav"), (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"), (0, b"\xff\xf3", "audio/mpeg"), (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"glTF", "model/gltf-binary"), (0, b"%PDF-", "application/pdf"), (0, b"PK\x03\x04", "application/zip"),
)  # fmt: skip
ALIASES = {
    "image/jpg": "image/jpeg", "image/x-png": "image/png", "image/heif": "image/heic", "image/x-ms-bmp": "image/bmp",
    "audio/mp3": "audio/mpeg",
    "audio/x-wav": "audio/wav", "audio/wave": "audio/wav", "video/quicktime": "video/mp4", "audio/mp4": "video/mp4",
    "audio/x-m4a": "video/mp4", "audio/webm": "video/webm", "video/x-matroska": "video/webm", "video/ogg": "audio/ogg",
    "application/x-zip-compressed": "application/zip",
}  # fmt: skip
DECODED = {
    "image/png": "PNG", "image/jpeg": "JPEG", "image/gif": "GIF", "image/webp": "WEBP", "image/bmp": "BMP",
    "image/tiff": "TIFF",
}  # fmt: skip
# What Pillow raises over bytes that are not what they seem.
UNREADABLE = (OSError, SyntaxError, EOFError, LookupError, ArithmeticError, TypeError, ValueError, struct.error)
_DATA_URL = re.compile(
    r"data:(?P<mime>[\w.+-]+/[\w.+-]+)?(?P<options>(?:;[\w.+-]+=[^;,]*)*)(?P<base64>;base64)?,", re.A
)


def sniff(data: bytes) -> str | None:
    """The type that the first bytes tell, or None when they tell nothing."""
    for offset, magic, mime in MAGIC:
        if data[offset : offset + len(magic)] == magic and (offset != 8 or data[:4] == b"RIFF"):
            return mime
    return "image/bmp" if data[:2] == b"BM" and data[6:10] == bytes(4) else None


def decode_data_url(text: str, max_pixels: int = MAX_PIXELS) -> tuple[str, bytes]:
    """The type and bytes of a base64 data URL. Raises ValueError saying what about it is not as it claims."""
    match = _DATA_URL.match(text)
    if not match:
        raise ValueError("not a data URL: it must look like data:image/png;base64,...")
    if not match["base64"]:
        raise ValueError("the data URL is not base64 encoded")
    mime = (match["mime"] or "text/plain").lower()
    data = _base64(text[match.end() :])
    told, claimed = sniff(data), ALIASES.get(mime, mime)
    if told != claimed and (told or claimed in {*DECODED, *(known for _, _, known in MAGIC)}):
        raise ValueError(f"the data URL says {mime} but holds {told or 'something else'}")
    check_picture(claimed, data, max_pixels)
    return mime, data


def decode_base64(text: str, max_pixels: int = MAX_PIXELS) -> tuple[str, bytes]:
    """The type and bytes of bare base64, the type read from the first bytes. Raises ValueError."""
    data = _base64(text)
    mime = sniff(data) or "application/octet-stream"
    check_picture(mime, data, max_pixels)
    return mime, data


def check_picture(mime: str, data: bytes, max_pixels: int = MAX_PIXELS) -> None:
    """Raises ValueError when `data` should be a picture that can be decoded here, and is broken or too large."""
    if mime in DECODED:
        opened(data, max_pixels, DECODED[mime])


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height of a picture, read without decoding it. Raises ValueError when the bytes are no picture."""
    return _recognized(data, MAX_PIXELS).size


def opened(data: bytes, max_pixels: int = MAX_PIXELS, kind: str | None = None) -> Image.Image:
    """A decoded picture; a large JPEG comes smaller than it is. Raises ValueError."""
    picture = _recognized(data, max_pixels, kind)
    try:
        picture.draft("RGB", (64, 64))
        picture.load()
    except UNREADABLE as error:
        raise ValueError(f"the picture cannot be read: {error}") from None
    return picture


def decoded(data: bytes, max_pixels: int = MAX_PIXELS) -> Image.Image:
    """A decoded picture with every pixel it has, turned upright. Raises ValueError."""
    picture = _recognized(data, max_pixels)
    try:
        picture.load()
        return ImageOps.exif_transpose(picture)
    except UNREADABLE as error:
        raise ValueError(f"the picture cannot be read: {error}") from None


def _base64(text: str) -> bytes:
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError(f"bad base64: {error}") from None
    if not data:
        raise ValueError("the file is empty")
    return data


def _recognized(data: bytes, max_pixels: int, kind: str | None = None) -> Image.Image:
    """A picture of a type that can be decoded, its size checked, not yet decoded."""
    try:
        picture = Image.open(io.BytesIO(data), formats=[kind] if kind else list(DECODED.values()))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ValueError(f"the picture has more than {max_pixels} pixels") from None
    except UnidentifiedImageError:  # its text has an address in memory
        raise ValueError("the picture cannot be read: of no kind that is read here, or broken") from None
    except UNREADABLE as error:
        raise ValueError(f"the picture cannot be read: {error}") from None
    if picture.width * picture.height > max_pixels:
        raise ValueError(f"the picture has more than {max_pixels} pixels: {picture.width} x {picture.height}")
    return picture
