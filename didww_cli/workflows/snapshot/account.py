"""The configuration of an account: each thing under its name, with what can be written of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from didww_cli.catalog.links import label, reference
from didww_cli.catalog.model import VARIANT, Attribute, Resource
from didww_cli.catalog.snapshots import snapshot_attributes, snapshot_links
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Document, Record, index, members, records
from didww_cli.masking import masked_logins

Entry = dict[str, Any]
"""What can be written of a thing: attributes, shapes as ``{"type": ..., members}``, what is linked by name."""

Content = dict[str, dict[str, Entry]]
"""The entries of a snapshot by type and name."""


@dataclass(frozen=True, slots=True)
class Held:
    """A thing of the account: its entry, and its document for an update."""

    entry: Entry
    document: Document


Account = dict[str, dict[str, Held]]


def read_account(client: Client, types: Iterable[Resource]) -> Account:
    """What is there now, in one list a type. Things that share a name stand under their ids."""
    return {resource.type: _read(client, resource) for resource in types}


def content_of(account: Account) -> Content:
    """The entries of an account."""
    return {kind: {name: held.entry for name, held in things.items()} for kind, things in account.items()}


def _read(client: Client, resource: Resource) -> dict[str, Held]:
    links = tuple(link.name for link in snapshot_links(resource))
    found: list[tuple[Record, Document]] = []
    for page in client.pages(resource, ListQuery(include=links)):
        known = index([page.document])
        for data in members(page.document, "data"):
            document: Document = {"data": data, "included": _included(data, links, known)}
            found.append((records(document, {name: {} for name in links})[0], document))
    names = Counter(label(record, resource) for record, _ in found)
    return {
        (name if names[name := label(record, resource)] == 1 else f"id:{record['id']}"): Held(
            entry_of(resource, record), document
        )
        for record, document in sorted(found, key=lambda one: (label(one[0], resource), str(one[0]["id"])))
    }


def _included(data: Mapping[str, Any], links: Iterable[str], known: Mapping[Any, Mapping[str, Any]]) -> list[Any]:
    held = data.get("relationships") or {}
    linked = [one for name in links for one in members(held.get(name) or {}, "data")]
    return [known[key] for one in linked if (key := (str(one.get("type")), str(one.get("id")))) in known]


def entry_of(resource: Resource, record: Record) -> Entry:
    """What can be written of a record, in the order of the catalog."""
    entry: Entry = {}
    for attribute in snapshot_attributes(resource):
        if attribute.name in record and not _holds_a_login(record[attribute.name]):
            entry[attribute.name] = _value(attribute, record[attribute.name])
    for link in snapshot_links(resource):
        linked = record.get(link.name)
        if isinstance(linked, list):
            entry[link.name] = sorted(reference(one, many=True) for one in linked)
        elif link.name in record:
            entry[link.name] = reference(linked, many=False) if isinstance(linked, Mapping) else linked
    return entry


def _holds_a_login(value: Any) -> bool:
    return isinstance(value, str) and masked_logins(value) != value


def _value(attribute: Attribute, value: Any) -> Any:
    """A value; of a polymorphic one the members that can be written and are no secrets."""
    inner = value.get("attributes") if isinstance(value, Mapping) else None
    if attribute.kind != VARIANT or not isinstance(inner, Mapping):
        return value
    shape = next((one for one in attribute.variants if one.type == value.get("type")), None)
    known = [one.name for one in shape.attributes if (one.create or one.update) and not one.secret] if shape else []
    return {"type": value.get("type"), **{name: inner[name] for name in known if name in inner}}
