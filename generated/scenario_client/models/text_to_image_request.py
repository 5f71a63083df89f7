from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.model_concept import ModelConcept


T = TypeVar("T", bound="TextToImageRequest")


@_attrs_define
class TextToImageRequest:
    """Prompt and settings for a model that still has its own pipeline, such as flux.1-dev with LoRAs. The numbers are
    those of November 2025. Source: swagger:2025-11.

    """

    model_id: str
    """ Id of the model, or of a LoRA. Models of type `custom` are refused. """
    prompt: str
    """ What the pictures should show. """
    negative_prompt: str | Unset = UNSET
    """ What they should not show. """
    negative_prompt_strength: float | Unset = UNSET
    """ Weight of the negative prompt; 0 switches it off. """
    num_samples: int | Unset = UNSET
    """ Number of pictures. """
    num_inference_steps: int | Unset = UNSET
    """ Number of denoising steps for each picture. """
    width: int | Unset = UNSET
    """ In pixels, a multiple of 8; some types of model allow a narrower range. """
    height: int | Unset = UNSET
    """ In pixels, a multiple of 8; some types of model allow a narrower range. """
    aspect_ratio: str | Unset = UNSET
    """ Width to height, for the one model type that takes a ratio (flux.1.1-pro-ultra). The export lists these
    eleven for its general inference endpoint; that they are the same here is concluded from the count. Source:
    swagger:2025-11, inference. """
    guidance: float | Unset = UNSET
    """ How closely the pictures follow the prompt; the default depends on the model. """
    scheduler: str | Unset = UNSET
    """ The sampling method. The export lists these fifteen for its diffusion endpoints; that this endpoint has the
    same fifteen is concluded from the count. Source: swagger:2025-11, inference. """
    seed: str | Unset = UNSET
    """ Starting point of the randomness, a number written as text; chosen at random when left out. """
    base_model_id: str | Unset = UNSET
    """ Another base for a Flux LoRA, one of the model's `compliantModelIds`. """
    model_epoch: str | Unset = UNSET
    """ Training epoch of a Flux LoRA; the latest when left out. """
    concepts: list[ModelConcept] | Unset = UNSET
    """ Further LoRAs to blend in, each with its weight from -2 to 2. """
    hide_results: bool | Unset = UNSET
    """ Mark the results as hidden; GET /jobs leaves such jobs out while its `hideResults` is false. """
    intermediate_images: bool | Unset = UNSET
    """ Whether to make pictures of the steps in between too; the effect is not documented further. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        model_id = self.model_id

        prompt = self.prompt

        negative_prompt = self.negative_prompt

        negative_prompt_strength = self.negative_prompt_strength

        num_samples = self.num_samples

        num_inference_steps = self.num_inference_steps

        width = self.width

        height = self.height

        aspect_ratio = self.aspect_ratio

        guidance = self.guidance

        scheduler = self.scheduler

        seed = self.seed

        base_model_id = self.base_model_id

        model_epoch = self.model_epoch

        concepts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.concepts, Unset):
            concepts = []
            for concepts_item_data in self.concepts:
                concepts_item = concepts_item_data.to_dict()
                concepts.append(concepts_item)

        hide_results = self.hide_results

        intermediate_images = self.intermediate_images

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "modelId": model_id,
                "prompt": prompt,
            }
        )
        if negative_prompt is not UNSET:
            field_dict["negativePrompt"] = negative_prompt
        if negative_prompt_strength is not UNSET:
            field_dict["negativePromptStrength"] = negative_prompt_strength
        if num_samples is not UNSET:
            field_dict["numSamples"] = num_samples
        if num_inference_steps is not UNSET:
            field_dict["numInferenceSteps"] = num_inference_steps
        if width is not UNSET:
            field_dict["width"] = width
        if height is not UNSET:
            field_dict["height"] = height
        if aspect_ratio is not UNSET:
            field_dict["aspectRatio"] = aspect_ratio
        if guidance is not UNSET:
            field_dict["guidance"] = guidance
        if scheduler is not UNSET:
            field_dict["scheduler"] = scheduler
        if seed is not UNSET:
            field_dict["seed"] = seed
        if base_model_id is not UNSET:
            field_dict["baseModelId"] = base_model_id
        if model_epoch is not UNSET:
            field_dict["modelEpoch"] = model_epoch
        if concepts is not UNSET:
            field_dict["concepts"] = concepts
        if hide_results is not UNSET:
            field_dict["hideResults"] = hide_results
        if intermediate_images is not UNSET:
            field_dict["intermediateImages"] = intermediate_images

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.model_concept import ModelConcept  # noqa: PLC0415

        d = dict(src_dict)
        model_id = d.pop("modelId")

        prompt = d.pop("prompt")

        negative_prompt = d.pop("negativePrompt", UNSET)

        negative_prompt_strength = d.pop("negativePromptStrength", UNSET)

        num_samples = d.pop("numSamples", UNSET)

        num_inference_steps = d.pop("numInferenceSteps", UNSET)

        width = d.pop("width", UNSET)

        height = d.pop("height", UNSET)

        aspect_ratio = d.pop("aspectRatio", UNSET)

        guidance = d.pop("guidance", UNSET)

        scheduler = d.pop("scheduler", UNSET)

        seed = d.pop("seed", UNSET)

        base_model_id = d.pop("baseModelId", UNSET)

        model_epoch = d.pop("modelEpoch", UNSET)

        _concepts = d.pop("concepts", UNSET)
        concepts: list[ModelConcept] | Unset = UNSET
        if _concepts is not UNSET:
            concepts = []
            for concepts_item_data in _concepts:
                concepts_item = ModelConcept.from_dict(concepts_item_data)

                concepts.append(concepts_item)

        hide_results = d.pop("hideResults", UNSET)

        intermediate_images = d.pop("intermediateImages", UNSET)

        text_to_image_request = cls(
            model_id=model_id,
            prompt=prompt,
            negative_prompt=negative_prompt,
            negative_prompt_strength=negative_prompt_strength,
            num_samples=num_samples,
            num_inference_steps=num_inference_steps,
            width=width,
            height=height,
            aspect_ratio=aspect_ratio,
            guidance=guidance,
            scheduler=scheduler,
            seed=seed,
            base_model_id=base_model_id,
            model_epoch=model_epoch,
            concepts=concepts,
            hide_results=hide_results,
            intermediate_images=intermediate_images,
        )

        text_to_image_request.additional_properties = d
        return text_to_image_request

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
