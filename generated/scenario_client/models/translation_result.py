from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.cost_details import CostDetails
    from ..models.ip_detection_result import IpDetectionResult
    from ..models.job import Job


T = TypeVar("T", bound="TranslationResult")


@_attrs_define
class TranslationResult:
    """The English prompt and the language that it came from, with the job that accounts for it. Source: sdk:2.4.0."""

    translation: str
    """ The prompt in English. """
    detected_language: str
    """ Language of the input. Whether as a name or as a code is not documented. """
    job: Job
    """ A piece of work that runs in the background: a generation, a training, an upload. It is the same in lists,
    when read by id, and in the answer of the call that started it. Source: recording, sdk:2.4.0. """
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
        translation = self.translation

        detected_language = self.detected_language

        job = self.job.to_dict()

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
                "translation": translation,
                "detectedLanguage": detected_language,
                "job": job,
            }
        )
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
        from ..models.cost_details import CostDetails  # noqa: PLC0415
        from ..models.ip_detection_result import IpDetectionResult  # noqa: PLC0415
        from ..models.job import Job  # noqa: PLC0415

        d = dict(src_dict)
        translation = d.pop("translation")

        detected_language = d.pop("detectedLanguage")

        job = Job.from_dict(d.pop("job"))

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

        translation_result = cls(
            translation=translation,
            detected_language=detected_language,
            job=job,
            creative_units_cost=creative_units_cost,
            creative_units_discount=creative_units_discount,
            cost_details=cost_details,
            ip_detection=ip_detection,
        )

        translation_result.additional_properties = d
        return translation_result

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
