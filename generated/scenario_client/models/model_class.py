from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ModelClass")


@_attrs_define
class ModelClass:
    """The subject class that an older model was trained for. Source: reference, sdk:2.4.0."""

    category: str
    """ Slug of the category. """
    concept_prompt: str
    """ Prompt of the concept, with its trigger word. """
    model_id: str
    """ Base model of the class; set on legacy models. """
    name: str
    """ Name of the class. """
    prompt: str
    """ Prompt of the class. """
    slug: str
    """ Slug of the class. """
    status: str
    """ Whether a class is still offered; unpublished ones stay on the models that have them. Source: reference. """
    thumbnails: list[str]
    """ Addresses of example pictures. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        category = self.category

        concept_prompt = self.concept_prompt

        model_id = self.model_id

        name = self.name

        prompt = self.prompt

        slug = self.slug

        status = self.status

        thumbnails = self.thumbnails

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "category": category,
                "conceptPrompt": concept_prompt,
                "modelId": model_id,
                "name": name,
                "prompt": prompt,
                "slug": slug,
                "status": status,
                "thumbnails": thumbnails,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        category = d.pop("category")

        concept_prompt = d.pop("conceptPrompt")

        model_id = d.pop("modelId")

        name = d.pop("name")

        prompt = d.pop("prompt")

        slug = d.pop("slug")

        status = d.pop("status")

        thumbnails = cast(list[str], d.pop("thumbnails"))

        model_class = cls(
            category=category,
            concept_prompt=concept_prompt,
            model_id=model_id,
            name=name,
            prompt=prompt,
            slug=slug,
            status=status,
            thumbnails=thumbnails,
        )

        model_class.additional_properties = d
        return model_class

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
