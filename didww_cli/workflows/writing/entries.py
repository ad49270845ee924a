"""Entries put into lists or taken out of them: what a list is to hold is known when the record has been read."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from didww_cli.catalog.model import NETWORK, Attribute


@dataclass(slots=True)
class Entries:
    """What is put into a list attribute, and what is taken out of it."""

    attribute: Attribute
    add: list[Any] = field(default_factory=list)
    remove: list[Any] = field(default_factory=list)

    def put_into(self, held: Any) -> list[Any]:
        """The list as it is to be: what it holds keeps its order, what is new comes last."""
        kept = [one for one in _listed(held) if not self._among(one, self.remove)]
        for one in self.add:
            if not self._among(one, kept):
                kept.append(one)
        return kept

    def missing(self, held: Any) -> list[Any]:
        """What is to be taken out and is not in it."""
        return [one for one in self.remove if not self._among(one, _listed(held))]

    def changes(self, held: Any) -> bool:
        """Whether the list is to be another one."""
        return self.put_into(held) != _listed(held)

    def _among(self, one: Any, others: Sequence[Any]) -> bool:
        return any(_plain(self.attribute, one) == _plain(self.attribute, other) for other in others)


def _listed(held: Any) -> list[Any]:
    return list(held) if isinstance(held, list) else []


def _plain(attribute: Attribute, value: Any) -> Any:
    """A value as it is compared: an address is the network of it alone."""
    if attribute.form != NETWORK:
        return value
    try:
        return ipaddress.ip_network(str(value), strict=False)
    except ValueError:
        return value


def same_value(attribute: Attribute | None, one: Any, other: Any) -> bool:
    """Whether two values of an attribute are the same; an address alone is the network of it alone."""
    if one == other or attribute is None or not (isinstance(one, list) and isinstance(other, list)):
        return bool(one == other)
    return [_plain(attribute, item) for item in one] == [_plain(attribute, item) for item in other]


def held_at(record: Mapping[str, Any], parent: str, name: str) -> Any:
    """What a record holds in an attribute, or in a member of a polymorphic one."""
    if not parent:
        return record.get(name)
    value = record.get(parent)
    members = value.get("attributes") if isinstance(value, Mapping) else None
    return members.get(name) if isinstance(members, Mapping) else None
