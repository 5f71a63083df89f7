from typing import Literal

PromptEditModel = Literal[
    "flux-kontext",
    "gemini-2.0-flash",
    "gemini-2.5-flash",
    "gpt-image-1",
    "runway-gen4-image",
    "seedream-4",
]

PROMPT_EDIT_MODEL_VALUES: set[PromptEditModel] = {
    "flux-kontext",
    "gemini-2.0-flash",
    "gemini-2.5-flash",
    "gpt-image-1",
    "runway-gen4-image",
    "seedream-4",
}


def check_prompt_edit_model(value: str) -> PromptEditModel:
    if value in PROMPT_EDIT_MODEL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PROMPT_EDIT_MODEL_VALUES!r}"
    )
