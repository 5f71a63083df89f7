"""Types of generate. Start a generation or ask for a small one and get its result with the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from .._runtime.jobs import AsyncWaits, Waits
from .._runtime.view import View

if TYPE_CHECKING:
    from .assets import Asset, AssetQualityGateDimension, AssetQualityGateSensitivity, AssetQualityGateVerdict
    from .jobs import Job


__all__ = [
    "CAPTION_DETAILS_LEVEL_USED_VALUES",
    "CAPTION_DETAILS_LEVEL_VALUES",
    "DETECT_MODALITY_VALUES",
    "DRY_RUN_MODE_VALUES",
    "IP_DETECTION_ACTION_VALUES",
    "IP_DETECTION_CATEGORY_VALUES",
    "PATCH_FORMAT_VALUES",
    "PATCH_MODE_VALUES",
    "PROMPT_EDIT_FIDELITY_VALUES",
    "PROMPT_EDIT_FORMAT_VALUES",
    "PROMPT_EDIT_MODEL_VALUES",
    "PROMPT_EDIT_QUALITY_VALUES",
    "PROMPT_MODE_USED_VALUES",
    "PROMPT_MODE_VALUES",
    "QUALITY_GATE_BRIEF_LEVEL_VALUES",
    "QUALITY_GATE_SENSITIVITY_VALUES",
    "TEXT_TO_IMAGE_ASPECT_RATIO_VALUES",
    "TEXT_TO_IMAGE_SCHEDULER_VALUES",
    "AsyncStartedCaptionResult",
    "AsyncStartedDetectionResult",
    "AsyncStartedEmbeddingResult",
    "AsyncStartedGenerationResult",
    "AsyncStartedPatchResult",
    "AsyncStartedPromptResult",
    "AsyncStartedStyleDescriptionResult",
    "AsyncStartedTextToImageResult",
    "AsyncStartedTranslationResult",
    "CaptionDetailsLevel",
    "CaptionDetailsLevelUsed",
    "CaptionResult",
    "CostDetails",
    "DetectModality",
    "DetectionResult",
    "DryRunMode",
    "DryRunResult",
    "EmbeddingResult",
    "GenerationResult",
    "IpDetectionAction",
    "IpDetectionCategory",
    "IpDetectionCheckResult",
    "IpDetectionFinding",
    "IpDetectionResult",
    "PatchCrop",
    "PatchFormat",
    "PatchMode",
    "PatchOverlay",
    "PatchPosition",
    "PatchResult",
    "PromptCall",
    "PromptCallParameters",
    "PromptEditFidelity",
    "PromptEditFormat",
    "PromptEditModel",
    "PromptEditQuality",
    "PromptMode",
    "PromptModeUsed",
    "PromptResult",
    "QualityGateBrief",
    "QualityGateBriefLevel",
    "QualityGateResult",
    "QualityGateSensitivity",
    "StartedCaptionResult",
    "StartedDetectionResult",
    "StartedEmbeddingResult",
    "StartedGenerationResult",
    "StartedPatchResult",
    "StartedPromptResult",
    "StartedStyleDescriptionResult",
    "StartedTextToImageResult",
    "StartedTranslationResult",
    "StyleDescriptionResult",
    "TextToImageAspectRatio",
    "TextToImageInference",
    "TextToImageResult",
    "TextToImageScheduler",
    "TranslationResult",
]

CaptionDetailsLevel = (
    Literal[
        "action",
        "action+style",
    ]
    | str
)
"""What captions speak about: the scene alone, or the scene and its style."""

CAPTION_DETAILS_LEVEL_VALUES: frozenset[str] = frozenset(get_args(get_args(CaptionDetailsLevel)[0]))
"""Every word of CaptionDetailsLevel that was ever known."""

CaptionDetailsLevelUsed = (
    Literal[
        "action",
        "action+style",
    ]
    | str
)
"""The level that the captions were written at, in the words of the request."""

CAPTION_DETAILS_LEVEL_USED_VALUES: frozenset[str] = frozenset(get_args(get_args(CaptionDetailsLevelUsed)[0]))
"""Every word of CaptionDetailsLevelUsed that was ever known."""

DetectModality = (
    Literal[
        "canny",
        "depth",
        "grayscale",
        "lineart_anime",
        "mlsd",
        "normal",
        "pose",
        "scribble",
        "segmentation",
        "sketch",
    ]
    | str
)
"""The kind of map to make of the picture."""

DETECT_MODALITY_VALUES: frozenset[str] = frozenset(get_args(get_args(DetectModality)[0]))
"""Every word of DetectModality that was ever known."""

DryRunMode = (
    Literal[
        "true",
        "api",
    ]
    | str
)
"""The two words that ask for a price instead of a run: `true`, and `api` for the price at the API tier."""

DRY_RUN_MODE_VALUES: frozenset[str] = frozenset(get_args(get_args(DryRunMode)[0]))
"""Every word of DryRunMode that was ever known."""

IpDetectionAction = (
    Literal[
        "allowed",
        "blocked",
        "flagged",
    ]
    | str
)
"""What detection did to the call: let it pass, stopped it, or let it pass with a warning."""

IP_DETECTION_ACTION_VALUES: frozenset[str] = frozenset(get_args(get_args(IpDetectionAction)[0]))
"""Every word of IpDetectionAction that was ever known."""

IpDetectionCategory = (
    Literal[
        "artist-style",
        "brand-trademark",
        "celebrity-likeness",
        "custom",
        "fictional-character",
    ]
    | str
)
"""The kind of protected material that a filter looks for."""

IP_DETECTION_CATEGORY_VALUES: frozenset[str] = frozenset(get_args(get_args(IpDetectionCategory)[0]))
"""Every word of IpDetectionCategory that was ever known."""

PatchFormat = (
    Literal[
        "jpeg",
        "png",
    ]
    | str
)
"""File format of the result; png when left out."""

PATCH_FORMAT_VALUES: frozenset[str] = frozenset(get_args(get_args(PatchFormat)[0]))
"""Every word of PatchFormat that was ever known."""

PatchMode = (
    Literal[
        "erase",
        "override",
    ]
    | str
)
"""Draw the second picture over the first, or cut its shape out of it."""

PATCH_MODE_VALUES: frozenset[str] = frozenset(get_args(get_args(PatchMode)[0]))
"""Every word of PatchMode that was ever known."""

PromptCallParameters = dict[str, Any]
"""Inputs for the model, by name, as the body of `generate.custom` takes them."""

PromptEditFidelity = (
    Literal[
        "high",
        "low",
    ]
    | str
)
"""How much care is taken to keep faces, logos and the like."""

PROMPT_EDIT_FIDELITY_VALUES: frozenset[str] = frozenset(get_args(get_args(PromptEditFidelity)[0]))
"""Every word of PromptEditFidelity that was ever known."""

PromptEditFormat = (
    Literal[
        "jpeg",
        "png",
        "webp",
    ]
    | str
)
"""File format of the edited pictures."""

PROMPT_EDIT_FORMAT_VALUES: frozenset[str] = frozenset(get_args(get_args(PromptEditFormat)[0]))
"""Every word of PromptEditFormat that was ever known."""

PromptEditModel = (
    Literal[
        "flux-kontext",
        "gemini-2.0-flash",
        "gemini-2.5-flash",
        "gpt-image-1",
        "runway-gen4-image",
        "seedream-4",
    ]
    | str
)
"""The editors that this endpoint drives."""

PROMPT_EDIT_MODEL_VALUES: frozenset[str] = frozenset(get_args(get_args(PromptEditModel)[0]))
"""Every word of PromptEditModel that was ever known."""

PromptEditQuality = (
    Literal[
        "high",
        "low",
        "medium",
    ]
    | str
)
"""Effort that the editor spends on a picture."""

PROMPT_EDIT_QUALITY_VALUES: frozenset[str] = frozenset(get_args(get_args(PromptEditQuality)[0]))
"""Every word of PromptEditQuality that was ever known."""

PromptMode = (
    Literal[
        "completion",
        "contextual",
        "contextual-v2",
        "image-editing",
        "inventive",
        "structured",
    ]
    | str
)
"""How new prompts come about: continue one, invent, restructure, write for a model and pictures, or write an
instruction for editing. The vendor's texts call the last one image-editing-prompt; the value is image-editing.
"""

PROMPT_MODE_VALUES: frozenset[str] = frozenset(get_args(get_args(PromptMode)[0]))
"""Every word of PromptMode that was ever known."""

PromptModeUsed = (
    Literal[
        "completion",
        "contextual",
        "contextual-v2",
        "image-editing",
        "inventive",
        "structured",
    ]
    | str
)
"""The mode that wrote the prompts, in the words of the request."""

PROMPT_MODE_USED_VALUES: frozenset[str] = frozenset(get_args(get_args(PromptModeUsed)[0]))
"""Every word of PromptModeUsed that was ever known."""

QualityGateBriefLevel = (
    Literal[
        "project",
        "team",
    ]
    | str
)
"""Whether a brief belongs to the project or to the whole team."""

QUALITY_GATE_BRIEF_LEVEL_VALUES: frozenset[str] = frozenset(get_args(get_args(QualityGateBriefLevel)[0]))
"""Every word of QualityGateBriefLevel that was ever known."""

QualityGateSensitivity = (
    Literal[
        "high",
        "low",
        "medium",
    ]
    | str
)
"""How strict the thresholds are for this call; what the project has set when left out, else medium."""

QUALITY_GATE_SENSITIVITY_VALUES: frozenset[str] = frozenset(get_args(get_args(QualityGateSensitivity)[0]))
"""Every word of QualityGateSensitivity that was ever known."""

TextToImageAspectRatio = (
    Literal[
        "16:9",
        "1:1",
        "21:9",
        "2:3",
        "3:2",
        "3:4",
        "4:3",
        "4:5",
        "5:4",
        "9:16",
        "9:21",
    ]
    | str
)
"""Width to height, for the one model type that takes a ratio (flux.1.1-pro-ultra). The export lists these eleven for
its general inference endpoint; that they are the same here is concluded from the count.
"""

TEXT_TO_IMAGE_ASPECT_RATIO_VALUES: frozenset[str] = frozenset(get_args(get_args(TextToImageAspectRatio)[0]))
"""Every word of TextToImageAspectRatio that was ever known."""

TextToImageInference = dict[str, Any]
"""The older record of a generation, next to its job. Its fields were not kept in the evidence, so it stays free in
form.
"""

TextToImageScheduler = (
    Literal[
        "DDIMScheduler",
        "DDPMScheduler",
        "DEISMultistepScheduler",
        "DPMSolverMultistepScheduler",
        "DPMSolverSinglestepScheduler",
        "EulerAncestralDiscreteScheduler",
        "EulerDiscreteScheduler",
        "HeunDiscreteScheduler",
        "KDPM2AncestralDiscreteScheduler",
        "KDPM2DiscreteScheduler",
        "LCMScheduler",
        "LMSDiscreteScheduler",
        "PNDMScheduler",
        "TCDScheduler",
        "UniPCMultistepScheduler",
    ]
    | str
)
"""The sampling method. The export lists these fifteen for its diffusion endpoints; that this endpoint has the same
fifteen is concluded from the count.
"""

TEXT_TO_IMAGE_SCHEDULER_VALUES: frozenset[str] = frozenset(get_args(get_args(TextToImageScheduler)[0]))
"""Every word of TextToImageScheduler that was ever known."""


def _asset() -> type[Asset]:
    from .assets import Asset

    return Asset


def _asset_quality_gate_dimension() -> type[AssetQualityGateDimension]:
    from .assets import AssetQualityGateDimension

    return AssetQualityGateDimension


def _job() -> type[Job]:
    from .jobs import Job

    return Job


class CaptionResult(View):
    """The captions, in the order of the pictures, with the job that accounts for them."""

    __slots__ = ()

    @property
    def captions(self) -> list[str]:
        """One caption for each picture."""
        return self._get("captions")

    @property
    def details_level(self) -> CaptionDetailsLevelUsed | None:
        """The level that the captions were written at, in the words of the request."""
        return self._get("detailsLevel")

    @property
    def job(self) -> Job:
        """The job that the call made."""
        return self._view("job", _job)

    @property
    def creative_units_cost(self) -> float | None:
        """Price of the call, in Creative Units; the sum of `cost_details`."""
        return self._get("creativeUnitsCost")

    @property
    def creative_units_discount(self) -> float | None:
        """What the caller's plan took off the price, in Creative Units."""
        return self._get("creativeUnitsDiscount")

    @property
    def cost_details(self) -> CostDetails | None:
        """The price by part, in Creative Units: the generation under its own key and each add-on under its own."""
        return self._view("costDetails", CostDetails)

    @property
    def ip_detection(self) -> IpDetectionResult | None:
        """Findings about protected material; only when a detection ran for this call."""
        return self._view("ipDetection", IpDetectionResult)


