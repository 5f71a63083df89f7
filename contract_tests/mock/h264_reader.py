"""A reader of H.264 that knows the standard and not the writer: parameter sets, plain pictures and motion vectors.

It reads what Constrained Baseline streams without residuals hold (ITU-T H.264, 7.3 and 8.4.1.3) and fails on the rest.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

Vector = tuple[int, int]


class Bits:
    """The payload of a NAL unit, its emulation prevention taken out, read bit by bit."""

    def __init__(self, unit: bytes) -> None:
        assert not any(start in unit for start in (b"\0\0\0", b"\0\0\1", b"\0\0\2")), "a start code inside a unit"
        self.payload = unit[1:].replace(b"\0\0\3", b"\0\0")
        self.bits = "".join(f"{byte:08b}" for byte in self.payload)
        self.at = 0

    def u(self, count: int) -> int:
        assert self.at + count <= len(self.bits), "the unit is too short"
        self.at += count
        return int(self.bits[self.at - count : self.at] or "0", 2)

    def ue(self) -> int:
        zeros = self.bits.index("1", self.at) - self.at
        self.at += zeros
        return self.u(zeros + 1) - 1

    def se(self) -> int:
        value = self.ue()
        return (value + 1) // 2 if value % 2 else -(value // 2)

    def at_end(self) -> bool:
        """Whether only the trailing bits are left."""
        return self.bits[self.at :].rstrip("0") == "1"


class Sequence(NamedTuple):
    width: int
    height: int
    columns: int
    rows: int


def boxes(data: bytes) -> Iterator[tuple[str, int, bytes]]:
    """Name, offset and body of every box of an MP4 file, outer ones first."""

    def walk(start: int, end: int) -> Iterator[tuple[str, int, bytes]]:
        while start < end:
            size, name = struct.unpack_from(">I4s", data, start)
            assert 8 <= size <= end - start, f"box {name!r} is too long"
            yield name.decode(), start, data[start + 8 : start + size]
            if name in (b"moov", b"trak", b"mdia", b"minf", b"stbl"):
                yield from walk(start + 8, start + size)
            start += size

    return walk(0, len(data))


def units(data: bytes) -> tuple[Sequence, list[bytes]]:
    """What the sequence parameter set says, and the unit of each picture, found through the sample tables."""
    found = {name: body for name, _, body in boxes(data)}
    config = found["stsd"][found["stsd"].index(b"avcC") + 4 :]
    length = struct.unpack_from(">H", config, 6)[0]
    sizes = struct.unpack(f">{struct.unpack_from('>I', found['stsz'], 8)[0]}I", found["stsz"][12:])
    at, made = struct.unpack_from(">I", found["stco"], 8)[0], []
    for size in sizes:
        assert struct.unpack_from(">I", data, at)[0] == size - 4
        made.append(data[at + 4 : at + size])
        at += size
    assert at == len(data)
    return sequence(config[8 : 8 + length]), made


def sequence(unit: bytes) -> Sequence:
    bits = Bits(unit)
    assert (unit[0], bits.u(8), bits.u(2)) == (0x67, 66, 3)
    bits.u(6 + 8)
    assert [bits.ue() for _ in range(5)] == [0, 0, 0, 12, 1]
    assert bits.u(1) == 0
    columns, rows = bits.ue() + 1, bits.ue() + 1
    assert bits.u(2) == 3
    crop = [bits.ue() for _ in range(4)] if bits.u(1) else [0] * 4
    return Sequence(columns * 16 - 2 * (crop[0] + crop[1]), rows * 16 - 2 * (crop[2] + crop[3]), columns, rows)


def plain(unit: bytes, columns: int, rows: int) -> bytes:
    """Luma samples of an IDR picture of I_PCM macroblocks, row by row."""
    bits = Bits(unit)
    assert unit[0] == 0x65
    assert (bits.ue(), bits.ue(), bits.ue(), bits.u(4), bits.ue()) == (0, 7, 0, 0, 0)
    assert (bits.u(16), bits.u(2), bits.se(), bits.ue()) == (0, 0, 0, 1)
    luma = bytearray(columns * rows * 256)
    for block in range(columns * rows):
        assert bits.ue() == 25
        bits.at += -bits.at % 8
        samples = bits.payload[bits.at // 8 :][:384]
        bits.at += 384 * 8
        for line in range(16):
            start = (block // columns * 16 + line) * columns * 16 + block % columns * 16
            luma[start : start + 16] = samples[line * 16 : line * 16 + 16]
    assert bits.at_end()
    return bytes(luma)


def vectors(unit: bytes, number: int, columns: int, rows: int) -> list[list[Vector]]:
    """Motion vectors of a P picture of 16 x 16 blocks without residual, each predicted as the standard says."""
    bits = Bits(unit)
    assert unit[0] == 0x01, "not a P slice that nothing refers to"
    assert (bits.ue(), bits.ue(), bits.ue(), bits.u(4), bits.u(16)) == (0, 5, 0, 1, 2 * number)
    assert (bits.u(2), bits.se(), bits.ue()) == (0, 0, 1)
    found: list[list[Vector]] = []
    for row in range(rows):
        found.append([])
        for column in range(columns):
            assert (bits.ue(), bits.ue()) == (0, 0)
            expected = predicted(found, row, column, columns)
            found[row].append((expected[0] + bits.se(), expected[1] + bits.se()))
            assert bits.ue() == 0
    assert bits.at_end()
    return found


def predicted(found: list[list[Vector]], row: int, column: int, columns: int) -> Vector:
    left = found[row][column - 1] if column else None
    above = found[row - 1][column] if row else None
    corner = None
    if row and column + 1 < columns:
        corner = found[row - 1][column + 1]
    elif row and column:
        corner = found[row - 1][column - 1]
    if above is None and corner is None:
        return left or (0, 0)
    known = [vector for vector in (left, above, corner) if vector is not None]
    if len(known) == 1:
        return known[0]
    three = [vector or (0, 0) for vector in (left, above, corner)]
    return int(median(vector[0] for vector in three)), int(median(vector[1] for vector in three))
