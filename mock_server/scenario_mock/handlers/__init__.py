"""What each operation does, keyed by operationId: the hole in the generated frame that is filled by hand.

An operation without an entry answers 501 and is listed by the coverage table and by GET /__mock__/health.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import assets, generate, jobs, models, search
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
    "listJobs": jobs.list_jobs,
    "retrieveJob": jobs.retrieve_job,
    "triggerJobAction": jobs.trigger_job_action,
    "listAssets": assets.list_assets,
    "retrieveAsset": assets.retrieve_asset,
    "uploadAsset": assets.upload_asset,
    "bulkGetAssets": assets.bulk_get_assets,
}

__all__ = ["HANDLERS", "Call", "Handler", "Reply"]
