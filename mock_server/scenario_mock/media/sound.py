"""Sounds out of words: a melody, a voice that murmurs, or an effect, always the same for the same seed and prompt.

| classification | what is heard |
|---|---|
| speech, interview, text | for each word a hum, its vowels in their formants, the pitch falling as sentences end |
| effect | a tone that slides and fades, with noise on top |
| music, sound and the rest | plucked notes of a scale: minor when the prompt is dark, each word one note |

Nothing is spoken or composed here: it is a stand-in that can be heard, told apart and measured.
"""

from __future__ import annotations

import random
import re
from array import array
from collections.abc import Callable
from functools import lru_cache
from itertools import cycle
from math import exp, pi, sin, tau

from ..ids import stream

LOUD = 9000
SINE = [sin(tau * place / 4096) for place in range(4096)]
MAJOR, MINOR = (0, 2, 4, 7, 9, 12), (0, 3, 5, 7, 10, 12)
DARK = frozenset("dark night sad horror lonely storm ruin ruined haunted ghost battle war fear rain grave".split())
FORMANTS = {"a": (730, 1090), "e": (530, 1840), "i": (270, 2290), "o": (570, 840), "u": (300, 870)}
WIDTH = 160
"""Half width of a formant, in hertz."""


def play(seed: str, prompt: str, classification: str, duration: float, sample_rate: int) -> array[int]:
    """`duration` seconds of one channel."""
    rng = stream(0, "sound", seed, prompt, classification)
    wanted = round(duration * sample_rate)
    words = re.findall(r"\w+", prompt.lower())[:400] or ["la", "lo", "li"]
    make = _MAKERS.get(classification, _music)
    return make(rng, words, wanted, sample_rate)[:wanted]


def _music(rng: random.Random, words: list[str], wanted: int, rate: int) -> array[int]:
    scale = MINOR if DARK & set(words) else MAJOR
    root, beat = rng.choice((196.0, 220.0, 246.9, 261.6)), round(rate * rng.choice((0.24, 0.3, 0.36)))
    made: array[int] = array("h")
    for place, word in enumerate(cycle(words)):
        step = scale[sum(word.encode()) % len(scale)] if place % 8 < 7 else 0
        made += _note(root * 2 ** (step / 12), beat * (2 if place % 4 == 3 else 1), rate)
        if len(made) >= wanted:
            return made
    raise AssertionError("a cycle of words does not end")


@lru_cache(maxsize=64)
def _note(pitch: float, length: int, rate: int) -> array[int]:
    """A plucked string with its octave, fading to nothing."""
    speed, fade = 4096 * pitch / rate, exp(-5 / length)
    level, made = float(LOUD), array("h", bytes(2 * length))
    for at in range(length):
        place = int(at * speed)
        made[at] = int(level * (SINE[place & 4095] + 0.4 * SINE[place * 2 & 4095]))
        level *= fade
    return made


def _speech(rng: random.Random, words: list[str], wanted: int, rate: int) -> array[int]:
    """Syllables at some 4 a second, with pauses between words."""
    voice = rng.choice((105, 120, 170, 205))
    made: array[int] = array("h")
    for place, word in enumerate(cycle(words)):
        fall = 1.12 - 0.24 * (place % 9) / 8
        for vowel in re.findall(r"[aeiou]", word) or ["e"]:
            made += _syllable(vowel, round(voice * fall), round(rate * 0.19), rate)
        made += array("h", bytes(2 * round(rate * (0.35 if place % 9 == 8 else 0.07))))
        if len(made) >= wanted:
            return made
    raise AssertionError("a cycle of words does not end")


@lru_cache(maxsize=256)
def _syllable(vowel: str, pitch: int, length: int, rate: int) -> array[int]:
    """One period of the vowel, repeated and swelled."""
    period = max(rate // pitch, 2)
    tones = [
        (number, sum(1 / (1 + ((number * pitch - center) / WIDTH) ** 2) for center in FORMANTS[vowel]))
        for number in range(1, min(3500, rate // 2) // pitch + 1)
    ]
    total = sum(strength for _, strength in tones) or 1
    wave = [
        LOUD * 2 / total * sum(strength * SINE[number * at * 4096 // period & 4095] for number, strength in tones)
        for at in range(period)
    ]
    swell = [sin(pi * at / length) ** 0.5 for at in range(length)]
    return array("h", (int(wave[at % period] * swell[at]) for at in range(length)))


def _effect(rng: random.Random, words: list[str], wanted: int, rate: int) -> array[int]:
    """Bursts of a second, one for each word in turn."""
    made: array[int] = array("h")
    while len(made) < wanted:
        start, end, rough = rng.uniform(200, 1600), rng.uniform(60, 900), rng.uniform(0.1, 0.8)
        noise, place, level = rng.randbytes(rate), 0.0, float(LOUD)
        fade, slide, speed = exp(-4 / rate), (end - start) / rate * 4096 / rate, start * 4096 / rate
        burst = array("h", bytes(2 * rate))
        for at in range(rate):
            place += speed
            speed += slide
            tone = SINE[int(place) & 4095] * (1 - rough) + (noise[at] - 127.5) / 127.5 * rough
            burst[at] = int(level * tone)
            level *= fade
        made += burst
    return made


_MAKERS: dict[str, Callable[[random.Random, list[str], int, int], array[int]]] = {
    "speech": _speech,
    "interview": _speech,
    "text": _speech,
    "effect": _effect,
}
