"""Types of assets. The pictures, videos, sounds, 3D files and texts that were uploaded or generated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from .._runtime.view import View

if TYPE_CHECKING:
    from .common import ImageReference, Privacy
    from .jobs import Job
    from .models import ModelConcept, ModelType


__all__ = [
    "ASSET_AUDIO_CLASS_VALUES",
    "ASSET_CAMERA_MODE_VALUES",
    "ASSET_EDIT_CAPABILITY_VALUES",
    "ASSET_IMAGE_TYPE_VALUES",
    "ASSET_INPUT_FIDELITY_VALUES",
    "ASSET_INPUT_LOCATION_VALUES",
    "ASSET_KIND_VALUES",
    "ASSET_MODALITY_VALUES",
    "ASSET_ORIGINAL_MIME_TYPE_VALUES",
    "ASSET_QUALITY_GATE_SENSITIVITY_VALUES",
    "ASSET_QUALITY_GATE_STATUS_VALUES",
    "ASSET_QUALITY_GATE_VERDICT_VALUES",
    "ASSET_SORT_KEY_VALUES",
    "ASSET_SOURCE_VALUES",
    "ASSET_STATUS_VALUES",
    "ASSET_STYLE_VALUES",
    "ASSET_TYPE_FILTER_VALUES",
    "ASSET_TYPE_VALUES",
    "Asset",
    "AssetAudioClass",
    "AssetCameraKeyframe",
    "AssetCameraMode",
    "AssetEditCapability",
    "AssetEnvelope",
    "AssetImageType",
    "AssetInputFidelity",
    "AssetInputLocation",
    "AssetKind",
    "AssetList",
    "AssetMetadata",
    "AssetModality",
    "AssetOriginalMimeType",
    "AssetProperties",
    "AssetQualityGate",
    "AssetQualityGateDetails",
    "AssetQualityGateDimension",
    "AssetQualityGateSensitivity",
    "AssetQualityGateStatus",
    "AssetQualityGateVerdict",
    "AssetSortKey",
    "AssetSource",
    "AssetStatus",
    "AssetStyle",
    "AssetTranscription",
    "AssetType",
    "AssetTypeFilter",
    "AssetUploadResult",
    "BulkAssets",
]

AssetAudioClass = (
    Literal[
        "effect",
        "interview",
        "music",
        "other",
        "sound",
        "speech",
        "text",
        "unknown",
    ]
    | str
)
"""What kind of sound it is."""

ASSET_AUDIO_CLASS_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetAudioClass)[0]))
"""Every word of AssetAudioClass that was ever known."""

AssetCameraMode = (
    Literal[
        "aerial",
        "interior",
        "turntable",
    ]
    | str
)
"""How the camera should move in the preview of a splat."""

ASSET_CAMERA_MODE_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetCameraMode)[0]))
"""Every word of AssetCameraMode that was ever known."""

AssetEditCapability = (
    Literal[
        "DETECTION",
        "GENERATIVE_FILL",
        "PIXELATE",
        "PROMPT_EDITING",
        "REFINE",
        "REFRAME",
        "REMOVE_BACKGROUND",
        "SEGMENTATION",
        "UPSCALE",
        "UPSCALE_360",
        "VECTORIZATION",
    ]
    | str
)
"""An edit that the service can make to an asset."""

ASSET_EDIT_CAPABILITY_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetEditCapability)[0]))
"""Every word of AssetEditCapability that was ever known."""

AssetImageType = (
    Literal[
        "seamfull",
        "skybox",
        "texture",
    ]
    | str
)
"""Seamless property of the picture that an upscale kept."""

ASSET_IMAGE_TYPE_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetImageType)[0]))
"""Every word of AssetImageType that was ever known."""

AssetInputFidelity = (
    Literal[
        "high",
        "low",
    ]
    | str
)
"""How closely details of the input pictures were kept; gpt-image-1 only."""

ASSET_INPUT_FIDELITY_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetInputFidelity)[0]))
"""Every word of AssetInputFidelity that was ever known."""

AssetInputLocation = (
    Literal[
        "bottom",
        "left",
        "middle",
        "right",
        "top",
    ]
    | str
)
"""Where the input picture stands in the output."""

ASSET_INPUT_LOCATION_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetInputLocation)[0]))
"""Every word of AssetInputLocation that was ever known."""

AssetKind = (
    Literal[
        "3d",
        "audio",
        "document",
        "image",
        "image-hdr",
        "json",
        "text",
        "video",
    ]
    | str
)
"""The family of file that an asset or a file input is. `text` came with SDK 1.0.0."""

ASSET_KIND_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetKind)[0]))
"""Every word of AssetKind that was ever known."""

AssetModality = (
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
"""What a detection looked for."""

ASSET_MODALITY_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetModality)[0]))
"""Every word of AssetModality that was ever known."""

AssetOriginalMimeType = (
    Literal[
        "application/gzip",
        "application/json",
        "application/octet-stream",
        "application/pdf",
        "application/safetensors",
        "application/vnd.autodesk.fbx",
        "application/x-authorware-bin",
        "application/x-zip-compressed",
        "application/x.autodesk.fbx",
        "application/zip",
        "audio/flac",
        "audio/m4a",
        "audio/mpeg",
        "audio/ogg",
        "audio/wav",
        "image/aces",
        "image/avif",
        "image/bmp",
        "image/gif",
        "image/heic",
        "image/jpeg",
        "image/png",
        "image/svg+xml",
        "image/tiff",
        "image/vnd.radiance",
        "image/webp",
        "image/x-exr",
        "model/glb",
        "model/gltf+json",
        "model/gltf-binary",
        "model/ksplat",
        "model/mtl",
        "model/obj",
        "model/ply",
        "model/sog",
        "model/splat",
        "model/spz",
        "model/stl",
        "model/vnd.collada+xml",
        "model/vnd.ms-package.3dmanufacturing-3dmodel+xml",
        "model/vnd.usdz+zip",
        "model/x-3d-vox",
        "model/x-blender",
        "model/x-fbx",
        "model/x-maya-ascii",
        "model/x-maya-binary",
        "model/x-vsplat",
        "model/x3d+xml",
        "text/plain",
        "video/mp4",
        "video/quicktime",
        "video/webm",
    ]
    | str
)
"""Media type of the file behind `originalFileUrl`, whose address has no extension; absent when it is not known."""

ASSET_ORIGINAL_MIME_TYPE_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetOriginalMimeType)[0]))
"""Every word of AssetOriginalMimeType that was ever known."""

AssetQualityGateSensitivity = (
    Literal[
        "high",
        "low",
        "medium",
    ]
    | str
)
"""How strict the quality check was."""

ASSET_QUALITY_GATE_SENSITIVITY_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetQualityGateSensitivity)[0]))
"""Every word of AssetQualityGateSensitivity that was ever known."""

AssetQualityGateStatus = (
    Literal[
        "error",
        "scored",
    ]
    | str
)
"""Whether the quality check succeeded."""

ASSET_QUALITY_GATE_STATUS_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetQualityGateStatus)[0]))
"""Every word of AssetQualityGateStatus that was ever known."""

AssetQualityGateVerdict = (
    Literal[
        "fail",
        "pass",
        "warn",
    ]
    | str
)
"""What the quality check decided."""

ASSET_QUALITY_GATE_VERDICT_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetQualityGateVerdict)[0]))
"""Every word of AssetQualityGateVerdict that was ever known."""

AssetSortKey = (
    Literal[
        "createdAt",
        "updatedAt",
    ]
    | str
)
"""What a list of assets can be sorted by."""

ASSET_SORT_KEY_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetSortKey)[0]))
"""Every word of AssetSortKey that was ever known."""

AssetSource = (
    Literal[
        "3d23d",
        "3d23d:texture",
        "3d:texture",
        "3d:texture:albedo",
        "3d:texture:metallic",
        "3d:texture:mtl",
        "3d:texture:normal",
        "3d:texture:roughness",
        "audio2audio",
        "audio2txt",
        "audio2video",
        "background-removal",
        "canvas",
        "canvas-drawing",
        "canvas-export",
        "detection",
        "generative-fill",
        "image-prompt-editing",
        "img23d",
        "img2img",
        "img2splat",
        "img2txt",
        "img2video",
        "inference-control-net",
        "inference-control-net-img",
        "inference-control-net-inpainting",
        "inference-control-net-inpainting-ip-adapter",
        "inference-control-net-ip-adapter",
        "inference-control-net-reference",
        "inference-control-net-texture",
        "inference-img",
        "inference-img-ip-adapter",
        "inference-img-texture",
        "inference-in-paint",
        "inference-in-paint-ip-adapter",
        "inference-reference",
        "inference-reference-texture",
        "inference-txt",
        "inference-txt-ip-adapter",
        "inference-txt-texture",
        "patch",
        "pixelization",
        "reframe",
        "restyle",
        "segment",
        "segmentation-image",
        "segmentation-mask",
        "skybox-3d",
        "skybox-base-360",
        "skybox-hdri",
        "texture",
        "texture:albedo",
        "texture:ao",
        "texture:edge",
        "texture:height",
        "texture:metallic",
        "texture:normal",
        "texture:smoothness",
        "txt23d",
        "txt2audio",
        "txt2img",
        "txt2txt",
        "txt2video",
        "unknown",
        "uploaded",
        "uploaded-3d",
        "uploaded-audio",
        "uploaded-avatar",
        "uploaded-text",
        "uploaded-video",
        "upscale",
        "upscale-skybox",
        "upscale-texture",
        "upscale-video",
        "vectorization",
        "video23d",
        "video2audio",
        "video2img",
        "video2txt",
        "video2video",
        "voice-clone",
    ]
    | str
)
"""How an asset came to be, in the older words of the row: 52 of the 81 are those of `AssetType`, the others differ, for
example `inference-txt` for `inference-txt2img` and `texture:height` for `texture-height`.
"""

ASSET_SOURCE_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetSource)[0]))
"""Every word of AssetSource that was ever known."""

AssetStatus = (
    Literal[
        "error",
        "pending",
        "success",
    ]
    | str
)
"""Whether the file is there: still to come, there, or failed."""

ASSET_STATUS_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetStatus)[0]))
"""Every word of AssetStatus that was ever known."""

AssetStyle = (
    Literal[
        "3d-cartoon",
        "3d-rendered",
        "anime",
        "cartoon",
        "cinematic",
        "claymation",
        "cloud-skydome",
        "comic",
        "cyberpunk",
        "enchanted",
        "fantasy",
        "ink",
        "manga",
        "manga-color",
        "minimalist",
        "neon-tron",
        "oil-painting",
        "pastel",
        "photo",
        "photography",
        "psychedelic",
        "retro-fantasy",
        "scifi-concept-art",
        "space",
        "standard",
        "whimsical",
    ]
    | str
)
"""Style preset of an upscale or a skybox."""

ASSET_STYLE_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetStyle)[0]))
"""Every word of AssetStyle that was ever known."""

AssetType = (
    Literal[
        "inference-txt2img",
        "inference-txt2img-ip-adapter",
        "inference-txt2img-texture",
        "inference-img2img",
        "inference-img2img-ip-adapter",
        "inference-img2img-texture",
        "inference-inpaint",
        "inference-inpaint-ip-adapter",
        "inference-reference",
        "inference-reference-texture",
        "inference-controlnet",
        "inference-controlnet-ip-adapter",
        "inference-controlnet-img2img",
        "inference-controlnet-reference",
        "inference-controlnet-inpaint",
        "inference-controlnet-inpaint-ip-adapter",
        "inference-controlnet-texture",
        "background-removal",
        "canvas",
        "canvas-export",
        "canvas-drawing",
        "detection",
        "patch",
        "pixelization",
        "upscale",
        "upscale-texture",
        "upscale-skybox",
        "vectorization",
        "segment",
        "segmentation-image",
        "segmentation-mask",
        "skybox-base-360",
        "skybox-hdri",
        "skybox-3d",
        "restyle",
        "reframe",
        "generative-fill",
        "texture",
        "texture-height",
        "texture-normal",
        "texture-smoothness",
        "texture-metallic",
        "texture-edge",
        "texture-ao",
        "texture-albedo",
        "image-prompt-editing",
        "unknown",
        "img23d",
        "txt23d",
        "video23d",
        "3d23d",
        "img2splat",
        "3d23d-texture",
        "3d-texture",
        "3d-texture-mtl",
        "3d-texture-albedo",
        "3d-texture-normal",
        "3d-texture-roughness",
        "3d-texture-metallic",
        "img2video",
        "txt2audio",
        "audio2audio",
        "audio2video",
        "video2audio",
        "voice-clone",
        "video2video",
        "video2img",
        "txt2img",
        "img2img",
        "txt2video",
        "uploaded",
        "uploaded-video",
        "uploaded-audio",
        "uploaded-3d",
        "uploaded-avatar",
        "upscale-video",
        "uploaded-text",
        "audio2txt",
        "txt2txt",
        "img2txt",
        "video2txt",
    ]
    | str
)
"""How an asset came to be, as its metadata says it, for example `inference-txt2img` or `uploaded`."""

ASSET_TYPE_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetType)[0]))
"""Every word of AssetType that was ever known."""

AssetTypeFilter = (
    Literal[
        "inference-txt2img",
        "inference-txt2img-ip-adapter",
        "inference-txt2img-texture",
        "inference-img2img",
        "inference-img2img-ip-adapter",
        "inference-img2img-texture",
        "inference-inpaint",
        "inference-inpaint-ip-adapter",
        "inference-reference",
        "inference-reference-texture",
        "inference-controlnet",
        "inference-controlnet-ip-adapter",
        "inference-controlnet-img2img",
        "inference-controlnet-reference",
        "inference-controlnet-inpaint",
        "inference-controlnet-inpaint-ip-adapter",
        "inference-controlnet-texture",
        "background-removal",
        "canvas",
        "canvas-export",
        "canvas-drawing",
        "detection",
        "patch",
        "pixelization",
        "upscale",
        "upscale-texture",
        "upscale-skybox",
        "vectorization",
        "segment",
        "segmentation-image",
        "segmentation-mask",
        "skybox-base-360",
        "skybox-hdri",
        "skybox-3d",
        "restyle",
        "reframe",
        "generative-fill",
        "texture",
        "texture-height",
        "texture-normal",
        "texture-smoothness",
        "texture-metallic",
        "texture-edge",
        "texture-ao",
        "texture-albedo",
        "image-prompt-editing",
        "unknown",
        "img23d",
        "txt23d",
        "video23d",
        "3d23d",
        "img2splat",
        "3d23d-texture",
        "3d-texture",
        "3d-texture-mtl",
        "3d-texture-albedo",
        "3d-texture-normal",
        "3d-texture-roughness",
        "3d-texture-metallic",
        "img2video",
        "txt2audio",
        "audio2audio",
        "audio2video",
        "video2audio",
        "voice-clone",
        "video2video",
        "video2img",
        "txt2img",
        "img2img",
        "txt2video",
        "uploaded",
        "uploaded-video",
        "uploaded-audio",
        "uploaded-3d",
        "uploaded-avatar",
        "upscale-video",
        "uploaded-text",
        "audio2txt",
        "txt2txt",
        "img2txt",
        "video2txt",
    ]
    | str
)
"""The ways to come to be that a list of assets can be filtered by."""

ASSET_TYPE_FILTER_VALUES: frozenset[str] = frozenset(get_args(get_args(AssetTypeFilter)[0]))
"""Every word of AssetTypeFilter that was ever known."""


def _image_reference() -> type[ImageReference]:
    from .common import ImageReference

    return ImageReference


def _job() -> type[Job]:
    from .jobs import Job

    return Job


def _model_concept() -> type[ModelConcept]:
    from .models import ModelConcept

    return ModelConcept


class Asset(View):
    """A file with what is known about it: a picture, video, sound, 3D model or text, uploaded or generated. Lists, bulk
    reads, uploads and reads by id send the same shape; `embedding` and `quality_gate.details` come on request only.
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Id of the asset."""
        return self._get("id")

    @property
    def kind(self) -> AssetKind:
        """The family of file that an asset or a file input is."""
        return self._get("kind")

    @property
    def status(self) -> AssetStatus:
        """Whether the file is there: still to come, there, or failed."""
        return self._get("status")

    @property
    def source(self) -> AssetSource:
        """How an asset came to be, in the older words of the row: 52 of the 81 are those of `AssetType`, the others
        differ, for example `inference-txt` for `inference-txt2img` and `texture:height` for `texture-height`.
        """
        return self._get("source")

    @property
    def privacy(self) -> Privacy:
        """Who can see it: only its project (`private`), everybody (`public`), or everybody who has its id
        (`unlisted`).
        """
        return self._get("privacy")

    @property
    def url(self) -> str:
        """Address of the file; signed, so keep its query as it is."""
        return self._get("url")

    @property
    def mime_type(self) -> str:
        """Media type of the file behind `url`."""
        return self._get("mimeType")

    @property
    def metadata(self) -> AssetMetadata:
        """What the asset was made with: the inputs of the tool that made it, under that tool's names, and where it
        descends from.
        """
        return self._view("metadata", AssetMetadata)

    @property
    def properties(self) -> AssetProperties:
        """What can be measured in the file."""
        return self._view("properties", AssetProperties)

    @property
    def author_id(self) -> str:
        """Who made it: a user, or the API key that was used."""
        return self._get("authorId")

    @property
    def owner_id(self) -> str:
        """The project that owns it; a team in older rows."""
        return self._get("ownerId")

    @property
    def created_at(self) -> str:
        """When it was created."""
        return self._get("createdAt")

    @property
    def updated_at(self) -> str:
        """When it last changed."""
        return self._get("updatedAt")

    @property
    def deleted_at(self) -> str | None:
        """When it was deleted; only in lists of deleted assets."""
        return self._get("deletedAt")

    @property
    def tags(self) -> list[str]:
        """Tags that people gave it."""
        return self._get("tags")

    @property
    def collection_ids(self) -> list[str]:
        """Collections that hold it."""
        return self._get("collectionIds")

    @property
    def edit_capabilities(self) -> list[AssetEditCapability]:
        """Edits that the service can make to it."""
        return self._get("editCapabilities")

    @property
    def description(self) -> str | None:
        """Words for it: written by hand if any, else made for a training, else made automatically."""
        return self._get("description")

    @property
    def automatic_captioning(self) -> str | None:
        """The automatic description."""
        return self._get("automaticCaptioning")

    @property
    def nsfw(self) -> list[str] | None:
        """Labels of content that is not safe for work; empty when none was found."""
        return self._get("nsfw")

    @property
    def is_hidden(self) -> bool | None:
        """Whether it is left out of the views of the web application."""
        return self._get("isHidden")

    @property
    def output_index(self) -> int | None:
        """Which output of its job it is, counted from 0."""
        return self._get("outputIndex")

    @property
    def embedding(self) -> list[float] | None:
        """Vector of the asset, when asked for with `withEmbedding` and when its kind can have one."""
        return self._get("embedding")

    @property
    def preview(self) -> ImageReference | None:
        """Picture that stands for the asset at reading size."""
        return self._view("preview", _image_reference)

    @property
    def thumbnail(self) -> ImageReference | None:
        """Small picture that stands for the asset."""
        return self._view("thumbnail", _image_reference)

    @property
    def first_frame(self) -> ImageReference | None:
        """First frame of a video."""
        return self._view("firstFrame", _image_reference)

    @property
    def last_frame(self) -> ImageReference | None:
        """Last frame of a video."""
        return self._view("lastFrame", _image_reference)

    @property
    def original_file_url(self) -> str | None:
        """Address of the unconverted file, for videos, sounds and 3D files that were replaced on creation."""
        return self._get("originalFileUrl")

    @property
    def original_mime_type(self) -> AssetOriginalMimeType | None:
        """Media type of the file behind `originalFileUrl`, whose address has no extension; absent when it is not
        known.
        """
        return self._get("originalMimeType")

    @property
    def quality_gate(self) -> AssetQualityGate | None:
        """Result of the quality check, which runs after the generation."""
        return self._view("qualityGate", AssetQualityGate)


class AssetCameraKeyframe(View):
    """A camera position on the path of a preview; one alone means a still view."""

    __slots__ = ()

    @property
    def position(self) -> list[float]:
        """Where the camera is, in the splat's own coordinates."""
        return self._get("position")

    @property
    def target(self) -> list[float]:
        """Where the camera looks, in the splat's own coordinates."""
        return self._get("target")

    @property
    def fov(self) -> float | None:
        """Vertical field of view, in degrees; the renderer assumes 50."""
        return self._get("fov")


