"""Pictures that the suite sends: small, in several formats, each easy to tell from the others."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from io import BytesIO

from PIL import Image

MIME: Mapping[str, str] = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
LOSSLESS = ("PNG",)
"""Formats in which pixels are what they were."""


def drawn(width: int, height: int) -> Image.Image:
    """A picture of a color gradient, so that turned, cut and mirrored ones differ."""
    picture = Image.new("RGB", (width, height))
    picture.putdata(
        [(255 * x // width, 255 * y // height, 255 * (x + y) // (width + height))
         for y in range(height) for x in range(width)]
    )  # fmt: skip
    return picture


def plain_color(width: int, height: int, color: tuple[int, int, int]) -> Image.Image:
    """A picture of one color."""
    return Image.new("RGB", (width, height), color)


def encoded(picture: Image.Image, kind: str = "PNG") -> bytes:
    """The file of a picture; `kind` as Pillow names it."""
    file = BytesIO()
    picture.save(file, kind)
    return file.getvalue()


def data_url(content: bytes, kind: str = "PNG") -> str:
    """A file as a data URL."""
    return f"data:{MIME[kind]};base64,{base64(content)}"


def base64(content: bytes) -> str:
    """A file as Base64 alone."""
    return b64encode(content).decode()
