from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._portable import parse_timestamp
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.asset_quality_gate_details import AssetQualityGateDetails


T = TypeVar("T", bound="AssetQualityGate")


@_attrs_define
class AssetQualityGate:
    """Result of the quality check, which runs after the generation. `details` come only when asked for. Source: sdk:2.4.0."""

    computed_at: datetime.datetime
    """ When the check ran. """
    status: str
    """ Whether the quality check succeeded. Source: sdk:2.4.0. """
    version: str
    """ Version of the rules and model that judged. """
    overall_score: float | Unset = UNSET
    """ The score as a whole, from 0 to 100; there when the check succeeded. """
    ai_quality_score: float | Unset = UNSET
    """ The part of the score for general quality. """
    brief_compliance_score: float | Unset = UNSET
    """ The part of the score for following the project's brief; absent without a brief. """
    verdict: str | Unset = UNSET
    """ What the quality check decided. Source: sdk:2.4.0. """
    sensitivity: str | Unset = UNSET
    """ How strict the quality check was. Source: sdk:2.4.0. """
    applied_brief_ids: list[str] | Unset = UNSET
    """ Briefs that counted. """
    details: AssetQualityGateDetails | Unset = UNSET
    """ Reasons and advice for each dimension of the quality check; only the project that owns the asset gets them.
    Source: sdk:2.4.0. """
    error: str | Unset = UNSET
    """ Why the check failed, shortened. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        computed_at = self.computed_at.isoformat()

        status = self.status

        version = self.version

        overall_score = self.overall_score

        ai_quality_score = self.ai_quality_score

        brief_compliance_score = self.brief_compliance_score

        verdict = self.verdict

        sensitivity = self.sensitivity

        applied_brief_ids: list[str] | Unset = UNSET
        if not isinstance(self.applied_brief_ids, Unset):
            applied_brief_ids = self.applied_brief_ids

        details: dict[str, Any] | Unset = UNSET
        if not isinstance(self.details, Unset):
            details = self.details.to_dict()

        error = self.error

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "computedAt": computed_at,
                "status": status,
                "version": version,
            }
        )
        if overall_score is not UNSET:
            field_dict["overallScore"] = overall_score
        if ai_quality_score is not UNSET:
            field_dict["aiQualityScore"] = ai_quality_score
        if brief_compliance_score is not UNSET:
            field_dict["briefComplianceScore"] = brief_compliance_score
        if verdict is not UNSET:
            field_dict["verdict"] = verdict
        if sensitivity is not UNSET:
            field_dict["sensitivity"] = sensitivity
        if applied_brief_ids is not UNSET:
            field_dict["appliedBriefIds"] = applied_brief_ids
        if details is not UNSET:
            field_dict["details"] = details
        if error is not UNSET:
            field_dict["error"] = error

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asset_quality_gate_details import AssetQualityGateDetails  # noqa: PLC0415

        d = dict(src_dict)
        computed_at = parse_timestamp(d.pop("computedAt"))

        status = d.pop("status")

        version = d.pop("version")

        overall_score = d.pop("overallScore", UNSET)

        ai_quality_score = d.pop("aiQualityScore", UNSET)

        brief_compliance_score = d.pop("briefComplianceScore", UNSET)

        verdict = d.pop("verdict", UNSET)

        sensitivity = d.pop("sensitivity", UNSET)

        applied_brief_ids = cast(list[str], d.pop("appliedBriefIds", UNSET))

        _details = d.pop("details", UNSET)
        details: AssetQualityGateDetails | Unset
        if isinstance(_details, Unset):
            details = UNSET
        else:
            details = AssetQualityGateDetails.from_dict(_details)

        error = d.pop("error", UNSET)

        asset_quality_gate = cls(
            computed_at=computed_at,
            status=status,
            version=version,
            overall_score=overall_score,
            ai_quality_score=ai_quality_score,
            brief_compliance_score=brief_compliance_score,
            verdict=verdict,
            sensitivity=sensitivity,
            applied_brief_ids=applied_brief_ids,
            details=details,
            error=error,
        )

        asset_quality_gate.additional_properties = d
        return asset_quality_gate

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
