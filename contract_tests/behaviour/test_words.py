"""Operations that answer with words and numbers: captions, styles, prompts, translations, vectors, verdicts.

No law says what the words are.
"""

from __future__ import annotations

import re
from math import isfinite, sqrt
from typing import Any

import pytest

from contract_tests.behaviour.generating import Painter
from contract_tests.behaviour.job_details import details_hold, price_parts_hold
from contract_tests.behaviour.orders import PICTURE, SCRIPTS
from contract_tests.behaviour.sending import data_url, encoded, plain_color
from contract_tests.behaviour.test_generation_laws import price_holds
from contract_tests.behaviour.test_reads import refused
from contract_tests.calls import Answer, Caller

pytestmark = [pytest.mark.target, pytest.mark.changes]

RED, BLUE = (data_url(encoded(plain_color(64, 64, color))) for color in ((200, 30, 30), (30, 30, 200)))
STEADY = {"seed": 7, "temperature": 0}
MODES = ("completion", "inventive", "structured", "contextual-v2")
FRENCH, GERMAN = "un château rouge sous la pluie", "ein rotes Schloss im Regen"
SAME = 0.999
"""Cosine of two vectors that are the same, but for rounding."""


def holds(answer: Answer) -> Answer:
    """What all of them have in common: a price that adds up and is billed, and a job that is sound."""
    if "creativeUnitsCost" in answer.json:
        price_holds(answer)
    if "job" in answer.json:
        details_hold(answer, answer.json["job"])
        price_parts_hold(answer)
    return answer


def captions(call: Caller, *pictures: str, **more: Any) -> Answer:
    return holds(call("createCaption", body={"images": list(pictures), **STEADY, **more}))


def test_captions_come_in_the_order_of_the_pictures(call: Caller):
    """Where two pictures together are told in the words that each has alone, the first words are those of the first."""
    alone = [captions(call, picture).json["captions"][0] for picture in (RED, PICTURE)]
    both = captions(call, RED, PICTURE)
    told = both.json["captions"]
    if len(set(alone)) < 2 or sorted(told) != sorted(alone):
        pytest.skip("the captions do not differ, or are others together")
    both.must(told == alone, "captions_in_order", alone, told)


def test_captions_leave_out_what_is_unwanted(call: Caller):
    one = captions(call, PICTURE)
    words = re.findall(r"[A-Za-z]{4,}", one.json["captions"][0])
    if not words:
        pytest.skip("the caption has no long word")
    unwanted = max(words, key=len)
    other = captions(call, PICTURE, unwantedSequences=[unwanted])
    told = other.json["captions"][0]
    other.must(
        not re.search(rf"\b{unwanted}\b", told, re.I), "unwanted_words_are_left_out", f"no {unwanted}", told, one
    )


@pytest.mark.parametrize("level", ["action", "action+style"])
def test_captions_say_their_level(call: Caller, level: str):
    answer = captions(call, PICTURE, detailsLevel=level)
    told = answer.json.get("detailsLevel", level)
    answer.must(told == level, "level_asked_for", level, told)


def test_captions_take_assets(call: Caller):
    assets = [
        call("uploadAsset", body={"name": "to caption", "image": picture}).json["asset"]["id"]
        for picture in (RED, BLUE)
    ]
    answer = captions(call, *assets)
    answer.must(len(answer.json["captions"]) == 2, "as_many_results_as_asked_for", 2, answer.json["captions"])
    given = answer.json["job"]["metadata"].get("input", {}).get("images", assets)
    answer.must(given == assets, "inputs_come_back_unharmed", assets, given)


def test_a_style_is_told_in_full_and_in_short(call: Caller):
    answer = holds(call("createStyleDescription", body={"images": [PICTURE, BLUE], **STEADY}))
    full, short = answer.json["description"], answer.json["synthesis"]
    answer.must(full.strip() and short.strip(), "results_are_there", "words", answer.json)
    answer.must(len(short) <= len(full), "the_short_is_short", f"at most {len(full)} characters", short)


@pytest.mark.parametrize("mode", MODES)
def test_prompts_are_as_many_and_in_the_mode_asked_for(call: Caller, mode: str):
    prices = []
    for count in (1, 2):
        answer = holds(call("createPrompt", body={"mode": mode, "prompt": "a castle", "numResults": count}))
        prompts = answer.json["prompts"]
        answer.must(len(prompts) == count, "as_many_results_as_asked_for", count, prompts)
        answer.must(all(map(str.strip, prompts)), "results_are_there", "words", prompts)
        told = answer.json.get("mode", mode)
        answer.must(told == mode, "mode_asked_for", mode, told)
        prices.append(answer)
    costs = [answer.json.get("creativeUnitsCost", 0) for answer in prices]
    prices[1].must(costs[0] <= costs[1], "more_is_not_cheaper", f"{costs[0]} or more", costs[1], prices[0])


def test_the_same_request_again_is_another_job(call: Caller):
    body = {"mode": "completion", "prompt": "a castle", "numResults": 2, **STEADY}
    first = call("createPrompt", body=body)
    again = call("createPrompt", body=body)
    one, other = first.json["job"]["jobId"], again.json["job"]["jobId"]
    again.must(one != other, "each_request_makes_a_job", "another job", other, first)


