"""What a generation makes: which kind, how many, and the rows of the assets, all without drawing anything.

Rows are computed from ids, the inputs and arithmetic; the files come later, from the rows. Every asset remembers the
model, its prompt, its seed, the picture that it was made from, and the settings in `REMEMBERED`.

A video and a 3D model bring a picture that stands for them. It is an asset of the job as well, hidden, and not among
the `assetIds` of the job, which are the results that were asked for.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .. import media, pictures
from ..errors import bad_request
from ..ids import new_id
from ..jobs import JobPlan
from ..store import StoredAsset
from . import assets
from .call import Call
from .submission import made_row

Row = dict[str, Any]
Values = Mapping[str, Any]

SOURCES = {"image": "img", "image-hdr": "img", "video": "video", "audio": "audio", "3d": "3d"}
"""Kinds of files that are given, as capabilities write them."""
KINDS = {"img": "image", "video": "video", "audio": "audio", "3d": "3d", "txt": "text"}
"""What capabilities make, as assets name it."""
TEXTURE = ("texture", "texture-albedo", "texture-normal", "texture-smoothness", "texture-metallic", "texture-height")
"""The maps of a texture, in the order that was recorded."""
ILLUSTRATED = ("video", "3d")
LINES = {"480p": 480, "720p": 720, "1080p": 1080}
"""The shorter side of a video, by the name of its resolution."""
WORDS_A_SECOND = 2.5
USUAL_FACES = 4096
REMEMBERED = (
    "negativePrompt negativePromptStrength numInferenceSteps guidance scheduler baseModelId concepts strength "
    "scalingFactor creativity text"
).split()
"""Settings that an asset's metadata keep under their own names."""
LONGEST_NAME = 40


@dataclass(frozen=True)
class Work:
    """What one generation makes: the model, the values of its inputs, where it starts from."""

    model: Row
    values: Values
    kind: str = "image"
    types: tuple[str, ...] = ("txt2img",)
    """The asset type of each output of one run; a texture has several."""
    prompts: tuple[str, ...] = ("",)
    parent: Row | None = None
    """The asset that an input with `parent` names."""


def work_of(call: Call, model: Row, values: Values) -> Work:
    """What a custom model makes of these values."""
    inputs = [entry for entry in model.get("inputs", []) if values.get(entry.get("name", ""))]
    given = [entry.get("kind", "image") for entry in inputs if entry["type"] in ("file", "file_array")]
    capability = _capability(model["capabilities"], given)
    return Work(
        model,
        values,
        KINDS.get(capability.rpartition("2")[2], "image"),
        _types(capability),
        _prompts(inputs, values),
        _parent(call, inputs, values),
    )


def _capability(known: list[str], given: Iterable[str]) -> str:
    """The capability that the call uses: one that starts from a kind of file that was given, else from text."""
    for source in [*(SOURCES.get(kind, "") for kind in given), "txt"]:
        for capability in known:
            if capability.partition("2")[0] == source:
                return capability
    return next((capability for capability in known if "2" in capability), "txt2img")


def _types(capability: str) -> tuple[str, ...]:
    if capability == "img2img_texture":
        return TEXTURE
    # What paints over a part has no type of its own among those of custom models.
    return (capability if "2" in capability and "_" not in capability else "img2img",)


def _prompts(inputs: Iterable[Row], values: Values) -> tuple[str, ...]:
    """The texts that are prompts; a list of them makes outputs for each, in its order."""
    for entry in inputs:
        if entry.get("prompt") or entry["name"] in ("prompt", "text"):
            value = values[entry["name"]]
            return tuple(value) if isinstance(value, list) else (str(value),)
    return ("",)


def _parent(call: Call, inputs: Iterable[Row], values: Values) -> Row | None:
    """The asset that the new ones descend from: the first file of an input that says so."""
    for entry in inputs:
        if entry.get("parent") and entry["type"] in ("file", "file_array"):
            value = values[entry["name"]]
            first = value[0] if isinstance(value, list) else value
            found = [] if first.startswith("data:") else assets.bulk(call, [first])
            return found[0].row if found else None
    return None


def made(call: Call, plan: JobPlan, work: Work) -> list[StoredAsset]:
    """The assets of a job, visible from its success on; the results in the order of its `asset_ids`."""
    prompts, common = _in_order(work, len(plan.asset_ids)), _common(work)
    size = size_of(work.values, work.parent)
    stored: list[StoredAsset] = []
    for index, (asset_id, how, prompt) in enumerate(zip(plan.asset_ids, _cycle(work.types), prompts, strict=False)):
        own = _own(work, index, asset_id, prompt)
        properties = _properties(work, size, prompt, own)
        row = made_row(
            asset_id, index, plan, how, kind=work.kind, mime_type=media.MIME_TYPES[work.kind], properties=properties
        )
        row["source"] = how.replace("texture-", "texture:")
        row["metadata"] |= {**common, **own, **_told(work, properties)}
        if work.kind in ILLUSTRATED:
            picture = _picture_of(row, new_id("asset", call.rng), plan)
            stored.append(StoredAsset(picture, job_id=plan.job_id))
        stored.append(StoredAsset(row, job_id=plan.job_id))
    return stored