class AssetEnvelope(View):
    """One asset under its name."""

    __slots__ = ()

    @property
    def asset(self) -> Asset:
        """A file with what is known about it: a picture, video, sound, 3D model or text, uploaded or generated."""
        return self._view("asset", Asset)


class AssetList(View):
    """A page of assets. Only a missing token says that there are no more."""

    __slots__ = ()

    @property
    def assets(self) -> list[Asset]:
        """The assets of this page."""
        return self._views("assets", Asset)

    @property
    def next_pagination_token(self) -> str | None:
        """Token of the next page; absent on the last one."""
        return self._get("nextPaginationToken")


class AssetMetadata(View):
    """What the asset was made with: the inputs of the tool that made it, under that tool's names, and where it descends
    from. Only `kind` and `type` are always there.
    """

    __slots__ = ()

    @property
    def kind(self) -> AssetKind:
        """The family of file that an asset or a file input is."""
        return self._get("kind")

    @property
    def type(self) -> AssetType:
        """How an asset came to be, as its metadata says it, for example `inference-txt2img` or `uploaded`."""
        return self._get("type")

    @property
    def angular(self) -> float | None:
        """Angularity of the surface: 0 is a sphere, 1 a machine part."""
        return self._get("angular")

    @property
    def aspect_ratio(self) -> str | None:
        """Aspect ratio that was asked for."""
        return self._get("aspectRatio")

    @property
    def background_opacity(self) -> float | None:
        """Opacity of the background of a segmentation."""
        return self._get("backgroundOpacity")

    @property
    def base_model_id(self) -> str | None:
        """Base model, when the run replaced it."""
        return self._get("baseModelId")

    @property
    def bbox(self) -> list[float] | None:
        """Box around the object of interest: x1, y1, x2, y2."""
        return self._get("bbox")

    @property
    def better_quality(self) -> bool | None:
        """Whether quality was preferred to speed."""
        return self._get("betterQuality")

    @property
    def canny_structure_image(self) -> str | None:
        """Asset with edges that were already detected."""
        return self._get("cannyStructureImage")

    @property
    def clustering(self) -> bool | None:
        """Whether colors were clustered."""
        return self._get("clustering")

    @property
    def color_correction(self) -> bool | None:
        """Whether upscaled tiles kept the color histogram of the original."""
        return self._get("colorCorrection")

    @property
    def color_mode(self) -> str | None:
        """Color mode of a vectorization."""
        return self._get("colorMode")

    @property
    def color_precision(self) -> float | None:
        """Color precision of a vectorization."""
        return self._get("colorPrecision")

    @property
    def concepts(self) -> list[ModelConcept] | None:
        """LoRA models that styled the picture."""
        return self._views("concepts", _model_concept)

    @property
    def contours(self) -> list[list[list[list[float]]]] | None:
        """Outlines of the segments, one list for each mask."""
        return self._get("contours")

    @property
    def control_end(self) -> float | None:
        """Step at which the control ended."""
        return self._get("controlEnd")

    @property
    def copied_at(self) -> str | None:
        """When the asset was copied into the project."""
        return self._get("copiedAt")

    @property
    def corner_threshold(self) -> float | None:
        """Angle from which a vectorization draws a corner."""
        return self._get("cornerThreshold")

    @property
    def creativity(self) -> float | None:
        """How much an upscale may invent."""
        return self._get("creativity")

    @property
    def creativity_decay(self) -> float | None:
        """How fast that freedom falls during an upscale."""
        return self._get("creativityDecay")

    @property
    def default_parameters(self) -> bool | None:
        """Whether the tool ran with its own parameters."""
        return self._get("defaultParameters")

    @property
    def depth_fidelity(self) -> float | None:
        """How closely the depth picture was followed."""
        return self._get("depthFidelity")

    @property
    def depth_image(self) -> str | None:
        """Asset that the depth estimate gave."""
        return self._get("depthImage")

    @property
    def details_level(self) -> float | None:
        """Details to add, or to remove when below 0."""
        return self._get("detailsLevel")

    @property
    def dilate(self) -> float | None:
        """By how much a mask was widened."""
        return self._get("dilate")

    @property
    def factor(self) -> float | None:
        """Contrast of a grayscale detection."""
        return self._get("factor")

    @property
    def file_name(self) -> str | None:
        """Name under which the files of its parent refer to it, kept as delivered."""
        return self._get("fileName")

    @property
    def filter_speckle(self) -> float | None:
        """Size below which a vectorization drops specks."""
        return self._get("filterSpeckle")

    @property
    def fractality(self) -> float | None:
        """Scale of an upscale: small is coherent, slow and dear, large adds more details."""
        return self._get("fractality")

    @property
    def geometry_enforcement(self) -> float | None:
        """Extra control over the geometry of a skybox."""
        return self._get("geometryEnforcement")

    @property
    def guidance(self) -> float | None:
        """Guidance of the generation."""
        return self._get("guidance")

    @property
    def half_mode(self) -> bool | None:
        """Whether the half mode of the tool was on."""
        return self._get("halfMode")

    @property
    def hdr(self) -> float | None:
        """Strength of the high dynamic range effect."""
        return self._get("hdr")

    @property
    def height(self) -> int | None:
        """Height, in pixels."""
        return self._get("height")

    @property
    def high_threshold(self) -> float | None:
        """Upper threshold of the Canny detector."""
        return self._get("highThreshold")

    @property
    def horizontal_expansion_ratio(self) -> float | None:
        """Horizontal expansion; deprecated by the vendor.

        Deprecated: The vendor marks it deprecated and names nothing instead.
        """
        return self._get("horizontalExpansionRatio")

    @property
    def image(self) -> str | None:
        """Picture that was worked on: an asset or a data URL."""
        return self._get("image")

    @property
    def image_fidelity(self) -> float | None:
        """How closely an upscale kept to the original."""
        return self._get("imageFidelity")

    @property
    def image_type(self) -> AssetImageType | None:
        """Seamless property of the picture that an upscale kept."""
        return self._get("imageType")

    @property
    def inference_id(self) -> str | None:
        """The inference that made the picture."""
        return self._get("inferenceId")

    @property
    def input_fidelity(self) -> AssetInputFidelity | None:
        """How closely details of the input pictures were kept; gpt-image-1 only."""
        return self._get("inputFidelity")

    @property
    def input_location(self) -> AssetInputLocation | None:
        """Where the input picture stands in the output."""
        return self._get("inputLocation")

    @property
    def invert(self) -> bool | None:
        """Whether the relief was inverted."""
        return self._get("invert")

    @property
    def keeps_file_names(self) -> bool | None:
        """Whether references between the files of a 3D model were kept as delivered."""
        return self._get("keepsFileNames")

    @property
    def keypoint_threshold(self) -> float | None:
        """Threshold for keypoints."""
        return self._get("keypointThreshold")

    @property
    def layer_difference(self) -> float | None:
        """Color distance between the layers of a vectorization."""
        return self._get("layerDifference")

    @property
    def length_threshold(self) -> float | None:
        """Shortest segment of a vectorization."""
        return self._get("lengthThreshold")

    @property
    def lock_expires_at(self) -> str | None:
        """When the lock on the canvas ends."""
        return self._get("lockExpiresAt")

    @property
    def low_threshold(self) -> float | None:
        """Lower threshold of the Canny detector."""
        return self._get("lowThreshold")

    @property
    def mask(self) -> str | None:
        """Mask that was used: an asset or a data URL."""
        return self._get("mask")

    @property
    def max_iterations(self) -> int | None:
        """Most iterations of a vectorization."""
        return self._get("maxIterations")

    @property
    def max_threshold(self) -> float | None:
        """Upper threshold of a grayscale conversion."""
        return self._get("maxThreshold")

    @property
    def min_threshold(self) -> float | None:
        """Lower threshold of a grayscale conversion."""
        return self._get("minThreshold")

    @property
    def modality(self) -> AssetModality | None:
        """What a detection looked for."""
        return self._get("modality")

    @property
    def mode(self) -> str | None:
        """Mode of the tool."""
        return self._get("mode")

    @property
    def model_id(self) -> str | None:
        """The model that made it."""
        return self._get("modelId")

    @property
    def model_type(self) -> ModelType | None:
        """Family of a model: what it was trained on and which endpoint runs it."""
        return self._get("modelType")

    @property
    def name(self) -> str | None:
        """Name of the asset, for example that of the uploaded file."""
        return self._get("name")

    @property
    def nb_masks(self) -> int | None:
        """Number of masks."""
        return self._get("nbMasks")

    @property
    def negative_prompt(self) -> str | None:
        """What the generation should avoid."""
        return self._get("negativePrompt")

    @property
    def negative_prompt_strength(self) -> float | None:
        """Weight of the negative prompt; 0 is none."""
        return self._get("negativePromptStrength")

    @property
    def num_inference_steps(self) -> int | None:
        """Denoising steps for each picture."""
        return self._get("numInferenceSteps")

    @property
    def num_outputs(self) -> int | None:
        """Outputs that were asked for."""
        return self._get("numOutputs")

    @property
    def original_asset_id(self) -> str | None:
        """The asset that this one is a copy of."""
        return self._get("originalAssetId")

    @property
    def output_index(self) -> int | None:
        """Which output of its job it is, counted from 0."""
        return self._get("outputIndex")

    @property
    def overlap_percentage(self) -> float | None:
        """Overlap of the parts of the output."""
        return self._get("overlapPercentage")

    @property
    def override_embeddings(self) -> bool | None:
        """Whether the prompts alone counted, without the model's own embeddings."""
        return self._get("overrideEmbeddings")

    @property
    def parent_id(self) -> str | None:
        """The asset that this one was made from."""
        return self._get("parentId")

    @property
    def parent_job_id(self) -> str | None:
        """The job that made it."""
        return self._get("parentJobId")

    @property
    def path_precision(self) -> float | None:
        """Decimal places of the paths of a vectorization."""
        return self._get("pathPrecision")

    @property
    def points(self) -> list[list[float]] | None:
        """Points that guided a segmentation."""
        return self._get("points")

    @property
    def polished(self) -> float | None:
        """Polish of the surface: 0 is rough, 1 a mirror."""
        return self._get("polished")

    @property
    def preset(self) -> str | None:
        """Preset of the tool."""
        return self._get("preset")

    @property
    def progress_percent(self) -> float | None:
        """How far the asset is, in percent."""
        return self._get("progressPercent")

    @property
    def prompt(self) -> str | None:
        """The prompt that it was made with."""
        return self._get("prompt")

    @property
    def prompt_fidelity(self) -> float | None:
        """How closely an upscale kept to the prompt."""
        return self._get("promptFidelity")

    @property
    def raised(self) -> float | None:
        """Relief of the surface: 0 is still water, 1 very rough rock."""
        return self._get("raised")

    @property
    def reference_images(self) -> list[str] | None:
        """Pictures that guided the generation or the edit."""
        return self._get("referenceImages")

    @property
    def refinement_steps(self) -> int | None:
        """Refinements before, or instead of, scaling."""
        return self._get("refinementSteps")

    @property
    def remove_background(self) -> bool | None:
        """Whether the background was removed before a grayscale detection."""
        return self._get("removeBackground")

    @property
    def resize_option(self) -> float | None:
        """Size of the input picture in the output, as a part of it."""
        return self._get("resizeOption")

    @property
    def result_contours(self) -> bool | None:
        """Whether outlines were asked for."""
        return self._get("resultContours")

    @property
    def result_image(self) -> bool | None:
        """Whether the picture with the mask as transparency was asked for; excludes `result_mask`."""
        return self._get("resultImage")

    @property
    def result_mask(self) -> bool | None:
        """Whether the black and white masks were asked for; excludes `result_image`."""
        return self._get("resultMask")

    @property
    def root_parent_id(self) -> str | None:
        """The first asset of the line that this one descends from."""
        return self._get("rootParentId")

    @property
    def save_flipbook(self) -> bool | None:
        """Whether a flipbook of the texture was stored."""
        return self._get("saveFlipbook")

    @property
    def scaling_factor(self) -> float | None:
        """Factor of an upscale without a target width."""
        return self._get("scalingFactor")

    @property
    def scheduler(self) -> str | None:
        """Scheduler of the generation."""
        return self._get("scheduler")

    @property
    def seed(self) -> Any:
        """Seed of the generation; sent as a string, in some cases as a number."""
        return self._get("seed")

    @property
    def sharpen(self) -> bool | None:
        """Whether tiles were sharpened."""
        return self._get("sharpen")

    @property
    def shiny(self) -> float | None:
        """Gloss of the surface: 0 is matte, 1 a diamond."""
        return self._get("shiny")

    @property
    def size(self) -> int | None:
        """Size of the file, in bytes."""
        return self._get("size")

    @property
    def sketch(self) -> bool | None:
        """Whether sketches were detected instead of edges."""
        return self._get("sketch")

    @property
    def source_project_id(self) -> str | None:
        """The project that it was copied from."""
        return self._get("sourceProjectId")

    @property
    def splice_threshold(self) -> float | None:
        """Angle from which a vectorization joins curves."""
        return self._get("spliceThreshold")

    @property
    def strength(self) -> float | None:
        """Strength of the edit."""
        return self._get("strength")

    @property
    def structure_fidelity(self) -> float | None:
        """How closely the structure of the input was kept."""
        return self._get("structureFidelity")

    @property
    def structure_image(self) -> str | None:
        """Asset whose edges guided the structure."""
        return self._get("structureImage")

    @property
    def style(self) -> AssetStyle | None:
        """Style preset of an upscale or a skybox."""
        return self._get("style")

    @property
    def style_fidelity(self) -> float | None:
        """How closely the style pictures were followed."""
        return self._get("styleFidelity")

    @property
    def style_images(self) -> list[str] | None:
        """Pictures that gave the style; usually one."""
        return self._get("styleImages")

    @property
    def style_images_fidelity(self) -> float | None:
        """How much the style pictures weighed in an upscale."""
        return self._get("styleImagesFidelity")

    @property
    def target_height(self) -> int | None:
        """Height that was asked for, in pixels."""
        return self._get("targetHeight")

    @property
    def target_width(self) -> int | None:
        """Width that was asked for, in pixels; wins over the scaling factor."""
        return self._get("targetWidth")

    @property
    def text(self) -> str | None:
        """Words that describe the object of interest."""
        return self._get("text")

    @property
    def texture(self) -> str | None:
        """Asset that was turned into texture maps."""
        return self._get("texture")

    @property
    def thumbnail(self) -> ImageReference | None:
        """Small picture of a canvas."""
        return self._view("thumbnail", _image_reference)

    @property
    def tile_style(self) -> bool | None:
        """Whether tiles were matched with tiles of the style pictures."""
        return self._get("tileStyle")

    @property
    def training_image(self) -> bool | None:
        """Whether it is a picture to train with."""
        return self._get("trainingImage")

    @property
    def vertical_expansion_ratio(self) -> float | None:
        """Vertical expansion; deprecated by the vendor.

        Deprecated: The vendor marks it deprecated and names nothing instead.
        """
        return self._get("verticalExpansionRatio")

    @property
    def width(self) -> int | None:
        """Width, in pixels."""
        return self._get("width")


