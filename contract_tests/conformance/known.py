"""Values that only the target can make, taken from its own answers.

A generated id or token is legal by its schema and unknown to the server, so generated calls with one say nothing. What
the contract marks `x-opaque`, and the few fields with a language of their own, get values that mean something: ids from
lists, filters that parse, pictures that are pictures. Only calls that are meant to succeed are touched.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx
from schemathesis import Case
from schemathesis.core.parameters import DelimitedValue

from contract_tests.targets import Target

PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhf"
    "DwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
FILTERS = {
    "searchAssets": ("width >= 512", "tags = landscape AND NOT tags = nsfw", "nsfw IS EMPTY OR kind = image"),
    "searchModels": ("capabilities = txt2img", "trainingImagesNumber >= 1", "type = custom OR source = training"),
}
# Fields whose schema is wider than any server: what they get when they are there.
SETTLED = {
    "aspectRatio": "16:9", "backgroundColor": "#FFFFFF", "numSamples": 2, "position": {"x": -5, "y": 9},
    "crop": {"left": -3, "top": 0, "width": 64, "height": 48},
}  # fmt: skip
# Operations that need one of some fields: those fields, and what they get when none is there.
ENOUGH: Mapping[str, tuple[tuple[str, ...], Mapping[str, Any]]] = {
    "createStyleDescription": (("images", "assetIds", "modelId"), {"images": [PIXEL]}),
    "createIpDetection": (("prompts",), {"prompts": ["a castle"]}),
}


@dataclass(frozen=True)
class Known:
    """Ids that exist on the target, by the name that `x-opaque` uses, and what generations need."""

    ids: Mapping[str, tuple[str, ...]]
    pictures: tuple[str, ...]
    """Assets that are pictures."""
    painters: tuple[str, ...]
    """Models with a pipeline of their own."""
    custom_model: str | None
    custom_body: Mapping[str, Any]

    def lacks(self, operation_id: str) -> str:
        """What the target has not got, of what an operation cannot be called without; "" when it can."""
        return next((words for needs, words, has in NEEDS if operation_id in needs and not has(self)), "")

    def mend(self, case: Case[Any]) -> None:
        """Give a call that should succeed values that the target knows; one that should fail stays as it is."""
        if case.meta is not None and not case.meta.generation.mode.is_positive:
            return
        operation_id = case.operation.definition.raw["operationId"]
        case.body = deepcopy(case.body)  # an example's body is the contract's own
        chance = random.Random(repr((operation_id, case.query, case.body)))
        for name in case.path_parameters or {}:
            if self.ids[name]:
                case.path_parameters[name] = chance.choice(self.ids[name])
        for name, value in (case.query or {}).items():
            if isinstance(value, DelimitedValue):
                # An item with a comma at its end leaves an empty one where a server decodes before it splits.
                items = list(filter(None, value.split(","))) or ["a"]
                case.query[name] = DelimitedValue(",".join(items), ",".join(quote(item, safe="") for item in items))
        (case.query or {}).pop("paginationToken", None)  # tokens belong to one order and one filter: links walk them
        mend = getattr(self, f"_mend_{operation_id}", None)
        if mend:
            mend(case, chance)
        elif case.operation.definition.raw["tags"] == ["generate"]:
            self._mend_generation(case, chance)

    def _mend_createCustomGeneration(self, case: Case[Any], chance: random.Random) -> None:  # noqa: N802
        if self.custom_model is None:
            return
        case.path_parameters["modelId"] = self.custom_model
        if isinstance(case.body, dict):  # the names in it are those of another model, or made up
            case.body = dict(self.custom_body)

    def _mend_generation(self, case: Case[Any], chance: random.Random) -> None:
        """Pictures, models and bounds that the schema leaves open and a server cannot."""
        body: Any = case.body
        if not isinstance(body, dict):
            return
        operation_id = case.operation.definition.raw["operationId"]
        for name, value in body.items():
            if name in ("image", "mask"):
                body[name] = chance.choice((PIXEL, *self.pictures))
            elif not isinstance(value, list):  # a name that this operation does not know may have any value
                continue
            elif name in ("images", "referenceImages"):
                body[name] = [chance.choice(self.pictures or (PIXEL,)) for _ in value[:3]]
            elif name == "assetIds":
                body[name] = [chance.choice(self.pictures) for _ in value[:3] if self.pictures]
        if isinstance(body.get("patch"), dict):
            body["patch"]["image"] = chance.choice((PIXEL, *self.pictures))
        body.pop("concepts", None)
        body |= {name: value for name, value in SETTLED.items() if name in body}
        if operation_id == "createTextToImageGeneration" and self.painters:
            body["modelId"] = chance.choice(self.painters)
        elif body.get("mode") == "image-editing":
            body["image"] = PIXEL
            body.pop("modelId", None)
        elif "modelId" in body and operation_id != "createPromptEdit" and self.ids["modelId"]:
            body["modelId"] = chance.choice(self.ids["modelId"])
        if operation_id in ENOUGH and not any(body.get(name) for name in ENOUGH[operation_id][0]):
            body |= ENOUGH[operation_id][1]

    def _mend_search(self, case: Case[Any], chance: random.Random) -> None:
        body = case.body
        if not isinstance(body, dict):
            return
        if "filter" in body:
            body["filter"] = chance.choice(FILTERS[case.operation.definition.raw["operationId"]])
        if "image" in body:
            body.pop("images", None)
            body["image"] = chance.choice((PIXEL, *self.ids["assetId"]))
        if "images" in body:
            body["images"] = {"like": [chance.choice(self.ids["assetId"] or (PIXEL,))], "unlike": [PIXEL]}
        if not any(body.get(name) for name in ("query", "filter", "image", "images")):
            body["query"] = "castle"

    _mend_searchAssets = _mend_search  # noqa: N815
    _mend_searchModels = _mend_search  # noqa: N815

    def _mend_uploadAsset(self, case: Case[Any], chance: random.Random) -> None:  # noqa: N802
        if isinstance(case.body, dict):
            case.body["image"] = PIXEL
            case.body.pop("parentId", None)


NEEDS: tuple[tuple[frozenset[str], str, Callable[[Known], object]], ...] = (
    (frozenset({"retrieveModel"}), "models", lambda known: known.ids["modelId"]),
    (frozenset({"retrieveAsset"}), "assets", lambda known: known.ids["assetId"]),
    (frozenset({"retrieveJob", "triggerJobAction"}), "jobs", lambda known: known.ids["jobId"]),
    (
        frozenset({"createCustomGeneration"}),
        "public custom model to run",
        lambda known: known.custom_model,
    ),
    (frozenset({"createTextToImageGeneration"}), "model with a pipeline of its own", lambda known: known.painters),
)
"""Operations, what they cannot be called without, and whether it is there."""


def discover(target: Target) -> Known:
    """Ask the target what it has."""
    with target.client(auth=target.auth) as client:
        models = _rows(client, "models", {"privacy": "public", "pageSize": 100})
        assets = _rows(client, "assets", {"pageSize": 20}) or _rows(client, "assets", {"privacy": "public"})
        jobs = _rows(client, "jobs", {"pageSize": 20})
        custom = next((model["id"] for model in models if model["custom"] and "txt2img" in model["capabilities"]), None)
        inputs = client.get(f"models/{custom}").json()["model"]["inputs"] if custom else []
    return Known(
        ids={
            "modelId": tuple(model["id"] for model in models[:20]),
            "assetId": tuple(asset["id"] for asset in assets),
            "jobId": tuple(job["jobId"] for job in jobs),
        },
        pictures=tuple(asset["id"] for asset in assets if asset["kind"] == "image"),
        painters=tuple(model["id"] for model in models if _paints(model)),
        custom_model=custom,
        custom_body={entry["name"]: _value(entry) for entry in inputs},
    )


def _paints(model: Mapping[str, Any]) -> bool:
    return str(model["type"]).startswith("flux.1") and "txt2img" in model["capabilities"]


def _rows(client: httpx.Client, name: str, query: Mapping[str, Any]) -> list[dict[str, Any]]:
    response = client.get(name, params=dict(query))
    assert response.status_code == 200, f"GET {name} answers {response.status_code}: {response.text[:200]}"
    rows: list[dict[str, Any]] = response.json()[name]
    return rows


def _value(entry: Mapping[str, Any]) -> Any:
    """A value that a model's input accepts."""
    if "default" in entry:
        return entry["default"]
    if entry.get("allowedValues"):
        return entry["allowedValues"][0]
    return {"number": entry.get("min", 1), "boolean": True, "string": "a castle"}.get(entry["type"])
