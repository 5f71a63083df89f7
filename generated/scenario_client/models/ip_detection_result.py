from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.ip_detection_finding import IpDetectionFinding


T = TypeVar("T", bound="IpDetectionResult")


@_attrs_define
class IpDetectionResult:
    """What the team's filters for protected material found in one set of prompts and pictures, taken together. Needs the
    Enterprise plan. Source: sdk:2.4.0.

    """

    action: str
    """ What detection did to the call: let it pass, stopped it, or let it pass with a warning. Source: sdk:2.4.0.
    """
    analyzed_images_count: int
    """ Pictures that were really looked at. Each frame of a video counts; unreadable pictures do not. """
    creative_units_charged: float
    """ Fee of the detection, in Creative Units, not part of `creativeUnitsCost`. At least 1 for a run; 0 when the
    team has no filter enabled. """
    evaluated_filters: int
    """ Number of enabled filters that were asked. """
    findings: list[IpDetectionFinding]
    """ One verdict for each filter. """
    flagged: bool
    """ Whether any filter sees a risk. A call that a failed detector blocked is not flagged. """
    has_detector_error: bool | Unset = UNSET
    """ True when at least one detector failed. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        action = self.action

        analyzed_images_count = self.analyzed_images_count

        creative_units_charged = self.creative_units_charged

        evaluated_filters = self.evaluated_filters

        findings = []
        for findings_item_data in self.findings:
            findings_item = findings_item_data.to_dict()
            findings.append(findings_item)

        flagged = self.flagged

        has_detector_error = self.has_detector_error

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
                "analyzedImagesCount": analyzed_images_count,
                "creativeUnitsCharged": creative_units_charged,
                "evaluatedFilters": evaluated_filters,
                "findings": findings,
                "flagged": flagged,
            }
        )
        if has_detector_error is not UNSET:
            field_dict["hasDetectorError"] = has_detector_error

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ip_detection_finding import IpDetectionFinding  # noqa: PLC0415

        d = dict(src_dict)
        action = d.pop("action")

        analyzed_images_count = d.pop("analyzedImagesCount")

        creative_units_charged = d.pop("creativeUnitsCharged")

        evaluated_filters = d.pop("evaluatedFilters")

        findings = []
        _findings = d.pop("findings")
        for findings_item_data in _findings:
            findings_item = IpDetectionFinding.from_dict(findings_item_data)

            findings.append(findings_item)

        flagged = d.pop("flagged")

        has_detector_error = d.pop("hasDetectorError", UNSET)

        ip_detection_result = cls(
            action=action,
            analyzed_images_count=analyzed_images_count,
            creative_units_charged=creative_units_charged,
            evaluated_filters=evaluated_filters,
            findings=findings,
            flagged=flagged,
            has_detector_error=has_detector_error,
        )

        ip_detection_result.additional_properties = d
        return ip_detection_result

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