class AssetProperties(View):
    """What can be measured in the file. Which fields are there depends on the kind of asset; the size always is."""

    __slots__ = ()

    @property
    def size(self) -> int:
        """Size of the file, in bytes."""
        return self._get("size")

    @property
    def animation_frame_count(self) -> int | None:
        """Frames of the animations of a 3D model."""
        return self._get("animationFrameCount")

    @property
    def bitrate(self) -> float | None:
        """Bits per second of a sound or video."""
        return self._get("bitrate")

    @property
    def bone_count(self) -> int | None:
        """Bones of a skeleton."""
        return self._get("boneCount")

    @property
    def camera_mode(self) -> AssetCameraMode | None:
        """How the camera should move in the preview of a splat."""
        return self._get("cameraMode")

    @property
    def camera_trajectory(self) -> list[AssetCameraKeyframe] | None:
        """Camera path for the preview of a splat, as the generator suggests it."""
        return self._views("cameraTrajectory", AssetCameraKeyframe)

    @property
    def channels(self) -> int | None:
        """Channels of a sound."""
        return self._get("channels")

    @property
    def char_count(self) -> int | None:
        """Unicode code points of a text."""
        return self._get("charCount")

    @property
    def classification(self) -> AssetAudioClass | None:
        """What kind of sound it is."""
        return self._get("classification")

    @property
    def codec_name(self) -> str | None:
        """Codec of a sound or video."""
        return self._get("codecName")

    @property
    def description(self) -> str | None:
        """What can be heard."""
        return self._get("description")

    @property
    def dimensions(self) -> list[float] | None:
        """Size of the box around a 3D model: width, height, depth."""
        return self._get("dimensions")

    @property
    def duration(self) -> float | None:
        """Length of a sound or video, in seconds."""
        return self._get("duration")

    @property
    def face_count(self) -> int | None:
        """Faces of a mesh."""
        return self._get("faceCount")

    @property
    def format(self) -> str | None:
        """Format of a mesh file."""
        return self._get("format")

    @property
    def frame_rate(self) -> float | None:
        """Frames per second of a video."""
        return self._get("frameRate")

    @property
    def has_animations(self) -> bool | None:
        """Whether a 3D model is animated."""
        return self._get("hasAnimations")

    @property
    def has_full_preview(self) -> bool | None:
        """True when `preview` is the whole text; else the rest is behind `url`."""
        return self._get("hasFullPreview")

    @property
    def has_normals(self) -> bool | None:
        """Whether a mesh has normals."""
        return self._get("hasNormals")

    @property
    def has_skeleton(self) -> bool | None:
        """Whether a 3D model has a skeleton."""
        return self._get("hasSkeleton")

    @property
    def has_u_vs(self) -> bool | None:
        """Whether a mesh has texture coordinates."""
        return self._get("hasUVs")

    @property
    def height(self) -> int | None:
        """Height, in pixels."""
        return self._get("height")

    @property
    def nb_frames(self) -> int | None:
        """Frames of a video."""
        return self._get("nbFrames")

    @property
    def preview(self) -> str | None:
        """Beginning of a text, about 1 KB of UTF-8, cut between two code points."""
        return self._get("preview")

    @property
    def sample_rate(self) -> int | None:
        """Samples per second of a sound, in hertz."""
        return self._get("sampleRate")

    @property
    def transcription(self) -> AssetTranscription | None:
        """What is said in a sound."""
        return self._view("transcription", AssetTranscription)

    @property
    def vertex_count(self) -> int | None:
        """Vertices of a mesh."""
        return self._get("vertexCount")

    @property
    def width(self) -> int | None:
        """Width, in pixels."""
        return self._get("width")

    @property
    def word_count(self) -> int | None:
        """Words of a text, as spaces separate them."""
        return self._get("wordCount")


