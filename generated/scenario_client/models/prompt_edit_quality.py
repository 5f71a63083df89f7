from typing import Literal

PromptEditQuality = Literal["high", "low", "medium"]

PROMPT_EDIT_QUALITY_VALUES: set[PromptEditQuality] = {
    "high",
    "low",
    "medium",
}


def check_prompt_edit_quality(value: str) -> PromptEditQuality:
    if value in PROMPT_EDIT_QUALITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PROMPT_EDIT_QUALITY_VALUES!r}"
    )
