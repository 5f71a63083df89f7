"""What the runtime must know of each operation of the API: one constant for each."""

from __future__ import annotations

from ._runtime.operation import Operation

LIST_MODELS = Operation(
    "listModels",
    "GET",
    "/models",
    csv=frozenset({"collectionIds", "tags", "types"}),
    retry_safe=True,
    spends=False,
    priced=False,
)
LIST_PUBLIC_MODELS = Operation(
    "listPublicModels",
    "GET",
    "/models/public",
    csv=frozenset({"collectionIds", "tags", "types"}),
    retry_safe=True,
    spends=False,
    priced=False,
)
RETRIEVE_MODEL = Operation("retrieveModel", "GET", "/models/{modelId}", retry_safe=True, spends=False, priced=False)
BULK_GET_MODELS = Operation("bulkGetModels", "POST", "/models/get-bulk", retry_safe=True, spends=False, priced=False)
SEARCH_ASSETS = Operation("searchAssets", "POST", "/search/assets", retry_safe=True, spends=False, priced=False)
SEARCH_MODELS = Operation("searchModels", "POST", "/search/models", retry_safe=True, spends=False, priced=False)
CREATE_CUSTOM_GENERATION = Operation(
    "createCustomGeneration", "POST", "/generate/custom/{modelId}", retry_safe=False, spends=True, priced=True
)
CREATE_TEXT_TO_IMAGE_GENERATION = Operation(
    "createTextToImageGeneration", "POST", "/generate/txt2img", retry_safe=False, spends=True, priced=True
)
CREATE_PROMPT_EDIT = Operation(
    "createPromptEdit", "POST", "/generate/prompt-editing", retry_safe=False, spends=True, priced=True
)
CREATE_CAPTION = Operation("createCaption", "POST", "/generate/caption", retry_safe=False, spends=True, priced=True)
CREATE_STYLE_DESCRIPTION = Operation(
    "createStyleDescription", "POST", "/generate/describe-style", retry_safe=False, spends=True, priced=True
)
CREATE_DETECTION = Operation("createDetection", "POST", "/generate/detect", retry_safe=False, spends=True, priced=True)
CREATE_EMBEDDING = Operation("createEmbedding", "POST", "/generate/embed", retry_safe=False, spends=True, priced=True)
CREATE_IP_DETECTION = Operation(
    "createIpDetection", "POST", "/generate/ip-detection", retry_safe=False, spends=True, priced=True
)
CREATE_PATCH = Operation("createPatch", "POST", "/generate/patch", retry_safe=False, spends=True, priced=False)
CREATE_PROMPT = Operation("createPrompt", "POST", "/generate/prompt", retry_safe=False, spends=True, priced=True)
CREATE_QUALITY_GATE = Operation(
    "createQualityGate", "POST", "/generate/quality-gate", retry_safe=False, spends=True, priced=True
)
CREATE_TRANSLATION = Operation(
    "createTranslation", "POST", "/generate/translate", retry_safe=False, spends=True, priced=True
)
LIST_JOBS = Operation("listJobs", "GET", "/jobs", csv=frozenset({"types"}), retry_safe=True, spends=False, priced=False)
RETRIEVE_JOB = Operation("retrieveJob", "GET", "/jobs/{jobId}", retry_safe=True, spends=False, priced=False)
TRIGGER_JOB_ACTION = Operation(
    "triggerJobAction", "POST", "/jobs/{jobId}/action", retry_safe=True, spends=False, priced=False
)
LIST_ASSETS = Operation(
    "listAssets", "GET", "/assets", csv=frozenset({"tags", "types"}), retry_safe=True, spends=False, priced=False
)
UPLOAD_ASSET = Operation("uploadAsset", "POST", "/assets", retry_safe=False, spends=False, priced=False)
RETRIEVE_ASSET = Operation("retrieveAsset", "GET", "/assets/{assetId}", retry_safe=True, spends=False, priced=False)
BULK_GET_ASSETS = Operation("bulkGetAssets", "POST", "/assets/get-bulk", retry_safe=True, spends=False, priced=False)
