"""Putting a snapshot back: what is to be created, changed and deleted, and doing it in the order that it needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.model import Relationship, Resource
from didww_cli.catalog.snapshots import snapshot_links
from didww_cli.catalog.versions import at
from didww_cli.errors import Ambiguous, DidwwError, NotFound, Refused, UsageError
from didww_cli.jsonapi.documents import records
from didww_cli.workflows.reading.references import given_id
from didww_cli.workflows.snapshot.account import Account, Content, Entry, content_of
from didww_cli.workflows.snapshot.differences import ADDED, REMOVED, Difference, differences
from didww_cli.workflows.writing.consequences import Remark, of_creation, of_update
from didww_cli.workflows.writing.door import Door
from didww_cli.workflows.writing.drafts import Draft, put_data
from didww_cli.workflows.writing.linking import Linker
from didww_cli.workflows.writing.writes import creation, deletion, names_of_links, update_of

CREATE, UPDATE, DELETE = "create", "update", "delete"


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done to one thing. ``entry``: the members that it is to have, of an update those that differ."""

    resource: Resource
    name: str
    action: str
    entry: Entry = field(default_factory=dict)
    changes: tuple[Difference, ...] = ()

    def __str__(self) -> str:
        return f"{self.resource.singular} {self.name}"


@dataclass(slots=True)
class Plan:
    """The steps in the order in which they are done, and what cannot be: things and targets that are not there."""

    steps: list[Step] = field(default_factory=list)
    unmapped: list[str] = field(default_factory=list)

    def count(self, action: str) -> int:
        """How many steps there are of a kind."""
        return sum(step.action == action for step in self.steps)


def plan_of(
    types: Sequence[Resource], wanted: Content, account: Account, names: Sequence[str], linker: Linker, *, delete: bool
) -> Plan:
    """What makes an account as a snapshot says. ``names``: the numbers that it is bound to; all where there are none.

    Numbers are neither created nor deleted: they are bought and cancelled by other commands.
    """
    plan, gone = Plan(), []
    found = list(differences(types, content_of(account), wanted))
    for resource in types:
        own = [one for one in found if one.type == resource.type and (not names or one.name in names)]
        for name in dict.fromkeys(one.name for one in own):
            some = tuple(one for one in own if one.name == name)
            if some[0].change == REMOVED:
                gone += [Step(resource, name, DELETE)] if delete and "delete" in resource.operations else []
            elif some[0].change == ADDED and "create" not in resource.operations:
                plan.unmapped.append(f"{resource.singular} {name}: the account has none.")
            else:
                plan.steps.append(_step(resource, name, wanted[resource.type][name], some))
    plan.steps += sorted(gone, key=lambda step: [one.type for one in types].index(step.resource.type), reverse=True)
    mapped = [_mapped(plan, step, account, linker) for step in plan.steps]
    plan.steps = [step for step in mapped if step.entry or step.action != UPDATE]
    return plan


def _step(resource: Resource, name: str, entry: Entry, some: tuple[Difference, ...]) -> Step:
    if some[0].change == ADDED:
        return Step(resource, name, CREATE, entry, some)
    heads = {one.member.partition(".")[0] for one in some}
    return Step(resource, name, UPDATE, {head: entry[head] for head in entry if head in heads}, some)


def _mapped(plan: Plan, step: Step, account: Account, linker: Linker) -> Step:
    """The step without what it links to and is neither there nor made by the plan, which the plan then tells."""
    made = {(one.resource.type, one.name) for one in plan.steps if one.action == CREATE}
    lost = set()
    for link in snapshot_links(at(step.resource, linker.version)):
        for name in _targets(step.entry.get(link.name)):
            known = {*account.get(link.target, {}), *(other for kind, other in made if kind == link.target)}
            if name not in known and not _is_there(linker, link, name):
                plan.unmapped.append(f"{step}: {link.name} {name}: the account has none.")
                lost.add(link.name)
    if not lost:
        return step
    entry = {name: value for name, value in step.entry.items() if name not in lost}
    changes = tuple(one for one in step.changes if one.member.partition(".")[0] not in lost)
    return Step(step.resource, step.name, step.action, entry, changes)


