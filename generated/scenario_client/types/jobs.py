"""Types of jobs. Follow work that runs in the background."""

from __future__ import annotations

from typing import Any, Literal, get_args

from .._runtime.view import View
from .models import ModelInput

__all__ = [
    "FLOW_LOGIC_TYPE_VALUES",
    "FLOW_NODE_STATUS_VALUES",
    "FLOW_NODE_TYPE_VALUES",
    "JOB_ACTION_VALUES",
    "JOB_STATUS_FILTER_VALUES",
    "JOB_STATUS_LEGACY",
    "JOB_STATUS_RUNNING",
    "JOB_STATUS_TERMINAL",
    "JOB_STATUS_VALUES",
    "JOB_TYPE_FILTER_VALUES",
    "JOB_TYPE_VALUES",
    "FlowInput",
    "FlowInputItem",
    "FlowLogic",
    "FlowLogicCase",
    "FlowLogicType",
    "FlowNode",
    "FlowNodeAsset",
    "FlowNodeStatus",
    "FlowNodeType",
    "FlowReference",
    "Job",
    "JobAction",
    "JobAddOnCosts",
    "JobBilling",
    "JobEnvelope",
    "JobInput",
    "JobList",
    "JobMetadata",
    "JobOutput",
    "JobStatus",
    "JobStatusChange",
    "JobStatusFilter",
    "JobType",
    "JobTypeFilter",
]

FlowLogicType = Literal["if-else",] | str
"""Kind of a logic node."""

FLOW_LOGIC_TYPE_VALUES: frozenset[str] = frozenset(get_args(get_args(FlowLogicType)[0]))
"""Every word of FlowLogicType that was ever known."""

FlowNodeStatus = (
    Literal[
        "failure",
        "pending",
        "processing",
        "rejected",
        "skipped",
        "success",
    ]
    | str
)
"""State of a node in a workflow job. `processing` belongs to nodes; jobs say `in-progress`."""

FLOW_NODE_STATUS_VALUES: frozenset[str] = frozenset(get_args(get_args(FlowNodeStatus)[0]))
"""Every word of FlowNodeStatus that was ever known."""

FlowNodeType = (
    Literal[
        "custom-model",
        "for-each",
        "generate-prompt",
        "list",
        "logic",
        "model",
        "remove-background",
        "transform",
        "user-approval",
        "user-selection",
        "workflow",
    ]
    | str
)
"""What a node of a workflow does."""

FLOW_NODE_TYPE_VALUES: frozenset[str] = frozenset(get_args(get_args(FlowNodeType)[0]))
"""Every word of FlowNodeType that was ever known."""

JobAction = Literal["cancel",] | str
"""What can be done to a job."""

JOB_ACTION_VALUES: frozenset[str] = frozenset(get_args(get_args(JobAction)[0]))
"""Every word of JobAction that was ever known."""

JobStatus = (
    Literal[
        "pending",
        "queued",
        "warming-up",
        "in-progress",
        "finalizing",
        "success",
        "failure",
        "canceled",
        "processing",  # older word for "in-progress"
        "failed",  # older word for "failure"
    ]
    | str
)
"""State of a job. `success`, `failure` and `canceled` end it. Guides also write `processing` for a running and `failed`
for a failed job; no recording of a job has them.
"""

JOB_STATUS_VALUES: frozenset[str] = frozenset(get_args(get_args(JobStatus)[0]))
"""Every word of JobStatus that was ever known."""

JOB_STATUS_LEGACY: dict[str, str] = {"processing": "in-progress", "failed": "failure"}
"""Words of JobStatus. Older words and what they mean."""

JOB_STATUS_RUNNING: frozenset[str] = frozenset(["finalizing", "in-progress", "pending", "queued", "warming-up"])
"""Words of JobStatus. Those that mean: running."""

JOB_STATUS_TERMINAL: frozenset[str] = frozenset(["canceled", "failure", "success"])
"""Words of JobStatus. Those that mean: terminal."""

JobStatusFilter = (
    Literal[
        "pending",
        "queued",
        "warming-up",
        "in-progress",
        "finalizing",
        "success",
        "failure",
        "canceled",
    ]
    | str
)
"""The states that a list of jobs can be filtered by."""

JOB_STATUS_FILTER_VALUES: frozenset[str] = frozenset(get_args(get_args(JobStatusFilter)[0]))
"""Every word of JobStatusFilter that was ever known."""

