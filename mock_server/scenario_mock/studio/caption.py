"""Put pictures into words: a caption for one, a description of style for several.

A picture that was made from a prompt is captioned by that prompt; any other by what its pixels show. Nothing is
recognized in pixels: a caption from them names colors, light, shape and how much there is to see.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from .. import words
from . import looks
from .looks import Look

STYLE_PARTS = frozenset({*words.STYLES, *words.LIGHTS, *(lens for line in words.LENSES for lens in line.split(", "))})
STYLE_HINTS = frozenset(
    "style styled painting watercolor aquarelle photorealistic photograph photo illustration render rendered lighting "
    "light lit art drawing sketch cinematic shot lens shaded poly".split()
)


def parts_of(prompt: str) -> tuple[list[str], list[str]]:
    """The parts of a prompt between its commas: those about the scene, and those about the style."""
    scene: list[str] = []
    style: list[str] = []
    for part in (each.strip(" .") for each in re.split("[,、،;\n]", prompt)):
        about_style = part.lower() in STYLE_PARTS or bool(STYLE_HINTS & set(re.findall(r"\w+", part.lower())))
        # The first part is what is shown, whatever its words.
        if part:
            (style if about_style and scene else scene).append(part)
    return scene, style


def caption(prompt: str, look: Look | None, *, with_style: bool, extra: Iterable[str] = ()) -> str:
    """One sentence: the scene, with `with_style` its style too, then `extra` words.

    Raises ValueError when there is neither a prompt nor a look.
    """
    scene, style = parts_of(prompt)
    if not scene:
        if look is None:
            raise ValueError("there is neither a prompt nor a picture to write about")
        scene, style = [_seen(look)], [looks.contrast([look]), f"{looks.temperature([look])} colors"]
    elif with_style and not style and look is not None:
        style = [f"in {_listed(looks.main_colors([look]))}"]
    return _sentence(", ".join([*scene, *(style if with_style else []), *extra]))


def describe(seen: Sequence[Look], prompts: Sequence[str], tags: Sequence[str] = ()) -> tuple[str, str]:
    """A style in full and in short, from what the pictures show, the style words of their prompts, and tags.

    Raises ValueError when there is none of them.
    """
    named = [part.lower() for prompt in prompts for part in parts_of(prompt)[1]]
    common = [part for part, _ in Counter(named).most_common(4)] or list(tags[:4])
    if not seen and not common:
        raise ValueError("there is nothing to describe")
    sentences = [_sentence(", ".join(common))] if common else []
    short = common[:2]
    if seen:
        colors = _listed(looks.main_colors(seen))
        sentences.append(
            f"The palette is {looks.temperature(seen)} and {looks.purity(seen)}, mostly {colors}; "
            f"pictures are {looks.tone(seen)}, with {looks.contrast(seen)}, and {looks.detail(seen)}."
        )
        short += [f"{looks.temperature(seen)} {colors}", looks.contrast(seen)]
    return " ".join(sentences), _sentence(", ".join(short))


def without(text: str, unwanted: Iterable[str]) -> str:
    """`text` without words and phrases that must not appear, whatever their case."""
    large = text[:1].isupper()
    for sequence in unwanted:
        if sequence.strip():
            text = re.sub(rf"(?<!\w){re.escape(sequence.strip())}(?!\w)", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"(?: ?,)+ ?(?=[,.;]|$)| (?=[.;])", "", text)
    text = text.strip(" ,;")
    return text[:1].upper() + text[1:] if large else text


def _seen(look: Look) -> str:
    colors = _listed(looks.main_colors([look]))
    return f"a {looks.tone([look])}, {looks.shape(look)}, {looks.detail([look])} picture in {colors}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
