from typing import Literal

PromptEditFidelity = Literal["high", "low"]

PROMPT_EDIT_FIDELITY_VALUES: set[PromptEditFidelity] = {
    "high",
    "low",
}


def check_prompt_edit_fidelity(value: str) -> PromptEditFidelity:
    if value in PROMPT_EDIT_FIDELITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PROMPT_EDIT_FIDELITY_VALUES!r}"
    )
