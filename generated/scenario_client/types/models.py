"""Types of models. Catalogue of the models that can generate, private and public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from .._runtime.view import View

if TYPE_CHECKING:
    from .assets import AssetKind
    from .common import ComplianceMetadata, ImageReference, Privacy


__all__ = [
    "LEARNING_RATE_SCHEDULER_VALUES",
    "MODEL_ACCESS_RESTRICTION_VALUES",
    "MODEL_CAPABILITY_VALUES",
    "MODEL_CLASS_STATUS_VALUES",
    "MODEL_INPUT_BACKGROUND_VALUES",
    "MODEL_INPUT_CONDITION_OPERATOR_VALUES",
    "MODEL_INPUT_TYPE_VALUES",
    "MODEL_SORT_BY_VALUES",
    "MODEL_SOURCE_VALUES",
    "MODEL_STATUS_FILTER_VALUES",
    "MODEL_STATUS_VALUES",
    "MODEL_TYPE_FILTER_RETIRED",
    "MODEL_TYPE_FILTER_VALUES",
    "MODEL_TYPE_RETIRED",
    "MODEL_TYPE_VALUES",
    "PUBLIC_MODEL_SORT_BY_VALUES",
    "TRAINING_FOCUS_VALUES",
    "TRAINING_STAGE_VALUES",
    "UI_TRIGGER_POSITION_VALUES",
    "BulkModel",
    "BulkModelList",
    "LearningRateScheduler",
    "Model",
    "ModelAccessRestriction",
    "ModelArenaScore",
    "ModelCapability",
    "ModelClass",
    "ModelClassStatus",
    "ModelConcept",
    "ModelEnvelope",
    "ModelEpoch",
    "ModelInput",
    "ModelInputBackground",
    "ModelInputConditionOperator",
    "ModelInputConditional",
    "ModelInputRequired",
    "ModelInputRules",
    "ModelInputType",
    "ModelList",
    "ModelNestedInput",
    "ModelParameters",
    "ModelPerformanceStats",
    "ModelPerformanceVariant",
    "ModelSortBy",
    "ModelSource",
    "ModelStatus",
    "ModelStatusFilter",
    "ModelType",
    "ModelTypeFilter",
    "ModelUiConfig",
    "PublicModelSortBy",
    "TrainingFocus",
    "TrainingImage",
    "TrainingImagePair",
    "TrainingProgress",
    "TrainingStage",
    "TrainingStats",
    "UiInputProperties",
    "UiInputPropertiesMap",
    "UiLorasComponent",
    "UiOutputProperties",
    "UiOutputPropertiesMap",
    "UiPreset",
    "UiResolutionComponent",
    "UiResolutionPreset",
    "UiSelects",
    "UiTriggerGenerate",
    "UiTriggerPosition",
]

LearningRateScheduler = (
    Literal[
        "constant",
        "constant-with-warmup",
        "cosine",
        "cosine-with-restarts",
        "linear",
        "polynomial",
    ]
    | str
)
"""Schedules for the learning rate. Only for SD 1.5 and SDXL LoRA."""

LEARNING_RATE_SCHEDULER_VALUES: frozenset[str] = frozenset(get_args(get_args(LearningRateScheduler)[0]))
"""Every word of LearningRateScheduler that was ever known."""

ModelAccessRestriction = (
    Literal[
        0,
        25,
        50,
        75,
        100,
    ]
    | int
)
"""The lowest plan that may use a model: 0 Free, 25 Starter (formerly Creator), 50 Pro, 75 Max (formerly Team), 100
Enterprise. 0, 25 and 50 have been recorded.
"""

MODEL_ACCESS_RESTRICTION_VALUES: frozenset[int] = frozenset(get_args(get_args(ModelAccessRestriction)[0]))
"""Every word of ModelAccessRestriction that was ever known."""

ModelCapability = (
    Literal[
        "3d23d",
        "audio2audio",
        "audio2txt",
        "audio2video",
        "controlnet",
        "controlnet_img2img",
        "controlnet_inpaint",
        "controlnet_inpaint_ip_adapter",
        "controlnet_ip_adapter",
        "controlnet_reference",
        "controlnet_texture",
        "img23d",
        "img2img",
        "img2img_ip_adapter",
        "img2img_texture",
        "img2txt",
        "img2video",
        "inpaint",
        "inpaint_ip_adapter",
        "outpaint",
        "reference",
        "reference_texture",
        "txt23d",
        "txt2audio",
        "txt2img",
        "txt2img_ip_adapter",
        "txt2img_texture",
        "txt2txt",
        "txt2video",
        "video23d",
        "video2audio",
        "video2img",
        "video2txt",
        "video2video",
    ]
    | str
)
"""One kind of generation, written as what goes in and what comes out. The list grows: `audio2txt` came with SDK 1.0.0,
`video2txt` with 2.4.0.
"""

MODEL_CAPABILITY_VALUES: frozenset[str] = frozenset(get_args(get_args(ModelCapability)[0]))
"""Every word of ModelCapability that was ever known."""

ModelClassStatus = (
    Literal[
        "published",
        "unpublished",
    ]
    | str
)
"""Whether a class is still offered; unpublished ones stay on the models that have them."""

MODEL_CLASS_STATUS_VALUES: frozenset[str] = frozenset(get_args(get_args(ModelClassStatus)[0]))
"""Every word of ModelClassStatus that was ever known."""

ModelInputBackground = (
    Literal[
        "opaque",
        "transparent",
    ]
    | str
)
"""What an image input does with transparent pixels. Only for files of kind `image`."""

MODEL_INPUT_BACKGROUND_VALUES: frozenset[str] = frozenset(get_args(get_args(ModelInputBackground)[0]))
"""Every word of ModelInputBackground that was ever known."""

ModelInputConditionOperator = (
    Literal[
        "and",
        "or",
    ]
    | str
)
"""Whether all of the conditions must hold or any of them."""

MODEL_INPUT_CONDITION_OPERATOR_VALUES: frozenset[str] = frozenset(get_args(get_args(ModelInputConditionOperator)[0]))
"""Every word of ModelInputConditionOperator that was ever known."""

ModelInputRules = dict[str, Any]
"""Names of other inputs, each with an object that holds the `message` to show."""

ModelInputType = (
    Literal[
        "boolean",
        "file",
        "file_array",
        "inputs_array",
        "model",
        "model_array",
        "number",
        "number_array",
        "string",
        "string_array",
    ]
    | str
)
"""Data type of an input; the array types take lists."""

MODEL_INPUT_TYPE_VALUES: frozenset[str] = frozenset(get_args(get_args(ModelInputType)[0]))
"""Every word of ModelInputType that was ever known."""

ModelNestedInput = dict[str, Any]
"""A field of an element of an `inputs_array` input, described with the keys of `ModelInput`, none of them promised."""

ModelSortBy = (
    Literal[
        "createdAt",
        "updatedAt",
        "score",
    ]
    | str
)
"""What to sort models by; `score` is popularity, and puts featured models first."""

MODEL_SORT_BY_VALUES: frozenset[str] = frozenset(get_args(get_args(ModelSortBy)[0]))
"""Every word of ModelSortBy that was ever known."""

ModelSource = (
    Literal[
        "civitai",
        "huggingface",
        "other",
        "scenario",
    ]
    | str
)
"""Where a model comes from. Platform models of other makers are `other`. Search hits use other words."""

MODEL_SOURCE_VALUES: frozenset[str] = frozenset(get_args(get_args(ModelSource)[0]))
"""Every word of ModelSource that was ever known."""

ModelStatus = (
    Literal[
        "copying",
        "failed",
        "new",
        "trained",
        "training",
        "training-canceled",
    ]
    | str
)
"""Where a model stands between its creation and the end of its training. Platform models are `trained`."""

MODEL_STATUS_VALUES: frozenset[str] = frozenset(get_args(get_args(ModelStatus)[0]))
"""Every word of ModelStatus that was ever known."""

ModelStatusFilter = (
    Literal[
        "new",
        "training",
        "trained",
        "failed",
        "deleted",
    ]
    | str
)
"""A state to filter by. Not the words of `ModelStatus`: `deleted` asks for the models deleted in the last 30 days and
is no state that a model has.
"""

MODEL_STATUS_FILTER_VALUES: frozenset[str] = frozenset(get_args(get_args(ModelStatusFilter)[0]))
"""Every word of ModelStatusFilter that was ever known."""

ModelType = (
    Literal[
        "custom",
        "elevenlabs-voice",
        "flux.1",
        "flux.1-composition",
        "flux.1-kontext-dev",
        "flux.1-kontext-lora",
        "flux.1-krea-dev",
        "flux.1-krea-lora",
        "flux.1-lora",
        "flux.1-pro",
        "flux.1.1-pro-ultra",
        "flux.2-dev-edit-lora",
        "flux.2-dev-lora",
        "flux.2-klein-4b-edit-lora",
        "flux.2-klein-4b-lora",
        "flux.2-klein-9b-edit-lora",
        "flux.2-klein-9b-lora",
        "flux.2-klein-base-4b-edit-lora",
        "flux.2-klein-base-4b-lora",
        "flux.2-klein-base-9b-edit-lora",
        "flux.2-klein-base-9b-lora",
        "flux1.1-pro",
        "gpt-image-1",
        "qwen-image-2512-lora",
        "qwen-image-edit-2509-lora",
        "qwen-image-edit-2511-lora",
        "qwen-image-edit-lora",
        "qwen-image-lora",
        "sd-1_5",  # retired
        "sd-1_5-composition",  # retired
        "sd-1_5-lora",  # retired
        "sd-xl",  # retired
        "sd-xl-composition",  # retired
        "sd-xl-lora",  # retired
        "zimage-de-turbo-lora",
        "zimage-lora",
        "zimage-turbo-lora",
    ]
    | str
)
"""Family of a model: what it was trained on and which endpoint runs it. `custom` runs through `generate.custom`; the
six sd- types are retired, old rows may still have them.
"""

MODEL_TYPE_VALUES: frozenset[str] = frozenset(get_args(get_args(ModelType)[0]))
"""Every word of ModelType that was ever known."""

MODEL_TYPE_RETIRED: frozenset[str] = frozenset(
    ["sd-1_5", "sd-1_5-composition", "sd-1_5-lora", "sd-xl", "sd-xl-composition", "sd-xl-lora"]
)
"""Words of ModelType. Still received, no longer to be sent."""

ModelTypeFilter = (
    Literal[
        "custom",
        "elevenlabs-voice",
        "flux.1",
        "flux.1-composition",
        "flux.1-kontext-dev",
        "flux.1-kontext-lora",
        "flux.1-krea-dev",
        "flux.1-krea-lora",
        "flux.1-lora",
        "flux.1-pro",
        "flux.1.1-pro-ultra",
        "flux.2-dev-edit-lora",
        "flux.2-dev-lora",
        "flux.2-klein-4b-edit-lora",
        "flux.2-klein-4b-lora",
        "flux.2-klein-9b-edit-lora",
        "flux.2-klein-9b-lora",
        "flux.2-klein-base-4b-edit-lora",
        "flux.2-klein-base-4b-lora",
        "flux.2-klein-base-9b-edit-lora",
        "flux.2-klein-base-9b-lora",
        "flux1.1-pro",
        "gpt-image-1",
        "qwen-image-2512-lora",
        "qwen-image-edit-2509-lora",
        "qwen-image-edit-2511-lora",
        "qwen-image-edit-lora",
        "qwen-image-lora",
        "sd-1_5",  # retired
        "sd-1_5-composition",  # retired
        "sd-1_5-lora",  # retired
        "sd-xl",  # retired
        "sd-xl-composition",  # retired
        "sd-xl-lora",  # retired
        "zimage-de-turbo-lora",
        "zimage-lora",
        "zimage-turbo-lora",
    ]
    | str
)
"""A family of models to filter by: the same words as `ModelType`, closed because the caller chooses."""

MODEL_TYPE_FILTER_VALUES: frozenset[str] = frozenset(get_args(get_args(ModelTypeFilter)[0]))
"""Every word of ModelTypeFilter that was ever known."""

MODEL_TYPE_FILTER_RETIRED: frozenset[str] = frozenset(
    ["sd-1_5", "sd-1_5-composition", "sd-1_5-lora", "sd-xl", "sd-xl-composition", "sd-xl-lora"]
)
"""Words of ModelTypeFilter. Still received, no longer to be sent."""

PublicModelSortBy = (
    Literal[
        "createdAt",
        "updatedAt",
    ]
    | str
)
"""What the deprecated public list sorts by; it never knew `score`."""

PUBLIC_MODEL_SORT_BY_VALUES: frozenset[str] = frozenset(get_args(get_args(PublicModelSortBy)[0]))
"""Every word of PublicModelSortBy that was ever known."""

TrainingFocus = (
    Literal[
        "likeness",
        "all",
        "none",
    ]
    | str
)
"""Which transformer blocks a Flux LoRA training changes: those for likeness, all, or none in particular. The vendor's
types know `likeness` only, its text all three.
"""

TRAINING_FOCUS_VALUES: frozenset[str] = frozenset(get_args(get_args(TrainingFocus)[0]))
"""Every word of TrainingFocus that was ever known."""

TrainingStage = (
    Literal[
        "pending",
        "pending-captcha",
        "queued-for-train",
        "ready-for-captcha",
        "running-train",
        "starting-train",
    ]
    | str
)
"""Step of a training. The two captcha stages belong to professional voice cloning; `ready-for-captcha` came with SDK
1.0.0.
"""

TRAINING_STAGE_VALUES: frozenset[str] = frozenset(get_args(get_args(TrainingStage)[0]))
"""Every word of TrainingStage that was ever known."""

UiInputPropertiesMap = dict[str, "UiInputProperties"]
"""Layout of inputs, by the name of the input."""

UiOutputPropertiesMap = dict[str, "UiOutputProperties"]
"""Captions of a provider's outputs, by the name of the output."""

