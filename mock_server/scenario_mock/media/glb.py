"""Binary glTF 2.0: one mesh with a painted texture, written to a size known before; files of others read for counts.

The JSON chunk may end in spaces, and these fill the file up to its size.
"""

from __future__ import annotations

import json
import struct
import sys
from array import array
from typing import Any

from ..painting import paint, scene_of
from . import mesh
from .sizes import GLB_HEADERS, TEXTURE_BYTES, grid_of, index_bytes, padded
from .still import encode

TEXTURE_SIDE = 256
FLOAT, SHORT, INT = 5126, 5123, 5125
TRIANGLES = 4


def draw(size: int, seed: str, prompt: str, counts: tuple[int, int], sides: mesh.Numbers) -> bytes:
    """The solid of `seed` and `prompt` with these vertices and faces, as a file of `size` bytes."""
    made = mesh.turned(mesh.solid_of(seed, prompt), *grid_of(*counts), sides)
    picture = paint(seed, prompt, TEXTURE_SIDE, TEXTURE_SIDE, TEXTURE_SIDE)
    color = [round(level / 255, 3) for level in scene_of(seed, prompt).accents[0]]
    return write(made, encode(picture, "image/jpeg", TEXTURE_BYTES), color, size)


def write(made: mesh.Mesh, texture: bytes, color: list[float], size: int) -> bytes:
    """The mesh as a file; `color` tints it half and half with white, for readers without textures too."""
    vertices = len(made.positions) // 3
    short = index_bytes(vertices) == 2
    indices = array("H", made.triangles) if short else made.triangles
    parts = [_little(made.positions), _little(made.normals), _little(made.coordinates), _little(indices), texture]
    views, binary = [], b""
    for number, part in enumerate(parts):
        target = {} if number == 4 else {"target": 34963 if number == 3 else 34962}
        views.append({"buffer": 0, "byteOffset": len(binary), "byteLength": len(part), **target})
        binary += part + bytes(padded(len(part)) - len(part))
    document = {
        "asset": {"version": "2.0", "generator": "scenario_mock"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": ATTRIBUTES, "indices": 3, "material": 0, "mode": TRIANGLES}]}],
        "materials": [{"pbrMetallicRoughness": {
            "baseColorTexture": {"index": 0}, "baseColorFactor": [(1 + part) / 2 for part in color] + [1],
            "metallicFactor": 0.1, "roughnessFactor": 0.7,
        }}],
        "textures": [{"source": 0, "sampler": 0}],
        "samplers": [{"wrapS": 10497, "wrapT": 33071}],
        "images": [{"bufferView": 4, "mimeType": "image/jpeg"}],
        "accessors": [
            {"bufferView": 0, "componentType": FLOAT, "count": vertices, "type": "VEC3", **_bounds(made.positions)},
            {"bufferView": 1, "componentType": FLOAT, "count": vertices, "type": "VEC3"},
            {"bufferView": 2, "componentType": FLOAT, "count": vertices, "type": "VEC2"},
            {"bufferView": 3, "componentType": SHORT if short else INT, "count": len(indices), "type": "SCALAR"},
        ],
        "bufferViews": views,
        "buffers": [{"byteLength": len(binary)}],
    }  # fmt: skip
    text = json.dumps(document, separators=(",", ":")).encode()
    text = text.ljust(max(padded(len(text)), (size - GLB_HEADERS - len(binary)) // 4 * 4))
    total = GLB_HEADERS + len(text) + len(binary)
    head = struct.pack("<4sIIII", b"glTF", 2, total, len(text), 0x4E4F534A)
    return head + text + struct.pack("<II", len(binary), 0x004E4942) + binary


ATTRIBUTES = {"POSITION": 0, "NORMAL": 1, "TEXCOORD_0": 2}


def read(data: bytes) -> dict[str, Any]:
    """Counts and features of the meshes in a file. Raises ValueError."""
    document = _document(data)
    try:
        primitives = [part for each in document.get("meshes", []) for part in each["primitives"]]
        counts = [range(accessor["count"]).stop for accessor in document.get("accessors", [])]  # whole numbers only
        vertices = sum(counts[at] for at in {part["attributes"]["POSITION"] for part in primitives})
        corners = [
            counts[part.get("indices", part["attributes"]["POSITION"])]
            for part in primitives
            if part.get("mode", TRIANGLES) == TRIANGLES
        ]
        return {
            "format": "glb",
            "vertexCount": vertices,
            "faceCount": sum(corners) // 3,
            "hasNormals": any("NORMAL" in part["attributes"] for part in primitives),
            "hasUVs": any("TEXCOORD_0" in part["attributes"] for part in primitives),
            "hasSkeleton": bool(document.get("skins")),
            "hasAnimations": bool(document.get("animations")),
        }
    except (KeyError, IndexError, TypeError, AttributeError, OverflowError):
        raise ValueError("the GLB file has meshes that do not fit its accessors") from None


def _document(data: bytes) -> dict[str, Any]:
    """The JSON of a file whose header and lengths are right."""
    if len(data) < 20 or data[:4] != b"glTF":
        raise ValueError("the file is no GLB")
    _, version, total, length, kind = struct.unpack_from("<4sIIII", data)
    if version != 2:
        raise ValueError(f"the GLB file has version {version}; 2 is read here")
    if total != len(data) or kind != 0x4E4F534A or 20 + length > total:
        raise ValueError("the GLB file is cut short or broken")
    try:
        document = json.loads(data[20 : 20 + length])
    except (ValueError, RecursionError):
        raise ValueError("the GLB file has a JSON part that cannot be read") from None
    if not isinstance(document, dict):
        raise ValueError("the GLB file has a JSON part that is no object")
    return document


def _bounds(positions: array[float]) -> dict[str, list[float]]:
    """The box around the positions as they are stored, in 32 bits: readers compare them."""
    return {
        "min": [min(positions[axis::3]) for axis in range(3)],
        "max": [max(positions[axis::3]) for axis in range(3)],
    }


def _little(numbers: array[Any]) -> bytes:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()
