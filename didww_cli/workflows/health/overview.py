"""An account at a glance: a request for each part of it, several under way at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from didww_cli.catalog import BY_TYPE, orders
from didww_cli.catalog.overview import (
    CAPACITY,
    COUNTRY,
    GLANCES,
    HISTORY,
    HISTORY_DAYS,
    MOMENT,
    MONEY,
    NUMBERS,
    ORDERS,
    OUTBOUND,
    POOL,
    STATUS,
    Glance,
)
from didww_cli.catalog.paths import column, read
from didww_cli.errors import NoAccess
from didww_cli.jsonapi.ahead import in_order
from didww_cli.jsonapi.client import Client, ListQuery, Page
from didww_cli.jsonapi.documents import records
from didww_cli.workflows.reading.listing import with_columns

AT_ONCE = 4
"""Requests under way: a glance is no reason to take the whole rate."""
FORBIDDEN = 403


@dataclass(frozen=True, slots=True)
class Overview:
    """Parts of an account. ``counts``: records of each, None where the key may not read them or nobody tells;
    ``countries`` and ``history``: None where one page does not hold all numbers, or all of those days.
    """

    money: Mapping[str, Any]
    counts: Mapping[str, int | None]
    countries: Mapping[str, int] | None
    outbound: Mapping[str, int] | None
    capacity: list[Mapping[str, Any]]
    orders: list[Mapping[str, Any]]
    history: Mapping[str, int] | None


def overview(client: Client, now: datetime) -> Overview:
    """The account now. ``now``: in the zone whose days are counted."""
    money = _money(client)  # alone: a refused key is told once
    most = 1 if client.transport.connection.adapter else AT_ONCE
    pages = dict(zip(GLANCES, in_order(lambda name: _page(client, GLANCES[name]), GLANCES, most), strict=True))
    return Overview(
        {name: money.get(name) for name in MONEY},
        {name: page.total if page else None for name, page in pages.items()},
        _counted(pages[NUMBERS], COUNTRY),
        _counted(pages[OUTBOUND], STATUS),
        [{name: one.get(name) for name in POOL} for one in _records(pages[CAPACITY])],
        [{name: one.get(name) for name in GLANCES[ORDERS].paths} for one in _records(pages[ORDERS])],
        _days(pages[HISTORY], now),
    )


def _money(client: Client) -> Mapping[str, Any]:
    """The balance; nothing where the key may not read it."""
    try:
        return records(client.get(orders.BALANCES, ""), {})[0]
    except NoAccess as error:
        if error.status != FORBIDDEN:
            raise
        return {}


def _page(client: Client, glance: Glance) -> Page | None:
    """A page; None where the key may not read it."""
    resource = BY_TYPE[glance.type]
    columns = [column(resource, path) for path in ("id", *glance.paths)]
    query = ListQuery(filters=glance.filters, sort=glance.sort, page=1, page_size=glance.most)
    try:
        return next(client.pages(resource, with_columns(query, columns, chosen=True)))
    except NoAccess as error:
        if error.status != FORBIDDEN:
            raise
        return None


def _records(page: Page | None) -> list[dict[str, Any]]:
    return page.records if page else []


def _counted(page: Page | None, path: str) -> dict[str, int] | None:
    """How many records have each value, the most first; None where the page does not hold them all."""
    if page is None or (page.total or 0) > len(page.records):
        return None
    return dict(Counter(str(read(one, path.split("."))) for one in page.records).most_common())


def _days(page: Page | None, now: datetime) -> dict[str, int] | None:
    """Entries of each of the last days, the oldest first; days before the oldest entry of a full page are left out."""
    if page is None:
        return None
    found = Counter(_day(str(one.get(MOMENT)), now) for one in page.records)
    days = [(now - timedelta(days=ago)).date().isoformat() for ago in range(HISTORY_DAYS - 1, -1, -1)]
    whole = (page.total or 0) <= len(page.records)
    oldest = min((day for day in found if day), default="")
    return {day: found[day] for day in days if whole or day > oldest}


def _day(text: str, now: datetime) -> str:
    try:
        return datetime.fromisoformat(text).astimezone(now.tzinfo).date().isoformat()
    except ValueError:
        return ""
