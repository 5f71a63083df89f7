from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._portable import parse_timestamp
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.model_arena_score import ModelArenaScore


T = TypeVar("T", bound="ModelPerformanceVariant")


@_attrs_define
class ModelPerformanceVariant:
    """Measurements for one capability at one resolution. Costs are Creative Units, times are seconds, each per asset made.
    Source: reference, sdk:2.4.0.

    """

    capability: str
    """ The kind of generation. """
    computed_at: datetime.datetime
    """ When the numbers were computed. """
    variant_key: str
    """ Names the variant: capability, and resolution where it has one. """
    arena_score: ModelArenaScore | Unset = UNSET
    """ How people rated the model against others on arena.ai. Source: reference, sdk:2.4.0. """
    cost_per_asset_max_cu: float | Unset = UNSET
    """ Highest cost. """
    cost_per_asset_min_cu: float | Unset = UNSET
    """ Lowest cost. """
    cost_per_asset_p50cu: float | Unset = UNSET
    """ Median cost. """
    inference_latency_p50_sec: float | Unset = UNSET
    """ Median time of the generation alone. """
    inference_latency_p75_sec: float | Unset = UNSET
    """ Time of the generation alone that three in four stay below. """
    resolution: str | Unset = UNSET
    """ Class of resolution. """
    total_latency_p50_sec: float | Unset = UNSET
    """ Median time including the queue. """
    total_latency_p75_sec: float | Unset = UNSET
    """ Time including the queue that three in four stay below. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        capability = self.capability

        computed_at = self.computed_at.isoformat()

        variant_key = self.variant_key

        arena_score: dict[str, Any] | Unset = UNSET
        if not isinstance(self.arena_score, Unset):
            arena_score = self.arena_score.to_dict()

        cost_per_asset_max_cu = self.cost_per_asset_max_cu

        cost_per_asset_min_cu = self.cost_per_asset_min_cu

        cost_per_asset_p50cu = self.cost_per_asset_p50cu

        inference_latency_p50_sec = self.inference_latency_p50_sec

        inference_latency_p75_sec = self.inference_latency_p75_sec

        resolution = self.resolution

        total_latency_p50_sec = self.total_latency_p50_sec

        total_latency_p75_sec = self.total_latency_p75_sec

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "capability": capability,
                "computedAt": computed_at,
                "variantKey": variant_key,
            }
        )
        if arena_score is not UNSET:
            field_dict["arenaScore"] = arena_score
        if cost_per_asset_max_cu is not UNSET:
            field_dict["costPerAssetMaxCU"] = cost_per_asset_max_cu
        if cost_per_asset_min_cu is not UNSET:
            field_dict["costPerAssetMinCU"] = cost_per_asset_min_cu
        if cost_per_asset_p50cu is not UNSET:
            field_dict["costPerAssetP50CU"] = cost_per_asset_p50cu
        if inference_latency_p50_sec is not UNSET:
            field_dict["inferenceLatencyP50Sec"] = inference_latency_p50_sec
        if inference_latency_p75_sec is not UNSET:
            field_dict["inferenceLatencyP75Sec"] = inference_latency_p75_sec
        if resolution is not UNSET:
            field_dict["resolution"] = resolution
        if total_latency_p50_sec is not UNSET:
            field_dict["totalLatencyP50Sec"] = total_latency_p50_sec
        if total_latency_p75_sec is not UNSET:
            field_dict["totalLatencyP75Sec"] = total_latency_p75_sec

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.model_arena_score import ModelArenaScore  # noqa: PLC0415

        d = dict(src_dict)
        capability = d.pop("capability")

        computed_at = parse_timestamp(d.pop("computedAt"))

        variant_key = d.pop("variantKey")

        _arena_score = d.pop("arenaScore", UNSET)
        arena_score: ModelArenaScore | Unset
        if isinstance(_arena_score, Unset):
            arena_score = UNSET
        else:
            arena_score = ModelArenaScore.from_dict(_arena_score)

        cost_per_asset_max_cu = d.pop("costPerAssetMaxCU", UNSET)

        cost_per_asset_min_cu = d.pop("costPerAssetMinCU", UNSET)

        cost_per_asset_p50cu = d.pop("costPerAssetP50CU", UNSET)

        inference_latency_p50_sec = d.pop("inferenceLatencyP50Sec", UNSET)

        inference_latency_p75_sec = d.pop("inferenceLatencyP75Sec", UNSET)

        resolution = d.pop("resolution", UNSET)

        total_latency_p50_sec = d.pop("totalLatencyP50Sec", UNSET)

        total_latency_p75_sec = d.pop("totalLatencyP75Sec", UNSET)

        model_performance_variant = cls(
            capability=capability,
            computed_at=computed_at,
            variant_key=variant_key,
            arena_score=arena_score,
            cost_per_asset_max_cu=cost_per_asset_max_cu,
            cost_per_asset_min_cu=cost_per_asset_min_cu,
            cost_per_asset_p50cu=cost_per_asset_p50cu,
            inference_latency_p50_sec=inference_latency_p50_sec,
            inference_latency_p75_sec=inference_latency_p75_sec,
            resolution=resolution,
            total_latency_p50_sec=total_latency_p50_sec,
            total_latency_p75_sec=total_latency_p75_sec,
        )

        model_performance_variant.additional_properties = d
        return model_performance_variant

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
