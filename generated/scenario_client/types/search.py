"""Types of search. Text, semantic and picture search over assets and models, with filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.view import View

if TYPE_CHECKING:
    from .assets import AssetKind
    from .common import ComplianceMetadata, ImageReference, Privacy


__all__ = [
    "AssetHit",
    "AssetHitMetadata",
    "AssetHitMetadataThumbnail",
    "AssetSearchResults",
    "ImageSearchSet",
    "ModelHit",
    "ModelHitConcept",
    "ModelSearchResults",
]


def _compliance_metadata() -> type[ComplianceMetadata]:
    from .common import ComplianceMetadata

    return ComplianceMetadata


def _image_reference() -> type[ImageReference]:
    from .common import ImageReference

    return ImageReference


class AssetHit(View):
    """An asset as the search index knows it: flatter than the asset itself, with everything about its making in
    `metadata`. The vendor's types always have `team_id`; the guide's sample leaves it out.
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Id of the asset."""
        return self._get("id")

    @property
    def url(self) -> str:
        """Address of the file; signed, so keep its query as it is."""
        return self._get("url")

    @property
    def owner_id(self) -> str:
        """Project that owns it."""
        return self._get("ownerId")

    @property
    def author_id(self) -> str:
        """User or key that made it."""
        return self._get("authorId")

    @property
    def team_id(self) -> str | None:
        """Team of the project that owns it."""
        return self._get("teamId")

    @property
    def privacy(self) -> Privacy:
        """Who can see it: only its project (`private`), everybody (`public`), or everybody who has its id
        (`unlisted`).
        """
        return self._get("privacy")

    @property
    def created_at(self) -> str:
        """When it was made."""
        return self._get("createdAt")

    @property
    def updated_at(self) -> str:
        """When it last changed."""
        return self._get("updatedAt")

    @property
    def mime_type(self) -> str:
        """Media type of the file."""
        return self._get("mimeType")

    @property
    def description(self) -> str | None:
        """Caption of a picture or video, description of a sound, or what a user wrote about it."""
        return self._get("description")

    @property
    def content(self) -> str | None:
        """Beginning of a text asset, as far as it is indexed; other assets have none."""
        return self._get("content")

    @property
    def transcription(self) -> str | None:
        """What is spoken in a sound asset, transcribed by the service."""
        return self._get("transcription")

    @property
    def metadata(self) -> AssetHitMetadata:
        """What the index knows of the file and of how it was made."""
        return self._view("metadata", AssetHitMetadata)

    @property
    def tags(self) -> list[str]:
        """Tags that users gave it."""
        return self._get("tags")

    @property
    def collection_ids(self) -> list[str]:
        """Collections that hold it."""
        return self._get("collectionIds")

    @property
    def nsfw(self) -> list[str]:
        """Labels of unsafe content that were detected; empty for a safe asset."""
        return self._get("nsfw")

    @property
    def thumbnail(self) -> ImageReference | None:
        """Picture to show in its place; optional."""
        return self._view("thumbnail", _image_reference)

    @property
    def score(self) -> float | None:
        """How popular and how much used it is; higher is more, without a stated scale."""
        return self._get("score")


class AssetHitMetadata(View):
    """What the index knows of the file and of how it was made. Which fields are there depends on the kind of asset and
    on the model, so none is required.
    """

    __slots__ = ()

    @property
    def name(self) -> str | None:
        """Name that a user gave the asset."""
        return self._get("name")

    @property
    def kind(self) -> AssetKind | None:
        """The family of file that an asset or a file input is."""
        return self._get("kind")

    @property
    def type(self) -> str | None:
        """How the asset came to be, in the words of the index; mostly, not only, those of the asset's own type."""
        return self._get("type")

    @property
    def width(self) -> int | None:
        """Width in pixels."""
        return self._get("width")

    @property
    def height(self) -> int | None:
        """Height in pixels."""
        return self._get("height")

    @property
    def aspect_ratio(self) -> str | None:
        """Width to height."""
        return self._get("aspectRatio")

    @property
    def size(self) -> int | None:
        """Size of the file in bytes."""
        return self._get("size")

    @property
    def prompt(self) -> str | None:
        """Prompt of the generation."""
        return self._get("prompt")

    @property
    def negative_prompt(self) -> str | None:
        """What the generation should avoid."""
        return self._get("negativePrompt")

    @property
    def negative_prompt_strength(self) -> float | None:
        """Weight of the negative prompt, for Flux models."""
        return self._get("negativePromptStrength")

    @property
    def text(self) -> str | None:
        """Text that the asset was made from or holds, mostly of speech."""
        return self._get("text")

    @property
    def seed(self) -> str | None:
        """Seed of the generation, to repeat it; a string of digits."""
        return self._get("seed")

    @property
    def model_id(self) -> str | None:
        """Model that made the asset."""
        return self._get("modelId")

    @property
    def base_model_id(self) -> str | None:
        """Base model below the model that made the asset."""
        return self._get("baseModelId")

    @property
    def model_type(self) -> str | None:
        """Type of the model that made the asset."""
        return self._get("modelType")

    @property
    def num_inference_steps(self) -> int | None:
        """Number of steps of the generation."""
        return self._get("numInferenceSteps")

    @property
    def guidance(self) -> float | None:
        """How closely the generation kept to the prompt."""
        return self._get("guidance")

    @property
    def scheduler(self) -> str | None:
        """Scheduler of the generation."""
        return self._get("scheduler")

    @property
    def parent_job_id(self) -> str | None:
        """Job that made the asset."""
        return self._get("parentJobId")

    @property
    def thumbnail(self) -> AssetHitMetadataThumbnail | None:
        """The picture that stands for an asset without one of its own, for example a canvas; by id only."""
        return self._view("thumbnail", AssetHitMetadataThumbnail)


