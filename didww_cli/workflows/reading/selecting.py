"""Conditions that the API has no filter for: the list is read, and what fits is selected here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from didww_cli.catalog.links import ANY, NONE
from didww_cli.catalog.model import Resource
from didww_cli.errors import NetworkFailure
from didww_cli.jsonapi.documents import Record
from didww_cli.plain_data import dataclass

if TYPE_CHECKING:
    from didww_cli.jsonapi.client import ListQuery, Page

WILD = "*"
SHORTEST_PART = 3
"""The fewest characters that a filter for a part of a name is sent with; DIDWW refuses some shorter ones."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Whether a relationship leads anywhere."""

    member: str
    somewhere: bool

    def holds(self, record: Record) -> bool:
        """Whether it is so; NetworkFailure where the server left the relationship out."""
        if self.member not in record:
            raise NetworkFailure(f"The server did not say what the {self.member} of {record.get('id')} is.")
        return (record[self.member] not in (None, [])) == self.somewhere

    def __str__(self) -> str:
        return f"{self.member}={ANY if self.somewhere else NONE}"


@dataclass(frozen=True, slots=True)
class Matched:
    """Whether an attribute is like one of some patterns, in which ``*`` stands for anything, also nothing."""

    member: str
    patterns: tuple[str, ...]

    def holds(self, record: Record) -> bool:
        """Whether it is; big and small letters are alike."""
        value = record.get(self.member)
        return value is not None and any(_regular(one).fullmatch(str(value)) for one in self.patterns)

    @property
    def part(self) -> str:
        """What the API can be asked for beforehand, where it has a filter for parts: the longest of one pattern."""
        parts = self.patterns[0].split(WILD) if len(self.patterns) == 1 else [""]
        longest = max(parts, key=len)
        return longest if len(longest) >= SHORTEST_PART else ""

    def __str__(self) -> str:
        return f"{self.member}={','.join(self.patterns)}"


Selector = Linked | Matched


def _regular(pattern: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, pattern.split(WILD))), re.IGNORECASE | re.DOTALL)


def selectors_of(conditions: Iterable[object]) -> tuple[Selector, ...]:
    """Those of some conditions that are looked at here."""
    return tuple(one for one in conditions if isinstance(one, Linked | Matched))


def readable_by(query: ListQuery, resource: Resource, selectors: Sequence[Selector]) -> ListQuery:
    """The query with what selectors look at."""
    links = [one.member for one in selectors if isinstance(one, Linked)]
    fields = dict(query.fields)
    if resource.type in fields:
        fields[resource.type] = tuple(dict.fromkeys([*fields[resource.type], *(one.member for one in selectors)]))
    for name in links:
        link = resource.relationship(name)
        if link and name not in query.include:
            fields |= {kind: fields.get(kind, _shortest(kind)) for kind in link.to}
    return replace(query, include=tuple(dict.fromkeys([*query.include, *links])), fields=fields)


def _shortest(kind: str) -> tuple[str, ...]:
    from didww_cli.catalog import BY_TYPE

    return tuple(path.partition(".")[0] for path in BY_TYPE[kind].label)


def selected(page: Page, selectors: Sequence[Selector], most: int | None = None) -> Page:
    """A page with the records that all selectors let through, ``most`` of them."""
    if not selectors:
        return page
    fits = [at for at, record in enumerate(page.records) if all(one.holds(record) for one in selectors)]
    return page.only(fits[:most])
