from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AssetQualityGateDimension")


@_attrs_define
class AssetQualityGateDimension:
    """One dimension of the quality check, with its reasons. Source: sdk:2.4.0."""

    score: float
    """ The score, from 0 to 100; higher is better. """
    reasons: list[str]
    """ Why it scored as it did. """
    suggestions: list[str]
    """ What would raise the score. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        score = self.score

        reasons = self.reasons

        suggestions = self.suggestions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "score": score,
                "reasons": reasons,
                "suggestions": suggestions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        score = d.pop("score")

        reasons = cast(list[str], d.pop("reasons"))

        suggestions = cast(list[str], d.pop("suggestions"))

        asset_quality_gate_dimension = cls(
            score=score,
            reasons=reasons,
            suggestions=suggestions,
        )

        asset_quality_gate_dimension.additional_properties = d
        return asset_quality_gate_dimension

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
