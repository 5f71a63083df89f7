"""The resource `generate`: Start a generation or ask for a small one and get its result with the answer."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, overload

from .. import operations
from .._runtime.resource import AsyncResource, Resource
from .._runtime.wire import camel
from ..types.generate import (
    AsyncStartedCaptionResult,
    AsyncStartedDetectionResult,
    AsyncStartedEmbeddingResult,
    AsyncStartedGenerationResult,
    AsyncStartedPatchResult,
    AsyncStartedPromptResult,
    AsyncStartedStyleDescriptionResult,
    AsyncStartedTextToImageResult,
    AsyncStartedTranslationResult,
    CaptionDetailsLevel,
    DetectModality,
    DryRunResult,
    IpDetectionCheckResult,
    PatchCrop,
    PatchFormat,
    PatchOverlay,
    PatchPosition,
    PromptEditFidelity,
    PromptEditFormat,
    PromptEditModel,
    PromptEditQuality,
    PromptMode,
    QualityGateResult,
    QualityGateSensitivity,
    StartedCaptionResult,
    StartedDetectionResult,
    StartedEmbeddingResult,
    StartedGenerationResult,
    StartedPatchResult,
    StartedPromptResult,
    StartedStyleDescriptionResult,
    StartedTextToImageResult,
    StartedTranslationResult,
    TextToImageAspectRatio,
    TextToImageScheduler,
)
from ..types.models import ModelConcept

if TYPE_CHECKING:
    from os import PathLike

    from typing_extensions import deprecated

    from .._runtime.config import RequestOptions
else:

    def deprecated(message):
        """For type checkers, which strike such calls out; they know it by this name alone."""
        return lambda method: method


__all__ = ["AsyncGenerate", "Generate"]


class Generate(Resource):
    """Start a generation or ask for a small one and get its result with the answer."""

    __slots__ = ()

    @overload
    def custom(
        self,
        model_id: str,
        inputs: Mapping[str, Any] | None = None,
        /,
        *,
        dry_run: Literal[True, "true", "api"],
        project_id: str | None = None,
        ip_detection: bool | None = None,
        options: RequestOptions | None = None,
        **values: Any,
    ) -> DryRunResult: ...
    @overload
    def custom(
        self,
        model_id: str,
        inputs: Mapping[str, Any] | None = None,
        /,
        *,
        dry_run: Literal[False] | None = None,
        project_id: str | None = None,
        ip_detection: bool | None = None,
        options: RequestOptions | None = None,
        **values: Any,
    ) -> StartedGenerationResult: ...
    @overload
    def custom(
        self,
        model_id: str,
        inputs: Mapping[str, Any] | None = None,
        /,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        ip_detection: bool | None = None,
        options: RequestOptions | None = None,
        **values: Any,
    ) -> StartedGenerationResult | DryRunResult: ...

    def custom(
        self,
        model_id: str,
        inputs: Mapping[str, Any] | None = None,
        /,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        ip_detection: bool | None = None,
        options: RequestOptions | None = None,
        **values: Any,
    ) -> StartedGenerationResult | DryRunResult:
        """Generate with any model of type custom.

        Starts a generation of pictures, video, sound, 3D or text and answers at once with its job; poll the job for the
        assets. The body's keys are the model's inputs, to be read from `models.retrieve`. Only models of type `custom`
        can be in the path: the id of a LoRA or composition is refused with 400 and goes into the inputs (`modelId`,
        `loras`, `lorasScale`) of a base model such as model_bfl-flux-1-dev. A number below an input's `min` and lists
        of unequal length were accepted; values above `max` and lists that are too long are refused.

        POST /generate/custom/{modelId}. A call may cost Creative Units. Repeated after a failure only when it provably
        did not start.

        Args:
            model_id: Id of the model, for example `model_imagen4-ultra`. [at least 1 character]
            inputs: The inputs of the model, by name. Which names exist, their types, bounds and which are required is
                in the `inputs` of `models.retrieve`. A LoRA or composition is itself an input (`modelId`, `loras` with
                `lorasScale`) of a base model that declares it, such as model_bfl-flux-1-dev; its own id in the path is
                refused. Sent as they are.
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            ip_detection: Look for protected material in the inputs first. With `dry_run` only the findings are
                returned, and the fee of the detection is still charged. Without the Enterprise plan it is ignored and
                free. [default False]
            options: Timeout, retries, headers and extra members of this call alone.
            values: The inputs as keywords: `aspect_ratio` is sent as `aspectRatio`. They win over `inputs`.

        Returns:
            The answer; its `wait()` gives the job once that has succeeded. With `dry_run` the price instead, and
            nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.CREATE_CUSTOM_GENERATION,
            StartedGenerationResult,
            path={
                "modelId": model_id,
            },
            query={
                "dryRun": dry_run or None,
                "projectId": project_id,
                "ipDetection": ip_detection,
            },
            body={**(inputs or {}), **{camel(name): value for name, value in values.items()}},
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    @deprecated("Use `generate.custom` with a base model, and LoRAs as its inputs.")
    def text_to_image(
        self,
        *,
        model_id: str,
        prompt: str,
        dry_run: Literal[True, "true", "api"],
        original_assets: bool | None = None,
        project_id: str | None = None,
        negative_prompt: str | None = None,
        negative_prompt_strength: float | None = None,
        num_samples: int | None = None,
        num_inference_steps: int | None = None,
        width: int | None = None,
        height: int | None = None,
        aspect_ratio: TextToImageAspectRatio | None = None,
        guidance: float | None = None,
        scheduler: TextToImageScheduler | None = None,
        seed: str | None = None,
        base_model_id: str | None = None,
        model_epoch: str | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        hide_results: bool | None = None,
        intermediate_images: bool | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    @deprecated("Use `generate.custom` with a base model, and LoRAs as its inputs.")
    def text_to_image(
        self,
        *,
        model_id: str,
        prompt: str,
        dry_run: Literal[False] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        negative_prompt: str | None = None,
        negative_prompt_strength: float | None = None,
        num_samples: int | None = None,
        num_inference_steps: int | None = None,
        width: int | None = None,
        height: int | None = None,
        aspect_ratio: TextToImageAspectRatio | None = None,
        guidance: float | None = None,
        scheduler: TextToImageScheduler | None = None,
        seed: str | None = None,
        base_model_id: str | None = None,
        model_epoch: str | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        hide_results: bool | None = None,
        intermediate_images: bool | None = None,
        options: RequestOptions | None = None,
    ) -> StartedTextToImageResult: ...
    @overload
    @deprecated("Use `generate.custom` with a base model, and LoRAs as its inputs.")
    def text_to_image(
        self,
        *,
        model_id: str,
        prompt: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        negative_prompt: str | None = None,
        negative_prompt_strength: float | None = None,
        num_samples: int | None = None,
        num_inference_steps: int | None = None,
        width: int | None = None,
        height: int | None = None,
        aspect_ratio: TextToImageAspectRatio | None = None,
        guidance: float | None = None,
        scheduler: TextToImageScheduler | None = None,
        seed: str | None = None,
        base_model_id: str | None = None,
        model_epoch: str | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        hide_results: bool | None = None,
        intermediate_images: bool | None = None,
        options: RequestOptions | None = None,
    ) -> StartedTextToImageResult | DryRunResult: ...

    @deprecated("Use `generate.custom` with a base model, and LoRAs as its inputs.")
    def text_to_image(
        self,
        *,
        model_id: str,
        prompt: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        negative_prompt: str | None = None,
        negative_prompt_strength: float | None = None,
        num_samples: int | None = None,
        num_inference_steps: int | None = None,
        width: int | None = None,
        height: int | None = None,
        aspect_ratio: TextToImageAspectRatio | None = None,
        guidance: float | None = None,
        scheduler: TextToImageScheduler | None = None,
        seed: str | None = None,
        base_model_id: str | None = None,
        model_epoch: str | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        hide_results: bool | None = None,
        intermediate_images: bool | None = None,
        options: RequestOptions | None = None,
    ) -> StartedTextToImageResult | DryRunResult:
        """Generate pictures with a model that has its own pipeline.

        Deprecated: Use `generate.custom` with a base model, and LoRAs as its inputs.

        The older way from text to pictures, for Flux models and LoRAs outside the custom endpoint. In 2026 it still
        answered for flux.1-dev with LoRAs, refused models of type `custom` with 400 and failed with 500 for a flux.2
        LoRA. SD 1.5 and SDXL models are retired. `project_id` is concluded from the other operations.

        POST /generate/txt2img. A call may cost Creative Units. Repeated after a failure only when it provably did not
        start.

        Conditions:
            - negative_prompt has an effect only when negative_prompt_strength is above 0, and its default is 0.

        Args:
            model_id: Id of the model, or of a LoRA. Models of type `custom` are refused. [at least 1 character]
            prompt: What the pictures should show.
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            negative_prompt: What they should not show.
            negative_prompt_strength: Weight of the negative prompt; 0 switches it off. [0 to 10; default 0]
            num_samples: Number of pictures. [1 to 128; default 4]
            num_inference_steps: Number of denoising steps for each picture. [1 to 150; default 30]
            width: In pixels, a multiple of 8; some types of model allow a narrower range. [64 to 2048; a multiple of 8;
                default 512]
            height: In pixels, a multiple of 8; some types of model allow a narrower range. [64 to 2048; a multiple of
                8; default 512]
            aspect_ratio: Width to height, for the one model type that takes a ratio (flux.1.1-pro-ultra). The export
                lists these eleven for its general inference endpoint; that they are the same here is concluded from the
                count. [one of "16:9", "1:1", "21:9", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "9:21"]
            guidance: How closely the pictures follow the prompt; the default depends on the model. [0 to 20]
            scheduler: The sampling method. The export lists these fifteen for its diffusion endpoints; that this
                endpoint has the same fifteen is concluded from the count. [one of 15 words]
            seed: Starting point of the randomness, a number written as text; chosen at random when left out.
            base_model_id: Another base for a Flux LoRA, one of the model's `compliantModelIds`.
            model_epoch: Training epoch of a Flux LoRA; the latest when left out.
            concepts: Further LoRAs to blend in, each with its weight from -2 to 2. Each has `modelId` (text), `scale`
                (number; -2 to 2), `modelEpoch` (text).
            hide_results: Mark the results as hidden; `jobs.list` leaves such jobs out while its `hide_results` is
                false.
            intermediate_images: Whether to make pictures of the steps in between too; the effect is not documented
                further.
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; its `wait()` gives the job once that has succeeded. With `dry_run` the price instead, and
            nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            Gone: 410. The service no longer does this: SD 1.5 and SDXL models have been retired.
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        warnings.warn(
            "generate.text_to_image is deprecated. Use `generate.custom` with a base model, and LoRAs as its inputs.",
            DeprecationWarning,
            stacklevel=2,
        )
        return self._client.call(
            operations.CREATE_TEXT_TO_IMAGE_GENERATION,
            StartedTextToImageResult,
            query={
                "dryRun": dry_run or None,
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "modelId": model_id,
                "prompt": prompt,
                "negativePrompt": negative_prompt,
                "negativePromptStrength": negative_prompt_strength,
                "numSamples": num_samples,
                "numInferenceSteps": num_inference_steps,
                "width": width,
                "height": height,
                "aspectRatio": aspect_ratio,
                "guidance": guidance,
                "scheduler": scheduler,
                "seed": seed,
                "baseModelId": base_model_id,
                "modelEpoch": model_epoch,
                "concepts": concepts,
                "hideResults": hide_results,
                "intermediateImages": intermediate_images,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    @deprecated("Use `generate.custom` with a model that edits pictures.")
    def prompt_editing(
        self,
        *,
        image: str | bytes | PathLike[str],
        prompt: str,
        dry_run: Literal[True, "true", "api"],
        original_assets: bool | None = None,
        project_id: str | None = None,
        model_id: PromptEditModel | None = None,
        reference_images: Sequence[str | bytes | PathLike[str]] | None = None,
        mask: str | bytes | PathLike[str] | None = None,
        seed: Any | None = None,
        strength: float | None = None,
        guidance_scale: float | None = None,
        format: PromptEditFormat | None = None,
        aspect_ratio: str | None = None,
        input_fidelity: PromptEditFidelity | None = None,
        quality: PromptEditQuality | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        num_samples: int | None = None,
        compression: float | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    @deprecated("Use `generate.custom` with a model that edits pictures.")
    def prompt_editing(
        self,
        *,
        image: str | bytes | PathLike[str],
        prompt: str,
        dry_run: Literal[False] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        model_id: PromptEditModel | None = None,
        reference_images: Sequence[str | bytes | PathLike[str]] | None = None,
        mask: str | bytes | PathLike[str] | None = None,
        seed: Any | None = None,
        strength: float | None = None,
        guidance_scale: float | None = None,
        format: PromptEditFormat | None = None,
        aspect_ratio: str | None = None,
        input_fidelity: PromptEditFidelity | None = None,
        quality: PromptEditQuality | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        num_samples: int | None = None,
        compression: float | None = None,
        options: RequestOptions | None = None,
    ) -> StartedGenerationResult: ...
    @overload
    @deprecated("Use `generate.custom` with a model that edits pictures.")
    def prompt_editing(
        self,
        *,
        image: str | bytes | PathLike[str],
        prompt: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        model_id: PromptEditModel | None = None,
        reference_images: Sequence[str | bytes | PathLike[str]] | None = None,
        mask: str | bytes | PathLike[str] | None = None,
        seed: Any | None = None,
        strength: float | None = None,
        guidance_scale: float | None = None,
        format: PromptEditFormat | None = None,
        aspect_ratio: str | None = None,
        input_fidelity: PromptEditFidelity | None = None,
        quality: PromptEditQuality | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        num_samples: int | None = None,
        compression: float | None = None,
        options: RequestOptions | None = None,
    ) -> StartedGenerationResult | DryRunResult: ...

    @deprecated("Use `generate.custom` with a model that edits pictures.")
    def prompt_editing(
        self,
        *,
        image: str | bytes | PathLike[str],
        prompt: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        model_id: PromptEditModel | None = None,
        reference_images: Sequence[str | bytes | PathLike[str]] | None = None,
        mask: str | bytes | PathLike[str] | None = None,
        seed: Any | None = None,
        strength: float | None = None,
        guidance_scale: float | None = None,
        format: PromptEditFormat | None = None,
        aspect_ratio: str | None = None,
        input_fidelity: PromptEditFidelity | None = None,
        quality: PromptEditQuality | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        num_samples: int | None = None,
        compression: float | None = None,
        options: RequestOptions | None = None,
    ) -> StartedGenerationResult | DryRunResult:
        """Edit a picture with an instruction.

        Deprecated: Use `generate.custom` with a model that edits pictures.

        The older way to change a picture by words, with one of six editors. Later vendor documents call it deprecated.
        `project_id` is concluded from the other operations.

        POST /generate/prompt-editing. A call may cost Creative Units. Repeated after a failure only when it provably
        did not start.

        Conditions:
            - strength is read by flux-kontext with a LoRA only.
            - concepts are Flux Kontext LoRAs, so they need flux-kontext.
            - input_fidelity exists for gpt-image-1 only.

        Args:
            image: The picture, as an asset id or as a data URL. Bytes, or the Path of a file, are sent as a data URL.
                [at least 1 character]
            prompt: What to change.
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            model_id: The editors that this endpoint drives. [one of "flux-kontext", "gemini-2.0-flash",
                "gemini-2.5-flash", "gpt-image-1", "runway-gen4-image", "seedream-4"]
            reference_images: Further pictures to take material from, as asset ids or data URLs. Bytes, or the Path of a
                file, are sent as a data URL. [each at least 1 character]
            mask: Picture that marks the region to change, as an asset id or as a data URL. Bytes, or the Path of a
                file, are sent as a data URL. [at least 1 character]
            seed: Starting point of the randomness. Elsewhere the service has it as text and as a number.
            strength: How far the result may move from the picture; read by flux-kontext with a LoRA.
            guidance_scale: How closely the result follows the instruction.
            format: File format of the edited pictures. [one of "jpeg", "png", "webp"]
            aspect_ratio: Width to height, or `auto`. The export lists twelve values; only `auto` is known by name, so
                the rest is not restricted here.
            input_fidelity: How much care is taken to keep faces, logos and the like. [one of "high", "low"]
            quality: Effort that the editor spends on a picture. [one of "high", "low", "medium"]
            concepts: Flux Kontext LoRAs that style the result, each with its weight from 0 to 2. Each has `modelId`
                (text), `scale` (number; -2 to 2), `modelEpoch` (text).
            num_samples: Number of pictures. [at least 1]
            compression: How strongly the file is compressed; its unit is not recorded.
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; its `wait()` gives the job once that has succeeded. With `dry_run` the price instead, and
            nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        warnings.warn(
            "generate.prompt_editing is deprecated. Use `generate.custom` with a model that edits pictures.",
            DeprecationWarning,
            stacklevel=2,
        )
        return self._client.call(
            operations.CREATE_PROMPT_EDIT,
            StartedGenerationResult,
            query={
                "dryRun": dry_run or None,
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "image": image,
                "prompt": prompt,
                "modelId": model_id,
                "referenceImages": reference_images,
                "mask": mask,
                "seed": seed,
                "strength": strength,
                "guidanceScale": guidance_scale,
                "format": format,
                "aspectRatio": aspect_ratio,
                "inputFidelity": input_fidelity,
                "quality": quality,
                "concepts": concepts,
                "numSamples": num_samples,
                "compression": compression,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    def caption(
        self,
        *,
        images: Sequence[str | bytes | PathLike[str]],
        dry_run: Literal[True, "true", "api"],
        project_id: str | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        details_level: CaptionDetailsLevel | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    def caption(
        self,
        *,
        images: Sequence[str | bytes | PathLike[str]],
        dry_run: Literal[False] | None = None,
        project_id: str | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        details_level: CaptionDetailsLevel | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> StartedCaptionResult: ...
    @overload
    def caption(
        self,
        *,
        images: Sequence[str | bytes | PathLike[str]],
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        details_level: CaptionDetailsLevel | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> StartedCaptionResult | DryRunResult: ...

    def caption(
        self,
        *,
        images: Sequence[str | bytes | PathLike[str]],
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        details_level: CaptionDetailsLevel | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> StartedCaptionResult | DryRunResult:
        """Write captions for pictures.

        Returns one caption for each picture, in their order. With a trained model its examples and training images
        shape the captions; without one `details_level` does. The captions come with the answer; the job accounts for
        them, and its state at that moment was not recorded.

        POST /generate/caption. A call may cost Creative Units. Repeated after a failure only when it provably did not
        start.

        Conditions:
            - details_level is ignored when model_id names a model that has examples.

        Args:
            images: Pictures, as asset ids or data URLs; asset ids are better for more than one. Bytes, or the Path of a
                file, are sent as a data URL. [each at least 1 character]
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            asset_ids: Pictures, as asset ids. Deprecated: Use `images`, which takes asset ids too. [each at least 1
                character]
            model_id: A trained model whose training images and examples guide the wording. [at least 1 character]
            details_level: What captions speak about: the scene alone, or the scene and its style. [one of "action",
                "action+style"]
            ensure_ip_cleared: Try to keep protected names and works out of the text.
            seed: Same seed and same input give the same text, as far as the service can.
            temperature: Randomness of the wording, 0 to 2; higher is freer. Change this or `top_p`, not both. [0 to 2]
            top_p: Share of the probability mass that words are drawn from. Change this or `temperature`, not both. [0
                to 1]
            unwanted_sequences: Words and phrases that must not appear.
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; its `wait()` gives the job once that has succeeded. With `dry_run` the price instead, and
            nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.CREATE_CAPTION,
            StartedCaptionResult,
            query={
                "dryRun": dry_run or None,
                "projectId": project_id,
            },
            body={
                "images": images,
                "assetIds": asset_ids,
                "modelId": model_id,
                "detailsLevel": details_level,
                "ensureIPCleared": ensure_ip_cleared,
                "seed": seed,
                "temperature": temperature,
                "topP": top_p,
                "unwantedSequences": unwanted_sequences,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    def describe_style(
        self,
        *,
        dry_run: Literal[True, "true", "api"],
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    def describe_style(
        self,
        *,
        dry_run: Literal[False] | None = None,
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> StartedStyleDescriptionResult: ...
    @overload
    def describe_style(
        self,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> StartedStyleDescriptionResult | DryRunResult: ...

    def describe_style(
        self,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> StartedStyleDescriptionResult | DryRunResult:
        """Put the style of pictures or of a model into words.

        Describes the style of the given pictures, or of a trained model, once in full and once in short. The text comes
        with the answer; the job accounts for it, and its state at that moment was not recorded.

        POST /generate/describe-style. A call may cost Creative Units. Repeated after a failure only when it provably
        did not start.

        Conditions:
            - When images are given, model_id has no effect.
            - There must be something to describe; no document says what an empty request gives.

        Args:
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            images: Pictures, as asset ids or data URLs. When given, `model_id` has no effect. Bytes, or the Path of a
                file, are sent as a data URL. [each at least 1 character]
            asset_ids: Pictures, as asset ids. [each at least 1 character]
            model_id: A trained model whose training images and examples guide the wording. [at least 1 character]
            ensure_ip_cleared: Try to keep protected names and works out of the text.
            seed: Same seed and same input give the same text, as far as the service can.
            temperature: Randomness of the wording, 0 to 2; higher is freer. Change this or `top_p`, not both. [0 to 2]
            top_p: Share of the probability mass that words are drawn from. Change this or `temperature`, not both. [0
                to 1]
            unwanted_sequences: Words and phrases that must not appear.
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; its `wait()` gives the job once that has succeeded. With `dry_run` the price instead, and
            nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.CREATE_STYLE_DESCRIPTION,
            StartedStyleDescriptionResult,
            query={
                "dryRun": dry_run or None,
                "projectId": project_id,
            },
            body={
                "images": images,
                "assetIds": asset_ids,
                "modelId": model_id,
                "ensureIPCleared": ensure_ip_cleared,
                "seed": seed,
                "temperature": temperature,
                "topP": top_p,
                "unwantedSequences": unwanted_sequences,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    def detect(
        self,
        *,
        image: str | bytes | PathLike[str],
        modality: DetectModality,
        dry_run: Literal[True, "true", "api"],
        original_assets: bool | None = None,
        project_id: str | None = None,
        low_threshold: float | None = None,
        high_threshold: float | None = None,
        factor: float | None = None,
        min_threshold: float | None = None,
        max_threshold: float | None = None,
        remove_background: bool | None = None,
        keypoint_threshold: float | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    def detect(
        self,
        *,
        image: str | bytes | PathLike[str],
        modality: DetectModality,
        dry_run: Literal[False] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        low_threshold: float | None = None,
        high_threshold: float | None = None,
        factor: float | None = None,
        min_threshold: float | None = None,
        max_threshold: float | None = None,
        remove_background: bool | None = None,
        keypoint_threshold: float | None = None,
        options: RequestOptions | None = None,
    ) -> StartedDetectionResult: ...
    @overload
    def detect(
        self,
        *,
        image: str | bytes | PathLike[str],
        modality: DetectModality,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        low_threshold: float | None = None,
        high_threshold: float | None = None,
        factor: float | None = None,
        min_threshold: float | None = None,
        max_threshold: float | None = None,
        remove_background: bool | None = None,
        keypoint_threshold: float | None = None,
        options: RequestOptions | None = None,
    ) -> StartedDetectionResult | DryRunResult: ...

    def detect(
        self,
        *,
        image: str | bytes | PathLike[str],
        modality: DetectModality,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        low_threshold: float | None = None,
        high_threshold: float | None = None,
        factor: float | None = None,
        min_threshold: float | None = None,
        max_threshold: float | None = None,
        remove_background: bool | None = None,
        keypoint_threshold: float | None = None,
        options: RequestOptions | None = None,
    ) -> StartedDetectionResult | DryRunResult:
        """Make a map of a picture.

        Turns a picture into a map such as edges, depth or pose, which can then steer a generation. The asset is in the
        answer when the map is ready at once; otherwise the job leads to it.

        POST /generate/detect. A call may cost Creative Units. Repeated after a failure only when it provably did not
        start.

        Conditions:
            - low_threshold belongs to the canny detector.
            - high_threshold belongs to the canny detector.
            - factor belongs to the grayscale detector.
            - min_threshold belongs to the grayscale detector.
            - max_threshold belongs to the grayscale detector.
            - remove_background belongs to the grayscale detector.

        Args:
            image: The picture, as an asset id or as a data URL. Bytes, or the Path of a file, are sent as a data URL.
                [at least 1 character]
            modality: The kind of map to make of the picture. [one of "canny", "depth", "grayscale", "lineart_anime",
                "mlsd", "normal", "pose", "scribble", "segmentation", "sketch"]
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            low_threshold: Lower threshold of the canny detector.
            high_threshold: Upper threshold of the canny detector.
            factor: Contrast factor of the grayscale detector.
            min_threshold: Lower threshold of the grayscale detector.
            max_threshold: Upper threshold of the grayscale detector.
            remove_background: Cut the background away in the grayscale detector. [default True]
            keypoint_threshold: From 0 to 1. The vendor's text speaks of surface polish, which belongs to another
                setting. [0 to 1]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; its `wait()` gives the job once that has succeeded. With `dry_run` the price instead, and
            nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.CREATE_DETECTION,
            StartedDetectionResult,
            query={
                "dryRun": dry_run or None,
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "image": image,
                "modality": modality,
                "lowThreshold": low_threshold,
                "highThreshold": high_threshold,
                "factor": factor,
                "minThreshold": min_threshold,
                "maxThreshold": max_threshold,
                "removeBackground": remove_background,
                "keypointThreshold": keypoint_threshold,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    def embed(
        self,
        *,
        text: str,
        dry_run: Literal[True, "true", "api"],
        original_assets: bool | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    def embed(
        self,
        *,
        text: str,
        dry_run: Literal[False] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> StartedEmbeddingResult: ...
    @overload
    def embed(
        self,
        *,
        text: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> StartedEmbeddingResult | DryRunResult: ...

    def embed(
        self,
        *,
        text: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> StartedEmbeddingResult | DryRunResult:
        """Turn a text into a vector.

        Returns the vector of a text, 1024 numbers. The price list has a part `embed` and a dry run can be asked for, so
        a call may cost. The job accounts for it; its state at that moment was not recorded.

        POST /generate/embed. A call may cost Creative Units. Repeated after a failure only when it provably did not
        start.

        Args:
            text: Any text that is not empty. [at least 1 character]
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; its `wait()` gives the job once that has succeeded. With `dry_run` the price instead, and
            nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.CREATE_EMBEDDING,
            StartedEmbeddingResult,
            query={
                "dryRun": dry_run or None,
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "text": text,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    def ip_detection(
        self,
        *,
        dry_run: Literal[True, "true", "api"],
        project_id: str | None = None,
        prompts: Sequence[str] | None = None,
        asset_ids: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    def ip_detection(
        self,
        *,
        dry_run: Literal[False] | None = None,
        project_id: str | None = None,
        prompts: Sequence[str] | None = None,
        asset_ids: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> IpDetectionCheckResult: ...
    @overload
    def ip_detection(
        self,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        prompts: Sequence[str] | None = None,
        asset_ids: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> IpDetectionCheckResult | DryRunResult: ...

    def ip_detection(
        self,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        prompts: Sequence[str] | None = None,
        asset_ids: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> IpDetectionCheckResult | DryRunResult:
        """Look for protected material in prompts and assets.

        Asks the team's filters about a set of prompts and assets without generating, stopping or storing anything. The
        set gets one verdict. Needs the Enterprise plan. The fee depends on the prompt and the pictures, once for each
        enabled filter, at least 1 Creative Unit; a team without an enabled filter pays nothing and gets
        `evaluatedFilters: 0`. There is no job.

        POST /generate/ip-detection. A call may cost Creative Units. Repeated after a failure only when it provably did
        not start.

        Conditions:
            - At least one prompt or one asset that can be analyzed is required.

        Args:
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            prompts: Prompts to check, read as one text of at most 250,000 characters together. [each at most 250000
                characters]
            asset_ids: Assets to check. Videos count through their frames; audio and 3D files are skipped. [each at
                least 1 character]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The verdict over the whole set. With `dry_run` the price instead, and nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.CREATE_IP_DETECTION,
            IpDetectionCheckResult,
            query={
                "dryRun": dry_run or None,
                "projectId": project_id,
            },
            body={
                "prompts": prompts,
                "assetIds": asset_ids,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    def patch(
        self,
        *,
        image: str | bytes | PathLike[str],
        original_assets: bool | None = None,
        project_id: str | None = None,
        crop: PatchCrop | Mapping[str, Any] | None = None,
        patch: PatchOverlay | Mapping[str, Any] | None = None,
        position: PatchPosition | Mapping[str, Any] | None = None,
        allow_overflow: bool | None = None,
        background_color: str | None = None,
        format: PatchFormat | None = None,
        options: RequestOptions | None = None,
    ) -> StartedPatchResult:
        """Crop a picture or lay another one over it.

        Crops a picture, then draws a second one over it or cuts its shape out. The asset is in the answer when it is
        ready at once; otherwise the job leads to it. A dry run existed in 2025 and went with SDK 2.2.0, so the price
        cannot be asked for; the answer has the fields for a price, so a call may cost.

        POST /generate/patch. A call may cost Creative Units. Repeated after a failure only when it provably did not
        start.

        Args:
            image: The picture, as an asset id or as a data URL. Bytes, or the Path of a file, are sent as a data URL.
                [at least 1 character]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            crop: The part of the picture to keep, in pixels; cut before anything else. Fields: `left` (whole number),
                `top` (whole number), `width` (whole number), `height` (whole number), `backgroundColor` (text).
            patch: The second picture and what to do with it. Fields: `image` (text; at least 1 character), `mode` (one
                of "erase", "override").
            position: Where the second picture's corner lies on the first, in pixels; negative values reach over the
                edge. Fields: `x` (whole number), `y` (whole number).
            allow_overflow: Let the result grow beyond the first picture where the second one reaches over its edge.
            background_color: Color behind the pictures, as hex or an HTML name; `transparent` only for png. [default
                "white"]
            format: File format of the result; png when left out. [one of "jpeg", "png"]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; its `wait()` gives the job once that has succeeded.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.CREATE_PATCH,
            StartedPatchResult,
            query={
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "image": image,
                "crop": crop,
                "patch": patch,
                "position": position,
                "allowOverflow": allow_overflow,
                "backgroundColor": background_color,
                "format": format,
            },
            options=options,
        )

    @overload
    def prompt(
        self,
        *,
        dry_run: Literal[True, "true", "api"],
        project_id: str | None = None,
        mode: PromptMode | None = None,
        prompt: str | None = None,
        model_id: str | None = None,
        image: str | bytes | PathLike[str] | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        num_results: int | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    def prompt(
        self,
        *,
        dry_run: Literal[False] | None = None,
        project_id: str | None = None,
        mode: PromptMode | None = None,
        prompt: str | None = None,
        model_id: str | None = None,
        image: str | bytes | PathLike[str] | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        num_results: int | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> StartedPromptResult: ...
    @overload
    def prompt(
        self,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        mode: PromptMode | None = None,
        prompt: str | None = None,
        model_id: str | None = None,
        image: str | bytes | PathLike[str] | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        num_results: int | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> StartedPromptResult | DryRunResult: ...

    def prompt(
        self,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        mode: PromptMode | None = None,
        prompt: str | None = None,
        model_id: str | None = None,
        image: str | bytes | PathLike[str] | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        num_results: int | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> StartedPromptResult | DryRunResult:
        """Write, complete or improve prompts.

        Returns new prompts, for a model when one is named, and with them calls that are ready to be sent. With some
        models the prompts are asset ids instead of text. An unknown asset in `images` gives 404. The prompts come with
        the answer; the job accounts for them, and its state at that moment was not recorded.

        POST /generate/prompt. A call may cost Creative Units. Repeated after a failure only when it provably did not
        start.

        Conditions:
            - asset_ids make model_id ineffective; in mode image-editing it is asset_ids that have no effect.

        Args:
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            mode: How new prompts come about: continue one, invent, restructure, write for a model and pictures, or
                write an instruction for editing. The vendor's texts call the last one image-editing-prompt; the value
                is image-editing. [one of "completion", "contextual", "contextual-v2", "image-editing", "inventive",
                "structured"]
            prompt: The start to work from, in the modes completion, inventive and structured.
            model_id: The model to write for; its training images and examples guide the text. In mode image-editing
                only gemini-2.0-flash, gemini-2.5-flash, gpt-image-1, flux-kontext and runway-gen4-image are supported.
                [at least 1 character]
            image: The picture to edit, as an asset id or as a data URL; needed in mode image-editing. Bytes, or the
                Path of a file, are sent as a data URL. [at least 1 character]
            images: Pictures to draw on, as asset ids or data URLs; an asset may be a video. At most 15 in
                contextual-v2, 5 in the other modes. Outside the contextual modes they take the place of `model_id`.
                Bytes, or the Path of a file, are sent as a data URL. [at most 15 items; each at least 1 character]
            asset_ids: Assets to draw on; they take the place of `model_id`. Not read in mode image-editing. [each at
                least 1 character]
            num_results: Number of prompts; each one after the first adds to the price. [1 to 5]
            ensure_ip_cleared: Try to keep protected names and works out of the text.
            seed: Same seed and same input give the same text, as far as the service can.
            temperature: Randomness of the wording, 0 to 2; higher is freer. Change this or `top_p`, not both. [0 to 2]
            top_p: Share of the probability mass that words are drawn from. Change this or `temperature`, not both. [0
                to 1]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; its `wait()` gives the job once that has succeeded. With `dry_run` the price instead, and
            nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.CREATE_PROMPT,
            StartedPromptResult,
            query={
                "dryRun": dry_run or None,
                "projectId": project_id,
            },
            body={
                "mode": mode,
                "prompt": prompt,
                "modelId": model_id,
                "image": image,
                "images": images,
                "assetIds": asset_ids,
                "numResults": num_results,
                "ensureIPCleared": ensure_ip_cleared,
                "seed": seed,
                "temperature": temperature,
                "topP": top_p,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    def quality_gate(
        self,
        *,
        image: str | bytes | PathLike[str],
        dry_run: Literal[True, "true", "api"],
        original_assets: bool | None = None,
        project_id: str | None = None,
        sensitivity: QualityGateSensitivity | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    def quality_gate(
        self,
        *,
        image: str | bytes | PathLike[str],
        dry_run: Literal[False] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        sensitivity: QualityGateSensitivity | None = None,
        options: RequestOptions | None = None,
    ) -> QualityGateResult: ...
    @overload
    def quality_gate(
        self,
        *,
        image: str | bytes | PathLike[str],
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        sensitivity: QualityGateSensitivity | None = None,
        options: RequestOptions | None = None,
    ) -> QualityGateResult | DryRunResult: ...

    def quality_gate(
        self,
        *,
        image: str | bytes | PathLike[str],
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        sensitivity: QualityGateSensitivity | None = None,
        options: RequestOptions | None = None,
    ) -> QualityGateResult | DryRunResult:
        """Judge the quality of a picture.

        Holds a picture against generic quality and against the briefs that apply, and returns scores, a verdict,
        reasons and suggestions. The result is stored on the asset and replaces an earlier one; a data URL becomes an
        asset first. There is no job.

        POST /generate/quality-gate. A call may cost Creative Units. Repeated after a failure only when it provably did
        not start.

        Args:
            image: The picture, as an asset id or as a data URL. Bytes, or the Path of a file, are sent as a data URL.
                [at least 1 character]
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            sensitivity: How strict the thresholds are for this call; what the project has set when left out, else
                medium. [one of "high", "low", "medium"]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The judgment and the asset that it is stored on. With `dry_run` the price instead, and nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.CREATE_QUALITY_GATE,
            QualityGateResult,
            query={
                "dryRun": dry_run or None,
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "image": image,
                "sensitivity": sensitivity,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    def translate(
        self,
        *,
        prompt: str,
        dry_run: Literal[True, "true", "api"],
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    def translate(
        self,
        *,
        prompt: str,
        dry_run: Literal[False] | None = None,
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> StartedTranslationResult: ...
    @overload
    def translate(
        self,
        *,
        prompt: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> StartedTranslationResult | DryRunResult: ...

    def translate(
        self,
        *,
        prompt: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> StartedTranslationResult | DryRunResult:
        """Translate a prompt into English.

        Returns the prompt in English and the language that it was in. The text comes with the answer; the job accounts
        for it, and its state at that moment was not recorded.

        POST /generate/translate. A call may cost Creative Units. Repeated after a failure only when it provably did not
        start.

        Args:
            prompt: The prompt, in any language.
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            images: Pictures for context, as asset ids or data URLs. Bytes, or the Path of a file, are sent as a data
                URL. [each at least 1 character]
            ensure_ip_cleared: Try to keep protected names and works out of the text.
            seed: Same seed and same input give the same text, as far as the service can.
            temperature: Randomness of the wording, 0 to 2; higher is freer. Change this or `top_p`, not both. [0 to 2]
            top_p: Share of the probability mass that words are drawn from. Change this or `temperature`, not both. [0
                to 1]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; its `wait()` gives the job once that has succeeded. With `dry_run` the price instead, and
            nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.CREATE_TRANSLATION,
            StartedTranslationResult,
            query={
                "dryRun": dry_run or None,
                "projectId": project_id,
            },
            body={
                "prompt": prompt,
                "images": images,
                "ensureIPCleared": ensure_ip_cleared,
                "seed": seed,
                "temperature": temperature,
                "topP": top_p,
            },
            priced_cast=DryRunResult,
            options=options,
        )


class AsyncGenerate(AsyncResource):
    """Start a generation or ask for a small one and get its result with the answer. Calls are awaited."""

    __slots__ = ()

    @overload
    async def custom(
        self,
        model_id: str,
        inputs: Mapping[str, Any] | None = None,
        /,
        *,
        dry_run: Literal[True, "true", "api"],
        project_id: str | None = None,
        ip_detection: bool | None = None,
        options: RequestOptions | None = None,
        **values: Any,
    ) -> DryRunResult: ...
    @overload
    async def custom(
        self,
        model_id: str,
        inputs: Mapping[str, Any] | None = None,
        /,
        *,
        dry_run: Literal[False] | None = None,
        project_id: str | None = None,
        ip_detection: bool | None = None,
        options: RequestOptions | None = None,
        **values: Any,
    ) -> AsyncStartedGenerationResult: ...
    @overload
    async def custom(
        self,
        model_id: str,
        inputs: Mapping[str, Any] | None = None,
        /,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        ip_detection: bool | None = None,
        options: RequestOptions | None = None,
        **values: Any,
    ) -> AsyncStartedGenerationResult | DryRunResult: ...

    async def custom(
        self,
        model_id: str,
        inputs: Mapping[str, Any] | None = None,
        /,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        ip_detection: bool | None = None,
        options: RequestOptions | None = None,
        **values: Any,
    ) -> AsyncStartedGenerationResult | DryRunResult:
        """Generate with any model of type custom.

        Starts a generation of pictures, video, sound, 3D or text and answers at once with its job; poll the job for the
        assets. The body's keys are the model's inputs, to be read from `models.retrieve`. Only models of type `custom`
        can be in the path: the id of a LoRA or composition is refused with 400 and goes into the inputs (`modelId`,
        `loras`, `lorasScale`) of a base model such as model_bfl-flux-1-dev. A number below an input's `min` and lists
        of unequal length were accepted; values above `max` and lists that are too long are refused.

        POST /generate/custom/{modelId}. A call may cost Creative Units. Repeated after a failure only when it provably
        did not start.

        Args:
            model_id: Id of the model, for example `model_imagen4-ultra`. [at least 1 character]
            inputs: The inputs of the model, by name. Which names exist, their types, bounds and which are required is
                in the `inputs` of `models.retrieve`. A LoRA or composition is itself an input (`modelId`, `loras` with
                `lorasScale`) of a base model that declares it, such as model_bfl-flux-1-dev; its own id in the path is
                refused. Sent as they are.
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            ip_detection: Look for protected material in the inputs first. With `dry_run` only the findings are
                returned, and the fee of the detection is still charged. Without the Enterprise plan it is ignored and
                free. [default False]
            options: Timeout, retries, headers and extra members of this call alone.
            values: The inputs as keywords: `aspect_ratio` is sent as `aspectRatio`. They win over `inputs`.

        Returns:
            The answer; awaiting its `wait()` gives the job once that has succeeded. With `dry_run` the price instead,
            and nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.CREATE_CUSTOM_GENERATION,
            AsyncStartedGenerationResult,
            path={
                "modelId": model_id,
            },
            query={
                "dryRun": dry_run or None,
                "projectId": project_id,
                "ipDetection": ip_detection,
            },
            body={**(inputs or {}), **{camel(name): value for name, value in values.items()}},
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    @deprecated("Use `generate.custom` with a base model, and LoRAs as its inputs.")
    async def text_to_image(
        self,
        *,
        model_id: str,
        prompt: str,
        dry_run: Literal[True, "true", "api"],
        original_assets: bool | None = None,
        project_id: str | None = None,
        negative_prompt: str | None = None,
        negative_prompt_strength: float | None = None,
        num_samples: int | None = None,
        num_inference_steps: int | None = None,
        width: int | None = None,
        height: int | None = None,
        aspect_ratio: TextToImageAspectRatio | None = None,
        guidance: float | None = None,
        scheduler: TextToImageScheduler | None = None,
        seed: str | None = None,
        base_model_id: str | None = None,
        model_epoch: str | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        hide_results: bool | None = None,
        intermediate_images: bool | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    @deprecated("Use `generate.custom` with a base model, and LoRAs as its inputs.")
    async def text_to_image(
        self,
        *,
        model_id: str,
        prompt: str,
        dry_run: Literal[False] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        negative_prompt: str | None = None,
        negative_prompt_strength: float | None = None,
        num_samples: int | None = None,
        num_inference_steps: int | None = None,
        width: int | None = None,
        height: int | None = None,
        aspect_ratio: TextToImageAspectRatio | None = None,
        guidance: float | None = None,
        scheduler: TextToImageScheduler | None = None,
        seed: str | None = None,
        base_model_id: str | None = None,
        model_epoch: str | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        hide_results: bool | None = None,
        intermediate_images: bool | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedTextToImageResult: ...
    @overload
    @deprecated("Use `generate.custom` with a base model, and LoRAs as its inputs.")
    async def text_to_image(
        self,
        *,
        model_id: str,
        prompt: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        negative_prompt: str | None = None,
        negative_prompt_strength: float | None = None,
        num_samples: int | None = None,
        num_inference_steps: int | None = None,
        width: int | None = None,
        height: int | None = None,
        aspect_ratio: TextToImageAspectRatio | None = None,
        guidance: float | None = None,
        scheduler: TextToImageScheduler | None = None,
        seed: str | None = None,
        base_model_id: str | None = None,
        model_epoch: str | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        hide_results: bool | None = None,
        intermediate_images: bool | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedTextToImageResult | DryRunResult: ...

    @deprecated("Use `generate.custom` with a base model, and LoRAs as its inputs.")
    async def text_to_image(
        self,
        *,
        model_id: str,
        prompt: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        negative_prompt: str | None = None,
        negative_prompt_strength: float | None = None,
        num_samples: int | None = None,
        num_inference_steps: int | None = None,
        width: int | None = None,
        height: int | None = None,
        aspect_ratio: TextToImageAspectRatio | None = None,
        guidance: float | None = None,
        scheduler: TextToImageScheduler | None = None,
        seed: str | None = None,
        base_model_id: str | None = None,
        model_epoch: str | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        hide_results: bool | None = None,
        intermediate_images: bool | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedTextToImageResult | DryRunResult:
        """Generate pictures with a model that has its own pipeline.

        Deprecated: Use `generate.custom` with a base model, and LoRAs as its inputs.

        The older way from text to pictures, for Flux models and LoRAs outside the custom endpoint. In 2026 it still
        answered for flux.1-dev with LoRAs, refused models of type `custom` with 400 and failed with 500 for a flux.2
        LoRA. SD 1.5 and SDXL models are retired. `project_id` is concluded from the other operations.

        POST /generate/txt2img. A call may cost Creative Units. Repeated after a failure only when it provably did not
        start.

        Conditions:
            - negative_prompt has an effect only when negative_prompt_strength is above 0, and its default is 0.

        Args:
            model_id: Id of the model, or of a LoRA. Models of type `custom` are refused. [at least 1 character]
            prompt: What the pictures should show.
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            negative_prompt: What they should not show.
            negative_prompt_strength: Weight of the negative prompt; 0 switches it off. [0 to 10; default 0]
            num_samples: Number of pictures. [1 to 128; default 4]
            num_inference_steps: Number of denoising steps for each picture. [1 to 150; default 30]
            width: In pixels, a multiple of 8; some types of model allow a narrower range. [64 to 2048; a multiple of 8;
                default 512]
            height: In pixels, a multiple of 8; some types of model allow a narrower range. [64 to 2048; a multiple of
                8; default 512]
            aspect_ratio: Width to height, for the one model type that takes a ratio (flux.1.1-pro-ultra). The export
                lists these eleven for its general inference endpoint; that they are the same here is concluded from the
                count. [one of "16:9", "1:1", "21:9", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "9:21"]
            guidance: How closely the pictures follow the prompt; the default depends on the model. [0 to 20]
            scheduler: The sampling method. The export lists these fifteen for its diffusion endpoints; that this
                endpoint has the same fifteen is concluded from the count. [one of 15 words]
            seed: Starting point of the randomness, a number written as text; chosen at random when left out.
            base_model_id: Another base for a Flux LoRA, one of the model's `compliantModelIds`.
            model_epoch: Training epoch of a Flux LoRA; the latest when left out.
            concepts: Further LoRAs to blend in, each with its weight from -2 to 2. Each has `modelId` (text), `scale`
                (number; -2 to 2), `modelEpoch` (text).
            hide_results: Mark the results as hidden; `jobs.list` leaves such jobs out while its `hide_results` is
                false.
            intermediate_images: Whether to make pictures of the steps in between too; the effect is not documented
                further.
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; awaiting its `wait()` gives the job once that has succeeded. With `dry_run` the price instead,
            and nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            Gone: 410. The service no longer does this: SD 1.5 and SDXL models have been retired.
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        warnings.warn(
            "generate.text_to_image is deprecated. Use `generate.custom` with a base model, and LoRAs as its inputs.",
            DeprecationWarning,
            stacklevel=2,
        )
        return await self._client.call(
            operations.CREATE_TEXT_TO_IMAGE_GENERATION,
            AsyncStartedTextToImageResult,
            query={
                "dryRun": dry_run or None,
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "modelId": model_id,
                "prompt": prompt,
                "negativePrompt": negative_prompt,
                "negativePromptStrength": negative_prompt_strength,
                "numSamples": num_samples,
                "numInferenceSteps": num_inference_steps,
                "width": width,
                "height": height,
                "aspectRatio": aspect_ratio,
                "guidance": guidance,
                "scheduler": scheduler,
                "seed": seed,
                "baseModelId": base_model_id,
                "modelEpoch": model_epoch,
                "concepts": concepts,
                "hideResults": hide_results,
                "intermediateImages": intermediate_images,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    @deprecated("Use `generate.custom` with a model that edits pictures.")
    async def prompt_editing(
        self,
        *,
        image: str | bytes | PathLike[str],
        prompt: str,
        dry_run: Literal[True, "true", "api"],
        original_assets: bool | None = None,
        project_id: str | None = None,
        model_id: PromptEditModel | None = None,
        reference_images: Sequence[str | bytes | PathLike[str]] | None = None,
        mask: str | bytes | PathLike[str] | None = None,
        seed: Any | None = None,
        strength: float | None = None,
        guidance_scale: float | None = None,
        format: PromptEditFormat | None = None,
        aspect_ratio: str | None = None,
        input_fidelity: PromptEditFidelity | None = None,
        quality: PromptEditQuality | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        num_samples: int | None = None,
        compression: float | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    @deprecated("Use `generate.custom` with a model that edits pictures.")
    async def prompt_editing(
        self,
        *,
        image: str | bytes | PathLike[str],
        prompt: str,
        dry_run: Literal[False] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        model_id: PromptEditModel | None = None,
        reference_images: Sequence[str | bytes | PathLike[str]] | None = None,
        mask: str | bytes | PathLike[str] | None = None,
        seed: Any | None = None,
        strength: float | None = None,
        guidance_scale: float | None = None,
        format: PromptEditFormat | None = None,
        aspect_ratio: str | None = None,
        input_fidelity: PromptEditFidelity | None = None,
        quality: PromptEditQuality | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        num_samples: int | None = None,
        compression: float | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedGenerationResult: ...
    @overload
    @deprecated("Use `generate.custom` with a model that edits pictures.")
    async def prompt_editing(
        self,
        *,
        image: str | bytes | PathLike[str],
        prompt: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        model_id: PromptEditModel | None = None,
        reference_images: Sequence[str | bytes | PathLike[str]] | None = None,
        mask: str | bytes | PathLike[str] | None = None,
        seed: Any | None = None,
        strength: float | None = None,
        guidance_scale: float | None = None,
        format: PromptEditFormat | None = None,
        aspect_ratio: str | None = None,
        input_fidelity: PromptEditFidelity | None = None,
        quality: PromptEditQuality | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        num_samples: int | None = None,
        compression: float | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedGenerationResult | DryRunResult: ...

    @deprecated("Use `generate.custom` with a model that edits pictures.")
    async def prompt_editing(
        self,
        *,
        image: str | bytes | PathLike[str],
        prompt: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        model_id: PromptEditModel | None = None,
        reference_images: Sequence[str | bytes | PathLike[str]] | None = None,
        mask: str | bytes | PathLike[str] | None = None,
        seed: Any | None = None,
        strength: float | None = None,
        guidance_scale: float | None = None,
        format: PromptEditFormat | None = None,
        aspect_ratio: str | None = None,
        input_fidelity: PromptEditFidelity | None = None,
        quality: PromptEditQuality | None = None,
        concepts: Sequence[ModelConcept | Mapping[str, Any]] | None = None,
        num_samples: int | None = None,
        compression: float | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedGenerationResult | DryRunResult:
        """Edit a picture with an instruction.

        Deprecated: Use `generate.custom` with a model that edits pictures.

        The older way to change a picture by words, with one of six editors. Later vendor documents call it deprecated.
        `project_id` is concluded from the other operations.

        POST /generate/prompt-editing. A call may cost Creative Units. Repeated after a failure only when it provably
        did not start.

        Conditions:
            - strength is read by flux-kontext with a LoRA only.
            - concepts are Flux Kontext LoRAs, so they need flux-kontext.
            - input_fidelity exists for gpt-image-1 only.

        Args:
            image: The picture, as an asset id or as a data URL. Bytes, or the Path of a file, are sent as a data URL.
                [at least 1 character]
            prompt: What to change.
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            model_id: The editors that this endpoint drives. [one of "flux-kontext", "gemini-2.0-flash",
                "gemini-2.5-flash", "gpt-image-1", "runway-gen4-image", "seedream-4"]
            reference_images: Further pictures to take material from, as asset ids or data URLs. Bytes, or the Path of a
                file, are sent as a data URL. [each at least 1 character]
            mask: Picture that marks the region to change, as an asset id or as a data URL. Bytes, or the Path of a
                file, are sent as a data URL. [at least 1 character]
            seed: Starting point of the randomness. Elsewhere the service has it as text and as a number.
            strength: How far the result may move from the picture; read by flux-kontext with a LoRA.
            guidance_scale: How closely the result follows the instruction.
            format: File format of the edited pictures. [one of "jpeg", "png", "webp"]
            aspect_ratio: Width to height, or `auto`. The export lists twelve values; only `auto` is known by name, so
                the rest is not restricted here.
            input_fidelity: How much care is taken to keep faces, logos and the like. [one of "high", "low"]
            quality: Effort that the editor spends on a picture. [one of "high", "low", "medium"]
            concepts: Flux Kontext LoRAs that style the result, each with its weight from 0 to 2. Each has `modelId`
                (text), `scale` (number; -2 to 2), `modelEpoch` (text).
            num_samples: Number of pictures. [at least 1]
            compression: How strongly the file is compressed; its unit is not recorded.
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; awaiting its `wait()` gives the job once that has succeeded. With `dry_run` the price instead,
            and nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        warnings.warn(
            "generate.prompt_editing is deprecated. Use `generate.custom` with a model that edits pictures.",
            DeprecationWarning,
            stacklevel=2,
        )
        return await self._client.call(
            operations.CREATE_PROMPT_EDIT,
            AsyncStartedGenerationResult,
            query={
                "dryRun": dry_run or None,
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "image": image,
                "prompt": prompt,
                "modelId": model_id,
                "referenceImages": reference_images,
                "mask": mask,
                "seed": seed,
                "strength": strength,
                "guidanceScale": guidance_scale,
                "format": format,
                "aspectRatio": aspect_ratio,
                "inputFidelity": input_fidelity,
                "quality": quality,
                "concepts": concepts,
                "numSamples": num_samples,
                "compression": compression,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    async def caption(
        self,
        *,
        images: Sequence[str | bytes | PathLike[str]],
        dry_run: Literal[True, "true", "api"],
        project_id: str | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        details_level: CaptionDetailsLevel | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    async def caption(
        self,
        *,
        images: Sequence[str | bytes | PathLike[str]],
        dry_run: Literal[False] | None = None,
        project_id: str | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        details_level: CaptionDetailsLevel | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedCaptionResult: ...
    @overload
    async def caption(
        self,
        *,
        images: Sequence[str | bytes | PathLike[str]],
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        details_level: CaptionDetailsLevel | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedCaptionResult | DryRunResult: ...

    async def caption(
        self,
        *,
        images: Sequence[str | bytes | PathLike[str]],
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        details_level: CaptionDetailsLevel | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedCaptionResult | DryRunResult:
        """Write captions for pictures.

        Returns one caption for each picture, in their order. With a trained model its examples and training images
        shape the captions; without one `details_level` does. The captions come with the answer; the job accounts for
        them, and its state at that moment was not recorded.

        POST /generate/caption. A call may cost Creative Units. Repeated after a failure only when it provably did not
        start.

        Conditions:
            - details_level is ignored when model_id names a model that has examples.

        Args:
            images: Pictures, as asset ids or data URLs; asset ids are better for more than one. Bytes, or the Path of a
                file, are sent as a data URL. [each at least 1 character]
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            asset_ids: Pictures, as asset ids. Deprecated: Use `images`, which takes asset ids too. [each at least 1
                character]
            model_id: A trained model whose training images and examples guide the wording. [at least 1 character]
            details_level: What captions speak about: the scene alone, or the scene and its style. [one of "action",
                "action+style"]
            ensure_ip_cleared: Try to keep protected names and works out of the text.
            seed: Same seed and same input give the same text, as far as the service can.
            temperature: Randomness of the wording, 0 to 2; higher is freer. Change this or `top_p`, not both. [0 to 2]
            top_p: Share of the probability mass that words are drawn from. Change this or `temperature`, not both. [0
                to 1]
            unwanted_sequences: Words and phrases that must not appear.
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; awaiting its `wait()` gives the job once that has succeeded. With `dry_run` the price instead,
            and nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.CREATE_CAPTION,
            AsyncStartedCaptionResult,
            query={
                "dryRun": dry_run or None,
                "projectId": project_id,
            },
            body={
                "images": images,
                "assetIds": asset_ids,
                "modelId": model_id,
                "detailsLevel": details_level,
                "ensureIPCleared": ensure_ip_cleared,
                "seed": seed,
                "temperature": temperature,
                "topP": top_p,
                "unwantedSequences": unwanted_sequences,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    async def describe_style(
        self,
        *,
        dry_run: Literal[True, "true", "api"],
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    async def describe_style(
        self,
        *,
        dry_run: Literal[False] | None = None,
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedStyleDescriptionResult: ...
    @overload
    async def describe_style(
        self,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedStyleDescriptionResult | DryRunResult: ...

    async def describe_style(
        self,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        model_id: str | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        unwanted_sequences: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedStyleDescriptionResult | DryRunResult:
        """Put the style of pictures or of a model into words.

        Describes the style of the given pictures, or of a trained model, once in full and once in short. The text comes
        with the answer; the job accounts for it, and its state at that moment was not recorded.

        POST /generate/describe-style. A call may cost Creative Units. Repeated after a failure only when it provably
        did not start.

        Conditions:
            - When images are given, model_id has no effect.
            - There must be something to describe; no document says what an empty request gives.

        Args:
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            images: Pictures, as asset ids or data URLs. When given, `model_id` has no effect. Bytes, or the Path of a
                file, are sent as a data URL. [each at least 1 character]
            asset_ids: Pictures, as asset ids. [each at least 1 character]
            model_id: A trained model whose training images and examples guide the wording. [at least 1 character]
            ensure_ip_cleared: Try to keep protected names and works out of the text.
            seed: Same seed and same input give the same text, as far as the service can.
            temperature: Randomness of the wording, 0 to 2; higher is freer. Change this or `top_p`, not both. [0 to 2]
            top_p: Share of the probability mass that words are drawn from. Change this or `temperature`, not both. [0
                to 1]
            unwanted_sequences: Words and phrases that must not appear.
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; awaiting its `wait()` gives the job once that has succeeded. With `dry_run` the price instead,
            and nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.CREATE_STYLE_DESCRIPTION,
            AsyncStartedStyleDescriptionResult,
            query={
                "dryRun": dry_run or None,
                "projectId": project_id,
            },
            body={
                "images": images,
                "assetIds": asset_ids,
                "modelId": model_id,
                "ensureIPCleared": ensure_ip_cleared,
                "seed": seed,
                "temperature": temperature,
                "topP": top_p,
                "unwantedSequences": unwanted_sequences,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    async def detect(
        self,
        *,
        image: str | bytes | PathLike[str],
        modality: DetectModality,
        dry_run: Literal[True, "true", "api"],
        original_assets: bool | None = None,
        project_id: str | None = None,
        low_threshold: float | None = None,
        high_threshold: float | None = None,
        factor: float | None = None,
        min_threshold: float | None = None,
        max_threshold: float | None = None,
        remove_background: bool | None = None,
        keypoint_threshold: float | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    async def detect(
        self,
        *,
        image: str | bytes | PathLike[str],
        modality: DetectModality,
        dry_run: Literal[False] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        low_threshold: float | None = None,
        high_threshold: float | None = None,
        factor: float | None = None,
        min_threshold: float | None = None,
        max_threshold: float | None = None,
        remove_background: bool | None = None,
        keypoint_threshold: float | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedDetectionResult: ...
    @overload
    async def detect(
        self,
        *,
        image: str | bytes | PathLike[str],
        modality: DetectModality,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        low_threshold: float | None = None,
        high_threshold: float | None = None,
        factor: float | None = None,
        min_threshold: float | None = None,
        max_threshold: float | None = None,
        remove_background: bool | None = None,
        keypoint_threshold: float | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedDetectionResult | DryRunResult: ...

    async def detect(
        self,
        *,
        image: str | bytes | PathLike[str],
        modality: DetectModality,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        low_threshold: float | None = None,
        high_threshold: float | None = None,
        factor: float | None = None,
        min_threshold: float | None = None,
        max_threshold: float | None = None,
        remove_background: bool | None = None,
        keypoint_threshold: float | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedDetectionResult | DryRunResult:
        """Make a map of a picture.

        Turns a picture into a map such as edges, depth or pose, which can then steer a generation. The asset is in the
        answer when the map is ready at once; otherwise the job leads to it.

        POST /generate/detect. A call may cost Creative Units. Repeated after a failure only when it provably did not
        start.

        Conditions:
            - low_threshold belongs to the canny detector.
            - high_threshold belongs to the canny detector.
            - factor belongs to the grayscale detector.
            - min_threshold belongs to the grayscale detector.
            - max_threshold belongs to the grayscale detector.
            - remove_background belongs to the grayscale detector.

        Args:
            image: The picture, as an asset id or as a data URL. Bytes, or the Path of a file, are sent as a data URL.
                [at least 1 character]
            modality: The kind of map to make of the picture. [one of "canny", "depth", "grayscale", "lineart_anime",
                "mlsd", "normal", "pose", "scribble", "segmentation", "sketch"]
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            low_threshold: Lower threshold of the canny detector.
            high_threshold: Upper threshold of the canny detector.
            factor: Contrast factor of the grayscale detector.
            min_threshold: Lower threshold of the grayscale detector.
            max_threshold: Upper threshold of the grayscale detector.
            remove_background: Cut the background away in the grayscale detector. [default True]
            keypoint_threshold: From 0 to 1. The vendor's text speaks of surface polish, which belongs to another
                setting. [0 to 1]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; awaiting its `wait()` gives the job once that has succeeded. With `dry_run` the price instead,
            and nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.CREATE_DETECTION,
            AsyncStartedDetectionResult,
            query={
                "dryRun": dry_run or None,
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "image": image,
                "modality": modality,
                "lowThreshold": low_threshold,
                "highThreshold": high_threshold,
                "factor": factor,
                "minThreshold": min_threshold,
                "maxThreshold": max_threshold,
                "removeBackground": remove_background,
                "keypointThreshold": keypoint_threshold,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    async def embed(
        self,
        *,
        text: str,
        dry_run: Literal[True, "true", "api"],
        original_assets: bool | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    async def embed(
        self,
        *,
        text: str,
        dry_run: Literal[False] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedEmbeddingResult: ...
    @overload
    async def embed(
        self,
        *,
        text: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedEmbeddingResult | DryRunResult: ...

    async def embed(
        self,
        *,
        text: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedEmbeddingResult | DryRunResult:
        """Turn a text into a vector.

        Returns the vector of a text, 1024 numbers. The price list has a part `embed` and a dry run can be asked for, so
        a call may cost. The job accounts for it; its state at that moment was not recorded.

        POST /generate/embed. A call may cost Creative Units. Repeated after a failure only when it provably did not
        start.

        Args:
            text: Any text that is not empty. [at least 1 character]
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; awaiting its `wait()` gives the job once that has succeeded. With `dry_run` the price instead,
            and nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.CREATE_EMBEDDING,
            AsyncStartedEmbeddingResult,
            query={
                "dryRun": dry_run or None,
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "text": text,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    async def ip_detection(
        self,
        *,
        dry_run: Literal[True, "true", "api"],
        project_id: str | None = None,
        prompts: Sequence[str] | None = None,
        asset_ids: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    async def ip_detection(
        self,
        *,
        dry_run: Literal[False] | None = None,
        project_id: str | None = None,
        prompts: Sequence[str] | None = None,
        asset_ids: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> IpDetectionCheckResult: ...
    @overload
    async def ip_detection(
        self,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        prompts: Sequence[str] | None = None,
        asset_ids: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> IpDetectionCheckResult | DryRunResult: ...

    async def ip_detection(
        self,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        prompts: Sequence[str] | None = None,
        asset_ids: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> IpDetectionCheckResult | DryRunResult:
        """Look for protected material in prompts and assets.

        Asks the team's filters about a set of prompts and assets without generating, stopping or storing anything. The
        set gets one verdict. Needs the Enterprise plan. The fee depends on the prompt and the pictures, once for each
        enabled filter, at least 1 Creative Unit; a team without an enabled filter pays nothing and gets
        `evaluatedFilters: 0`. There is no job.

        POST /generate/ip-detection. A call may cost Creative Units. Repeated after a failure only when it provably did
        not start.

        Conditions:
            - At least one prompt or one asset that can be analyzed is required.

        Args:
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            prompts: Prompts to check, read as one text of at most 250,000 characters together. [each at most 250000
                characters]
            asset_ids: Assets to check. Videos count through their frames; audio and 3D files are skipped. [each at
                least 1 character]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The verdict over the whole set. With `dry_run` the price instead, and nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.CREATE_IP_DETECTION,
            IpDetectionCheckResult,
            query={
                "dryRun": dry_run or None,
                "projectId": project_id,
            },
            body={
                "prompts": prompts,
                "assetIds": asset_ids,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    async def patch(
        self,
        *,
        image: str | bytes | PathLike[str],
        original_assets: bool | None = None,
        project_id: str | None = None,
        crop: PatchCrop | Mapping[str, Any] | None = None,
        patch: PatchOverlay | Mapping[str, Any] | None = None,
        position: PatchPosition | Mapping[str, Any] | None = None,
        allow_overflow: bool | None = None,
        background_color: str | None = None,
        format: PatchFormat | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedPatchResult:
        """Crop a picture or lay another one over it.

        Crops a picture, then draws a second one over it or cuts its shape out. The asset is in the answer when it is
        ready at once; otherwise the job leads to it. A dry run existed in 2025 and went with SDK 2.2.0, so the price
        cannot be asked for; the answer has the fields for a price, so a call may cost.

        POST /generate/patch. A call may cost Creative Units. Repeated after a failure only when it provably did not
        start.

        Args:
            image: The picture, as an asset id or as a data URL. Bytes, or the Path of a file, are sent as a data URL.
                [at least 1 character]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            crop: The part of the picture to keep, in pixels; cut before anything else. Fields: `left` (whole number),
                `top` (whole number), `width` (whole number), `height` (whole number), `backgroundColor` (text).
            patch: The second picture and what to do with it. Fields: `image` (text; at least 1 character), `mode` (one
                of "erase", "override").
            position: Where the second picture's corner lies on the first, in pixels; negative values reach over the
                edge. Fields: `x` (whole number), `y` (whole number).
            allow_overflow: Let the result grow beyond the first picture where the second one reaches over its edge.
            background_color: Color behind the pictures, as hex or an HTML name; `transparent` only for png. [default
                "white"]
            format: File format of the result; png when left out. [one of "jpeg", "png"]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; awaiting its `wait()` gives the job once that has succeeded.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.CREATE_PATCH,
            AsyncStartedPatchResult,
            query={
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "image": image,
                "crop": crop,
                "patch": patch,
                "position": position,
                "allowOverflow": allow_overflow,
                "backgroundColor": background_color,
                "format": format,
            },
            options=options,
        )

    @overload
    async def prompt(
        self,
        *,
        dry_run: Literal[True, "true", "api"],
        project_id: str | None = None,
        mode: PromptMode | None = None,
        prompt: str | None = None,
        model_id: str | None = None,
        image: str | bytes | PathLike[str] | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        num_results: int | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    async def prompt(
        self,
        *,
        dry_run: Literal[False] | None = None,
        project_id: str | None = None,
        mode: PromptMode | None = None,
        prompt: str | None = None,
        model_id: str | None = None,
        image: str | bytes | PathLike[str] | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        num_results: int | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedPromptResult: ...
    @overload
    async def prompt(
        self,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        mode: PromptMode | None = None,
        prompt: str | None = None,
        model_id: str | None = None,
        image: str | bytes | PathLike[str] | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        num_results: int | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedPromptResult | DryRunResult: ...

    async def prompt(
        self,
        *,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        mode: PromptMode | None = None,
        prompt: str | None = None,
        model_id: str | None = None,
        image: str | bytes | PathLike[str] | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        asset_ids: Sequence[str] | None = None,
        num_results: int | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedPromptResult | DryRunResult:
        """Write, complete or improve prompts.

        Returns new prompts, for a model when one is named, and with them calls that are ready to be sent. With some
        models the prompts are asset ids instead of text. An unknown asset in `images` gives 404. The prompts come with
        the answer; the job accounts for them, and its state at that moment was not recorded.

        POST /generate/prompt. A call may cost Creative Units. Repeated after a failure only when it provably did not
        start.

        Conditions:
            - asset_ids make model_id ineffective; in mode image-editing it is asset_ids that have no effect.

        Args:
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            mode: How new prompts come about: continue one, invent, restructure, write for a model and pictures, or
                write an instruction for editing. The vendor's texts call the last one image-editing-prompt; the value
                is image-editing. [one of "completion", "contextual", "contextual-v2", "image-editing", "inventive",
                "structured"]
            prompt: The start to work from, in the modes completion, inventive and structured.
            model_id: The model to write for; its training images and examples guide the text. In mode image-editing
                only gemini-2.0-flash, gemini-2.5-flash, gpt-image-1, flux-kontext and runway-gen4-image are supported.
                [at least 1 character]
            image: The picture to edit, as an asset id or as a data URL; needed in mode image-editing. Bytes, or the
                Path of a file, are sent as a data URL. [at least 1 character]
            images: Pictures to draw on, as asset ids or data URLs; an asset may be a video. At most 15 in
                contextual-v2, 5 in the other modes. Outside the contextual modes they take the place of `model_id`.
                Bytes, or the Path of a file, are sent as a data URL. [at most 15 items; each at least 1 character]
            asset_ids: Assets to draw on; they take the place of `model_id`. Not read in mode image-editing. [each at
                least 1 character]
            num_results: Number of prompts; each one after the first adds to the price. [1 to 5]
            ensure_ip_cleared: Try to keep protected names and works out of the text.
            seed: Same seed and same input give the same text, as far as the service can.
            temperature: Randomness of the wording, 0 to 2; higher is freer. Change this or `top_p`, not both. [0 to 2]
            top_p: Share of the probability mass that words are drawn from. Change this or `temperature`, not both. [0
                to 1]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; awaiting its `wait()` gives the job once that has succeeded. With `dry_run` the price instead,
            and nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.CREATE_PROMPT,
            AsyncStartedPromptResult,
            query={
                "dryRun": dry_run or None,
                "projectId": project_id,
            },
            body={
                "mode": mode,
                "prompt": prompt,
                "modelId": model_id,
                "image": image,
                "images": images,
                "assetIds": asset_ids,
                "numResults": num_results,
                "ensureIPCleared": ensure_ip_cleared,
                "seed": seed,
                "temperature": temperature,
                "topP": top_p,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    async def quality_gate(
        self,
        *,
        image: str | bytes | PathLike[str],
        dry_run: Literal[True, "true", "api"],
        original_assets: bool | None = None,
        project_id: str | None = None,
        sensitivity: QualityGateSensitivity | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    async def quality_gate(
        self,
        *,
        image: str | bytes | PathLike[str],
        dry_run: Literal[False] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        sensitivity: QualityGateSensitivity | None = None,
        options: RequestOptions | None = None,
    ) -> QualityGateResult: ...
    @overload
    async def quality_gate(
        self,
        *,
        image: str | bytes | PathLike[str],
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        sensitivity: QualityGateSensitivity | None = None,
        options: RequestOptions | None = None,
    ) -> QualityGateResult | DryRunResult: ...

    async def quality_gate(
        self,
        *,
        image: str | bytes | PathLike[str],
        dry_run: bool | Literal["true", "api"] | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        sensitivity: QualityGateSensitivity | None = None,
        options: RequestOptions | None = None,
    ) -> QualityGateResult | DryRunResult:
        """Judge the quality of a picture.

        Holds a picture against generic quality and against the briefs that apply, and returns scores, a verdict,
        reasons and suggestions. The result is stored on the asset and replaces an earlier one; a data URL becomes an
        asset first. There is no job.

        POST /generate/quality-gate. A call may cost Creative Units. Repeated after a failure only when it provably did
        not start.

        Args:
            image: The picture, as an asset id or as a data URL. Bytes, or the Path of a file, are sent as a data URL.
                [at least 1 character]
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            sensitivity: How strict the thresholds are for this call; what the project has set when left out, else
                medium. [one of "high", "low", "medium"]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The judgment and the asset that it is stored on. With `dry_run` the price instead, and nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.CREATE_QUALITY_GATE,
            QualityGateResult,
            query={
                "dryRun": dry_run or None,
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "image": image,
                "sensitivity": sensitivity,
            },
            priced_cast=DryRunResult,
            options=options,
        )

    @overload
    async def translate(
        self,
        *,
        prompt: str,
        dry_run: Literal[True, "true", "api"],
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> DryRunResult: ...
    @overload
    async def translate(
        self,
        *,
        prompt: str,
        dry_run: Literal[False] | None = None,
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedTranslationResult: ...
    @overload
    async def translate(
        self,
        *,
        prompt: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedTranslationResult | DryRunResult: ...

    async def translate(
        self,
        *,
        prompt: str,
        dry_run: bool | Literal["true", "api"] | None = None,
        project_id: str | None = None,
        images: Sequence[str | bytes | PathLike[str]] | None = None,
        ensure_ip_cleared: bool | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStartedTranslationResult | DryRunResult:
        """Translate a prompt into English.

        Returns the prompt in English and the language that it was in. The text comes with the answer; the job accounts
        for it, and its state at that moment was not recorded.

        POST /generate/translate. A call may cost Creative Units. Repeated after a failure only when it provably did not
        start.

        Args:
            prompt: The prompt, in any language.
            dry_run: Price the call instead of running it: the answer is 269 with the cost, nothing is made and nothing
                is paid. `api` prices it at the API tier; which tier `true` takes is not written down. It counts in the
                query only: a `dry_run` in the body is ignored and the call is paid. [one of "true", "api"]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            images: Pictures for context, as asset ids or data URLs. Bytes, or the Path of a file, are sent as a data
                URL. [each at least 1 character]
            ensure_ip_cleared: Try to keep protected names and works out of the text.
            seed: Same seed and same input give the same text, as far as the service can.
            temperature: Randomness of the wording, 0 to 2; higher is freer. Change this or `top_p`, not both. [0 to 2]
            top_p: Share of the probability mass that words are drawn from. Change this or `temperature`, not both. [0
                to 1]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The answer; awaiting its `wait()` gives the job once that has succeeded. With `dry_run` the price instead,
            and nothing runs.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.CREATE_TRANSLATION,
            AsyncStartedTranslationResult,
            query={
                "dryRun": dry_run or None,
                "projectId": project_id,
            },
            body={
                "prompt": prompt,
                "images": images,
                "ensureIPCleared": ensure_ip_cleared,
                "seed": seed,
                "temperature": temperature,
                "topP": top_p,
            },
            priced_cast=DryRunResult,
            options=options,
        )
