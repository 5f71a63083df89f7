"""What the mock does with texts: vectors, captions, prompts, translations, protected names."""

from __future__ import annotations

import hashlib
import math
import os
import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from scenario_mock.lexicon import CODES, LEXICON
from scenario_mock.studio.caption import caption, describe, parts_of, without
from scenario_mock.studio.embedding import embed, likeness
from scenario_mock.studio.languages import detect
from scenario_mock.studio.looks import look_at
from scenario_mock.studio.prompts import MODES, Brief, write
from scenario_mock.studio.protection import FILTERS, cleared, inspect
from scenario_mock.studio.translation import translate

CITY = "a futuristic cityscape at sunset, with flying cars and neon signs, photorealistic"

# ---- vectors ---------------------------------------------------------------------------------------------------------


@given(st.text())
def test_vectors_have_1024_numbers_and_length_one(text: str):
    vector = embed(text)
    assert len(vector) == 1024
    assert math.fsum(value * value for value in vector) == pytest.approx(1, abs=1e-5)
    assert embed(f"  {text.upper()} ") == embed(text.upper())


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("a red castle on a hill", "a castle on a red hill", "an astronaut in a spaceport"),
        ("a castle", "castles", "a compass"),
        ("a futuristic cityscape at sunset", "futuristic city at sunset, neon", "a fox in the snow"),
        ("watercolour painting of a fox", "watercolor paintings of foxes", "a concrete tower"),
        ("霧の中の城", "霧の中の城、水彩画", "a dog"),
    ],
)
def test_near_texts_are_near(text: str, near: str, far: str):
    close, distant = likeness(embed(text), embed(near)), likeness(embed(text), embed(far))
    assert close > distant + 0.1
    assert likeness(embed(text), embed(text)) == pytest.approx(1, abs=1e-6)


def test_vectors_tell_texts_apart():
    texts = [f"picture number {number} of a {word}" for number in range(40) for word in ("castle", "cat", "lake")]
    assert len({tuple(embed(text)) for text in texts}) == len(texts)


# ---- captions --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("color", ["red", "orange", "yellow", "green", "teal", "blue", "purple", "black", "white"])
def test_a_caption_from_pixels_names_the_color(color: str):
    look = look_at(Image.new("RGB", (200, 100), color))
    assert color in caption("", look, with_style=False)
    assert "wide" in caption("", look, with_style=False)
    assert "plain" in caption("", look, with_style=False)


def test_a_caption_follows_the_prompt():
    scene = "A futuristic cityscape at sunset, with flying cars and neon signs."
    assert caption(CITY, None, with_style=False) == scene
    assert caption(CITY, None, with_style=True) == scene[:-1] + ", photorealistic."
    assert caption(CITY, None, with_style=False, extra=["in the style of daiton"]).endswith("style of daiton.")
    with pytest.raises(ValueError, match="neither"):
        caption(" , ", None, with_style=True)


def test_the_first_part_of_a_prompt_is_the_scene():
    assert parts_of("watercolor, golden hour") == (["watercolor"], ["golden hour"])
    assert parts_of("霧の中の城、35mm") == (["霧の中の城"], ["35mm"])
    assert parts_of("") == ([], [])


def test_a_style_is_described_from_pixels_and_words():
    blue = look_at(Image.new("RGB", (50, 90), (20, 40, 200)))
    full, short = describe([blue], ["a castle, oil painting, golden hour", "a fox, oil painting"])
    assert full.startswith("Oil painting, golden hour.")
    assert "mostly blue" in full
    assert "cool" in full
    assert len(short) < len(full)
    with pytest.raises(ValueError, match="nothing to describe"):
        describe([], ["a castle"])


def test_unwanted_words_do_not_appear():
    assert without("A photo of a castle, photo, in blue.", ["photo"]) == "A of a castle, in blue."
    assert without("A castle.", ["cast"]) == "A castle."
    assert without("A castle.", ["", " "]) == "A castle."


# ---- prompts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("brief", [Brief(), Brief("a red castle, watercolor", ("a fox, gouache",), ("linocut",))])
def test_prompts_are_different_and_belong_to_the_source_of_chance(mode: str, brief: Brief):
    prompts = write(mode, brief, 5, random.Random(1))
    assert len(set(prompts)) == 5
    assert prompts == write(mode, brief, 5, random.Random(1))
    assert prompts != write(mode, brief, 5, random.Random(2))


def test_each_mode_does_what_it_says():
    brief, rng = Brief("a red castle, watercolor"), random.Random(3)
    (completed,) = write("completion", brief, 1, rng)
    assert completed.startswith("a red castle, watercolor, ")
    (structured,) = write("structured", brief, 1, rng)
    assert structured.startswith("Subject: a red castle. Setting: ")
    assert "Style: watercolor." in structured
    assert all("a red castle" in prompt for prompt in write("inventive", brief, 3, rng))
    (contextual,) = write("contextual", Brief(references=("a fox, gouache",)), 1, rng)
    assert contextual.startswith("a fox, gouache")
    (edit,) = write("image-editing", Brief("make it winter", ("a fox, gouache",)), 1, rng)
    assert edit == "Make it winter, and keep a fox as it is."


