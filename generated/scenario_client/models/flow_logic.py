from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.flow_logic_case import FlowLogicCase


T = TypeVar("T", bound="FlowLogic")


@_attrs_define
class FlowLogic:
    """How a logic node decides or transforms. Source: sdk:2.4.0."""

    cases: list[FlowLogicCase] | Unset = UNSET
    """ If/else nodes: the conditions, in the order in which they are tried. """
    default: str | Unset = UNSET
    """ If/else nodes: node or output to use when no case matches. """
    transform: str | Unset = UNSET
    """ Transform nodes: the transformation. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cases: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.cases, Unset):
            cases = []
            for cases_item_data in self.cases:
                cases_item = cases_item_data.to_dict()
                cases.append(cases_item)

        default = self.default

        transform = self.transform

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if cases is not UNSET:
            field_dict["cases"] = cases
        if default is not UNSET:
            field_dict["default"] = default
        if transform is not UNSET:
            field_dict["transform"] = transform

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.flow_logic_case import FlowLogicCase  # noqa: PLC0415

        d = dict(src_dict)
        _cases = d.pop("cases", UNSET)
        cases: list[FlowLogicCase] | Unset = UNSET
        if _cases is not UNSET:
            cases = []
            for cases_item_data in _cases:
                cases_item = FlowLogicCase.from_dict(cases_item_data)

                cases.append(cases_item)

        default = d.pop("default", UNSET)

        transform = d.pop("transform", UNSET)

        flow_logic = cls(
            cases=cases,
            default=default,
            transform=transform,
        )

        flow_logic.additional_properties = d
        return flow_logic

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
