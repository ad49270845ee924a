"""Times as the API writes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """``2026-04-16T09:30:00.000Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse(text: str) -> datetime:
    """The moment that an ISO 8601 text stands for, UTC where it names no zone; ValueError otherwise."""
    moment = datetime.fromisoformat(text.strip())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def day(moment: datetime) -> str:
    """``2026-04-16``."""
    return moment.astimezone(UTC).date().isoformat()


def month_later(moment: datetime) -> datetime:
    """Midnight of the same day of the next month."""
    return datetime.combine(next_month(moment.date()), time(), moment.tzinfo)


def next_month(start: date) -> date:
    """The same day a month later, or the last day of that month."""
    year, month = (start.year + 1, 1) if start.month == 12 else (start.year, start.month + 1)
    for back in range(4):
        try:
            return start.replace(year=year, month=month, day=start.day - back)
        except ValueError:
            continue
    raise AssertionError(start)
