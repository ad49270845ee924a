"""What a check found amiss, and how it is told: in words, and with the command that mends it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from didww_cli.catalog.health import Severity, Watch
from didww_cli.errors import DidwwError, NetworkFailure
from didww_cli.jsonapi.documents import Record
from didww_cli.workflows.health.conditions import Limits, holds, value_at

FORBIDDEN = 403


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
class Finds:
    """What a watch finds in the records of a list.

    ``kept``: what is amiss unless another record ``in_place`` of it is not; ``lacks``: what the server left out.
    """

    watch: Watch
    limits: Limits
    kept: list[tuple[tuple[Any, ...], Finding]] = field(default_factory=list)
    right: set[tuple[Any, ...]] = field(default_factory=set)
    lacks: set[str] = field(default_factory=set)

    def of(self, record: Record) -> Iterator[Finding]:
        """What is amiss with a record, as far as that is known by now."""
        watch = self.watch
        lacks = {test.path for test in watch.tests if test.path not in record and "." not in test.path}
        amiss = all(holds(test, record, self.limits) for test in watch.tests if test.path not in lacks)
        if amiss and lacks:
            self.lacks |= lacks
        elif not watch.in_place:
            yield from [_found(watch, record)] if amiss else []
        else:
            place = tuple(value_at(record, path) for path in watch.in_place)
            self.kept += [(place, _found(watch, record))] if amiss else []
            self.right |= set() if amiss else {place}

    def rest(self) -> Iterator[Finding]:
        """What is known once all records were seen."""
        yield from (finding for place, finding in self.kept if place not in self.right)
        if self.lacks:
            told = f"The server left out {', '.join(sorted(self.lacks))}."
            yield unknown(self.watch.name, self.watch.type, NetworkFailure(told))


def unknown(name: str, kind: str, error: DidwwError) -> Finding:
    """A check that could not be made."""
    command = f"didww check --{'ignore' if error.status == FORBIDDEN else 'only'} {name}"
    return Finding(Severity.UNKNOWN, name, kind, error.message, command, kind, None)


def _found(watch: Watch, record: Record) -> Finding:
    called, identifier = str(value_at(record, watch.called) or record["id"]), str(record["id"])
    values = {name: value_at(record, path) for name, path in watch.told.items()}
    says = watch.says.format_map({name: _told(value) for name, value in values.items()})
    ref = called if called.isprintable() and not called.startswith(("-", "id:")) else f"id:{identifier}"
    words = {"ref": shlex.quote(ref)} | {name: _typed(value) for name, value in values.items()}
    return Finding(watch.severity, watch.name, called, says, watch.mends.format_map(words), watch.type, identifier)


def _told(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "no reason given"
    return "no reason given" if value is None else str(value)


def _typed(value: Any) -> str:
    """A value as words of a command line; the user's to fill in where there is none."""
    values = value if isinstance(value, list) else [value]
    return " ".join(shlex.quote(str(one)) for one in values if one is not None) or "REF"
