from typing import Literal

ModelSortBy = Literal["createdAt", "score", "updatedAt"]

MODEL_SORT_BY_VALUES: set[ModelSortBy] = {
    "createdAt",
    "score",
    "updatedAt",
}


def check_model_sort_by(value: str) -> ModelSortBy:
    if value in MODEL_SORT_BY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {MODEL_SORT_BY_VALUES!r}"
    )
