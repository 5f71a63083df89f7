"""Time, handed in. The only module that reads the wall clock.

Times are milliseconds since the epoch (int); the API's timestamps are ISO 8601 in UTC with milliseconds and `Z`.
"""

from __future__ import annotations

import re
import time
from datetime import date, timedelta
from functools import lru_cache
from typing import Protocol

DAY_MS = 86_400_000
ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(?:Z|([+-])(\d\d):(\d\d))?)?", re.ASCII
)

DAY_MS = 24 * 3600 * 1000
EPOCH = date(1970, 1, 1)
_DIGITS = tuple(f"{number:02d}" for number in range(60))


USUAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
"""The form that the API and the mock write."""


class Clock(Protocol):
    """Anything that knows what time it is."""

    def now_ms(self) -> int:
        """Milliseconds since the epoch."""
        ...

    def advance(self, seconds: float) -> None:
        """Move this clock forward; the rest of the machine does not notice."""
        ...


class SystemClock:
    """The machine's clock plus whatever it was advanced by."""

    def __init__(self) -> None:
        self._ahead_ms = 0

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000 + self._ahead_ms

    def advance(self, seconds: float) -> None:
        self._ahead_ms += _forward_ms(seconds)


class ManualClock:
    """A clock that stands still until it is advanced."""

    def __init__(self, start_ms: int) -> None:
        self._now_ms = start_ms

    def now_ms(self) -> int:
        return self._now_ms

    def advance(self, seconds: float) -> None:
        self._now_ms += _forward_ms(seconds)


def _forward_ms(seconds: float) -> int:
    if seconds < 0:
        raise ValueError("time only goes forward: seconds must be 0 or more")
    return round(seconds * 1000)


def machine_us() -> int:
    """Microseconds since the epoch by the machine's clock, whatever time it is in the mock: for the order of things
    that several processes do."""
    return time.time_ns() // 1000


def monotonic() -> float:
    """Seconds that only ever grow, for how long something took."""
    return time.monotonic()


def sleep(seconds: float) -> None:
    """Wait in the machine's time, which is that of a server elsewhere."""
    time.sleep(seconds)


def iso(ms: int) -> str:
    """`2024-01-15T10:30:00.000Z` for milliseconds since the epoch."""
    day, rest = divmod(ms, DAY_MS)
    hour, rest = divmod(rest, 3_600_000)
    minute, rest = divmod(rest, 60_000)
    second, rest = divmod(rest, 1000)
    return f"{_date(day)}T{_DIGITS[hour]}:{_DIGITS[minute]}:{_DIGITS[second]}.{rest:03d}Z"


@lru_cache(maxsize=4096)
def _date(day: int) -> str:
    """`2024-01-15` for days since 1970-01-01; remembered, because lists show the same few hundred days all the time."""
    return str(EPOCH + timedelta(days=day))


def parse_iso(text: str) -> int:
    """Milliseconds since the epoch for the contract's `IsoDate`: a date, or a date with a time and an optional offset.

    Plain arithmetic, because the pattern allows what `datetime` does not: the year 0, a time past the year 9999 in UTC,
    and 31 February, which runs over into March. Raises ValueError for other texts.
    """
    if len(text) == 24 and USUAL.fullmatch(text):
        seconds = int(text[11:13]) * 3600 + int(text[14:16]) * 60 + int(text[17:19])
        return _day_ms(text[:10]) + seconds * 1000 + int(text[20:23])
    match = ISO.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no ISO date")
    year, month, day, hour, minute, second = (int(match[number] or 0) for number in range(1, 7))
    fraction = round(float(match[7] or 0) * 1000)
    minutes = (_days(year, month, day) * 24 + hour) * 60 + minute
    if match[8]:
        offset = int(match[9]) * 60 + int(match[10])
        minutes += offset if match[8] == "-" else -offset
    return (minutes * 60 + second) * 1000 + fraction


@lru_cache(maxsize=4096)
def _day_ms(date: str) -> int:
    """Milliseconds since the epoch at the beginning of a day in UTC."""
    return _days(int(date[:4]), int(date[5:7]), int(date[8:10])) * 86_400_000


def _days(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01 in the Gregorian calendar, whose years here begin in March, so that leap days end them."""
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719_468
