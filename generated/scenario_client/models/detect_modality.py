from typing import Literal

DetectModality = Literal[
    "canny",
    "depth",
    "grayscale",
    "lineart_anime",
    "mlsd",
    "normal",
    "pose",
    "scribble",
    "segmentation",
    "sketch",
]

DETECT_MODALITY_VALUES: set[DetectModality] = {
    "canny",
    "depth",
    "grayscale",
    "lineart_anime",
    "mlsd",
    "normal",
    "pose",
    "scribble",
    "segmentation",
    "sketch",
}


def check_detect_modality(value: str) -> DetectModality:
    if value in DETECT_MODALITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {DETECT_MODALITY_VALUES!r}"
    )
