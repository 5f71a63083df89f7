"""What each operation does, keyed by operationId: the hole in the generated frame that is filled by hand.

An operation without an entry answers 501 and is listed by the coverage table and by GET /__mock__/health.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import assets, generate, jobs, judging, models, reworking, search, texts
from .call import Call, Reply

Handler = Callable[[Call], dict[str, Any] | Reply]

HANDLERS: dict[str, Handler] = {
    "listModels": models.list_models,
    "listPublicModels": models.list_public_models,
    "retrieveModel": models.retrieve_model,
    "bulkGetModels": models.bulk_get_models,
    "searchAssets": search.search_assets,
    "searchModels": search.search_models,
    "createCustomGeneration": generate.create_custom_generation,
    "createTextToImageGeneration": generate.create_text_to_image_generation,
    "createPromptEdit": reworking.create_prompt_edit,
    "createCaption": texts.create_caption,
    "createStyleDescription": texts.create_style_description,
    "createDetection": reworking.create_detection,
    "createEmbedding": texts.create_embedding,
    "createIpDetection": judging.create_ip_detection,
    "createPatch": reworking.create_patch,
    "createPrompt": texts.create_prompt,
    "createQualityGate": judging.create_quality_gate,
    "createTranslation": texts.create_translation,
    "listJobs": jobs.list_jobs,
    "retrieveJob": jobs.retrieve_job,
    "triggerJobAction": jobs.trigger_job_action,
    "listAssets": assets.list_assets,
    "retrieveAsset": assets.retrieve_asset,
    "uploadAsset": assets.upload_asset,
    "bulkGetAssets": assets.bulk_get_assets,
}

PARTLY: dict[str, str] = {}
"""Operations that the mock does in part, and what it answers 501 to; GET /__mock__/health lists them."""

__all__ = ["HANDLERS", "PARTLY", "Call", "Handler", "Reply"]
