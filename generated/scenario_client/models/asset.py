from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._portable import parse_timestamp
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.asset_metadata import AssetMetadata
    from ..models.asset_properties import AssetProperties
    from ..models.asset_quality_gate import AssetQualityGate
    from ..models.image_reference import ImageReference


T = TypeVar("T", bound="Asset")


@_attrs_define
class Asset:
    """A file with what is known about it: a picture, video, sound, 3D model or text, uploaded or generated. Lists, bulk
    reads, uploads and reads by id send the same shape; `embedding` and `qualityGate.details` come on request only.
    Source: sdk:2.4.0.

    """

    id: str
    """ Id of the asset. """
    kind: str
    """ The family of file that an asset or a file input is. `text` came with SDK 1.0.0. Source: recording,
    reference, sdk:1.0.0. """
    status: str
    """ Whether the file is there: still to come, there, or failed. Source: sdk:2.4.0. """
    source: str
    """ How an asset came to be, in the older words of the row: 52 of the 81 are those of `AssetType`, the others
    differ, for example `inference-txt` for `inference-txt2img` and `texture:height` for `texture-height`. Source:
    sdk:2.4.0. """
    privacy: str
    """ Who can see it: only its project (`private`), everybody (`public`), or everybody who has its id
    (`unlisted`). Source: reference, recording. """
    url: str
    """ Address of the file; signed, so keep its query as it is. """
    mime_type: str
    """ Media type of the file behind `url`. """
    metadata: AssetMetadata
    """ What the asset was made with: the inputs of the tool that made it, under that tool's names, and where it
    descends from. Only `kind` and `type` are always there. Source: sdk:2.4.0, recording. """
    properties: AssetProperties
    """ What can be measured in the file. Which fields are there depends on the kind of asset; the size always is.
    Source: sdk:2.4.0. """
    author_id: str
    """ Who made it: a user, or the API key that was used. """
    owner_id: str
    """ The project that owns it; a team in older rows. """
    created_at: datetime.datetime
    """ When it was created. """
    updated_at: datetime.datetime
    """ When it last changed. """
    tags: list[str]
    """ Tags that people gave it. """
    collection_ids: list[str]
    """ Collections that hold it. """
    edit_capabilities: list[str]
    """ Edits that the service can make to it. """
    deleted_at: datetime.datetime | Unset = UNSET
    """ When it was deleted; only in lists of deleted assets. """
    description: str | Unset = UNSET
    """ Words for it: written by hand if any, else made for a training, else made automatically. """
    automatic_captioning: str | Unset = UNSET
    """ The automatic description. """
    nsfw: list[str] | Unset = UNSET
    """ Labels of content that is not safe for work; empty when none was found. """
    is_hidden: bool | Unset = UNSET
    """ Whether it is left out of the views of the web application. """
    output_index: int | Unset = UNSET
    """ Which output of its job it is, counted from 0. """
    embedding: list[float] | Unset = UNSET
    """ Vector of the asset, when asked for with `withEmbedding` and when its kind can have one. """
    preview: ImageReference | Unset = UNSET
    """ An asset and the address of its file, as thumbnails, previews and frames name it. Source: recording,
    reference. """
    thumbnail: ImageReference | Unset = UNSET
    """ An asset and the address of its file, as thumbnails, previews and frames name it. Source: recording,
    reference. """
    first_frame: ImageReference | Unset = UNSET
    """ An asset and the address of its file, as thumbnails, previews and frames name it. Source: recording,
    reference. """
    last_frame: ImageReference | Unset = UNSET
    """ An asset and the address of its file, as thumbnails, previews and frames name it. Source: recording,
    reference. """
    original_file_url: str | Unset = UNSET
    """ Address of the unconverted file, for videos, sounds and 3D files that were replaced on creation. """
    original_mime_type: str | Unset = UNSET
    """ Media type of the file behind `originalFileUrl`, whose address has no extension; absent when it is not
    known. Source: sdk:2.4.0. """
    quality_gate: AssetQualityGate | Unset = UNSET
    """ Result of the quality check, which runs after the generation. `details` come only when asked for. Source:
    sdk:2.4.0. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind

        status = self.status

        source = self.source

        privacy = self.privacy

        url = self.url

        mime_type = self.mime_type

        metadata = self.metadata.to_dict()

        properties = self.properties.to_dict()

        author_id = self.author_id

        owner_id = self.owner_id

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        tags = self.tags

        collection_ids = self.collection_ids

        edit_capabilities = self.edit_capabilities

        deleted_at: str | Unset = UNSET
        if not isinstance(self.deleted_at, Unset):
            deleted_at = self.deleted_at.isoformat()

        description = self.description

        automatic_captioning = self.automatic_captioning

        nsfw: list[str] | Unset = UNSET
        if not isinstance(self.nsfw, Unset):
            nsfw = self.nsfw

        is_hidden = self.is_hidden

        output_index = self.output_index

        embedding: list[float] | Unset = UNSET
        if not isinstance(self.embedding, Unset):
            embedding = self.embedding

        preview: dict[str, Any] | Unset = UNSET
        if not isinstance(self.preview, Unset):
            preview = self.preview.to_dict()

        thumbnail: dict[str, Any] | Unset = UNSET
        if not isinstance(self.thumbnail, Unset):
            thumbnail = self.thumbnail.to_dict()

        first_frame: dict[str, Any] | Unset = UNSET
        if not isinstance(self.first_frame, Unset):
            first_frame = self.first_frame.to_dict()

        last_frame: dict[str, Any] | Unset = UNSET
        if not isinstance(self.last_frame, Unset):
            last_frame = self.last_frame.to_dict()

        original_file_url = self.original_file_url

        original_mime_type = self.original_mime_type

        quality_gate: dict[str, Any] | Unset = UNSET
        if not isinstance(self.quality_gate, Unset):
            quality_gate = self.quality_gate.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "status": status,
                "source": source,
                "privacy": privacy,
                "url": url,
                "mimeType": mime_type,
                "metadata": metadata,
                "properties": properties,
                "authorId": author_id,
                "ownerId": owner_id,
                "createdAt": created_at,
                "updatedAt": updated_at,
                "tags": tags,
                "collectionIds": collection_ids,
                "editCapabilities": edit_capabilities,
            }
        )
        if deleted_at is not UNSET:
            field_dict["deletedAt"] = deleted_at
        if description is not UNSET:
            field_dict["description"] = description
        if automatic_captioning is not UNSET:
            field_dict["automaticCaptioning"] = automatic_captioning
        if nsfw is not UNSET:
            field_dict["nsfw"] = nsfw
        if is_hidden is not UNSET:
            field_dict["isHidden"] = is_hidden
        if output_index is not UNSET:
            field_dict["outputIndex"] = output_index
        if embedding is not UNSET:
            field_dict["embedding"] = embedding
        if preview is not UNSET:
            field_dict["preview"] = preview
        if thumbnail is not UNSET:
            field_dict["thumbnail"] = thumbnail
        if first_frame is not UNSET:
            field_dict["firstFrame"] = first_frame
        if last_frame is not UNSET:
            field_dict["lastFrame"] = last_frame
        if original_file_url is not UNSET:
            field_dict["originalFileUrl"] = original_file_url
        if original_mime_type is not UNSET:
            field_dict["originalMimeType"] = original_mime_type
        if quality_gate is not UNSET:
            field_dict["qualityGate"] = quality_gate

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asset_metadata import AssetMetadata  # noqa: PLC0415
        from ..models.asset_properties import AssetProperties  # noqa: PLC0415
        from ..models.asset_quality_gate import AssetQualityGate  # noqa: PLC0415
        from ..models.image_reference import ImageReference  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        kind = d.pop("kind")

        status = d.pop("status")

        source = d.pop("source")

        privacy = d.pop("privacy")

        url = d.pop("url")

        mime_type = d.pop("mimeType")

        metadata = AssetMetadata.from_dict(d.pop("metadata"))

        properties = AssetProperties.from_dict(d.pop("properties"))

        author_id = d.pop("authorId")

        owner_id = d.pop("ownerId")

        created_at = parse_timestamp(d.pop("createdAt"))

        updated_at = parse_timestamp(d.pop("updatedAt"))

        tags = cast(list[str], d.pop("tags"))

        collection_ids = cast(list[str], d.pop("collectionIds"))

        edit_capabilities = cast(list[str], d.pop("editCapabilities"))

        _deleted_at = d.pop("deletedAt", UNSET)
        deleted_at: datetime.datetime | Unset
        if isinstance(_deleted_at, Unset):
            deleted_at = UNSET
        else:
            deleted_at = parse_timestamp(_deleted_at)

        description = d.pop("description", UNSET)

        automatic_captioning = d.pop("automaticCaptioning", UNSET)

        nsfw = cast(list[str], d.pop("nsfw", UNSET))

        is_hidden = d.pop("isHidden", UNSET)

        output_index = d.pop("outputIndex", UNSET)

        embedding = cast(list[float], d.pop("embedding", UNSET))

        _preview = d.pop("preview", UNSET)
        preview: ImageReference | Unset
        if isinstance(_preview, Unset):
            preview = UNSET
        else:
            preview = ImageReference.from_dict(_preview)

        _thumbnail = d.pop("thumbnail", UNSET)
        thumbnail: ImageReference | Unset
        if isinstance(_thumbnail, Unset):
            thumbnail = UNSET
        else:
            thumbnail = ImageReference.from_dict(_thumbnail)

        _first_frame = d.pop("firstFrame", UNSET)
        first_frame: ImageReference | Unset
        if isinstance(_first_frame, Unset):
            first_frame = UNSET
        else:
            first_frame = ImageReference.from_dict(_first_frame)

        _last_frame = d.pop("lastFrame", UNSET)
        last_frame: ImageReference | Unset
        if isinstance(_last_frame, Unset):
            last_frame = UNSET
        else:
            last_frame = ImageReference.from_dict(_last_frame)

        original_file_url = d.pop("originalFileUrl", UNSET)

        original_mime_type = d.pop("originalMimeType", UNSET)

        _quality_gate = d.pop("qualityGate", UNSET)
        quality_gate: AssetQualityGate | Unset
        if isinstance(_quality_gate, Unset):
            quality_gate = UNSET
        else:
            quality_gate = AssetQualityGate.from_dict(_quality_gate)

        asset = cls(
            id=id,
            kind=kind,
            status=status,
            source=source,
            privacy=privacy,
            url=url,
            mime_type=mime_type,
            metadata=metadata,
            properties=properties,
            author_id=author_id,
            owner_id=owner_id,
            created_at=created_at,
            updated_at=updated_at,
            tags=tags,
            collection_ids=collection_ids,
            edit_capabilities=edit_capabilities,
            deleted_at=deleted_at,
            description=description,
            automatic_captioning=automatic_captioning,
            nsfw=nsfw,
            is_hidden=is_hidden,
            output_index=output_index,
            embedding=embedding,
            preview=preview,
            thumbnail=thumbnail,
            first_frame=first_frame,
            last_frame=last_frame,
            original_file_url=original_file_url,
            original_mime_type=original_mime_type,
            quality_gate=quality_gate,
        )

        asset.additional_properties = d
        return asset

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
