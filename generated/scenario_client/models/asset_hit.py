from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._portable import parse_timestamp
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.asset_hit_metadata import AssetHitMetadata
    from ..models.image_reference import ImageReference


T = TypeVar("T", bound="AssetHit")


@_attrs_define
class AssetHit:
    """An asset as the search index knows it: flatter than the asset itself, with everything about its making in
    `metadata`. The vendor's types always have `teamId`; the guide's sample leaves it out. Source: guide:search,
    sdk:2.4.0.

    """

    id: str
    """ Id of the asset. """
    url: str
    """ Address of the file; signed, so keep its query as it is. """
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
    mime_type: str
    """ Media type of the file. """
    metadata: AssetHitMetadata
    """ What the index knows of the file and of how it was made. Which fields are there depends on the kind of asset
    and on the model, so none is required. Source: guide:search, sdk:2.4.0. """
    tags: list[str]
    """ Tags that users gave it. """
    collection_ids: list[str]
    """ Collections that hold it. """
    nsfw: list[str]
    """ Labels of unsafe content that were detected; empty for a safe asset. """
    team_id: str | Unset = UNSET
    """ Team of the project that owns it. """
    description: str | Unset = UNSET
    """ Caption of a picture or video, description of a sound, or what a user wrote about it. """
    content: str | Unset = UNSET
    """ Beginning of a text asset, as far as it is indexed; other assets have none. """
    transcription: str | Unset = UNSET
    """ What is spoken in a sound asset, transcribed by the service. """
    thumbnail: ImageReference | Unset = UNSET
    """ An asset and the address of its file, as thumbnails, previews and frames name it. Source: recording,
    reference. """
    score: float | Unset = UNSET
    """ How popular and how much used it is; higher is more, without a stated scale. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        url = self.url

        owner_id = self.owner_id

        author_id = self.author_id

        privacy = self.privacy

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        mime_type = self.mime_type

        metadata = self.metadata.to_dict()

        tags = self.tags

        collection_ids = self.collection_ids

        nsfw = self.nsfw

        team_id = self.team_id

        description = self.description

        content = self.content

        transcription = self.transcription

        thumbnail: dict[str, Any] | Unset = UNSET
        if not isinstance(self.thumbnail, Unset):
            thumbnail = self.thumbnail.to_dict()

        score = self.score

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "url": url,
                "ownerId": owner_id,
                "authorId": author_id,
                "privacy": privacy,
                "createdAt": created_at,
                "updatedAt": updated_at,
                "mimeType": mime_type,
                "metadata": metadata,
                "tags": tags,
                "collectionIds": collection_ids,
                "nsfw": nsfw,
            }
        )
        if team_id is not UNSET:
            field_dict["teamId"] = team_id
        if description is not UNSET:
            field_dict["description"] = description
        if content is not UNSET:
            field_dict["content"] = content
        if transcription is not UNSET:
            field_dict["transcription"] = transcription
        if thumbnail is not UNSET:
            field_dict["thumbnail"] = thumbnail
        if score is not UNSET:
            field_dict["score"] = score

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asset_hit_metadata import AssetHitMetadata  # noqa: PLC0415
        from ..models.image_reference import ImageReference  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        url = d.pop("url")

        owner_id = d.pop("ownerId")

        author_id = d.pop("authorId")

        privacy = d.pop("privacy")

        created_at = parse_timestamp(d.pop("createdAt"))

        updated_at = parse_timestamp(d.pop("updatedAt"))

        mime_type = d.pop("mimeType")

        metadata = AssetHitMetadata.from_dict(d.pop("metadata"))

        tags = cast(list[str], d.pop("tags"))

        collection_ids = cast(list[str], d.pop("collectionIds"))

        nsfw = cast(list[str], d.pop("nsfw"))

        team_id = d.pop("teamId", UNSET)

        description = d.pop("description", UNSET)

        content = d.pop("content", UNSET)

        transcription = d.pop("transcription", UNSET)

        _thumbnail = d.pop("thumbnail", UNSET)
        thumbnail: ImageReference | Unset
        if isinstance(_thumbnail, Unset):
            thumbnail = UNSET
        else:
            thumbnail = ImageReference.from_dict(_thumbnail)

        score = d.pop("score", UNSET)

        asset_hit = cls(
            id=id,
            url=url,
            owner_id=owner_id,
            author_id=author_id,
            privacy=privacy,
            created_at=created_at,
            updated_at=updated_at,
            mime_type=mime_type,
            metadata=metadata,
            tags=tags,
            collection_ids=collection_ids,
            nsfw=nsfw,
            team_id=team_id,
            description=description,
            content=content,
            transcription=transcription,
            thumbnail=thumbnail,
            score=score,
        )

        asset_hit.additional_properties = d
        return asset_hit

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
