from typing import Literal

ModelStatusFilter = Literal["deleted", "failed", "new", "trained", "training"]

MODEL_STATUS_FILTER_VALUES: set[ModelStatusFilter] = {
    "deleted",
    "failed",
    "new",
    "trained",
    "training",
}


def check_model_status_filter(value: str) -> ModelStatusFilter:
    if value in MODEL_STATUS_FILTER_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {MODEL_STATUS_FILTER_VALUES!r}"
    )
