from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.asset_hit_metadata_thumbnail import AssetHitMetadataThumbnail


T = TypeVar("T", bound="AssetHitMetadata")


@_attrs_define
class AssetHitMetadata:
    """What the index knows of the file and of how it was made. Which fields are there depends on the kind of asset and on
    the model, so none is required. Source: guide:search, sdk:2.4.0.

    """

    name: str | Unset = UNSET
    """ Name that a user gave the asset. """
    kind: str | Unset = UNSET
    """ The family of file that an asset or a file input is. `text` came with SDK 1.0.0. Source: recording,
    reference, sdk:1.0.0. """
    type_: str | Unset = UNSET
    """ How the asset came to be, in the words of the index; mostly, not only, those of the asset's own type. """
    width: int | Unset = UNSET
    """ Width in pixels. """
    height: int | Unset = UNSET
    """ Height in pixels. """
    aspect_ratio: str | Unset = UNSET
    """ Width to height. """
    size: int | Unset = UNSET
    """ Size of the file in bytes. """
    prompt: str | Unset = UNSET
    """ Prompt of the generation. """
    negative_prompt: str | Unset = UNSET
    """ What the generation should avoid. """
    negative_prompt_strength: float | Unset = UNSET
    """ Weight of the negative prompt, for Flux models. """
    text: str | Unset = UNSET
    """ Text that the asset was made from or holds, mostly of speech. """
    seed: str | Unset = UNSET
    """ Seed of the generation, to repeat it; a string of digits. """
    model_id: str | Unset = UNSET
    """ Model that made the asset. """
    base_model_id: str | Unset = UNSET
    """ Base model below the model that made the asset. """
    model_type: str | Unset = UNSET
    """ Type of the model that made the asset. """
    num_inference_steps: int | Unset = UNSET
    """ Number of steps of the generation. """
    guidance: float | Unset = UNSET
    """ How closely the generation kept to the prompt. """
    scheduler: str | Unset = UNSET
    """ Scheduler of the generation. """
    parent_job_id: str | Unset = UNSET
    """ Job that made the asset. """
    thumbnail: AssetHitMetadataThumbnail | Unset = UNSET
    """ The picture that stands for an asset without one of its own, for example a canvas; by id only. Source:
    sdk:2.4.0. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        kind = self.kind

        type_ = self.type_

        width = self.width

        height = self.height

        aspect_ratio = self.aspect_ratio

        size = self.size

        prompt = self.prompt

        negative_prompt = self.negative_prompt

        negative_prompt_strength = self.negative_prompt_strength

        text = self.text

        seed = self.seed

        model_id = self.model_id

        base_model_id = self.base_model_id

        model_type = self.model_type

        num_inference_steps = self.num_inference_steps

        guidance = self.guidance

        scheduler = self.scheduler

        parent_job_id = self.parent_job_id

        thumbnail: dict[str, Any] | Unset = UNSET
        if not isinstance(self.thumbnail, Unset):
            thumbnail = self.thumbnail.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if kind is not UNSET:
            field_dict["kind"] = kind
        if type_ is not UNSET:
            field_dict["type"] = type_
        if width is not UNSET:
            field_dict["width"] = width
        if height is not UNSET:
            field_dict["height"] = height
        if aspect_ratio is not UNSET:
            field_dict["aspectRatio"] = aspect_ratio
        if size is not UNSET:
            field_dict["size"] = size
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if negative_prompt is not UNSET:
            field_dict["negativePrompt"] = negative_prompt
        if negative_prompt_strength is not UNSET:
            field_dict["negativePromptStrength"] = negative_prompt_strength
        if text is not UNSET:
            field_dict["text"] = text
        if seed is not UNSET:
            field_dict["seed"] = seed
        if model_id is not UNSET:
            field_dict["modelId"] = model_id
        if base_model_id is not UNSET:
            field_dict["baseModelId"] = base_model_id
        if model_type is not UNSET:
            field_dict["modelType"] = model_type
        if num_inference_steps is not UNSET:
            field_dict["numInferenceSteps"] = num_inference_steps
        if guidance is not UNSET:
            field_dict["guidance"] = guidance
        if scheduler is not UNSET:
            field_dict["scheduler"] = scheduler
        if parent_job_id is not UNSET:
            field_dict["parentJobId"] = parent_job_id
        if thumbnail is not UNSET:
            field_dict["thumbnail"] = thumbnail

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asset_hit_metadata_thumbnail import AssetHitMetadataThumbnail  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name", UNSET)

        kind = d.pop("kind", UNSET)

        type_ = d.pop("type", UNSET)

        width = d.pop("width", UNSET)

        height = d.pop("height", UNSET)

        aspect_ratio = d.pop("aspectRatio", UNSET)

        size = d.pop("size", UNSET)

        prompt = d.pop("prompt", UNSET)

        negative_prompt = d.pop("negativePrompt", UNSET)

        negative_prompt_strength = d.pop("negativePromptStrength", UNSET)

        text = d.pop("text", UNSET)

        seed = d.pop("seed", UNSET)

        model_id = d.pop("modelId", UNSET)

        base_model_id = d.pop("baseModelId", UNSET)

        model_type = d.pop("modelType", UNSET)

        num_inference_steps = d.pop("numInferenceSteps", UNSET)

        guidance = d.pop("guidance", UNSET)

        scheduler = d.pop("scheduler", UNSET)

        parent_job_id = d.pop("parentJobId", UNSET)

        _thumbnail = d.pop("thumbnail", UNSET)
        thumbnail: AssetHitMetadataThumbnail | Unset
        if isinstance(_thumbnail, Unset):
            thumbnail = UNSET
        else:
            thumbnail = AssetHitMetadataThumbnail.from_dict(_thumbnail)

        asset_hit_metadata = cls(
            name=name,
            kind=kind,
            type_=type_,
            width=width,
            height=height,
            aspect_ratio=aspect_ratio,
            size=size,
            prompt=prompt,
            negative_prompt=negative_prompt,
            negative_prompt_strength=negative_prompt_strength,
            text=text,
            seed=seed,
            model_id=model_id,
            base_model_id=base_model_id,
            model_type=model_type,
            num_inference_steps=num_inference_steps,
            guidance=guidance,
            scheduler=scheduler,
            parent_job_id=parent_job_id,
            thumbnail=thumbnail,
        )

        asset_hit_metadata.additional_properties = d
        return asset_hit_metadata

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
