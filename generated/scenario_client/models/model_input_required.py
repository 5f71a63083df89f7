from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.model_input_conditional import ModelInputConditional
    from ..models.model_input_rules import ModelInputRules


T = TypeVar("T", bound="ModelInputRequired")


@_attrs_define
class ModelInputRequired:
    """When an input must be given; an input without these rules is optional. Never a bare boolean. Source: recording,
    reference, sdk:2.3.0.

    """

    always: bool | Unset = UNSET
    """ True: always. """
    conditional: ModelInputConditional | Unset = UNSET
    """ Makes an input required while other inputs have certain values. Came with SDK 2.3.0; not recorded yet.
    Source: sdk:2.4.0. """
    conditional_values: Any | Unset = UNSET
    """ Input names, each with the values that make this input required; the older form of `conditional`. """
    if_defined: ModelInputRules | Unset = UNSET
    """ Names of other inputs, each with an object that holds the `message` to show. Source: recording, reference.
    """
    if_not_defined: ModelInputRules | Unset = UNSET
    """ Names of other inputs, each with an object that holds the `message` to show. Source: recording, reference.
    """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        always = self.always

        conditional: dict[str, Any] | Unset = UNSET
        if not isinstance(self.conditional, Unset):
            conditional = self.conditional.to_dict()

        conditional_values = self.conditional_values

        if_defined: dict[str, Any] | Unset = UNSET
        if not isinstance(self.if_defined, Unset):
            if_defined = self.if_defined.to_dict()

        if_not_defined: dict[str, Any] | Unset = UNSET
        if not isinstance(self.if_not_defined, Unset):
            if_not_defined = self.if_not_defined.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if always is not UNSET:
            field_dict["always"] = always
        if conditional is not UNSET:
            field_dict["conditional"] = conditional
        if conditional_values is not UNSET:
            field_dict["conditionalValues"] = conditional_values
        if if_defined is not UNSET:
            field_dict["ifDefined"] = if_defined
        if if_not_defined is not UNSET:
            field_dict["ifNotDefined"] = if_not_defined

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.model_input_conditional import ModelInputConditional  # noqa: PLC0415
        from ..models.model_input_rules import ModelInputRules  # noqa: PLC0415

        d = dict(src_dict)
        always = d.pop("always", UNSET)

        _conditional = d.pop("conditional", UNSET)
        conditional: ModelInputConditional | Unset
        if isinstance(_conditional, Unset):
            conditional = UNSET
        else:
            conditional = ModelInputConditional.from_dict(_conditional)

        conditional_values = d.pop("conditionalValues", UNSET)

        _if_defined = d.pop("ifDefined", UNSET)
        if_defined: ModelInputRules | Unset
        if isinstance(_if_defined, Unset):
            if_defined = UNSET
        else:
            if_defined = ModelInputRules.from_dict(_if_defined)

        _if_not_defined = d.pop("ifNotDefined", UNSET)
        if_not_defined: ModelInputRules | Unset
        if isinstance(_if_not_defined, Unset):
            if_not_defined = UNSET
        else:
            if_not_defined = ModelInputRules.from_dict(_if_not_defined)

        model_input_required = cls(
            always=always,
            conditional=conditional,
            conditional_values=conditional_values,
            if_defined=if_defined,
            if_not_defined=if_not_defined,
        )

        model_input_required.additional_properties = d
        return model_input_required

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
