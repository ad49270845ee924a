"""Periods of call records: what is kept, what words mean, and where months are cut."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from didww_cli.errors import UsageError
from didww_cli.workflows.exports.periods import Period, by_month, oldest_kept, parse_period, sent_time

NOW = datetime(2026, 11, 23, 14, 30, 15, 999, tzinfo=UTC)


@pytest.fixture
def berlin(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


def period(begin, end=None, now=NOW):
    found, notice = parse_period(begin, end, now)
    return sent_time(found.start), sent_time(found.end), notice


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        ("2026-10-01", "2026-11-01", ("2026-10-01 00:00:00", "2026-11-01 00:00:00")),
        ("2026-10-01T02:00+02:00", "2026-10-01T12:00:00Z", ("2026-10-01 00:00:00", "2026-10-01 12:00:00")),
        ("2026-10-01T05:00", "2026-10-01 05:00:01.9", ("2026-10-01 05:00:00", "2026-10-01 05:00:01")),
        ("2026-11-01", None, ("2026-11-01 00:00:00", "2026-11-23 14:30:15")),
        ("yesterday", "today", ("2026-11-22 00:00:00", "2026-11-23 00:00:00")),
        ("yesterday", None, ("2026-11-22 00:00:00", "2026-11-23 14:30:15")),
        ("7d", None, ("2026-11-16 14:30:15", "2026-11-23 14:30:15")),
        ("12h", "now", ("2026-11-23 02:30:15", "2026-11-23 14:30:15")),
        ("this-month", None, ("2026-11-01 00:00:00", "2026-11-23 14:30:15")),
        ("last-month", None, ("2026-10-01 00:00:00", "2026-11-01 00:00:00")),
        ("Last-Month", None, ("2026-10-01 00:00:00", "2026-11-01 00:00:00")),
        ("last-month", "now", ("2026-10-01 00:00:00", "2026-11-23 14:30:15")),
        ("2026-09-01", "2026-09-02", ("2026-09-01 00:00:00", "2026-09-02 00:00:00")),
    ],
)
def test_a_period_is_what_its_words_say(begin, end, expected):
    assert period(begin, end) == (*expected, "")


def test_times_without_a_zone_are_local(berlin):
    assert period("2026-10-01", "2026-11-01")[:2] == ("2026-09-30 22:00:00", "2026-10-31 23:00:00")
    assert period("last-month")[:2] == ("2026-09-30 22:00:00", "2026-10-31 23:00:00")


def test_an_end_in_the_future_is_taken_as_now():
    start, end, notice = period("this-month", "2026-12-01")
    assert (start, end) == ("2026-11-01 00:00:00", "2026-11-23 14:30:15")
    assert "2026-12-01 lies in the future" in notice


@pytest.mark.parametrize(
    ("now", "oldest"),
    [
        (NOW, "2026-09-01 00:00:00"),
        (datetime(2026, 2, 28, tzinfo=UTC), "2025-12-01 00:00:00"),
        (datetime(2026, 1, 1, tzinfo=UTC), "2025-11-01 00:00:00"),
        (datetime(2026, 3, 1, tzinfo=UTC), "2026-01-01 00:00:00"),
        (datetime(2026, 12, 31, tzinfo=UTC), "2026-10-01 00:00:00"),
    ],
)
def test_this_month_and_the_two_before_are_kept(now, oldest):
    assert sent_time(oldest_kept(now)) == oldest


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        ("2026-08-31T23:59:59Z", None, "2026-09-01 00:00:00"),
        ("2020-01-01", "2020-02-01", "2026-09-01 00:00:00"),
        ("90d", None, "2026-09-01T00:00:00Z"),
        ("2026-11-24", None, "future"),
        ("2026-11-24", "2026-12-24", "future"),
        ("today", "yesterday", "empty"),
        ("yesterday", "yesterday", "empty"),
        ("2026-10-01", "2026-08-01", "empty"),
        ("someday", None, "yesterday"),
        ("yesterday", "2026-13-01", "no point in time"),
        ("0001-01-01T00:00:00+10:00", None, "too far"),
    ],
)
def test_what_cannot_be_had_is_refused_with_what_can(begin, end, words):
    with pytest.raises(UsageError) as caught:
        period(begin, end)
    assert words in f"{caught.value.message} {caught.value.hint}"


def test_the_allowed_period_can_be_typed_where_a_local_date_is_too_early(berlin):
    with pytest.raises(UsageError) as caught:
        period("2026-09-01")
    assert "2026-08-31 22:00:00 UTC" in caught.value.message
    assert period("2026-09-01T00:00:00Z")[0] == "2026-09-01 00:00:00"
    assert "--from 2026-09-01T00:00:00Z" in caught.value.hint


@pytest.mark.parametrize(
    ("start", "end", "cuts"),
    [
        ((2026, 10, 1), (2026, 11, 1), []),
        ((2026, 10, 1), (2026, 11, 2), ["2026-11-01 00:00:00"]),
        ((2026, 9, 15), (2026, 11, 15), ["2026-10-01 00:00:00", "2026-11-01 00:00:00"]),
        ((2025, 12, 31), (2026, 2, 1), ["2026-01-01 00:00:00"]),
        ((2026, 10, 5), (2026, 10, 6), []),
    ],
)
def test_a_period_is_cut_at_each_month(start, end, cuts):
    whole = Period(datetime(*start, tzinfo=UTC), datetime(*end, tzinfo=UTC))
    parts = by_month(whole)
    assert [sent_time(part.start) for part in parts] == [sent_time(whole.start), *cuts]
    assert [sent_time(part.end) for part in parts] == [*cuts, sent_time(whole.end)]


@pytest.mark.parametrize(
    ("begin", "end", "moving"),
    [
        ("2026-10-01", "2026-11-01", [set()]),
        ("2026-09-15", None, [set(), set(), {"to"}]),
        ("last-month", None, [set()]),
        ("this-month", None, [{"to"}]),
        ("30d", "1h", [{"from"}, {"to"}]),
        ("7d", "yesterday", [{"from"}]),
        ("2026-11-01", "2027-01-01", [{"to"}]),
    ],
)
def test_the_ends_that_move_with_the_clock_are_known(begin, end, moving):
    found, _ = parse_period(begin, end, NOW)
    assert [set(part.moving) for part in by_month(found)] == moving
