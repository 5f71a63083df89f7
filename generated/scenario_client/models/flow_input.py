from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.flow_input_item import FlowInputItem
    from ..models.flow_reference import FlowReference
    from ..models.model_input_required import ModelInputRequired
    from ..models.model_nested_input import ModelNestedInput


T = TypeVar("T", bound="FlowInput")


@_attrs_define
class FlowInput:
    """An input of a node: the declaration of a model's input, and where its value comes from. Source: sdk:2.4.0."""

    name: str
    """ Key of the input in the body. """
    type_: str
    """ Data type of an input; the array types take lists. Source: reference, recording. """
    allowed_values: list[Any] | Unset = UNSET
    """ The values to choose from: one for text and numbers, several for `string_array`. """
    background_behavior: str | Unset = UNSET
    """ What an image input does with transparent pixels. Only for files of kind `image`. Source: reference,
    recording. """
    color: bool | Unset = UNSET
    """ True when the text is a color. Only for `string`. """
    cost_impact: bool | Unset = UNSET
    """ True when the value changes the price. """
    default: Any | Unset = UNSET
    """ Value when the input is left out: a text, a number, a boolean or a list. """
    description: str | Unset = UNSET
    """ Explanation of the input, shown to people. """
    group: str | Unset = UNSET
    """ Heading under which neighboring inputs are shown together. """
    hint: str | Unset = UNSET
    """ Tooltip of the input. """
    inputs: list[ModelNestedInput] | Unset = UNSET
    """ The fields of each element. Only for `inputs_array`. """
    kind: str | Unset = UNSET
    """ The family of file that an asset or a file input is. `text` came with SDK 1.0.0. Source: recording,
    reference, sdk:1.0.0. """
    label: str | Unset = UNSET
    """ Caption of the input. """
    mask_from: str | Unset = UNSET
    """ Name of the file input that this mask belongs to. """
    max_: float | Unset = UNSET
    """ Largest number allowed; the service refuses larger ones. Only for numbers and their arrays. """
    max_duration: float | Unset = UNSET
    """ Longest audio or video allowed, in seconds. Only for files. """
    max_length: int | Unset = UNSET
    """ Most characters of a text or model id; for arrays, most elements. """
    max_size: int | Unset = UNSET
    """ Largest file allowed, in bytes. Only for files. """
    min_: float | Unset = UNSET
    """ Smallest number meant; the service was recorded to accept smaller ones. Only for numbers and their arrays.
    """
    min_duration: float | Unset = UNSET
    """ Shortest audio or video allowed, in seconds. Only for files. """
    min_length: int | Unset = UNSET
    """ Fewest characters of a text or model id; for arrays, fewest elements. """
    model_types: list[str] | Unset = UNSET
    """ Types of the models that the input takes. Only for `model` and `model_array`. """
    parent: bool | Unset = UNSET
    """ True when the file becomes the parent of the assets made; for an array, its first file. """
    placeholder: str | Unset = UNSET
    """ Text shown in the empty field. Only for `string`. """
    prompt: bool | Unset = UNSET
    """ True when the text is a prompt. Only for `string`. """
    prompt_spark: bool | Unset = UNSET
    """ True when prompt suggestions are offered for it. Only for `string`. """
    required: ModelInputRequired | Unset = UNSET
    """ When an input must be given; an input without these rules is optional. Never a bare boolean. Source:
    recording, reference, sdk:2.3.0. """
    step: float | Unset = UNSET
    """ Distance between two allowed numbers. Recorded steps go below 1, although the reference prints a minimum of
    1. """
    ref: FlowReference | Unset = UNSET
    """ Where an input takes its value from, or which nodes it waits for. At least `node` or `conditional` is there.
    Source: sdk:2.4.0. """
    value: Any | Unset = UNSET
    """ The value to run the node with, free in form; workflow jobs only. """
    items: list[list[FlowInputItem]] | Unset = UNSET
    """ For inputs_array: every item is a group of inputs with values or references of its own. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        type_ = self.type_

        allowed_values: list[Any] | Unset = UNSET
        if not isinstance(self.allowed_values, Unset):
            allowed_values = self.allowed_values

        background_behavior = self.background_behavior

        color = self.color

        cost_impact = self.cost_impact

        default = self.default

        description = self.description

        group = self.group

        hint = self.hint

        inputs: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.inputs, Unset):
            inputs = []
            for inputs_item_data in self.inputs:
                inputs_item = inputs_item_data.to_dict()
                inputs.append(inputs_item)

        kind = self.kind

        label = self.label

        mask_from = self.mask_from

        max_ = self.max_

        max_duration = self.max_duration

        max_length = self.max_length

        max_size = self.max_size

        min_ = self.min_

        min_duration = self.min_duration

        min_length = self.min_length

        model_types: list[str] | Unset = UNSET
        if not isinstance(self.model_types, Unset):
            model_types = self.model_types

        parent = self.parent

        placeholder = self.placeholder

        prompt = self.prompt

        prompt_spark = self.prompt_spark

        required: dict[str, Any] | Unset = UNSET
        if not isinstance(self.required, Unset):
            required = self.required.to_dict()

        step = self.step

        ref: dict[str, Any] | Unset = UNSET
        if not isinstance(self.ref, Unset):
            ref = self.ref.to_dict()

        value = self.value

        items: list[list[dict[str, Any]]] | Unset = UNSET
        if not isinstance(self.items, Unset):
            items = []
            for items_item_data in self.items:
                items_item = []
                for items_item_item_data in items_item_data:
                    items_item_item = items_item_item_data.to_dict()
                    items_item.append(items_item_item)

                items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "type": type_,
            }
        )
        if allowed_values is not UNSET:
            field_dict["allowedValues"] = allowed_values
        if background_behavior is not UNSET:
            field_dict["backgroundBehavior"] = background_behavior
        if color is not UNSET:
            field_dict["color"] = color
        if cost_impact is not UNSET:
            field_dict["costImpact"] = cost_impact
        if default is not UNSET:
            field_dict["default"] = default
        if description is not UNSET:
            field_dict["description"] = description
        if group is not UNSET:
            field_dict["group"] = group
        if hint is not UNSET:
            field_dict["hint"] = hint
        if inputs is not UNSET:
            field_dict["inputs"] = inputs
        if kind is not UNSET:
            field_dict["kind"] = kind
        if label is not UNSET:
            field_dict["label"] = label
        if mask_from is not UNSET:
            field_dict["maskFrom"] = mask_from
        if max_ is not UNSET:
            field_dict["max"] = max_
        if max_duration is not UNSET:
            field_dict["maxDuration"] = max_duration
        if max_length is not UNSET:
            field_dict["maxLength"] = max_length
        if max_size is not UNSET:
            field_dict["maxSize"] = max_size
        if min_ is not UNSET:
            field_dict["min"] = min_
        if min_duration is not UNSET:
            field_dict["minDuration"] = min_duration
        if min_length is not UNSET:
            field_dict["minLength"] = min_length
        if model_types is not UNSET:
            field_dict["modelTypes"] = model_types
        if parent is not UNSET:
            field_dict["parent"] = parent
        if placeholder is not UNSET:
            field_dict["placeholder"] = placeholder
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if prompt_spark is not UNSET:
            field_dict["promptSpark"] = prompt_spark
        if required is not UNSET:
            field_dict["required"] = required
        if step is not UNSET:
            field_dict["step"] = step
        if ref is not UNSET:
            field_dict["ref"] = ref
        if value is not UNSET:
            field_dict["value"] = value
        if items is not UNSET:
            field_dict["items"] = items

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.flow_input_item import FlowInputItem  # noqa: PLC0415
        from ..models.flow_reference import FlowReference  # noqa: PLC0415
        from ..models.model_input_required import ModelInputRequired  # noqa: PLC0415
        from ..models.model_nested_input import ModelNestedInput  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        type_ = d.pop("type")

        allowed_values = cast(list[Any], d.pop("allowedValues", UNSET))

        background_behavior = d.pop("backgroundBehavior", UNSET)

        color = d.pop("color", UNSET)

        cost_impact = d.pop("costImpact", UNSET)

        default = d.pop("default", UNSET)

        description = d.pop("description", UNSET)

        group = d.pop("group", UNSET)

        hint = d.pop("hint", UNSET)

        _inputs = d.pop("inputs", UNSET)
        inputs: list[ModelNestedInput] | Unset = UNSET
        if _inputs is not UNSET:
            inputs = []
            for inputs_item_data in _inputs:
                inputs_item = ModelNestedInput.from_dict(inputs_item_data)

                inputs.append(inputs_item)

        kind = d.pop("kind", UNSET)

        label = d.pop("label", UNSET)

        mask_from = d.pop("maskFrom", UNSET)

        max_ = d.pop("max", UNSET)

        max_duration = d.pop("maxDuration", UNSET)

        max_length = d.pop("maxLength", UNSET)

        max_size = d.pop("maxSize", UNSET)

        min_ = d.pop("min", UNSET)

        min_duration = d.pop("minDuration", UNSET)

        min_length = d.pop("minLength", UNSET)

        model_types = cast(list[str], d.pop("modelTypes", UNSET))

        parent = d.pop("parent", UNSET)

        placeholder = d.pop("placeholder", UNSET)

        prompt = d.pop("prompt", UNSET)

        prompt_spark = d.pop("promptSpark", UNSET)

        _required = d.pop("required", UNSET)
        required: ModelInputRequired | Unset
        if isinstance(_required, Unset):
            required = UNSET
        else:
            required = ModelInputRequired.from_dict(_required)

        step = d.pop("step", UNSET)

        _ref = d.pop("ref", UNSET)
        ref: FlowReference | Unset
        if isinstance(_ref, Unset):
            ref = UNSET
        else:
            ref = FlowReference.from_dict(_ref)

        value = d.pop("value", UNSET)

        _items = d.pop("items", UNSET)
        items: list[list[FlowInputItem]] | Unset = UNSET
        if _items is not UNSET:
            items = []
            for items_item_data in _items:
                items_item = []
                _items_item = items_item_data
                for items_item_item_data in _items_item:
                    items_item_item = FlowInputItem.from_dict(items_item_item_data)

                    items_item.append(items_item_item)

                items.append(items_item)

        flow_input = cls(
            name=name,
            type_=type_,
            allowed_values=allowed_values,
            background_behavior=background_behavior,
            color=color,
            cost_impact=cost_impact,
            default=default,
            description=description,
            group=group,
            hint=hint,
            inputs=inputs,
            kind=kind,
            label=label,
            mask_from=mask_from,
            max_=max_,
            max_duration=max_duration,
            max_length=max_length,
            max_size=max_size,
            min_=min_,
            min_duration=min_duration,
            min_length=min_length,
            model_types=model_types,
            parent=parent,
            placeholder=placeholder,
            prompt=prompt,
            prompt_spark=prompt_spark,
            required=required,
            step=step,
            ref=ref,
            value=value,
            items=items,
        )

        flow_input.additional_properties = d
        return flow_input

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
