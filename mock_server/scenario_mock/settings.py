"""Every knob of the mock, in one frozen record with its default."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Settings:
    """What a mock is started with. The command line's flags have the same names."""

    seed: int = 0
    """Decides every byte of the world and of what is generated later."""
    job_seconds: float = 3.0
    """How long a generation runs, from pending to its end."""
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
    empty: bool = False
    """Start with nothing but the public catalogue."""
    max_body_bytes: int = 10_000_000
    """The gateway's limit for one request; above it the answer is 413."""
