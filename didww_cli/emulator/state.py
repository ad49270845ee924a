"""Everything that the emulated account holds: records in tables, with look-ups that stay true while they change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Link = str | list[str] | None


@dataclass(slots=True)
class Record:
    """One resource. ``links`` holds ids (a list where there are many); ``private`` what the API never shows."""

    type: str
    id: str
    attributes: dict[str, Any] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    meta: dict[str, Any] | None = None
    private: dict[str, Any] = field(default_factory=dict)

    def value(self, name: str) -> Any:
        """The attribute, link or private value of that name, or None."""
        for held in (self.attributes, self.links, self.private):
            if name in held:
                return held[name]
        return None

    def link(self, name: str) -> str | None:
        """The id behind a to-one link, or None."""
        found = self.links.get(name)
        return found if isinstance(found, str) else None

    def linked(self, name: str) -> list[str]:
        """The ids behind a link of either kind."""
        found = self.links.get(name)
        if isinstance(found, list):
            return found
        return [] if found is None else [found]


class State:
    """Tables of records by type, in the order in which they were made. ``version`` grows with every change.

    ``loaded`` says that it comes from a file.
    """

    def __init__(self) -> None:
        self.loaded = False
        self.tables: dict[str, dict[str, Record]] = defaultdict(dict)
        self.version = 0
        self._versions: dict[str, int] = defaultdict(int)
        self._indexes: dict[tuple[str, str], tuple[int, Mapping[Any, list[Record]]]] = {}

    def all(self, type_: str) -> Iterable[Record]:
        """The records of a type, oldest first."""
        return self.tables[type_].values()

    def count(self, type_: str) -> int:
        """How many records of a type there are."""
        return len(self.tables[type_])

    def get(self, type_: str, identifier: str | None) -> Record | None:
        """The record of that id, or None."""
        return self.tables[type_].get(identifier) if identifier else None

    def get_any(self, types: Iterable[str], identifier: str) -> Record | None:
        """The record of that id in the first of the types that has it, or None."""
        return next((found for found in (self.get(type_, identifier) for type_ in types) if found), None)

    def add(self, record: Record) -> Record:
        """Puts a record at the end of its table and gives it back."""
        self.tables[record.type][record.id] = record
        self.touch(record.type)
        return record

    def remove(self, record: Record) -> None:
        """Takes a record away."""
        self.tables[record.type].pop(record.id, None)
        self.touch(record.type)

    def set(self, record: Record, **attributes: Any) -> None:
        """Sets attributes of a record."""
        record.attributes.update(attributes)
        self.touch(record.type)

    def link(self, record: Record, name: str, target: Link) -> None:
        """Sets one link of a record."""
        record.links[name] = target
        self.touch(record.type)

    def keep(self, record: Record, **private: Any) -> None:
        """Sets what the API never shows."""
        record.private.update(private)
        self.touch(record.type)

    def touch(self, type_: str) -> None:
        """Says that a record of the type changed."""
        self.version += 1
        self._versions[type_] += 1

    def holding(self, type_: str, name: str, value: Any) -> list[Record]:
        """The records of a type whose attribute, link or private value ``name`` is, or contains, ``value``."""
        return self.index(type_, name).get(value, [])

    def index(self, type_: str, name: str) -> Mapping[Any, list[Record]]:
        """The records of a type by what they hold under ``name``; built when asked for, kept until they change."""
        built, index = self._indexes.get((type_, name), (-1, {}))
        if built != self._versions[type_]:
            index = self._build(type_, name)
            self._indexes[(type_, name)] = (self._versions[type_], index)
        return index

    def _build(self, type_: str, name: str) -> Mapping[Any, list[Record]]:
        index: dict[Any, list[Record]] = defaultdict(list)
        for record in self.all(type_):
            held = record.value(name)
            for value in held if isinstance(held, list) else (held,):
                index[value].append(record)
        return index
