"""Puts the records of the seed into a state, under ids that follow from their names."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from didww_cli.emulator.clock import day, stamp
from didww_cli.emulator.defaults import attributes as with_defaults
from didww_cli.emulator.seed.public import PUBLIC_IDS
from didww_cli.emulator.state import Link, Record, State


def identifier(type_: str, name: str) -> str:
    """The id of what the seed calls ``name``: DIDWW's own where its documents show one, else one made from the name."""
    return PUBLIC_IDS.get((type_, name)) or str(uuid5(NAMESPACE_URL, f"didww-emulator/{type_}/{name}"))


@dataclass(frozen=True, slots=True)
class Builder:
    """``now`` is the moment that the seed is told from."""

    now: datetime
    state: State = field(default_factory=State)

    def add(
        self,
        type_: str,
        name: str,
        attributes: dict[str, Any],
        links: dict[str, Link] | None = None,
        meta: dict[str, Any] | None = None,
        private: dict[str, Any] | None = None,
    ) -> Record:
        """Adds a record, its missing attributes filled with defaults."""
        held = with_defaults(type_, attributes)
        return self.state.add(Record(type_, identifier(type_, name), held, links or {}, meta, private or {}))

    def until(self, record: Record, days: float) -> None:
        """Lets a record end so many days from now."""
        due = stamp(self.now + timedelta(days=days))
        self.state.add(Record("tasks", record.id, private={"of": record.type, "due": due, "reads": None}))

    def ago(self, days: float) -> str:
        """The moment so many days ago, to the minute, as the API writes it."""
        return stamp((self.now - timedelta(days=days)).replace(second=0, microsecond=0))

    def date(self, days: float) -> str:
        """The day so many days from now."""
        return day(self.now + timedelta(days=days))
