"""Looks through an account for what is amiss, with a list of each type that some check is about."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
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
    OTHER_REASONS,
    ROUTE,
    ROUTE_MENDS,
    SPENDABLE,
    VOICE,
    WATCHES,
    Watch,
)
from didww_cli.catalog.paths import column
from didww_cli.errors import DidwwError, NetworkFailure
from didww_cli.jsonapi.ahead import in_order
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Record, records
from didww_cli.workflows.costs.sums import read_costs
from didww_cli.workflows.health.conditions import Limits, value_at
from didww_cli.workflows.health.findings import Finding, Finds, unknown
from didww_cli.workflows.reading.listing import with_columns
from didww_cli.workflows.routing.routes import obstacles

AT_ONCE = 4
"""Lists that are read at a time."""
OK, REFUSED_KEY = 200, 401


@dataclass(frozen=True, slots=True)
class Part:
    """Some checks that need the same to be read."""

    checks: Sequence[str]
    type: str
    look: Callable[[], Iterator[Finding]]


@dataclass(slots=True)
class Look:
    """A look at an account. ``checks``: their names; ``money``: what can be spent, as far as that was looked at."""

    client: Client
    checks: Collection[str]
    limits: Limits
    money: Decimal | None = None
    _balance: Record | None = None

    def findings(self) -> Iterator[Finding]:
        """All that is amiss, as it is found; lists of several types are read at a time.

        A part that cannot be read is a finding. Where that is true of all, or where the first gets no answer or the key
        is refused, the error is raised: what holds for all is told once, and soon.
        """
        first, *others = self._parts()
        found, wrong = _looked(first)
        if wrong and wrong.status is None:
            raise wrong
        yield from found
        most = 1 if self.client.transport.connection.adapter else AT_ONCE
        errors = [wrong]
        for some, error in in_order(_looked, others, most):
            yield from some
            errors.append(error)
        if wrong and all(errors):
            raise wrong

    def _parts(self) -> Iterator[Part]:
        for name, look in ((BALANCE, self._of_balance), (MONEY_DAYS, self._of_days)):
            if name in self.checks:
                yield Part([name], orders.BALANCES.type, look)
        lists = _together(one for one in WATCHES if one.name in self.checks)
        if ROUTE in self.checks:
            lists.setdefault((NUMBERS_TYPE, ()), [])
        for (kind, ask), watches in lists.items():
            routes = kind == NUMBERS_TYPE and ROUTE in self.checks
            names = [one.name for one in watches] + ([ROUTE] if routes else [])
            yield Part(names, kind, partial(self._of_type, kind, dict(ask), watches, routes))

    def _of_balance(self) -> Iterator[Finding]:
        record, money = self._spendable()
        if money < self.limits.least:
            told = f"{money} can be spent, less than {self.limits.least}"
            yield self._short(BALANCE, told, "didww balance", record)

    def _of_days(self) -> Iterator[Finding]:
        record, money = self._spendable()
        if (days := self._days_left(money)) < self.limits.days:
            told = f"{money} can be spent, which lasts {days:.0f} days at what numbers and channels cost each month"
            yield self._short(MONEY_DAYS, told, "didww costs", record)

    def _spendable(self) -> tuple[Record, Decimal]:
        """The balance, and what can be spent; NetworkFailure where the server does not tell that."""
        if self._balance is None:
            self._balance = records(self.client.get(orders.BALANCES, ""), {})[0]
        self.money = amount(told := self._balance.get(SPENDABLE))
        if self.money is None:
            raise NetworkFailure(f"The server tells no amount that can be spent ({SPENDABLE} {told!r}).", status=OK)
        return self._balance, self.money

    def _days_left(self, money: Decimal) -> float:
        """How long the money lasts at what is paid each month, as far as the API tells that: calls are not in it."""
        total = read_costs(self.client, self.limits.now.date()).total()
        monthly = amount(total[MONTHLY])
        if monthly is None:
            raise NetworkFailure("The server tells no price of what is paid each month.", status=OK)
        return max(float(money / monthly * DAYS_OF_MONTH), 0.0) if monthly else math.inf

    def _short(self, name: str, message: str, command: str, record: Record) -> Finding:
        return Finding(CHECKS[name], name, "account", message, command, orders.BALANCES.type, str(record.get("id")))

    def _of_type(
        self, kind: str, ask: Mapping[str, tuple[str, ...]], watches: Sequence[Watch], routes: bool
    ) -> Iterator[Finding]:
        resource = BY_TYPE[kind]
        paths = [path for watch in watches for path in watch.paths]
        paths += [*routing.READ, FEATURES, *OTHER_REASONS] if routes else []
        query = with_columns(ListQuery(), [column(resource, path) for path in dict.fromkeys(paths)], chosen=True)
        finds = [Finds(watch, self.limits) for watch in watches]
        for record in self.client.list(resource, replace(query, filters=ask)):
            for one in finds:
                yield from one.of(record)
            if routes:
                yield from _without_route(record)
        for one in finds:
            yield from one.rest()


def _looked(part: Part) -> tuple[list[Finding], DidwwError | None]:
    """What a part finds, and what kept it from finding all. A refused key is raised."""
    found: list[Finding] = []
    try:
        for one in part.look():
            found.append(one)  # what was found before an error counts
    except DidwwError as error:
        if error.status == REFUSED_KEY:
            raise
        return [*found, *(unknown(name, part.type, error) for name in part.checks)], error
    return found, None


def _together(watches: Iterable[Watch]) -> dict[tuple[str, tuple[Any, ...]], list[Watch]]:
    """Watches by the list that they read: its type and its filters."""
    found: dict[tuple[str, tuple[Any, ...]], list[Watch]] = {}
    for watch in watches:
        found.setdefault((watch.type, tuple(watch.ask.items())), []).append(watch)
    return found


def _without_route(record: Record) -> Iterator[Finding]:
    """A number for calls whose calls go nowhere, where nothing else is told to be the reason."""
    features = value_at(record, FEATURES)
    if isinstance(features, list) and VOICE not in features:
        return
    number, reasons = str(record.get(NUMBERS_CALLED)), obstacles(record)
    if reasons and not any(record.get(one) for one in OTHER_REASONS):
        says, mends = "; ".join(reasons), ROUTE_MENDS.format(ref=number)
        yield Finding(CHECKS[ROUTE], ROUTE, number, says, mends, NUMBERS_TYPE, str(record["id"]))
