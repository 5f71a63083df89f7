from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ModelParameters")


@_attrs_define
class ModelParameters:
    """Settings of a model's training. Nothing in it is required: platform models have it empty. FLUX, SDXL, SD 1.5 and
    voice trainings each use some of the settings. Source: recording, reference, sdk:2.4.0.

    """

    age: str | Unset = UNSET
    """ Age group of a voice, for professional cloning. """
    batch_size: int | Unset = UNSET
    """ Pictures per training step. Only for Flux LoRA. """
    class_prompt: str | Unset = UNSET
    """ Prompt that describes pictures of the same class. """
    clone_type: str | Unset = UNSET
    """ How a voice is cloned: `instant`, or `professional`, which needs a captcha. """
    concept_prompt: str | Unset = UNSET
    """ Prompt that names the subject with its trigger word; empty by default for Flux. """
    gender: str | Unset = UNSET
    """ Gender of a voice, for professional cloning. """
    language: str | Unset = UNSET
    """ Language of the audio samples, as an ISO 639-1 code. """
    learning_rate: float | Unset = UNSET
    """ Initial learning rate, after any warm-up. Flux starts from 0.0001. """
    learning_rate_text_encoder: float | Unset = UNSET
    """ Initial learning rate of the text encoder. Flux LoRA starts from 0.00001 and takes 0.000001 or more. """
    learning_rate_unet: float | Unset = UNSET
    """ Initial learning rate of the UNet. Only for SDXL LoRA. """
    lr_scheduler: str | Unset = UNSET
    """ Schedules for the learning rate. Only for SD 1.5 and SDXL LoRA. Source: reference. """
    max_train_steps: int | Unset = UNSET
    """ Most training steps. Flux: up to 10000, by default 100 for each picture. """
    nb_epochs: int | Unset = UNSET
    """ Number of epochs. Only for Flux LoRA. """
    nb_repeats: int | Unset = UNSET
    """ Number of repeats of the training. Only for Flux LoRA. """
    num_text_train_steps: int | Unset = UNSET
    """ Training steps of the text encoder. Only for SDXL LoRA. """
    num_u_net_train_steps: int | Unset = UNSET
    """ Training steps of the UNet. Only for SDXL LoRA. """
    optimize_for: str | Unset = UNSET
    """ Which transformer blocks a Flux LoRA training changes: those for likeness, all, or none in particular. The
    vendor's types know `likeness` only, its text all three. Source: reference, sdk:2.4.0. """
    prior_loss_weight: float | Unset = UNSET
    """ Weight of the loss that preserves the class. """
    random_crop: bool | Unset = UNSET
    """ True: crop at random instead of around the center, before resizing. """
    random_crop_ratio: float | Unset = UNSET
    """ Share of pictures that are cropped at random. """
    random_crop_scale: float | Unset = UNSET
    """ Scale of the random crops. """
    rank: int | Unset = UNSET
    """ Dimension of the LoRA matrices. Flux: 16, at most 64. Musubi: 64, at most 128. """
    remove_background_noise: bool | Unset = UNSET
    """ True: clean the audio samples first; each must then last 5 seconds or more. Only for voices. """
    sample_prompts: list[str] | Unset = UNSET
    """ Prompts to draw at the end of each epoch. Only for Flux LoRA. """
    sample_source_images: list[str] | Unset = UNSET
    """ Assets that go with `samplePrompts`, one for each. Only for Flux LoRA. """
    scale_lr: bool | Unset = UNSET
    """ Scaling of the learning rate; ignored. """
    seed: int | Unset = UNSET
    """ Number that makes a training repeatable. """
    text_encoder_training_ratio: float | Unset = UNSET
    """ Share of the steps that train the text encoder. """
    validation_frequency: int | Unset = UNSET
    """ Steps between two validations; not more than maxTrainSteps. """
    validation_prompt: str | Unset = UNSET
    """ Prompt to validate with. """
    voice_description: str | Unset = UNSET
    """ What the voice sounds like. Only for voices. """
    wandb_key: str | Unset = UNSET
    """ Key of the Weights & Biases account that logs the training. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        age = self.age

        batch_size = self.batch_size

        class_prompt = self.class_prompt

        clone_type = self.clone_type

        concept_prompt = self.concept_prompt

        gender = self.gender

        language = self.language

        learning_rate = self.learning_rate

        learning_rate_text_encoder = self.learning_rate_text_encoder

        learning_rate_unet = self.learning_rate_unet

        lr_scheduler = self.lr_scheduler

        max_train_steps = self.max_train_steps

        nb_epochs = self.nb_epochs

        nb_repeats = self.nb_repeats

        num_text_train_steps = self.num_text_train_steps

        num_u_net_train_steps = self.num_u_net_train_steps

        optimize_for = self.optimize_for

        prior_loss_weight = self.prior_loss_weight

        random_crop = self.random_crop

        random_crop_ratio = self.random_crop_ratio

        random_crop_scale = self.random_crop_scale

        rank = self.rank

        remove_background_noise = self.remove_background_noise

        sample_prompts: list[str] | Unset = UNSET
        if not isinstance(self.sample_prompts, Unset):
            sample_prompts = self.sample_prompts

        sample_source_images: list[str] | Unset = UNSET
        if not isinstance(self.sample_source_images, Unset):
            sample_source_images = self.sample_source_images

        scale_lr = self.scale_lr

        seed = self.seed

        text_encoder_training_ratio = self.text_encoder_training_ratio

        validation_frequency = self.validation_frequency

        validation_prompt = self.validation_prompt

        voice_description = self.voice_description

        wandb_key = self.wandb_key

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if age is not UNSET:
            field_dict["age"] = age
        if batch_size is not UNSET:
            field_dict["batchSize"] = batch_size
        if class_prompt is not UNSET:
            field_dict["classPrompt"] = class_prompt
        if clone_type is not UNSET:
            field_dict["cloneType"] = clone_type
        if concept_prompt is not UNSET:
            field_dict["conceptPrompt"] = concept_prompt
        if gender is not UNSET:
            field_dict["gender"] = gender
        if language is not UNSET:
            field_dict["language"] = language
        if learning_rate is not UNSET:
            field_dict["learningRate"] = learning_rate
        if learning_rate_text_encoder is not UNSET:
            field_dict["learningRateTextEncoder"] = learning_rate_text_encoder
        if learning_rate_unet is not UNSET:
            field_dict["learningRateUnet"] = learning_rate_unet
        if lr_scheduler is not UNSET:
            field_dict["lrScheduler"] = lr_scheduler
        if max_train_steps is not UNSET:
            field_dict["maxTrainSteps"] = max_train_steps
        if nb_epochs is not UNSET:
            field_dict["nbEpochs"] = nb_epochs
        if nb_repeats is not UNSET:
            field_dict["nbRepeats"] = nb_repeats
        if num_text_train_steps is not UNSET:
            field_dict["numTextTrainSteps"] = num_text_train_steps
        if num_u_net_train_steps is not UNSET:
            field_dict["numUNetTrainSteps"] = num_u_net_train_steps
        if optimize_for is not UNSET:
            field_dict["optimizeFor"] = optimize_for
        if prior_loss_weight is not UNSET:
            field_dict["priorLossWeight"] = prior_loss_weight
        if random_crop is not UNSET:
            field_dict["randomCrop"] = random_crop
        if random_crop_ratio is not UNSET:
            field_dict["randomCropRatio"] = random_crop_ratio
        if random_crop_scale is not UNSET:
            field_dict["randomCropScale"] = random_crop_scale
        if rank is not UNSET:
            field_dict["rank"] = rank
        if remove_background_noise is not UNSET:
            field_dict["removeBackgroundNoise"] = remove_background_noise
        if sample_prompts is not UNSET:
            field_dict["samplePrompts"] = sample_prompts
        if sample_source_images is not UNSET:
            field_dict["sampleSourceImages"] = sample_source_images
        if scale_lr is not UNSET:
            field_dict["scaleLr"] = scale_lr
        if seed is not UNSET:
            field_dict["seed"] = seed
        if text_encoder_training_ratio is not UNSET:
            field_dict["textEncoderTrainingRatio"] = text_encoder_training_ratio
        if validation_frequency is not UNSET:
            field_dict["validationFrequency"] = validation_frequency
        if validation_prompt is not UNSET:
            field_dict["validationPrompt"] = validation_prompt
        if voice_description is not UNSET:
            field_dict["voiceDescription"] = voice_description
        if wandb_key is not UNSET:
            field_dict["wandbKey"] = wandb_key

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        age = d.pop("age", UNSET)

        batch_size = d.pop("batchSize", UNSET)

        class_prompt = d.pop("classPrompt", UNSET)

        clone_type = d.pop("cloneType", UNSET)

        concept_prompt = d.pop("conceptPrompt", UNSET)

        gender = d.pop("gender", UNSET)

        language = d.pop("language", UNSET)

        learning_rate = d.pop("learningRate", UNSET)

        learning_rate_text_encoder = d.pop("learningRateTextEncoder", UNSET)

        learning_rate_unet = d.pop("learningRateUnet", UNSET)

        lr_scheduler = d.pop("lrScheduler", UNSET)

        max_train_steps = d.pop("maxTrainSteps", UNSET)

        nb_epochs = d.pop("nbEpochs", UNSET)

        nb_repeats = d.pop("nbRepeats", UNSET)

        num_text_train_steps = d.pop("numTextTrainSteps", UNSET)

        num_u_net_train_steps = d.pop("numUNetTrainSteps", UNSET)

        optimize_for = d.pop("optimizeFor", UNSET)

        prior_loss_weight = d.pop("priorLossWeight", UNSET)

        random_crop = d.pop("randomCrop", UNSET)

        random_crop_ratio = d.pop("randomCropRatio", UNSET)

        random_crop_scale = d.pop("randomCropScale", UNSET)

        rank = d.pop("rank", UNSET)

        remove_background_noise = d.pop("removeBackgroundNoise", UNSET)

        sample_prompts = cast(list[str], d.pop("samplePrompts", UNSET))

        sample_source_images = cast(list[str], d.pop("sampleSourceImages", UNSET))

        scale_lr = d.pop("scaleLr", UNSET)

        seed = d.pop("seed", UNSET)

        text_encoder_training_ratio = d.pop("textEncoderTrainingRatio", UNSET)

        validation_frequency = d.pop("validationFrequency", UNSET)

        validation_prompt = d.pop("validationPrompt", UNSET)

        voice_description = d.pop("voiceDescription", UNSET)

        wandb_key = d.pop("wandbKey", UNSET)

        model_parameters = cls(
            age=age,
            batch_size=batch_size,
            class_prompt=class_prompt,
            clone_type=clone_type,
            concept_prompt=concept_prompt,
            gender=gender,
            language=language,
            learning_rate=learning_rate,
            learning_rate_text_encoder=learning_rate_text_encoder,
            learning_rate_unet=learning_rate_unet,
            lr_scheduler=lr_scheduler,
            max_train_steps=max_train_steps,
            nb_epochs=nb_epochs,
            nb_repeats=nb_repeats,
            num_text_train_steps=num_text_train_steps,
            num_u_net_train_steps=num_u_net_train_steps,
            optimize_for=optimize_for,
            prior_loss_weight=prior_loss_weight,
            random_crop=random_crop,
            random_crop_ratio=random_crop_ratio,
            random_crop_scale=random_crop_scale,
            rank=rank,
            remove_background_noise=remove_background_noise,
            sample_prompts=sample_prompts,
            sample_source_images=sample_source_images,
            scale_lr=scale_lr,
            seed=seed,
            text_encoder_training_ratio=text_encoder_training_ratio,
            validation_frequency=validation_frequency,
            validation_prompt=validation_prompt,
            voice_description=voice_description,
            wandb_key=wandb_key,
        )

        model_parameters.additional_properties = d
        return model_parameters

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
