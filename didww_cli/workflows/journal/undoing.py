"""Putting an update back: what was there before it, where what it wrote is still there."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from didww_cli.catalog.model import Resource
from didww_cli.catalog.versions import Named, named_in_path, named_type
from didww_cli.errors import CheckFailed, UsageError
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Record, flat
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


def undo_of(client: Client, entry: Entry, everything: Sequence[Entry]) -> Update:
    """What putting an entry back changes now; its request is None where all is as it was before.

    UsageError for what cannot be put back; CheckFailed where what the entry wrote is no longer there, saying who
    changed it as far as the journal (``everything``) knows.
    """
    resource = _updated(entry)
    before, after = entry["before"], entry.get("after") or flat_body(entry.get("body"))
    query = ListQuery(include=tuple(name for name in before if name in resource.includes))
    document = client.get(resource, str(entry["id"]), query)
    record = flat(document["data"])
    draft = _draft(resource, entry, before)
    linker = Linker(client)
    linker.names.update(entry.get("names") or {})
    update = update_of(resource, document, draft, linker)
    if update.request:
        _check_still_there(entry, after, record, everything)
    return update


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


def _draft(resource: Resource, entry: Entry, before: Mapping[str, Any]) -> Draft:
    """What is to be there again; UsageError where some of it cannot be sent."""
    hidden = [name for name, value in before.items() if _has_mask(value)]
    if hidden:
        raise UsageError(
            f"Entry {entry['n']} changed secrets, which the journal does not keep: {', '.join(hidden)}.",
            "Set them anew by hand.",
        )
    draft = Draft()
    put_data(draft, resource, "update", before, f"entry {entry['n']}")
    lost = [name for name in before if name not in {*draft.attributes, *draft.variants, *draft.links}]
    if lost:
        raise UsageError(f"{', '.join(lost)} cannot be cleared by an update, and held nothing before.")
    return draft


def _has_mask(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(map(_has_mask, value.values()))
    return any(map(_has_mask, value)) if isinstance(value, list) else value == MASK


def _check_still_there(entry: Entry, after: Mapping[str, Any], record: Record, everything: Sequence[Entry]) -> None:
    """CheckFailed where a member has another value than the entry wrote."""
    names, changed = entry.get("names") or {}, []
    there = members_of({name: without_secrets(same_part(value, record.get(name))) for name, value in after.items()})
    for name, value in members_of(after).items():
        now = there.get(name)
        if not _same(now, value):
            whom = _by_whom(entry, name.partition(".")[0], everything)
            changed.append(f"{name} is {said(now, names)} now, not {said(value, names)}: {whom}.")
    if changed:
        raise CheckFailed("\n".join(changed), "Nothing was sent. 'didww journal list' shows what this machine did.")


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
