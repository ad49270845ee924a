"""What a create or update is to send, put together from options, ``--set``, ``--unset`` and ``--data``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from didww_cli.catalog.members import usable
from didww_cli.catalog.model import VARIANT, Attribute, Relationship, Resource, Variant
from didww_cli.catalog.paths import near
from didww_cli.catalog.versions import Named, holds, named, named_in_path, named_null, named_span, null_span
from didww_cli.errors import UsageError
from didww_cli.workflows.writing.entries import Entries
from didww_cli.workflows.writing.values import checked, cleared, from_json_text, object_of

IGNORED = frozenset({"id", "type", "meta", "ref", "direction"})


@dataclass(slots=True)
class Links:
    """What a relationship is set to. ``refs``: the whole set, None where it stays; ``add`` and ``remove`` change it.

    A reference is what a person calls the thing, or a ``{"type", "id"}`` object. A cleared to-one has no refs.
    """

    refs: list[Any] | None = None
    add: list[Any] = field(default_factory=list)
    remove: list[Any] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """Members to send: attributes under their names, polymorphic ones as ``variants`` still to be completed.

    ``entries``: what is put into lists and taken out, by name, dotted into polymorphic attributes.
    """

    attributes: dict[str, Any] = field(default_factory=dict)
    variants: dict[str, PartVariant] = field(default_factory=dict)
    links: dict[str, Links] = field(default_factory=dict)
    entries: dict[str, Entries] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing is to be sent."""
        return not (self.attributes or self.variants or self.links or self.entries)


@dataclass(slots=True)
class PartVariant:
    """Members of a polymorphic value; ``type`` is None where only the members tell it. ``kinds``: the types that the
    options belong to by which they were given.
    """

    type: str | None = None
    members: dict[str, Any] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)


def writable_names(resource: Resource, action: str) -> list[str]:
    """The members that a request may carry."""
    parts: Sequence[Attribute | Relationship] = (*resource.attributes, *resource.relationships)
    return list(dict.fromkeys(part.name for part in parts if usable(part, action)))


def put_setting(draft: Draft, resource: Resource, action: str, text: str) -> None:
    """``--set KEY=VALUE``: any attribute by its API name, dotted into objects; JSON values; null clears."""
    key, equals, value = text.partition("=")
    if not equals:
        raise UsageError(f"--set {text!r} is not KEY=VALUE.", "For example: --set configuration.port=5061")
    _put(draft, resource, action, key.strip(), value, f"--set {key.strip()}")


def put_unset(draft: Draft, resource: Resource, action: str, key: str) -> None:
    """``--unset KEY``: send null."""
    _put(draft, resource, action, key, "null", f"--unset {key}")


def _put(draft: Draft, resource: Resource, action: str, key: str, value: str, where: str) -> None:
    head, dot, rest = key.partition(".")
    link = resource.relationship(head)
    if link and usable(link, action) and not dot:
        put_links(draft, link, None if value == "null" else value, where)
        return
    attribute = resource.attribute(head)
    if attribute is None or not usable(attribute, action):
        raise _not_writable(resource, action, key)
    if not dot:
        if attribute.kind == VARIANT and value == "null":
            cleared(attribute, where)
        parsed = from_json_text(attribute, value, where)
        put_attribute(draft, resource, action, attribute, parsed, where)
        return
    member = next((found for variant in attribute.variants if (found := variant.attribute(rest))), None)
    if rest == "type" and attribute.variants:
        draft.variants.setdefault(head, PartVariant()).type = variant_named(attribute, value, where, action).type
    elif member and usable(member, action):
        draft.variants.setdefault(head, PartVariant()).members[rest] = from_json_text(member, value, where)
    else:
        names = [one.name for variant in attribute.variants for one in variant.attributes if usable(one, action)]
        raise UsageError(f"{head} has no {rest!r} that can be sent.{near(rest, names)}")


