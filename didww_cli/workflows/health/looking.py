"""Looks through an account for what is amiss, with a list of each type that some check is about."""

from __future__ import annotations

import math
import shlex
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any

from didww_cli.catalog import BY_TYPE, orders, routing
from didww_cli.catalog.amounts import amount
from didww_cli.catalog.health import (
    BALANCE,
    CHECKS,
    DAYS_OF_MONTH,
    FEATURES,
    MONEY_DAYS,
    MONTHLY,
    NUMBERS_CALLED,
    NUMBERS_TYPE,
    ROUTE,
    ROUTE_MENDS,
    SPENDABLE,
    VOICE,
    WATCHES,
    Severity,
    Watch,
)
from didww_cli.catalog.paths import column
from didww_cli.errors import NoAccess
from didww_cli.jsonapi.ahead import in_order
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Record, records
from didww_cli.workflows.costs.sums import read_costs
from didww_cli.workflows.health.conditions import Limits, holds, value_at
from didww_cli.workflows.reading.listing import with_columns
from didww_cli.workflows.routing.routes import obstacles

AT_ONCE = 4
"""Lists that are read at a time."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something amiss: which check found it, in what, and the command that mends or shows it."""

    severity: Severity
    check: str
    name: str
    message: str
    command: str
    type: str
    id: str | None

    def as_data(self) -> dict[str, Any]:
        """It, as data."""
        return asdict(self)


@dataclass(slots=True)
class Look:
    """A look at an account. ``checks``: their names; ``money``: what can be spent, as far as that was looked at."""

    client: Client
    checks: Collection[str]
    limits: Limits
    money: Decimal | None = None

    def findings(self) -> Iterator[Finding]:
        """All that is amiss, as it is found; lists of several types are read at a time."""
        if BALANCE in self.checks or MONEY_DAYS in self.checks:
            yield from self._of_money()
        lists = _together(one for one in WATCHES if one.name in self.checks)
        if ROUTE in self.checks:
            lists.setdefault((NUMBERS_TYPE, ()), [])
        most = 1 if self.client.transport.connection.adapter else AT_ONCE

        def found(one: tuple[tuple[str, tuple[Any, ...]], list[Watch]]) -> list[Finding]:
            (kind, ask), watches = one
            return list(self._of_type(kind, dict(ask), watches))

        for some in in_order(found, lists.items(), most):
            yield from some

    def _of_money(self) -> Iterator[Finding]:
        record = records(self.client.get(orders.BALANCES, ""), {})[0]  # alone: a refused key is told once
        self.money, least = amount(record.get(SPENDABLE)), self.limits.least
        if self.money is None:
            return
        if BALANCE in self.checks and least is not None and self.money < least:
            yield self._short(BALANCE, f"{self.money} can be spent, less than {least}", "didww balance", record)
        if MONEY_DAYS in self.checks and (days := self._days_left(self.money)) < self.limits.days:
            told = (
                f"{self.money} can be spent, which lasts {days:.0f} days at what numbers and channels cost each month"
            )
            yield self._short(MONEY_DAYS, told, "didww costs", record)

    def _days_left(self, money: Decimal) -> float:
        """How long the money lasts at what is paid each month, as far as the API tells that: calls are not in it."""
        monthly = amount(read_costs(self.client, self.limits.now.date()).total()[MONTHLY])
        return float(money / monthly * DAYS_OF_MONTH) if monthly else math.inf

    def _short(self, name: str, message: str, command: str, record: Record) -> Finding:
        return Finding(CHECKS[name], name, "account", message, command, orders.BALANCES.type, str(record.get("id")))

    def _of_type(self, kind: str, ask: Mapping[str, tuple[str, ...]], watches: Sequence[Watch]) -> Iterator[Finding]:
        resource = BY_TYPE[kind]
        routes = kind == NUMBERS_TYPE and ROUTE in self.checks
        paths = [path for watch in watches for path in watch.paths] + ([*routing.READ, FEATURES] if routes else [])
        query = with_columns(ListQuery(), [column(resource, path) for path in dict.fromkeys(paths)], chosen=True)
        try:
            for record in self.client.list(resource, replace(query, filters=ask)):
                found = [self._found(one, record) for one in watches if self._is_amiss(one, record)]
                yield from found
                if routes and not found:
                    yield from _without_route(record)
        except NoAccess as error:
            if error.status != 403:
                raise
            for name in [one.name for one in watches] + ([ROUTE] if routes else []):
                yield Finding(Severity.UNKNOWN, name, kind, error.message, f"--ignore {name}", kind, None)

    def _is_amiss(self, watch: Watch, record: Record) -> bool:
        return all(holds(test, record, self.limits) for test in watch.tests)

    def _found(self, watch: Watch, record: Record) -> Finding:
        called = str(value_at(record, watch.called) or record["id"])
        told = {name: _told(value_at(record, path)) for name, path in watch.told.items()}
        command = watch.mends.format(ref=shlex.quote(called))
        identifier = str(record["id"])
        return Finding(watch.severity, watch.name, called, watch.says.format_map(told), command, watch.type, identifier)


def _together(watches: Iterable[Watch]) -> dict[tuple[str, tuple[Any, ...]], list[Watch]]:
    """Watches by the list that they read: its type and its filters."""
    found: dict[tuple[str, tuple[Any, ...]], list[Watch]] = {}
    for watch in watches:
        found.setdefault((watch.type, tuple(watch.ask.items())), []).append(watch)
    return found


def _without_route(record: Record) -> Iterator[Finding]:
    """A number for calls whose calls go nowhere."""
    features = value_at(record, FEATURES)
    if isinstance(features, list) and VOICE not in features:
        return
    number = str(record.get(NUMBERS_CALLED))
    if reasons := obstacles(record):
        yield Finding(
            CHECKS[ROUTE],
            ROUTE,
            number,
            "; ".join(reasons),
            ROUTE_MENDS.format(ref=number),
            NUMBERS_TYPE,
            str(record["id"]),
        )


def _told(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "no reason given" if value is None else str(value)
