from typing import Literal

PromptEditFormat = Literal["jpeg", "png", "webp"]

PROMPT_EDIT_FORMAT_VALUES: set[PromptEditFormat] = {
    "jpeg",
    "png",
    "webp",
}


def check_prompt_edit_format(value: str) -> PromptEditFormat:
    if value in PROMPT_EDIT_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PROMPT_EDIT_FORMAT_VALUES!r}"
    )