def test_calls_of_prompts_can_be_sent(call: Caller, model: Painter):
    answer = holds(call("createPrompt", body={"mode": "contextual", "modelId": model.id, "numResults": 2}))
    prompts, calls = answer.json["prompts"], answer.json.get("calls") or []
    answer.must(len(calls) <= len(prompts), "calls_go_with_prompts", f"at most {len(prompts)} calls", calls)
    for ready, prompt in zip(calls, prompts, strict=False):
        answer.must(ready["modelId"] == model.id, "calls_are_for_the_model", model.id, ready)
        told = ready["parameters"].get("prompt", prompt)
        if len(calls) == len(prompts):
            answer.must(told == prompt, "calls_in_the_order_of_prompts", prompt, told)
        price = call(
            "createCustomGeneration",
            path={"modelId": ready["modelId"]},
            query={"dryRun": True},
            body=ready["parameters"],
            expect=None,
        )
        price.must(
            price.status == 269, "calls_are_ready_to_be_sent", "269 for a dry run", price.exchange.told(), answer
        )


def test_prompts_for_editing_need_a_picture(call: Caller):
    answer = call("createPrompt", body={"mode": "image-editing", "prompt": "make it night"}, expect=None)
    answer.must(answer.status == 400, "refuses_what_is_wrong", "400 without image", answer.exchange.told())
    refused(answer)
    holds(call("createPrompt", body={"mode": "image-editing", "image": PICTURE}))


@pytest.mark.parametrize(("mode", "most"), [("structured", 5), ("contextual-v2", 15)])
def test_prompts_take_so_many_pictures(call: Caller, mode: str, most: int):
    holds(call("createPrompt", body={"mode": mode, "prompt": "x", "images": [RED] * most}))
    answer = call("createPrompt", body={"mode": mode, "prompt": "x", "images": [RED] * (most + 1)}, expect=None)
    answer.must(answer.status == 400, "refuses_what_is_wrong", f"400 for more than {most}", answer.exchange.told())
    refused(answer)


def test_languages_are_told_apart(call: Caller):
    told: dict[str, str] = {}
    for prompt in (FRENCH, GERMAN, "a red castle in the rain"):
        answer = holds(call("createTranslation", body={"prompt": prompt, **STEADY}))
        language, english = answer.json["detectedLanguage"], answer.json["translation"]
        answer.must(language.strip() and english.strip(), "results_are_there", "words", answer.json)
        answer.must(language not in told, "languages_are_told_apart", f"another language than {told}", language)
        told[language] = prompt
        given = answer.json["job"]["metadata"].get("input", {}).get("prompt", prompt)
        answer.must(given == prompt, "inputs_come_back_unharmed", prompt, given)


def test_any_script_is_a_text(call: Caller):
    for operation_id, name in (
        ("createEmbedding", "text"),
        ("createTranslation", "prompt"),
        ("createPrompt", "prompt"),
    ):
        answer = holds(call(operation_id, body={name: SCRIPTS}))
        given = answer.json["job"]["metadata"].get("input", {}).get(name, SCRIPTS)
        answer.must(given == SCRIPTS, "inputs_come_back_unharmed", SCRIPTS, given)


def test_vectors_of_texts(call: Caller):
    """The same text, the same direction, another text another one, whatever the script and the length."""
    texts = ("a red castle", SCRIPTS, "x", "very " * 400)
    vectors: list[list[float]] = []
    for text in texts:
        one, again = (holds(call("createEmbedding", body={"text": text})) for _ in range(2))
        vector = one.json["embedding"]
        one.must(all(map(isfinite, vector)) and any(vector), "vectors_are_numbers", "finite, not all 0", vector[:5])
        same = cosine(vector, again.json["embedding"])
        again.must(same >= SAME, "the_same_text_has_the_same_vector", f"a cosine of {SAME}", same, one)
        near = max((cosine(vector, other) for other in vectors), default=0.0)
        one.must(near < SAME, "vectors_tell_texts_apart", f"a cosine below {SAME}", near)
        vectors.append(vector)


def cosine(one: list[float], other: list[float]) -> float:
    """How alike two directions are, at most 1; 0 for a vector without one."""
    lengths = sqrt(sum(x * x for x in one)) * sqrt(sum(x * x for x in other))
    return sum(x * y for x, y in zip(one, other, strict=True)) / lengths if lengths else 0.0


def test_verdicts_on_protected_material(call: Caller):
    """One finding for each filter, one verdict over all of them, and a fee that is there when there was a filter."""
    asset = call("uploadAsset", body={"name": "to check", "image": BLUE}).json["asset"]["id"]
    for body in ({"prompts": ["a castle"]}, {"prompts": ["a castle", SCRIPTS], "assetIds": [asset]}):
        answer = call("createIpDetection", body=body, expect=(200, 403))  # needs the Enterprise plan
        if answer.status == 403:
            refused(answer)
            pytest.skip("the plan has no such detection")
        found, skipped = answer.json["ipDetection"], answer.json["skippedAssetIds"]
        number = found["evaluatedFilters"]
        answer.must(len(found["findings"]) == number, "one_finding_for_each_filter", number, found["findings"])
        flagged = any(each["flagged"] for each in found["findings"])
        answer.must(found["flagged"] == flagged, "verdict_follows_findings", f"flagged {flagged}", found)
        action = "flagged" if flagged else "allowed"
        answer.must(found["action"] == action, "verdict_follows_findings", action, found)
        fee = found["creativeUnitsCharged"]
        answer.must(fee >= 1 if number else fee == 0, "fee_of_a_detection", "1 or more for a filter, 0 for none", found)
        sent = body.get("assetIds", [])
        answer.must(set(skipped) <= set(sent), "skipped_ids_were_sent", sent, skipped)
        looked_at = len(sent) - len(skipped)
        counted = found["analyzedImagesCount"]
        answer.must(counted <= looked_at, "looked_at_what_was_sent", f"at most {looked_at} pictures", counted)
        answer.must("job" not in answer.json, "no_job", "no job", sorted(answer.json))
