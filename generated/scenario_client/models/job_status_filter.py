from typing import Literal

JobStatusFilter = Literal[
    "canceled",
    "failure",
    "finalizing",
    "in-progress",
    "pending",
    "queued",
    "success",
    "warming-up",
]

JOB_STATUS_FILTER_VALUES: set[JobStatusFilter] = {
    "canceled",
    "failure",
    "finalizing",
    "in-progress",
    "pending",
    "queued",
    "success",
    "warming-up",
}


def check_job_status_filter(value: str) -> JobStatusFilter:
    if value in JOB_STATUS_FILTER_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_STATUS_FILTER_VALUES!r}"
    )
