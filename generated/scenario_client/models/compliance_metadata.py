from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ComplianceMetadata")


@_attrs_define
class ComplianceMetadata:
    """Who runs a model and under which terms. The vendor dropped it from its types after SDK 0.0.3, yet every recorded row
    has it. Source: recording, guide:search, sdk:0.0.3, swagger:2025-11.

    """

    sub_processor: str | Unset = UNSET
    """ Whose machines run the model; `Provider` is the maker of the model itself. Source: swagger:2025-11,
    sdk:0.0.3, recording. """
    model_provider: str | Unset = UNSET
    """ Who made the model. """
    maintainer: str | Unset = UNSET
    """ Who keeps the model running. Source: sdk:0.0.3, recording. """
    license_terms: str | Unset = UNSET
    """ Address of the terms of use. """
    data_processing_comment: str | Unset = UNSET
    """ What happens to the data that a generation sends. Source: sdk:0.0.3, recording. """
    enterprise_status: str | Unset = UNSET
    """ Whether the model is cleared for enterprise customers; no document has this field. Source: recording. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sub_processor = self.sub_processor

        model_provider = self.model_provider

        maintainer = self.maintainer

        license_terms = self.license_terms

        data_processing_comment = self.data_processing_comment

        enterprise_status = self.enterprise_status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if sub_processor is not UNSET:
            field_dict["subProcessor"] = sub_processor
        if model_provider is not UNSET:
            field_dict["modelProvider"] = model_provider
        if maintainer is not UNSET:
            field_dict["maintainer"] = maintainer
        if license_terms is not UNSET:
            field_dict["licenseTerms"] = license_terms
        if data_processing_comment is not UNSET:
            field_dict["dataProcessingComment"] = data_processing_comment
        if enterprise_status is not UNSET:
            field_dict["enterpriseStatus"] = enterprise_status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sub_processor = d.pop("subProcessor", UNSET)

        model_provider = d.pop("modelProvider", UNSET)

        maintainer = d.pop("maintainer", UNSET)

        license_terms = d.pop("licenseTerms", UNSET)

        data_processing_comment = d.pop("dataProcessingComment", UNSET)

        enterprise_status = d.pop("enterpriseStatus", UNSET)

        compliance_metadata = cls(
            sub_processor=sub_processor,
            model_provider=model_provider,
            maintainer=maintainer,
            license_terms=license_terms,
            data_processing_comment=data_processing_comment,
            enterprise_status=enterprise_status,
        )

        compliance_metadata.additional_properties = d
        return compliance_metadata

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
