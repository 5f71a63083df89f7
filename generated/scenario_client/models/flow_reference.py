from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="FlowReference")


@_attrs_define
class FlowReference:
    """Where an input takes its value from, or which nodes it waits for. At least `node` or `conditional` is there. Source:
    sdk:2.4.0.

    """

    node: str | Unset = UNSET
    """ Id of the node to read, or `workflow` for an input of the workflow itself. """
    name: str | Unset = UNSET
    """ Input or output to read; needed with `workflow`, and `all` means every output of a node. """
    equal: str | Unset = UNSET
    """ The output that an if/else node must have for this reference to count. """
    conditional: list[str] | Unset = UNSET
    """ Nodes whose state decides: all succeed and this one runs; they are skipped and so is this one. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        node = self.node

        name = self.name

        equal = self.equal

        conditional: list[str] | Unset = UNSET
        if not isinstance(self.conditional, Unset):
            conditional = self.conditional

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if node is not UNSET:
            field_dict["node"] = node
        if name is not UNSET:
            field_dict["name"] = name
        if equal is not UNSET:
            field_dict["equal"] = equal
        if conditional is not UNSET:
            field_dict["conditional"] = conditional

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        node = d.pop("node", UNSET)

        name = d.pop("name", UNSET)

        equal = d.pop("equal", UNSET)

        conditional = cast(list[str], d.pop("conditional", UNSET))

        flow_reference = cls(
            node=node,
            name=name,
            equal=equal,
            conditional=conditional,
        )

        flow_reference.additional_properties = d
        return flow_reference

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
