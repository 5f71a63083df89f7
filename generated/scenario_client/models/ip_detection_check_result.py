from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.ip_detection_result import IpDetectionResult


T = TypeVar("T", bound="IpDetectionCheckResult")


@_attrs_define
class IpDetectionCheckResult:
    """The verdict over the whole set. There is no job, and `ipDetection.action` is only ever allowed or flagged, since
    this operation stops nothing. The fee is `ipDetection.creativeUnitsCharged`. Source: sdk:2.4.0.

    """

    ip_detection: IpDetectionResult
    """ What the team's filters for protected material found in one set of prompts and pictures, taken together.
    Needs the Enterprise plan. Source: sdk:2.4.0. """
    skipped_asset_ids: list[str]
    """ Assets whose content was not checked, such as audio, 3D files and videos without a frame. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ip_detection = self.ip_detection.to_dict()

        skipped_asset_ids = self.skipped_asset_ids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ipDetection": ip_detection,
                "skippedAssetIds": skipped_asset_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ip_detection_result import IpDetectionResult  # noqa: PLC0415

        d = dict(src_dict)
        ip_detection = IpDetectionResult.from_dict(d.pop("ipDetection"))

        skipped_asset_ids = cast(list[str], d.pop("skippedAssetIds"))

        ip_detection_check_result = cls(
            ip_detection=ip_detection,
            skipped_asset_ids=skipped_asset_ids,
        )

        ip_detection_check_result.additional_properties = d
        return ip_detection_check_result

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
