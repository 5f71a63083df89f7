from typing import Literal

QualityGateSensitivity = Literal["high", "low", "medium"]

QUALITY_GATE_SENSITIVITY_VALUES: set[QualityGateSensitivity] = {
    "high",
    "low",
    "medium",
}


def check_quality_gate_sensitivity(value: str) -> QualityGateSensitivity:
    if value in QUALITY_GATE_SENSITIVITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUALITY_GATE_SENSITIVITY_VALUES!r}"
    )
