"""How many bytes each file takes, by arithmetic over what its asset's row says, before anything is drawn.

Sounds and texts are exact. Of the others nearly all drawings stay below the amount given here, and the modules that
draw fill the rest up. Loads nothing that draws.
"""

from __future__ import annotations

from math import isqrt, sqrt

PICTURE_ROOM: dict[str, tuple[float, float, int]] = {
    "image/png": (0.0625, 75, 500),
    "image/jpeg": (0.0125, 22, 1000),
    "image/webp": (0.001, 8, 1000),
}
"""Bytes for a pixel, for a pixel of width or height, and for any picture: the paintings are smooth, so the length of
edges counts for more than the area. Of 300 paintings from 64 x 64 to 2048 x 2048 none needed more."""
WAV_HEADER = 44
MP4_HEADERS = 1200
"""Room for all boxes of a video file but the samples and their sizes."""
MACROBLOCK_BYTES = 384
MOVED_BITS = 11
"""Bits of a macroblock inside a row while neighboring motion vectors differ by at most 5 quarters of a pixel."""
GLB_HEADERS, GLB_JSON = 28, 1600
TEXTURE_BYTES = 16_000
JSON_BYTES = 2048


def picture(mime_type: str, width: int, height: int) -> int:
    """Bytes of a picture file of that type and size. Raises KeyError for a type that is not drawn."""
    area, edges, least = PICTURE_ROOM[mime_type]
    return 2 * int((width * height * area + (width + height) * edges + least) / 2)  # a WebP file has an even size


def video(width: int, height: int, frames: int) -> int:
    """Bytes of a video file: its first picture as plain samples, the others as vectors."""
    columns, rows = blocks(width, height)
    first = columns * rows * (MACROBLOCK_BYTES + 2) + 16
    moved = (columns * rows * MOVED_BITS + (columns + rows) * 24) // 8 + 64
    return MP4_HEADERS + first + (frames - 1) * (moved + 8)


def blocks(width: int, height: int) -> tuple[int, int]:
    """Columns and rows of macroblocks, 16 x 16 pixels each, that cover a picture; at least two columns.

    In a single column motion vectors are predicted by a rule of their own.
    """
    return max(-(-width // 16), 2), -(-height // 16)


def sound(duration: float, sample_rate: int, channels: int) -> int:
    """Bytes of a file that lasts `duration` seconds, 16 bits a sample."""
    return WAV_HEADER + 2 * channels * round(duration * sample_rate)


def mesh(vertices: int, faces: int) -> int:
    """Bytes of a file with a mesh of these counts and its texture: a multiple of 4."""
    rings, segments = grid_of(vertices, faces)
    vertices, corners = (rings + 1) * (segments + 1), 6 * rings * segments
    return GLB_HEADERS + GLB_JSON + TEXTURE_BYTES + 32 * vertices + padded(corners * index_bytes(vertices))


def counts_near(faces: int) -> tuple[int, int]:
    """Vertices and faces of a grid with about so many faces, twice as many segments as rings."""
    rings = max(2, round(sqrt(faces / 4)))
    return (rings + 1) * (2 * rings + 1), 4 * rings * rings


def grid_of(vertices: int, faces: int) -> tuple[int, int]:
    """Rings and segments of the grid with these counts; for counts that no grid has, one with about so many faces.

    With the seam and the poles doubled V = (rings + 1)(segments + 1) and F = 2 rings segments, so both tell the grid.
    """
    total, product = vertices - 1 - faces // 2, faces // 2
    root = isqrt(max(total * total - 4 * product, 0))
    rings, segments = (total - root) // 2, (total + root) // 2
    if faces % 2 or rings < 1 or rings * segments != product or rings + segments != total:
        rings = max(2, round(sqrt(faces / 4)))
        segments = 2 * rings
    return rings, segments


def index_bytes(vertices: int) -> int:
    """Bytes of an index into so many vertices."""
    return 2 if vertices < 65_536 else 4


def padded(length: int) -> int:
    """The next multiple of 4."""
    return -(-length // 4) * 4