UiSelects = dict[str, Any]
"""Captions of allowed values, by the name of the input; recorded as a mapping of value to caption."""

UiTriggerPosition = (
    Literal[
        "bottom",
        "top",
    ]
    | str
)
"""End of the form that the button stands at."""

UI_TRIGGER_POSITION_VALUES: frozenset[str] = frozenset(get_args(get_args(UiTriggerPosition)[0]))
"""Every word of UiTriggerPosition that was ever known."""


def _compliance_metadata() -> type[ComplianceMetadata]:
    from .common import ComplianceMetadata

    return ComplianceMetadata


def _image_reference() -> type[ImageReference]:
    from .common import ImageReference

    return ImageReference


class BulkModel(View):
    """A model as `models.get_bulk` returns it: the fields of `Model`, fewer of them required. With `minimal` only id,
    name and type come. Recorded rows never have `inputs` or `ui_config`.
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Identifies the model: 22 to 24 random characters, or a readable slug for platform models."""
        return self._get("id")

    @property
    def access_restrictions(self) -> ModelAccessRestriction | None:
        """The lowest plan that may use a model: 0 Free, 25 Starter (formerly Creator), 50 Pro, 75 Max (formerly Team),
        100 Enterprise. 0, 25 and 50 have been recorded.
        """
        return self._get("accessRestrictions")

    @property
    def author_id(self) -> str | None:
        """Who made the model: a user, or an API key (`apiu_`)."""
        return self._get("authorId")

    @property
    def capabilities(self) -> list[ModelCapability] | None:
        """What the model can generate from what."""
        return self._get("capabilities")

    @property
    def class_(self) -> ModelClass | None:
        """The subject class that an older model was trained for."""
        return self._view("class", ModelClass)

    @property
    def collection_ids(self) -> list[str] | None:
        """Collections that the model is in."""
        return self._get("collectionIds")

    @property
    def compliance_metadata(self) -> ComplianceMetadata | None:
        """Who runs a model and under which terms."""
        return self._view("complianceMetadata", _compliance_metadata)

    @property
    def compliant_model_ids(self) -> list[str] | None:
        """Base models that this one can run on; mostly on Flux LoRA models."""
        return self._get("compliantModelIds")

    @property
    def concepts(self) -> list[ModelConcept] | None:
        """The LoRA models mixed into a composition, with their weights; a LoRA may list itself."""
        return self._views("concepts", ModelConcept)

    @property
    def created_at(self) -> str | None:
        """When the model was created."""
        return self._get("createdAt")

    @property
    def custom(self) -> bool | None:
        """True when only `generate.custom` runs the model."""
        return self._get("custom")

    @property
    def deleted_at(self) -> str | None:
        """When the model was deleted; only in a list with status=deleted."""
        return self._get("deletedAt")

    @property
    def disable_refund(self) -> bool | None:
        """True when a failed generation with this model is not paid back. Absent means false."""
        return self._get("disableRefund")

    @property
    def epoch(self) -> str | None:
        """The training epoch in use; absent means the last one. Only on Flux LoRA models."""
        return self._get("epoch")

    @property
    def epochs(self) -> list[ModelEpoch] | None:
        """Training epochs to choose from. Only on Flux LoRA models."""
        return self._views("epochs", ModelEpoch)

    @property
    def example_asset_ids(self) -> list[str] | None:
        """Assets that the owner shows as examples."""
        return self._get("exampleAssetIds")

    @property
    def inputs(self) -> list[ModelInput] | None:
        """Inputs of a `custom` model, the fields of a generation's body. Only in the answer of `models.retrieve`, never
        in lists.
        """
        return self._views("inputs", ModelInput)

    @property
    def job_id(self) -> str | None:
        """The job that trained the model; shown to its owner only."""
        return self._get("jobId")

    @property
    def model_keyword(self) -> str | None:
        """Trigger word of older models.

        Deprecated: Use parameters.conceptPrompt.
        """
        return self._get("modelKeyword")

    @property
    def name(self) -> str | None:
        """Display name."""
        return self._get("name")

    @property
    def negative_prompt_embedding(self) -> str | None:
        """Text added to every negative prompt of the model."""
        return self._get("negativePromptEmbedding")

    @property
    def owner_id(self) -> str | None:
        """The project, or the team, that owns the model."""
        return self._get("ownerId")

    @property
    def parameters(self) -> ModelParameters | None:
        """Settings of a model's training."""
        return self._view("parameters", ModelParameters)

    @property
    def parent_model_id(self) -> str | None:
        """The model that this one was made from."""
        return self._get("parentModelId")

    @property
    def performance_stats(self) -> ModelPerformanceStats | None:
        """Measured cost, speed and quality of a model, by variant."""
        return self._view("performanceStats", ModelPerformanceStats)

    @property
    def privacy(self) -> Privacy | None:
        """Who can see it: only its project (`private`), everybody (`public`), or everybody who has its id
        (`unlisted`).
        """
        return self._get("privacy")

    @property
    def prompt_embedding(self) -> str | None:
        """Text added to every prompt of the model."""
        return self._get("promptEmbedding")

    @property
    def short_description(self) -> str | None:
        """What the model is good at, in a sentence or two."""
        return self._get("shortDescription")

    @property
    def soft_deletion_on(self) -> str | None:
        """When the model will be deleted; only for owners on the Free plan."""
        return self._get("softDeletionOn")

    @property
    def source(self) -> ModelSource | None:
        """Where a model comes from."""
        return self._get("source")

    @property
    def status(self) -> ModelStatus | None:
        """Where a model stands between its creation and the end of its training."""
        return self._get("status")

    @property
    def tags(self) -> list[str] | None:
        """Labels; those that begin with `sc:` are set by the platform."""
        return self._get("tags")

    @property
    def thumbnail(self) -> ImageReference | None:
        """Picture that stands for the model; recorded on trained models only."""
        return self._view("thumbnail", _image_reference)

    @property
    def training_image_pairs(self) -> list[TrainingImagePair] | None:
        """Pairs of pictures for models that learn an edit."""
        return self._views("trainingImagePairs", TrainingImagePair)

    @property
    def training_images(self) -> list[TrainingImage] | None:
        """Training pictures: the first three in lists, all of them for one model."""
        return self._views("trainingImages", TrainingImage)

    @property
    def training_images_number(self) -> int | None:
        """How many training pictures the model has."""
        return self._get("trainingImagesNumber")

    @property
    def training_progress(self) -> TrainingProgress | None:
        """How far a training is."""
        return self._view("trainingProgress", TrainingProgress)

    @property
    def training_stats(self) -> TrainingStats | None:
        """When a training ran and for how long."""
        return self._view("trainingStats", TrainingStats)

    @property
    def type(self) -> ModelType:
        """Family of a model: what it was trained on and which endpoint runs it."""
        return self._get("type")

    @property
    def ui_config(self) -> ModelUiConfig | None:
        """How the vendor's web application lays out a model's inputs."""
        return self._view("uiConfig", ModelUiConfig)

    @property
    def updated_at(self) -> str | None:
        """When the model last changed."""
        return self._get("updatedAt")

    @property
    def user_id(self) -> str | None:
        """The author under its former name.

        Deprecated: Use author_id.
        """
        return self._get("userId")


