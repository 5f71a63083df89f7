from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.flow_node import FlowNode
    from ..models.job_input import JobInput
    from ..models.job_output import JobOutput


T = TypeVar("T", bound="JobMetadata")


@_attrs_define
class JobMetadata:
    """What went into a job and what came out of it. Which fields are there depends on the kind and the state of the job.
    Source: recording, sdk:2.4.0.

    """

    asset_ids: list[str] | Unset = UNSET
    """ Assets that the job produced, in the order in which it produced them. """
    input_: JobInput | Unset = UNSET
    """ The inputs as the caller sent them, by name, together with the model that ran. Source: recording, sdk:2.4.0.
    """
    output: JobOutput | Unset = UNSET
    """ Results that are not assets, for example the text of a language model; different for each kind of job.
    Source: sdk:2.4.0, recording. """
    error: str | Unset = UNSET
    """ Why the job failed. """
    hint: str | Unset = UNSET
    """ What the user can do about the failure. """
    flow: list[FlowNode] | Unset = UNSET
    """ The nodes of a workflow job; only workflow jobs have it. """
    output_model_id: str | Unset = UNSET
    """ The model that a voice clone job trains. """
    workflow_id: str | Unset = UNSET
    """ The workflow that the job belongs to. """
    workflow_job_id: str | Unset = UNSET
    """ The workflow job that this job is a step of. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        asset_ids: list[str] | Unset = UNSET
        if not isinstance(self.asset_ids, Unset):
            asset_ids = self.asset_ids

        input_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.input_, Unset):
            input_ = self.input_.to_dict()

        output: dict[str, Any] | Unset = UNSET
        if not isinstance(self.output, Unset):
            output = self.output.to_dict()

        error = self.error

        hint = self.hint

        flow: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.flow, Unset):
            flow = []
            for flow_item_data in self.flow:
                flow_item = flow_item_data.to_dict()
                flow.append(flow_item)

        output_model_id = self.output_model_id

        workflow_id = self.workflow_id

        workflow_job_id = self.workflow_job_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if asset_ids is not UNSET:
            field_dict["assetIds"] = asset_ids
        if input_ is not UNSET:
            field_dict["input"] = input_
        if output is not UNSET:
            field_dict["output"] = output
        if error is not UNSET:
            field_dict["error"] = error
        if hint is not UNSET:
            field_dict["hint"] = hint
        if flow is not UNSET:
            field_dict["flow"] = flow
        if output_model_id is not UNSET:
            field_dict["outputModelId"] = output_model_id
        if workflow_id is not UNSET:
            field_dict["workflowId"] = workflow_id
        if workflow_job_id is not UNSET:
            field_dict["workflowJobId"] = workflow_job_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.flow_node import FlowNode  # noqa: PLC0415
        from ..models.job_input import JobInput  # noqa: PLC0415
        from ..models.job_output import JobOutput  # noqa: PLC0415

        d = dict(src_dict)
        asset_ids = cast(list[str], d.pop("assetIds", UNSET))

        _input_ = d.pop("input", UNSET)
        input_: JobInput | Unset
        if isinstance(_input_, Unset):
            input_ = UNSET
        else:
            input_ = JobInput.from_dict(_input_)

        _output = d.pop("output", UNSET)
        output: JobOutput | Unset
        if isinstance(_output, Unset):
            output = UNSET
        else:
            output = JobOutput.from_dict(_output)

        error = d.pop("error", UNSET)

        hint = d.pop("hint", UNSET)

        _flow = d.pop("flow", UNSET)
        flow: list[FlowNode] | Unset = UNSET
        if _flow is not UNSET:
            flow = []
            for flow_item_data in _flow:
                flow_item = FlowNode.from_dict(flow_item_data)

                flow.append(flow_item)

        output_model_id = d.pop("outputModelId", UNSET)

        workflow_id = d.pop("workflowId", UNSET)

        workflow_job_id = d.pop("workflowJobId", UNSET)

        job_metadata = cls(
            asset_ids=asset_ids,
            input_=input_,
            output=output,
            error=error,
            hint=hint,
            flow=flow,
            output_model_id=output_model_id,
            workflow_id=workflow_id,
            workflow_job_id=workflow_job_id,
        )

        job_metadata.additional_properties = d
        return job_metadata

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
