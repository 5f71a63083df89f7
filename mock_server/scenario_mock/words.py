"""The vocabulary of generated content: themes, prompts, names, tags, captions.

Tables and plain functions, each taking the random source that it may draw from. The world is made with these, because
they cost microseconds; `provider` offers the same to Faker. Nothing here knows the API's rows.

A prompt is subject, place, style, light and lens of one theme: a theme alone has about 60,000 of them. One in twenty
is written in another language, because callers write in theirs.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import lru_cache

from .chance import pick, some, whole
from .themes import THEMES, Theme

STYLES: tuple[str, ...] = (
    "oil painting", "watercolor", "photorealistic", "low poly", "cel shaded", "concept art", "pixel art", "claymation",
    "ink and wash", "isometric", "art nouveau poster", "studio photograph", "vector illustration", "gouache",
    "stop motion", "8mm film still", "linocut", "comic panel",
)  # fmt: skip
LIGHTS: tuple[str, ...] = (
    "dramatic lighting", "golden hour", "soft overcast light", "neon rim light", "volumetric fog", "hard noon sun",
    "candle light", "blue hour", "high key studio light", "moonlight", "backlit", "deep red sunset",
)  # fmt: skip
LENSES: tuple[str, ...] = (
    "35mm", "85mm, shallow depth of field", "wide angle", "macro", "tilt-shift", "fish-eye", "drone shot",
    "close-up", "centered composition", "rule of thirds", "low angle", "over the shoulder",
)  # fmt: skip
FAULTS: tuple[str, ...] = (
    "blurry", "low quality", "extra fingers", "watermark", "text", "jpeg artifacts", "cropped", "oversaturated",
    "deformed hands", "noise", "duplicate", "flat lighting",
)  # fmt: skip

# (subjects, styles, joint) by language; the joint is what stands between the two.
FOREIGN: tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...] = (
    (("霧の中の城", "桜の下の侍", "雨のネオン街", "眠る龍"), ("水彩画", "浮世絵風", "映画的な光"), "、"),
    (("悬浮的山脉", "雨夜的古镇", "金色的龙", "未来城市"), ("水墨画", "电影感光线", "低多边形"), "、"),
    (("안개 낀 숲", "네온 골목", "잠자는 용", "우주 정거장"), ("수채화", "시네마틱 조명", "픽셀 아트"), ", "),
    (("un château dans la brume", "une renarde en ciré jaune"), ("aquarelle délicate", "lumière dorée"), ", "),
    (("ein Leuchtturm im Sturm", "eine Füchsin im Schnee"), ("Ölgemälde", "weiches Gegenlicht"), ", "),
    (("un dragón dormido", "una niña con un barco de papel"), ("acuarela", "luz dramática"), ", "),
    (("замок на пагорбі", "нічне неонове місто"), ("олійний живопис", "туманний світанок"), ", "),
    (("قلعة فوق الجبل", "مدينة مستقبلية عند الغروب"), ("ألوان مائية", "إضاءة سينمائية"), "، "),
    (("पहाड़ी पर किला", "बारिश में बाज़ार"), ("जलरंग चित्र", "सुनहरी रोशनी"), ", "),
    (("um castelo na névoa", "uma raposa de capa amarela"), ("aquarela", "luz do entardecer"), ", "),
)

ARTICLES = frozenset({"a", "an", "the"})
SMALL = frozenset({"of", "and"})
JOINTS = frozenset(
    "above after among as at before behind beneath beside by coiled crossing crowded during floating half in kicking "
    "lit on over parked reflected seen splashed to under with wearing wrapped".split()
)
RATIOS: tuple[str, ...] = ("1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "21:9")
SCHEDULERS: tuple[str, ...] = (
    "euler", "euler-ancestral", "dpm-multi", "dpm-single", "ddim", "lms", "pndm", "heun", "kdpm2", "unipc",
)  # fmt: skip
BASE_MODELS: tuple[str, ...] = ("flux.1-dev", "flux.1-schnell", "stable-diffusion-xl", "flux.2-dev", "qwen-image")

# Why a generation fails, and what to do about it.
REASONS: tuple[str, ...] = (
    "The provider returned no output", "The input picture could not be read", "The prompt was refused by moderation",
    "The generation took longer than allowed", "The input video is longer than the model accepts",
)  # fmt: skip
HINTS: tuple[str, ...] = (
    "Try again with another prompt", "Use a picture of at least 64 by 64 pixels", "Shorten the input and try again",
    "Try again in a few minutes", "Choose an aspect ratio that the model lists",
)  # fmt: skip


BREAK = re.compile("[,、،]")
BY_TAG: dict[str, tuple[int, ...]] = {
    tag: tuple(place for place, theme in enumerate(THEMES) if tag in theme.tags) for each in THEMES for tag in each.tags
}
"""Which themes have a tag, as places in `THEMES`."""


def theme(rng: random.Random) -> Theme:
    """One of the themes."""
    return pick(rng, THEMES)


def prompt(rng: random.Random, of: Theme | None = None) -> str:
    """What a caller asks for: subject, place, style, light and lens, or now and then a line in another language."""
    if rng.random() < 0.05:
        subjects, styles, joint = pick(rng, FOREIGN)
        return f"{pick(rng, subjects)}{joint}{pick(rng, styles)}"
    chosen = of or theme(rng)
    text = f"{pick(rng, chosen.subjects)} {pick(rng, chosen.places)}, {pick(rng, STYLES)}"
    extent = rng.random()
    if extent > 1 / 3:
        text += f", {pick(rng, LIGHTS)}"
    return f"{text}, {pick(rng, LENSES)}" if extent > 2 / 3 else text


def negative_prompt(rng: random.Random) -> str:
    """Faults to keep out of the picture."""
    return ", ".join(some(rng, FAULTS, whole(rng, 2, 4)))


def model_name(rng: random.Random, of: Theme | None = None) -> str:
    """What a trained style or subject is called."""
    chosen = of or theme(rng)
    title = pick(rng, chosen.titles)
    extra = pick(rng, ("", "", " XL", " II", " Pro", " 2.0", f" {pick(rng, STYLES).title()}"))
    return title + extra


def asset_name(rng: random.Random, of: Theme | None = None) -> str:
    """A short title such as people give to a picture: `Emerald Dragon`."""
    return title_of(pick(rng, (of or theme(rng)).subjects))


def short_description(rng: random.Random, of: Theme | None = None) -> str:
    """One sentence about what a model makes."""
    chosen = of or theme(rng)
    one, other = some(rng, chosen.subjects, 2)
    return f"{plain(chosen.name).capitalize()}: {one}, {other} and more, {pick(rng, STYLES)} style."


def caption(rng: random.Random, of: Theme | None = None) -> str:
    """What a describer would say about a picture: one sentence with a capital and a full stop."""
    chosen = of or theme(rng)
    text = f"{pick(rng, chosen.subjects)} {pick(rng, chosen.places)}, {pick(rng, LIGHTS)}"
    return text[0].upper() + text[1:] + "."


def title_of(text: str) -> str:
    """The title of a picture that was made with this prompt: its subject, `Emerald Dragon`."""
    return _title(BREAK.split(text, maxsplit=1)[0])


@lru_cache(maxsize=4096)
def _title(text: str) -> str:
    start = text.split()
    kept = start[1:] if start and start[0].lower() in ARTICLES else start
    end = next((place for place, word in enumerate(kept) if place and word in JOINTS), len(kept))
    return " ".join(word if word in SMALL else word[0].upper() + word[1:] for word in kept[: min(end, 5)])


def caption_of(text: str) -> str:
    """A description of a picture that was made with this prompt: its first part as a sentence."""
    start = BREAK.split(text, maxsplit=1)[0].strip(" .")
    return f"{start[:1].upper()}{start[1:]}."


def tags(rng: random.Random, of: Theme | None = None, most: int = 4) -> list[str]:
    """One to `most` tags of a theme, now and then with a style among them; none twice."""
    chosen = of or theme(rng)
    return some(rng, (*chosen.tags, pick(rng, SLUGS)), whole(rng, 1, most))


def seed_text(rng: random.Random) -> str:
    """A reproducibility seed as the API writes it: digits in a string."""
    return str(whole(rng, 1, 2**32 - 1))


def file_name(rng: random.Random, ending: str = "png", title: str = "") -> str:
    """A file name such as `emerald-dragon-07.png`, of the title if there is one."""
    return f"{slug(title or asset_name(rng))}-{whole(rng, 1, 99):02d}.{ending}"


def slug(text: str) -> str:
    """`8mm film still` as `8mm-film-still`."""
    return "-".join(text.lower().replace(",", " ").split())


def plain(text: str) -> str:
    """`scifi-city` as `scifi city`."""
    return text.replace("-", " ")


def theme_of(words: Sequence[str]) -> Theme | None:
    """The theme with most of its tags among `words`, the first of several; None when no theme has any."""
    marks: dict[int, int] = {}
    for word in set(words):
        for place in BY_TAG.get(word, ()):
            marks[place] = marks.get(place, 0) + 1
    return THEMES[min(marks, key=lambda place: (-marks[place], place))] if marks else None


SLUGS: tuple[str, ...] = tuple(map(slug, STYLES))
"""The styles as tags."""
