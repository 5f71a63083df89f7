from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.error_details import ErrorDetails


T = TypeVar("T", bound="Error")


@_attrs_define
class Error:
    """What went wrong. The service has several shapes for it; this one holds them all, so nothing is required: `reason` is
    what the application sends, `message` what the gateway in front of it sends, `error` and `code` what the search
    guide prints for a spent quota. Source: recording, guide:search.

    """

    reason: str | Unset = UNSET
    """ The cause, in a sentence for people. """
    message: str | Unset = UNSET
    """ The cause, as the gateway or the authorizer words it. """
    error: str | Unset = UNSET
    """ The cause, as the search guide prints it. """
    code: str | Unset = UNSET
    """ A constant for programs, as the search guide prints it. """
    name: str | Unset = UNSET
    """ Class of the error, for example `PlanLimitReachedError` or `ModelAccessRestrictedError`. """
    details: ErrorDetails | Unset = UNSET
    """ Further facts about an error, free in form and different for each class of error. Source: recording. """
    remaining_seconds: float | Unset = UNSET
    """ Seconds to wait before the same call can succeed (cooldown, 429). """
    model_id: str | Unset = UNSET
    """ The model that the caller's plan does not include (403). """
    required_plan: str | Unset = UNSET
    """ The plan that includes the model (403). """
    trace_id: str | Unset = UNSET
    """ Identifies the request towards the vendor's support. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason

        message = self.message

        error = self.error

        code = self.code

        name = self.name

        details: dict[str, Any] | Unset = UNSET
        if not isinstance(self.details, Unset):
            details = self.details.to_dict()

        remaining_seconds = self.remaining_seconds

        model_id = self.model_id

        required_plan = self.required_plan

        trace_id = self.trace_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if reason is not UNSET:
            field_dict["reason"] = reason
        if message is not UNSET:
            field_dict["message"] = message
        if error is not UNSET:
            field_dict["error"] = error
        if code is not UNSET:
            field_dict["code"] = code
        if name is not UNSET:
            field_dict["name"] = name
        if details is not UNSET:
            field_dict["details"] = details
        if remaining_seconds is not UNSET:
            field_dict["remainingSeconds"] = remaining_seconds
        if model_id is not UNSET:
            field_dict["modelId"] = model_id
        if required_plan is not UNSET:
            field_dict["requiredPlan"] = required_plan
        if trace_id is not UNSET:
            field_dict["trace_id"] = trace_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.error_details import ErrorDetails  # noqa: PLC0415

        d = dict(src_dict)
        reason = d.pop("reason", UNSET)

        message = d.pop("message", UNSET)

        error = d.pop("error", UNSET)

        code = d.pop("code", UNSET)

        name = d.pop("name", UNSET)

        _details = d.pop("details", UNSET)
        details: ErrorDetails | Unset
        if isinstance(_details, Unset):
            details = UNSET
        else:
            details = ErrorDetails.from_dict(_details)

        remaining_seconds = d.pop("remainingSeconds", UNSET)

        model_id = d.pop("modelId", UNSET)

        required_plan = d.pop("requiredPlan", UNSET)

        trace_id = d.pop("trace_id", UNSET)

        error = cls(
            reason=reason,
            message=message,
            error=error,
            code=code,
            name=name,
            details=details,
            remaining_seconds=remaining_seconds,
            model_id=model_id,
            required_plan=required_plan,
            trace_id=trace_id,
        )

        error.additional_properties = d
        return error

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
