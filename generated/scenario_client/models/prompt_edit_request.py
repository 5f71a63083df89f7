from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.prompt_edit_fidelity import PromptEditFidelity, check_prompt_edit_fidelity
from ..models.prompt_edit_format import PromptEditFormat, check_prompt_edit_format
from ..models.prompt_edit_model import PromptEditModel, check_prompt_edit_model
from ..models.prompt_edit_quality import PromptEditQuality, check_prompt_edit_quality
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.model_concept import ModelConcept


T = TypeVar("T", bound="PromptEditRequest")


@_attrs_define
class PromptEditRequest:
    """A picture and an instruction. Bounds of the numbers were not kept in the evidence. Source: swagger:2025-11,
    sdk:2.4.0.

    """

    image: str
    """ The picture, as an asset id or as a data URL. """
    prompt: str
    """ What to change. """
    model_id: PromptEditModel | Unset = UNSET
    """ The editors that this endpoint drives. Source: swagger:2025-11. """
    reference_images: list[str] | Unset = UNSET
    """ Further pictures to take material from, as asset ids or data URLs. """
    mask: str | Unset = UNSET
    """ Picture that marks the region to change, as an asset id or as a data URL. """
    seed: Any | Unset = UNSET
    """ Starting point of the randomness. Elsewhere the service has it as text and as a number. """
    strength: float | Unset = UNSET
    """ How far the result may move from the picture; read by flux-kontext with a LoRA. """
    guidance_scale: float | Unset = UNSET
    """ How closely the result follows the instruction. """
    format_: PromptEditFormat | Unset = UNSET
    """ File format of the edited pictures. Source: swagger:2025-11. """
    aspect_ratio: str | Unset = UNSET
    """ Width to height, or `auto`. The export lists twelve values; only `auto` is known by name, so the rest is not
    restricted here. """
    input_fidelity: PromptEditFidelity | Unset = UNSET
    """ How much care is taken to keep faces, logos and the like. Source: swagger:2025-11. """
    quality: PromptEditQuality | Unset = UNSET
    """ Effort that the editor spends on a picture. Source: swagger:2025-11. """
    concepts: list[ModelConcept] | Unset = UNSET
    """ Flux Kontext LoRAs that style the result, each with its weight from 0 to 2. """
    num_samples: int | Unset = UNSET
    """ Number of pictures. """
    compression: float | Unset = UNSET
    """ How strongly the file is compressed; its unit is not recorded. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        image = self.image

        prompt = self.prompt

        model_id: str | Unset = UNSET
        if not isinstance(self.model_id, Unset):
            model_id = self.model_id

        reference_images: list[str] | Unset = UNSET
        if not isinstance(self.reference_images, Unset):
            reference_images = self.reference_images

        mask = self.mask

        seed = self.seed

        strength = self.strength

        guidance_scale = self.guidance_scale

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_

        aspect_ratio = self.aspect_ratio

        input_fidelity: str | Unset = UNSET
        if not isinstance(self.input_fidelity, Unset):
            input_fidelity = self.input_fidelity

        quality: str | Unset = UNSET
        if not isinstance(self.quality, Unset):
            quality = self.quality

        concepts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.concepts, Unset):
            concepts = []
            for concepts_item_data in self.concepts:
                concepts_item = concepts_item_data.to_dict()
                concepts.append(concepts_item)

        num_samples = self.num_samples

        compression = self.compression

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "image": image,
                "prompt": prompt,
            }
        )
        if model_id is not UNSET:
            field_dict["modelId"] = model_id
        if reference_images is not UNSET:
            field_dict["referenceImages"] = reference_images
        if mask is not UNSET:
            field_dict["mask"] = mask
        if seed is not UNSET:
            field_dict["seed"] = seed
        if strength is not UNSET:
            field_dict["strength"] = strength
        if guidance_scale is not UNSET:
            field_dict["guidanceScale"] = guidance_scale
        if format_ is not UNSET:
            field_dict["format"] = format_
        if aspect_ratio is not UNSET:
            field_dict["aspectRatio"] = aspect_ratio
        if input_fidelity is not UNSET:
            field_dict["inputFidelity"] = input_fidelity
        if quality is not UNSET:
            field_dict["quality"] = quality
        if concepts is not UNSET:
            field_dict["concepts"] = concepts
        if num_samples is not UNSET:
            field_dict["numSamples"] = num_samples
        if compression is not UNSET:
            field_dict["compression"] = compression

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.model_concept import ModelConcept  # noqa: PLC0415

        d = dict(src_dict)
        image = d.pop("image")

        prompt = d.pop("prompt")

        _model_id = d.pop("modelId", UNSET)
        model_id: PromptEditModel | Unset
        if isinstance(_model_id, Unset):
            model_id = UNSET
        else:
            model_id = check_prompt_edit_model(_model_id)

        reference_images = cast(list[str], d.pop("referenceImages", UNSET))

        mask = d.pop("mask", UNSET)

        seed = d.pop("seed", UNSET)

        strength = d.pop("strength", UNSET)

        guidance_scale = d.pop("guidanceScale", UNSET)

        _format_ = d.pop("format", UNSET)
        format_: PromptEditFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = check_prompt_edit_format(_format_)

        aspect_ratio = d.pop("aspectRatio", UNSET)

        _input_fidelity = d.pop("inputFidelity", UNSET)
        input_fidelity: PromptEditFidelity | Unset
        if isinstance(_input_fidelity, Unset):
            input_fidelity = UNSET
        else:
            input_fidelity = check_prompt_edit_fidelity(_input_fidelity)

        _quality = d.pop("quality", UNSET)
        quality: PromptEditQuality | Unset
        if isinstance(_quality, Unset):
            quality = UNSET
        else:
            quality = check_prompt_edit_quality(_quality)

        _concepts = d.pop("concepts", UNSET)
        concepts: list[ModelConcept] | Unset = UNSET
        if _concepts is not UNSET:
            concepts = []
            for concepts_item_data in _concepts:
                concepts_item = ModelConcept.from_dict(concepts_item_data)

                concepts.append(concepts_item)

        num_samples = d.pop("numSamples", UNSET)

        compression = d.pop("compression", UNSET)

        prompt_edit_request = cls(
            image=image,
            prompt=prompt,
            model_id=model_id,
            reference_images=reference_images,
            mask=mask,
            seed=seed,
            strength=strength,
            guidance_scale=guidance_scale,
            format_=format_,
            aspect_ratio=aspect_ratio,
            input_fidelity=input_fidelity,
            quality=quality,
            concepts=concepts,
            num_samples=num_samples,
            compression=compression,
        )

        prompt_edit_request.additional_properties = d
        return prompt_edit_request

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
