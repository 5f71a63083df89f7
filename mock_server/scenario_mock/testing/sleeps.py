"""Pauses of the code under test that take no time: they pass in the mock's clock instead.

| who | pauses |
|---|---|
| the code under test, in any thread | not at all |
| the server of `scenario_server`, which lives in a thread as long as the session | as ever |
| whoever took a sleep of a test by its name (`from asyncio import sleep`), once that test is over | as ever |
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import anyio

from ..server import THREAD

if TYPE_CHECKING:
    import pytest

    from .mocks import ScenarioMock

Pass = Callable[[float], bool]


@contextmanager
def sleeps_passing(mock: ScenarioMock, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the sleeps of `time`, `asyncio` and `anyio` move the mock's clock until the block ends."""
    over = threading.Event()

    def passes(seconds: float) -> bool:
        if over.is_set() or threading.current_thread().name == THREAD:
            return False
        if seconds > 0:
            mock.advance(seconds)
        return True

    with monkeypatch.context() as patches:
        patches.setattr(time, "sleep", _at_once(passes, time.sleep))
        for module in (asyncio, anyio):
            patches.setattr(module, "sleep", _soon(passes, module.sleep))
        yield
    over.set()


def _at_once(passes: Pass, wait: Callable[[float], None]) -> Callable[[float], None]:
    def sleep(seconds: float, /) -> None:
        if not passes(seconds):
            wait(seconds)

    return sleep


def _soon(passes: Pass, wait: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    async def sleep(delay: float, *arguments: Any, **named: Any) -> Any:
        # With no delay others get their turn.
        return await wait(0 if passes(delay) else delay, *arguments, **named)

    return sleep
