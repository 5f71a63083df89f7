from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.job_add_on_costs import JobAddOnCosts


T = TypeVar("T", bound="JobBilling")


@_attrs_define
class JobBilling:
    """What the job costs, in Creative Units. Add-ons come on top: a generation priced 7.25 was recorded as `cuCost` 6 with
    `quality-gate` 1.25. Source: recording, sdk:2.4.0.

    """

    cu_cost: float
    """ Price of the work itself, without add-ons, in Creative Units. """
    cu_discount: float
    """ What the plan takes off the price, in Creative Units. """
    cu_cost_details: JobAddOnCosts | Unset = UNSET
    """ What the add-ons of a job cost, each under its key, in Creative Units. It is the part that can still be
    refunded: after a failure or a cancellation it reads 0. Absent when there were none. Source: recording,
    sdk:2.4.0. """
    disable_refund: bool | Unset = UNSET
    """ True when a failure is not refunded, because the model does not support it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cu_cost = self.cu_cost

        cu_discount = self.cu_discount

        cu_cost_details: dict[str, Any] | Unset = UNSET
        if not isinstance(self.cu_cost_details, Unset):
            cu_cost_details = self.cu_cost_details.to_dict()

        disable_refund = self.disable_refund

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cuCost": cu_cost,
                "cuDiscount": cu_discount,
            }
        )
        if cu_cost_details is not UNSET:
            field_dict["cuCostDetails"] = cu_cost_details
        if disable_refund is not UNSET:
            field_dict["disableRefund"] = disable_refund

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job_add_on_costs import JobAddOnCosts  # noqa: PLC0415

        d = dict(src_dict)
        cu_cost = d.pop("cuCost")

        cu_discount = d.pop("cuDiscount")

        _cu_cost_details = d.pop("cuCostDetails", UNSET)
        cu_cost_details: JobAddOnCosts | Unset
        if isinstance(_cu_cost_details, Unset):
            cu_cost_details = UNSET
        else:
            cu_cost_details = JobAddOnCosts.from_dict(_cu_cost_details)

        disable_refund = d.pop("disableRefund", UNSET)

        job_billing = cls(
            cu_cost=cu_cost,
            cu_discount=cu_discount,
            cu_cost_details=cu_cost_details,
            disable_refund=disable_refund,
        )

        job_billing.additional_properties = d
        return job_billing

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
