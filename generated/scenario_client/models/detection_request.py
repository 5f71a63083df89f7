from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.detect_modality import DetectModality, check_detect_modality
from ..types import UNSET, Unset

T = TypeVar("T", bound="DetectionRequest")


@_attrs_define
class DetectionRequest:
    """A picture and the map to make of it, with settings for some of the maps. The scale of the thresholds is not
    documented. Source: sdk:2.4.0.

    """

    image: str
    """ The picture, as an asset id or as a data URL. """
    modality: DetectModality
    """ The kind of map to make of the picture. Source: sdk:2.4.0. """
    low_threshold: float | Unset = UNSET
    """ Lower threshold of the canny detector. """
    high_threshold: float | Unset = UNSET
    """ Upper threshold of the canny detector. """
    factor: float | Unset = UNSET
    """ Contrast factor of the grayscale detector. """
    min_threshold: float | Unset = UNSET
    """ Lower threshold of the grayscale detector. """
    max_threshold: float | Unset = UNSET
    """ Upper threshold of the grayscale detector. """
    remove_background: bool | Unset = UNSET
    """ Cut the background away in the grayscale detector. """
    keypoint_threshold: float | Unset = UNSET
    """ From 0 to 1. The vendor's text speaks of surface polish, which belongs to another setting. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        image = self.image

        modality: str = self.modality

        low_threshold = self.low_threshold

        high_threshold = self.high_threshold

        factor = self.factor

        min_threshold = self.min_threshold

        max_threshold = self.max_threshold

        remove_background = self.remove_background

        keypoint_threshold = self.keypoint_threshold

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "image": image,
                "modality": modality,
            }
        )
        if low_threshold is not UNSET:
            field_dict["lowThreshold"] = low_threshold
        if high_threshold is not UNSET:
            field_dict["highThreshold"] = high_threshold
        if factor is not UNSET:
            field_dict["factor"] = factor
        if min_threshold is not UNSET:
            field_dict["minThreshold"] = min_threshold
        if max_threshold is not UNSET:
            field_dict["maxThreshold"] = max_threshold
        if remove_background is not UNSET:
            field_dict["removeBackground"] = remove_background
        if keypoint_threshold is not UNSET:
            field_dict["keypointThreshold"] = keypoint_threshold

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        image = d.pop("image")

        modality = check_detect_modality(d.pop("modality"))

        low_threshold = d.pop("lowThreshold", UNSET)

        high_threshold = d.pop("highThreshold", UNSET)

        factor = d.pop("factor", UNSET)

        min_threshold = d.pop("minThreshold", UNSET)

        max_threshold = d.pop("maxThreshold", UNSET)

        remove_background = d.pop("removeBackground", UNSET)

        keypoint_threshold = d.pop("keypointThreshold", UNSET)

        detection_request = cls(
            image=image,
            modality=modality,
            low_threshold=low_threshold,
            high_threshold=high_threshold,
            factor=factor,
            min_threshold=min_threshold,
            max_threshold=max_threshold,
            remove_background=remove_background,
            keypoint_threshold=keypoint_threshold,
        )

        detection_request.additional_properties = d
        return detection_request

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
