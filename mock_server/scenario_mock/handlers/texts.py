"""Operations that answer with words or numbers: captions, styles, prompts, vectors, translations.

Their results are in the answer and their jobs have ended. `seed` decides the wording of prompts; `temperature` how much
is added there. Elsewhere the text depends on the pictures alone, so seed, temperature and topP change nothing.
"""

from __future__ import annotations

import json
from typing import Any

from ..constraints import effective
from ..errors import ApiError, bad_request
from ..ids import stream
from ..jobs import JobPlan
from ..studio import caption, embedding, prompts, protection, translation
from .call import Call, Reply
from .generate import read_inputs
from .material import Material, examples, material, materials
from .models import find
from .prices import CONTEXTUAL_PROMPT, FURTHER_PROMPT, cost_of, priced
from .submission import run_at_once

Row = dict[str, Any]

EDITORS = frozenset({"gemini-2.0-flash", "gemini-2.5-flash", "gpt-image-1", "flux-kontext", "runway-gen4-image"})
"""The models that instructions can be written for (SDK 2.4.0)."""
MOST_PICTURES = {"contextual-v2": 15}
FEW_PICTURES = 5


def create_caption(call: Call) -> Row | Reply:
    """POST /generate/caption: one caption for each picture, by its prompt or by its pixels."""
    body = effective(call.operation, call.body)
    shown = materials(call, [*body["images"], *body.get("assetIds", [])])
    model = find(call, body["modelId"]) if "modelId" in body else None
    guides = examples(call, model) if model else []
    # The level is without effect only when the model has examples to follow.
    level = None if guides else call.body.get("detailsLevel", "action")
    cost = cost_of(call, len(shown))

    def work(plan: JobPlan) -> Row:
        extra = _style_words(model, guides)[:2] if model else []
        texts = [_caption(each, with_style=level != "action", extra=extra) for each in shown]
        return {"captions": [_told(text, body) for text in texts], **({"detailsLevel": level} if level else {})}

    return priced(call, cost, lambda: run_at_once(call, "caption", cost, work))


def _caption(of: Material, *, with_style: bool, extra: list[str]) -> str:
    look = of.look if of.is_picture else None
    try:
        return caption.caption(of.prompt, look, with_style=with_style, extra=extra)
    except ValueError as error:
        raise bad_request(f"Asset {of.name} cannot be captioned: {error}") from error


def _told(text: str, body: Row) -> str:
    """The text without protected names and unwanted words, where the request asks for that."""
    text = protection.cleared(text) if body.get("ensureIPCleared") else text
    return caption.without(text, body.get("unwantedSequences", [])) if body.get("unwantedSequences") else text


def _style_words(model: Row, guides: list[Material]) -> list[str]:
    """The words that a model brings: its trigger, then the style of its examples."""
    style = [part for guide in guides for part in caption.parts_of(guide.prompt)[1]]
    trigger = [model["promptEmbedding"]] if model.get("promptEmbedding") else []
    return list(dict.fromkeys([*trigger, *style]))


def create_style_description(call: Call) -> Row | Reply:
    """POST /generate/describe-style: the style of pictures, or of a model's examples."""
    body = effective(call.operation, call.body)
    shown = materials(call, [*body.get("images", []), *body.get("assetIds", [])])
    model = find(call, body["modelId"]) if "modelId" in body else None
    if not shown and not model:
        raise bad_request("One of images, assetIds or modelId is required")
    shown += examples(call, model) if model else []
    cost = cost_of(call)

    def work(plan: JobPlan) -> Row:
        looks = [each.look for each in shown if each.is_picture]
        try:
            full, short = caption.describe(looks, [each.prompt for each in shown], model["tags"] if model else ())
        except ValueError as error:
            raise bad_request(f"No style to describe: {error}") from error
        return {"description": _told(full, body), "synthesis": _told(short, body)}

    return priced(call, cost, lambda: run_at_once(call, "describe-style", cost, work))


