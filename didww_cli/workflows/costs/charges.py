"""What an account is charged for each month, thing by thing, read from it."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from didww_cli.catalog.amounts import amount
from didww_cli.catalog.costs import Recurring
from didww_cli.catalog.links import label
from didww_cli.catalog.paths import column, read
from didww_cli.catalog.sales import MONTHLY
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Record
from didww_cli.workflows.reading.listing import with_columns


class Fate(StrEnum):
    """What becomes of something that is paid for: it goes on, ends for one of several reasons, or is past the end of
    its period though nobody gave it up. What waits is not charged yet.
    """

    RENEWS = "renews"
    RUNS_OUT = "runs out"
    NOT_RENEWED = "not renewed"
    CANCELLED = "cancelled"
    OVERDUE = "past its end"
    WAITS = "not charged yet"


PAID = (Fate.RENEWS, Fate.RUNS_OUT, Fate.OVERDUE)
"""What is charged again, as far as the account tells."""


@dataclass(frozen=True, slots=True)
class Charge:
    """One thing that is paid for each month. ``country``: its ISO code, empty where it is in several or none is told.

    ``monthly``: None where its price is not known. ``day``: when it renews or ends.
    """

    kind: str
    country: str
    pool: str
    name: str
    qty: int
    monthly: Decimal | None
    fate: Fate
    day: date | None


def charges(client: Client, what: Recurring, today: date) -> Iterator[Charge]:
    """All things of a kind that are paid for; read with as little of each as tells it."""
    columns = [column(what.resource, path) for path in what.paths]
    for record in client.list(what.resource, with_columns(ListQuery(), columns, chosen=True)):
        qty = _whole(_at(record, what.quantity)) if what.quantity else 1
        if qty != 0 and not (what.over and record.get("status") in what.over):
            fate, day = _fate(what, record, today)
            name, pool = label(record, what.resource), str(_at(record, what.pool) or "")
            yield Charge(what.kind, _country(what, record), pool, name, qty or 0, _price(what, record), fate, day)


def _at(record: Record, path: str) -> Any:
    return read(record, path.split(".")) if path else None


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _country(what: Recurring, record: Record) -> str:
    found = _at(record, what.country)
    codes = [code for code in (found if isinstance(found, list) else [found]) if isinstance(code, str)]
    return codes[0] if len(codes) == 1 else ""


def _price(what: Recurring, record: Record) -> Decimal | None:
    """Its price each month; of several offers that of those that are its own, where they agree."""
    if not what.offers:
        return amount(_at(record, what.price))
    offers, mark = _at(record, what.offers), record.get(what.tells)
    own = [one for one in (offers if isinstance(offers, list) else []) if isinstance(one, dict)]
    prices = {amount(one.get(MONTHLY)) for one in own if mark is not None and one.get(what.tells) == mark}
    return prices.pop() if len(prices) == 1 else None


def _fate(what: Recurring, record: Record, today: date) -> tuple[Fate, date | None]:
    """What becomes of a thing, and when."""
    resource = what.resource
    end, cycles = _day(record.get(resource.renewal.end)), _whole(record.get(resource.renewal.cycles))
    if what.dated and end is None:
        return Fate.WAITS, None
    if resource.cancelling and record.get(resource.cancelling) is True:
        return Fate.CANCELLED, end
    if cycles == 0:
        return Fate.NOT_RENEWED, end
    if end and end < today:
        return Fate.OVERDUE, end
    if cycles:
        return Fate.RUNS_OUT, end and months_after(end, cycles)
    return Fate.RENEWS, end


def _day(value: Any) -> date | None:
    """The day of a date or time that the server sent, as it stands there; None where it is none."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def months_after(day: date, number: int) -> date:
    """The same day so many months later; the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
