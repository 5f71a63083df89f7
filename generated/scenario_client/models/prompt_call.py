from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.prompt_call_parameters import PromptCallParameters


T = TypeVar("T", bound="PromptCall")


@_attrs_define
class PromptCall:
    """A generation that is ready to be sent: the model and its inputs, the prompt among them when the model has one.
    Source: sdk:2.4.0.

    """

    model_id: str
    """ The model that the call is for. """
    parameters: PromptCallParameters
    """ Inputs for the model, by name, as the body of POST /generate/custom/{modelId} takes them. Source: sdk:2.4.0.
    """
    rationale: str | Unset = UNSET
    """ Why this call is proposed. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        model_id = self.model_id

        parameters = self.parameters.to_dict()

        rationale = self.rationale

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "modelId": model_id,
                "parameters": parameters,
            }
        )
        if rationale is not UNSET:
            field_dict["rationale"] = rationale

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.prompt_call_parameters import PromptCallParameters  # noqa: PLC0415

        d = dict(src_dict)
        model_id = d.pop("modelId")

        parameters = PromptCallParameters.from_dict(d.pop("parameters"))

        rationale = d.pop("rationale", UNSET)

        prompt_call = cls(
            model_id=model_id,
            parameters=parameters,
            rationale=rationale,
        )

        prompt_call.additional_properties = d
        return prompt_call

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
