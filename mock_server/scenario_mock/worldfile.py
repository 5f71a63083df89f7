"""Large worlds: made once into a file of the user's cache folder, then loaded at each start.

A world of up to `SMALL` rows is made in a moment for each tenant when it is first seen. A larger one is made before
the server starts, with a report of its progress; it belongs to the first key that calls, further keys get the default
world.
The file is named after all that decides its bytes: the counts, the seed, the contract's vocabularies and the code that
makes worlds.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from . import world
from .anchor import ANCHOR_MS
from .caches import cache_file
from .encoding import encode
from .handlers.senses import senses
from .origins import counts_of, origins
from .search_index import Asked, Finder
from .settings import Settings
from .store import Origin, Store, Thing, open_engine
from .store.tables import FORMAT, SPARE
from .world import private_owner

SMALL = 20_000
MOST_KEPT = 3
STEPS = 4
"""What is done with each row: it is made, read for search, and given two vectors."""
Report = Callable[[int, int], None]
"""Called with (rows made so far, all rows)."""


def rows_asked(settings: Settings) -> int:
    """Rows that the settings ask for beyond the default world; 0 when it is the default one."""
    return sum(count or 0 for count in (settings.models, settings.assets, settings.jobs))


def is_large(settings: Settings) -> bool:
    """Whether the world is made before the start instead of for each tenant."""
    return rows_asked(settings) > SMALL


def default_sized(settings: Settings) -> Settings:
    """The same settings with worlds of the default size."""
    return replace(settings, models=None, assets=None, jobs=None)


def large_world(settings: Settings, schemas: Mapping[str, Any], report: Report) -> Path:
    """The file with the world that the settings ask for; made now if it is not there yet."""
    asked = [settings.seed, settings.models, settings.assets, settings.jobs, settings.embedder, FORMAT]
    file = cache_file("world", encode(asked), encode(schemas), _code(), suffix=".db")
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        half = file.with_suffix(f".{os.getpid()}.half")
        half.unlink(missing_ok=True)
        _make(half, settings, schemas, report)
        half.replace(file)
        _forget_older(file)
    return file


def _forget_older(file: Path) -> None:
    """Leave the `MOST_KEPT` latest worlds in the cache folder: they are large."""
    worlds = sorted(file.parent.glob("world-*.db"), key=lambda each: each.stat().st_mtime, reverse=True)
    for each in worlds[MOST_KEPT:]:
        each.unlink(missing_ok=True)


def place(file: Path, target: Path) -> None:
    """Put a copy of a world's file where a database is to be, unless there is one."""
    if not target.exists():
        shutil.copyfile(file, target)


def _make(half: Path, settings: Settings, schemas: Mapping[str, Any], report: Report) -> None:
    small = origins(default_sized(settings), schemas)
    engine = open_engine(str(half))
    store = Store(engine, small, settings.seed, settings.embedder)
    owner = private_owner(SPARE)
    done = _Progress(report, rows_asked(settings))
    store.fill_spare(Origin(owner.project_id, owner.author_id, lambda: _counted(settings, schemas, done)))
    _read_for_search(store, settings.embedder, done)
    done.end()
    engine.read("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.read("PRAGMA journal_mode = DELETE")
    engine.close()


def _counted(settings: Settings, schemas: Mapping[str, Any], done: _Progress) -> Iterator[Thing]:
    for thing in world.stream_private(settings.seed, SPARE, schemas, *counts_of(settings)):
        done(1)
        yield thing


def _read_for_search(store: Store, name: str, done: _Progress) -> None:
    """Have search read the world now: a million rows take minutes, which no caller would wait for."""
    finder = Finder(store.engine, report=done)
    for kind in ("assets", "models"):
        asked = Asked(kind, SPARE, None, ANCHOR_MS)
        finder.prepare(asked, senses(store, name, kind, SPARE, ANCHOR_MS))


class _Progress:
    """Adds up the steps that were done and reports them as rows."""

    def __init__(self, report: Report, whole: int) -> None:
        self._report, self._whole, self._steps, self._told = report, whole, 0, -1

    def __call__(self, steps: int) -> None:
        self._steps += steps
        done = min(self._steps // STEPS // 1000 * 1000, self._whole)
        if done != self._told:
            self._told = done
            self._report(done, self._whole)

    def end(self) -> None:
        """All is done: the rows that have fewer steps, too."""
        self._report(self._whole, self._whole)


def _code() -> bytes:
    """The code that makes worlds and what search knows of them: another version of it makes another file."""
    here = Path(__file__).parent
    folders = [here / name for name in ("world", "search", "search_index", "meaning", "media")]
    files = [file for folder in folders for file in sorted(folder.glob("*")) if file.is_file()]
    alone = "words themes jobs lexicon likeness sketching brushes painting handlers/senses".split()
    files += [here / f"{name}.py" for name in alone]
    return b"".join(file.read_bytes() for file in files)
