from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="CostDetails")


@_attrs_define
class CostDetails:
    """The price by part, in Creative Units: the generation under its own key and each add-on under its own. Source:
    recording, sdk:2.4.0.

    """

    assistant_message: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    caption: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    custom_generation: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    describe_style: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    detection: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    embed: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    image_prompt_editing: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    inference_images: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    ip_detection: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    pixelate: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    prompt: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    quality_gate: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    remove_background: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    repaint: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    restyle: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    segmentation: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    skybox_base_360: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    skybox_upscale_360: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    texture: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    train_model: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    translate: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    upscale: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    vectorization: float | Unset = UNSET
    """ Part of the price, in Creative Units. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assistant_message = self.assistant_message

        caption = self.caption

        custom_generation = self.custom_generation

        describe_style = self.describe_style

        detection = self.detection

        embed = self.embed

        image_prompt_editing = self.image_prompt_editing

        inference_images = self.inference_images

        ip_detection = self.ip_detection

        pixelate = self.pixelate

        prompt = self.prompt

        quality_gate = self.quality_gate

        remove_background = self.remove_background

        repaint = self.repaint

        restyle = self.restyle

        segmentation = self.segmentation

        skybox_base_360 = self.skybox_base_360

        skybox_upscale_360 = self.skybox_upscale_360

        texture = self.texture

        train_model = self.train_model

        translate = self.translate

        upscale = self.upscale

        vectorization = self.vectorization

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if assistant_message is not UNSET:
            field_dict["assistant-message"] = assistant_message
        if caption is not UNSET:
            field_dict["caption"] = caption
        if custom_generation is not UNSET:
            field_dict["custom-generation"] = custom_generation
        if describe_style is not UNSET:
            field_dict["describe-style"] = describe_style
        if detection is not UNSET:
            field_dict["detection"] = detection
        if embed is not UNSET:
            field_dict["embed"] = embed
        if image_prompt_editing is not UNSET:
            field_dict["image-prompt-editing"] = image_prompt_editing
        if inference_images is not UNSET:
            field_dict["inference-images"] = inference_images
        if ip_detection is not UNSET:
            field_dict["ip-detection"] = ip_detection
        if pixelate is not UNSET:
            field_dict["pixelate"] = pixelate
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if quality_gate is not UNSET:
            field_dict["quality-gate"] = quality_gate
        if remove_background is not UNSET:
            field_dict["remove-background"] = remove_background
        if repaint is not UNSET:
            field_dict["repaint"] = repaint
        if restyle is not UNSET:
            field_dict["restyle"] = restyle
        if segmentation is not UNSET:
            field_dict["segmentation"] = segmentation
        if skybox_base_360 is not UNSET:
            field_dict["skybox-base-360"] = skybox_base_360
        if skybox_upscale_360 is not UNSET:
            field_dict["skybox-upscale-360"] = skybox_upscale_360
        if texture is not UNSET:
            field_dict["texture"] = texture
        if train_model is not UNSET:
            field_dict["train-model"] = train_model
        if translate is not UNSET:
            field_dict["translate"] = translate
        if upscale is not UNSET:
            field_dict["upscale"] = upscale
        if vectorization is not UNSET:
            field_dict["vectorization"] = vectorization

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        assistant_message = d.pop("assistant-message", UNSET)

        caption = d.pop("caption", UNSET)

        custom_generation = d.pop("custom-generation", UNSET)

        describe_style = d.pop("describe-style", UNSET)

        detection = d.pop("detection", UNSET)

        embed = d.pop("embed", UNSET)

        image_prompt_editing = d.pop("image-prompt-editing", UNSET)

        inference_images = d.pop("inference-images", UNSET)

        ip_detection = d.pop("ip-detection", UNSET)

        pixelate = d.pop("pixelate", UNSET)

        prompt = d.pop("prompt", UNSET)

        quality_gate = d.pop("quality-gate", UNSET)

        remove_background = d.pop("remove-background", UNSET)

        repaint = d.pop("repaint", UNSET)

        restyle = d.pop("restyle", UNSET)

        segmentation = d.pop("segmentation", UNSET)

        skybox_base_360 = d.pop("skybox-base-360", UNSET)

        skybox_upscale_360 = d.pop("skybox-upscale-360", UNSET)

        texture = d.pop("texture", UNSET)

        train_model = d.pop("train-model", UNSET)

        translate = d.pop("translate", UNSET)

        upscale = d.pop("upscale", UNSET)

        vectorization = d.pop("vectorization", UNSET)

        cost_details = cls(
            assistant_message=assistant_message,
            caption=caption,
            custom_generation=custom_generation,
            describe_style=describe_style,
            detection=detection,
            embed=embed,
            image_prompt_editing=image_prompt_editing,
            inference_images=inference_images,
            ip_detection=ip_detection,
            pixelate=pixelate,
            prompt=prompt,
            quality_gate=quality_gate,
            remove_background=remove_background,
            repaint=repaint,
            restyle=restyle,
            segmentation=segmentation,
            skybox_base_360=skybox_base_360,
            skybox_upscale_360=skybox_upscale_360,
            texture=texture,
            train_model=train_model,
            translate=translate,
            upscale=upscale,
            vectorization=vectorization,
        )

        cost_details.additional_properties = d
        return cost_details

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
