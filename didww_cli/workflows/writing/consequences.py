"""What a write leads to beyond what it says: read from the catalog for the changes that it makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from didww_cli.catalog import BY_TYPE, consequences
from didww_cli.catalog.codes import name_of
from didww_cli.catalog.consequences import CONSEQUENCES, Consequence, Turn
from didww_cli.catalog.links import label
from didww_cli.catalog.model import Resource
from didww_cli.errors import DidwwError
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Record
from didww_cli.workflows.reading.references import batches
from didww_cli.workflows.writing.dependents import dependents
from didww_cli.workflows.writing.request import Request
from didww_cli.workflows.writing.writes import Change, Update, linked_names

NOTHING: tuple[Any, ...] = (None, "", 0, [])


@dataclass(frozen=True, slots=True)
class Remark:
    """What is told before a write. ``question``: what is asked, ``{}`` for the records; empty where it is only told."""

    says: str
    question: str = ""


def of_creation(resource: Resource, request: Request) -> list[Remark]:
    """What the creation of a resource leads to."""
    data = (request.body or {}).get("data") or {}
    changes = [Change(name, None, value) for name, value in _flat(data.get("attributes") or {})]
    made = [one for one in CONSEQUENCES if one.type == resource.type and not one.member]
    following = [one for one in _following(resource, changes) if not one.linked]
    return [Remark(one.says, one.question) for one in [*made, *following]]


def _flat(attributes: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Attributes by name, members of polymorphic ones under dotted names."""
    for name, value in attributes.items():
        inner = value.get("attributes") if isinstance(value, Mapping) else None
        if isinstance(inner, Mapping):
            yield from ((f"{name}.{member}", one) for member, one in inner.items())
        else:
            yield name, value


def of_update(resource: Resource, update: Update) -> list[Remark]:
    """What an update leads to."""
    found = [Remark(text) for text in lost_entries(resource, update.changes)]
    found += [remark for one in _following(resource, update.changes) if (remark := _remark(one, update))]
    attributes = ((update.request.body or {}).get("data") or {}).get("attributes") if update.request else None
    if (attributes or {}).get(resource.cancelling) is False:
        found.append(restoring(resource, update.record))
    return found


def lost_entries(resource: Resource, changes: Sequence[Change]) -> Iterator[str]:
    """What lists lose, list by list."""
    for one in changes:
        after = {_alone(entry) for entry in one.after} if isinstance(one.after, list) else set()
        gone = [entry for entry in one.before if _alone(entry) not in after] if isinstance(one.before, list) else []
        if gone and not one.secret and (one.after is None or isinstance(one.after, list)):
            codes = _codes(resource, one.name)
            yield f"{one.name} loses {', '.join(name_of(codes, entry) if codes else str(entry) for entry in gone)}."


def _codes(resource: Resource, path: str) -> str:
    """The table whose numbers a member holds; empty for none."""
    name, _, rest = path.partition(".")
    attribute = resource.attribute(name)
    members = [variant.attribute(rest) for variant in attribute.variants] if attribute and rest else [attribute]
    return next((one.codes for one in members if one), "")


def _alone(entry: Any) -> str:
    """An entry without the length of a network that is one address."""
    return str(entry).removesuffix("/32").removesuffix("/128")


def _remark(one: Consequence, update: Update) -> Remark | None:
    if not one.linked:
        return Remark(one.says, one.question)
    names = linked_names(update, one.linked)
    if not names or any(change.name == one.linked for change in update.changes):
        return None
    return Remark(f"{one.linked} {', '.join(names)}: {one.says}", one.question)


def _following(resource: Resource, changes: Sequence[Change]) -> Iterator[Consequence]:
    for one in CONSEQUENCES:
        change = next((change for change in changes if change.name == one.member), None)
        if one.type == resource.type and change and turned(one, change) and not _replaced(resource, one, changes):
            yield one


def _replaced(resource: Resource, one: Consequence, changes: Sequence[Change]) -> bool:
    """Whether what is cleared is so because that which excludes it is set instead."""
    link = resource.relationship(one.member)
    others = [change for change in changes if link and change.name == link.excludes]
    return one.turn == Turn.CLEARED and any(change.after not in NOTHING for change in others)


