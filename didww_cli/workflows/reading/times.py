"""Points in time as people write them: ISO 8601, dates, and words such as ``yesterday``, ``7d``, ``last-month``."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from didww_cli.errors import UsageError

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
FORMS = (
    "Write 2026-10-01, 2026-10-01T14:00, 2026-10-01T14:00:00+02:00, "
    "now, today, yesterday, 7d, 12h, this-month or last-month"
)


def parse_time(text: str, now: datetime | None = None) -> datetime:
    """The point in time that a text names, with its zone. Without one it is local. UsageError where it names none."""
    moment = (now or datetime.now()).astimezone()
    word = text.strip().lower()
    try:
        found = _word(word, moment) or _ago(word, moment) or datetime.fromisoformat(text.strip().replace("z", "Z"))
        local = found if found.tzinfo else found.astimezone()
        local.astimezone(UTC)
    except OverflowError:  # the first and last days there are, in another zone
        raise UsageError(f"{text!r} is too far away.", f"{FORMS}.") from None
    except ValueError:
        raise UsageError(f"{text!r} is no point in time.", f"{FORMS}.") from None
    return local


def _word(word: str, now: datetime) -> datetime | None:
    days = {"today": 0, "yesterday": 1}
    if word == "now":
        return now
    if word in days:
        return _midnight(now.date() - timedelta(days=days[word]))
    if word == "this-month":
        return _midnight(now.date().replace(day=1))
    if word == "last-month":
        return _midnight((now.date().replace(day=1) - timedelta(days=1)).replace(day=1))
    return None


def _ago(word: str, now: datetime) -> datetime | None:
    found = re.fullmatch(r"(\d{1,5})([smhdw])", word)
    return now - timedelta(**{UNITS[found[2]]: int(found[1])}) if found else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()


def as_filter(moment: datetime) -> str:
    """The form in which filters take a time: ISO 8601, UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
