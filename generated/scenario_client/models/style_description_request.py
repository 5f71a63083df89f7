from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="StyleDescriptionRequest")


@_attrs_define
class StyleDescriptionRequest:
    """Pictures or a model whose style is wanted in words. Source: sdk:2.4.0."""

    images: list[str] | Unset = UNSET
    """ Pictures, as asset ids or data URLs. When given, `modelId` has no effect. """
    asset_ids: list[str] | Unset = UNSET
    """ Pictures, as asset ids. """
    model_id: str | Unset = UNSET
    """ A trained model whose training images and examples guide the wording. """
    ensure_ip_cleared: bool | Unset = UNSET
    """ Try to keep protected names and works out of the text. """
    seed: int | Unset = UNSET
    """ Same seed and same input give the same text, as far as the service can. """
    temperature: float | Unset = UNSET
    """ Randomness of the wording, 0 to 2; higher is freer. Change this or `topP`, not both. """
    top_p: float | Unset = UNSET
    """ Share of the probability mass that words are drawn from. Change this or `temperature`, not both. """
    unwanted_sequences: list[str] | Unset = UNSET
    """ Words and phrases that must not appear. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        images: list[str] | Unset = UNSET
        if not isinstance(self.images, Unset):
            images = self.images

        asset_ids: list[str] | Unset = UNSET
        if not isinstance(self.asset_ids, Unset):
            asset_ids = self.asset_ids

        model_id = self.model_id

        ensure_ip_cleared = self.ensure_ip_cleared

        seed = self.seed

        temperature = self.temperature

        top_p = self.top_p

        unwanted_sequences: list[str] | Unset = UNSET
        if not isinstance(self.unwanted_sequences, Unset):
            unwanted_sequences = self.unwanted_sequences

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if images is not UNSET:
            field_dict["images"] = images
        if asset_ids is not UNSET:
            field_dict["assetIds"] = asset_ids
        if model_id is not UNSET:
            field_dict["modelId"] = model_id
        if ensure_ip_cleared is not UNSET:
            field_dict["ensureIPCleared"] = ensure_ip_cleared
        if seed is not UNSET:
            field_dict["seed"] = seed
        if temperature is not UNSET:
            field_dict["temperature"] = temperature
        if top_p is not UNSET:
            field_dict["topP"] = top_p
        if unwanted_sequences is not UNSET:
            field_dict["unwantedSequences"] = unwanted_sequences

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        images = cast(list[str], d.pop("images", UNSET))

        asset_ids = cast(list[str], d.pop("assetIds", UNSET))

        model_id = d.pop("modelId", UNSET)

        ensure_ip_cleared = d.pop("ensureIPCleared", UNSET)

        seed = d.pop("seed", UNSET)

        temperature = d.pop("temperature", UNSET)

        top_p = d.pop("topP", UNSET)

        unwanted_sequences = cast(list[str], d.pop("unwantedSequences", UNSET))

        style_description_request = cls(
            images=images,
            asset_ids=asset_ids,
            model_id=model_id,
            ensure_ip_cleared=ensure_ip_cleared,
            seed=seed,
            temperature=temperature,
            top_p=top_p,
            unwanted_sequences=unwanted_sequences,
        )

        style_description_request.additional_properties = d
        return style_description_request

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
