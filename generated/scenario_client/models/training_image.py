from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._portable import parse_timestamp

T = TypeVar("T", bound="TrainingImage")


@_attrs_define
class TrainingImage:
    """A picture that a model was trained on. Source: reference, sdk:2.4.0."""

    id: str
    """ Id of the picture, an asset. """
    automatic_captioning: str
    """ Caption made by the platform. """
    created_at: datetime.datetime
    """ When the picture was uploaded. """
    description: str
    """ Caption used for the training. """
    download_url: str
    """ Address of the picture. """
    name: str
    """ Name of the uploaded file. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        automatic_captioning = self.automatic_captioning

        created_at = self.created_at.isoformat()

        description = self.description

        download_url = self.download_url

        name = self.name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "automaticCaptioning": automatic_captioning,
                "createdAt": created_at,
                "description": description,
                "downloadUrl": download_url,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        automatic_captioning = d.pop("automaticCaptioning")

        created_at = parse_timestamp(d.pop("createdAt"))

        description = d.pop("description")

        download_url = d.pop("downloadUrl")

        name = d.pop("name")

        training_image = cls(
            id=id,
            automatic_captioning=automatic_captioning,
            created_at=created_at,
            description=description,
            download_url=download_url,
            name=name,
        )

        training_image.additional_properties = d
        return training_image

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