JobType = (
    Literal[
        "assets-download",
        "canvas-export",
        "caption",
        "caption-llava",
        "custom",
        "describe-style",
        "detection",
        "embed",
        "flux",
        "flux-model-training",
        "generate-prompt",
        "image-generation",
        "image-prompt-editing",
        "inference",
        "mesh-preview-rendering",
        "model-download",
        "model-import",
        "model-training",
        "musubi-model-training",
        "openai-image-generation",
        "patch-image",
        "pixelate",
        "reframe",
        "remove-background",
        "repaint",
        "restyle",
        "segment",
        "skybox-3d",
        "skybox-base-360",
        "skybox-hdri",
        "skybox-upscale-360",
        "splat",
        "texture",
        "translate",
        "upload",
        "upscale",
        "upscale-skybox",
        "upscale-texture",
        "vectorize",
        "workflow",
    ]
    | str
)
"""What kind of work a job does. A run of a model through `/generate/custom` is `custom`."""

JOB_TYPE_VALUES: frozenset[str] = frozenset(get_args(get_args(JobType)[0]))
"""Every word of JobType that was ever known."""

JobTypeFilter = (
    Literal[
        "assets-download",
        "model-training",
        "flux-model-training",
        "musubi-model-training",
        "inference",
        "pixelate",
        "embed",
        "remove-background",
        "vectorize",
        "canvas-export",
        "image-generation",
        "image-prompt-editing",
        "caption",
        "generate-prompt",
        "describe-style",
        "translate",
        "detection",
        "restyle",
        "repaint",
        "reframe",
        "segment",
        "skybox-base-360",
        "skybox-upscale-360",
        "skybox-hdri",
        "skybox-3d",
        "texture",
        "upscale",
        "upscale-skybox",
        "upscale-texture",
        "flux",
        "openai-image-generation",
        "upload",
        "custom",
        "splat",
        "mesh-preview-rendering",
        "workflow",
    ]
    | str
)
"""The kinds of work that a list of jobs can be filtered by: those of `JobType` without caption-llava, model-download,
model-import and patch-image.
"""

JOB_TYPE_FILTER_VALUES: frozenset[str] = frozenset(get_args(get_args(JobTypeFilter)[0]))
"""Every word of JobTypeFilter that was ever known."""


class FlowInput(ModelInput):
    """An input of a node: the declaration of a model's input, and where its value comes from."""

    __slots__ = ()

    @property
    def ref(self) -> FlowReference | None:
        """Where an input takes its value from, or which nodes it waits for."""
        return self._view("ref", FlowReference)

    @property
    def value(self) -> Any:
        """The value to run the node with, free in form; workflow jobs only."""
        return self._get("value")

    @property
    def items(self) -> list[list[dict[str, Any]]] | None:
        """For inputs_array: every item is a group of inputs with values or references of its own."""
        return self._get("items")


class FlowInputItem(ModelInput):
    """An input inside an item of an inputs_array: like `FlowInput`, without items of its own."""

    __slots__ = ()

    @property
    def ref(self) -> FlowReference | None:
        """Where an input takes its value from, or which nodes it waits for."""
        return self._view("ref", FlowReference)

    @property
    def value(self) -> Any:
        """The value to run the node with, free in form; workflow jobs only."""
        return self._get("value")


class FlowLogic(View):
    """How a logic node decides or transforms."""

    __slots__ = ()

    @property
    def cases(self) -> list[FlowLogicCase] | None:
        """If/else nodes: the conditions, in the order in which they are tried."""
        return self._views("cases", FlowLogicCase)

    @property
    def default(self) -> str | None:
        """If/else nodes: node or output to use when no case matches."""
        return self._get("default")

    @property
    def transform(self) -> str | None:
        """Transform nodes: the transformation."""
        return self._get("transform")


class FlowLogicCase(View):
    """A condition of an if/else node, and what it leads to."""

    __slots__ = ()

    @property
    def condition(self) -> str:
        """The condition, as the workflow editor writes it."""
        return self._get("condition")

    @property
    def value(self) -> str:
        """Node or output to use when the condition holds."""
        return self._get("value")


