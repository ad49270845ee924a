"""Entries of the history, counted by what they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from didww_cli.catalog.cdr import Key


def count_entries(
    entries: Iterable[Mapping[str, Any]], keys: Sequence[Key], before: datetime | None, time: str
) -> Counter[tuple[str, ...]]:
    """How many entries there are of each group; ``before``: only those whose ``time`` is earlier.

    What an entry does not tell is an empty text.
    """
    found: Counter[tuple[str, ...]] = Counter()
    for entry in entries:
        if before is None or (moment := _moment(entry.get(time))) is None or moment < before:
            found[tuple([_value(entry, key) for key in keys])] += 1
    return found


def _value(entry: Mapping[str, Any], key: Key) -> str:
    held = entry.get(key.columns[0])
    if key.part is None:
        return "" if held is None else str(held)
    moment = _moment(held)
    return f"{moment:%Y-%m-%d %H:00}"[key.part] if moment else ""


def _moment(text: Any) -> datetime | None:
    """A time as the API tells it, in UTC; None for what is no time."""
    try:
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None
