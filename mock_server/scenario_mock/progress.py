"""How far long work is: a bar on the terminal, silence elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable


def progress(what: str) -> Callable[[int, int], None]:
    """A report for work on many rows: called with (rows so far, all rows), it draws a bar on stderr.

    Where stderr is no terminal, one line at the start says what takes its time.
    """
    if not sys.stderr.isatty():
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
