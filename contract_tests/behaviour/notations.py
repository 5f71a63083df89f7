"""Ways to write one moment: a server that compares texts takes them for different ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone


def same_moments(moment: str) -> list[str]:
    """The moment of an answer as ISO 8601 may write it: east and west of Greenwich, without an offset, finer."""
    known = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    zones = (timezone(timedelta(hours=9)), timezone(-timedelta(hours=3, minutes=30)))
    elsewhere = [known.astimezone(zone).isoformat(timespec="milliseconds") for zone in zones]
    at_home = known.astimezone(UTC).replace(tzinfo=None)
    return [*elsewhere, at_home.isoformat(timespec="milliseconds"), at_home.isoformat(timespec="microseconds") + "Z"]