class BulkModelList(View):
    """The models that were found, in no promised order; ids that nobody knows are left out."""

    __slots__ = ()

    @property
    def models(self) -> list[BulkModel]:
        """The models that were found."""
        return self._views("models", BulkModel)


class Model(View):
    """A generative model: one of the platform's, or one trained by a project. Only thirteen fields are sure to come;
    recordings of platform models have `training_progress` and `parameters` as empty objects.
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Identifies the model: 22 to 24 random characters, or a readable slug for platform models."""
        return self._get("id")

    @property
    def access_restrictions(self) -> ModelAccessRestriction | None:
        """The lowest plan that may use a model: 0 Free, 25 Starter (formerly Creator), 50 Pro, 75 Max (formerly Team),
        100 Enterprise. 0, 25 and 50 have been recorded.
        """
        return self._get("accessRestrictions")

    @property
    def author_id(self) -> str | None:
        """Who made the model: a user, or an API key (`apiu_`)."""
        return self._get("authorId")

    @property
    def capabilities(self) -> list[ModelCapability]:
        """What the model can generate from what."""
        return self._get("capabilities")

    @property
    def class_(self) -> ModelClass | None:
        """The subject class that an older model was trained for."""
        return self._view("class", ModelClass)

    @property
    def collection_ids(self) -> list[str]:
        """Collections that the model is in."""
        return self._get("collectionIds")

    @property
    def compliance_metadata(self) -> ComplianceMetadata | None:
        """Who runs a model and under which terms."""
        return self._view("complianceMetadata", _compliance_metadata)

    @property
    def compliant_model_ids(self) -> list[str] | None:
        """Base models that this one can run on; mostly on Flux LoRA models."""
        return self._get("compliantModelIds")

    @property
    def concepts(self) -> list[ModelConcept] | None:
        """The LoRA models mixed into a composition, with their weights; a LoRA may list itself."""
        return self._views("concepts", ModelConcept)

    @property
    def created_at(self) -> str:
        """When the model was created."""
        return self._get("createdAt")

    @property
    def custom(self) -> bool:
        """True when only `generate.custom` runs the model."""
        return self._get("custom")

    @property
    def deleted_at(self) -> str | None:
        """When the model was deleted; only in a list with status=deleted."""
        return self._get("deletedAt")

    @property
    def disable_refund(self) -> bool | None:
        """True when a failed generation with this model is not paid back. Absent means false."""
        return self._get("disableRefund")

    @property
    def epoch(self) -> str | None:
        """The training epoch in use; absent means the last one. Only on Flux LoRA models."""
        return self._get("epoch")

    @property
    def epochs(self) -> list[ModelEpoch] | None:
        """Training epochs to choose from. Only on Flux LoRA models."""
        return self._views("epochs", ModelEpoch)

    @property
    def example_asset_ids(self) -> list[str]:
        """Assets that the owner shows as examples."""
        return self._get("exampleAssetIds")

    @property
    def inputs(self) -> list[ModelInput] | None:
        """Inputs of a `custom` model, the fields of a generation's body. Only in the answer of `models.retrieve`, never
        in lists.
        """
        return self._views("inputs", ModelInput)

    @property
    def job_id(self) -> str | None:
        """The job that trained the model; shown to its owner only."""
        return self._get("jobId")

    @property
    def model_keyword(self) -> str | None:
        """Trigger word of older models.

        Deprecated: Use parameters.conceptPrompt.
        """
        return self._get("modelKeyword")

    @property
    def name(self) -> str | None:
        """Display name."""
        return self._get("name")

    @property
    def negative_prompt_embedding(self) -> str | None:
        """Text added to every negative prompt of the model."""
        return self._get("negativePromptEmbedding")

    @property
    def owner_id(self) -> str | None:
        """The project, or the team, that owns the model."""
        return self._get("ownerId")

    @property
    def parameters(self) -> ModelParameters | None:
        """Settings of a model's training."""
        return self._view("parameters", ModelParameters)

    @property
    def parent_model_id(self) -> str | None:
        """The model that this one was made from."""
        return self._get("parentModelId")

    @property
    def performance_stats(self) -> ModelPerformanceStats | None:
        """Measured cost, speed and quality of a model, by variant."""
        return self._view("performanceStats", ModelPerformanceStats)

    @property
    def privacy(self) -> Privacy:
        """Who can see it: only its project (`private`), everybody (`public`), or everybody who has its id
        (`unlisted`).
        """
        return self._get("privacy")

    @property
    def prompt_embedding(self) -> str | None:
        """Text added to every prompt of the model."""
        return self._get("promptEmbedding")

    @property
    def short_description(self) -> str | None:
        """What the model is good at, in a sentence or two."""
        return self._get("shortDescription")

    @property
    def soft_deletion_on(self) -> str | None:
        """When the model will be deleted; only for owners on the Free plan."""
        return self._get("softDeletionOn")

    @property
    def source(self) -> ModelSource:
        """Where a model comes from."""
        return self._get("source")

    @property
    def status(self) -> ModelStatus:
        """Where a model stands between its creation and the end of its training."""
        return self._get("status")

    @property
    def tags(self) -> list[str]:
        """Labels; those that begin with `sc:` are set by the platform."""
        return self._get("tags")

    @property
    def thumbnail(self) -> ImageReference | None:
        """Picture that stands for the model; recorded on trained models only."""
        return self._view("thumbnail", _image_reference)

    @property
    def training_image_pairs(self) -> list[TrainingImagePair] | None:
        """Pairs of pictures for models that learn an edit."""
        return self._views("trainingImagePairs", TrainingImagePair)

    @property
    def training_images(self) -> list[TrainingImage] | None:
        """Training pictures: the first three in lists, all of them for one model."""
        return self._views("trainingImages", TrainingImage)

    @property
    def training_images_number(self) -> int:
        """How many training pictures the model has."""
        return self._get("trainingImagesNumber")

    @property
    def training_progress(self) -> TrainingProgress | None:
        """How far a training is."""
        return self._view("trainingProgress", TrainingProgress)

    @property
    def training_stats(self) -> TrainingStats | None:
        """When a training ran and for how long."""
        return self._view("trainingStats", TrainingStats)

    @property
    def type(self) -> ModelType:
        """Family of a model: what it was trained on and which endpoint runs it."""
        return self._get("type")

    @property
    def ui_config(self) -> ModelUiConfig | None:
        """How the vendor's web application lays out a model's inputs."""
        return self._view("uiConfig", ModelUiConfig)

    @property
    def updated_at(self) -> str:
        """When the model last changed."""
        return self._get("updatedAt")

    @property
    def user_id(self) -> str | None:
        """The author under its former name.

        Deprecated: Use author_id.
        """
        return self._get("userId")


