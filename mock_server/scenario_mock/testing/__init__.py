"""A mock for the tests of other projects: what the pytest plugin's fixtures give. Nothing here needs pytest.

| module | what |
|---|---|
| `mocks` | `ScenarioMock`, a mock with a key, an address and clients, and `ServedMock`, one behind a port |
| `asked` | the settings of a test's mock, from its markers |
| `port` | the server that a session starts once |
| `sleeps` | pauses of the code under test that take no time |
| `told` | what a failed test's report says of its requests |
"""

from __future__ import annotations

from .mocks import ScenarioMock, ServedMock

__all__ = ["ScenarioMock", "ServedMock"]
