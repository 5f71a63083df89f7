"""An offline Scenario API: a mock that serves the contract with living, conforming data.

from scenario_mock import Mock, MockTransport
client = httpx.Client(transport=MockTransport(Mock()), base_url="https://api.cloud.scenario.com/v1")
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .app import Mock
    from .clock import ManualClock, SystemClock
    from .settings import Settings
    from .transport import MockTransport

_HOMES = {
    "ManualClock": "clock",
    "Mock": "app",
    "MockTransport": "transport",
    "Settings": "settings",
    "SystemClock": "clock",
}

__all__ = ["ManualClock", "Mock", "MockTransport", "Settings", "SystemClock"]


def __getattr__(name: str) -> Any:
    """Load a public name at its first use, so that `scenario-mock --help` does not wait for all of it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if sys.version_info < (3, 11):  # pytest loads this package for its fixtures, also where the client alone runs
        raise ImportError("scenario_mock needs Python 3.11 or newer; scenario_client alone also runs on 3.10")
    return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
