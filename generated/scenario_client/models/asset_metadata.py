from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._portable import parse_timestamp
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.image_reference import ImageReference
    from ..models.model_concept import ModelConcept


T = TypeVar("T", bound="AssetMetadata")


@_attrs_define
class AssetMetadata:
    """What the asset was made with: the inputs of the tool that made it, under that tool's names, and where it descends
    from. Only `kind` and `type` are always there. Source: sdk:2.4.0, recording.

    """

    kind: str
    """ The family of file that an asset or a file input is. `text` came with SDK 1.0.0. Source: recording,
    reference, sdk:1.0.0. """
    type_: str
    """ How an asset came to be, as its metadata says it, for example `inference-txt2img` or `uploaded`. Source:
    recording, sdk:2.4.0. """
    angular: float | Unset = UNSET
    """ Angularity of the surface: 0 is a sphere, 1 a machine part. """
    aspect_ratio: str | Unset = UNSET
    """ Aspect ratio that was asked for. """
    background_opacity: float | Unset = UNSET
    """ Opacity of the background of a segmentation. """
    base_model_id: str | Unset = UNSET
    """ Base model, when the run replaced it. """
    bbox: list[float] | Unset = UNSET
    """ Box around the object of interest: x1, y1, x2, y2. """
    better_quality: bool | Unset = UNSET
    """ Whether quality was preferred to speed. """
    canny_structure_image: str | Unset = UNSET
    """ Asset with edges that were already detected. """
    clustering: bool | Unset = UNSET
    """ Whether colors were clustered. """
    color_correction: bool | Unset = UNSET
    """ Whether upscaled tiles kept the color histogram of the original. """
    color_mode: str | Unset = UNSET
    """ Color mode of a vectorization. """
    color_precision: float | Unset = UNSET
    """ Color precision of a vectorization. """
    concepts: list[ModelConcept] | Unset = UNSET
    """ LoRA models that styled the picture. """
    contours: list[list[list[list[float]]]] | Unset = UNSET
    """ Outlines of the segments, one list for each mask. """
    control_end: float | Unset = UNSET
    """ Step at which the control ended. """
    copied_at: datetime.datetime | Unset = UNSET
    """ When the asset was copied into the project. """
    corner_threshold: float | Unset = UNSET
    """ Angle from which a vectorization draws a corner. """
    creativity: float | Unset = UNSET
    """ How much an upscale may invent. """
    creativity_decay: float | Unset = UNSET
    """ How fast that freedom falls during an upscale. """
    default_parameters: bool | Unset = UNSET
    """ Whether the tool ran with its own parameters. """
    depth_fidelity: float | Unset = UNSET
    """ How closely the depth picture was followed. """
    depth_image: str | Unset = UNSET
    """ Asset that the depth estimate gave. """
    details_level: float | Unset = UNSET
    """ Details to add, or to remove when below 0. """
    dilate: float | Unset = UNSET
    """ By how much a mask was widened. """
    factor: float | Unset = UNSET
    """ Contrast of a grayscale detection. """
    file_name: str | Unset = UNSET
    """ Name under which the files of its parent refer to it, kept as delivered. """
    filter_speckle: float | Unset = UNSET
    """ Size below which a vectorization drops specks. """
    fractality: float | Unset = UNSET
    """ Scale of an upscale: small is coherent, slow and dear, large adds more details. """
    geometry_enforcement: float | Unset = UNSET
    """ Extra control over the geometry of a skybox. """
    guidance: float | Unset = UNSET
    """ Guidance of the generation. """
    half_mode: bool | Unset = UNSET
    """ Whether the half mode of the tool was on. """
    hdr: float | Unset = UNSET
    """ Strength of the high dynamic range effect. """
    height: int | Unset = UNSET
    """ Height, in pixels. """
    high_threshold: float | Unset = UNSET
    """ Upper threshold of the Canny detector. """
    horizontal_expansion_ratio: float | Unset = UNSET
    """ Horizontal expansion; deprecated by the vendor. """
    image: str | Unset = UNSET
    """ Picture that was worked on: an asset or a data URL. """
    image_fidelity: float | Unset = UNSET
    """ How closely an upscale kept to the original. """
    image_type: str | Unset = UNSET
    """ Seamless property of the picture that an upscale kept. Source: sdk:2.4.0. """
    inference_id: str | Unset = UNSET
    """ The inference that made the picture. """
    input_fidelity: str | Unset = UNSET
    """ How closely details of the input pictures were kept; gpt-image-1 only. Source: sdk:2.4.0. """
    input_location: str | Unset = UNSET
    """ Where the input picture stands in the output. Source: sdk:2.4.0. """
    invert: bool | Unset = UNSET
    """ Whether the relief was inverted. """
    keeps_file_names: bool | Unset = UNSET
    """ Whether references between the files of a 3D model were kept as delivered. """
    keypoint_threshold: float | Unset = UNSET
    """ Threshold for keypoints. """
    layer_difference: float | Unset = UNSET
    """ Color distance between the layers of a vectorization. """
    length_threshold: float | Unset = UNSET
    """ Shortest segment of a vectorization. """
    lock_expires_at: datetime.datetime | Unset = UNSET
    """ When the lock on the canvas ends. """
    low_threshold: float | Unset = UNSET
    """ Lower threshold of the Canny detector. """
    mask: str | Unset = UNSET
    """ Mask that was used: an asset or a data URL. """
    max_iterations: int | Unset = UNSET
    """ Most iterations of a vectorization. """
    max_threshold: float | Unset = UNSET
    """ Upper threshold of a grayscale conversion. """
    min_threshold: float | Unset = UNSET
    """ Lower threshold of a grayscale conversion. """
    modality: str | Unset = UNSET
    """ What a detection looked for. Source: sdk:2.4.0. """
    mode: str | Unset = UNSET
    """ Mode of the tool. """
    model_id: str | Unset = UNSET
    """ The model that made it. """
    model_type: str | Unset = UNSET
    """ Family of a model: what it was trained on and which endpoint runs it. `custom` runs through POST
    /generate/custom/{modelId}; the six sd- types are retired, old rows may still have them. Source: reference,
    sdk:2.0.0. """
    name: str | Unset = UNSET
    """ Name of the asset, for example that of the uploaded file. """
    nb_masks: int | Unset = UNSET
    """ Number of masks. """
    negative_prompt: str | Unset = UNSET
    """ What the generation should avoid. """
    negative_prompt_strength: float | Unset = UNSET
    """ Weight of the negative prompt; 0 is none. """
    num_inference_steps: int | Unset = UNSET
    """ Denoising steps for each picture. """
    num_outputs: int | Unset = UNSET
    """ Outputs that were asked for. """
    original_asset_id: str | Unset = UNSET
    """ The asset that this one is a copy of. """
    output_index: int | Unset = UNSET
    """ Which output of its job it is, counted from 0. """
    overlap_percentage: float | Unset = UNSET
    """ Overlap of the parts of the output. """
    override_embeddings: bool | Unset = UNSET
    """ Whether the prompts alone counted, without the model's own embeddings. """
    parent_id: str | Unset = UNSET
    """ The asset that this one was made from. """
    parent_job_id: str | Unset = UNSET
    """ The job that made it. """
    path_precision: float | Unset = UNSET
    """ Decimal places of the paths of a vectorization. """
    points: list[list[float]] | Unset = UNSET
    """ Points that guided a segmentation. """
    polished: float | Unset = UNSET
    """ Polish of the surface: 0 is rough, 1 a mirror. """
    preset: str | Unset = UNSET
    """ Preset of the tool. """
    progress_percent: float | Unset = UNSET
    """ How far the asset is, in percent. """
    prompt: str | Unset = UNSET
    """ The prompt that it was made with. """
    prompt_fidelity: float | Unset = UNSET
    """ How closely an upscale kept to the prompt. """
    raised: float | Unset = UNSET
    """ Relief of the surface: 0 is still water, 1 very rough rock. """
    reference_images: list[str] | Unset = UNSET
    """ Pictures that guided the generation or the edit. """
    refinement_steps: int | Unset = UNSET
    """ Refinements before, or instead of, scaling. """
    remove_background: bool | Unset = UNSET
    """ Whether the background was removed before a grayscale detection. """
    resize_option: float | Unset = UNSET
    """ Size of the input picture in the output, as a part of it. """
    result_contours: bool | Unset = UNSET
    """ Whether outlines were asked for. """
    result_image: bool | Unset = UNSET
    """ Whether the picture with the mask as transparency was asked for; excludes `resultMask`. """
    result_mask: bool | Unset = UNSET
    """ Whether the black and white masks were asked for; excludes `resultImage`. """
    root_parent_id: str | Unset = UNSET
    """ The first asset of the line that this one descends from. """
    save_flipbook: bool | Unset = UNSET
    """ Whether a flipbook of the texture was stored. """
    scaling_factor: float | Unset = UNSET
    """ Factor of an upscale without a target width. """
    scheduler: str | Unset = UNSET
    """ Scheduler of the generation. """
    seed: Any | Unset = UNSET
    """ Seed of the generation; sent as a string, in some cases as a number. """
    sharpen: bool | Unset = UNSET
    """ Whether tiles were sharpened. """
    shiny: float | Unset = UNSET
    """ Gloss of the surface: 0 is matte, 1 a diamond. """
    size: int | Unset = UNSET
    """ Size of the file, in bytes. """
    sketch: bool | Unset = UNSET
    """ Whether sketches were detected instead of edges. """
    source_project_id: str | Unset = UNSET
    """ The project that it was copied from. """
    splice_threshold: float | Unset = UNSET
    """ Angle from which a vectorization joins curves. """
    strength: float | Unset = UNSET
    """ Strength of the edit. """
    structure_fidelity: float | Unset = UNSET
    """ How closely the structure of the input was kept. """
    structure_image: str | Unset = UNSET
    """ Asset whose edges guided the structure. """
    style: str | Unset = UNSET
    """ Style preset of an upscale or a skybox. Source: sdk:2.4.0. """
    style_fidelity: float | Unset = UNSET
    """ How closely the style pictures were followed. """
    style_images: list[str] | Unset = UNSET
    """ Pictures that gave the style; usually one. """
    style_images_fidelity: float | Unset = UNSET
    """ How much the style pictures weighed in an upscale. """
    target_height: int | Unset = UNSET
    """ Height that was asked for, in pixels. """
    target_width: int | Unset = UNSET
    """ Width that was asked for, in pixels; wins over the scaling factor. """
    text: str | Unset = UNSET
    """ Words that describe the object of interest. """
    texture: str | Unset = UNSET
    """ Asset that was turned into texture maps. """
    thumbnail: ImageReference | Unset = UNSET
    """ An asset and the address of its file, as thumbnails, previews and frames name it. Source: recording,
    reference. """
    tile_style: bool | Unset = UNSET
    """ Whether tiles were matched with tiles of the style pictures. """
    training_image: bool | Unset = UNSET
    """ Whether it is a picture to train with. """
    vertical_expansion_ratio: float | Unset = UNSET
    """ Vertical expansion; deprecated by the vendor. """
    width: int | Unset = UNSET
    """ Width, in pixels. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        type_ = self.type_

        angular = self.angular

        aspect_ratio = self.aspect_ratio

        background_opacity = self.background_opacity

        base_model_id = self.base_model_id

        bbox: list[float] | Unset = UNSET
        if not isinstance(self.bbox, Unset):
            bbox = self.bbox

        better_quality = self.better_quality

        canny_structure_image = self.canny_structure_image

        clustering = self.clustering

        color_correction = self.color_correction

        color_mode = self.color_mode

        color_precision = self.color_precision

        concepts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.concepts, Unset):
            concepts = []
            for concepts_item_data in self.concepts:
                concepts_item = concepts_item_data.to_dict()
                concepts.append(concepts_item)

        contours: list[list[list[list[float]]]] | Unset = UNSET
        if not isinstance(self.contours, Unset):
            contours = []
            for contours_item_data in self.contours:
                contours_item = []
                for contours_item_item_data in contours_item_data:
                    contours_item_item = []
                    for contours_item_item_item_data in contours_item_item_data:
                        contours_item_item_item = contours_item_item_item_data

                        contours_item_item.append(contours_item_item_item)

                    contours_item.append(contours_item_item)

                contours.append(contours_item)

        control_end = self.control_end

        copied_at: str | Unset = UNSET
        if not isinstance(self.copied_at, Unset):
            copied_at = self.copied_at.isoformat()

        corner_threshold = self.corner_threshold

        creativity = self.creativity

        creativity_decay = self.creativity_decay

        default_parameters = self.default_parameters

        depth_fidelity = self.depth_fidelity

        depth_image = self.depth_image

        details_level = self.details_level

        dilate = self.dilate

        factor = self.factor

        file_name = self.file_name

        filter_speckle = self.filter_speckle

        fractality = self.fractality

        geometry_enforcement = self.geometry_enforcement

        guidance = self.guidance

        half_mode = self.half_mode

        hdr = self.hdr

        height = self.height

        high_threshold = self.high_threshold

        horizontal_expansion_ratio = self.horizontal_expansion_ratio

        image = self.image

        image_fidelity = self.image_fidelity

        image_type = self.image_type

        inference_id = self.inference_id

        input_fidelity = self.input_fidelity

        input_location = self.input_location

        invert = self.invert

        keeps_file_names = self.keeps_file_names

        keypoint_threshold = self.keypoint_threshold

        layer_difference = self.layer_difference

        length_threshold = self.length_threshold

        lock_expires_at: str | Unset = UNSET
        if not isinstance(self.lock_expires_at, Unset):
            lock_expires_at = self.lock_expires_at.isoformat()

        low_threshold = self.low_threshold

        mask = self.mask

        max_iterations = self.max_iterations

        max_threshold = self.max_threshold

        min_threshold = self.min_threshold

        modality = self.modality

        mode = self.mode

        model_id = self.model_id

        model_type = self.model_type

        name = self.name

        nb_masks = self.nb_masks

        negative_prompt = self.negative_prompt

        negative_prompt_strength = self.negative_prompt_strength

        num_inference_steps = self.num_inference_steps

        num_outputs = self.num_outputs

        original_asset_id = self.original_asset_id

        output_index = self.output_index

        overlap_percentage = self.overlap_percentage

        override_embeddings = self.override_embeddings

        parent_id = self.parent_id

        parent_job_id = self.parent_job_id

        path_precision = self.path_precision

        points: list[list[float]] | Unset = UNSET
        if not isinstance(self.points, Unset):
            points = []
            for points_item_data in self.points:
                points_item = points_item_data

                points.append(points_item)

        polished = self.polished

        preset = self.preset

        progress_percent = self.progress_percent

        prompt = self.prompt

        prompt_fidelity = self.prompt_fidelity

        raised = self.raised

        reference_images: list[str] | Unset = UNSET
        if not isinstance(self.reference_images, Unset):
            reference_images = self.reference_images

        refinement_steps = self.refinement_steps

        remove_background = self.remove_background

        resize_option = self.resize_option

        result_contours = self.result_contours

        result_image = self.result_image

        result_mask = self.result_mask

        root_parent_id = self.root_parent_id

        save_flipbook = self.save_flipbook

        scaling_factor = self.scaling_factor

        scheduler = self.scheduler

        seed = self.seed

        sharpen = self.sharpen

        shiny = self.shiny

        size = self.size

        sketch = self.sketch

        source_project_id = self.source_project_id

        splice_threshold = self.splice_threshold

        strength = self.strength

        structure_fidelity = self.structure_fidelity

        structure_image = self.structure_image

        style = self.style

        style_fidelity = self.style_fidelity

        style_images: list[str] | Unset = UNSET
        if not isinstance(self.style_images, Unset):
            style_images = self.style_images

        style_images_fidelity = self.style_images_fidelity

        target_height = self.target_height

        target_width = self.target_width

        text = self.text

        texture = self.texture

        thumbnail: dict[str, Any] | Unset = UNSET
        if not isinstance(self.thumbnail, Unset):
            thumbnail = self.thumbnail.to_dict()

        tile_style = self.tile_style

        training_image = self.training_image

        vertical_expansion_ratio = self.vertical_expansion_ratio

        width = self.width

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "type": type_,
            }
        )
        if angular is not UNSET:
            field_dict["angular"] = angular
        if aspect_ratio is not UNSET:
            field_dict["aspectRatio"] = aspect_ratio
        if background_opacity is not UNSET:
            field_dict["backgroundOpacity"] = background_opacity
        if base_model_id is not UNSET:
            field_dict["baseModelId"] = base_model_id
        if bbox is not UNSET:
            field_dict["bbox"] = bbox
        if better_quality is not UNSET:
            field_dict["betterQuality"] = better_quality
        if canny_structure_image is not UNSET:
            field_dict["cannyStructureImage"] = canny_structure_image
        if clustering is not UNSET:
            field_dict["clustering"] = clustering
        if color_correction is not UNSET:
            field_dict["colorCorrection"] = color_correction
        if color_mode is not UNSET:
            field_dict["colorMode"] = color_mode
        if color_precision is not UNSET:
            field_dict["colorPrecision"] = color_precision
        if concepts is not UNSET:
            field_dict["concepts"] = concepts
        if contours is not UNSET:
            field_dict["contours"] = contours
        if control_end is not UNSET:
            field_dict["controlEnd"] = control_end
        if copied_at is not UNSET:
            field_dict["copiedAt"] = copied_at
        if corner_threshold is not UNSET:
            field_dict["cornerThreshold"] = corner_threshold
        if creativity is not UNSET:
            field_dict["creativity"] = creativity
        if creativity_decay is not UNSET:
            field_dict["creativityDecay"] = creativity_decay
        if default_parameters is not UNSET:
            field_dict["defaultParameters"] = default_parameters
        if depth_fidelity is not UNSET:
            field_dict["depthFidelity"] = depth_fidelity
        if depth_image is not UNSET:
            field_dict["depthImage"] = depth_image
        if details_level is not UNSET:
            field_dict["detailsLevel"] = details_level
        if dilate is not UNSET:
            field_dict["dilate"] = dilate
        if factor is not UNSET:
            field_dict["factor"] = factor
        if file_name is not UNSET:
            field_dict["fileName"] = file_name
        if filter_speckle is not UNSET:
            field_dict["filterSpeckle"] = filter_speckle
        if fractality is not UNSET:
            field_dict["fractality"] = fractality
        if geometry_enforcement is not UNSET:
            field_dict["geometryEnforcement"] = geometry_enforcement
        if guidance is not UNSET:
            field_dict["guidance"] = guidance
        if half_mode is not UNSET:
            field_dict["halfMode"] = half_mode
        if hdr is not UNSET:
            field_dict["hdr"] = hdr
        if height is not UNSET:
            field_dict["height"] = height
        if high_threshold is not UNSET:
            field_dict["highThreshold"] = high_threshold
        if horizontal_expansion_ratio is not UNSET:
            field_dict["horizontalExpansionRatio"] = horizontal_expansion_ratio
        if image is not UNSET:
            field_dict["image"] = image
        if image_fidelity is not UNSET:
            field_dict["imageFidelity"] = image_fidelity
        if image_type is not UNSET:
            field_dict["imageType"] = image_type
        if inference_id is not UNSET:
            field_dict["inferenceId"] = inference_id
        if input_fidelity is not UNSET:
            field_dict["inputFidelity"] = input_fidelity
        if input_location is not UNSET:
            field_dict["inputLocation"] = input_location
        if invert is not UNSET:
            field_dict["invert"] = invert
        if keeps_file_names is not UNSET:
            field_dict["keepsFileNames"] = keeps_file_names
        if keypoint_threshold is not UNSET:
            field_dict["keypointThreshold"] = keypoint_threshold
        if layer_difference is not UNSET:
            field_dict["layerDifference"] = layer_difference
        if length_threshold is not UNSET:
            field_dict["lengthThreshold"] = length_threshold
        if lock_expires_at is not UNSET:
            field_dict["lockExpiresAt"] = lock_expires_at
        if low_threshold is not UNSET:
            field_dict["lowThreshold"] = low_threshold
        if mask is not UNSET:
            field_dict["mask"] = mask
        if max_iterations is not UNSET:
            field_dict["maxIterations"] = max_iterations
        if max_threshold is not UNSET:
            field_dict["maxThreshold"] = max_threshold
        if min_threshold is not UNSET:
            field_dict["minThreshold"] = min_threshold
        if modality is not UNSET:
            field_dict["modality"] = modality
        if mode is not UNSET:
            field_dict["mode"] = mode
        if model_id is not UNSET:
            field_dict["modelId"] = model_id
        if model_type is not UNSET:
            field_dict["modelType"] = model_type
        if name is not UNSET:
            field_dict["name"] = name
        if nb_masks is not UNSET:
            field_dict["nbMasks"] = nb_masks
        if negative_prompt is not UNSET:
            field_dict["negativePrompt"] = negative_prompt
        if negative_prompt_strength is not UNSET:
            field_dict["negativePromptStrength"] = negative_prompt_strength
        if num_inference_steps is not UNSET:
            field_dict["numInferenceSteps"] = num_inference_steps
        if num_outputs is not UNSET:
            field_dict["numOutputs"] = num_outputs
        if original_asset_id is not UNSET:
            field_dict["originalAssetId"] = original_asset_id
        if output_index is not UNSET:
            field_dict["outputIndex"] = output_index
        if overlap_percentage is not UNSET:
            field_dict["overlapPercentage"] = overlap_percentage
        if override_embeddings is not UNSET:
            field_dict["overrideEmbeddings"] = override_embeddings
        if parent_id is not UNSET:
            field_dict["parentId"] = parent_id
        if parent_job_id is not UNSET:
            field_dict["parentJobId"] = parent_job_id
        if path_precision is not UNSET:
            field_dict["pathPrecision"] = path_precision
        if points is not UNSET:
            field_dict["points"] = points
        if polished is not UNSET:
            field_dict["polished"] = polished
        if preset is not UNSET:
            field_dict["preset"] = preset
        if progress_percent is not UNSET:
            field_dict["progressPercent"] = progress_percent
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if prompt_fidelity is not UNSET:
            field_dict["promptFidelity"] = prompt_fidelity
        if raised is not UNSET:
            field_dict["raised"] = raised
        if reference_images is not UNSET:
            field_dict["referenceImages"] = reference_images
        if refinement_steps is not UNSET:
            field_dict["refinementSteps"] = refinement_steps
        if remove_background is not UNSET:
            field_dict["removeBackground"] = remove_background
        if resize_option is not UNSET:
            field_dict["resizeOption"] = resize_option
        if result_contours is not UNSET:
            field_dict["resultContours"] = result_contours
        if result_image is not UNSET:
            field_dict["resultImage"] = result_image
        if result_mask is not UNSET:
            field_dict["resultMask"] = result_mask
        if root_parent_id is not UNSET:
            field_dict["rootParentId"] = root_parent_id
        if save_flipbook is not UNSET:
            field_dict["saveFlipbook"] = save_flipbook
        if scaling_factor is not UNSET:
            field_dict["scalingFactor"] = scaling_factor
        if scheduler is not UNSET:
            field_dict["scheduler"] = scheduler
        if seed is not UNSET:
            field_dict["seed"] = seed
        if sharpen is not UNSET:
            field_dict["sharpen"] = sharpen
        if shiny is not UNSET:
            field_dict["shiny"] = shiny
        if size is not UNSET:
            field_dict["size"] = size
        if sketch is not UNSET:
            field_dict["sketch"] = sketch
        if source_project_id is not UNSET:
            field_dict["sourceProjectId"] = source_project_id
        if splice_threshold is not UNSET:
            field_dict["spliceThreshold"] = splice_threshold
        if strength is not UNSET:
            field_dict["strength"] = strength
        if structure_fidelity is not UNSET:
            field_dict["structureFidelity"] = structure_fidelity
        if structure_image is not UNSET:
            field_dict["structureImage"] = structure_image
        if style is not UNSET:
            field_dict["style"] = style
        if style_fidelity is not UNSET:
            field_dict["styleFidelity"] = style_fidelity
        if style_images is not UNSET:
            field_dict["styleImages"] = style_images
        if style_images_fidelity is not UNSET:
            field_dict["styleImagesFidelity"] = style_images_fidelity
        if target_height is not UNSET:
            field_dict["targetHeight"] = target_height
        if target_width is not UNSET:
            field_dict["targetWidth"] = target_width
        if text is not UNSET:
            field_dict["text"] = text
        if texture is not UNSET:
            field_dict["texture"] = texture
        if thumbnail is not UNSET:
            field_dict["thumbnail"] = thumbnail
        if tile_style is not UNSET:
            field_dict["tileStyle"] = tile_style
        if training_image is not UNSET:
            field_dict["trainingImage"] = training_image
        if vertical_expansion_ratio is not UNSET:
            field_dict["verticalExpansionRatio"] = vertical_expansion_ratio
        if width is not UNSET:
            field_dict["width"] = width

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_reference import ImageReference  # noqa: PLC0415
        from ..models.model_concept import ModelConcept  # noqa: PLC0415

        d = dict(src_dict)
        kind = d.pop("kind")

        type_ = d.pop("type")

        angular = d.pop("angular", UNSET)

        aspect_ratio = d.pop("aspectRatio", UNSET)

        background_opacity = d.pop("backgroundOpacity", UNSET)

        base_model_id = d.pop("baseModelId", UNSET)

        bbox = cast(list[float], d.pop("bbox", UNSET))

        better_quality = d.pop("betterQuality", UNSET)

        canny_structure_image = d.pop("cannyStructureImage", UNSET)

        clustering = d.pop("clustering", UNSET)

        color_correction = d.pop("colorCorrection", UNSET)

        color_mode = d.pop("colorMode", UNSET)

        color_precision = d.pop("colorPrecision", UNSET)

        _concepts = d.pop("concepts", UNSET)
        concepts: list[ModelConcept] | Unset = UNSET
        if _concepts is not UNSET:
            concepts = []
            for concepts_item_data in _concepts:
                concepts_item = ModelConcept.from_dict(concepts_item_data)

                concepts.append(concepts_item)

        _contours = d.pop("contours", UNSET)
        contours: list[list[list[list[float]]]] | Unset = UNSET
        if _contours is not UNSET:
            contours = []
            for contours_item_data in _contours:
                contours_item = []
                _contours_item = contours_item_data
                for contours_item_item_data in _contours_item:
                    contours_item_item = []
                    _contours_item_item = contours_item_item_data
                    for contours_item_item_item_data in _contours_item_item:
                        contours_item_item_item = cast(
                            list[float], contours_item_item_item_data
                        )

                        contours_item_item.append(contours_item_item_item)

                    contours_item.append(contours_item_item)

                contours.append(contours_item)

        control_end = d.pop("controlEnd", UNSET)

        _copied_at = d.pop("copiedAt", UNSET)
        copied_at: datetime.datetime | Unset
        if isinstance(_copied_at, Unset):
            copied_at = UNSET
        else:
            copied_at = parse_timestamp(_copied_at)

        corner_threshold = d.pop("cornerThreshold", UNSET)

        creativity = d.pop("creativity", UNSET)

        creativity_decay = d.pop("creativityDecay", UNSET)

        default_parameters = d.pop("defaultParameters", UNSET)

        depth_fidelity = d.pop("depthFidelity", UNSET)

        depth_image = d.pop("depthImage", UNSET)

        details_level = d.pop("detailsLevel", UNSET)

        dilate = d.pop("dilate", UNSET)

        factor = d.pop("factor", UNSET)

        file_name = d.pop("fileName", UNSET)

        filter_speckle = d.pop("filterSpeckle", UNSET)

        fractality = d.pop("fractality", UNSET)

        geometry_enforcement = d.pop("geometryEnforcement", UNSET)

        guidance = d.pop("guidance", UNSET)

        half_mode = d.pop("halfMode", UNSET)

        hdr = d.pop("hdr", UNSET)

        height = d.pop("height", UNSET)

        high_threshold = d.pop("highThreshold", UNSET)

        horizontal_expansion_ratio = d.pop("horizontalExpansionRatio", UNSET)

        image = d.pop("image", UNSET)

        image_fidelity = d.pop("imageFidelity", UNSET)

        image_type = d.pop("imageType", UNSET)

        inference_id = d.pop("inferenceId", UNSET)

        input_fidelity = d.pop("inputFidelity", UNSET)

        input_location = d.pop("inputLocation", UNSET)

        invert = d.pop("invert", UNSET)

        keeps_file_names = d.pop("keepsFileNames", UNSET)

        keypoint_threshold = d.pop("keypointThreshold", UNSET)

        layer_difference = d.pop("layerDifference", UNSET)

        length_threshold = d.pop("lengthThreshold", UNSET)

        _lock_expires_at = d.pop("lockExpiresAt", UNSET)
        lock_expires_at: datetime.datetime | Unset
        if isinstance(_lock_expires_at, Unset):
            lock_expires_at = UNSET
        else:
            lock_expires_at = parse_timestamp(_lock_expires_at)

        low_threshold = d.pop("lowThreshold", UNSET)

        mask = d.pop("mask", UNSET)

        max_iterations = d.pop("maxIterations", UNSET)

        max_threshold = d.pop("maxThreshold", UNSET)

        min_threshold = d.pop("minThreshold", UNSET)

        modality = d.pop("modality", UNSET)

        mode = d.pop("mode", UNSET)

        model_id = d.pop("modelId", UNSET)

        model_type = d.pop("modelType", UNSET)

        name = d.pop("name", UNSET)

        nb_masks = d.pop("nbMasks", UNSET)

        negative_prompt = d.pop("negativePrompt", UNSET)

        negative_prompt_strength = d.pop("negativePromptStrength", UNSET)

        num_inference_steps = d.pop("numInferenceSteps", UNSET)

        num_outputs = d.pop("numOutputs", UNSET)

        original_asset_id = d.pop("originalAssetId", UNSET)

        output_index = d.pop("outputIndex", UNSET)

        overlap_percentage = d.pop("overlapPercentage", UNSET)

        override_embeddings = d.pop("overrideEmbeddings", UNSET)

        parent_id = d.pop("parentId", UNSET)

        parent_job_id = d.pop("parentJobId", UNSET)

        path_precision = d.pop("pathPrecision", UNSET)

        _points = d.pop("points", UNSET)
        points: list[list[float]] | Unset = UNSET
        if _points is not UNSET:
            points = []
            for points_item_data in _points:
                points_item = cast(list[float], points_item_data)

                points.append(points_item)

        polished = d.pop("polished", UNSET)

        preset = d.pop("preset", UNSET)

        progress_percent = d.pop("progressPercent", UNSET)

        prompt = d.pop("prompt", UNSET)

        prompt_fidelity = d.pop("promptFidelity", UNSET)

        raised = d.pop("raised", UNSET)

        reference_images = cast(list[str], d.pop("referenceImages", UNSET))

        refinement_steps = d.pop("refinementSteps", UNSET)

        remove_background = d.pop("removeBackground", UNSET)

        resize_option = d.pop("resizeOption", UNSET)

        result_contours = d.pop("resultContours", UNSET)

        result_image = d.pop("resultImage", UNSET)

        result_mask = d.pop("resultMask", UNSET)

        root_parent_id = d.pop("rootParentId", UNSET)

        save_flipbook = d.pop("saveFlipbook", UNSET)

        scaling_factor = d.pop("scalingFactor", UNSET)

        scheduler = d.pop("scheduler", UNSET)

        seed = d.pop("seed", UNSET)

        sharpen = d.pop("sharpen", UNSET)

        shiny = d.pop("shiny", UNSET)

        size = d.pop("size", UNSET)

        sketch = d.pop("sketch", UNSET)

        source_project_id = d.pop("sourceProjectId", UNSET)

        splice_threshold = d.pop("spliceThreshold", UNSET)

        strength = d.pop("strength", UNSET)

        structure_fidelity = d.pop("structureFidelity", UNSET)

        structure_image = d.pop("structureImage", UNSET)

        style = d.pop("style", UNSET)

        style_fidelity = d.pop("styleFidelity", UNSET)

        style_images = cast(list[str], d.pop("styleImages", UNSET))

        style_images_fidelity = d.pop("styleImagesFidelity", UNSET)

        target_height = d.pop("targetHeight", UNSET)

        target_width = d.pop("targetWidth", UNSET)

        text = d.pop("text", UNSET)

        texture = d.pop("texture", UNSET)

        _thumbnail = d.pop("thumbnail", UNSET)
        thumbnail: ImageReference | Unset
        if isinstance(_thumbnail, Unset):
            thumbnail = UNSET
        else:
            thumbnail = ImageReference.from_dict(_thumbnail)

        tile_style = d.pop("tileStyle", UNSET)

        training_image = d.pop("trainingImage", UNSET)

        vertical_expansion_ratio = d.pop("verticalExpansionRatio", UNSET)

        width = d.pop("width", UNSET)

        asset_metadata = cls(
            kind=kind,
            type_=type_,
            angular=angular,
            aspect_ratio=aspect_ratio,
            background_opacity=background_opacity,
            base_model_id=base_model_id,
            bbox=bbox,
            better_quality=better_quality,
            canny_structure_image=canny_structure_image,
            clustering=clustering,
            color_correction=color_correction,
            color_mode=color_mode,
            color_precision=color_precision,
            concepts=concepts,
            contours=contours,
            control_end=control_end,
            copied_at=copied_at,
            corner_threshold=corner_threshold,
            creativity=creativity,
            creativity_decay=creativity_decay,
            default_parameters=default_parameters,
            depth_fidelity=depth_fidelity,
            depth_image=depth_image,
            details_level=details_level,
            dilate=dilate,
            factor=factor,
            file_name=file_name,
            filter_speckle=filter_speckle,
            fractality=fractality,
            geometry_enforcement=geometry_enforcement,
            guidance=guidance,
            half_mode=half_mode,
            hdr=hdr,
            height=height,
            high_threshold=high_threshold,
            horizontal_expansion_ratio=horizontal_expansion_ratio,
            image=image,
            image_fidelity=image_fidelity,
            image_type=image_type,
            inference_id=inference_id,
            input_fidelity=input_fidelity,
            input_location=input_location,
            invert=invert,
            keeps_file_names=keeps_file_names,
            keypoint_threshold=keypoint_threshold,
            layer_difference=layer_difference,
            length_threshold=length_threshold,
            lock_expires_at=lock_expires_at,
            low_threshold=low_threshold,
            mask=mask,
            max_iterations=max_iterations,
            max_threshold=max_threshold,
            min_threshold=min_threshold,
            modality=modality,
            mode=mode,
            model_id=model_id,
            model_type=model_type,
            name=name,
            nb_masks=nb_masks,
            negative_prompt=negative_prompt,
            negative_prompt_strength=negative_prompt_strength,
            num_inference_steps=num_inference_steps,
            num_outputs=num_outputs,
            original_asset_id=original_asset_id,
            output_index=output_index,
            overlap_percentage=overlap_percentage,
            override_embeddings=override_embeddings,
            parent_id=parent_id,
            parent_job_id=parent_job_id,
            path_precision=path_precision,
            points=points,
            polished=polished,
            preset=preset,
            progress_percent=progress_percent,
            prompt=prompt,
            prompt_fidelity=prompt_fidelity,
            raised=raised,
            reference_images=reference_images,
            refinement_steps=refinement_steps,
            remove_background=remove_background,
            resize_option=resize_option,
            result_contours=result_contours,
            result_image=result_image,
            result_mask=result_mask,
            root_parent_id=root_parent_id,
            save_flipbook=save_flipbook,
            scaling_factor=scaling_factor,
            scheduler=scheduler,
            seed=seed,
            sharpen=sharpen,
            shiny=shiny,
            size=size,
            sketch=sketch,
            source_project_id=source_project_id,
            splice_threshold=splice_threshold,
            strength=strength,
            structure_fidelity=structure_fidelity,
            structure_image=structure_image,
            style=style,
            style_fidelity=style_fidelity,
            style_images=style_images,
            style_images_fidelity=style_images_fidelity,
            target_height=target_height,
            target_width=target_width,
            text=text,
            texture=texture,
            thumbnail=thumbnail,
            tile_style=tile_style,
            training_image=training_image,
            vertical_expansion_ratio=vertical_expansion_ratio,
            width=width,
        )

        asset_metadata.additional_properties = d
        return asset_metadata

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
