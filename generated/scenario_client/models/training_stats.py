from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._portable import parse_timestamp
from ..types import UNSET, Unset

T = TypeVar("T", bound="TrainingStats")


@_attrs_define
class TrainingStats:
    """When a training ran and for how long. Source: reference, sdk:2.4.0."""

    ended_at: datetime.datetime | Unset = UNSET
    """ When the training ended. """
    queue_duration: float | Unset = UNSET
    """ Time in the queue, in seconds. """
    started_at: datetime.datetime | Unset = UNSET
    """ When the training started. """
    train_duration: float | Unset = UNSET
    """ Time of the training itself, in seconds. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ended_at: str | Unset = UNSET
        if not isinstance(self.ended_at, Unset):
            ended_at = self.ended_at.isoformat()

        queue_duration = self.queue_duration

        started_at: str | Unset = UNSET
        if not isinstance(self.started_at, Unset):
            started_at = self.started_at.isoformat()

        train_duration = self.train_duration

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if ended_at is not UNSET:
            field_dict["endedAt"] = ended_at
        if queue_duration is not UNSET:
            field_dict["queueDuration"] = queue_duration
        if started_at is not UNSET:
            field_dict["startedAt"] = started_at
        if train_duration is not UNSET:
            field_dict["trainDuration"] = train_duration

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _ended_at = d.pop("endedAt", UNSET)
        ended_at: datetime.datetime | Unset
        if isinstance(_ended_at, Unset):
            ended_at = UNSET
        else:
            ended_at = parse_timestamp(_ended_at)

        queue_duration = d.pop("queueDuration", UNSET)

        _started_at = d.pop("startedAt", UNSET)
        started_at: datetime.datetime | Unset
        if isinstance(_started_at, Unset):
            started_at = UNSET
        else:
            started_at = parse_timestamp(_started_at)

        train_duration = d.pop("trainDuration", UNSET)

        training_stats = cls(
            ended_at=ended_at,
            queue_duration=queue_duration,
            started_at=started_at,
            train_duration=train_duration,
        )

        training_stats.additional_properties = d
        return training_stats

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
