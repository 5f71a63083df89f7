"""The MP4 container (ISO/IEC 14496-12) around an H.264 stream: written ready to stream, and read for what it says.

The description of the samples comes first, then a `free` box that fills the file up to its size, then the samples.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

from .h264 import Stream

TICKS = 1000
"""Ticks of a frame; the time scale is the frame rate times this."""
CODECS = {"avc1": "h264", "avc3": "h264", "hvc1": "hevc", "hev1": "hevc", "av01": "av1", "vp09": "vp9"}
_CONTAINERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}
_UNITY = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


class Film(NamedTuple):
    """What a video box describes: the stream, the shown size in pixels and the frames of a second."""

    stream: Stream
    width: int
    height: int
    frame_rate: float


def write(film: Film, size: int) -> bytes:
    """The film as a file of exactly `size` bytes, or of as many as it takes if those are too few."""
    samples = [struct.pack(">I", len(frame)) + frame for frame in film.stream.frames]
    kind = _box(b"ftyp", b"isom" + struct.pack(">I", 512) + b"isomiso2avc1mp41")
    length = len(kind) + len(_movie(film, samples, 0))
    fill = max(size - length - 8 - sum(map(len, samples)), 8)
    movie = _movie(film, samples, length + fill + 8)
    return b"".join((kind, movie, _box(b"free", bytes(fill - 8)), _box(b"mdat", *samples)))


def read(data: bytes) -> dict[str, Any]:
    """Width, height, duration in seconds, and for a video track frame rate, frames and codec. Raises ValueError."""
    try:
        found = dict(_walk(data, b""))
        header = found[b"moov/mvhd"]
        scale, ticks = struct.unpack_from(">IQ", header, 20) if header[0] else struct.unpack_from(">II", header, 12)
        seconds = ticks / scale
    except (KeyError, IndexError, struct.error, ZeroDivisionError):
        raise ValueError("the MP4 file has no readable description of a movie") from None
    properties: dict[str, Any] = {"duration": round(seconds, 3)}
    for track in _tracks(data):
        properties |= _video(track, seconds)
    return properties


def _video(track: dict[bytes, bytes], seconds: float) -> dict[str, Any]:
    """What a video track says; nothing for a track of another kind."""
    try:
        if track[b"mdia/hdlr"][8:12] != b"vide":
            return {}
        width, height = struct.unpack(">II", track[b"tkhd"][-8:])
        frames = struct.unpack_from(">I", track[b"mdia/minf/stbl/stsz"], 8)[0]
        codec = track[b"mdia/minf/stbl/stsd"][12:16].decode("ascii")
    except (KeyError, struct.error, UnicodeDecodeError):
        raise ValueError("the MP4 file has a video track that cannot be read") from None
    found: dict[str, Any] = {"width": width >> 16, "height": height >> 16, "nbFrames": frames}
    found["codecName"] = CODECS.get(codec, codec)
    return found | ({"frameRate": round(frames / seconds, 3)} if seconds else {})


def _tracks(data: bytes) -> list[dict[bytes, bytes]]:
    movie = next(body for name, body in _boxes(data) if name == b"moov")
    return [dict(_walk(body, b"")) for name, body in _boxes(movie) if name == b"trak"]


def _walk(data: bytes, path: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Every box below `data` by its path, such as moov/mvhd."""
    for name, body in _boxes(data):
        if name in _CONTAINERS:
            yield from _walk(body, path + name + b"/")
        yield path + name, body


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        head = 8
        if size == 1:
            size, head = struct.unpack_from(">Q", data, at + 8)[0], 16
        size = size or len(data) - at
        if size < head or at + size > len(data):
            raise ValueError("the MP4 file is cut short or broken")
        yield name, data[at + head : at + size]
        at += size


def _movie(film: Film, samples: list[bytes], start: int) -> bytes:
    """The moov box for samples that begin at `start` of the file."""
    count = len(samples)
    scale, ticks = round(film.frame_rate * TICKS), count * TICKS
    sizes = struct.pack(f">{count}I", *map(len, samples))
    table = _box(
        b"stbl",
        _full(b"stsd", struct.pack(">I", 1) + _codec(film)),
        _full(b"stts", struct.pack(">III", 1, count, TICKS)),
        _full(b"stss", struct.pack(">II", 1, 1)),
        _full(b"stsc", struct.pack(">IIII", 1, 1, count, 1)),
        _full(b"stsz", struct.pack(">II", 0, count) + sizes),
        _full(b"stco", struct.pack(">II", 1, start)),
    )
    data = _box(b"dinf", _full(b"dref", struct.pack(">I", 1) + _full(b"url ", b"", flags=1)))
    media = _box(
        b"mdia",
        _full(b"mdhd", struct.pack(">IIIIHH", 0, 0, scale, ticks, 0x55C4, 0)),
        _full(b"hdlr", struct.pack(">I4s12x", 0, b"vide") + b"VideoHandler\0"),
        _box(b"minf", _full(b"vmhd", bytes(8), flags=1), data, table),
    )
    sides = struct.pack(">II", film.width << 16, film.height << 16)
    track = _full(b"tkhd", struct.pack(">IIIII8xHHHH", 0, 0, 1, 0, ticks, 0, 0, 0, 0) + _UNITY + sides, flags=3)
    head = struct.pack(">IIIIIH10x", 0, 0, scale, ticks, 0x10000, 0x100) + _UNITY + bytes(24) + struct.pack(">I", 2)
    return _box(b"moov", _full(b"mvhd", head), _box(b"trak", track, media))


def _codec(film: Film) -> bytes:
    """The sample entry avc1 with the parameter sets."""
    sequence, picture = film.stream.sequence, film.stream.picture
    sets = b"\1" + sequence[1:4] + b"\xff\xe1" + struct.pack(">H", len(sequence)) + sequence
    sets += b"\1" + struct.pack(">H", len(picture)) + picture
    entry = struct.pack(">6xH16xHHIIIH32xHh", 1, film.width, film.height, 0x480000, 0x480000, 0, 1, 24, -1)
    return _box(b"avc1", entry, _box(b"avcC", sets))


def _full(name: bytes, body: bytes, flags: int = 0) -> bytes:
    return _box(name, struct.pack(">I", flags), body)


def _box(name: bytes, *parts: bytes) -> bytes:
    return struct.pack(">I", 8 + sum(map(len, parts))) + name + b"".join(parts)
