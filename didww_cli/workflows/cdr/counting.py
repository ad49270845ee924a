"""Calls counted row by row: how many, how many answered, how long, for how much; and the rows that cannot be read.

A call is answered where its connect time is there or its duration is above 0. ASR is answered of all calls, in percent;
ACD the seconds of an answered one, on average. Each attempt is a record of its own (user panel, "Attempt"), and counts.
Costs are summed exactly.
"""

from __future__ import annotations

import decimal
import operator
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from didww_cli.catalog.cdr import Key
from didww_cli.errors import DidwwError, UsageError
from didww_cli.workflows.cdr.columns import Places, places_in
from didww_cli.workflows.cdr.lines import Rows

WHOLE = re.compile(r"([0-9]{1,9})(\.0+)?")
CLOCK = re.compile(r"([0-9]{1,5}):([0-5][0-9]):([0-5][0-9])")
"""A duration as spreadsheets write it: hours, minutes, seconds."""
AMOUNT = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?([eE]-[0-9]{1,2})?")
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}")
EXACT = decimal.Context(prec=60, traps=[decimal.Inexact, decimal.InvalidOperation])
"""Sums of amounts are never rounded: 60 digits hold 10 ** 30 of them."""

REMEMBERED = 50_000
"""Different texts of a column whose value is remembered."""

COST = "cost"
NOTHING = Decimal(0)
MEASURES = ("calls", "answered", "asr", "acd", "minutes", COST)
"""What is told of each group."""

SHOWN = 3
"""Broken rows that are told one by one."""


@dataclass(slots=True)
class Tally:
    """What was counted of some calls. ``seconds``: of those answered; ``cost`` in USD."""

    calls: int = 0
    answered: int = 0
    seconds: int = 0
    cost: Decimal = Decimal(0)

    @property
    def asr(self) -> float | None:
        """Answered of all, in percent; None where there are none."""
        return round(100 * self.answered / self.calls, 2) if self.calls else None

    @property
    def acd(self) -> float | None:
        """The seconds of an answered one on average; None where none was."""
        return round(self.seconds / self.answered, 1) if self.answered else None

    @property
    def minutes(self) -> float:
        """How long those answered lasted."""
        return round(self.seconds / 60, 2)

    def record(self, *, costs: bool) -> dict[str, Any]:
        """All that is told of them; no cost where no ``costs`` were told."""
        return {name: getattr(self, name) for name in MEASURES} | ({} if costs else {COST: None})


@dataclass(slots=True)
class Broken:
    """The rows that could not be read: how many lines, and what is wrong with the first."""

    count: int = 0
    told: list[str] = field(default_factory=list)

    def add(self, name: str, lines: range, reason: str) -> None:
        """The row that stands in some lines cannot be read."""
        self.count += len(lines)
        if len(self.told) < SHOWN:
            place = f"line {lines[0]:,}" if len(lines) == 1 else f"lines {lines[0]:,} to {lines[-1]:,}"
            self.told.append(f"{name}, {place}: {reason}")


class Wrong(ValueError):
    """A cell that cannot be what it should."""


class _Read(dict[str, Any]):
    """The values of texts, each read once as long as they are not too many."""

    def __init__(self, read: Any) -> None:
        self._read = read

    def __missing__(self, text: str) -> Any:
        value = self._read(text)
        if len(self) < REMEMBERED:
            self[text] = value
        return value


def _seconds(text: str) -> int:
    if clock := CLOCK.fullmatch(text.strip()):
        hours, minutes, seconds = map(int, clock.groups())
        return 3600 * hours + 60 * minutes + seconds
    if not (found := WHOLE.fullmatch(text.strip())):
        raise Wrong(f"{text[:40]!r} is no duration in seconds")
    return int(found[1])


def _amount(text: str) -> Decimal:
    if not text:
        return NOTHING
    if not AMOUNT.fullmatch(text.strip()):
        raise Wrong(f"{text[:40]!r} is no amount")
    return Decimal(text.strip())


def _amount_with_comma(text: str) -> Decimal:
    """An amount of a file whose cells are not parted by commas: there one parts the cents, as in much of Europe."""
    try:
        return _amount(text if "." in text else text.replace(",", "."))
    except Wrong:
        return _amount(text)  # which tells it as it stands


