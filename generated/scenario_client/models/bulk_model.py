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
    from ..models.model_class import ModelClass
    from ..models.model_concept import ModelConcept
    from ..models.model_epoch import ModelEpoch
    from ..models.model_input import ModelInput
    from ..models.model_parameters import ModelParameters
    from ..models.model_performance_stats import ModelPerformanceStats
    from ..models.model_ui_config import ModelUiConfig
    from ..models.training_image import TrainingImage
    from ..models.training_image_pair import TrainingImagePair
    from ..models.training_progress import TrainingProgress
    from ..models.training_stats import TrainingStats


T = TypeVar("T", bound="BulkModel")


@_attrs_define
class BulkModel:
    """A model as POST /models/get-bulk returns it: the fields of `Model`, fewer of them required. With `minimal` only id,
    name and type come. Recorded rows never have `inputs` or `uiConfig`. Source: sdk:2.4.0, recording.

    """

    id: str
    """ Identifies the model: 22 to 24 random characters, or a readable slug for platform models. """
    type_: str
    """ Family of a model: what it was trained on and which endpoint runs it. `custom` runs through POST
    /generate/custom/{modelId}; the six sd- types are retired, old rows may still have them. Source: reference,
    sdk:2.0.0. """
    access_restrictions: int | Unset = UNSET
    """ The lowest plan that may use a model: 0 Free, 25 Starter (formerly Creator), 50 Pro, 75 Max (formerly Team),
    100 Enterprise. 0, 25 and 50 have been recorded. Source: reference, sdk:2.3.0, recording. """
    author_id: str | Unset = UNSET
    """ Who made the model: a user, or an API key (`apiu_`). """
    capabilities: list[str] | Unset = UNSET
    """ What the model can generate from what. """
    class_: ModelClass | Unset = UNSET
    """ The subject class that an older model was trained for. Source: reference, sdk:2.4.0. """
    collection_ids: list[str] | Unset = UNSET
    """ Collections that the model is in. """
    compliance_metadata: ComplianceMetadata | Unset = UNSET
    """ Who runs a model and under which terms. The vendor dropped it from its types after SDK 0.0.3, yet every
    recorded row has it. Source: recording, guide:search, sdk:0.0.3, swagger:2025-11. """
    compliant_model_ids: list[str] | Unset = UNSET
    """ Base models that this one can run on; mostly on Flux LoRA models. """
    concepts: list[ModelConcept] | Unset = UNSET
    """ The LoRA models mixed into a composition, with their weights; a LoRA may list itself. """
    created_at: datetime.datetime | Unset = UNSET
    """ When the model was created. """
    custom: bool | Unset = UNSET
    """ True when only POST /generate/custom/{modelId} runs the model. """
    deleted_at: datetime.datetime | Unset = UNSET
    """ When the model was deleted; only in a list with status=deleted. """
    disable_refund: bool | Unset = UNSET
    """ True when a failed generation with this model is not paid back. Absent means false. """
    epoch: str | Unset = UNSET
    """ The training epoch in use; absent means the last one. Only on Flux LoRA models. """
    epochs: list[ModelEpoch] | Unset = UNSET
    """ Training epochs to choose from. Only on Flux LoRA models. """
    example_asset_ids: list[str] | Unset = UNSET
    """ Assets that the owner shows as examples. """
    inputs: list[ModelInput] | Unset = UNSET
    """ Inputs of a `custom` model, the fields of a generation's body. Only in the answer of GET /models/{modelId},
    never in lists. """
    job_id: str | Unset = UNSET
    """ The job that trained the model; shown to its owner only. """
    model_keyword: str | Unset = UNSET
    """ Trigger word of older models. """
    name: str | Unset = UNSET
    """ Display name. """
    negative_prompt_embedding: str | Unset = UNSET
    """ Text added to every negative prompt of the model. """
    owner_id: str | Unset = UNSET
    """ The project, or the team, that owns the model. """
    parameters: ModelParameters | Unset = UNSET
    """ Settings of a model's training. Nothing in it is required: platform models have it empty. FLUX, SDXL, SD 1.5
    and voice trainings each use some of the settings. Source: recording, reference, sdk:2.4.0. """
    parent_model_id: str | Unset = UNSET
    """ The model that this one was made from. """
    performance_stats: ModelPerformanceStats | Unset = UNSET
    """ Measured cost, speed and quality of a model, by variant. Source: reference, sdk:2.4.0. """
    privacy: str | Unset = UNSET
    """ Who can see it: only its project (`private`), everybody (`public`), or everybody who has its id
    (`unlisted`). Source: reference, recording. """
    prompt_embedding: str | Unset = UNSET
    """ Text added to every prompt of the model. """
    short_description: str | Unset = UNSET
    """ What the model is good at, in a sentence or two. """
    soft_deletion_on: datetime.datetime | Unset = UNSET
    """ When the model will be deleted; only for owners on the Free plan. """
    source: str | Unset = UNSET
    """ Where a model comes from. Platform models of other makers are `other`. Search hits use other words. Source:
    reference, recording. """
    status: str | Unset = UNSET
    """ Where a model stands between its creation and the end of its training. Platform models are `trained`.
    Source: reference, recording. """
    tags: list[str] | Unset = UNSET
    """ Labels; those that begin with `sc:` are set by the platform. """
    thumbnail: ImageReference | Unset = UNSET
    """ An asset and the address of its file, as thumbnails, previews and frames name it. Source: recording,
    reference. """
    training_image_pairs: list[TrainingImagePair] | Unset = UNSET
    """ Pairs of pictures for models that learn an edit. """
    training_images: list[TrainingImage] | Unset = UNSET
    """ Training pictures: the first three in lists, all of them for one model. """
    training_images_number: int | Unset = UNSET
    """ How many training pictures the model has. """
    training_progress: TrainingProgress | Unset = UNSET
    """ How far a training is. Empty on every recorded platform model, so nothing in it is required. Source:
    recording, reference, sdk:2.4.0. """
    training_stats: TrainingStats | Unset = UNSET
    """ When a training ran and for how long. Source: reference, sdk:2.4.0. """
    ui_config: ModelUiConfig | Unset = UNSET
    """ How the vendor's web application lays out a model's inputs. Only in the answer of GET /models/{modelId}, for
    `custom` models. Source: recording, reference, sdk:2.4.0. """
    updated_at: datetime.datetime | Unset = UNSET
    """ When the model last changed. """
    user_id: str | Unset = UNSET
    """ The author under its former name. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        type_ = self.type_

        access_restrictions = self.access_restrictions

        author_id = self.author_id

        capabilities: list[str] | Unset = UNSET
        if not isinstance(self.capabilities, Unset):
            capabilities = self.capabilities

        class_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.class_, Unset):
            class_ = self.class_.to_dict()

        collection_ids: list[str] | Unset = UNSET
        if not isinstance(self.collection_ids, Unset):
            collection_ids = self.collection_ids

        compliance_metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.compliance_metadata, Unset):
            compliance_metadata = self.compliance_metadata.to_dict()

        compliant_model_ids: list[str] | Unset = UNSET
        if not isinstance(self.compliant_model_ids, Unset):
            compliant_model_ids = self.compliant_model_ids

        concepts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.concepts, Unset):
            concepts = []
            for concepts_item_data in self.concepts:
                concepts_item = concepts_item_data.to_dict()
                concepts.append(concepts_item)

        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        custom = self.custom

        deleted_at: str | Unset = UNSET
        if not isinstance(self.deleted_at, Unset):
            deleted_at = self.deleted_at.isoformat()

        disable_refund = self.disable_refund

        epoch = self.epoch

        epochs: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.epochs, Unset):
            epochs = []
            for epochs_item_data in self.epochs:
                epochs_item = epochs_item_data.to_dict()
                epochs.append(epochs_item)

        example_asset_ids: list[str] | Unset = UNSET
        if not isinstance(self.example_asset_ids, Unset):
            example_asset_ids = self.example_asset_ids

        inputs: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.inputs, Unset):
            inputs = []
            for inputs_item_data in self.inputs:
                inputs_item = inputs_item_data.to_dict()
                inputs.append(inputs_item)

        job_id = self.job_id

        model_keyword = self.model_keyword

        name = self.name

        negative_prompt_embedding = self.negative_prompt_embedding

        owner_id = self.owner_id

        parameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.parameters, Unset):
            parameters = self.parameters.to_dict()

        parent_model_id = self.parent_model_id

        performance_stats: dict[str, Any] | Unset = UNSET
        if not isinstance(self.performance_stats, Unset):
            performance_stats = self.performance_stats.to_dict()

        privacy = self.privacy

        prompt_embedding = self.prompt_embedding

        short_description = self.short_description

        soft_deletion_on: str | Unset = UNSET
        if not isinstance(self.soft_deletion_on, Unset):
            soft_deletion_on = self.soft_deletion_on.isoformat()

        source = self.source

        status = self.status

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        thumbnail: dict[str, Any] | Unset = UNSET
        if not isinstance(self.thumbnail, Unset):
            thumbnail = self.thumbnail.to_dict()

        training_image_pairs: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.training_image_pairs, Unset):
            training_image_pairs = []
            for training_image_pairs_item_data in self.training_image_pairs:
                training_image_pairs_item = training_image_pairs_item_data.to_dict()
                training_image_pairs.append(training_image_pairs_item)

        training_images: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.training_images, Unset):
            training_images = []
            for training_images_item_data in self.training_images:
                training_images_item = training_images_item_data.to_dict()
                training_images.append(training_images_item)

        training_images_number = self.training_images_number

        training_progress: dict[str, Any] | Unset = UNSET
        if not isinstance(self.training_progress, Unset):
            training_progress = self.training_progress.to_dict()

        training_stats: dict[str, Any] | Unset = UNSET
        if not isinstance(self.training_stats, Unset):
            training_stats = self.training_stats.to_dict()

        ui_config: dict[str, Any] | Unset = UNSET
        if not isinstance(self.ui_config, Unset):
            ui_config = self.ui_config.to_dict()

        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()

        user_id = self.user_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "type": type_,
            }
        )
        if access_restrictions is not UNSET:
            field_dict["accessRestrictions"] = access_restrictions
        if author_id is not UNSET:
            field_dict["authorId"] = author_id
        if capabilities is not UNSET:
            field_dict["capabilities"] = capabilities
        if class_ is not UNSET:
            field_dict["class"] = class_
        if collection_ids is not UNSET:
            field_dict["collectionIds"] = collection_ids
        if compliance_metadata is not UNSET:
            field_dict["complianceMetadata"] = compliance_metadata
        if compliant_model_ids is not UNSET:
            field_dict["compliantModelIds"] = compliant_model_ids
        if concepts is not UNSET:
            field_dict["concepts"] = concepts
        if created_at is not UNSET:
            field_dict["createdAt"] = created_at
        if custom is not UNSET:
            field_dict["custom"] = custom
        if deleted_at is not UNSET:
            field_dict["deletedAt"] = deleted_at
        if disable_refund is not UNSET:
            field_dict["disableRefund"] = disable_refund
        if epoch is not UNSET:
            field_dict["epoch"] = epoch
        if epochs is not UNSET:
            field_dict["epochs"] = epochs
        if example_asset_ids is not UNSET:
            field_dict["exampleAssetIds"] = example_asset_ids
        if inputs is not UNSET:
            field_dict["inputs"] = inputs
        if job_id is not UNSET:
            field_dict["jobId"] = job_id
        if model_keyword is not UNSET:
            field_dict["modelKeyword"] = model_keyword
        if name is not UNSET:
            field_dict["name"] = name
        if negative_prompt_embedding is not UNSET:
            field_dict["negativePromptEmbedding"] = negative_prompt_embedding
        if owner_id is not UNSET:
            field_dict["ownerId"] = owner_id
        if parameters is not UNSET:
            field_dict["parameters"] = parameters
        if parent_model_id is not UNSET:
            field_dict["parentModelId"] = parent_model_id
        if performance_stats is not UNSET:
            field_dict["performanceStats"] = performance_stats
        if privacy is not UNSET:
            field_dict["privacy"] = privacy
        if prompt_embedding is not UNSET:
            field_dict["promptEmbedding"] = prompt_embedding
        if short_description is not UNSET:
            field_dict["shortDescription"] = short_description
        if soft_deletion_on is not UNSET:
            field_dict["softDeletionOn"] = soft_deletion_on
        if source is not UNSET:
            field_dict["source"] = source
        if status is not UNSET:
            field_dict["status"] = status
        if tags is not UNSET:
            field_dict["tags"] = tags
        if thumbnail is not UNSET:
            field_dict["thumbnail"] = thumbnail
        if training_image_pairs is not UNSET:
            field_dict["trainingImagePairs"] = training_image_pairs
        if training_images is not UNSET:
            field_dict["trainingImages"] = training_images
        if training_images_number is not UNSET:
            field_dict["trainingImagesNumber"] = training_images_number
        if training_progress is not UNSET:
            field_dict["trainingProgress"] = training_progress
        if training_stats is not UNSET:
            field_dict["trainingStats"] = training_stats
        if ui_config is not UNSET:
            field_dict["uiConfig"] = ui_config
        if updated_at is not UNSET:
            field_dict["updatedAt"] = updated_at
        if user_id is not UNSET:
            field_dict["userId"] = user_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.compliance_metadata import ComplianceMetadata  # noqa: PLC0415
        from ..models.image_reference import ImageReference  # noqa: PLC0415
        from ..models.model_class import ModelClass  # noqa: PLC0415
        from ..models.model_concept import ModelConcept  # noqa: PLC0415
        from ..models.model_epoch import ModelEpoch  # noqa: PLC0415
        from ..models.model_input import ModelInput  # noqa: PLC0415
        from ..models.model_parameters import ModelParameters  # noqa: PLC0415
        from ..models.model_performance_stats import ModelPerformanceStats  # noqa: PLC0415
        from ..models.model_ui_config import ModelUiConfig  # noqa: PLC0415
        from ..models.training_image import TrainingImage  # noqa: PLC0415
        from ..models.training_image_pair import TrainingImagePair  # noqa: PLC0415
        from ..models.training_progress import TrainingProgress  # noqa: PLC0415
        from ..models.training_stats import TrainingStats  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        type_ = d.pop("type")

        access_restrictions = d.pop("accessRestrictions", UNSET)

        author_id = d.pop("authorId", UNSET)

        capabilities = cast(list[str], d.pop("capabilities", UNSET))

        _class_ = d.pop("class", UNSET)
        class_: ModelClass | Unset
        if isinstance(_class_, Unset):
            class_ = UNSET
        else:
            class_ = ModelClass.from_dict(_class_)

        collection_ids = cast(list[str], d.pop("collectionIds", UNSET))

        _compliance_metadata = d.pop("complianceMetadata", UNSET)
        compliance_metadata: ComplianceMetadata | Unset
        if isinstance(_compliance_metadata, Unset):
            compliance_metadata = UNSET
        else:
            compliance_metadata = ComplianceMetadata.from_dict(_compliance_metadata)

        compliant_model_ids = cast(list[str], d.pop("compliantModelIds", UNSET))

        _concepts = d.pop("concepts", UNSET)
        concepts: list[ModelConcept] | Unset = UNSET
        if _concepts is not UNSET:
            concepts = []
            for concepts_item_data in _concepts:
                concepts_item = ModelConcept.from_dict(concepts_item_data)

                concepts.append(concepts_item)

        _created_at = d.pop("createdAt", UNSET)
        created_at: datetime.datetime | Unset
        if isinstance(_created_at, Unset):
            created_at = UNSET
        else:
            created_at = parse_timestamp(_created_at)

        custom = d.pop("custom", UNSET)

        _deleted_at = d.pop("deletedAt", UNSET)
        deleted_at: datetime.datetime | Unset
        if isinstance(_deleted_at, Unset):
            deleted_at = UNSET
        else:
            deleted_at = parse_timestamp(_deleted_at)

        disable_refund = d.pop("disableRefund", UNSET)

        epoch = d.pop("epoch", UNSET)

        _epochs = d.pop("epochs", UNSET)
        epochs: list[ModelEpoch] | Unset = UNSET
        if _epochs is not UNSET:
            epochs = []
            for epochs_item_data in _epochs:
                epochs_item = ModelEpoch.from_dict(epochs_item_data)

                epochs.append(epochs_item)

        example_asset_ids = cast(list[str], d.pop("exampleAssetIds", UNSET))

        _inputs = d.pop("inputs", UNSET)
        inputs: list[ModelInput] | Unset = UNSET
        if _inputs is not UNSET:
            inputs = []
            for inputs_item_data in _inputs:
                inputs_item = ModelInput.from_dict(inputs_item_data)

                inputs.append(inputs_item)

        job_id = d.pop("jobId", UNSET)

        model_keyword = d.pop("modelKeyword", UNSET)

        name = d.pop("name", UNSET)

        negative_prompt_embedding = d.pop("negativePromptEmbedding", UNSET)

        owner_id = d.pop("ownerId", UNSET)

        _parameters = d.pop("parameters", UNSET)
        parameters: ModelParameters | Unset
        if isinstance(_parameters, Unset):
            parameters = UNSET
        else:
            parameters = ModelParameters.from_dict(_parameters)

        parent_model_id = d.pop("parentModelId", UNSET)

        _performance_stats = d.pop("performanceStats", UNSET)
        performance_stats: ModelPerformanceStats | Unset
        if isinstance(_performance_stats, Unset):
            performance_stats = UNSET
        else:
            performance_stats = ModelPerformanceStats.from_dict(_performance_stats)

        privacy = d.pop("privacy", UNSET)

        prompt_embedding = d.pop("promptEmbedding", UNSET)

        short_description = d.pop("shortDescription", UNSET)

        _soft_deletion_on = d.pop("softDeletionOn", UNSET)
        soft_deletion_on: datetime.datetime | Unset
        if isinstance(_soft_deletion_on, Unset):
            soft_deletion_on = UNSET
        else:
            soft_deletion_on = parse_timestamp(_soft_deletion_on)

        source = d.pop("source", UNSET)

        status = d.pop("status", UNSET)

        tags = cast(list[str], d.pop("tags", UNSET))

        _thumbnail = d.pop("thumbnail", UNSET)
        thumbnail: ImageReference | Unset
        if isinstance(_thumbnail, Unset):
            thumbnail = UNSET
        else:
            thumbnail = ImageReference.from_dict(_thumbnail)

        _training_image_pairs = d.pop("trainingImagePairs", UNSET)
        training_image_pairs: list[TrainingImagePair] | Unset = UNSET
        if _training_image_pairs is not UNSET:
            training_image_pairs = []
            for training_image_pairs_item_data in _training_image_pairs:
                training_image_pairs_item = TrainingImagePair.from_dict(
                    training_image_pairs_item_data
                )

                training_image_pairs.append(training_image_pairs_item)

        _training_images = d.pop("trainingImages", UNSET)
        training_images: list[TrainingImage] | Unset = UNSET
        if _training_images is not UNSET:
            training_images = []
            for training_images_item_data in _training_images:
                training_images_item = TrainingImage.from_dict(
                    training_images_item_data
                )

                training_images.append(training_images_item)

        training_images_number = d.pop("trainingImagesNumber", UNSET)

        _training_progress = d.pop("trainingProgress", UNSET)
        training_progress: TrainingProgress | Unset
        if isinstance(_training_progress, Unset):
            training_progress = UNSET
        else:
            training_progress = TrainingProgress.from_dict(_training_progress)

        _training_stats = d.pop("trainingStats", UNSET)
        training_stats: TrainingStats | Unset
        if isinstance(_training_stats, Unset):
            training_stats = UNSET
        else:
            training_stats = TrainingStats.from_dict(_training_stats)

        _ui_config = d.pop("uiConfig", UNSET)
        ui_config: ModelUiConfig | Unset
        if isinstance(_ui_config, Unset):
            ui_config = UNSET
        else:
            ui_config = ModelUiConfig.from_dict(_ui_config)

        _updated_at = d.pop("updatedAt", UNSET)
        updated_at: datetime.datetime | Unset
        if isinstance(_updated_at, Unset):
            updated_at = UNSET
        else:
            updated_at = parse_timestamp(_updated_at)

        user_id = d.pop("userId", UNSET)

        bulk_model = cls(
            id=id,
            type_=type_,
            access_restrictions=access_restrictions,
            author_id=author_id,
            capabilities=capabilities,
            class_=class_,
            collection_ids=collection_ids,
            compliance_metadata=compliance_metadata,
            compliant_model_ids=compliant_model_ids,
            concepts=concepts,
            created_at=created_at,
            custom=custom,
            deleted_at=deleted_at,
            disable_refund=disable_refund,
            epoch=epoch,
            epochs=epochs,
            example_asset_ids=example_asset_ids,
            inputs=inputs,
            job_id=job_id,
            model_keyword=model_keyword,
            name=name,
            negative_prompt_embedding=negative_prompt_embedding,
            owner_id=owner_id,
            parameters=parameters,
            parent_model_id=parent_model_id,
            performance_stats=performance_stats,
            privacy=privacy,
            prompt_embedding=prompt_embedding,
            short_description=short_description,
            soft_deletion_on=soft_deletion_on,
            source=source,
            status=status,
            tags=tags,
            thumbnail=thumbnail,
            training_image_pairs=training_image_pairs,
            training_images=training_images,
            training_images_number=training_images_number,
            training_progress=training_progress,
            training_stats=training_stats,
            ui_config=ui_config,
            updated_at=updated_at,
            user_id=user_id,
        )

        bulk_model.additional_properties = d
        return bulk_model

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
