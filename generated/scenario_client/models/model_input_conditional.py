from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ModelInputConditional")


@_attrs_define
class ModelInputConditional:
    """Makes an input required while other inputs have certain values. Came with SDK 2.3.0; not recorded yet. Source:
    sdk:2.4.0.

    """

    values: Any
    """ Names of inputs, each with the values that count. """
    operator: str | Unset = UNSET
    """ Whether all of the conditions must hold or any of them. Source: sdk:2.4.0. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        values = self.values

        operator = self.operator

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "values": values,
            }
        )
        if operator is not UNSET:
            field_dict["operator"] = operator

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        values = d.pop("values")

        operator = d.pop("operator", UNSET)

        model_input_conditional = cls(
            values=values,
            operator=operator,
        )

        model_input_conditional.additional_properties = d
        return model_input_conditional

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