def _cycle(types: tuple[str, ...]) -> Iterator[str]:
    while True:
        yield from types


def _in_order(work: Work, count: int) -> list[str]:
    """The prompt of each output: all those of the first prompt, then those of the next."""
    each = max(count // len(work.prompts), 1)
    return [work.prompts[min(index // each, len(work.prompts) - 1)] for index in range(count)]


def _common(work: Work) -> Row:
    """What the metadata of all outputs of a call say: model, settings, origin."""
    common: Row = {"modelId": work.model["id"], "modelType": work.model["type"]}
    common |= {name: work.values[name] for name in REMEMBERED if work.values.get(name)}
    if work.parent is not None:
        root = work.parent["metadata"].get("rootParentId", work.parent["id"])
        common |= {"parentId": work.parent["id"], "rootParentId": root}
    return common


def _own(work: Work, index: int, asset_id: str, prompt: str) -> Row:
    """What the metadata of one output say."""
    own: Row = {
        "name": f"{prompt[:LONGEST_NAME] or work.model['name']} {index + 1}",
        "seed": _seed(work.values.get("seed"), asset_id),
    }
    if prompt:
        own["prompt"] = prompt
    elif work.kind == "text":
        own["text"] = _heard(work)
    return own


def _heard(work: Work) -> str:
    """The text of a sound or a video. The mock does not listen: it repeats the words that the file was made from."""
    metadata = work.parent["metadata"] if work.parent else {}
    return str(metadata.get("text") or metadata.get("prompt") or "No words are known for this file.")


def _told(work: Work, properties: Row) -> Row:
    """What the metadata of one output say about its file."""
    if work.kind == "text":  # recorded: the text of a language model is here
        return {name: properties[name] for name in ("preview", "hasFullPreview")}
    return {"aspectRatio": _ratio_text(work.values, properties)} if "width" in properties else {}


def _properties(work: Work, size: tuple[int, int], prompt: str, own: Row) -> Row:
    """The properties of one output, its file's size included, by arithmetic alone."""
    values = work.values
    spoken = "text" in values
    if work.kind == "video":
        share = LINES.get(str(values.get("resolution")), LINES["720p"]) / min(size)
        size = round(size[0] * share), round(size[1] * share)
    return media.properties_of(
        work.kind,
        prompt=prompt,
        seed=own["seed"],
        text=own.get("text"),
        size=size,
        duration=_positive(values.get("duration")) or (_seconds_of(prompt) if spoken else None),
        classification="speech" if spoken else "sound",
        faces=round(_positive(values.get("faceLimit")) or USUAL_FACES),
    )


def _positive(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and value > 0 else None


def _seconds_of(text: str) -> float:
    """How long it takes to say a text."""
    return max(len(text.split()) / WORDS_A_SECOND, 1.0)


def _picture_of(row: Row, asset_id: str, plan: JobPlan) -> Row:
    """The picture that stands for a video or a 3D model, which gets its references to it here."""
    picture = media.thumbnail_row(row, asset_id)
    picture["metadata"]["parentJobId"] = plan.job_id
    reference = {"assetId": asset_id, "url": picture["url"]}
    row |= {"thumbnail": reference, "preview": reference}
    if row["kind"] == "video":
        row |= {"firstFrame": reference, "lastFrame": reference}
    return picture


def _seed(sent: Any, asset_id: str) -> str:
    """The seed of an output as the API writes it, digits in a text: the one that was sent, else one of its own."""
    if isinstance(sent, float) and sent.is_integer():
        sent = int(sent)
    return str(sent) if sent not in (None, "") else str(zlib.crc32(asset_id.encode()))


def size_of(values: Values, parent: Row | None = None) -> tuple[int, int]:
    """Width and height in pixels: as asked for, those of the aspect ratio, or those of the picture it is made from.

    Sides stay within what is drawn. Raises ApiError 400 for an aspect ratio that is none.
    """
    width, height = values.get("width"), values.get("height")
    if isinstance(width, int | float) and isinstance(height, int | float):
        return _drawable(width), _drawable(height)
    if parent is not None and _ratio(values) is None and "width" in parent["properties"]:
        factor = values.get("scalingFactor", 1)
        factor = factor if isinstance(factor, int | float) else 1
        sides = parent["properties"]["width"] * factor, parent["properties"]["height"] * factor
        share = min(1.0, pictures.MAX_SIDE / max(*sides, 1))
        return _drawable(sides[0] * share), _drawable(sides[1] * share)
    try:
        return pictures.size_for(_ratio(values) or "1:1")
    except ValueError as error:
        raise bad_request(f"Input aspectRatio is not usable: {error}") from error


def _ratio(values: Values) -> str | None:
    """The aspect ratio that was asked for; `auto` leaves the choice to the model."""
    ratio = values.get("aspectRatio")
    return ratio if isinstance(ratio, str) and ratio not in ("", "auto") else None


def _ratio_text(values: Values, properties: Row) -> str:
    ratio = None if "width" in values else _ratio(values)
    return ratio or f"{properties['width']}:{properties['height']}"


def _drawable(side: float) -> int:
    return min(max(int(side), pictures.MIN_SIDE), pictures.MAX_SIDE)