class CostDetails(View):
    """The price by part, in Creative Units: the generation under its own key and each add-on under its own."""

    __slots__ = ()

    @property
    def assistant_message(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("assistant-message")

    @property
    def caption(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("caption")

    @property
    def custom_generation(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("custom-generation")

    @property
    def describe_style(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("describe-style")

    @property
    def detection(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("detection")

    @property
    def embed(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("embed")

    @property
    def image_prompt_editing(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("image-prompt-editing")

    @property
    def inference_images(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("inference-images")

    @property
    def ip_detection(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("ip-detection")

    @property
    def pixelate(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("pixelate")

    @property
    def prompt(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("prompt")

    @property
    def quality_gate(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("quality-gate")

    @property
    def remove_background(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("remove-background")

    @property
    def repaint(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("repaint")

    @property
    def restyle(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("restyle")

    @property
    def segmentation(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("segmentation")

    @property
    def skybox_base_360(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("skybox-base-360")

    @property
    def skybox_upscale_360(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("skybox-upscale-360")

    @property
    def texture(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("texture")

    @property
    def train_model(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("train-model")

    @property
    def translate(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("translate")

    @property
    def upscale(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("upscale")

    @property
    def vectorization(self) -> float | None:
        """Part of the price, in Creative Units."""
        return self._get("vectorization")


class DetectionResult(View):
    """The job and, when the map is ready at once, the asset that holds it."""

    __slots__ = ()

    @property
    def job(self) -> Job:
        """The job that the call made."""
        return self._view("job", _job)

    @property
    def asset(self) -> Asset | None:
        """The picture that the call made, in full as `assets.retrieve` returns it."""
        return self._view("asset", _asset)

    @property
    def creative_units_cost(self) -> float | None:
        """Price of the call, in Creative Units; the sum of `cost_details`."""
        return self._get("creativeUnitsCost")

    @property
    def creative_units_discount(self) -> float | None:
        """What the caller's plan took off the price, in Creative Units."""
        return self._get("creativeUnitsDiscount")

    @property
    def cost_details(self) -> CostDetails | None:
        """The price by part, in Creative Units: the generation under its own key and each add-on under its own."""
        return self._view("costDetails", CostDetails)

    @property
    def ip_detection(self) -> IpDetectionResult | None:
        """Findings about protected material; only when a detection ran for this call."""
        return self._view("ipDetection", IpDetectionResult)


class DryRunResult(View):
    """The price that the same call without `dryRun` would have, in Creative Units. There is no job in it."""

    __slots__ = ()

    @property
    def creative_units_cost(self) -> float:
        """Price of the call, in Creative Units; the sum of `cost_details`."""
        return self._get("creativeUnitsCost")

    @property
    def creative_units_discount(self) -> float | None:
        """What the caller's plan takes off the price, in Creative Units."""
        return self._get("creativeUnitsDiscount")

    @property
    def cost_details(self) -> CostDetails | None:
        """The price by part, in Creative Units: the generation under its own key and each add-on under its own."""
        return self._view("costDetails", CostDetails)

    @property
    def ip_detection(self) -> IpDetectionResult | None:
        """Findings about protected material, when the call asked for a detection: it runs, and is charged, on dry runs
        too.
        """
        return self._view("ipDetection", IpDetectionResult)


class EmbeddingResult(View):
    """The vector, with the job that accounts for it."""

    __slots__ = ()

    @property
    def embedding(self) -> list[float]:
        """The vector, 1024 numbers."""
        return self._get("embedding")

    @property
    def job(self) -> Job:
        """The job that the call made."""
        return self._view("job", _job)

    @property
    def creative_units_cost(self) -> float | None:
        """Price of the call, in Creative Units; the sum of `cost_details`."""
        return self._get("creativeUnitsCost")

    @property
    def creative_units_discount(self) -> float | None:
        """What the caller's plan took off the price, in Creative Units."""
        return self._get("creativeUnitsDiscount")

    @property
    def cost_details(self) -> CostDetails | None:
        """The price by part, in Creative Units: the generation under its own key and each add-on under its own."""
        return self._view("costDetails", CostDetails)

    @property
    def ip_detection(self) -> IpDetectionResult | None:
        """Findings about protected material; only when a detection ran for this call."""
        return self._view("ipDetection", IpDetectionResult)


class GenerationResult(View):
    """A generation that has been accepted: its job, and the price. The assets come later, in the job's metadata. The
    price includes add-ons, while `job.billing.cuCost` holds the generation alone.
    """

    __slots__ = ()

    @property
    def job(self) -> Job:
        """The job that the call made."""
        return self._view("job", _job)

    @property
    def creative_units_cost(self) -> float | None:
        """Price of the call, in Creative Units; the sum of `cost_details`."""
        return self._get("creativeUnitsCost")

    @property
    def creative_units_discount(self) -> float | None:
        """What the caller's plan took off the price, in Creative Units."""
        return self._get("creativeUnitsDiscount")

    @property
    def cost_details(self) -> CostDetails | None:
        """The price by part, in Creative Units: the generation under its own key and each add-on under its own."""
        return self._view("costDetails", CostDetails)

    @property
    def ip_detection(self) -> IpDetectionResult | None:
        """Findings about protected material; only when a detection ran for this call."""
        return self._view("ipDetection", IpDetectionResult)


class IpDetectionCheckResult(View):
    """The verdict over the whole set. There is no job, and `ip_detection.action` is only ever allowed or flagged, since
    this operation stops nothing. The fee is `ip_detection.creativeUnitsCharged`.
    """

    __slots__ = ()

    @property
    def ip_detection(self) -> IpDetectionResult:
        """What the team's filters for protected material found in one set of prompts and pictures, taken together."""
        return self._view("ipDetection", IpDetectionResult)

    @property
    def skipped_asset_ids(self) -> list[str]:
        """Assets whose content was not checked, such as audio, 3D files and videos without a frame."""
        return self._get("skippedAssetIds")


class IpDetectionFinding(View):
    """The verdict of one filter."""

    __slots__ = ()

    @property
    def category(self) -> IpDetectionCategory:
        """The kind of protected material that a filter looks for."""
        return self._get("category")

    @property
    def confidence(self) -> float:
        """How sure the filter is, from 0 to 1."""
        return self._get("confidence")

    @property
    def filter_id(self) -> str:
        """Id of the filter; opaque."""
        return self._get("filterId")

    @property
    def filter_name(self) -> str:
        """Name of the filter, for people."""
        return self._get("filterName")

    @property
    def flagged(self) -> bool:
        """Whether this filter sees a risk."""
        return self._get("flagged")

    @property
    def reason(self) -> str:
        """The verdict in a sentence, for people."""
        return self._get("reason")

    @property
    def entities(self) -> list[str] | None:
        """Names that the filter recognized, such as characters, brands and persons."""
        return self._get("entities")


class IpDetectionResult(View):
    """What the team's filters for protected material found in one set of prompts and pictures, taken together. Needs
    the Enterprise plan.
    """

    __slots__ = ()

    @property
    def action(self) -> IpDetectionAction:
        """What detection did to the call: let it pass, stopped it, or let it pass with a warning."""
        return self._get("action")

    @property
    def analyzed_images_count(self) -> int:
        """Pictures that were really looked at. Each frame of a video counts; unreadable pictures do not."""
        return self._get("analyzedImagesCount")

    @property
    def creative_units_charged(self) -> float:
        """Fee of the detection, in Creative Units, not part of `creativeUnitsCost`. At least 1 for a run; 0 when the
        team has no filter enabled.
        """
        return self._get("creativeUnitsCharged")

    @property
    def evaluated_filters(self) -> int:
        """Number of enabled filters that were asked."""
        return self._get("evaluatedFilters")

    @property
    def findings(self) -> list[IpDetectionFinding]:
        """One verdict for each filter."""
        return self._views("findings", IpDetectionFinding)

    @property
    def flagged(self) -> bool:
        """Whether any filter sees a risk. A call that a failed detector blocked is not flagged."""
        return self._get("flagged")

    @property
    def has_detector_error(self) -> bool | None:
        """True when at least one detector failed."""
        return self._get("hasDetectorError")


class PatchCrop(View):
    """The part of the picture to keep, in pixels; cut before anything else."""

    __slots__ = ()

    @property
    def left(self) -> int:
        """Distance from the picture's edge, in pixels."""
        return self._get("left")

    @property
    def top(self) -> int:
        """Distance from the picture's edge, in pixels."""
        return self._get("top")

    @property
    def width(self) -> int:
        """Size of the part, in pixels."""
        return self._get("width")

    @property
    def height(self) -> int:
        """Size of the part, in pixels."""
        return self._get("height")

    @property
    def background_color(self) -> str | None:
        """Color of what lies outside the picture, as rgba, hex or a name."""
        return self._get("backgroundColor")


class PatchOverlay(View):
    """The second picture and what to do with it."""

    __slots__ = ()

    @property
    def image(self) -> str:
        """The picture, as an asset id or as a data URL."""
        return self._get("image")

    @property
    def mode(self) -> PatchMode:
        """Draw the second picture over the first, or cut its shape out of it."""
        return self._get("mode")


class PatchPosition(View):
    """Where the second picture's corner lies on the first, in pixels; negative values reach over the edge."""

    __slots__ = ()

    @property
    def x(self) -> int:
        """Distance in pixels."""
        return self._get("x")

    @property
    def y(self) -> int:
        """Distance in pixels."""
        return self._get("y")


class PatchResult(View):
    """The job and, when the picture is ready at once, its asset."""

    __slots__ = ()

    @property
    def job(self) -> Job:
        """The job that the call made."""
        return self._view("job", _job)

    @property
    def asset(self) -> Asset | None:
        """The picture that the call made, in full as `assets.retrieve` returns it."""
        return self._view("asset", _asset)

    @property
    def creative_units_cost(self) -> float | None:
        """Price of the call, in Creative Units; the sum of `cost_details`."""
        return self._get("creativeUnitsCost")

    @property
    def creative_units_discount(self) -> float | None:
        """What the caller's plan took off the price, in Creative Units."""
        return self._get("creativeUnitsDiscount")

    @property
    def cost_details(self) -> CostDetails | None:
        """The price by part, in Creative Units: the generation under its own key and each add-on under its own."""
        return self._view("costDetails", CostDetails)

    @property
    def ip_detection(self) -> IpDetectionResult | None:
        """Findings about protected material; only when a detection ran for this call."""
        return self._view("ipDetection", IpDetectionResult)


class PromptCall(View):
    """A generation that is ready to be sent: the model and its inputs, the prompt among them when the model has one."""

    __slots__ = ()

    @property
    def model_id(self) -> str:
        """The model that the call is for."""
        return self._get("modelId")

    @property
    def parameters(self) -> PromptCallParameters:
        """Inputs for the model, by name, as the body of `generate.custom` takes them."""
        return self._get("parameters")

    @property
    def rationale(self) -> str | None:
        """Why this call is proposed."""
        return self._get("rationale")


class PromptResult(View):
    """The new prompts, with the job that accounts for them. Recorded prices: 0.75 for structured, 3.75 for contextual
    with a model, 0.125 more for each further prompt.
    """

    __slots__ = ()

    @property
    def prompts(self) -> list[str]:
        """The prompts. For some models (text to 3D was recorded) they are asset ids instead of text."""
        return self._get("prompts")

    @property
    def calls(self) -> list[PromptCall] | None:
        """Ready calls, in the order of `prompts`."""
        return self._views("calls", PromptCall)

    @property
    def mode(self) -> PromptModeUsed | None:
        """The mode that wrote the prompts, in the words of the request."""
        return self._get("mode")

    @property
    def job(self) -> Job:
        """The job that the call made."""
        return self._view("job", _job)

    @property
    def creative_units_cost(self) -> float | None:
        """Price of the call, in Creative Units; the sum of `cost_details`."""
        return self._get("creativeUnitsCost")

    @property
    def creative_units_discount(self) -> float | None:
        """What the caller's plan took off the price, in Creative Units."""
        return self._get("creativeUnitsDiscount")

    @property
    def cost_details(self) -> CostDetails | None:
        """The price by part, in Creative Units: the generation under its own key and each add-on under its own."""
        return self._view("costDetails", CostDetails)

    @property
    def ip_detection(self) -> IpDetectionResult | None:
        """Findings about protected material; only when a detection ran for this call."""
        return self._view("ipDetection", IpDetectionResult)


class QualityGateBrief(View):
    """A brief for brand, style or campaign that the picture was held against."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Id of the brief; opaque."""
        return self._get("id")

    @property
    def level(self) -> QualityGateBriefLevel:
        """Whether a brief belongs to the project or to the whole team."""
        return self._get("level")


class QualityGateResult(View):
    """The judgment and the asset that it is stored on. There is no job in it."""

    __slots__ = ()

    @property
    def ai_quality(self) -> AssetQualityGateDimension:
        """Generic quality, judged always."""
        return self._view("aiQuality", _asset_quality_gate_dimension)

    @property
    def brief_compliance(self) -> AssetQualityGateDimension | None:
        """Agreement with the briefs; absent when none applies."""
        return self._view("briefCompliance", _asset_quality_gate_dimension)

    @property
    def applied_briefs(self) -> list[QualityGateBrief]:
        """The briefs that counted."""
        return self._views("appliedBriefs", QualityGateBrief)

    @property
    def overall_score(self) -> float:
        """Both sides together, from 0 to 100; higher is better."""
        return self._get("overallScore")

    @property
    def verdict(self) -> AssetQualityGateVerdict:
        """The worse of the overall score and the generic one, each held against the thresholds."""
        return self._get("verdict")

    @property
    def sensitivity(self) -> AssetQualityGateSensitivity | None:
        """How strict the quality check was."""
        return self._get("sensitivity")

    @property
    def asset(self) -> Asset:
        """The picture that was judged."""
        return self._view("asset", _asset)

    @property
    def creative_units_cost(self) -> float | None:
        """Price of the call, in Creative Units; the sum of `cost_details`."""
        return self._get("creativeUnitsCost")

    @property
    def creative_units_discount(self) -> float | None:
        """What the caller's plan took off the price, in Creative Units."""
        return self._get("creativeUnitsDiscount")

    @property
    def cost_details(self) -> CostDetails | None:
        """The price by part, in Creative Units: the generation under its own key and each add-on under its own."""
        return self._view("costDetails", CostDetails)

    @property
    def ip_detection(self) -> IpDetectionResult | None:
        """Findings about protected material; only when a detection ran for this call."""
        return self._view("ipDetection", IpDetectionResult)


class StyleDescriptionResult(View):
    """The style in words, long and short, with the job that accounts for it."""

    __slots__ = ()

    @property
    def description(self) -> str:
        """The style in full."""
        return self._get("description")

    @property
    def synthesis(self) -> str:
        """The same in a few words."""
        return self._get("synthesis")

    @property
    def job(self) -> Job:
        """The job that the call made."""
        return self._view("job", _job)

    @property
    def creative_units_cost(self) -> float | None:
        """Price of the call, in Creative Units; the sum of `cost_details`."""
        return self._get("creativeUnitsCost")

    @property
    def creative_units_discount(self) -> float | None:
        """What the caller's plan took off the price, in Creative Units."""
        return self._get("creativeUnitsDiscount")

    @property
    def cost_details(self) -> CostDetails | None:
        """The price by part, in Creative Units: the generation under its own key and each add-on under its own."""
        return self._view("costDetails", CostDetails)

    @property
    def ip_detection(self) -> IpDetectionResult | None:
        """Findings about protected material; only when a detection ran for this call."""
        return self._view("ipDetection", IpDetectionResult)


class TextToImageResult(View):
    """The job, and the older record `inference`. The export calls both required; the only recorded answer is known for
    its job alone, so `inference` is optional.
    """

    __slots__ = ()

    @property
    def job(self) -> Job:
        """The job that the call made."""
        return self._view("job", _job)

    @property
    def inference(self) -> TextToImageInference | None:
        """The older record of a generation, next to its job."""
        return self._get("inference")

    @property
    def creative_units_cost(self) -> float | None:
        """Price of the call, in Creative Units; the sum of `cost_details`."""
        return self._get("creativeUnitsCost")

    @property
    def creative_units_discount(self) -> float | None:
        """What the caller's plan took off the price, in Creative Units."""
        return self._get("creativeUnitsDiscount")

    @property
    def cost_details(self) -> CostDetails | None:
        """The price by part, in Creative Units: the generation under its own key and each add-on under its own."""
        return self._view("costDetails", CostDetails)

    @property
    def ip_detection(self) -> IpDetectionResult | None:
        """Findings about protected material; only when a detection ran for this call."""
        return self._view("ipDetection", IpDetectionResult)


class TranslationResult(View):
    """The English prompt and the language that it came from, with the job that accounts for it."""

    __slots__ = ()

    @property
    def translation(self) -> str:
        """The prompt in English."""
        return self._get("translation")

    @property
    def detected_language(self) -> str:
        """Language of the input. Whether as a name or as a code is not documented."""
        return self._get("detectedLanguage")

    @property
    def job(self) -> Job:
        """The job that the call made."""
        return self._view("job", _job)

    @property
    def creative_units_cost(self) -> float | None:
        """Price of the call, in Creative Units; the sum of `cost_details`."""
        return self._get("creativeUnitsCost")

    @property
    def creative_units_discount(self) -> float | None:
        """What the caller's plan took off the price, in Creative Units."""
        return self._get("creativeUnitsDiscount")

    @property
    def cost_details(self) -> CostDetails | None:
        """The price by part, in Creative Units: the generation under its own key and each add-on under its own."""
        return self._view("costDetails", CostDetails)

    @property
    def ip_detection(self) -> IpDetectionResult | None:
        """Findings about protected material; only when a detection ran for this call."""
        return self._view("ipDetection", IpDetectionResult)


class StartedCaptionResult(CaptionResult, Waits):
    """CaptionResult whose job can be waited for: `wait()`."""

    __slots__ = ()


class AsyncStartedCaptionResult(CaptionResult, AsyncWaits):
    """CaptionResult whose job can be waited for: `await wait()`."""

    __slots__ = ()


class StartedDetectionResult(DetectionResult, Waits):
    """DetectionResult whose job can be waited for: `wait()`."""

    __slots__ = ()


class AsyncStartedDetectionResult(DetectionResult, AsyncWaits):
    """DetectionResult whose job can be waited for: `await wait()`."""

    __slots__ = ()


class StartedEmbeddingResult(EmbeddingResult, Waits):
    """EmbeddingResult whose job can be waited for: `wait()`."""

    __slots__ = ()


class AsyncStartedEmbeddingResult(EmbeddingResult, AsyncWaits):
    """EmbeddingResult whose job can be waited for: `await wait()`."""

    __slots__ = ()


class StartedGenerationResult(GenerationResult, Waits):
    """GenerationResult whose job can be waited for: `wait()`."""

    __slots__ = ()


class AsyncStartedGenerationResult(GenerationResult, AsyncWaits):
    """GenerationResult whose job can be waited for: `await wait()`."""

    __slots__ = ()


class StartedPatchResult(PatchResult, Waits):
    """PatchResult whose job can be waited for: `wait()`."""

    __slots__ = ()


class AsyncStartedPatchResult(PatchResult, AsyncWaits):
    """PatchResult whose job can be waited for: `await wait()`."""

    __slots__ = ()


class StartedPromptResult(PromptResult, Waits):
    """PromptResult whose job can be waited for: `wait()`."""

    __slots__ = ()


class AsyncStartedPromptResult(PromptResult, AsyncWaits):
    """PromptResult whose job can be waited for: `await wait()`."""

    __slots__ = ()


class StartedStyleDescriptionResult(StyleDescriptionResult, Waits):
    """StyleDescriptionResult whose job can be waited for: `wait()`."""

    __slots__ = ()


class AsyncStartedStyleDescriptionResult(StyleDescriptionResult, AsyncWaits):
    """StyleDescriptionResult whose job can be waited for: `await wait()`."""

    __slots__ = ()


class StartedTextToImageResult(TextToImageResult, Waits):
    """TextToImageResult whose job can be waited for: `wait()`."""

    __slots__ = ()


class AsyncStartedTextToImageResult(TextToImageResult, AsyncWaits):
    """TextToImageResult whose job can be waited for: `await wait()`."""

    __slots__ = ()


class StartedTranslationResult(TranslationResult, Waits):
    """TranslationResult whose job can be waited for: `wait()`."""

    __slots__ = ()


class AsyncStartedTranslationResult(TranslationResult, AsyncWaits):
    """TranslationResult whose job can be waited for: `await wait()`."""

    __slots__ = ()