class ModelArenaScore(View):
    """How people rated the model against others on arena.ai."""

    __slots__ = ()

    @property
    def arena_category(self) -> str:
        """Category of the leaderboard."""
        return self._get("arenaCategory")

    @property
    def arena_model_name(self) -> str:
        """Name of the model there."""
        return self._get("arenaModelName")

    @property
    def fetched_at(self) -> str:
        """When the score was read."""
        return self._get("fetchedAt")

    @property
    def rank(self) -> int:
        """Place in the category."""
        return self._get("rank")

    @property
    def rating(self) -> float:
        """Elo rating."""
        return self._get("rating")

    @property
    def rating_lower(self) -> float:
        """Lower end of the rating's confidence interval."""
        return self._get("ratingLower")

    @property
    def rating_upper(self) -> float:
        """Upper end of the rating's confidence interval."""
        return self._get("ratingUpper")

    @property
    def votes(self) -> int:
        """Number of votes."""
        return self._get("votes")


class ModelClass(View):
    """The subject class that an older model was trained for."""

    __slots__ = ()

    @property
    def category(self) -> str:
        """Slug of the category."""
        return self._get("category")

    @property
    def concept_prompt(self) -> str:
        """Prompt of the concept, with its trigger word."""
        return self._get("conceptPrompt")

    @property
    def model_id(self) -> str:
        """Base model of the class; set on legacy models."""
        return self._get("modelId")

    @property
    def name(self) -> str:
        """Name of the class."""
        return self._get("name")

    @property
    def prompt(self) -> str:
        """Prompt of the class."""
        return self._get("prompt")

    @property
    def slug(self) -> str:
        """Slug of the class."""
        return self._get("slug")

    @property
    def status(self) -> ModelClassStatus:
        """Whether a class is still offered; unpublished ones stay on the models that have them."""
        return self._get("status")

    @property
    def thumbnails(self) -> list[str]:
        """Addresses of example pictures."""
        return self._get("thumbnails")