def create_prompt(call: Call) -> Row | Reply:
    """POST /generate/prompt: new prompts in one of six modes."""
    body = effective(call.operation, call.body)
    mode = body.get("mode") or _mode_for(body)
    if mode == "image-editing" and "modelId" in call.body:  # assetIds have no effect there, so the model counts
        body["modelId"] = call.body["modelId"]
    references = _references(call, mode, body)
    model = find(call, body["modelId"]) if "modelId" in body and mode != "image-editing" else None
    count = int(body.get("numResults", 1))
    first = CONTEXTUAL_PROMPT if mode.startswith("contextual") and model else cost_of(call)
    cost = first + FURTHER_PROMPT * (count - 1)

    def work(plan: JobPlan) -> Row:
        guides = examples(call, model) if model else []
        brief = prompts.Brief(
            prompt=body.get("prompt", ""),
            references=tuple(each.prompt for each in [*references, *guides] if each.prompt),
            style=tuple(_style_words(model, guides)) if model else (),
            look=next((each.look for each in references if each.is_picture), None),
            freedom=body.get("temperature", 1.0),
        )
        rng = stream(int(body.get("seed", 0)), "prompt", json.dumps(call.body, sort_keys=True))
        written = [_told(prompt, body) for prompt in prompts.write(mode, brief, count, rng)]
        calls = [_ready_call(call, model, prompt) for prompt in written] if model else []
        ready = [each for each in calls if each is not None]
        return {"prompts": written, "mode": mode, **({"calls": ready} if ready else {})}

    return priced(call, cost, lambda: run_at_once(call, "generate-prompt", cost, work))


def _mode_for(body: Row) -> str:
    """The mode of a request that names none: by what it brings (recorded calls leave it out)."""
    if any(body.get(name) for name in ("modelId", "images", "assetIds")):
        return "contextual"
    return "structured" if body.get("prompt") else "inventive"


def _references(call: Call, mode: str, body: Row) -> list[Material]:
    """The pictures that count in this mode. Raises ApiError for too many, unknown or missing ones."""
    most = MOST_PICTURES.get(mode, FEW_PICTURES)
    if len(body.get("images", [])) > most:
        raise bad_request(f"images must be at most {most} items long in mode {mode}")
    if mode != "image-editing":
        return materials(call, [*body.get("images", []), *body.get("assetIds", [])])
    if "image" not in body:
        raise bad_request("image is required in mode image-editing")
    if "modelId" in body and body["modelId"] not in EDITORS:
        raise bad_request(f"modelId must be one of: {', '.join(sorted(EDITORS))}, in mode image-editing")
    return [material(call, body["image"]), *materials(call, body.get("images", []))]


def _ready_call(call: Call, model: Row, prompt: str) -> Row | None:
    """A generation that can be sent as it is, when the model needs nothing but a prompt."""
    if model["type"] != "custom":
        return None
    try:
        values = read_inputs(call, model, {"prompt": prompt})
    except ApiError:
        return None
    if "prompt" not in values:
        return None
    rationale = "The prompt alone; every other input keeps its default."
    return {"modelId": model["id"], "parameters": {"prompt": prompt}, "rationale": rationale}


def create_embedding(call: Call) -> Row | Reply:
    """POST /generate/embed: the vector of a text."""
    cost = cost_of(call)
    text = call.body["text"]
    return priced(
        call, cost, lambda: run_at_once(call, "embed", cost, lambda plan: {"embedding": embedding.embed(text)})
    )


def create_translation(call: Call) -> Row | Reply:
    """POST /generate/translate: a prompt in English, as far as the mock's dictionary goes."""
    materials(call, call.body.get("images", []))  # unknown ones are refused; the dictionary has no use for a picture
    cost = cost_of(call)

    def work(plan: JobPlan) -> Row:
        found = translation.translate(call.body["prompt"])
        return {"translation": _told(found.text, call.body), "detectedLanguage": found.language}

    return priced(call, cost, lambda: run_at_once(call, "translate", cost, work))
