"""From a draft to a request, and what an update really changes."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.consequences import CONSEQUENCES, emptied
from didww_cli.catalog.links import label
from didww_cli.catalog.model import Attribute, Relationship, Resource, Variant
from didww_cli.errors import UsageError
from didww_cli.jsonapi.client import ListQuery, quoted
from didww_cli.jsonapi.documents import Record, flat, index
from didww_cli.workflows.writing.demands import check_bounds, check_needs, check_refusals, check_together
from didww_cli.workflows.writing.drafts import Draft, PartVariant, check_kind, chosen_variant
from didww_cli.workflows.writing.entries import held_at, same_value
from didww_cli.workflows.writing.linking import Identifier, Linker
from didww_cli.workflows.writing.request import Request


@dataclass(frozen=True, slots=True)
class Change:
    """One member that an update changes. ``secret`` values are not shown."""

    name: str
    before: Any
    after: Any
    secret: bool = False


@dataclass(slots=True)
class Update:
    """What an update of one record comes to; ``request`` is None where nothing changes. ``missing``: what was to be
    taken out of lists and is not there.
    """

    record: Record
    document: dict[str, Any]
    changes: list[Change] = field(default_factory=list)
    request: Request | None = None
    missing: list[str] = field(default_factory=list)


def creation(resource: Resource, draft: Draft, linker: Linker) -> Request:
    """The request that creates what a draft says; UsageError where the API would surely refuse it."""
    draft = linker.fit(resource, draft)
    check_together(resource, draft.attributes)
    attributes = dict(draft.attributes)
    for name, part in draft.variants.items():
        attribute = _attribute(resource, name)
        variant = chosen_variant(attribute, part, None)
        check_needs(resource, attribute, variant, part.members, draft.attributes, linker.version)
        check_refusals(resource, attribute, variant, draft)
        attributes[name] = {"type": variant.type, "attributes": part.members}
    relationships = {}
    for name, links in draft.links.items():
        link = _link(resource, name)
        identifiers = linker.identifiers(link, [*(links.refs or []), *links.add])
        relationships[name] = {"data": identifiers if link.many else _only(identifiers)}
    request = Request("POST", resource.path, _body(resource.type, None, attributes, relationships))
    check_bounds(resource, request, linker.version)
    return request


def links_by_name(request: Request, linker: Linker) -> dict[str, Any]:
    """What a request links to, as the user called it."""
    relationships = request.body["data"].get("relationships", {}) if request.body else {}
    return {name: _called(linker, one["data"]) for name, one in relationships.items()}


def names_of_links(resource: Resource, update: Update) -> dict[str, str]:
    """What an update links, and what was linked before it, by id."""
    body = update.request.body if update.request else None
    sent = body["data"].get("relationships", {}) if body else {}
    found: dict[str, str] = {}
    for one in update.changes:
        if one.name in sent:
            found |= _named(update.record.get(one.name), one.before) | _named(sent[one.name]["data"], one.after)
    for name in emptied(resource.type, body["data"].get("attributes", {}) if body else {}, update.record):
        found |= _named(update.record[name], linked_names(update, name))
    return found


def _named(linkage: Any, names: Any) -> dict[str, str]:
    linked, called = (one if isinstance(one, list) else [one] for one in (linkage, names))
    pairs = zip(linked, called, strict=False)
    return {str(one["id"]): str(name) for one, name in pairs if isinstance(one, Mapping) and name}


def _called(linker: Linker, linkage: Any) -> Any:
    if isinstance(linkage, list):
        return [linker.name(one) for one in linkage]
    return linker.name(linkage) if linkage else None


def _only(identifiers: Sequence[Identifier]) -> Identifier | None:
    return identifiers[0] if identifiers else None


def _body(
    kind: str, identifier: str | None, attributes: Mapping[str, Any], relationships: Mapping[str, Any]
) -> dict[str, Any]:
    data: dict[str, Any] = {"type": kind}
    if identifier:
        data["id"] = identifier
    if attributes:
        data["attributes"] = dict(attributes)
    if relationships:
        data["relationships"] = dict(relationships)
    return {"data": data}


def _attribute(resource: Resource, name: str) -> Attribute:
    found = resource.attribute(name)
    assert found is not None
    return found


def _link(resource: Resource, name: str) -> Relationship:
    found = resource.relationship(name)
    assert found is not None
    return found


def reading_query(resource: Resource, drafts: Sequence[Draft], also: Container[str] = ()) -> ListQuery:
    """What must be read before an update: the linkage of the relationships that it touches, or makes others lose, and
    of those of the members ``also`` that are some.
    """
    lost = [one for one in CONSEQUENCES if one.type == resource.type and one.linked]
    touched = dict.fromkeys(one.linked for one in lost if any(one.member in draft.attributes for draft in drafts))
    for draft in drafts:
        touched |= dict.fromkeys(sorted(touched_links(resource, draft)))
    touched |= dict.fromkeys(one for one in resource.includes if one in also)
    return ListQuery(include=tuple(touched))


def touched_links(resource: Resource, draft: Draft) -> set[str]:
    """The relationships that a draft changes, and those that it makes others lose, as far as they can be read."""
    links = [_link(resource, name) for name in draft.links]
    return {one for link in links for one in (link.name, link.excludes) if one in resource.includes}


def update_of(
    resource: Resource, document: dict[str, Any], draft: Draft, linker: Linker, fixed: Mapping[str, Any] | None = None
) -> Update:
    """What a draft changes of the record in a document. ``fixed`` members must already be as they are."""
    record = flat(document["data"])
    for name, value in (fixed or {}).items():
        if record.get(name) != value:
            raise UsageError(f"{name} cannot be changed: it is {record.get(name)!r}, and only create can set it.")
    update, draft = Update(record, document), linker.fit(resource, draft)
    draft = _with_entries(record, draft, update)
    _check_kinds(resource, record, draft)
    attributes = _changed_attributes(resource, record, draft, update, linker)
    relationships = _changed_links(resource, record, draft, linker, update)
    if attributes or relationships:
        update.request = patch(resource, str(record["id"]), attributes, relationships)
        check_bounds(resource, update.request, linker.version, record)
    return update


def _check_kinds(resource: Resource, record: Record, draft: Draft) -> None:
    """UsageError where a draft sets what the kind of a polymorphic attribute of a record cannot have."""
    for attribute in resource.attributes:
        held = record.get(attribute.name)
        kind = held.get("type") if attribute.variants and isinstance(held, Mapping) else None
        for variant in attribute.variants:
            if variant.type == kind:
                check_refusals(resource, attribute, variant, draft)


def _with_entries(record: Record, draft: Draft, update: Update) -> Draft:
    """The draft with lists as they are to be, now that it is known what they hold."""
    if not draft.entries:
        return draft
    attributes = dict(draft.attributes)
    variants = {name: PartVariant(part.type, dict(part.members), part.kinds) for name, part in draft.variants.items()}
    for path, entries in draft.entries.items():
        parent, _, name = path.rpartition(".")
        held = held_at(record, parent, name)
        update.missing += [f"{name} does not hold {one}." for one in entries.missing(held)]
        if entries.changes(held):
            place = variants.setdefault(parent, PartVariant()).members if parent else attributes
            place[name] = entries.put_into(held)
    return Draft(attributes, variants, draft.links)


def patch(
    resource: Resource, identifier: str, attributes: Mapping[str, Any], relationships: Mapping[str, Any] | None = None
) -> Request:
    """The request that changes some members of a record."""
    body = _body(resource.type, identifier, attributes, relationships or {})
    return Request("PATCH", f"{resource.path}/{quoted(identifier)}", body)


def _changed_attributes(
    resource: Resource, record: Record, draft: Draft, update: Update, linker: Linker
) -> dict[str, Any]:
    changed = {}
    for name, value in draft.attributes.items():
        if name not in record or not same_value(_attribute(resource, name), record[name], value):
            update.changes.append(Change(name, record.get(name), value, _attribute(resource, name).secret))
            changed[name] = value
    for name, part in draft.variants.items():
        attribute, current = _attribute(resource, name), record.get(name)
        now = current if isinstance(current, Mapping) else {}
        variant = chosen_variant(attribute, part, now.get("type"))
        anew = variant.type != now.get("type")
        if anew and attribute.kind_stays:
            raise UsageError(
                f"The {name} is {now.get('type')} and cannot become {variant.type}.",
                f"Create another {resource.singular} instead.",
            )
        value = _changed_variant(attribute, variant, now, part, update)
        if value is not None:
            changed[name] = value
        if anew:
            held = [one for one, value in record.items() if value not in (None, [])]
            check_needs(resource, attribute, variant, part.members, {*held, *draft.attributes}, linker.version)
    return changed


def _changed_variant(
    attribute: Attribute, variant: Variant, now: Mapping[str, Any], part: PartVariant, update: Update
) -> dict[str, Any] | None:
    """The members of a polymorphic value that change, since the API keeps the others; all that is given where its kind
    changes. None where nothing does.
    """
    same_type = variant.type == now.get("type")
    members = now.get("attributes") if same_type else None
    held = members if isinstance(members, Mapping) else {}
    changed = {
        name: value
        for name, value in part.members.items()
        if name not in held or not same_value(variant.attribute(name), held[name], value)
    }
    if same_type and not changed:
        return None
    check_kind(variant, attribute.name)
    if not same_type:
        update.changes.append(Change(f"{attribute.name}.type", now.get("type"), variant.type))
    for name, value in changed.items():
        update.changes.append(Change(f"{attribute.name}.{name}", held.get(name), value, _secret(variant, name)))
    return {"type": variant.type, "attributes": {**_going_along(variant, held, changed), **changed}}


def _going_along(variant: Variant, held: Mapping[str, Any], changed: Mapping[str, Any]) -> dict[str, Any]:
    """The members, as they are, that are sent beside others that change."""
    names = [name for leading, *others in variant.together if leading in changed for name in others]
    return {name: held[name] for name in names if name in held}


def _secret(variant: Variant, name: str) -> bool:
    found = variant.attribute(name)
    return bool(found and found.secret)


def _changed_links(resource: Resource, record: Record, draft: Draft, linker: Linker, update: Update) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    for name, links in draft.links.items():
        link = _link(resource, name)
        before = record.get(name)
        known = name in record
        if link.many:
            now = [dict(one) for one in before] if isinstance(before, list) else []
            after: Any = now if links.refs is None else linker.identifiers(link, links.refs)
            after = after + [one for one in linker.identifiers(link, links.add) if one not in after]
            gone = linker.identifiers(link, links.remove)
            update.missing += [f"{name} does not hold {linker.name(one)}." for one in gone if one not in after]
            after = [one for one in after if one not in gone]
            same = known and _ids(after) == _ids(now)
        else:
            after = _only(linker.identifiers(link, links.refs or []))
            same = known and before == after
        if same:
            continue
        update.changes.append(Change(name, _names(update, before), _names_of(update, linker, after)))
        changed[name] = {"data": after}
        other = link.excludes
        if other and after is not None and other not in draft.links and record.get(other, True) is not None:
            update.changes.append(Change(other, _names(update, record.get(other)), None))
            changed[other] = {"data": None}
    return changed


def links_after(resource: Resource, update: Update) -> dict[str, Any]:
    """What a record is linked to after its update, by name: what that changes, and what was read and stays."""
    record = update.record
    read = {one.name: _names(update, record[one.name]) for one in resource.relationships if one.name in record}
    return read | {one.name: one.after for one in update.changes if resource.relationship(one.name)}


def linked_names(update: Update, name: str) -> list[str]:
    """What a to-many relationship holds before an update, by name."""
    return [str(one) for one in _names(update, update.record.get(name) or [])]


def _names(update: Update, linkage: Any) -> Any:
    """What is linked now, by name where the document includes it."""
    if isinstance(linkage, list):
        return [_names(update, one) for one in linkage]
    if not isinstance(linkage, Mapping):
        return None
    found = index([update.document]).get((str(linkage.get("type")), str(linkage.get("id"))))
    resource = BY_TYPE.get(str(linkage.get("type")))
    return label(flat(found), resource) if found and resource else linkage.get("id")


def _names_of(update: Update, linker: Linker, identifiers: Any) -> Any:
    """What will be linked, as the user called it, else as it is called now."""
    if isinstance(identifiers, list):
        return [_names_of(update, linker, one) for one in identifiers]
    if not identifiers:
        return None
    typed = linker.name(identifiers)
    return typed if typed != identifiers["id"] else _names(update, identifiers)


def _ids(identifiers: Sequence[Mapping[str, Any]]) -> set[str]:
    return {str(one.get("id")) for one in identifiers}


def deletion(resource: Resource, record: Record) -> Request:
    """The request that deletes a record."""
    return Request("DELETE", f"{resource.path}/{quoted(str(record['id']))}")