class ModelConcept(View):
    """A LoRA model and its weight in a composition."""

    __slots__ = ()

    @property
    def model_id(self) -> str:
        """The LoRA model."""
        return self._get("modelId")

    @property
    def scale(self) -> float:
        """Weight of the model; Flux Kontext takes 0 to 2."""
        return self._get("scale")

    @property
    def model_epoch(self) -> str | None:
        """Training epoch to use. Only for Flux LoRA models."""
        return self._get("modelEpoch")


class ModelEnvelope(View):
    """One model under its name."""

    __slots__ = ()

    @property
    def model(self) -> Model:
        """A generative model: one of the platform's, or one trained by a project."""
        return self._view("model", Model)


class ModelEpoch(View):
    """One epoch of a Flux LoRA training."""

    __slots__ = ()

    @property
    def epoch(self) -> str:
        """Hash that names the epoch."""
        return self._get("epoch")

    @property
    def assets(self) -> list[ImageReference] | None:
        """Sample pictures of the epoch, when the training had sample prompts."""
        return self._views("assets", _image_reference)


class ModelInput(View):
    """One input of a `custom` model: a field of the body of `generate.custom`, with its rules. Rules may name inputs
    that the model does not declare.
    """

    __slots__ = ()

    @property
    def name(self) -> str:
        """Key of the input in the body."""
        return self._get("name")

    @property
    def type(self) -> ModelInputType:
        """Data type of an input; the array types take lists."""
        return self._get("type")

    @property
    def allowed_values(self) -> list[Any] | None:
        """The values to choose from: one for text and numbers, several for `string_array`."""
        return self._get("allowedValues")

    @property
    def background_behavior(self) -> ModelInputBackground | None:
        """What an image input does with transparent pixels."""
        return self._get("backgroundBehavior")

    @property
    def color(self) -> bool | None:
        """True when the text is a color. Only for `string`."""
        return self._get("color")

    @property
    def cost_impact(self) -> bool | None:
        """True when the value changes the price."""
        return self._get("costImpact")

    @property
    def default(self) -> Any:
        """Value when the input is left out: a text, a number, a boolean or a list."""
        return self._get("default")

    @property
    def description(self) -> str | None:
        """Explanation of the input, shown to people."""
        return self._get("description")

    @property
    def group(self) -> str | None:
        """Heading under which neighboring inputs are shown together."""
        return self._get("group")

    @property
    def hint(self) -> str | None:
        """Tooltip of the input."""
        return self._get("hint")

    @property
    def inputs(self) -> list[ModelNestedInput] | None:
        """The fields of each element. Only for `inputs_array`."""
        return self._get("inputs")

    @property
    def kind(self) -> AssetKind | None:
        """Kind of file that the input takes. Only for `file` and `file_array`; newer releases always send it."""
        return self._get("kind")

    @property
    def label(self) -> str | None:
        """Caption of the input."""
        return self._get("label")

    @property
    def mask_from(self) -> str | None:
        """Name of the file input that this mask belongs to."""
        return self._get("maskFrom")

    @property
    def max(self) -> float | None:
        """Largest number allowed; the service refuses larger ones. Only for numbers and their arrays."""
        return self._get("max")

    @property
    def max_duration(self) -> float | None:
        """Longest audio or video allowed, in seconds. Only for files."""
        return self._get("maxDuration")

    @property
    def max_length(self) -> int | None:
        """Most characters of a text or model id; for arrays, most elements."""
        return self._get("maxLength")

    @property
    def max_size(self) -> int | None:
        """Largest file allowed, in bytes. Only for files."""
        return self._get("maxSize")

    @property
    def min(self) -> float | None:
        """Smallest number meant; the service was recorded to accept smaller ones. Only for numbers and their arrays."""
        return self._get("min")

    @property
    def min_duration(self) -> float | None:
        """Shortest audio or video allowed, in seconds. Only for files."""
        return self._get("minDuration")

    @property
    def min_length(self) -> int | None:
        """Fewest characters of a text or model id; for arrays, fewest elements."""
        return self._get("minLength")

    @property
    def model_types(self) -> list[ModelType] | None:
        """Types of the models that the input takes. Only for `model` and `model_array`."""
        return self._get("modelTypes")

    @property
    def parent(self) -> bool | None:
        """True when the file becomes the parent of the assets made; for an array, its first file."""
        return self._get("parent")

    @property
    def placeholder(self) -> str | None:
        """Text shown in the empty field. Only for `string`."""
        return self._get("placeholder")

    @property
    def prompt(self) -> bool | None:
        """True when the text is a prompt. Only for `string`."""
        return self._get("prompt")

    @property
    def prompt_spark(self) -> bool | None:
        """True when prompt suggestions are offered for it. Only for `string`."""
        return self._get("promptSpark")

    @property
    def required(self) -> ModelInputRequired | None:
        """When an input must be given; an input without these rules is optional."""
        return self._view("required", ModelInputRequired)

    @property
    def step(self) -> float | None:
        """Distance between two allowed numbers. Recorded steps go below 1, although the reference prints a minimum of
        1.
        """
        return self._get("step")


