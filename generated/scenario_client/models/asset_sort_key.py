from typing import Literal

AssetSortKey = Literal["createdAt", "updatedAt"]

ASSET_SORT_KEY_VALUES: set[AssetSortKey] = {
    "createdAt",
    "updatedAt",
}


def check_asset_sort_key(value: str) -> AssetSortKey:
    if value in ASSET_SORT_KEY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ASSET_SORT_KEY_VALUES!r}"
    )
