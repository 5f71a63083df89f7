"""Contains all the data models used in inputs/outputs"""

from .asset import Asset
from .asset_camera_keyframe import AssetCameraKeyframe
from .asset_envelope import AssetEnvelope
from .asset_hit import AssetHit
from .asset_hit_metadata import AssetHitMetadata
from .asset_hit_metadata_thumbnail import AssetHitMetadataThumbnail
from .asset_list import AssetList
from .asset_metadata import AssetMetadata
from .asset_properties import AssetProperties
from .asset_quality_gate import AssetQualityGate
from .asset_quality_gate_details import AssetQualityGateDetails
from .asset_quality_gate_dimension import AssetQualityGateDimension
from .asset_search_request import AssetSearchRequest
from .asset_search_results import AssetSearchResults
from .asset_sort_key import AssetSortKey
from .asset_transcription import AssetTranscription
from .asset_type_filter import AssetTypeFilter
from .asset_upload import AssetUpload
from .asset_upload_result import AssetUploadResult
from .bulk_assets import BulkAssets
from .bulk_assets_request import BulkAssetsRequest
from .bulk_model import BulkModel
from .bulk_model_list import BulkModelList
from .bulk_models_request import BulkModelsRequest
from .caption_details_level import CaptionDetailsLevel
from .caption_request import CaptionRequest
from .caption_result import CaptionResult
from .compliance_metadata import ComplianceMetadata
from .cost_details import CostDetails
from .custom_generation_inputs import CustomGenerationInputs
from .detect_modality import DetectModality
from .detection_request import DetectionRequest
from .detection_result import DetectionResult
from .dry_run_mode import DryRunMode
from .dry_run_result import DryRunResult
from .embedding_request import EmbeddingRequest
from .embedding_result import EmbeddingResult
from .error import Error
from .error_details import ErrorDetails
from .flow_input import FlowInput
from .flow_input_item import FlowInputItem
from .flow_logic import FlowLogic
from .flow_logic_case import FlowLogicCase
from .flow_node import FlowNode
from .flow_node_asset import FlowNodeAsset
from .flow_reference import FlowReference
from .generation_result import GenerationResult
from .image_reference import ImageReference
from .image_search_set import ImageSearchSet
from .ip_detection_check_result import IpDetectionCheckResult
from .ip_detection_finding import IpDetectionFinding
from .ip_detection_request import IpDetectionRequest
from .ip_detection_result import IpDetectionResult
from .job import Job
from .job_action import JobAction
from .job_action_request import JobActionRequest
from .job_add_on_costs import JobAddOnCosts
from .job_billing import JobBilling
from .job_envelope import JobEnvelope
from .job_input import JobInput
from .job_list import JobList
from .job_metadata import JobMetadata
from .job_output import JobOutput
from .job_status_change import JobStatusChange
from .job_status_filter import JobStatusFilter
from .job_type_filter import JobTypeFilter
from .model import Model
from .model_arena_score import ModelArenaScore
from .model_class import ModelClass
from .model_concept import ModelConcept
from .model_envelope import ModelEnvelope
from .model_epoch import ModelEpoch
from .model_hit import ModelHit
from .model_hit_concept import ModelHitConcept
from .model_input import ModelInput
from .model_input_conditional import ModelInputConditional
from .model_input_required import ModelInputRequired
from .model_input_rules import ModelInputRules
from .model_list import ModelList
from .model_nested_input import ModelNestedInput
from .model_parameters import ModelParameters
from .model_performance_stats import ModelPerformanceStats
from .model_performance_variant import ModelPerformanceVariant
from .model_search_request import ModelSearchRequest
from .model_search_results import ModelSearchResults
from .model_sort_by import ModelSortBy
from .model_status_filter import ModelStatusFilter
from .model_type_filter import ModelTypeFilter
from .model_ui_config import ModelUiConfig
from .patch_crop import PatchCrop
from .patch_format import PatchFormat
from .patch_mode import PatchMode
from .patch_overlay import PatchOverlay
from .patch_position import PatchPosition
from .patch_request import PatchRequest
from .patch_result import PatchResult
from .prompt_call import PromptCall
from .prompt_call_parameters import PromptCallParameters
from .prompt_edit_fidelity import PromptEditFidelity
from .prompt_edit_format import PromptEditFormat
from .prompt_edit_model import PromptEditModel
from .prompt_edit_quality import PromptEditQuality
from .prompt_edit_request import PromptEditRequest
from .prompt_mode import PromptMode
from .prompt_request import PromptRequest
from .prompt_result import PromptResult
from .public_model_sort_by import PublicModelSortBy
from .public_privacy_filter import PublicPrivacyFilter
from .quality_gate_brief import QualityGateBrief
from .quality_gate_request import QualityGateRequest
from .quality_gate_result import QualityGateResult
from .quality_gate_sensitivity import QualityGateSensitivity
from .sort_direction import SortDirection
from .style_description_request import StyleDescriptionRequest
from .style_description_result import StyleDescriptionResult
from .text_to_image_inference import TextToImageInference
from .text_to_image_request import TextToImageRequest
from .text_to_image_result import TextToImageResult
from .training_image import TrainingImage
from .training_image_pair import TrainingImagePair
from .training_progress import TrainingProgress
from .training_stats import TrainingStats
from .translation_request import TranslationRequest
from .translation_result import TranslationResult
from .ui_input_properties import UiInputProperties
from .ui_input_properties_map import UiInputPropertiesMap
from .ui_loras_component import UiLorasComponent
from .ui_output_properties import UiOutputProperties
from .ui_output_properties_map import UiOutputPropertiesMap
from .ui_preset import UiPreset
from .ui_resolution_component import UiResolutionComponent
from .ui_resolution_preset import UiResolutionPreset
from .ui_selects import UiSelects
from .ui_trigger_generate import UiTriggerGenerate

