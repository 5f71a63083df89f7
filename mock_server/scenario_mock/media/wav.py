"""The WAV container: 16 bits PCM, written and read."""

from __future__ import annotations

import io
import struct
import sys
import wave
from array import array
from typing import Any


def write(samples: array[int], sample_rate: int, channels: int) -> bytes:
    """A file with the same samples (16 bits) on every channel."""
    if sys.byteorder == "big":
        samples = samples[:]
        samples.byteswap()
    if channels > 1:
        spread = array("h", bytes(2 * channels * len(samples)))
        for channel in range(channels):
            spread[channel::channels] = samples
        samples = spread
    data = samples.tobytes()
    form = struct.pack("<IHHIIHH", 16, 1, channels, sample_rate, sample_rate * channels * 2, channels * 2, 16)
    chunks = b"WAVEfmt " + form + b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(chunks)) + chunks


def read(data: bytes) -> dict[str, Any]:
    """Duration in seconds, sample rate, channels, bit rate and codec. Raises ValueError."""
    try:
        with wave.open(io.BytesIO(data)) as sound:
            rate, channels, width, frames = (
                sound.getframerate(), sound.getnchannels(), sound.getsampwidth(), sound.getnframes(),
            )  # fmt: skip
            held = len(sound.readframes(frames)) // (width * channels)
    except (wave.Error, EOFError, RuntimeError, ZeroDivisionError, struct.error) as error:
        raise ValueError(f"the sound cannot be read: {error or 'it is cut short'}") from None
    if not rate or held < frames:
        raise ValueError("the sound cannot be read: it is cut short")
    return {
        "duration": round(frames / rate, 3),
        "sampleRate": rate,
        "channels": channels,
        "bitrate": rate * channels * width * 8,
        "codecName": "pcm_u8" if width == 1 else f"pcm_s{8 * width}le",
    }