class ModelInputConditional(View):
    """Makes an input required while other inputs have certain values. Came with SDK 2.3.0; not recorded yet."""

    __slots__ = ()

    @property
    def values(self) -> Any:
        """Names of inputs, each with the values that count."""
        return self._get("values")

    @property
    def operator(self) -> ModelInputConditionOperator | None:
        """Whether all of the conditions must hold or any of them."""
        return self._get("operator")


class ModelInputRequired(View):
    """When an input must be given; an input without these rules is optional. Never a bare boolean."""

    __slots__ = ()

    @property
    def always(self) -> bool | None:
        """True: always."""
        return self._get("always")

    @property
    def conditional(self) -> ModelInputConditional | None:
        """Makes an input required while other inputs have certain values."""
        return self._view("conditional", ModelInputConditional)

    @property
    def conditional_values(self) -> Any:
        """Input names, each with the values that make this input required; the older form of `conditional`.

        Deprecated: Newer releases send conditional.
        """
        return self._get("conditionalValues")

    @property
    def if_defined(self) -> ModelInputRules | None:
        """Required when one of these inputs is given."""
        return self._get("ifDefined")

    @property
    def if_not_defined(self) -> ModelInputRules | None:
        """Required when one of these inputs is not given."""
        return self._get("ifNotDefined")


class ModelList(View):
    """One page of models."""

    __slots__ = ()

    @property
    def models(self) -> list[Model]:
        """The models of this page; rows have neither `inputs` nor `uiConfig`."""
        return self._views("models", Model)

    @property
    def next_pagination_token(self) -> str | None:
        """Hand it back as `paginationToken` for the next page. Absent on the last page."""
        return self._get("nextPaginationToken")


