from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.flow_input import FlowInput
    from ..models.flow_logic import FlowLogic
    from ..models.flow_node_asset import FlowNodeAsset


T = TypeVar("T", bound="FlowNode")


@_attrs_define
class FlowNode:
    """A step of a workflow job: what it runs, what it waits for, and how far it is. Source: sdk:2.4.0."""

    id: str
    """ Id of the node, unique in the workflow. """
    status: str
    """ State of a node in a workflow job. `processing` belongs to nodes; jobs say `in-progress`. Source: sdk:2.4.0.
    """
    type_: str
    """ What a node of a workflow does. Source: sdk:2.4.0. """
    assets: list[FlowNodeAsset] | Unset = UNSET
    """ Assets that this node produced. """
    count: int | Unset = UNSET
    """ Loop nodes: how often to run; without it, once per item of the array input. """
    depends_on: list[str] | Unset = UNSET
    """ Nodes that must end first. """
    include_outputs_in_workflow_job: bool | Unset = UNSET
    """ Whether the results count as results of the whole job; only ever true or absent. """
    inputs: list[FlowInput] | Unset = UNSET
    """ The inputs of the node; a selection node bounds the number of picks by the input's min and max. """
    items: list[str] | Unset = UNSET
    """ Fixed items of a list node, or the candidates that a selection node offers. """
    iteration_index: int | Unset = UNSET
    """ Which turn of a loop this copy of a node belongs to, counted from 0. """
    job_id: str | Unset = UNSET
    """ The job that runs the node; absent until the node starts. """
    logic: FlowLogic | Unset = UNSET
    """ How a logic node decides or transforms. Source: sdk:2.4.0. """
    logic_type: str | Unset = UNSET
    """ Kind of a logic node. Source: sdk:2.4.0. """
    loop_body_node_ids: list[str] | Unset = UNSET
    """ Loop nodes: the nodes that are copied for every turn. """
    loop_node_id: str | Unset = UNSET
    """ The loop node that made this copy. """
    model_id: str | Unset = UNSET
    """ The model that the node runs. """
    output: Any | Unset = UNSET
    """ Result of a logic node, free in form. """
    workflow_id: str | Unset = UNSET
    """ The workflow that the node runs. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        status = self.status

        type_ = self.type_

        assets: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.assets, Unset):
            assets = []
            for assets_item_data in self.assets:
                assets_item = assets_item_data.to_dict()
                assets.append(assets_item)

        count = self.count

        depends_on: list[str] | Unset = UNSET
        if not isinstance(self.depends_on, Unset):
            depends_on = self.depends_on

        include_outputs_in_workflow_job = self.include_outputs_in_workflow_job

        inputs: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.inputs, Unset):
            inputs = []
            for inputs_item_data in self.inputs:
                inputs_item = inputs_item_data.to_dict()
                inputs.append(inputs_item)

        items: list[str] | Unset = UNSET
        if not isinstance(self.items, Unset):
            items = self.items

        iteration_index = self.iteration_index

        job_id = self.job_id

        logic: dict[str, Any] | Unset = UNSET
        if not isinstance(self.logic, Unset):
            logic = self.logic.to_dict()

        logic_type = self.logic_type

        loop_body_node_ids: list[str] | Unset = UNSET
        if not isinstance(self.loop_body_node_ids, Unset):
            loop_body_node_ids = self.loop_body_node_ids

        loop_node_id = self.loop_node_id

        model_id = self.model_id

        output = self.output

        workflow_id = self.workflow_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "status": status,
                "type": type_,
            }
        )
        if assets is not UNSET:
            field_dict["assets"] = assets
        if count is not UNSET:
            field_dict["count"] = count
        if depends_on is not UNSET:
            field_dict["dependsOn"] = depends_on
        if include_outputs_in_workflow_job is not UNSET:
            field_dict["includeOutputsInWorkflowJob"] = include_outputs_in_workflow_job
        if inputs is not UNSET:
            field_dict["inputs"] = inputs
        if items is not UNSET:
            field_dict["items"] = items
        if iteration_index is not UNSET:
            field_dict["iterationIndex"] = iteration_index
        if job_id is not UNSET:
            field_dict["jobId"] = job_id
        if logic is not UNSET:
            field_dict["logic"] = logic
        if logic_type is not UNSET:
            field_dict["logicType"] = logic_type
        if loop_body_node_ids is not UNSET:
            field_dict["loopBodyNodeIds"] = loop_body_node_ids
        if loop_node_id is not UNSET:
            field_dict["loopNodeId"] = loop_node_id
        if model_id is not UNSET:
            field_dict["modelId"] = model_id
        if output is not UNSET:
            field_dict["output"] = output
        if workflow_id is not UNSET:
            field_dict["workflowId"] = workflow_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.flow_input import FlowInput  # noqa: PLC0415
        from ..models.flow_logic import FlowLogic  # noqa: PLC0415
        from ..models.flow_node_asset import FlowNodeAsset  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        status = d.pop("status")

        type_ = d.pop("type")

        _assets = d.pop("assets", UNSET)
        assets: list[FlowNodeAsset] | Unset = UNSET
        if _assets is not UNSET:
            assets = []
            for assets_item_data in _assets:
                assets_item = FlowNodeAsset.from_dict(assets_item_data)

                assets.append(assets_item)

        count = d.pop("count", UNSET)

        depends_on = cast(list[str], d.pop("dependsOn", UNSET))

        include_outputs_in_workflow_job = d.pop("includeOutputsInWorkflowJob", UNSET)

        _inputs = d.pop("inputs", UNSET)
        inputs: list[FlowInput] | Unset = UNSET
        if _inputs is not UNSET:
            inputs = []
            for inputs_item_data in _inputs:
                inputs_item = FlowInput.from_dict(inputs_item_data)

                inputs.append(inputs_item)

        items = cast(list[str], d.pop("items", UNSET))

        iteration_index = d.pop("iterationIndex", UNSET)

        job_id = d.pop("jobId", UNSET)

        _logic = d.pop("logic", UNSET)
        logic: FlowLogic | Unset
        if isinstance(_logic, Unset):
            logic = UNSET
        else:
            logic = FlowLogic.from_dict(_logic)

        logic_type = d.pop("logicType", UNSET)

        loop_body_node_ids = cast(list[str], d.pop("loopBodyNodeIds", UNSET))

        loop_node_id = d.pop("loopNodeId", UNSET)

        model_id = d.pop("modelId", UNSET)

        output = d.pop("output", UNSET)

        workflow_id = d.pop("workflowId", UNSET)

        flow_node = cls(
            id=id,
            status=status,
            type_=type_,
            assets=assets,
            count=count,
            depends_on=depends_on,
            include_outputs_in_workflow_job=include_outputs_in_workflow_job,
            inputs=inputs,
            items=items,
            iteration_index=iteration_index,
            job_id=job_id,
            logic=logic,
            logic_type=logic_type,
            loop_body_node_ids=loop_body_node_ids,
            loop_node_id=loop_node_id,
            model_id=model_id,
            output=output,
            workflow_id=workflow_id,
        )

        flow_node.additional_properties = d
        return flow_node

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
