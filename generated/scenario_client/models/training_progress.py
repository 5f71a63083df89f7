from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="TrainingProgress")


@_attrs_define
class TrainingProgress:
    """How far a training is. Empty on every recorded platform model, so nothing in it is required. Source: recording,
    reference, sdk:2.4.0.

    """

    stage: str | Unset = UNSET
    """ Step of a training. The two captcha stages belong to professional voice cloning; `ready-for-captcha` came
    with SDK 1.0.0. Source: reference, sdk:1.0.0. """
    updated_at: int | Unset = UNSET
    """ When the progress last changed, in milliseconds since 1970. """
    captcha_image_url: str | Unset = UNSET
    """ Signed address of the captcha to read aloud; only in stage `pending-captcha`. """
    position: int | Unset = UNSET
    """ Number of trainings ahead in the queue. """
    progress: float | Unset = UNSET
    """ Share of the training that is done. """
    remaining_time_ms: float | Unset = UNSET
    """ Expected time to the end, in milliseconds. """
    retryable_error: str | Unset = UNSET
    """ Why the voice training went back to `ready-for-captcha`, for people. """
    retry_count: int | Unset = UNSET
    """ Failed attempts in a row; the model fails when the platform's limit is reached. """
    started_at: int | Unset = UNSET
    """ When the training started, in milliseconds since 1970. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        stage = self.stage

        updated_at = self.updated_at

        captcha_image_url = self.captcha_image_url

        position = self.position

        progress = self.progress

        remaining_time_ms = self.remaining_time_ms

        retryable_error = self.retryable_error

        retry_count = self.retry_count

        started_at = self.started_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if stage is not UNSET:
            field_dict["stage"] = stage
        if updated_at is not UNSET:
            field_dict["updatedAt"] = updated_at
        if captcha_image_url is not UNSET:
            field_dict["captchaImageUrl"] = captcha_image_url
        if position is not UNSET:
            field_dict["position"] = position
        if progress is not UNSET:
            field_dict["progress"] = progress
        if remaining_time_ms is not UNSET:
            field_dict["remainingTimeMs"] = remaining_time_ms
        if retryable_error is not UNSET:
            field_dict["retryableError"] = retryable_error
        if retry_count is not UNSET:
            field_dict["retryCount"] = retry_count
        if started_at is not UNSET:
            field_dict["startedAt"] = started_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        stage = d.pop("stage", UNSET)

        updated_at = d.pop("updatedAt", UNSET)

        captcha_image_url = d.pop("captchaImageUrl", UNSET)

        position = d.pop("position", UNSET)

        progress = d.pop("progress", UNSET)

        remaining_time_ms = d.pop("remainingTimeMs", UNSET)

        retryable_error = d.pop("retryableError", UNSET)

        retry_count = d.pop("retryCount", UNSET)

        started_at = d.pop("startedAt", UNSET)

        training_progress = cls(
            stage=stage,
            updated_at=updated_at,
            captcha_image_url=captcha_image_url,
            position=position,
            progress=progress,
            remaining_time_ms=remaining_time_ms,
            retryable_error=retryable_error,
            retry_count=retry_count,
            started_at=started_at,
        )

        training_progress.additional_properties = d
        return training_progress

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
