from typing import Literal

PublicModelSortBy = Literal["createdAt", "updatedAt"]

PUBLIC_MODEL_SORT_BY_VALUES: set[PublicModelSortBy] = {
    "createdAt",
    "updatedAt",
}


def check_public_model_sort_by(value: str) -> PublicModelSortBy:
    if value in PUBLIC_MODEL_SORT_BY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PUBLIC_MODEL_SORT_BY_VALUES!r}"
    )
