from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CustomGenerationInputs")


@_attrs_define
class CustomGenerationInputs:
    """The inputs of the model, by name. Which names exist, their types, bounds and which are required is in the `inputs`
    of GET /models/{modelId}. A LoRA or composition is itself an input (`modelId`, `loras` with `lorasScale`) of a base
    model that declares it, such as model_bfl-flux-1-dev; its own id in the path is refused. Source: recording,
    sdk:2.4.0, guide:third-party.

    """

    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        custom_generation_inputs = cls()

        custom_generation_inputs.additional_properties = d
        return custom_generation_inputs

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
