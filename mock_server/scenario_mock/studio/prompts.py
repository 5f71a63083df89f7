"""Write prompts: continue one, invent, structure, write for a style or a picture, word an edit.

From the same vocabulary that the mock's world is made of, drawn with a random source that is handed in. No language
model: the text is correct and varied, not clever.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from .. import words
from ..themes import Theme
from .caption import parts_of
from .looks import Look, main_colors, tone


@dataclass(frozen=True)
class Brief:
    """What to write from: the start of a prompt, prompts of other pictures, words of a model's style, a look."""

    prompt: str = ""
    references: tuple[str, ...] = ()
    style: tuple[str, ...] = ()
    look: Look | None = None
    freedom: float = 1.0
    """How much is added: 0 little, 2 much."""


MODES = ("completion", "contextual", "contextual-v2", "image-editing", "inventive", "structured")
CHANGES = (
    "change the light to {light}", "redraw the scene as a {style} picture", "show the scene in {color} tones",
    "move the scene into winter", "let it rain", "give the sky {color} clouds",
)  # fmt: skip
TONES = ("teal", "golden", "violet", "crimson", "silver")
ORDERS = frozenset("add change crop give let make move paint put redraw remove replace set show turn".split())
"""First words that make a prompt an instruction."""


def write(mode: str, brief: Brief, count: int, rng: random.Random) -> list[str]:
    """`count` prompts in one of the MODES, all different. Raises KeyError."""
    writer = _WRITERS[mode]
    written: list[str] = []
    tries = 0
    while len(written) < count:
        prompt = writer(brief, len(written), rng)
        tries += 1
        if prompt not in written:
            written.append(prompt)
        elif tries > 50:  # everything said: tell them apart
            written.append(f"{prompt}, variation {len(written) + 1}")
    return written


def _completion(brief: Brief, number: int, rng: random.Random) -> str:
    """The start as it is, and what may follow."""
    if not brief.prompt.strip():
        return words.prompt(rng)
    start = brief.prompt.rstrip(" ,.、\uff0c")
    scene, style = parts_of(brief.prompt)
    more = [rng.choice(_theme(brief, rng).places)] if len(scene) < 2 else []
    return ", ".join([start, *more, *_extras(style, rng, 1 + round(brief.freedom))])


def _inventive(brief: Brief, number: int, rng: random.Random) -> str:
    """The same subject elsewhere and otherwise, or something new of its kind."""
    scene, _ = parts_of(brief.prompt)
    theme = _theme(brief, rng)
    subject = scene[0] if scene else rng.choice(theme.subjects)
    return ", ".join([f"{subject} {rng.choice(theme.places)}", *_extras([], rng, 2 + round(brief.freedom))])


def _structured(brief: Brief, number: int, rng: random.Random) -> str:
    """The prompt in labelled parts; what it leaves open is filled in."""
    scene, style = parts_of(brief.prompt)
    theme = _theme(brief, rng)
    parts = {
        "Subject": scene[0] if scene else rng.choice(theme.subjects),
        "Setting": ", ".join(scene[1:]) or rng.choice(theme.places),
        "Style": ", ".join(style) or rng.choice(words.STYLES),
        "Lighting": rng.choice(words.LIGHTS),
        "Composition": rng.choice(words.LENSES),
    }
    return " ".join(f"{label}: {text}." for label, text in parts.items())


def _contextual(brief: Brief, number: int, rng: random.Random) -> str:
    """The subject of the prompt or of a reference, in the style of the model or of the references."""
    described = [parts_of(reference) for reference in brief.references]
    scenes = [parts[0][0] for parts in described if parts[0]]
    scene, own_style = parts_of(brief.prompt)
    theme = _theme(brief, rng)
    subject = ", ".join(scene) or (scenes[number % len(scenes)] if scenes else rng.choice(theme.subjects))
    if not scene and not scenes:
        subject = f"{subject} {rng.choice(theme.places)}"
    style = list(brief.style) or [part for parts in described for part in parts[1]] or own_style
    kept = rng.sample(style, min(len(style), 2))
    colors = [f"in {' and '.join(main_colors([brief.look], 2))}"] if brief.look else []
    return ", ".join(dict.fromkeys([subject, *kept, *colors, *_extras(kept, rng, 1 + round(brief.freedom))]))


def _image_editing(brief: Brief, number: int, rng: random.Random) -> str:
    """An instruction: what to change, what to keep."""
    change = rng.choice(CHANGES).format(
        light=rng.choice(words.LIGHTS), style=rng.choice(words.STYLES), color=rng.choice(TONES)
    )
    change = re.sub(r"\ba (?=[aeiou8])", "an ", change)
    asked = " ".join(brief.prompt.split()).strip(" .")
    if asked:
        change = asked if asked.split()[0].lower() in ORDERS else f"turn the scene into {asked}"
        change = change if number == 0 else f"{change}, {rng.choice(words.LIGHTS)}"
    shown = parts_of(brief.references[0])[0] if brief.references else []
    kept = shown[0] if shown else "the composition"
    if brief.look and not shown:
        kept += f" of this {tone([brief.look])} picture in {' and '.join(main_colors([brief.look], 2))}"
    return f"{change[:1].upper()}{change[1:]}, and keep {kept} as it is."


_WRITERS: dict[str, Callable[[Brief, int, random.Random], str]] = {
    "completion": _completion,
    "contextual": _contextual,
    "contextual-v2": _contextual,
    "image-editing": _image_editing,
    "inventive": _inventive,
    "structured": _structured,
}


def _theme(brief: Brief, rng: random.Random) -> Theme:
    said = re.findall(r"\w+", " ".join((brief.prompt, *brief.references, *brief.style)).lower())
    return words.theme_of(said) or words.theme(rng)


def _extras(known: list[str], rng: random.Random, count: int) -> list[str]:
    """Style, light and lens words, as many as asked for, none that is there already."""
    pools = [list(words.STYLES), list(words.LIGHTS), list(words.LENSES)]
    rng.shuffle(pools)
    said = {part.lower() for part in known}
    return [rng.choice([word for word in pool if word not in said]) for pool in pools[: max(1, min(count, 3))]]
