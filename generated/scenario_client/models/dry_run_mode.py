from typing import Literal

DryRunMode = Literal["api", "true"]

DRY_RUN_MODE_VALUES: set[DryRunMode] = {
    "api",
    "true",
}


def check_dry_run_mode(value: str) -> DryRunMode:
    if value in DRY_RUN_MODE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {DRY_RUN_MODE_VALUES!r}"
    )
