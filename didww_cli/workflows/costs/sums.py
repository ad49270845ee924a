"""What an account costs each month: by country, kind and pool, and what of it ends when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from didww_cli.catalog.amounts import money
from didww_cli.catalog.costs import BY_THE_LIST, GROUPS, RECURRING
from didww_cli.errors import NoAccess
from didww_cli.jsonapi.client import Client
from didww_cli.workflows.costs.charges import PAID, Charge, Fate, charges

FORBIDDEN = 403
NAMED = 3
"""How many things are called by name before the others are counted."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sum:
    """How many pieces some charges are, what they come to each month (None where no price is known), and of how many
    things that is not known.
    """

    qty: int
    monthly: str | None
    unknown: int


SUMMED = tuple(one.name for one in fields(Sum))


@dataclass(frozen=True, slots=True)
class Costs:
    """The charges of an account, kind by kind; ``unread``: what could not be looked at, in words."""

    charges: Sequence[Charge]
    unread: Sequence[str] = ()

    @property
    def paid(self) -> list[Charge]:
        """What is charged each month."""
        return [one for one in self.charges if one.fate in PAID]

    def total(self) -> Row:
        """All that is charged each month; numbers and channels do not add up."""
        return {name: value for name, value in summed(self.paid).items() if name != SUMMED[0]}

    def rows(self) -> list[Row]:
        """What is charged each month by kind, country and pool."""
        return [{**_place(some[0]), **summed(some)} for some in grouped(self.paid, _whole_place)]

    def by(self, name: str) -> dict[str, Row]:
        """What is charged each month by one of these, of what has one."""
        having = [one for one in self.paid if getattr(one, name)]
        return {getattr(some[0], name): summed(some) for some in grouped(having, lambda one: getattr(one, name))}

    def ends(self) -> list[Row]:
        """What ends when, the first first; also when that renews which counts no renewals, such as a pool."""
        counting = [one.kind for one in RECURRING if one.resource.renewal.cycles]
        shown = [one for one in self.charges if one.fate != Fate.WAITS]
        shown = [one for one in shown if one.fate != Fate.RENEWS or one.kind not in counting]
        groups = grouped(shown, lambda one: (one.day or date.max, one.fate, _whole_place(one)))
        return [_end(some) for some in groups]

    def notes(self) -> Iterator[str]:
        """What is left out, and what is not known."""
        yield BY_THE_LIST
        yield from self.unread
        if unknown := [one.name for one in self.paid if one.monthly is None]:
            yield f"Not in it, since their price cannot be found: {in_short(unknown)}."
        for fate in (Fate.WAITS, Fate.OVERDUE):
            counted = "counted all the same" if fate in PAID else "not counted"
            if some := [one.name for one in self.charges if one.fate == fate]:
                yield f"{fate.capitalize()}, {counted}: {in_short(some)}."


def read_costs(client: Client, today: date) -> Costs:
    """All that an account pays for each month. What it has no right to read is told; its DIDs it must."""
    found: list[Charge] = []
    unread = []
    for what in RECURRING:
        try:
            found += charges(client, what, today)
        except NoAccess as error:
            if error.status != FORBIDDEN or what is RECURRING[0]:
                raise
            unread.append(f"Not in it, since this account may not read them: {what.resource.noun}.")
    return Costs(found, unread)


def summed(some: Sequence[Charge]) -> Row:
    """The sum of some charges."""
    known = [one.monthly for one in some if one.monthly is not None]
    monthly = money(sum(known, Decimal())) if known or not some else None
    return asdict(Sum(sum(one.qty for one in some), monthly, len(some) - len(known)))


def grouped(some: Iterable[Charge], key: Callable[[Charge], Any]) -> list[list[Charge]]:
    """Charges that belong together, in the order of their keys."""
    found: dict[Any, list[Charge]] = {}
    for one in some:
        found.setdefault(key(one), []).append(one)
    return [found[each] for each in sorted(found)]


def _whole_place(one: Charge) -> tuple[str, ...]:
    return tuple(getattr(one, name) for name in GROUPS)


def _place(one: Charge) -> Row:
    return {name: getattr(one, name) or None for name in GROUPS}


def _end(some: Sequence[Charge]) -> Row:
    one = some[0]
    told = {"day": one.day.isoformat() if one.day else None, "what": str(one.fate)}
    return {**told, **_place(one), **summed(some), "names": [each.name for each in some]}


def in_short(names: Sequence[str]) -> str:
    """The first few of some names, and how many more there are."""
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more:,} more" if more > 0 else "")
