"""A small H.264 stream: one picture as it is, and pictures that show it moved and enlarged.

An encoder of others would bring its licence along: the wheels of PyAV hold FFmpeg with x264 and x265 (GPL), and 100 MB.
What a mock shows needs little of the standard (ITU-T H.264): Constrained Baseline, CAVLC, no residuals.

- The first picture is an IDR slice of I_PCM macroblocks: 384 plain samples each, so its size is arithmetic.
- All others are P slices of macroblocks without residual, each with a motion vector into the first picture. They are no
  reference themselves, so nothing adds up. A vector's x depends on the column alone and never grows with it, its y on
  the row alone: the median prediction of 8.4.1.3 then gives x exactly and the row above's y inside a row, and a row is
  one short bit pattern repeated.

Bits are texts of 0 and 1 until a slice is whole. Motion vectors are in quarters of a pixel.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from PIL import Image

from .sizes import blocks

# Level, most macroblocks of a picture, most macroblocks of a second (table A-1).
LEVELS = ((30, 1620, 40_500), (31, 3600, 108_000), (40, 8192, 245_760), (51, 36_864, 983_040))
_EMULATED = re.compile(rb"\0\0(?=[\0-\3])")
_LUMA = [16 + round(level * 219 / 255) for level in range(256)]
_CHROMA = [128 + round((level - 128) * 224 / 255) for level in range(256)]


class Stream(NamedTuple):
    """Parameter sets and the pictures in the order of showing, each one NAL unit without a length or start code."""

    sequence: bytes
    picture: bytes
    frames: list[bytes]


def parameter_sets(width: int, height: int, frame_rate: float) -> tuple[bytes, bytes]:
    """Sequence and picture parameter set; sides are even, because chroma has half of them."""
    columns, rows = blocks(width, height)
    speed = columns * rows * frame_rate
    level = next((level for level, most, second in LEVELS if columns * rows <= most and speed <= second), 52)
    crop = (columns * 16 - width) // 2, (rows * 16 - height) // 2
    sequence = (
        f"{66:08b}11000000{level:08b}"
        + _ue(0) + _ue(0) + _ue(0) + _ue(12)  # ids, 4 bits of frame number, order by 16 bits of count
        + _ue(1) + "0" + _ue(columns - 1) + _ue(rows - 1) + "11"  # one reference, frames only
        + "1" + _ue(0) + _ue(crop[0]) + _ue(0) + _ue(crop[1])
        + "1" + "00" + "1" + "101" + "0" + "1" + f"{1:08b}{1:08b}{6:08b}"  # video range, matrix of BT.601
        + "00000" + "11" + _ue(0) + _ue(0) + _ue(13) + _ue(13) + _ue(0) + _ue(1)  # nothing is reordered
    )  # fmt: skip
    picture = _ue(0) + _ue(0) + "00" + _ue(0) + _ue(0) + _ue(0) + "000" + _ue(0) * 3 + "100"
    return _unit(0x67, sequence), _unit(0x68, picture)


def still(picture: Image.Image) -> bytes:
    """The IDR slice of a picture whose sides are multiples of 16."""
    luma, blue, red = picture.convert("YCbCr").split()
    half = (picture.width // 2, picture.height // 2)
    planes = (
        (luma.point(_LUMA).tobytes(), picture.width, 16),
        (blue.resize(half, Image.Resampling.BOX).point(_CHROMA).tobytes(), half[0], 8),
        (red.resize(half, Image.Resampling.BOX).point(_CHROMA).tobytes(), half[0], 8),
    )
    head = _ue(0) + _ue(7) + _ue(0) + "0000" + _ue(0) + f"{0:016b}" + "00" + _ue(0) + _ue(1)
    first, others = _aligned(head + _ue(25)), _aligned(_ue(25))
    parts: list[bytes] = []
    for row in range(picture.height // 16):
        for column in range(picture.width // 16):
            parts.append(others if parts else first)
            for samples, stride, side in planes:
                start = row * side * stride + column * side
                parts.extend(samples[at : at + side] for at in range(start, start + side * stride, stride))
    return b"\x65" + _escaped(b"".join(parts) + b"\x80")


def moved(number: int, across: Sequence[int], down: Sequence[int]) -> bytes:
    """The slice of picture `number`: the first one, seen through the vectors of each column and row.

    `across` must not grow from a column to the next one.
    """
    head = _ue(0) + _ue(5) + _ue(0) + "0001" + f"{2 * number:016b}" + "00" + _ue(0) + _ue(1)
    first = [_block(x - before, down[0] * (not column)) for column, (before, x) in enumerate(_pairs(across))]
    # The left end has no neighbor on its left, which counts as a vector of zero.
    left = across[0] - sorted((0, across[0], across[1]))[1]
    right = across[-1] - across[-2]
    inside = len(across) - 2
    rows = []
    for above, y in list(_pairs(down))[1:]:
        step = y - above
        rows.append(_block(left, step) + _block(0, step) * inside + _block(right, step))
    return _unit(0x01, head + "".join(first) + "".join(rows))


def _pairs(vectors: Sequence[int]) -> Sequence[tuple[int, int]]:
    """Each vector with the one before it, zero before the first."""
    return list(zip((0, *vectors), vectors, strict=False))


def _block(x: int, y: int) -> str:
    """A macroblock P_L0_16x16 without residual: no block skipped, type, vector difference, no coefficients."""
    return "11" + _se(x) + _se(y) + "1"


def _ue(value: int) -> str:
    bits = f"{value + 1:b}"
    return "0" * (len(bits) - 1) + bits


def _se(value: int) -> str:
    return _ue(2 * value - 1 if value > 0 else -2 * value)


def _aligned(bits: str) -> bytes:
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def _unit(head: int, bits: str) -> bytes:
    """A NAL unit with its trailing bits, and with no start code inside."""
    return bytes((head,)) + _escaped(_aligned(bits + "1"))


def _escaped(payload: bytes) -> bytes:
    return _EMULATED.sub(b"\0\0\3", payload)
