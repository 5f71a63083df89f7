"""Types of common. What several tags share."""

from __future__ import annotations

from typing import Any, Literal, get_args

from .._runtime.view import View

__all__ = [
    "COMPLIANCE_DATA_PROCESSING_VALUES",
    "COMPLIANCE_ENTERPRISE_STATUS_VALUES",
    "COMPLIANCE_MAINTAINER_VALUES",
    "COMPLIANCE_SUB_PROCESSOR_VALUES",
    "PRIVACY_VALUES",
    "PUBLIC_PRIVACY_FILTER_VALUES",
    "SORT_DIRECTION_VALUES",
    "ComplianceDataProcessing",
    "ComplianceEnterpriseStatus",
    "ComplianceMaintainer",
    "ComplianceMetadata",
    "ComplianceSubProcessor",
    "Error",
    "ErrorDetails",
    "ImageReference",
    "IsoDate",
    "Privacy",
    "PublicPrivacyFilter",
    "SortDirection",
]

ComplianceDataProcessing = (
    Literal[
        "researchOnly",
        "serviceImprovement",
        "temporaryRetention",
        "zeroRetention",
    ]
    | str
)
"""What happens to the data that a generation sends."""

COMPLIANCE_DATA_PROCESSING_VALUES: frozenset[str] = frozenset(get_args(get_args(ComplianceDataProcessing)[0]))
"""Every word of ComplianceDataProcessing that was ever known."""

ComplianceEnterpriseStatus = (
    Literal[
        "Pending",
        "Ready",
    ]
    | str
)
"""Whether the model is cleared for enterprise customers; no document has this field."""

COMPLIANCE_ENTERPRISE_STATUS_VALUES: frozenset[str] = frozenset(get_args(get_args(ComplianceEnterpriseStatus)[0]))
"""Every word of ComplianceEnterpriseStatus that was ever known."""

ComplianceMaintainer = (
    Literal[
        "Fal",
        "Provider",
        "Replicate",
        "Scenario",
    ]
    | str
)
"""Who keeps the model running."""

COMPLIANCE_MAINTAINER_VALUES: frozenset[str] = frozenset(get_args(get_args(ComplianceMaintainer)[0]))
"""Every word of ComplianceMaintainer that was ever known."""

ComplianceSubProcessor = (
    Literal[
        "AWS",
        "Fal",
        "Modal",
        "Provider",
        "Replicate",
    ]
    | str
)
"""Whose machines run the model; `Provider` is the maker of the model itself."""

COMPLIANCE_SUB_PROCESSOR_VALUES: frozenset[str] = frozenset(get_args(get_args(ComplianceSubProcessor)[0]))
"""Every word of ComplianceSubProcessor that was ever known."""

ErrorDetails = dict[str, Any]
"""Further facts about an error, free in form and different for each class of error."""

IsoDate = str
"""A date, or a date with a time, as ISO 8601 writes them; without an offset it means UTC."""

Privacy = (
    Literal[
        "private",
        "public",
        "unlisted",
    ]
    | str
)
"""Who can see it: only its project (`private`), everybody (`public`), or everybody who has its id (`unlisted`)."""

PRIVACY_VALUES: frozenset[str] = frozenset(get_args(get_args(Privacy)[0]))
"""Every word of Privacy that was ever known."""

PublicPrivacyFilter = (
    Literal[
        "private",
        "public",
    ]
    | str
)
"""Which of the two lists to read. `unlisted` is a stored value, not one to filter by."""

PUBLIC_PRIVACY_FILTER_VALUES: frozenset[str] = frozenset(get_args(get_args(PublicPrivacyFilter)[0]))
"""Every word of PublicPrivacyFilter that was ever known."""

SortDirection = (
    Literal[
        "asc",
        "desc",
    ]
    | str
)
"""Order of a sorted list."""

SORT_DIRECTION_VALUES: frozenset[str] = frozenset(get_args(get_args(SortDirection)[0]))
"""Every word of SortDirection that was ever known."""


class ComplianceMetadata(View):
    """Who runs a model and under which terms. The vendor dropped it from its types after SDK 0.0.3, yet every recorded
    row has it.
    """

    __slots__ = ()

    @property
    def sub_processor(self) -> ComplianceSubProcessor | None:
        """Whose machines run the model; `Provider` is the maker of the model itself."""
        return self._get("subProcessor")

    @property
    def model_provider(self) -> str | None:
        """Who made the model."""
        return self._get("modelProvider")

    @property
    def maintainer(self) -> ComplianceMaintainer | None:
        """Who keeps the model running."""
        return self._get("maintainer")

    @property
    def license_terms(self) -> str | None:
        """Address of the terms of use."""
        return self._get("licenseTerms")

    @property
    def data_processing_comment(self) -> ComplianceDataProcessing | None:
        """What happens to the data that a generation sends."""
        return self._get("dataProcessingComment")

    @property
    def enterprise_status(self) -> ComplianceEnterpriseStatus | None:
        """Whether the model is cleared for enterprise customers; no document has this field."""
        return self._get("enterpriseStatus")


class Error(View):
    """What went wrong. The service has several shapes for it; this one holds them all, so nothing is required: `reason`
    is what the application sends, `message` what the gateway in front of it sends, `error` and `code` what the
    search guide prints for a spent quota.
    """

    __slots__ = ()

    @property
    def reason(self) -> str | None:
        """The cause, in a sentence for people."""
        return self._get("reason")

    @property
    def message(self) -> str | None:
        """The cause, as the gateway or the authorizer words it."""
        return self._get("message")

    @property
    def error(self) -> str | None:
        """The cause, as the search guide prints it."""
        return self._get("error")

    @property
    def code(self) -> str | None:
        """A constant for programs, as the search guide prints it."""
        return self._get("code")

    @property
    def name(self) -> str | None:
        """Class of the error, for example `PlanLimitReachedError` or `ModelAccessRestrictedError`."""
        return self._get("name")

    @property
    def details(self) -> ErrorDetails | None:
        """Further facts about an error, free in form and different for each class of error."""
        return self._get("details")

    @property
    def remaining_seconds(self) -> float | None:
        """Seconds to wait before the same call can succeed (cooldown, 429)."""
        return self._get("remainingSeconds")

    @property
    def model_id(self) -> str | None:
        """The model that the caller's plan does not include (403)."""
        return self._get("modelId")

    @property
    def required_plan(self) -> str | None:
        """The plan that includes the model (403)."""
        return self._get("requiredPlan")

    @property
    def trace_id(self) -> str | None:
        """Identifies the request towards the vendor's support."""
        return self._get("trace_id")


class ImageReference(View):
    """An asset and the address of its file, as thumbnails, previews and frames name it."""

    __slots__ = ()

    @property
    def asset_id(self) -> str:
        """Id of the asset that holds the picture."""
        return self._get("assetId")

    @property
    def url(self) -> str:
        """Address of the picture; signed, so keep its query as it is."""
        return self._get("url")
