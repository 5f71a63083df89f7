from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="BulkModelsRequest")


@_attrs_define
class BulkModelsRequest:
    """Which models to read at once, and how much of each. The flags are false when left out. Source: sdk:2.4.0,
    swagger:2025-11.

    """

    model_ids: list[str] | Unset = UNSET
    """ Ids of the models to read. """
    minimal: bool | Unset = UNSET
    """ True: only id, name and type of each model; the other flags then have no effect. """
    settings: bool | Unset = UNSET
    """ True: with `promptEmbedding` and `negativePromptEmbedding`. """
    thumbnail: bool | Unset = UNSET
    """ True: with the thumbnail, or the first training picture where there is none. """
    training_images_preview: bool | Unset = UNSET
    """ True: with the first three training pictures only. """
    all_training_images: bool | Unset = UNSET
    """ True: with all training pictures instead of the first three. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        model_ids: list[str] | Unset = UNSET
        if not isinstance(self.model_ids, Unset):
            model_ids = self.model_ids

        minimal = self.minimal

        settings = self.settings

        thumbnail = self.thumbnail

        training_images_preview = self.training_images_preview

        all_training_images = self.all_training_images

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if model_ids is not UNSET:
            field_dict["modelIds"] = model_ids
        if minimal is not UNSET:
            field_dict["minimal"] = minimal
        if settings is not UNSET:
            field_dict["settings"] = settings
        if thumbnail is not UNSET:
            field_dict["thumbnail"] = thumbnail
        if training_images_preview is not UNSET:
            field_dict["trainingImagesPreview"] = training_images_preview
        if all_training_images is not UNSET:
            field_dict["allTrainingImages"] = all_training_images

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        model_ids = cast(list[str], d.pop("modelIds", UNSET))

        minimal = d.pop("minimal", UNSET)

        settings = d.pop("settings", UNSET)

        thumbnail = d.pop("thumbnail", UNSET)

        training_images_preview = d.pop("trainingImagesPreview", UNSET)

        all_training_images = d.pop("allTrainingImages", UNSET)

        bulk_models_request = cls(
            model_ids=model_ids,
            minimal=minimal,
            settings=settings,
            thumbnail=thumbnail,
            training_images_preview=training_images_preview,
            all_training_images=all_training_images,
        )

        bulk_models_request.additional_properties = d
        return bulk_models_request

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
