from typing import Literal

PatchMode = Literal["erase", "override"]

PATCH_MODE_VALUES: set[PatchMode] = {
    "erase",
    "override",
}


def check_patch_mode(value: str) -> PatchMode:
    if value in PATCH_MODE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PATCH_MODE_VALUES!r}"
    )
