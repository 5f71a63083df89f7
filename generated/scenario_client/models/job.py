from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._portable import parse_timestamp
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.job_billing import JobBilling
    from ..models.job_metadata import JobMetadata
    from ..models.job_status_change import JobStatusChange


T = TypeVar("T", bound="Job")


@_attrs_define
class Job:
    """A piece of work that runs in the background: a generation, a training, an upload. It is the same in lists, when read
    by id, and in the answer of the call that started it. Source: recording, sdk:2.4.0.

    """

    job_id: str
    """ Id of the job. """
    job_type: str
    """ What kind of work a job does. A run of a model through `/generate/custom` is `custom`. Source: recording,
    sdk:2.4.0. """
    status: str
    """ State of a job. `success`, `failure` and `canceled` end it. Guides also write `processing` for a running and
    `failed` for a failed job; no recording of a job has them. Source: recording, swagger:2025-11, sdk:2.4.0,
    guide:third-party. """
    status_history: list[JobStatusChange]
    """ Every state so far with its time, oldest first; the first time equals `createdAt`. """
    progress: float
    """ Part of the work that is done, from 0 to 1. """
    metadata: JobMetadata
    """ What went into a job and what came out of it. Which fields are there depends on the kind and the state of
    the job. Source: recording, sdk:2.4.0. """
    created_at: datetime.datetime
    """ When it was created. """
    updated_at: datetime.datetime
    """ When it last changed. """
    billing: JobBilling | Unset = UNSET
    """ What the job costs, in Creative Units. Add-ons come on top: a generation priced 7.25 was recorded as
    `cuCost` 6 with `quality-gate` 1.25. Source: recording, sdk:2.4.0. """
    author_id: str | Unset = UNSET
    """ Who started it: a user, or the API key that was used. """
    owner_id: str | Unset = UNSET
    """ The project that owns it; a team in older rows. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        job_id = self.job_id

        job_type = self.job_type

        status = self.status

        status_history = []
        for status_history_item_data in self.status_history:
            status_history_item = status_history_item_data.to_dict()
            status_history.append(status_history_item)

        progress = self.progress

        metadata = self.metadata.to_dict()

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        billing: dict[str, Any] | Unset = UNSET
        if not isinstance(self.billing, Unset):
            billing = self.billing.to_dict()

        author_id = self.author_id

        owner_id = self.owner_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "jobId": job_id,
                "jobType": job_type,
                "status": status,
                "statusHistory": status_history,
                "progress": progress,
                "metadata": metadata,
                "createdAt": created_at,
                "updatedAt": updated_at,
            }
        )
        if billing is not UNSET:
            field_dict["billing"] = billing
        if author_id is not UNSET:
            field_dict["authorId"] = author_id
        if owner_id is not UNSET:
            field_dict["ownerId"] = owner_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job_billing import JobBilling  # noqa: PLC0415
        from ..models.job_metadata import JobMetadata  # noqa: PLC0415
        from ..models.job_status_change import JobStatusChange  # noqa: PLC0415

        d = dict(src_dict)
        job_id = d.pop("jobId")

        job_type = d.pop("jobType")

        status = d.pop("status")

        status_history = []
        _status_history = d.pop("statusHistory")
        for status_history_item_data in _status_history:
            status_history_item = JobStatusChange.from_dict(status_history_item_data)

            status_history.append(status_history_item)

        progress = d.pop("progress")

        metadata = JobMetadata.from_dict(d.pop("metadata"))

        created_at = parse_timestamp(d.pop("createdAt"))

        updated_at = parse_timestamp(d.pop("updatedAt"))

        _billing = d.pop("billing", UNSET)
        billing: JobBilling | Unset
        if isinstance(_billing, Unset):
            billing = UNSET
        else:
            billing = JobBilling.from_dict(_billing)

        author_id = d.pop("authorId", UNSET)

        owner_id = d.pop("ownerId", UNSET)

        job = cls(
            job_id=job_id,
            job_type=job_type,
            status=status,
            status_history=status_history,
            progress=progress,
            metadata=metadata,
            created_at=created_at,
            updated_at=updated_at,
            billing=billing,
            author_id=author_id,
            owner_id=owner_id,
        )

        job.additional_properties = d
        return job

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