def _targets(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)] if value else []


def _is_there(linker: Linker, link: Relationship, name: str) -> bool:
    try:
        identifier = linker.identifiers(link, [name])[0]
        if given_id(name):
            linker.client.get(BY_TYPE[link.target], identifier["id"])
        return True
    except (NotFound, Ambiguous):
        return False


@dataclass(frozen=True, slots=True)
class Ended:
    """A step that came to its end: what it was done to, or why not."""

    step: Step
    id: str = ""
    failure: DidwwError | None = None


def carry_out(door: Door, steps: Sequence[Step], account: Account, *, keep_going: bool) -> Iterator[Ended]:
    """Do the steps in their order. What is refused is tried again after the others, as long as that gets further.

    The first failure that is none of that kind ends it, unless ``keep_going``; an unknown outcome always does.
    """
    linker = Linker(door.client)
    waiting = list(steps)
    while waiting:
        refused: list[Ended] = []
        for step in waiting:
            try:
                yield Ended(step, _do(door, step, account, linker))
            except (Refused, NotFound, UsageError) as error:
                refused.append(Ended(step, failure=error))
            except DidwwError as error:
                yield Ended(step, failure=error)
                return
        if len(refused) == len(waiting):
            yield from refused if keep_going else refused[:1]
            return
        waiting = [one.step for one in refused]


def _do(door: Door, step: Step, account: Account, linker: Linker) -> str:
    """Do one step; the id of what it was done to."""
    resource = step.resource
    if step.action == CREATE:
        made = door.send(creation(resource, _draft(step), linker))
        return str(made["data"]["id"]) if made else ""
    held = account[resource.type][step.name]
    record = records(held.document, {})[0]
    if step.action == DELETE:
        door.send(deletion(resource, record), record)
        return str(record["id"])
    update = update_of(resource, held.document, _draft(step), linker)
    if update.request is None:
        raise UsageError(f"{', '.join(step.entry)} cannot be put back as it was: an update cannot clear it.")
    door.send(update.request, update.record, names_of_links(resource, update))
    return str(record["id"])


def _draft(step: Step) -> Draft:
    """A step as the writing commands draft it; a polymorphic value as the API writes it."""
    draft = Draft()
    put_data(draft, step.resource, step.action, dict(_as_read(step.resource, step.entry)), f"{step}")
    return draft


def _as_read(resource: Resource, entry: Entry) -> Iterator[tuple[str, Any]]:
    for name, value in entry.items():
        if isinstance(value, Mapping):
            inner = {one: held for one, held in value.items() if one != "type"}
            yield name, {"type": value.get("type"), "attributes": inner}
        else:
            yield name, value


def led_to(plan: Plan, account: Account, linker: Linker) -> list[tuple[Step, Remark]]:
    """What the steps lead to beyond what they say, as far as it is known before things are created."""
    found: list[tuple[Step, Remark]] = []
    for step in plan.steps:
        try:
            if step.action == CREATE:
                remarks = of_creation(step.resource, creation(step.resource, _draft(step), linker))
            elif step.action == UPDATE:
                document = account[step.resource.type][step.name].document
                remarks = of_update(step.resource, update_of(step.resource, document, _draft(step), linker))
            else:
                continue
        except NotFound:  # it links to what is created before it
            continue
        found += [(step, one) for one in remarks]
    return found


def secrets_left(plan: Plan) -> list[str]:
    """The secrets that no snapshot holds and that created things may need, by what is created."""
    found = []
    for step in plan.steps:
        shapes = {name: value.get("type") for name, value in step.entry.items() if isinstance(value, Mapping)}
        names = [
            one.name
            for attribute in step.resource.attributes
            for shape in attribute.variants
            for one in shape.attributes
            if shape.type == shapes.get(attribute.name) and one.secret and one.create
        ]
        if step.action == CREATE and names:
            found.append(f"{step}: {', '.join(names)}")
    return found