class AssetHitMetadataThumbnail(View):
    """The picture that stands for an asset without one of its own, for example a canvas; by id only."""

    __slots__ = ()

    @property
    def asset_id(self) -> str:
        """Id of the asset that holds the picture."""
        return self._get("assetId")


class AssetSearchResults(View):
    """One page of assets. In offset mode `offset`, `limit` and `estimated_total_hits` come with it; in page mode
    `page`, `hits_per_page`, `total_pages` and `total_hits` do.
    """

    __slots__ = ()

    @property
    def hits(self) -> list[AssetHit]:
        """The assets of this page, best match first unless sorted."""
        return self._views("hits", AssetHit)

    @property
    def offset(self) -> int | None:
        """Number of hits that were skipped (offset mode)."""
        return self._get("offset")

    @property
    def limit(self) -> int | None:
        """Largest number of hits that was asked for (offset mode)."""
        return self._get("limit")

    @property
    def estimated_total_hits(self) -> int | None:
        """About how many hits there are on all pages together (offset mode)."""
        return self._get("estimatedTotalHits")

    @property
    def page(self) -> int | None:
        """Number of this page, counted from 1 (page mode)."""
        return self._get("page")

    @property
    def hits_per_page(self) -> int | None:
        """Number of hits on a full page (page mode)."""
        return self._get("hitsPerPage")

    @property
    def total_pages(self) -> int | None:
        """Number of pages, the last one perhaps not full (page mode)."""
        return self._get("totalPages")

    @property
    def total_hits(self) -> int | None:
        """Exact number of hits on all pages together (page mode)."""
        return self._get("totalHits")


class ImageSearchSet(View):
    """Pictures that the hits should resemble, and pictures that they should not. Not together with `image`."""

    __slots__ = ()

    @property
    def like(self) -> list[str] | None:
        """Pictures to resemble, each the id of an existing asset or a data URL."""
        return self._get("like")

    @property
    def unlike(self) -> list[str] | None:
        """Pictures to keep away from, each the id of an existing asset or a data URL."""
        return self._get("unlike")


