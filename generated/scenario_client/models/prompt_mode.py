from typing import Literal

PromptMode = Literal[
    "completion",
    "contextual",
    "contextual-v2",
    "image-editing",
    "inventive",
    "structured",
]

PROMPT_MODE_VALUES: set[PromptMode] = {
    "completion",
    "contextual",
    "contextual-v2",
    "image-editing",
    "inventive",
    "structured",
}


def check_prompt_mode(value: str) -> PromptMode:
    if value in PROMPT_MODE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PROMPT_MODE_VALUES!r}"
    )