class ModelParameters(View):
    """Settings of a model's training. Nothing in it is required: platform models have it empty. FLUX, SDXL, SD 1.5 and
    voice trainings each use some of the settings.
    """

    __slots__ = ()

    @property
    def age(self) -> str | None:
        """Age group of a voice, for professional cloning."""
        return self._get("age")

    @property
    def batch_size(self) -> int | None:
        """Pictures per training step. Only for Flux LoRA."""
        return self._get("batchSize")

    @property
    def class_prompt(self) -> str | None:
        """Prompt that describes pictures of the same class.

        Deprecated: Legacy training setting; newer trainers do not read it.
        """
        return self._get("classPrompt")

    @property
    def clone_type(self) -> str | None:
        """How a voice is cloned: `instant`, or `professional`, which needs a captcha."""
        return self._get("cloneType")

    @property
    def concept_prompt(self) -> str | None:
        """Prompt that names the subject with its trigger word; empty by default for Flux."""
        return self._get("conceptPrompt")

    @property
    def gender(self) -> str | None:
        """Gender of a voice, for professional cloning."""
        return self._get("gender")

    @property
    def language(self) -> str | None:
        """Language of the audio samples, as an ISO 639-1 code."""
        return self._get("language")

    @property
    def learning_rate(self) -> float | None:
        """Initial learning rate, after any warm-up. Flux starts from 0.0001."""
        return self._get("learningRate")

    @property
    def learning_rate_text_encoder(self) -> float | None:
        """Initial learning rate of the text encoder. Flux LoRA starts from 0.00001 and takes 0.000001 or more."""
        return self._get("learningRateTextEncoder")

    @property
    def learning_rate_unet(self) -> float | None:
        """Initial learning rate of the UNet. Only for SDXL LoRA.

        Deprecated: Legacy training setting; newer trainers do not read it.
        """
        return self._get("learningRateUnet")

    @property
    def lr_scheduler(self) -> LearningRateScheduler | None:
        """How the learning rate changes over the steps."""
        return self._get("lrScheduler")

    @property
    def max_train_steps(self) -> int | None:
        """Most training steps. Flux: up to 10000, by default 100 for each picture."""
        return self._get("maxTrainSteps")

    @property
    def nb_epochs(self) -> int | None:
        """Number of epochs. Only for Flux LoRA."""
        return self._get("nbEpochs")

    @property
    def nb_repeats(self) -> int | None:
        """Number of repeats of the training. Only for Flux LoRA."""
        return self._get("nbRepeats")

    @property
    def num_text_train_steps(self) -> int | None:
        """Training steps of the text encoder. Only for SDXL LoRA.

        Deprecated: Legacy training setting; newer trainers do not read it.
        """
        return self._get("numTextTrainSteps")

    @property
    def num_u_net_train_steps(self) -> int | None:
        """Training steps of the UNet. Only for SDXL LoRA.

        Deprecated: Legacy training setting; newer trainers do not read it.
        """
        return self._get("numUNetTrainSteps")

    @property
    def optimize_for(self) -> TrainingFocus | None:
        """Which transformer blocks a Flux LoRA training changes: those for likeness, all, or none in particular."""
        return self._get("optimizeFor")

    @property
    def prior_loss_weight(self) -> float | None:
        """Weight of the loss that preserves the class.

        Deprecated: Legacy training setting; newer trainers do not read it.
        """
        return self._get("priorLossWeight")

    @property
    def random_crop(self) -> bool | None:
        """True: crop at random instead of around the center, before resizing.

        Deprecated: Legacy training setting; newer trainers do not read it.
        """
        return self._get("randomCrop")

    @property
    def random_crop_ratio(self) -> float | None:
        """Share of pictures that are cropped at random.

        Deprecated: Legacy training setting; newer trainers do not read it.
        """
        return self._get("randomCropRatio")

    @property
    def random_crop_scale(self) -> float | None:
        """Scale of the random crops.

        Deprecated: Legacy training setting; newer trainers do not read it.
        """
        return self._get("randomCropScale")

    @property
    def rank(self) -> int | None:
        """Dimension of the LoRA matrices. Flux: 16, at most 64. Musubi: 64, at most 128."""
        return self._get("rank")

    @property
    def remove_background_noise(self) -> bool | None:
        """True: clean the audio samples first; each must then last 5 seconds or more. Only for voices."""
        return self._get("removeBackgroundNoise")

    @property
    def sample_prompts(self) -> list[str] | None:
        """Prompts to draw at the end of each epoch. Only for Flux LoRA."""
        return self._get("samplePrompts")

    @property
    def sample_source_images(self) -> list[str] | None:
        """Assets that go with `sample_prompts`, one for each. Only for Flux LoRA."""
        return self._get("sampleSourceImages")

    @property
    def scale_lr(self) -> bool | None:
        """Scaling of the learning rate; ignored.

        Deprecated: Legacy training setting; newer trainers do not read it.
        """
        return self._get("scaleLr")

    @property
    def seed(self) -> int | None:
        """Number that makes a training repeatable.

        Deprecated: Legacy training setting; newer trainers do not read it.
        """
        return self._get("seed")

    @property
    def text_encoder_training_ratio(self) -> float | None:
        """Share of the steps that train the text encoder.

        Deprecated: Use num_text_train_steps and num_u_net_train_steps.
        """
        return self._get("textEncoderTrainingRatio")

    @property
    def validation_frequency(self) -> int | None:
        """Steps between two validations; not more than max_train_steps.

        Deprecated: Legacy training setting; newer trainers do not read it.
        """
        return self._get("validationFrequency")

    @property
    def validation_prompt(self) -> str | None:
        """Prompt to validate with.

        Deprecated: Legacy training setting; newer trainers do not read it.
        """
        return self._get("validationPrompt")

    @property
    def voice_description(self) -> str | None:
        """What the voice sounds like. Only for voices."""
        return self._get("voiceDescription")

    @property
    def wandb_key(self) -> str | None:
        """Key of the Weights & Biases account that logs the training."""
        return self._get("wandbKey")


class ModelPerformanceStats(View):
    """Measured cost, speed and quality of a model, by variant."""

    __slots__ = ()

    @property
    def variants(self) -> list[ModelPerformanceVariant]:
        """One entry for each variant."""
        return self._views("variants", ModelPerformanceVariant)

    @property
    def default(self) -> str | None:
        """Key of the variant to compare models by."""
        return self._get("default")


class ModelPerformanceVariant(View):
    """Measurements for one capability at one resolution. Costs are Creative Units, times are seconds, each per asset
    made.
    """

    __slots__ = ()

    @property
    def capability(self) -> str:
        """The kind of generation."""
        return self._get("capability")

    @property
    def computed_at(self) -> str:
        """When the numbers were computed."""
        return self._get("computedAt")

    @property
    def variant_key(self) -> str:
        """Names the variant: capability, and resolution where it has one."""
        return self._get("variantKey")

    @property
    def arena_score(self) -> ModelArenaScore | None:
        """How people rated the model against others on arena.ai."""
        return self._view("arenaScore", ModelArenaScore)

    @property
    def cost_per_asset_max_cu(self) -> float | None:
        """Highest cost."""
        return self._get("costPerAssetMaxCU")

    @property
    def cost_per_asset_min_cu(self) -> float | None:
        """Lowest cost."""
        return self._get("costPerAssetMinCU")

    @property
    def cost_per_asset_p50_cu(self) -> float | None:
        """Median cost."""
        return self._get("costPerAssetP50CU")

    @property
    def inference_latency_p50_sec(self) -> float | None:
        """Median time of the generation alone."""
        return self._get("inferenceLatencyP50Sec")

    @property
    def inference_latency_p75_sec(self) -> float | None:
        """Time of the generation alone that three in four stay below."""
        return self._get("inferenceLatencyP75Sec")

    @property
    def resolution(self) -> str | None:
        """Class of resolution."""
        return self._get("resolution")

    @property
    def total_latency_p50_sec(self) -> float | None:
        """Median time including the queue."""
        return self._get("totalLatencyP50Sec")

    @property
    def total_latency_p75_sec(self) -> float | None:
        """Time including the queue that three in four stay below."""
        return self._get("totalLatencyP75Sec")


