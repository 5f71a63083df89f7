from typing import Literal

JobAction = Literal["cancel"]

JOB_ACTION_VALUES: set[JobAction] = {
    "cancel",
}


def check_job_action(value: str) -> JobAction:
    if value in JOB_ACTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_ACTION_VALUES!r}"
    )