__all__ = (
    "Asset",
    "AssetCameraKeyframe",
    "AssetEnvelope",
    "AssetHit",
    "AssetHitMetadata",
    "AssetHitMetadataThumbnail",
    "AssetList",
    "AssetMetadata",
    "AssetProperties",
    "AssetQualityGate",
    "AssetQualityGateDetails",
    "AssetQualityGateDimension",
    "AssetSearchRequest",
    "AssetSearchResults",
    "AssetSortKey",
    "AssetTranscription",
    "AssetTypeFilter",
    "AssetUpload",
    "AssetUploadResult",
    "BulkAssets",
    "BulkAssetsRequest",
    "BulkModel",
    "BulkModelList",
    "BulkModelsRequest",
    "CaptionDetailsLevel",
    "CaptionRequest",
    "CaptionResult",
    "ComplianceMetadata",
    "CostDetails",
    "CustomGenerationInputs",
    "DetectionRequest",
    "DetectionResult",
    "DetectModality",
    "DryRunMode",
    "DryRunResult",
    "EmbeddingRequest",
    "EmbeddingResult",
    "Error",
    "ErrorDetails",
    "FlowInput",
    "FlowInputItem",
    "FlowLogic",
    "FlowLogicCase",
    "FlowNode",
    "FlowNodeAsset",
    "FlowReference",
    "GenerationResult",
    "ImageReference",
    "ImageSearchSet",
    "IpDetectionCheckResult",
    "IpDetectionFinding",
    "IpDetectionRequest",
    "IpDetectionResult",
    "Job",
    "JobAction",
    "JobActionRequest",
    "JobAddOnCosts",
    "JobBilling",
    "JobEnvelope",
    "JobInput",
    "JobList",
    "JobMetadata",
    "JobOutput",
    "JobStatusChange",
    "JobStatusFilter",
    "JobTypeFilter",
    "Model",
    "ModelArenaScore",
    "ModelClass",
    "ModelConcept",
    "ModelEnvelope",
    "ModelEpoch",
    "ModelHit",
    "ModelHitConcept",
    "ModelInput",
    "ModelInputConditional",
    "ModelInputRequired",
    "ModelInputRules",
    "ModelList",
    "ModelNestedInput",
    "ModelParameters",
    "ModelPerformanceStats",
    "ModelPerformanceVariant",
    "ModelSearchRequest",
    "ModelSearchResults",
    "ModelSortBy",
    "ModelStatusFilter",
    "ModelTypeFilter",
    "ModelUiConfig",
    "PatchCrop",
    "PatchFormat",
    "PatchMode",
    "PatchOverlay",
    "PatchPosition",
    "PatchRequest",
    "PatchResult",
    "PromptCall",
    "PromptCallParameters",
    "PromptEditFidelity",
    "PromptEditFormat",
    "PromptEditModel",
    "PromptEditQuality",
    "PromptEditRequest",
    "PromptMode",
    "PromptRequest",
    "PromptResult",
    "PublicModelSortBy",
    "PublicPrivacyFilter",
    "QualityGateBrief",
    "QualityGateRequest",
    "QualityGateResult",
    "QualityGateSensitivity",
    "SortDirection",
    "StyleDescriptionRequest",
    "StyleDescriptionResult",
    "TextToImageInference",
    "TextToImageRequest",
    "TextToImageResult",
    "TrainingImage",
    "TrainingImagePair",
    "TrainingProgress",
    "TrainingStats",
    "TranslationRequest",
    "TranslationResult",
    "UiInputProperties",
    "UiInputPropertiesMap",
    "UiLorasComponent",
    "UiOutputProperties",
    "UiOutputPropertiesMap",
    "UiPreset",
    "UiResolutionComponent",
    "UiResolutionPreset",
    "UiSelects",
    "UiTriggerGenerate",
)