class ModelUiConfig(View):
    """How the vendor's web application lays out a model's inputs. Only in the answer of `models.retrieve`, for `custom`
    models.
    """

    __slots__ = ()

    @property
    def input_properties(self) -> UiInputPropertiesMap | None:
        """Layout of inputs, by the name of the input."""
        return self._map("inputProperties", UiInputProperties)

    @property
    def loras_component(self) -> UiLorasComponent | None:
        """Ties the inputs for LoRA models and their weights together."""
        return self._view("lorasComponent", UiLorasComponent)

    @property
    def output_properties(self) -> UiOutputPropertiesMap | None:
        """Captions of a provider's outputs, by the name of the output."""
        return self._map("outputProperties", UiOutputProperties)

    @property
    def presets(self) -> list[UiPreset] | None:
        """Sets of values to choose from."""
        return self._views("presets", UiPreset)

    @property
    def resolution_component(self) -> UiResolutionComponent | None:
        """Ties width and height together and offers common sizes."""
        return self._view("resolutionComponent", UiResolutionComponent)

    @property
    def selects(self) -> UiSelects | None:
        """Captions of allowed values, by the name of the input; recorded as a mapping of value to caption."""
        return self._get("selects")

    @property
    def trigger_generate(self) -> UiTriggerGenerate | None:
        """Where an additional button that starts the generation stands: at a position, or after an input, not both."""
        return self._view("triggerGenerate", UiTriggerGenerate)


class TrainingImage(View):
    """A picture that a model was trained on."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Id of the picture, an asset."""
        return self._get("id")

    @property
    def automatic_captioning(self) -> str:
        """Caption made by the platform."""
        return self._get("automaticCaptioning")

    @property
    def created_at(self) -> str:
        """When the picture was uploaded."""
        return self._get("createdAt")

    @property
    def description(self) -> str:
        """Caption used for the training."""
        return self._get("description")

    @property
    def download_url(self) -> str:
        """Address of the picture."""
        return self._get("downloadUrl")

    @property
    def name(self) -> str:
        """Name of the uploaded file."""
        return self._get("name")


class TrainingImagePair(View):
    """Two training pictures and the edit that leads from one to the other."""

    __slots__ = ()

    @property
    def instruction(self) -> str | None:
        """The edit, in words."""
        return self._get("instruction")

    @property
    def source_id(self) -> str | None:
        """Asset before the edit."""
        return self._get("sourceId")

    @property
    def target_id(self) -> str | None:
        """Asset after the edit."""
        return self._get("targetId")


class TrainingProgress(View):
    """How far a training is. Empty on every recorded platform model, so nothing in it is required."""

    __slots__ = ()

    @property
    def stage(self) -> TrainingStage | None:
        """Step of a training."""
        return self._get("stage")

    @property
    def updated_at(self) -> int | None:
        """When the progress last changed, in milliseconds since 1970."""
        return self._get("updatedAt")

    @property
    def captcha_image_url(self) -> str | None:
        """Signed address of the captcha to read aloud; only in stage `pending-captcha`."""
        return self._get("captchaImageUrl")

    @property
    def position(self) -> int | None:
        """Number of trainings ahead in the queue."""
        return self._get("position")

    @property
    def progress(self) -> float | None:
        """Share of the training that is done."""
        return self._get("progress")

    @property
    def remaining_time_ms(self) -> float | None:
        """Expected time to the end, in milliseconds."""
        return self._get("remainingTimeMs")

    @property
    def retryable_error(self) -> str | None:
        """Why the voice training went back to `ready-for-captcha`, for people."""
        return self._get("retryableError")

    @property
    def retry_count(self) -> int | None:
        """Failed attempts in a row; the model fails when the platform's limit is reached."""
        return self._get("retryCount")

    @property
    def started_at(self) -> int | None:
        """When the training started, in milliseconds since 1970."""
        return self._get("startedAt")


class TrainingStats(View):
    """When a training ran and for how long."""

    __slots__ = ()

    @property
    def ended_at(self) -> str | None:
        """When the training ended."""
        return self._get("endedAt")

    @property
    def queue_duration(self) -> float | None:
        """Time in the queue, in seconds."""
        return self._get("queueDuration")

    @property
    def started_at(self) -> str | None:
        """When the training started."""
        return self._get("startedAt")

    @property
    def train_duration(self) -> float | None:
        """Time of the training itself, in seconds."""
        return self._get("trainDuration")


class UiInputProperties(View):
    """Layout of one input."""

    __slots__ = ()

    @property
    def collapsed(self) -> bool | None:
        """True when the input starts folded."""
        return self._get("collapsed")


class UiLorasComponent(View):
    """Ties the inputs for LoRA models and their weights together."""

    __slots__ = ()

    @property
    def label(self) -> str:
        """Caption of the control."""
        return self._get("label")

    @property
    def model_input(self) -> str:
        """The `model_array` input that takes the LoRA models."""
        return self._get("modelInput")

    @property
    def scale_input(self) -> str:
        """The `number_array` input that takes the weights."""
        return self._get("scaleInput")

    @property
    def model_id_input(self) -> str | None:
        """The `model` input that takes one LoRA or composition and fills the two others."""
        return self._get("modelIdInput")


class UiOutputProperties(View):
    """Caption of one output."""

    __slots__ = ()

    @property
    def label(self) -> str:
        """The caption."""
        return self._get("label")


class UiPreset(View):
    """Sets of values for some inputs, to be chosen by name."""

    __slots__ = ()

    @property
    def fields(self) -> list[str]:
        """The inputs that the presets set."""
        return self._get("fields")

    @property
    def presets(self) -> Any:
        """The sets of values."""
        return self._get("presets")


class UiResolutionComponent(View):
    """Ties width and height together and offers common sizes."""

    __slots__ = ()

    @property
    def height_input(self) -> str:
        """The input that takes the height."""
        return self._get("heightInput")

    @property
    def label(self) -> str:
        """Caption of the control."""
        return self._get("label")

    @property
    def presets(self) -> list[UiResolutionPreset]:
        """Sizes to choose from."""
        return self._views("presets", UiResolutionPreset)

    @property
    def width_input(self) -> str:
        """The input that takes the width."""
        return self._get("widthInput")


class UiResolutionPreset(View):
    """A size. Only the caption is sure: a recorded one is just labeled Auto."""

    __slots__ = ()

    @property
    def height(self) -> int | None:
        """Height in pixels."""
        return self._get("height")

    @property
    def label(self) -> str:
        """Caption of the size."""
        return self._get("label")

    @property
    def width(self) -> int | None:
        """Width in pixels."""
        return self._get("width")


class UiTriggerGenerate(View):
    """Where an additional button that starts the generation stands: at a position, or after an input, not both."""

    __slots__ = ()

    @property
    def label(self) -> str:
        """Caption of the button."""
        return self._get("label")

    @property
    def after(self) -> str | None:
        """The input that the button follows."""
        return self._get("after")

    @property
    def position(self) -> UiTriggerPosition | None:
        """End of the form that the button stands at."""
        return self._get("position")