class ModelHit(View):
    """A model as the search index knows it. `type`, `source` and `capabilities` are the index's own words (`training`,
    for example, is no source of a model itself), hence plain strings. The vendor's types always have `team_id` and
    never `compliance_metadata`; the guide's sample has it the other way round.
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Id of the model."""
        return self._get("id")

    @property
    def name(self) -> str:
        """Name of the model."""
        return self._get("name")

    @property
    def short_description(self) -> str:
        """What the model is for, in a few words."""
        return self._get("shortDescription")

    @property
    def type(self) -> str:
        """Type of the model, for example `flux.1`."""
        return self._get("type")

    @property
    def source(self) -> str:
        """Where the model comes from, for example `training` or `import`."""
        return self._get("source")

    @property
    def owner_id(self) -> str:
        """Project that owns it."""
        return self._get("ownerId")

    @property
    def author_id(self) -> str:
        """User or key that made it."""
        return self._get("authorId")

    @property
    def team_id(self) -> str | None:
        """Team of the project that owns it."""
        return self._get("teamId")

    @property
    def privacy(self) -> Privacy:
        """Who can see it: only its project (`private`), everybody (`public`), or everybody who has its id
        (`unlisted`).
        """
        return self._get("privacy")

    @property
    def created_at(self) -> str:
        """When it was made."""
        return self._get("createdAt")

    @property
    def updated_at(self) -> str:
        """When it last changed."""
        return self._get("updatedAt")

    @property
    def capabilities(self) -> list[str]:
        """What the model can do."""
        return self._get("capabilities")

    @property
    def tags(self) -> list[str]:
        """Tags that users gave it."""
        return self._get("tags")

    @property
    def collection_ids(self) -> list[str]:
        """Collections that hold it."""
        return self._get("collectionIds")

    @property
    def training_images_number(self) -> int:
        """Number of pictures that the model was trained on."""
        return self._get("trainingImagesNumber")

    @property
    def example_asset_ids(self) -> list[str]:
        """Assets that show what the model makes."""
        return self._get("exampleAssetIds")

    @property
    def concepts(self) -> list[ModelHitConcept]:
        """Models that are mixed into this one."""
        return self._views("concepts", ModelHitConcept)

    @property
    def parent_model_id(self) -> str | None:
        """Model that this one was made from."""
        return self._get("parentModelId")

    @property
    def compliance_metadata(self) -> ComplianceMetadata | None:
        """Who runs a model and under which terms."""
        return self._view("complianceMetadata", _compliance_metadata)

    @property
    def thumbnail(self) -> ImageReference | None:
        """Picture to show in its place; optional."""
        return self._view("thumbnail", _image_reference)

    @property
    def score(self) -> float | None:
        """How popular and how much used it is; higher is more, without a stated scale."""
        return self._get("score")


class ModelHitConcept(View):
    """A model that is mixed into another one, by id only."""

    __slots__ = ()

    @property
    def model_id(self) -> str:
        """Id of the model that is mixed in."""
        return self._get("modelId")


class ModelSearchResults(View):
    """One page of models. In offset mode `offset`, `limit` and `estimated_total_hits` come with it; in page mode
    `page`, `hits_per_page`, `total_pages` and `total_hits` do.
    """

    __slots__ = ()

    @property
    def hits(self) -> list[ModelHit]:
        """The models of this page, best match first unless sorted."""
        return self._views("hits", ModelHit)

    @property
    def offset(self) -> int | None:
        """Number of hits that were skipped (offset mode)."""
        return self._get("offset")

    @property
    def limit(self) -> int | None:
        """Largest number of hits that was asked for (offset mode)."""
        return self._get("limit")

    @property
    def estimated_total_hits(self) -> int | None:
        """About how many hits there are on all pages together (offset mode)."""
        return self._get("estimatedTotalHits")

    @property
    def page(self) -> int | None:
        """Number of this page, counted from 1 (page mode)."""
        return self._get("page")

    @property
    def hits_per_page(self) -> int | None:
        """Number of hits on a full page (page mode)."""
        return self._get("hitsPerPage")

    @property
    def total_pages(self) -> int | None:
        """Number of pages, the last one perhaps not full (page mode)."""
        return self._get("totalPages")

    @property
    def total_hits(self) -> int | None:
        """Exact number of hits on all pages together (page mode)."""
        return self._get("totalHits")
