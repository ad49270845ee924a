"""One writing request on its way: what it changes, and what a type makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from didww_cli.catalog.model import Resource
from didww_cli.emulator.account import Account
from didww_cli.emulator.problems import ErrorObject, Problem, invalid
from didww_cli.emulator.state import Link, Record, State


@dataclass(slots=True)
class Change:
    """``record`` is what is updated, None when something is created. Attributes and links are checked and may be
    changed by the type's own rules before they are kept; ``private`` is kept with what is created.
    """

    account: Account
    resource: Resource
    record: Record | None
    attributes: dict[str, Any]
    links: dict[str, Link]
    private: dict[str, Any] = field(default_factory=dict)

    @property
    def state(self) -> State:
        """The state of the account."""
        return self.account.state

    @property
    def creating(self) -> bool:
        """Whether something is created."""
        return self.record is None

    def value(self, name: str) -> Any:
        """The attribute as it will be."""
        if name in self.attributes or self.record is None:
            return self.attributes.get(name)
        return self.record.attributes.get(name)

    def link(self, name: str) -> str | None:
        """The id behind a to-one link as it will be."""
        held: Link = self.links[name] if name in self.links else self.record.links.get(name) if self.record else None
        return held if isinstance(held, str) else None

    def linked(self, name: str) -> list[str]:
        """The ids that a to-many link is set to; empty where it is not sent."""
        held = self.links.get(name)
        return held if isinstance(held, list) else []

    def target(self, name: str) -> Record | None:
        """The record behind a to-one link as it will be."""
        known = self.resource.relationship(name)
        identifier = self.link(name)
        return self.state.get_any(known.to, identifier) if known and identifier else None

    def targets(self, name: str) -> list[Record]:
        """The records that a to-many link is set to."""
        known = self.resource.relationship(name)
        found = [self.state.get_any(known.to, identifier) for identifier in self.linked(name)] if known else []
        return [record for record in found if record]


Check = Callable[[Change], Iterable[ErrorObject]]
Done = Callable[[Change, Record], None]
Removal = Callable[[Account, Record], None]


def _nothing_wrong(_: Change) -> Iterable[ErrorObject]:
    return ()


def _nothing_more(_: Change, __: Record) -> None:
    return None


def _drop(account: Account, record: Record) -> None:
    account.state.remove(record)


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What a type adds to storing: ``check`` yields refusals (and may complete the change), ``done`` follows a create
    or update, ``remove`` answers a DELETE. ``unique`` is an attribute that no two resources share.
    """

    check: Check = _nothing_wrong
    done: Done = _nothing_more
    remove: Removal = _drop
    unique: str = ""


def gather(change: Change, group: Record) -> None:
    """What is sent as members of a group become its only ones, and leave the groups that they were in."""
    for link in (one for one in change.resource.relationships if one.takes and one.name in change.links):
        group.links.pop(link.name, None)
        for member in list(change.state.holding(link.target, link.takes, group.id)):
            change.state.link(member, link.takes, None)
        for member in change.targets(link.name):
            change.state.link(member, link.takes, group.id)


def attribute_error(name: str, message: str) -> ErrorObject:
    """A refusal of an attribute; dots lead into objects (``configuration.host``)."""
    return invalid(f"/data/attributes/{name.replace('.', '/attributes/')}", message, name.rpartition(".")[2])


def link_error(name: str, message: str) -> ErrorObject:
    """A refusal of a relationship."""
    return invalid(f"/data/relationships/{name}", message, name)


def refuse(*messages: str) -> Problem:
    """422 about the resource as a whole."""
    return Problem(422, [invalid("/data", message) for message in messages])
