"""Scenario generative AI API, as Python: `Scenario` and `AsyncScenario`.

Every name is imported when it is first used.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import errors, types
    from ._runtime.config import RequestOptions
    from ._runtime.errors import (
        ApiError,
        BadAnswer,
        BadRequest,
        BudgetExceeded,
        ConcurrencyLimitReached,
        ConfigError,
        Conflict,
        ConnectionFailed,
        ContentTooLarge,
        CooldownActive,
        DownloadError,
        Forbidden,
        GatewayError,
        Gone,
        JobCanceled,
        JobFailed,
        JobTimeout,
        NotBuilt,
        NotFound,
        PaginationError,
        PlanLimitReached,
        PlanRestricted,
        QuotaExceeded,
        RateLimited,
        RequestTimeout,
        ScenarioError,
        ServerError,
        Unauthorized,
        Unprocessable,
    )
    from ._runtime.paging import AsyncPage, AsyncPager, Page
    from ._runtime.view import View
    from .client import AsyncScenario, Scenario

__version__ = "0.1.0"

__all__ = [
    "ApiError",
    "AsyncPage",
    "AsyncPager",
    "AsyncScenario",
    "BadAnswer",
    "BadRequest",
    "BudgetExceeded",
    "ConcurrencyLimitReached",
    "ConfigError",
    "Conflict",
    "ConnectionFailed",
    "ContentTooLarge",
    "CooldownActive",
    "DownloadError",
    "Forbidden",
    "GatewayError",
    "Gone",
    "JobCanceled",
    "JobFailed",
    "JobTimeout",
    "NotBuilt",
    "NotFound",
    "Page",
    "PaginationError",
    "PlanLimitReached",
    "PlanRestricted",
    "QuotaExceeded",
    "RateLimited",
    "RequestOptions",
    "RequestTimeout",
    "Scenario",
    "ScenarioError",
    "ServerError",
    "Unauthorized",
    "Unprocessable",
    "View",
    "__version__",
    "errors",
    "types",
]

_HOMES = {
    "RequestOptions": "_runtime.config",
    "ApiError": "_runtime.errors",
    "BadAnswer": "_runtime.errors",
    "BadRequest": "_runtime.errors",
    "BudgetExceeded": "_runtime.errors",
    "ConcurrencyLimitReached": "_runtime.errors",
    "ConfigError": "_runtime.errors",
    "Conflict": "_runtime.errors",
    "ConnectionFailed": "_runtime.errors",
    "ContentTooLarge": "_runtime.errors",
    "CooldownActive": "_runtime.errors",
    "DownloadError": "_runtime.errors",
    "Forbidden": "_runtime.errors",
    "GatewayError": "_runtime.errors",
    "Gone": "_runtime.errors",
    "JobCanceled": "_runtime.errors",
    "JobFailed": "_runtime.errors",
    "JobTimeout": "_runtime.errors",
    "NotBuilt": "_runtime.errors",
    "NotFound": "_runtime.errors",
    "PaginationError": "_runtime.errors",
    "PlanLimitReached": "_runtime.errors",
    "PlanRestricted": "_runtime.errors",
    "QuotaExceeded": "_runtime.errors",
    "RateLimited": "_runtime.errors",
    "RequestTimeout": "_runtime.errors",
    "ScenarioError": "_runtime.errors",
    "ServerError": "_runtime.errors",
    "Unauthorized": "_runtime.errors",
    "Unprocessable": "_runtime.errors",
    "AsyncPage": "_runtime.paging",
    "AsyncPager": "_runtime.paging",
    "Page": "_runtime.paging",
    "View": "_runtime.view",
    "AsyncScenario": "client",
    "Scenario": "client",
    "errors": "errors",
    "types": "types",
}

if not TYPE_CHECKING:

    def __getattr__(name):
        """Import a public name's module when the name is first asked for."""
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
        module = __import__(f"{__name__}.{home}", fromlist=["*"])
        value = module if name == home else getattr(module, name)
        globals()[name] = value
        return value

    def __dir__():
        return sorted({*globals(), *__all__})
