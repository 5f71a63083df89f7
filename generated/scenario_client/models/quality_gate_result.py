from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.asset import Asset
    from ..models.asset_quality_gate_dimension import AssetQualityGateDimension
    from ..models.cost_details import CostDetails
    from ..models.ip_detection_result import IpDetectionResult
    from ..models.quality_gate_brief import QualityGateBrief


T = TypeVar("T", bound="QualityGateResult")


@_attrs_define
class QualityGateResult:
    """The judgment and the asset that it is stored on. There is no job in it. Source: sdk:2.4.0."""

    ai_quality: AssetQualityGateDimension
    """ One dimension of the quality check, with its reasons. Source: sdk:2.4.0. """
    applied_briefs: list[QualityGateBrief]
    """ The briefs that counted. """
    overall_score: float
    """ Both sides together, from 0 to 100; higher is better. """
    verdict: str
    """ What the quality check decided. Source: sdk:2.4.0. """
    asset: Asset
    """ A file with what is known about it: a picture, video, sound, 3D model or text, uploaded or generated. Lists,
    bulk reads, uploads and reads by id send the same shape; `embedding` and `qualityGate.details` come on request
    only. Source: sdk:2.4.0. """
    brief_compliance: AssetQualityGateDimension | Unset = UNSET
    """ One dimension of the quality check, with its reasons. Source: sdk:2.4.0. """
    sensitivity: str | Unset = UNSET
    """ How strict the quality check was. Source: sdk:2.4.0. """
    creative_units_cost: float | Unset = UNSET
    """ Price of the call, in Creative Units; the sum of `costDetails`. """
    creative_units_discount: float | Unset = UNSET
    """ What the caller's plan took off the price, in Creative Units. """
    cost_details: CostDetails | Unset = UNSET
    """ The price by part, in Creative Units: the generation under its own key and each add-on under its own.
    Source: recording, sdk:2.4.0. """
    ip_detection: IpDetectionResult | Unset = UNSET
    """ What the team's filters for protected material found in one set of prompts and pictures, taken together.
    Needs the Enterprise plan. Source: sdk:2.4.0. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ai_quality = self.ai_quality.to_dict()

        applied_briefs = []
        for applied_briefs_item_data in self.applied_briefs:
            applied_briefs_item = applied_briefs_item_data.to_dict()
            applied_briefs.append(applied_briefs_item)

        overall_score = self.overall_score

        verdict = self.verdict

        asset = self.asset.to_dict()

        brief_compliance: dict[str, Any] | Unset = UNSET
        if not isinstance(self.brief_compliance, Unset):
            brief_compliance = self.brief_compliance.to_dict()

        sensitivity = self.sensitivity

        creative_units_cost = self.creative_units_cost

        creative_units_discount = self.creative_units_discount

        cost_details: dict[str, Any] | Unset = UNSET
        if not isinstance(self.cost_details, Unset):
            cost_details = self.cost_details.to_dict()

        ip_detection: dict[str, Any] | Unset = UNSET
        if not isinstance(self.ip_detection, Unset):
            ip_detection = self.ip_detection.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "aiQuality": ai_quality,
                "appliedBriefs": applied_briefs,
                "overallScore": overall_score,
                "verdict": verdict,
                "asset": asset,
            }
        )
        if brief_compliance is not UNSET:
            field_dict["briefCompliance"] = brief_compliance
        if sensitivity is not UNSET:
            field_dict["sensitivity"] = sensitivity
        if creative_units_cost is not UNSET:
            field_dict["creativeUnitsCost"] = creative_units_cost
        if creative_units_discount is not UNSET:
            field_dict["creativeUnitsDiscount"] = creative_units_discount
        if cost_details is not UNSET:
            field_dict["costDetails"] = cost_details
        if ip_detection is not UNSET:
            field_dict["ipDetection"] = ip_detection

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asset import Asset  # noqa: PLC0415
        from ..models.asset_quality_gate_dimension import AssetQualityGateDimension  # noqa: PLC0415
        from ..models.cost_details import CostDetails  # noqa: PLC0415
        from ..models.ip_detection_result import IpDetectionResult  # noqa: PLC0415
        from ..models.quality_gate_brief import QualityGateBrief  # noqa: PLC0415

        d = dict(src_dict)
        ai_quality = AssetQualityGateDimension.from_dict(d.pop("aiQuality"))

        applied_briefs = []
        _applied_briefs = d.pop("appliedBriefs")
        for applied_briefs_item_data in _applied_briefs:
            applied_briefs_item = QualityGateBrief.from_dict(applied_briefs_item_data)

            applied_briefs.append(applied_briefs_item)

        overall_score = d.pop("overallScore")

        verdict = d.pop("verdict")

        asset = Asset.from_dict(d.pop("asset"))

        _brief_compliance = d.pop("briefCompliance", UNSET)
        brief_compliance: AssetQualityGateDimension | Unset
        if isinstance(_brief_compliance, Unset):
            brief_compliance = UNSET
        else:
            brief_compliance = AssetQualityGateDimension.from_dict(_brief_compliance)

        sensitivity = d.pop("sensitivity", UNSET)

        creative_units_cost = d.pop("creativeUnitsCost", UNSET)

        creative_units_discount = d.pop("creativeUnitsDiscount", UNSET)

        _cost_details = d.pop("costDetails", UNSET)
        cost_details: CostDetails | Unset
        if isinstance(_cost_details, Unset):
            cost_details = UNSET
        else:
            cost_details = CostDetails.from_dict(_cost_details)

        _ip_detection = d.pop("ipDetection", UNSET)
        ip_detection: IpDetectionResult | Unset
        if isinstance(_ip_detection, Unset):
            ip_detection = UNSET
        else:
            ip_detection = IpDetectionResult.from_dict(_ip_detection)

        quality_gate_result = cls(
            ai_quality=ai_quality,
            applied_briefs=applied_briefs,
            overall_score=overall_score,
            verdict=verdict,
            asset=asset,
            brief_compliance=brief_compliance,
            sensitivity=sensitivity,
            creative_units_cost=creative_units_cost,
            creative_units_discount=creative_units_discount,
            cost_details=cost_details,
            ip_detection=ip_detection,
        )

        quality_gate_result.additional_properties = d
        return quality_gate_result

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
