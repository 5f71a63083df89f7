from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._portable import parse_timestamp
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.compliance_metadata import ComplianceMetadata
    from ..models.image_reference import ImageReference
    from ..models.model_hit_concept import ModelHitConcept


T = TypeVar("T", bound="ModelHit")


@_attrs_define
class ModelHit:
    """A model as the search index knows it. `type`, `source` and `capabilities` are the index's own words (`training`, for
    example, is no source of a model itself), hence plain strings. The vendor's types always have `teamId` and never
    `complianceMetadata`; the guide's sample has it the other way round. Source: guide:search, sdk:2.4.0.

    """

    id: str
    """ Id of the model. """
    name: str
    """ Name of the model. """
    short_description: str
    """ What the model is for, in a few words. """
    type_: str
    """ Type of the model, for example `flux.1`. """
    source: str
    """ Where the model comes from, for example `training` or `import`. """
    owner_id: str
    """ Project that owns it. """
    author_id: str
    """ User or key that made it. """
    privacy: str
    """ Who can see it: only its project (`private`), everybody (`public`), or everybody who has its id
    (`unlisted`). Source: reference, recording. """
    created_at: datetime.datetime
    """ When it was made. """
    updated_at: datetime.datetime
    """ When it last changed. """
    capabilities: list[str]
    """ What the model can do. """
    tags: list[str]
    """ Tags that users gave it. """
    collection_ids: list[str]
    """ Collections that hold it. """
    training_images_number: int
    """ Number of pictures that the model was trained on. """
    example_asset_ids: list[str]
    """ Assets that show what the model makes. """
    concepts: list[ModelHitConcept]
    """ Models that are mixed into this one. """
    team_id: str | Unset = UNSET
    """ Team of the project that owns it. """
    parent_model_id: str | Unset = UNSET
    """ Model that this one was made from. """
    compliance_metadata: ComplianceMetadata | Unset = UNSET
    """ Who runs a model and under which terms. The vendor dropped it from its types after SDK 0.0.3, yet every
    recorded row has it. Source: recording, guide:search, sdk:0.0.3, swagger:2025-11. """
    thumbnail: ImageReference | Unset = UNSET
    """ An asset and the address of its file, as thumbnails, previews and frames name it. Source: recording,
    reference. """
    score: float | Unset = UNSET
    """ How popular and how much used it is; higher is more, without a stated scale. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        short_description = self.short_description

        type_ = self.type_

        source = self.source

        owner_id = self.owner_id

        author_id = self.author_id

        privacy = self.privacy

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        capabilities = self.capabilities

        tags = self.tags

        collection_ids = self.collection_ids

        training_images_number = self.training_images_number

        example_asset_ids = self.example_asset_ids

        concepts = []
        for concepts_item_data in self.concepts:
            concepts_item = concepts_item_data.to_dict()
            concepts.append(concepts_item)

        team_id = self.team_id

        parent_model_id = self.parent_model_id

        compliance_metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.compliance_metadata, Unset):
            compliance_metadata = self.compliance_metadata.to_dict()

        thumbnail: dict[str, Any] | Unset = UNSET
        if not isinstance(self.thumbnail, Unset):
            thumbnail = self.thumbnail.to_dict()

        score = self.score

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "shortDescription": short_description,
                "type": type_,
                "source": source,
                "ownerId": owner_id,
                "authorId": author_id,
                "privacy": privacy,
                "createdAt": created_at,
                "updatedAt": updated_at,
                "capabilities": capabilities,
                "tags": tags,
                "collectionIds": collection_ids,
                "trainingImagesNumber": training_images_number,
                "exampleAssetIds": example_asset_ids,
                "concepts": concepts,
            }
        )
        if team_id is not UNSET:
            field_dict["teamId"] = team_id
        if parent_model_id is not UNSET:
            field_dict["parentModelId"] = parent_model_id
        if compliance_metadata is not UNSET:
            field_dict["complianceMetadata"] = compliance_metadata
        if thumbnail is not UNSET:
            field_dict["thumbnail"] = thumbnail
        if score is not UNSET:
            field_dict["score"] = score

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.compliance_metadata import ComplianceMetadata  # noqa: PLC0415
        from ..models.image_reference import ImageReference  # noqa: PLC0415
        from ..models.model_hit_concept import ModelHitConcept  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        short_description = d.pop("shortDescription")

        type_ = d.pop("type")

        source = d.pop("source")

        owner_id = d.pop("ownerId")

        author_id = d.pop("authorId")

        privacy = d.pop("privacy")

        created_at = parse_timestamp(d.pop("createdAt"))

        updated_at = parse_timestamp(d.pop("updatedAt"))

        capabilities = cast(list[str], d.pop("capabilities"))

        tags = cast(list[str], d.pop("tags"))

        collection_ids = cast(list[str], d.pop("collectionIds"))

        training_images_number = d.pop("trainingImagesNumber")

        example_asset_ids = cast(list[str], d.pop("exampleAssetIds"))

        concepts = []
        _concepts = d.pop("concepts")
        for concepts_item_data in _concepts:
            concepts_item = ModelHitConcept.from_dict(concepts_item_data)

            concepts.append(concepts_item)

        team_id = d.pop("teamId", UNSET)

        parent_model_id = d.pop("parentModelId", UNSET)

        _compliance_metadata = d.pop("complianceMetadata", UNSET)
        compliance_metadata: ComplianceMetadata | Unset
        if isinstance(_compliance_metadata, Unset):
            compliance_metadata = UNSET
        else:
            compliance_metadata = ComplianceMetadata.from_dict(_compliance_metadata)

        _thumbnail = d.pop("thumbnail", UNSET)
        thumbnail: ImageReference | Unset
        if isinstance(_thumbnail, Unset):
            thumbnail = UNSET
        else:
            thumbnail = ImageReference.from_dict(_thumbnail)

        score = d.pop("score", UNSET)

        model_hit = cls(
            id=id,
            name=name,
            short_description=short_description,
            type_=type_,
            source=source,
            owner_id=owner_id,
            author_id=author_id,
            privacy=privacy,
            created_at=created_at,
            updated_at=updated_at,
            capabilities=capabilities,
            tags=tags,
            collection_ids=collection_ids,
            training_images_number=training_images_number,
            example_asset_ids=example_asset_ids,
            concepts=concepts,
            team_id=team_id,
            parent_model_id=parent_model_id,
            compliance_metadata=compliance_metadata,
            thumbnail=thumbnail,
            score=score,
        )

        model_hit.additional_properties = d
        return model_hit

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