def put_attribute(draft: Draft, resource: Resource, action: str, attribute: Attribute, value: Any, where: str) -> None:
    """Put a JSON value of an attribute; polymorphic ones are taken apart, read-only members inside them left out."""
    if attribute.kind != VARIANT or value is None:
        draft.attributes[attribute.name] = checked(attribute, value, where)
        return
    if not isinstance(value, Mapping):
        raise UsageError(f'{where} is an object {{"type", "attributes"}}, not {value!r}.')
    part = draft.variants.setdefault(attribute.name, PartVariant())
    members = value.get("attributes", {name: member for name, member in value.items() if name != "type"})
    part.type = variant_named(attribute, value["type"], where, action).type if value.get("type") else part.type
    shapes = [variant for variant in attribute.variants if part.type in (None, variant.type)]
    members = {} if members is None else members
    if not isinstance(members, Mapping):
        raise UsageError(f"{where}: attributes is an object, not {members!r}.")
    for name, member in members.items():
        known = next((found for variant in shapes if (found := variant.attribute(name))), None)
        if known is None:
            names = [one.name for variant in shapes for one in variant.attributes]
            raise UsageError(f"{where} has no {name!r}.{near(name, names)}")
        if usable(known, action) and not (member is None and not known.clearable):
            part.members[name] = checked(known, member, f"{where}.{name}")


def variant_named(attribute: Attribute, name: Any, where: str, action: str = "create") -> Variant:
    """The variant of a type; UsageError for unknown ones, and to create one that only DIDWW sets.

    An update may name such a kind as long as it changes nothing of it: the record tells.
    """
    found = next((variant for variant in attribute.variants if variant.type == name), None)
    known = [variant.type for variant in attribute.variants if variant.creatable]
    if found is None:
        raise UsageError(f"{where} cannot be {name!r}.{near(str(name), known)}", f"It is one of {', '.join(known)}.")
    if action == "create":
        check_kind(found, where)
    return found


def check_kind(variant: Variant, where: str) -> None:
    """UsageError for a kind of a polymorphic attribute that only DIDWW sets."""
    if not variant.creatable:
        raise UsageError(
            f"{where} cannot be {variant.type}: {variant.help}", "Ask DIDWW's support for it, or use another kind."
        )


def read_contents(draft: Draft, resource: Resource) -> None:
    """Texts that are objects beside what is said of their kind become that; UsageError where they are none."""
    for name, part in draft.variants.items():
        attribute = resource.attribute(name)
        for variant in attribute.variants if attribute else ():
            for member in variant.attributes:
                other, values = member.object_with
                text = part.members.get(member.name)
                if other and isinstance(text, str) and part.members.get(other) in values:
                    part.members[member.name] = object_of(text, f"{member.name} with {other} {part.members[other]}")


def put_links(draft: Draft, link: Relationship, value: Any, where: str) -> None:
    """Set a relationship: a reference, ``{"type", "id"}``, an array of these, or null. Texts of to-many take commas."""
    links = draft.links.setdefault(link.name, Links())
    if value in (None, "none") or (link.many and value == ""):
        if not link.many and not link.clearable:
            raise UsageError(f"{where} cannot be cleared.")
        links.refs = []
    elif link.many:
        given = [value] if isinstance(value, str | Mapping) else value
        if not isinstance(given, list):
            raise UsageError(f"{where} takes references, not {value!r}.")
        links.refs = [ref for one in given for ref in references(one, where)]
    else:
        if isinstance(value, list):
            raise UsageError(f"{where} takes one reference, not a list.")
        links.refs = [value.strip() if isinstance(value, str) else _identifier(value, where)]