def turned(one: Consequence, change: Change) -> bool:
    """Whether a change is the turn that a consequence follows."""
    before, after = change.before, change.after
    had, has = before not in NOTHING, after not in NOTHING
    both = isinstance(before, int) and isinstance(after, int)
    return {
        Turn.SET: type(after) is type(one.value) and after == one.value,
        Turn.GIVEN: has and not had,
        Turn.CLEARED: had and not has,
        Turn.MOVED: had and has,
        Turn.RAISED: (after is None and before is not None) or (both and after > before),
        Turn.LOWERED: both and after < before,
        Turn.LOST: isinstance(after, list) and one.value not in after and (before is None or one.value in before),
    }[one.turn]


def ended(resource: Resource, record: Mapping[str, Any], now: datetime | None = None) -> bool | None:
    """Whether the period that a DID is paid for is over; None where it does not say."""
    try:
        end = datetime.fromisoformat(str(record.get(resource.renewal.end)))
    except ValueError:
        return None
    return (end if end.tzinfo else end.replace(tzinfo=UTC)) <= (now or datetime.now(UTC))


def restoring(resource: Resource, record: Mapping[str, Any]) -> Remark:
    """What taking back its cancellation comes to for a DID: restored for nothing, or renewed at a price."""
    over = ended(resource, record)
    if over is None:
        return Remark(consequences.RESTORED_UNKNOWN, "Restore {}, which may be charged?")
    end = str(record[resource.renewal.end])[:16].replace("T", " ")
    if over:
        return Remark(consequences.RESTORED_AT_A_PRICE.format(end=end), "Renew {}, which is charged now?")
    cycles = record.get(resource.renewal.cycles)
    said = consequences.RESTORED_FREE.format(end=end, cycles="null (for ever)" if cycles is None else cycles)
    return Remark(said, "Restore {}?")


def taken(client: Client, resource: Resource, requests: Sequence[Request]) -> list[Remark]:
    """What some requests take from something else: members of groups that can be in one group alone."""
    found = []
    for link in resource.relationships:
        if not link.takes:
            continue
        target = BY_TYPE[link.target]
        wanted = {one: _own(request) for request in requests for one in _sent(request, link.name)}
        for record in _read(client, target, list(wanted), link.takes):
            holder = record.get(link.takes)
            if isinstance(holder, Mapping) and holder.get("id") != wanted.get(str(record["id"])):
                what = f"{target.singular} {label(record, target)}"
                group = f"{resource.singular} {label(dict(holder), resource)}"
                says = f"The {group} loses the {what}.{_served(client, resource, str(holder.get('id')))}"
                found.append(Remark(says, f"Take the {what} out of the {group}?"))
    return found


def _served(client: Client, resource: Resource, identifier: str) -> str:
    """What uses a group, as far as that can be looked up: it is told beside what matters."""
    try:
        used = "; ".join(map(str, dependents(client, resource, [identifier])))
    except DidwwError:
        return ""
    return f" It serves {used}." if used else ""


def taken_or_told(client: Client, resource: Resource, requests: Sequence[Request], *, yes: bool) -> list[Remark]:
    """What some requests take from something else; where nobody is asked, a failed look-up is told, no more."""
    try:
        return taken(client, resource, requests)
    except DidwwError as error:
        if not yes:
            raise
        return [Remark(f"What this takes from something else could not be looked up: {error.message}")]


def takes_something(resource: Resource, request: Request) -> bool:
    """Whether a request has members that can be in one group alone, and may be in another one now."""
    return any(link.takes and _sent(request, link.name) for link in resource.relationships)


def _own(request: Request) -> str:
    return str(((request.body or {}).get("data") or {}).get("id") or "")


def _sent(request: Request, name: str) -> list[str]:
    linked = ((request.body or {}).get("data") or {}).get("relationships") or {}
    return [str(one["id"]) for one in (linked.get(name) or {}).get("data") or ()]


def _read(client: Client, target: Resource, identifiers: Sequence[str], include: str) -> Iterator[Record]:
    return client.lists(target, (ListQuery({"id": some}, include=(include,)) for some in batches(identifiers)))
