"""Every knob of the mock, in one frozen record with its default."""

from __future__ import annotations

from dataclasses import dataclass, field

from .plans import LEVELS, OLDER_NAMES
from .profiles import PROFILES

CHOICES = {
    "profile": PROFILES,
    "status_words": ("api", "guide"),
    "plan": (*LEVELS, *OLDER_NAMES),
    "embedder": ("words", "minilm"),
    "clock": ("system", "manual"),
}
"""The settings that take one of a few words."""


@dataclass(frozen=True)
class Settings:
    """What a mock is started with. The command line's flags have the same names. Raises ValueError for a wrong word."""

    seed: int = 0
    """Decides every byte of the world and of what is generated later."""
    job_seconds: float = 3.0
    """How long a generation runs, from pending to its end; with 0 it has ended by the time that it can be read.

    One whose prompt holds `[fail]` or `[fail: what went wrong]` ends in failure, with that text as its error.
    """
    profile: str = "strict"
    """`strict` refuses whatever the contract or a model's inputs do not allow; `live` lets pass what the service was
    seen to let pass (see `profiles`)."""
    status_words: str = "api"
    """The words for the states of jobs: `api`, or `guide` for those of an older guide (queued, processing, success,
    failed, canceled)."""
    plan: str = "enterprise"
    """The plan of every caller: free, starter, pro, max or enterprise. A model above it is refused with 403."""
    sparse_pages: bool = False
    """Pages of jobs are cut before they are filtered, as the service's are: one may hold fewer rows than asked for, or
    none, while there are more."""
    api_key: str | None = None
    """When set, the only credentials that are accepted (with `api_secret`); otherwise each key has its own world."""
    api_secret: str | None = field(default=None, repr=False)
    """The secret that goes with `api_key`."""
    url_seconds: int = 3600
    """How long a signed file address is good for."""
    check_answers: bool = True
    """Hold every answer against the contract before it leaves; a wrong one becomes a 500 that says what is wrong."""
    stateless: bool = False
    """Answer every valid request with made-up data of its schema instead of keeping a world."""
    clock: str = "system"
    """`system`: the machine's time; `manual`: stands at a fixed moment until it is moved."""
    db: str | None = field(default=None, repr=False)
    """Where state is kept: None for memory, a file of SQLite, or the URL of a PostgreSQL database."""
    models: int | None = None
    """Models of a tenant's project; None for the default."""
    assets: int | None = None
    """Assets of a tenant's project; None for the default."""
    jobs: int | None = None
    """Jobs of a tenant's project; None for the default."""
    embedder: str = "words"
    """What tells the meaning of texts in a search: `words`, a table that ships with the mock, or `minilm`, the model
    that it was made from (needs the extra `minilm`)."""
    empty: bool = False
    """Start with nothing but the public catalogue."""
    max_body_bytes: int = 10_000_000
    """The gateway's limit for one request; above it the answer is 413."""

    def __post_init__(self) -> None:
        for name, words in CHOICES.items():
            given = getattr(self, name)
            if given not in words:
                raise ValueError(f"{name} must be one of {', '.join(words)}, not {given!r}")
