from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.ui_input_properties_map import UiInputPropertiesMap
    from ..models.ui_loras_component import UiLorasComponent
    from ..models.ui_output_properties_map import UiOutputPropertiesMap
    from ..models.ui_preset import UiPreset
    from ..models.ui_resolution_component import UiResolutionComponent
    from ..models.ui_selects import UiSelects
    from ..models.ui_trigger_generate import UiTriggerGenerate


T = TypeVar("T", bound="ModelUiConfig")


@_attrs_define
class ModelUiConfig:
    """How the vendor's web application lays out a model's inputs. Only in the answer of GET /models/{modelId}, for
    `custom` models. Source: recording, reference, sdk:2.4.0.

    """

    input_properties: UiInputPropertiesMap | Unset = UNSET
    """ Layout of inputs, by the name of the input. Source: reference. """
    loras_component: UiLorasComponent | Unset = UNSET
    """ Ties the inputs for LoRA models and their weights together. Source: recording, reference. """
    output_properties: UiOutputPropertiesMap | Unset = UNSET
    """ Captions of a provider's outputs, by the name of the output. Source: sdk:2.2.0. """
    presets: list[UiPreset] | Unset = UNSET
    """ Sets of values to choose from. """
    resolution_component: UiResolutionComponent | Unset = UNSET
    """ Ties width and height together and offers common sizes. Source: recording, reference. """
    selects: UiSelects | Unset = UNSET
    """ Captions of allowed values, by the name of the input; recorded as a mapping of value to caption. Source:
    recording, reference. """
    trigger_generate: UiTriggerGenerate | Unset = UNSET
    """ Where an additional button that starts the generation stands: at a position, or after an input, not both.
    Source: reference. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        input_properties: dict[str, Any] | Unset = UNSET
        if not isinstance(self.input_properties, Unset):
            input_properties = self.input_properties.to_dict()

        loras_component: dict[str, Any] | Unset = UNSET
        if not isinstance(self.loras_component, Unset):
            loras_component = self.loras_component.to_dict()

        output_properties: dict[str, Any] | Unset = UNSET
        if not isinstance(self.output_properties, Unset):
            output_properties = self.output_properties.to_dict()

        presets: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.presets, Unset):
            presets = []
            for presets_item_data in self.presets:
                presets_item = presets_item_data.to_dict()
                presets.append(presets_item)

        resolution_component: dict[str, Any] | Unset = UNSET
        if not isinstance(self.resolution_component, Unset):
            resolution_component = self.resolution_component.to_dict()

        selects: dict[str, Any] | Unset = UNSET
        if not isinstance(self.selects, Unset):
            selects = self.selects.to_dict()

        trigger_generate: dict[str, Any] | Unset = UNSET
        if not isinstance(self.trigger_generate, Unset):
            trigger_generate = self.trigger_generate.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if input_properties is not UNSET:
            field_dict["inputProperties"] = input_properties
        if loras_component is not UNSET:
            field_dict["lorasComponent"] = loras_component
        if output_properties is not UNSET:
            field_dict["outputProperties"] = output_properties
        if presets is not UNSET:
            field_dict["presets"] = presets
        if resolution_component is not UNSET:
            field_dict["resolutionComponent"] = resolution_component
        if selects is not UNSET:
            field_dict["selects"] = selects
        if trigger_generate is not UNSET:
            field_dict["triggerGenerate"] = trigger_generate

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ui_input_properties_map import UiInputPropertiesMap  # noqa: PLC0415
        from ..models.ui_loras_component import UiLorasComponent  # noqa: PLC0415
        from ..models.ui_output_properties_map import UiOutputPropertiesMap  # noqa: PLC0415
        from ..models.ui_preset import UiPreset  # noqa: PLC0415
        from ..models.ui_resolution_component import UiResolutionComponent  # noqa: PLC0415
        from ..models.ui_selects import UiSelects  # noqa: PLC0415
        from ..models.ui_trigger_generate import UiTriggerGenerate  # noqa: PLC0415

        d = dict(src_dict)
        _input_properties = d.pop("inputProperties", UNSET)
        input_properties: UiInputPropertiesMap | Unset
        if isinstance(_input_properties, Unset):
            input_properties = UNSET
        else:
            input_properties = UiInputPropertiesMap.from_dict(_input_properties)

        _loras_component = d.pop("lorasComponent", UNSET)
        loras_component: UiLorasComponent | Unset
        if isinstance(_loras_component, Unset):
            loras_component = UNSET
        else:
            loras_component = UiLorasComponent.from_dict(_loras_component)

        _output_properties = d.pop("outputProperties", UNSET)
        output_properties: UiOutputPropertiesMap | Unset
        if isinstance(_output_properties, Unset):
            output_properties = UNSET
        else:
            output_properties = UiOutputPropertiesMap.from_dict(_output_properties)

        _presets = d.pop("presets", UNSET)
        presets: list[UiPreset] | Unset = UNSET
        if _presets is not UNSET:
            presets = []
            for presets_item_data in _presets:
                presets_item = UiPreset.from_dict(presets_item_data)

                presets.append(presets_item)

        _resolution_component = d.pop("resolutionComponent", UNSET)
        resolution_component: UiResolutionComponent | Unset
        if isinstance(_resolution_component, Unset):
            resolution_component = UNSET
        else:
            resolution_component = UiResolutionComponent.from_dict(
                _resolution_component
            )

        _selects = d.pop("selects", UNSET)
        selects: UiSelects | Unset
        if isinstance(_selects, Unset):
            selects = UNSET
        else:
            selects = UiSelects.from_dict(_selects)

        _trigger_generate = d.pop("triggerGenerate", UNSET)
        trigger_generate: UiTriggerGenerate | Unset
        if isinstance(_trigger_generate, Unset):
            trigger_generate = UNSET
        else:
            trigger_generate = UiTriggerGenerate.from_dict(_trigger_generate)

        model_ui_config = cls(
            input_properties=input_properties,
            loras_component=loras_component,
            output_properties=output_properties,
            presets=presets,
            resolution_component=resolution_component,
            selects=selects,
            trigger_generate=trigger_generate,
        )

        model_ui_config.additional_properties = d
        return model_ui_config

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
