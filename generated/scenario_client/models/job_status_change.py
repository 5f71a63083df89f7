from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._portable import parse_timestamp

T = TypeVar("T", bound="JobStatusChange")


@_attrs_define
class JobStatusChange:
    """A state that the job reached, and when. Source: recording, sdk:2.4.0."""

    status: str
    """ State of a job. `success`, `failure` and `canceled` end it. Guides also write `processing` for a running and
    `failed` for a failed job; no recording of a job has them. Source: recording, swagger:2025-11, sdk:2.4.0,
    guide:third-party. """
    date: datetime.datetime
    """ When the job reached the state. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status = self.status

        date = self.date.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
                "date": date,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        status = d.pop("status")

        date = parse_timestamp(d.pop("date"))

        job_status_change = cls(
            status=status,
            date=date,
        )

        job_status_change.additional_properties = d
        return job_status_change

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
