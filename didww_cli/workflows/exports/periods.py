"""Periods of call records: what the server keeps, and how a period is asked for, a calendar month at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from didww_cli.errors import UsageError
from didww_cli.workflows.reading.times import parse_time

MONTHS_BEFORE = 2
"""Whole months before this one whose call records are kept."""

MONTH_ENDS = {"last-month": "this-month", "this-month": "now"}
"""Words for months, and the word at which each ends."""


@dataclass(frozen=True, slots=True)
class Period:
    """From ``start``, inclusive, to ``end``, exclusive; both UTC in whole seconds.

    ``moving``: those of ``from`` and ``to`` that move with the clock, such as ``now`` and ``7d``.
    """

    start: datetime
    end: datetime
    moving: frozenset[str] = field(default=frozenset(), compare=False)

    def __str__(self) -> str:
        return f"{sent_time(self.start)} to {sent_time(self.end)} UTC"


def sent_time(moment: datetime) -> str:
    """The form in which exports take a time: ``YYYY-MM-DD HH:MM:SS``, UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")


def oldest_kept(now: datetime) -> datetime:
    """When the oldest call records that are kept begin: the first of the month, UTC."""
    months = now.astimezone(UTC).year * 12 + now.astimezone(UTC).month - 1 - MONTHS_BEFORE
    return datetime(months // 12, months % 12 + 1, 1, tzinfo=UTC)


def parse_period(begin: str, end: str | None, now: datetime) -> tuple[Period, str]:
    """The period from one text to another, and a notice (or ``""``) where it had to be cut short.

    Without an end it lasts until now, that of a month until the month's end; an end in the future is taken as now.
    UsageError where it is empty, or begins before what is kept.
    """
    present = now.astimezone(UTC).replace(microsecond=0)
    start = _moment(begin, now)
    last = end or MONTH_ENDS.get(begin.strip().lower(), "now")
    stop = _moment(last, now)
    before = now - timedelta(seconds=1)
    moving = {name for name, text in (("from", begin), ("to", last)) if _moment(text, before) != _moment(text, now)}
    notice = ""
    if stop > present:
        notice = f"--to {end} lies in the future: taken as now, {sent_time(present)} UTC."
        stop = present
        moving.add("to")
    oldest = oldest_kept(now)
    allowed = f"Allowed now: from {sent_time(oldest)} UTC (--from {oldest:%Y-%m-%dT%H:%M:%SZ}) until now."
    if start < oldest:
        raise UsageError(
            f"--from {begin} is {sent_time(start)} UTC; call records are kept of this month and the "
            f"{MONTHS_BEFORE} before it.",
            allowed,
        )
    if start >= present:
        raise UsageError(f"--from {begin} is {sent_time(start)} UTC: the future has no call records.", allowed)
    if start >= stop:
        raise UsageError(
            f"The period is empty: it begins at {sent_time(start)} and ends before {sent_time(stop)} UTC.",
            "--to is the first moment that no longer counts; it must be after --from.",
        )
    return Period(start, stop, frozenset(moving)), notice


def _moment(text: str, now: datetime) -> datetime:
    """A point in time in UTC, in whole seconds."""
    try:
        return parse_time(text, now).astimezone(UTC).replace(microsecond=0)
    except (OverflowError, ValueError):
        raise UsageError(f"{text!r} is too far away.") from None


def by_month(period: Period) -> list[Period]:
    """The parts of a period that lie in one calendar month (UTC) each, in order."""
    parts = []
    start = period.start
    while start < period.end:
        stop = min(period.end, _next_month(start))
        outer = {"from": start == period.start, "to": stop == period.end}
        parts.append(Period(start, stop, frozenset(name for name in period.moving if outer[name])))
        start = stop
    return parts


def _next_month(moment: datetime) -> datetime:
    months = moment.year * 12 + moment.month
    return datetime(months // 12, months % 12 + 1, 1, tzinfo=UTC)