# ---- translations ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "english"),
    [
        ("une ville futuriste au coucher du soleil", "French", "a futuristic city at sunset"),
        ("una ciudad futurista al atardecer", "Spanish", "a futuristic city at sunset"),
        ("Trois montagnes rouges et un petit chat noir", "French", "Trois red mountains and a small black cat"),
        ("L’aube rouge sur l'île", "French", "The red dawn on the island"),  # noqa: RUF001
        ("eine Füchsin im Schnee, weiches Gegenlicht", "German", "a fox in the snow, soft backlight"),
        ("un gatto nero con un cappello rosso", "Italian", "a black cat with a red hat"),
        ("um castelo na névoa, aquarela", "Portuguese", "a castle in the mist, watercolor"),
        ("霧の中の城、水彩画", "Japanese", "in the mist castle, watercolor"),
        ("ein Zwirbelkasten bei Nacht, 35mm", "German", "a Zwirbelkasten at night, 35mm"),
        ("a red castle on a hill", "English", "a red castle on a hill"),
        ("замок на пагорбі", "Ukrainian", "замок на пагорбі"),
        ("xyzzy 42", "Undetermined", "xyzzy 42"),
        ("", "Undetermined", ""),
    ],
)
def test_translation(text: str, language: str, english: str):
    found = translate(text)
    assert (found.language, found.text) == (language, english)


@pytest.mark.parametrize(
    ("text", "language"),
    [("悬浮的山脉", "Chinese"), ("안개 낀 숲", "Korean"), ("старый замок", "Russian"), ("पहाड़ी पर किला", "Hindi"),
     ("قلعة فوق الجبل", "Arabic"), ("een rood kasteel", "Dutch"), ("ไทย", "Thai"), ("12 !?", "Undetermined")],
)  # fmt: skip
def test_languages_that_are_told_but_not_translated(text: str, language: str):
    assert detect(text) == language
    assert translate(text).text == text


@pytest.mark.parametrize("code", CODES)
def test_every_entry_of_the_dictionary_is_found(code: str):
    assert len(LEXICON[code]) > 100
    assert all(word == word.strip() and word == word.casefold() for word in LEXICON[code] if code != "de")


@given(st.text())
def test_any_text_can_be_translated(text: str):
    assert isinstance(translate(text).text, str)


# ---- protected names -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "category", "entity"),
    [
        ("a runner in NIKE shoes", "brand-trademark", "Nike"),
        ("spider man over the city", "fictional-character", "Spider-Man"),
        ("Spiderman over the city", "fictional-character", "Spider-Man"),
        ("a portrait of Beyoncé", "celebrity-likeness", "Beyoncé"),
        ("in the style of greg  rutkowski", "artist-style", "Greg Rutkowski"),
    ],
)
def test_protected_names_are_found_and_cleared(text: str, category: str, entity: str):
    findings = inspect(["a castle", text])
    assert [(each.filter.category, each.entities) for each in findings if each.flagged] == [(category, (entity,))]
    assert not any(each.flagged for each in inspect([cleared(text)]))


def test_words_that_merely_contain_a_name_are_free():
    assert not any(each.flagged for each in inspect(["a snike, legolas, batmanship", CITY, ""]))
    assert [each.filter for each in inspect([])] == list(FILTERS)


# ---- the same everywhere ---------------------------------------------------------------------------------------------

PROGRAM = """
import hashlib, random
from scenario_mock import pictures
from scenario_mock.studio.editing import edit
from scenario_mock.studio.embedding import embed
from scenario_mock.studio.looks import look_at
from scenario_mock.studio.maps import MAPS, make_map
from scenario_mock.studio.prompts import MODES, Brief, write
from scenario_mock.studio.translation import translate
from scenario_mock.picture_files import decoded

picture = decoded(pictures.draw_png("asset", 256, 192, "a red castle"))
results = [embed("a castle on a hill"), [write(mode, Brief("a castle"), 3, random.Random(1)) for mode in MODES]]
results += [translate("un chat noir dans la brume"), look_at(picture), edit(picture, "blue", variant="1").tobytes()]
results += [make_map(picture, modality).tobytes() for modality in MAPS]
print(hashlib.sha256(repr(results).encode()).hexdigest())
"""


def test_every_process_gives_the_same_results():
    def run(hash_seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        command = [sys.executable, "-c", PROGRAM]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()

    assert len(run("1")) == len(hashlib.sha256().hexdigest())
    assert run("1") == run("2")