def _moment(text: str) -> str:
    """What stands for a time, given its part up to the hour."""
    try:
        if MOMENT.fullmatch(text):
            return datetime.fromisoformat(text).strftime("%Y-%m-%d %H:00")
    except ValueError:
        pass
    raise Wrong(f"{text[:40]!r} is no time")


class Summary:
    """Calls by the values of some keys. ``costs``: whether a file told what they cost; ``without``: the others.

    ``columns``: the titles of some columns, where they are other than those known.
    """

    def __init__(self, keys: Sequence[Key], columns: Mapping[str, str]) -> None:
        self.keys = tuple(keys)
        self.columns = columns
        self.tallies: defaultdict[Any, Tally] = defaultdict(Tally)
        self.broken = Broken()
        self.costs = False
        self.without: list[str] = []
        self._seconds, self._moments = _Read(_seconds), _Read(_moment)
        self._amounts, self._amounts_with_comma = _Read(_amount), _Read(_amount_with_comma)

    def add(self, name: str, lines: Iterable[str]) -> None:
        """Count the calls of a file; UsageError where it holds no call records, or does not tell a key."""
        rows = Rows(lines)
        if rows.header is None:
            raise UsageError(f"{name} is empty: it has not even a line of column names.")
        places = places_in(name, rows.header, self.keys, self.columns)
        self.costs = self.costs or bool(places.costs)
        if not places.costs:
            self.without.append(name)
        with decimal.localcontext(EXACT):
            self._count(name, rows, places)

    def record(self, group: Any) -> dict[str, Any]:
        """A group of ``tallies``: its keys and what was counted. Made when it is asked for: there may be a million."""
        values = (group,) if len(self.keys) == 1 else group
        told = self.tallies[group].record(costs=self.costs)
        return {**dict(zip((key.name for key in self.keys), values, strict=True)), **told}

    def reader(self, name: str) -> Callable[[Any], Any]:
        """Reads one member of the record of a group."""
        names = [key.name for key in self.keys]
        if name in names:
            return operator.itemgetter(names.index(name)) if len(names) > 1 else str
        of, tallies = operator.attrgetter(name), self.tallies
        return (lambda group: of(tallies[group])) if self.costs or name != COST else lambda group: None

    def total(self) -> Tally:
        """All groups together."""
        with decimal.localcontext(EXACT):
            found = self.tallies.values()
            return Tally(
                sum(one.calls for one in found),
                sum(one.answered for one in found),
                sum(one.seconds for one in found),
                sum((one.cost for one in found), Decimal(0)),
            )

    def check(self) -> None:
        """DidwwError where there were rows, and none of them could be read."""
        if self.broken.count and not self.tallies:
            raise DidwwError(f"None of the {self.broken.count:,} rows can be read.", "\n".join(self.broken.told))

    def _count(self, name: str, rows: Rows, places: Places) -> None:
        """Count the rows of a file. There may be millions: what can be looked up before the loop is."""
        key_of, tallies = self._reader_of(places), self.tallies
        seconds_of = self._seconds
        amount_of = self._amounts if rows.separator == "," else self._amounts_with_comma
        width, at, connected, costs = places.width, places.seconds, places.connected, places.costs
        first, *others = costs or (at,)
        for row in rows:
            try:
                if len(row) != width:
                    raise Wrong(f"{len(row):,} cells in place of {width}" if row else "its quotes do not end")
                key = key_of(row)
                seconds = seconds_of[row[at]]
                cost = amount_of[row[first]] if costs else NOTHING
                for other in others:
                    cost += amount_of[row[other]]
            except Wrong as error:
                self.broken.add(name, rows.place, str(error))
                continue
            tally = tallies[key]
            tally.calls += 1
            if seconds or (connected is not None and row[connected]):
                tally.answered += 1
                tally.seconds += seconds
            if cost:  # the first is kept as it is: there may be a million groups of one call
                tally.cost = tally.cost + cost if tally.cost else cost

    def _reader_of(self, places: Places) -> Callable[[list[str]], Any]:
        """Reads the group of a row: a text for one key, a tuple of texts for several or none."""
        moments = self._moments
        if len(places.keys) == 1:
            ((at, part),) = places.keys
            return operator.itemgetter(at) if part is None else lambda row: moments[row[at][:13]][part]
        return lambda row: tuple([row[at] if part is None else moments[row[at][:13]][part] for at, part in places.keys])
