from typing import Literal

CaptionDetailsLevel = Literal["action", "action+style"]

CAPTION_DETAILS_LEVEL_VALUES: set[CaptionDetailsLevel] = {
    "action",
    "action+style",
}


def check_caption_details_level(value: str) -> CaptionDetailsLevel:
    if value in CAPTION_DETAILS_LEVEL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CAPTION_DETAILS_LEVEL_VALUES!r}"
    )
