"""Whether what a check looks for holds of a record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from didww_cli.catalog.amounts import amount
from didww_cli.catalog.health import DAYS, SHARE, Is, Test
from didww_cli.catalog.paths import read
from didww_cli.jsonapi.documents import Record


@dataclass(frozen=True, slots=True)
class Limits:
    """From where on something is amiss: days before an end, the share of a limit that is used up, and the least money.

    ``now``: when the look began, UTC.
    """

    now: datetime
    days: float = 14.0
    share: float = 0.8
    least: Decimal = Decimal(0)

    def value(self, given: Any) -> Any:
        """A value of the catalog; a limit of the user's where it names one. Days are given as hours."""
        named: Mapping[Any, float] = {DAYS: self.days * 24, SHARE: self.share}
        return named.get(given, given) if isinstance(given, str) else given


def holds(test: Test, record: Record, limits: Limits) -> bool:
    """Whether a condition holds. What cannot be compared fits nothing."""
    found, wanted = value_at(record, test.path), limits.value(test.value)
    if test.how in (Is.EQUAL, Is.NOT_EQUAL):
        return bool((found == wanted) is (test.how is Is.EQUAL))
    if test.how is Is.SHARE:
        whole, part = amount(value_at(record, test.of)), amount(found)
        return whole is not None and part is not None and whole > 0 and part >= whole * Decimal(str(wanted))
    if test.how is Is.HOLDS and found is None:
        return True
    return found is not None and COMPARISONS[test.how](found, wanted, limits.now)


def value_at(record: Record, path: str) -> Any:
    """What stands at a path."""
    return read(record, path.split("."))


def _at_most(found: Any, wanted: Any, now: datetime) -> bool:
    number = amount(found)
    return number is not None and number <= wanted


def _has(found: Any, wanted: Any, now: datetime) -> bool:
    return isinstance(found, list) and (not found or wanted in found)


def _within(found: Any, hours: float, now: datetime) -> bool:
    moment = _moment(found)
    return moment is not None and moment <= now + timedelta(hours=hours)


def _older(found: Any, hours: float, now: datetime) -> bool:
    moment = _moment(found)
    return moment is not None and moment < now - timedelta(hours=hours)


COMPARISONS: Mapping[Is, Callable[[Any, Any, datetime], bool]] = {
    Is.AT_MOST: _at_most,
    Is.HOLDS: _has,
    Is.WITHIN: _within,
    Is.OLDER: _older,
}


def _moment(text: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
