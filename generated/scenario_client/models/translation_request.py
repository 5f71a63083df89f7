from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="TranslationRequest")


@_attrs_define
class TranslationRequest:
    """The prompt to put into English, and pictures that help to understand it. Source: sdk:2.4.0."""

    prompt: str
    """ The prompt, in any language. """
    images: list[str] | Unset = UNSET
    """ Pictures for context, as asset ids or data URLs. """
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
        prompt = self.prompt

        images: list[str] | Unset = UNSET
        if not isinstance(self.images, Unset):
            images = self.images

        ensure_ip_cleared = self.ensure_ip_cleared

        seed = self.seed

        temperature = self.temperature

        top_p = self.top_p

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "prompt": prompt,
            }
        )
        if images is not UNSET:
            field_dict["images"] = images
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
        prompt = d.pop("prompt")

        images = cast(list[str], d.pop("images", UNSET))

        ensure_ip_cleared = d.pop("ensureIPCleared", UNSET)

        seed = d.pop("seed", UNSET)

        temperature = d.pop("temperature", UNSET)

        top_p = d.pop("topP", UNSET)

        translation_request = cls(
            prompt=prompt,
            images=images,
            ensure_ip_cleared=ensure_ip_cleared,
            seed=seed,
            temperature=temperature,
            top_p=top_p,
        )

        translation_request.additional_properties = d
        return translation_request

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