class AssetQualityGate(View):
    """Result of the quality check, which runs after the generation. `details` come only when asked for."""

    __slots__ = ()

    @property
    def computed_at(self) -> str:
        """When the check ran."""
        return self._get("computedAt")

    @property
    def status(self) -> AssetQualityGateStatus:
        """Whether the quality check succeeded."""
        return self._get("status")

    @property
    def version(self) -> str:
        """Version of the rules and model that judged."""
        return self._get("version")

    @property
    def overall_score(self) -> float | None:
        """The score as a whole, from 0 to 100; there when the check succeeded."""
        return self._get("overallScore")

    @property
    def ai_quality_score(self) -> float | None:
        """The part of the score for general quality."""
        return self._get("aiQualityScore")

    @property
    def brief_compliance_score(self) -> float | None:
        """The part of the score for following the project's brief; absent without a brief."""
        return self._get("briefComplianceScore")

    @property
    def verdict(self) -> AssetQualityGateVerdict | None:
        """What the quality check decided."""
        return self._get("verdict")

    @property
    def sensitivity(self) -> AssetQualityGateSensitivity | None:
        """How strict the quality check was."""
        return self._get("sensitivity")

    @property
    def applied_brief_ids(self) -> list[str] | None:
        """Briefs that counted."""
        return self._get("appliedBriefIds")

    @property
    def details(self) -> AssetQualityGateDetails | None:
        """Reasons and advice for each dimension of the quality check; only the project that owns the asset gets
        them.
        """
        return self._view("details", AssetQualityGateDetails)

    @property
    def error(self) -> str | None:
        """Why the check failed, shortened."""
        return self._get("error")