class FlowNode(View):
    """A step of a workflow job: what it runs, what it waits for, and how far it is."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Id of the node, unique in the workflow."""
        return self._get("id")

    @property
    def status(self) -> FlowNodeStatus:
        """State of a node in a workflow job."""
        return self._get("status")

    @property
    def type(self) -> FlowNodeType:
        """What a node of a workflow does."""
        return self._get("type")

    @property
    def assets(self) -> list[FlowNodeAsset] | None:
        """Assets that this node produced."""
        return self._views("assets", FlowNodeAsset)

    @property
    def count(self) -> int | None:
        """Loop nodes: how often to run; without it, once per item of the array input."""
        return self._get("count")

    @property
    def depends_on(self) -> list[str] | None:
        """Nodes that must end first."""
        return self._get("dependsOn")

    @property
    def include_outputs_in_workflow_job(self) -> bool | None:
        """Whether the results count as results of the whole job; only ever true or absent."""
        return self._get("includeOutputsInWorkflowJob")

    @property
    def inputs(self) -> list[FlowInput] | None:
        """The inputs of the node; a selection node bounds the number of picks by the input's min and max."""
        return self._views("inputs", FlowInput)

    @property
    def items(self) -> list[str] | None:
        """Fixed items of a list node, or the candidates that a selection node offers."""
        return self._get("items")

    @property
    def iteration_index(self) -> int | None:
        """Which turn of a loop this copy of a node belongs to, counted from 0."""
        return self._get("iterationIndex")

    @property
    def job_id(self) -> str | None:
        """The job that runs the node; absent until the node starts."""
        return self._get("jobId")

    @property
    def logic(self) -> FlowLogic | None:
        """How a logic node decides or transforms."""
        return self._view("logic", FlowLogic)

    @property
    def logic_type(self) -> FlowLogicType | None:
        """Kind of a logic node."""
        return self._get("logicType")

    @property
    def loop_body_node_ids(self) -> list[str] | None:
        """Loop nodes: the nodes that are copied for every turn."""
        return self._get("loopBodyNodeIds")

    @property
    def loop_node_id(self) -> str | None:
        """The loop node that made this copy."""
        return self._get("loopNodeId")

    @property
    def model_id(self) -> str | None:
        """The model that the node runs."""
        return self._get("modelId")

    @property
    def output(self) -> Any:
        """Result of a logic node, free in form."""
        return self._get("output")

    @property
    def workflow_id(self) -> str | None:
        """The workflow that the node runs."""
        return self._get("workflowId")


class FlowNodeAsset(View):
    """An asset that a node produced, with the address of its file."""

    __slots__ = ()

    @property
    def asset_id(self) -> str:
        """Id of the asset."""
        return self._get("assetId")

    @property
    def url(self) -> str:
        """Address of the file; signed, so keep its query as it is."""
        return self._get("url")


class FlowReference(View):
    """Where an input takes its value from, or which nodes it waits for. At least `node` or `conditional` is there."""

    __slots__ = ()

    @property
    def node(self) -> str | None:
        """Id of the node to read, or `workflow` for an input of the workflow itself."""
        return self._get("node")

    @property
    def name(self) -> str | None:
        """Input or output to read; needed with `workflow`, and `all` means every output of a node."""
        return self._get("name")

    @property
    def equal(self) -> str | None:
        """The output that an if/else node must have for this reference to count."""
        return self._get("equal")

    @property
    def conditional(self) -> list[str] | None:
        """Nodes whose state decides: all succeed and this one runs; they are skipped and so is this one."""
        return self._get("conditional")


class Job(View):
    """A piece of work that runs in the background: a generation, a training, an upload. It is the same in lists, when
    read by id, and in the answer of the call that started it.
    """

    __slots__ = ()

    @property
    def job_id(self) -> str:
        """Id of the job."""
        return self._get("jobId")

    @property
    def job_type(self) -> JobType:
        """What kind of work a job does."""
        return self._get("jobType")

    @property
    def status(self) -> JobStatus:
        """State of a job."""
        return self._get("status")

    @property
    def status_history(self) -> list[JobStatusChange]:
        """Every state so far with its time, oldest first; the first time equals `created_at`."""
        return self._views("statusHistory", JobStatusChange)

    @property
    def progress(self) -> float:
        """Part of the work that is done, from 0 to 1."""
        return self._get("progress")

    @property
    def metadata(self) -> JobMetadata:
        """What went into a job and what came out of it."""
        return self._view("metadata", JobMetadata)

    @property
    def billing(self) -> JobBilling | None:
        """What the job costs, in Creative Units."""
        return self._view("billing", JobBilling)

    @property
    def author_id(self) -> str | None:
        """Who started it: a user, or the API key that was used."""
        return self._get("authorId")

    @property
    def owner_id(self) -> str | None:
        """The project that owns it; a team in older rows."""
        return self._get("ownerId")

    @property
    def created_at(self) -> str:
        """When it was created."""
        return self._get("createdAt")

    @property
    def updated_at(self) -> str:
        """When it last changed."""
        return self._get("updatedAt")


