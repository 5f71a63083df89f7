from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_action import JobAction, check_job_action
from ..types import UNSET, Unset

T = TypeVar("T", bound="JobActionRequest")


@_attrs_define
class JobActionRequest:
    """The action to run on a job. The vendor's types leave `action` optional, but name no other use of the call. Source:
    sdk:2.4.0, swagger:2025-11.

    """

    action: JobAction | Unset = UNSET
    """ What can be done to a job. Source: sdk:2.4.0. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        action: str | Unset = UNSET
        if not isinstance(self.action, Unset):
            action = self.action

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if action is not UNSET:
            field_dict["action"] = action

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _action = d.pop("action", UNSET)
        action: JobAction | Unset
        if isinstance(_action, Unset):
            action = UNSET
        else:
            action = check_job_action(_action)

        job_action_request = cls(
            action=action,
        )

        job_action_request.additional_properties = d
        return job_action_request

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
