from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="JobAddOnCosts")


@_attrs_define
class JobAddOnCosts:
    """What the add-ons of a job cost, each under its key, in Creative Units. It is the part that can still be refunded:
    after a failure or a cancellation it reads 0. Absent when there were none. Source: recording, sdk:2.4.0.

    """

    ip_detection: float | Unset = UNSET
    """ Reserved; the price of this check stands in the answer that started the job. """
    quality_gate: float | Unset = UNSET
    """ Price of the quality check, in Creative Units. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ip_detection = self.ip_detection

        quality_gate = self.quality_gate

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if ip_detection is not UNSET:
            field_dict["ip-detection"] = ip_detection
        if quality_gate is not UNSET:
            field_dict["quality-gate"] = quality_gate

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ip_detection = d.pop("ip-detection", UNSET)

        quality_gate = d.pop("quality-gate", UNSET)

        job_add_on_costs = cls(
            ip_detection=ip_detection,
            quality_gate=quality_gate,
        )

        job_add_on_costs.additional_properties = d
        return job_add_on_costs

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
