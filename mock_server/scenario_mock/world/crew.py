"""What a project can draw on when new work is made in it, and the work that chance makes out of that.

A crew is the owner, the models that can run, and a pool of assets that can be worked on, by kind. Each new work takes
its draws from the source that is handed in and adds to the pool.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .. import words
from ..anchor import ANCHOR_MS, after
from ..chance import between, pick
from ..clock import DAY_MS, parse_iso
from ..themes import THEMES, Theme
from . import gallery
from .gallery import Work
from .models import UrlOf, output_kind, ready_ms
from .people import Owner
from .ways import EDITS, WAYS, Way

Row = dict[str, Any]

# Shares of uploads, edits and runs of the project's own models; the rest are runs of platform models.
UPLOAD_SHARE, EDIT_SHARE, OWN_SHARE = 0.14, 0.12, 0.34
UPLOADS = ("uploaded", "uploaded", "uploaded", "uploaded-video", "uploaded-audio", "uploaded-text", "uploaded-3d")
OLDEST_MS, NEWEST_MS = ANCHOR_MS - 400 * DAY_MS, ANCHOR_MS - DAY_MS // 10
LONGEST_RUN_MS = 300_000
OUTPUTS = (1, 1, 2, 4)
EDITABLE = frozenset({"inference-txt2img", "inference-img2img", "txt2img", "img2img"})


@dataclass
class Crew:
    """Who works with what. `trained` are the project's models, `platform` those of the public catalogue."""

    owner: Owner
    trained: list[Row]
    platform: list[Row]
    url_of: UrlOf
    pool: dict[str, list[Row]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.painters = [row for row in self.trained if output_kind(row)[0] == "image"]

    def fork(self, trained: Sequence[Row] = ()) -> Crew:
        """The same crew with more models and a pool of its own, so that what it makes does not reach this one."""
        pool = {kind: list(rows) for kind, rows in self.pool.items()}
        return Crew(self.owner, [*self.trained, *trained], self.platform, self.url_of, pool)

    def learn(self, rows: Sequence[Row]) -> None:
        """Take assets into the pool: pictures of generations, and everything that is no picture."""
        for row in rows:
            kind = row["kind"]
            if kind != "image" or row["metadata"]["type"] in EDITABLE:
                self.pool.setdefault(kind, []).append(row)

    def picture(self, rng: random.Random) -> Row:
        """A picture that can stand for something."""
        return pick(rng, self.pool["image"])

    def works(self, rng: random.Random) -> Iterator[Work]:
        """Uploads, edits and generations without an end."""
        while True:
            work = self._work(rng)
            self.learn(work.rows)
            yield work

    def _work(self, rng: random.Random) -> Work:
        chance = rng.random()
        if chance < UPLOAD_SHARE:
            return self.upload(pick(rng, UPLOADS), rng)
        if chance < UPLOAD_SHARE + EDIT_SHARE:
            return self.derive(WAYS[pick(rng, EDITS)], rng)
        own = chance < UPLOAD_SHARE + EDIT_SHARE + OWN_SHARE
        return self.run(pick(rng, self.trained if own else self.platform), pick(rng, OUTPUTS), rng)

    def upload(self, how: str, rng: random.Random) -> Work:
        """A file that somebody brought along, or a canvas."""
        created = round(between(rng, OLDEST_MS, NEWEST_MS))
        return self._shown(gallery.upload(words.theme(rng), self.owner, created, rng, self.url_of, how), rng)

    def derive(self, way: Way, rng: random.Random) -> Work:
        """What a tool makes out of an asset of the pool."""
        of = pick(rng, self.pool[way.parent])
        created = after(rng, _later(of), 5)
        return self._shown(gallery.edit(of, way, self.owner, created, rng, self.url_of), rng)

    def run(
        self, model: Row, count: int, rng: random.Random, way: Way | None = None, theme: Theme | None = None
    ) -> Work:
        """`count` outputs of a model, its usual ones or others; what it needs as its input comes out of the pool."""
        way = way or gallery.way_of(model)
        of = pick(rng, self.pool[way.parent]) if way.parent in self.pool else None
        earliest = max(ready_ms(model), OLDEST_MS, _later(of) if of else 0)
        created = round(between(rng, earliest, max(NEWEST_MS, earliest)))
        about = theme or (of and words.theme_of(of["tags"])) or pick(rng, THEMES)
        work = gallery.generation(model, way, about, self.owner, created, count, rng, self.url_of)
        return self._shown(gallery.descended(work, of) if of else work, rng)

    def _shown(self, work: Work, rng: random.Random) -> Work:
        if work.rows[0]["kind"] not in ("video", "3d"):
            return work
        return gallery.illustrated(work, self.picture(rng)["id"], self.url_of)


def _later(of: Row) -> int:
    """The earliest time of something that was made from an asset: the job that made it began after that asset."""
    return min(parse_iso(of["createdAt"]) + LONGEST_RUN_MS, ANCHOR_MS)


def showcase(crew: Crew, rng: random.Random) -> Iterator[Work]:
    """One work of each way in which assets come to be."""
    able = {capability: row for row in reversed(crew.platform) for capability in row["capabilities"]}
    for way in WAYS.values():
        if way.job_type == "upload":
            work = crew.upload(way.type, rng)
        elif way.type in able:
            work = crew.run(able[way.type], 1, rng, way)
        elif way.job_type == "inference":
            work = crew.run(pick(rng, crew.painters), 1, rng, way)
        else:
            work = crew.derive(way, rng)
        crew.learn(work.rows)
        yield work
