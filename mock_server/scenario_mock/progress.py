"""How far long work is: a bar on the terminal; elsewhere silence, or one line for what takes minutes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from .clock import monotonic
from .terminal import people_read_stderr

SHORT_S = 0.5
"""Seconds of work that nobody needs to be told about."""


def progress(what: str) -> Callable[[int, int], None]:
    """A report for work on many rows: called with (rows so far, all rows), it draws a bar on stderr.

    Where stderr is no terminal, one line at the start says what takes its time.
    """
    if not people_read_stderr():
        told: list[str] = []

        def tell(done: int, whole: int) -> None:
            if not told:
                told.append(what)
                line = f"scenario-mock: {what}, {whole:,} rows; the next start finds it made"
                print(line, file=sys.stderr, flush=True)

        return tell

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bars = Progress(*columns, console=Console(stderr=True))
    task = bars.add_task(what, total=None)

    def draw(done: int, whole: int) -> None:
        bars.start()
        bars.update(task, completed=done, total=whole)
        if done >= whole:
            bars.stop()

    return draw


@contextmanager
def bar(what: str, after_s: float = SHORT_S) -> Iterator[Callable[[int, int | None], None]]:
    """A report for the work of the block, called with what is done and the whole (None: nobody knows).

    It draws a bar on stderr from the first report after so many seconds on, and takes it away at the end; where stderr
    is no terminal it does nothing.
    """
    if not people_read_stderr():
        yield _silent
        return
    begun, bars = monotonic(), _Bars(what)

    def told(done: int, whole: int | None) -> None:
        if bars.drawn is not None or monotonic() - begun >= after_s:
            bars.draw(done, whole)

    try:
        yield told
    finally:
        if bars.drawn is not None:
            bars.drawn.stop()


class _Bars:
    """The bar of `bar`, which needs rich once there is something to draw."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._task: Any = None
        self.drawn: Any = None

    def draw(self, done: int, whole: int | None) -> None:
        if self.drawn is None:
            from rich.console import Console
            from rich.progress import Progress

            self.drawn = Progress(console=Console(stderr=True), transient=True)
            self._task = self.drawn.add_task(self._what, total=None)
            self.drawn.start()
        self.drawn.update(self._task, completed=done, total=whole)


def _silent(done: int, whole: int | None) -> None:
    """Where nobody looks."""
