"""Creating, changing and deleting resources: checked by the catalog, then by what the type itself demands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from uuid import uuid4

from didww_cli.catalog import bounds, rules
from didww_cli.emulator import bodies
from didww_cli.emulator.account import Account
from didww_cli.emulator.clock import stamp
from didww_cli.emulator.defaults import attributes as with_defaults
from didww_cli.emulator.effects import BEHAVIOURS
from didww_cli.emulator.effects.change import Behaviour, Change, attribute_error, link_error
from didww_cli.emulator.linkage import read_links
from didww_cli.emulator.problems import ErrorObject, Problem, missing_parameter
from didww_cli.emulator.reading import find
from didww_cli.emulator.routes import Route
from didww_cli.emulator.state import Record
from didww_cli.emulator.validation import Validation

_PLAIN = Behaviour()
# without these a body cannot be read at all
_NEEDED = {("voice_in_trunks", "configuration"), ("orders", "items"), ("sms_trunks", "configuration")}


def create(account: Account, route: Route, body: bytes) -> Record:
    """Makes what a POST describes; Problem where it is refused."""
    draft = bodies.parse(body, route.resource.type)
    for type_, name in _NEEDED:
        if route.resource.type == type_ and draft.attributes.get(name) is None:
            raise missing_parameter(name)
    change = _change(account, route, draft, None)
    record = _new(change)
    if not route.resource.about:
        account.state.add(record)
    behaviour(record.type).done(change, record)
    return record


def update(account: Account, route: Route, body: bytes) -> Record:
    """Changes what a PATCH describes; Problem where it is refused."""
    record = find(account.state, route)
    draft = bodies.parse(body, route.resource.type, route.id)
    change = _change(account, route, draft, record)
    if change.attributes or change.links:
        record.links.update(change.links)
        account.state.set(record, **change.attributes)
        behaviour(record.type).done(change, record)
    return record


def delete(account: Account, route: Route) -> None:
    """Deletes or cancels what a DELETE names."""
    record = find(account.state, route)
    behaviour(record.type).remove(account, record)


def behaviour(type_: str) -> Behaviour:
    """What a type adds to storing."""
    return BEHAVIOURS.get(type_, _PLAIN)


def _change(account: Account, route: Route, draft: bodies.Draft, record: Record | None) -> Change:
    validation = Validation(creating=record is None)
    attributes = validation.attributes(route.resource.attributes, draft.attributes)
    links = read_links(account.state, route.resource, draft.relationships, record is None, validation.errors)
    change = Change(account, route.resource, record, attributes, links)
    _refuse(validation.errors + _taken(change) + _out_of_bounds(change))
    unfit = _unfit(change)
    _refuse(list(behaviour(route.resource.type).check(change)))
    _refuse(unfit)
    return change


def _taken(change: Change) -> list[ErrorObject]:
    name = behaviour(change.resource.type).unique
    if name not in change.attributes:
        return []
    holders = change.state.holding(change.resource.type, name, change.attributes[name])
    free = all(holder is change.record for holder in holders)
    return [] if free else [attribute_error(name, "has already been taken")]


def _out_of_bounds(change: Change) -> list[ErrorObject]:
    return _refused(change, bounds.broken(change.resource.type, change.attributes, change.links))


def _unfit(change: Change) -> list[ErrorObject]:
    held = {**change.record.attributes, **change.record.links} if change.record else None
    return _refused(change, rules.broken(change.resource.type, {**change.attributes, **change.links}, held))


def _refused(change: Change, found: Iterable[tuple[str, str]]) -> list[ErrorObject]:
    """What is wrong with members by what versions say since there are bounds."""
    if not change.account.since(bounds.SINCE):
        return []
    return [
        (attribute_error if change.resource.attribute(re.split("[./]", path)[0]) else link_error)(path, told)
        for path, told in found
    ]


def _refuse(errors: list[ErrorObject]) -> None:
    if errors:
        raise Problem(422, errors)


def _new(change: Change) -> Record:
    type_ = change.resource.type
    if about := change.resource.about:  # a request, not a resource: it answers with the id of what it is about
        return Record(type_, str(change.link(about)), links=dict(change.links))
    held = with_defaults(type_, change.attributes)
    if "created_at" in held:
        held["created_at"] = stamp(change.account.now)
    return Record(type_, str(uuid4()), held, dict(change.links), private=dict(change.private))
