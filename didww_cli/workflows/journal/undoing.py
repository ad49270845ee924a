"""Putting an update back: what was there before it, where what it wrote is still there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from didww_cli.catalog.model import Resource
from didww_cli.catalog.versions import Named, named_in_path, named_type
from didww_cli.errors import CheckFailed, UsageError
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Document, Record
from didww_cli.masking import MASK
from didww_cli.workflows.journal.looking import Entry, members_of, resource_of, said
from didww_cli.workflows.writing.drafts import Draft, put_data
from didww_cli.workflows.writing.kept import flat_body, same_part, without_secrets
from didww_cli.workflows.writing.linking import Linker
from didww_cli.workflows.writing.writes import Update, update_of

FAILED = "failed"
UPDATED = "PATCH"


def named_by(entry: Entry) -> list[Named]:
    """What putting an entry back names of the API, as far as some versions lack it."""
    resource, before = resource_of(entry), entry.get("before")
    members = before if isinstance(before, Mapping) else {}
    found = named_type(resource) if resource else []
    return found + [part for name in members if resource for part in named_in_path(resource, name)]


@dataclass(frozen=True, slots=True)
class Undo:
    """Entries about one record, the newest first, and the update that puts all of them back."""

    resource: Resource
    entries: Sequence[Entry]
    update: Update


def undoable(chosen: Sequence[Entry], tell: Callable[[str], None]) -> list[Entry]:
    """The entries that can be put back; those of several that failed are left out. UsageError for any other."""
    failed = [one for one in chosen if one.get("outcome") == FAILED and len(chosen) > 1]
    for entry in failed:
        tell(f"Entry {entry['n']} failed and changed nothing.")
    found = [one for one in chosen if one not in failed]
    for entry in found:
        resource, before = _updated(entry), entry["before"]
        hidden = [name for name, value in before.items() if _has_mask(value)]
        if hidden:
            told = f"Entry {entry['n']} changed secrets, which the journal does not keep: {', '.join(hidden)}."
            raise UsageError(told, "Set them anew by hand.")
        _draft(resource, before, f"entry {entry['n']}")
    return found


def undone(client: Client, chosen: Sequence[Entry], everything: Sequence[Entry]) -> list[Undo]:
    """What putting some entries back changes now, an update a record; nothing is sent.

    CheckFailed where what an entry wrote is no longer there, saying who changed it as far as the journal
    (``everything``) knows.
    """
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in chosen:
        groups.setdefault((_updated(entry).type, str(entry["id"])), []).append(entry)
    changed: list[str] = []
    found = [_undo_of(client, entries, everything, changed) for entries in groups.values()]
    if changed:
        raise CheckFailed("\n".join(changed), "Nothing was sent. 'didww journal list' shows what this machine did.")
    return found


def _undo_of(client: Client, entries: Sequence[Entry], everything: Sequence[Entry], changed: list[str]) -> Undo:
    """Putting entries about one record back; ``changed`` gets what is no longer as they wrote it."""
    resource = _updated(entries[0])
    wanted: Record = {}
    touched = {name for one in entries for name in one["before"]}
    query = ListQuery(include=tuple(name for name in resource.includes if name in touched))
    document = client.get(resource, str(entries[0]["id"]), query)
    linker = Linker(client)
    for entry in entries:
        linker.names.update(entry.get("names") or {})
        wanted = _laid_over(wanted, entry["before"])
    update = update_of(resource, document, _draft(resource, wanted, f"entry {entries[-1]['n']}"), linker)
    record = update.record
    for entry in entries if update.request else ():
        draft = _draft(resource, entry["before"], f"entry {entry['n']}")
        if update_of(resource, _with_record(document, record), draft, linker).request:
            changed += _no_longer_there(entry, record, everything)
        record = _laid_over(record, entry["before"])
    return Undo(resource, entries, update)


def _laid_over(record: Record, before: Mapping[str, Any]) -> Record:
    """A record with what was there before an entry; inside polymorphic values of the same kind too."""
    found = dict(record)
    for name, value in before.items():
        found[name] = value
        held = record.get(name)
        if isinstance(held, Mapping) and isinstance(value, Mapping) and held.get("type") == value.get("type"):
            inner, held_inner = value.get("attributes"), held.get("attributes")
            if isinstance(inner, Mapping) and isinstance(held_inner, Mapping):
                found[name] = {**held, "attributes": {**held_inner, **inner}}
    return found


def _with_record(document: Document, record: Record) -> Document:
    """A document whose resource is as a flat record says."""
    data = document["data"]
    linked, members = data.get("relationships") or {}, data.get("attributes") or {}
    relationships = {name: {"data": record[name]} if name in record else one for name, one in linked.items()}
    attributes = {name: record.get(name, one) for name, one in members.items()}
    return {**document, "data": {**data, "attributes": attributes, "relationships": relationships}}


def _updated(entry: Entry) -> Resource:
    """The type that an entry updated; UsageError where it is no update that can be put back."""
    number, resource = entry["n"], resource_of(entry)
    name = f"{resource.singular if resource else entry.get('what')} {entry.get('name') or ''}".strip()
    if entry.get("outcome") == FAILED:
        raise UsageError(f"Entry {number} failed: {entry.get('error')}", "Nothing was changed by it.")
    if entry.get("method") != UPDATED:
        raise UsageError(f"Entry {number} is no update: only updates are put back.", _by_hand(entry, resource, name))
    if resource is None or not entry.get("id") or not isinstance(entry.get("before"), Mapping):
        raise UsageError(
            f"Entry {number} does not say what was there before.", "'didww journal show' tells what was sent."
        )
    return resource


def _by_hand(entry: Entry, resource: Resource | None, name: str) -> str:
    if resource and entry.get("method") == "POST" and "delete" in resource.operations and entry.get("id"):
        return f"It created {name}: 'didww {resource.noun} {resource.delete_means} id:{entry['id']}' takes that back."
    if resource and entry.get("method") == "DELETE" and "create" in resource.operations:
        shown = f"didww journal show {entry['n']} -o json --query before"
        return f"It deleted {name}: '{shown}' is what it was, and 'didww {resource.noun} create --data -' takes that."
    return "'didww journal show' tells what it did."


def _draft(resource: Resource, before: Mapping[str, Any], where: str) -> Draft:
    """What is to be there again; UsageError where some of it cannot be sent."""
    draft = Draft()
    put_data(draft, resource, "update", before, where)
    lost = [name for name in before if name not in {*draft.attributes, *draft.variants, *draft.links}]
    if lost:
        raise UsageError(f"{', '.join(lost)} cannot be cleared by an update, and held nothing before.")
    return draft


def _has_mask(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(map(_has_mask, value.values()))
    return any(map(_has_mask, value)) if isinstance(value, list) else value == MASK


def _no_longer_there(entry: Entry, record: Record, everything: Sequence[Entry]) -> Iterator[str]:
    """The members that have another value than the entry wrote, and who changed them."""
    after = entry.get("after") or flat_body(entry.get("body"))
    names = entry.get("names") or {}
    there = members_of({name: without_secrets(same_part(value, record.get(name))) for name, value in after.items()})
    for name, value in members_of(after).items():
        now = there.get(name)
        if not _same(now, value):
            whom = _by_whom(entry, name.partition(".")[0], everything)
            yield f"Entry {entry['n']}: {name} is {said(now, names)} now, not {said(value, names)}: {whom}."


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        first, second = ([json.dumps(item, sort_keys=True) for item in items] for items in (one, other))
        return sorted(first) == sorted(second)
    return bool(one == other)


def _by_whom(entry: Entry, name: str, everything: Sequence[Entry]) -> str:
    """The later entry that changed a member of the same record, as far as this machine did it."""
    later = [
        one
        for one in everything
        if one["n"] > entry["n"]
        and (one.get("type"), one.get("id")) == (entry.get("type"), entry.get("id"))
        and one.get("outcome") != FAILED
        and (one.get("method") != UPDATED or name in flat_body(one.get("body")))
    ]
    if not later:
        return "somebody else has changed it since"
    return f"entry {later[-1]['n']} changed it at {later[-1].get('time')} ({later[-1].get('command')})"
