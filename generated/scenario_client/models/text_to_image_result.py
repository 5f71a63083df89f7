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
    from ..models.text_to_image_inference import TextToImageInference


T = TypeVar("T", bound="TextToImageResult")


@_attrs_define
class TextToImageResult:
    """The job, and the older record `inference`. The export calls both required; the only recorded answer is known for its
    job alone, so `inference` is optional. Source: recording, swagger:2025-11.

    """

    job: Job
    """ A piece of work that runs in the background: a generation, a training, an upload. It is the same in lists,
    when read by id, and in the answer of the call that started it. Source: recording, sdk:2.4.0. """
    inference: TextToImageInference | Unset = UNSET
    """ The older record of a generation, next to its job. Its fields were not kept in the evidence, so it stays
    free in form. Source: swagger:2025-11. """
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
        job = self.job.to_dict()

        inference: dict[str, Any] | Unset = UNSET
        if not isinstance(self.inference, Unset):
            inference = self.inference.to_dict()

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
                "job": job,
            }
        )
        if inference is not UNSET:
            field_dict["inference"] = inference
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
        from ..models.text_to_image_inference import TextToImageInference  # noqa: PLC0415

        d = dict(src_dict)
        job = Job.from_dict(d.pop("job"))

        _inference = d.pop("inference", UNSET)
        inference: TextToImageInference | Unset
        if isinstance(_inference, Unset):
            inference = UNSET
        else:
            inference = TextToImageInference.from_dict(_inference)

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

        text_to_image_result = cls(
            job=job,
            inference=inference,
            creative_units_cost=creative_units_cost,
            creative_units_discount=creative_units_discount,
            cost_details=cost_details,
            ip_detection=ip_detection,
        )

        text_to_image_result.additional_properties = d
        return text_to_image_result

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
