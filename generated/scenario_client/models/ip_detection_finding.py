from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="IpDetectionFinding")


@_attrs_define
class IpDetectionFinding:
    """The verdict of one filter. Source: sdk:2.4.0."""

    category: str
    """ The kind of protected material that a filter looks for. Source: sdk:2.4.0. """
    confidence: float
    """ How sure the filter is, from 0 to 1. """
    filter_id: str
    """ Id of the filter; opaque. """
    filter_name: str
    """ Name of the filter, for people. """
    flagged: bool
    """ Whether this filter sees a risk. """
    reason: str
    """ The verdict in a sentence, for people. """
    entities: list[str] | Unset = UNSET
    """ Names that the filter recognized, such as characters, brands and persons. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        category = self.category

        confidence = self.confidence

        filter_id = self.filter_id

        filter_name = self.filter_name

        flagged = self.flagged

        reason = self.reason

        entities: list[str] | Unset = UNSET
        if not isinstance(self.entities, Unset):
            entities = self.entities

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "category": category,
                "confidence": confidence,
                "filterId": filter_id,
                "filterName": filter_name,
                "flagged": flagged,
                "reason": reason,
            }
        )
        if entities is not UNSET:
            field_dict["entities"] = entities

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        category = d.pop("category")

        confidence = d.pop("confidence")

        filter_id = d.pop("filterId")

        filter_name = d.pop("filterName")

        flagged = d.pop("flagged")

        reason = d.pop("reason")

        entities = cast(list[str], d.pop("entities", UNSET))

        ip_detection_finding = cls(
            category=category,
            confidence=confidence,
            filter_id=filter_id,
            filter_name=filter_name,
            flagged=flagged,
            reason=reason,
            entities=entities,
        )

        ip_detection_finding.additional_properties = d
        return ip_detection_finding

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
