"""What models of type `custom` take: the `inputs` and the `uiConfig` of each family, in the contract's form.

Two are as recorded or documented: `imagen` (prompt, aspectRatio with five values, numOutputs) and `flux_dev`, the base
that LoRAs and compositions run on (modelId, up to six loras, lorasScale 0 to 2 by 0.05). Recordings have `costImpact`
on every input, `step` on every number, and `required` as an object.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Row = dict[str, Any]
Family = tuple[list[Row], Row]

FIVE_RATIOS = ("1:1", "4:3", "3:4", "9:16", "16:9")
RATIO_LABELS = {
    "1:1": "Square", "4:3": "Landscape 4:3", "3:4": "Portrait 3:4", "9:16": "Portrait 9:16", "16:9": "Landscape 16:9",
    "3:2": "Landscape 3:2", "2:3": "Portrait 2:3", "21:9": "Ultra-wide 21:9", "auto": "Auto",
}  # fmt: skip
LORA_TYPES = ["flux.1-lora", "flux.1-composition"]
ALWAYS = {"always": True}


def family(name: str) -> Family:
    """Inputs and UI configuration of a family of models; a fresh copy each time. Raises KeyError."""
    return _FAMILIES[name]()


def _input(name: str, kind: str, label: str, /, *, cost: bool = False, **more: Any) -> Row:
    return {"name": name, "type": kind, "label": label, "costImpact": cost, **more}


def _prompt(longest: int = 2048, required: bool = True) -> Row:
    rule: Row = {"required": dict(ALWAYS)} if required else {}
    about = "What the result should show or say."
    return _input(
        "prompt", "string", "Prompt", description=about, prompt=True, promptSpark=True, maxLength=longest, **rule
    )


def _number(name: str, label: str, low: float, high: float, step: float, default: float, *, cost: bool = False) -> Row:
    bounds = {"min": low, "max": high, "step": step, "default": default}
    return _input(name, "number", label, cost=cost, group="Settings", **bounds)


def _choice(name: str, label: str, values: list[Any], *, cost: bool = False) -> Row:
    return _input(name, "string", label, cost=cost, group="Settings", allowedValues=values, default=values[0])


def _seed() -> Row:
    return _input("seed", "number", "Seed", group="Settings", min=0, max=2147483647, step=1, hint="Repeats a result")


def _outputs(most: int = 4) -> Row:
    return _number("numOutputs", "Image Count", 1, most, 1, 1, cost=True)


def _file(name: str, label: str, kind: str, *, required: bool = True, **more: Any) -> Row:
    rule: Row = {"required": dict(ALWAYS)} if required else {}
    return _input(name, "file", label, kind=kind, parent=True, **rule, **more)


def _ratio_ui(ratios: tuple[str, ...]) -> Row:
    return {"selects": {"aspectRatio": {ratio: RATIO_LABELS[ratio] for ratio in ratios}}}


def _imagen() -> Family:
    return [_prompt(), _choice("aspectRatio", "Aspect Ratio", list(FIVE_RATIOS)), _outputs()], _ratio_ui(FIVE_RATIOS)


def _text_image() -> Family:
    ratios = (*FIVE_RATIOS, "3:2", "2:3", "21:9")
    negative = _input("negativePrompt", "string", "Negative Prompt", maxLength=2048, placeholder="blurry, watermark")
    return [_prompt(), negative, _choice("aspectRatio", "Aspect Ratio", list(ratios)), _outputs(), _seed()], _ratio_ui(
        ratios
    )


def _flux_dev() -> Family:
    inputs = [
        _prompt(),
        _input("modelId", "model", "Model", modelTypes=list(LORA_TYPES), hint="One LoRA, or a composition of several"),
        _input("loras", "model_array", "LoRAs", modelTypes=list(LORA_TYPES), maxLength=6, default=[]),
        _input("lorasScale", "number_array", "LoRA Weights", min=0, max=2, step=0.05, default=[]),
        _input("image", "file", "Reference Image", kind="image", parent=True, group="Reference Image"),
        _input(
            "strength", "number", "Strength", min=0, max=1, step=0.01, default=0.8, group="Reference Image",
            required={"ifDefined": {"mask": {"message": "Strength is needed with a mask"}}},
        ),
        _input("mask", "file", "Mask", kind="image", maskFrom="image", group="Reference Image"),
        _number("width", "Width", 256, 2048, 8, 1024, cost=True),
        _number("height", "Height", 256, 2048, 8, 1024, cost=True),
        _number("guidance", "Guidance", 1, 20, 0.1, 3.5),
        _number("numInferenceSteps", "Sampling Steps", 1, 50, 1, 28, cost=True),
        _outputs(8),
        _seed(),
    ]  # fmt: skip
    sizes = (("1:1", 1024, 1024), ("16:9", 1344, 768), ("9:16", 768, 1344), ("4:3", 1152, 896), ("3:4", 896, 1152))
    presets: list[Row] = [{"label": f"{name} ({w}x{h})", "width": w, "height": h} for name, w, h in sizes]
    ui = {
        "lorasComponent": {
            "label": "Model", "modelInput": "loras", "scaleInput": "lorasScale", "modelIdInput": "modelId",
        },
        "resolutionComponent": {
            "label": "Dimensions", "widthInput": "width", "heightInput": "height",
            "presets": [{"label": "Auto"}, *presets],
        },
        "inputProperties": {"mask": {"collapsed": True}, "strength": {"collapsed": True}},
    }  # fmt: skip
    return inputs, ui


def _gpt_image() -> Family:
    inputs = [
        _prompt(32000),
        _input("referenceImages", "file_array", "Reference Images", kind="image", maxLength=10, parent=True),
        _input("mask", "file", "Mask", kind="image", maskFrom="referenceImages"),
        _choice("aspectRatio", "Aspect Ratio", ["auto", "1:1", "3:2", "2:3"]),
        _choice("quality", "Quality", ["auto", "low", "medium", "high"], cost=True),
        _choice("background", "Background", ["auto", "opaque", "transparent"]),
        _outputs(10),
    ]
    return inputs, _ratio_ui(("auto", "1:1", "3:2", "2:3"))


def _edit_image() -> Family:
    images = _input(
        "referenceImages",
        "file_array",
        "Images",
        kind="image",
        minLength=1,
        maxLength=5,
        parent=True,
        required=dict(ALWAYS),
    )
    return [_prompt(), images, _choice("aspectRatio", "Aspect Ratio", ["1:1", "16:9", "9:16"]), _outputs(), _seed()], {}


def _text_video() -> Family:
    frame = _file("image", "First Frame", "image", required=False)
    inputs = [_prompt(), frame, _choice("aspectRatio", "Aspect Ratio", ["16:9", "9:16", "1:1"]), *_clip(), _seed()]
    return inputs, _ratio_ui(("16:9", "9:16", "1:1"))


def _image_video() -> Family:
    rule = {"ifNotDefined": {"image": {"message": "A prompt or a first frame is needed"}}}
    frames = [
        _file("image", "First Frame", "image", required=False),
        _file("lastFrame", "Last Frame", "image", required=False),
    ]
    return [{**_prompt(required=False), "required": rule}, *frames, *_clip()], {"triggerGenerate": {"label": "Animate"}}


def _clip() -> list[Row]:
    return [
        _input(
            "duration", "number", "Duration", cost=True, group="Settings", allowedValues=[5, 8, 10], default=5, step=1
        ),
        _choice("resolution", "Resolution", ["720p", "1080p"], cost=True),
        _input("generateAudio", "boolean", "Sound", cost=True, default=False),
    ]


def _video_edit() -> Family:
    return [_file("video", "Video", "video", maxDuration=60, maxSize=200_000_000), _prompt(required=False), _seed()], {}


def _upscale() -> Family:
    factor = _input("scalingFactor", "number", "Factor", cost=True, allowedValues=[2, 4, 8], default=2, step=1)
    return [
        _file("image", "Image", "image", maxSize=30_000_000),
        factor,
        _number("creativity", "Creativity", 0, 1, 0.05, 0.3),
    ], {}


def _image_only() -> Family:
    return [_file("image", "Image", "image", backgroundBehavior="transparent")], {}


def _text_3d() -> Family:
    faces = _number("faceLimit", "Faces", 1000, 200000, 1000, 30000)
    return [_prompt(600), faces, _input("texture", "boolean", "Texture", cost=True, default=True), _seed()], {}


def _image_3d() -> Family:
    faces = _number("faceLimit", "Faces", 1000, 200000, 1000, 30000)
    return [_file("image", "Image", "image"), faces, _choice("format", "Format", ["glb", "fbx", "obj"])], {}


def _speech() -> Family:
    text = _input("text", "string", "Text", cost=True, maxLength=5000, required=dict(ALWAYS))
    voice = _input("voiceModelId", "model", "Voice", modelTypes=["elevenlabs-voice"])
    return [text, voice, _number("stability", "Stability", 0, 1, 0.01, 0.5)], {}


def _sound() -> Family:
    loop = _input("loop", "boolean", "Loop", default=False)
    return [_prompt(450), _number("duration", "Duration", 0.5, 180, 0.5, 10, cost=True), loop], {}


def _llm() -> Family:
    inputs = [
        _prompt(100_000),
        _input("systemPrompt", "string", "System Prompt", maxLength=20_000),
        _input("images", "file_array", "Images", kind="image", maxLength=5),
        _input("stopWords", "string_array", "Stop Words", maxLength=4),
        _number("temperature", "Temperature", 0, 2, 0.1, 0.7),
    ]
    return inputs, {}


def _media_text() -> Family:
    return [
        _file("audio", "Sound", "audio", maxDuration=3600),
        _choice("language", "Language", ["auto", "en", "fr", "ja"]),
    ], {}


def _lip_sync() -> Family:
    return [
        _file("video", "Video", "video", minDuration=1, maxDuration=120),
        _file("audio", "Sound", "audio", maxDuration=120),
    ], {}


def _palette() -> Family:
    shot = [_input("text", "string", "Text"), _input("color", "string", "Color", color=True)]
    layers = _input("layers", "inputs_array", "Layers", maxLength=4, inputs=shot)
    return [_prompt(), layers, _input("background", "string", "Background", color=True, default="#ffffff")], {}


_FAMILIES: dict[str, Callable[[], Family]] = {
    "imagen": _imagen, "text_image": _text_image, "flux_dev": _flux_dev, "gpt_image": _gpt_image,
    "edit_image": _edit_image, "text_video": _text_video, "image_video": _image_video, "video_edit": _video_edit,
    "upscale": _upscale, "image_only": _image_only, "text_3d": _text_3d, "image_3d": _image_3d, "speech": _speech,
    "sound": _sound, "llm": _llm, "media_text": _media_text, "lip_sync": _lip_sync, "palette": _palette,
}  # fmt: skip
