from typing import Literal

PublicPrivacyFilter = Literal["private", "public"]

PUBLIC_PRIVACY_FILTER_VALUES: set[PublicPrivacyFilter] = {
    "private",
    "public",
}


def check_public_privacy_filter(value: str) -> PublicPrivacyFilter:
    if value in PUBLIC_PRIVACY_FILTER_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PUBLIC_PRIVACY_FILTER_VALUES!r}"
    )