def references(value: Any, where: str) -> list[Any]:
    """The references in an item of a to-many relationship: a text with commas, or one ``{"type", "id"}``."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return [_identifier(value, where)]


def _identifier(value: Any, where: str) -> dict[str, str]:
    if not isinstance(value, Mapping) or not isinstance(value.get("id"), str):
        raise UsageError(f'{where} takes a reference or {{"type", "id"}}, not {value!r}.')
    return {"id": value["id"], "type": str(value.get("type") or "")}


def put_data(draft: Draft, resource: Resource, action: str, data: Mapping[str, Any], where: str) -> dict[str, Any]:
    """Put a flat object as ``get -o json`` prints it. Unknown members are refused, read-only ones ignored.

    Returns the members that only ``create`` may set, where this is an update: they must not differ from what is there.
    """
    fixed: dict[str, Any] = {}
    for name, value in data.items():
        link, attribute = resource.relationship(name), resource.attribute(name)
        if (name in IGNORED or resource.reckoned_as(name)) and not attribute:
            continue
        if link:
            if usable(link, action) and not _is_nothing(link, action, value):
                put_links(draft, link, value, f"{where}: {name}" if where else name)
        elif attribute is None:
            raise _not_writable(resource, action, name, where)
        elif not usable(attribute, action):
            if action == "update" and attribute.create:
                fixed[name] = value
        elif value is not None or (attribute.clearable and not _cleared_since(resource, name)):
            put_attribute(draft, resource, action, attribute, value, f"{where}: {name}" if where else name)
    return fixed


def _cleared_since(resource: Resource, name: str) -> bool:
    """Whether only newer versions take null for an attribute: as a part of a whole record that says nothing."""
    null = null_span(resource, name)
    return bool(null and null.since)


def _is_nothing(link: Relationship, action: str, value: Any) -> bool:
    """Whether no resource at all says nothing: what is created has none, and some cannot be cleared."""
    return value is None and not link.many and (action == "create" or not link.clearable)


def _not_writable(resource: Resource, action: str, name: str, where: str = "") -> UsageError:
    known = writable_names(resource, action)
    place = f"{where}: " if where else ""
    return UsageError(
        f"{place}{resource.noun or resource.type} has no {name!r} that {action} can send.{near(name, known)}",
        f"It can send: {', '.join(known)}.",
    )


def in_version(resource: Resource, draft: Draft, version: str) -> Draft:
    """The draft as a version takes it: a relationship of older ones that it has as an attribute becomes the value of
    that. UsageError where the attribute cannot hold it.
    """
    turned = {}
    for name, links in draft.links.items():
        link, attribute = resource.relationship(name), resource.attribute(name)
        if link and attribute and not holds(link, version):
            where = f"{name}, in version {version} of the API,"
            turned[name] = checked(attribute, links.refs[0] if links.refs else None, where)
    if not turned:
        return draft
    kept = {name: links for name, links in draft.links.items() if name not in turned}
    return replace(draft, attributes={**draft.attributes, **turned}, links=kept)


def named_in(resource: Resource, draft: Draft) -> list[Named]:
    """What a draft names of the API, as far as some versions lack it."""
    found: list[Named] = []
    for name in (*draft.attributes, *draft.entries, *draft.links):
        found += named_in_path(resource, name)
    for name, value in draft.attributes.items():
        found += named_null(resource, name) if value is None else named_span(resource, name, str(value))
    for name, part in draft.variants.items():
        attribute = resource.attribute(name)
        kind = next((one for one in attribute.variants if one.type == part.type), None) if attribute else None
        found += named(f"{part.type} of {resource.noun}", kind)
        for member, value in part.members.items():
            found += named_in_path(resource, f"{name}.{member}")
            found += named_null(resource, f"{name}.{member}") if value is None else []
    return found


def _how_otherwise(attribute: Attribute, part: PartVariant, current: str | None) -> str:
    """What to do where members belong to another kind of a polymorphic attribute."""
    kinds = [one for one in attribute.variants if one.creatable and all(map(one.attribute, part.members))]
    if part.type or not current or not kinds:
        return f"One kind of {attribute.name} at a time."
    if attribute.kind_stays:
        return f"The {attribute.name} is {current}, which cannot be changed. Create another, and route to it."
    option = f"--{attribute.kind_option} " if attribute.kind_option else f"--set {attribute.name}.type="
    return f"It is {current} now. To make it another: {option}{kinds[0].type}"


def chosen_variant(attribute: Attribute, part: PartVariant, current: str | None) -> Variant:
    """The variant that a part belongs to: the one named, else the one that is there, else what its members tell."""
    if part.type or current:
        wanted = part.type or current
        found = next((variant for variant in attribute.variants if variant.type == wanted), None)
        if found is None:
            raise UsageError(
                f"{attribute.name} is of the unknown type {wanted!r}; it cannot be changed with this tool."
            )
        strange = [name for name in part.members if found.attribute(name) is None]
        strange = strange or sorted(part.kinds - {found.type})
        if strange:
            raise UsageError(f"{', '.join(strange)}: not of {found.type}.", _how_otherwise(attribute, part, current))
        return found
    fits = [v for v in attribute.variants if v.creatable and all(v.attribute(name) for name in part.members)]
    if len(fits) == 1 and part.kinds <= {fits[0].type}:
        return fits[0]
    if len(part.kinds) == 1 and (told := [variant for variant in fits if variant.type in part.kinds]):
        return told[0]
    known = ", ".join(variant.type for variant in attribute.variants if variant.creatable)
    if not fits or len(part.kinds) > 1:
        raise UsageError(
            f"The options for {attribute.name} belong to different kinds of it.", f"Choose one of {known}."
        )
    raise UsageError(
        f"It is not clear which {attribute.name} is meant.", f"--set {attribute.name}.type=… with one of {known}."
    )
