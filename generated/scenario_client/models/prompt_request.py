from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.prompt_mode import PromptMode, check_prompt_mode
from ..types import UNSET, Unset

T = TypeVar("T", bound="PromptRequest")


@_attrs_define
class PromptRequest:
    """What to write prompts from. The vendor's types require `mode`; recorded calls leave it out, and the answer then
    names the one used. Source: recording, sdk:2.4.0.

    """

    mode: PromptMode | Unset = UNSET
    """ How new prompts come about: continue one, invent, restructure, write for a model and pictures, or write an
    instruction for editing. The vendor's texts call the last one image-editing-prompt; the value is image-editing.
    Source: sdk:2.4.0. """
    prompt: str | Unset = UNSET
    """ The start to work from, in the modes completion, inventive and structured. """
    model_id: str | Unset = UNSET
    """ The model to write for; its training images and examples guide the text. In mode image-editing only
    gemini-2.0-flash, gemini-2.5-flash, gpt-image-1, flux-kontext and runway-gen4-image are supported. """
    image: str | Unset = UNSET
    """ The picture to edit, as an asset id or as a data URL; needed in mode image-editing. """
    images: list[str] | Unset = UNSET
    """ Pictures to draw on, as asset ids or data URLs; an asset may be a video. At most 15 in contextual-v2, 5 in
    the other modes. Outside the contextual modes they take the place of `modelId`. """
    asset_ids: list[str] | Unset = UNSET
    """ Assets to draw on; they take the place of `modelId`. Not read in mode image-editing. """
    num_results: int | Unset = UNSET
    """ Number of prompts; each one after the first adds to the price. """
    ensure_ip_cleared: bool | Unset = UNSET
    """ Try to keep protected names and works out of the text. """
    seed: int | Unset = UNSET
    """ Same seed and same input give the same text, as far as the service can. """
    temperature: float | Unset = UNSET
    """ Randomness of the wording, 0 to 2; higher is freer. Change this or `topP`, not both. """
    top_p: float | Unset = UNSET
    """ Share of the probability mass that words are drawn from. Change this or `temperature`, not both. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        mode: str | Unset = UNSET
        if not isinstance(self.mode, Unset):
            mode = self.mode

        prompt = self.prompt

        model_id = self.model_id

        image = self.image

        images: list[str] | Unset = UNSET
        if not isinstance(self.images, Unset):
            images = self.images

        asset_ids: list[str] | Unset = UNSET
        if not isinstance(self.asset_ids, Unset):
            asset_ids = self.asset_ids

        num_results = self.num_results

        ensure_ip_cleared = self.ensure_ip_cleared

        seed = self.seed

        temperature = self.temperature

        top_p = self.top_p

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if mode is not UNSET:
            field_dict["mode"] = mode
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if model_id is not UNSET:
            field_dict["modelId"] = model_id
        if image is not UNSET:
            field_dict["image"] = image
        if images is not UNSET:
            field_dict["images"] = images
        if asset_ids is not UNSET:
            field_dict["assetIds"] = asset_ids
        if num_results is not UNSET:
            field_dict["numResults"] = num_results
        if ensure_ip_cleared is not UNSET:
            field_dict["ensureIPCleared"] = ensure_ip_cleared
        if seed is not UNSET:
            field_dict["seed"] = seed
        if temperature is not UNSET:
            field_dict["temperature"] = temperature
        if top_p is not UNSET:
            field_dict["topP"] = top_p

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _mode = d.pop("mode", UNSET)
        mode: PromptMode | Unset
        if isinstance(_mode, Unset):
            mode = UNSET
        else:
            mode = check_prompt_mode(_mode)

        prompt = d.pop("prompt", UNSET)

        model_id = d.pop("modelId", UNSET)

        image = d.pop("image", UNSET)

        images = cast(list[str], d.pop("images", UNSET))

        asset_ids = cast(list[str], d.pop("assetIds", UNSET))

        num_results = d.pop("numResults", UNSET)

        ensure_ip_cleared = d.pop("ensureIPCleared", UNSET)

        seed = d.pop("seed", UNSET)

        temperature = d.pop("temperature", UNSET)

        top_p = d.pop("topP", UNSET)

        prompt_request = cls(
            mode=mode,
            prompt=prompt,
            model_id=model_id,
            image=image,
            images=images,
            asset_ids=asset_ids,
            num_results=num_results,
            ensure_ip_cleared=ensure_ip_cleared,
            seed=seed,
            temperature=temperature,
            top_p=top_p,
        )

        prompt_request.additional_properties = d
        return prompt_request

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