class JobAddOnCosts(View):
    """What the add-ons of a job cost, each under its key, in Creative Units. It is the part that can still be refunded:
    after a failure or a cancellation it reads 0. Absent when there were none.
    """

    __slots__ = ()

    @property
    def ip_detection(self) -> float | None:
        """Reserved; the price of this check stands in the answer that started the job."""
        return self._get("ip-detection")

    @property
    def quality_gate(self) -> float | None:
        """Price of the quality check, in Creative Units."""
        return self._get("quality-gate")


class JobBilling(View):
    """What the job costs, in Creative Units. Add-ons come on top: a generation priced 7.25 was recorded as `cu_cost` 6
    with `quality-gate` 1.25.
    """

    __slots__ = ()

    @property
    def cu_cost(self) -> float:
        """Price of the work itself, without add-ons, in Creative Units."""
        return self._get("cuCost")

    @property
    def cu_discount(self) -> float:
        """What the plan takes off the price, in Creative Units."""
        return self._get("cuDiscount")

    @property
    def cu_cost_details(self) -> JobAddOnCosts | None:
        """What the add-ons of a job cost, each under its key, in Creative Units."""
        return self._view("cuCostDetails", JobAddOnCosts)

    @property
    def disable_refund(self) -> bool | None:
        """True when a failure is not refunded, because the model does not support it."""
        return self._get("disableRefund")


class JobEnvelope(View):
    """One job under its name."""

    __slots__ = ()

    @property
    def job(self) -> Job:
        """A piece of work that runs in the background: a generation, a training, an upload."""
        return self._view("job", Job)


class JobInput(View):
    """The inputs as the caller sent them, by name, together with the model that ran."""

    __slots__ = ()

    @property
    def model_id(self) -> str | None:
        """The model that ran, when one did."""
        return self._get("modelId")


class JobList(View):
    """A page of jobs. It may hold fewer rows than asked for, or none, and still not be the last: only a missing token
    ends the list.
    """

    __slots__ = ()

    @property
    def jobs(self) -> list[Job]:
        """The jobs of this page; possibly none although more pages follow."""
        return self._views("jobs", Job)

    @property
    def next_pagination_token(self) -> str | None:
        """Token of the next page; absent on the last one."""
        return self._get("nextPaginationToken")


class JobMetadata(View):
    """What went into a job and what came out of it. Which fields are there depends on the kind and the state of the
    job.
    """

    __slots__ = ()

    @property
    def asset_ids(self) -> list[str] | None:
        """Assets that the job produced, in the order in which it produced them."""
        return self._get("assetIds")

    @property
    def input(self) -> JobInput | None:
        """The inputs as the caller sent them, by name, together with the model that ran."""
        return self._view("input", JobInput)

    @property
    def output(self) -> JobOutput | None:
        """Results that are not assets, for example the text of a language model; different for each kind of job."""
        return self._view("output", JobOutput)

    @property
    def error(self) -> str | None:
        """Why the job failed."""
        return self._get("error")

    @property
    def hint(self) -> str | None:
        """What the user can do about the failure."""
        return self._get("hint")

    @property
    def flow(self) -> list[FlowNode] | None:
        """The nodes of a workflow job; only workflow jobs have it."""
        return self._views("flow", FlowNode)

    @property
    def output_model_id(self) -> str | None:
        """The model that a voice clone job trains."""
        return self._get("outputModelId")

    @property
    def workflow_id(self) -> str | None:
        """The workflow that the job belongs to."""
        return self._get("workflowId")

    @property
    def workflow_job_id(self) -> str | None:
        """The workflow job that this job is a step of."""
        return self._get("workflowJobId")


class JobOutput(View):
    """Results that are not assets, for example the text of a language model; different for each kind of job."""

    __slots__ = ()

    @property
    def entity_id(self) -> str | None:
        """Upload jobs: id of what the upload became."""
        return self._get("entityId")


class JobStatusChange(View):
    """A state that the job reached, and when."""

    __slots__ = ()

    @property
    def status(self) -> JobStatus:
        """State of a job."""
        return self._get("status")

    @property
    def date(self) -> str:
        """When the job reached the state."""
        return self._get("date")