class AssetQualityGateDetails(View):
    """Reasons and advice for each dimension of the quality check; only the project that owns the asset gets them."""

    __slots__ = ()

    @property
    def ai_quality(self) -> AssetQualityGateDimension:
        """One dimension of the quality check, with its reasons."""
        return self._view("aiQuality", AssetQualityGateDimension)

    @property
    def brief_compliance(self) -> AssetQualityGateDimension | None:
        """How well the brief was followed; absent without a brief."""
        return self._view("briefCompliance", AssetQualityGateDimension)


class AssetQualityGateDimension(View):
    """One dimension of the quality check, with its reasons."""

    __slots__ = ()

    @property
    def score(self) -> float:
        """The score, from 0 to 100; higher is better."""
        return self._get("score")

    @property
    def reasons(self) -> list[str]:
        """Why it scored as it did."""
        return self._get("reasons")

    @property
    def suggestions(self) -> list[str]:
        """What would raise the score."""
        return self._get("suggestions")


class AssetTranscription(View):
    """What is said in a sound."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """The spoken words."""
        return self._get("text")


class AssetUploadResult(View):
    """The stored asset, and the job that works on it if there is one."""

    __slots__ = ()

    @property
    def asset(self) -> Asset:
        """A file with what is known about it: a picture, video, sound, 3D model or text, uploaded or generated."""
        return self._view("asset", Asset)

    @property
    def job(self) -> Job | None:
        """A piece of work that runs in the background: a generation, a training, an upload."""
        return self._view("job", _job)


class BulkAssets(View):
    """The assets that were found, without pages and in no promised order."""

    __slots__ = ()

    @property
    def assets(self) -> list[Asset]:
        """The assets that were found."""
        return self._views("assets", Asset)
