"""Options for the writable members of a resource, made from the catalog, and the draft that they add up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.members import usable
from didww_cli.catalog.model import (
    BOOLEAN,
    DATE,
    DATETIME,
    INTEGER,
    INTEGERS,
    LISTS,
    VARIANT,
    VARIANTS,
    Attribute,
    Relationship,
    Resource,
)
from didww_cli.commands.given import json_of
from didww_cli.commands.tree import option
from didww_cli.errors import UsageError

if TYPE_CHECKING:
    from didww_cli.workflows.writing.drafts import Draft

METAVARS = {INTEGER: "N", DATE: "DATE", DATETIME: "TIME", INTEGERS: "A,B"}


@dataclass(frozen=True, slots=True)
class Member:
    """One option. ``parent``: the polymorphic attribute that it belongs to; ``change``: add or remove, of a list or a
    to-many. ``kind``: the shape of the parent that it belongs to alone. ``since``: the attribute that newer versions
    have in place of a relationship.
    """

    parameter: str
    flags: tuple[str, ...]
    part: Attribute | Relationship
    parent: Attribute | None = None
    change: str = ""
    kind: str = ""
    since: Attribute | None = None

    @property
    def flag(self) -> str:
        """The option as users know it."""
        return self.flags[-1].partition("/")[0]

    @property
    def pointer(self) -> tuple[str, ...]:
        """Where a JSON:API error points when this member is wrong."""
        if isinstance(self.part, Relationship):
            return "relationships", self.part.name
        return ("attributes", self.parent.name, self.part.name) if self.parent else ("attributes", self.part.name)


def members_of(resource: Resource, action: str) -> list[Member]:
    """The options of ``create`` or ``update``, in the order of the catalog."""
    found: list[Member] = []
    for attribute in resource.attributes:
        if not usable(attribute, action) or resource.relationship(attribute.name):
            continue  # what some versions have as a relationship is one option, and a value of that attribute in others
        if attribute.kind == VARIANT:
            found += _variant_members(attribute, action)
        elif attribute.kind != VARIANTS:
            found.append(_attribute_member(attribute))
            found += _entry_members(attribute, None, attribute.name, action)
    for link in resource.relationships:
        if usable(link, action):
            found += _link_members(link, action, resource.attribute(link.name))
    return found


def _flag(name: str, boolean: bool) -> str:
    dashed = name.replace("_", "-")
    return f"--{dashed}/--no-{dashed}" if boolean else f"--{dashed}"


def _flags(name: str, attribute: Attribute) -> tuple[str, ...]:
    """The options of an attribute: made from its name, and the shorter one that it may have."""
    return (_flag(name, attribute.kind == BOOLEAN), *([f"--{attribute.option}"] if attribute.option else []))


def _attribute_member(attribute: Attribute) -> Member:
    return Member(f"m_{attribute.name}", _flags(attribute.name, attribute), attribute)


def _variant_members(attribute: Attribute, action: str) -> Iterator[Member]:
    selects = attribute.kind_option
    if selects:
        kinds = tuple(variant.type for variant in attribute.variants if variant.creatable)
        yield Member(f"m_{selects}", (f"--{selects}",), Attribute("type", help=attribute.help, enum=kinds), attribute)
    seen = set()
    for variant in attribute.variants:
        for member in variant.attributes if variant.creatable else ():
            name = member.name if selects else f"{variant.prefix}_{member.name}"
            if usable(member, action) and name not in seen:
                seen.add(name)
                kind = "" if selects else variant.type
                yield Member(f"m_{attribute.name}_{name}", _flags(name, member), member, attribute, kind=kind)
                yield from _entry_members(member, attribute, name, action)


def _entry_members(attribute: Attribute, parent: Attribute | None, name: str, action: str) -> Iterator[Member]:
    """What puts entries into a list and takes some out, where it can be read first."""
    if attribute.kind not in LISTS or action != "update" or not attribute.readable:
        return
    place = f"{parent.name}_" if parent else ""
    for change in ("add", "remove"):
        names = [name, *([attribute.option] if attribute.option else [])]
        flags = tuple(_flag(f"{change}_{one}", False) for one in names)
        yield Member(f"m_{change}_{place}{name}", flags, attribute, parent, change)


def _link_members(link: Relationship, action: str, since: Attribute | None) -> Iterator[Member]:
    yield Member(f"m_{link.name}", (_flag(link.name, False),), link, since=since)
    if link.many and action == "update" and link.readable:
        for change in ("add", "remove"):
            yield Member(f"m_{change}_{link.name}", (_flag(f"{change}_{link.name}", False),), link, None, change)


def referenced(resource: Resource, members: Sequence[Member], said: str) -> list[Member]:
    """Some options, with another help of the external reference."""
    own = resource.own_reference
    return [replace(one, part=replace(one.part, help=said)) if one.part.name == own else one for one in members]


def attributes_alone(resource: Resource, reference: str) -> list[Member]:
    """The options of ``create`` but its links, which jobs find. ``reference``: the help of the external one."""
    found = [one for one in members_of(resource, "create") if isinstance(one.part, Attribute)]
    return referenced(resource, found, reference)


def typed_as(resource: Resource, flags: Mapping[str, str]) -> list[Member]:
    """What a job links by other options than ``create`` does, by relationship, for complaints about it."""
    return [Member(name, (flag,), link) for name, flag in flags.items() if (link := resource.relationship(name))]


def attributes_of(resource: Resource, members: Sequence[Member], values: Mapping[str, Any]) -> dict[str, Any]:
    """What such options say, with an external reference; UsageError before anything is sent."""
    from didww_cli.workflows.orders.ordering import check_reference, new_reference
    from didww_cli.workflows.writing.demands import check_together

    draft, _ = drafted(resource, "create", members, values)
    check_together(resource, draft.attributes)
    attributes = {resource.own_reference: new_reference(), **draft.attributes}
    check_reference(attributes[resource.own_reference])
    return attributes


def member_options(members: Sequence[Member], action: str) -> list[Any]:
    """The options themselves, with ``--set``, ``--unset`` and ``--data``."""
    general = [
        option("--set", "settings", multiple=True, metavar="KEY=VALUE", help="Any attribute; JSON values; null clears.")
    ]
    general.append(option("--unset", "unset", multiple=True, metavar="KEY", help="Clear it: send null."))
    general.append(option("--data", metavar="FILE", help="A flat JSON object as 'get -o json' prints it; - is stdin."))
    return [*options_of(members, action), *general]


def options_of(members: Sequence[Member], action: str) -> list[Any]:
    """The options of some members."""
    return [_option(member, action) for member in members]


def _option(member: Member, action: str) -> Any:
    part = member.part
    if isinstance(part, Relationship):
        return _link_option(member, part)
    boolean = part.kind == BOOLEAN
    said = {"": part.help, "add": f"Put into: {part.help}", "remove": f"Take out of: {part.help}"}[member.change]
    if part.enum or part.values:
        said = f"{said.removesuffix('.')}: {', '.join(part.enum or part.values)}."
    elif part.codes:
        said = f"{said.removesuffix('.')}, by name or number."
    if part.required and action == "create":
        said += " Required."
    more: dict[str, Any] = (
        {} if boolean else {"metavar": METAVARS.get(part.kind, "A,B" if part.kind in LISTS else "TEXT")}
    )
    return option(*member.flags, member.parameter, type=bool if boolean else str, default=None, help=said, **more)


def _link_option(member: Member, link: Relationship) -> Any:
    says = {"": link.help, "add": f"Add to: {link.help}", "remove": f"Take away from: {link.help}"}[member.change]
    if link.required:
        says += " Required."
    elif not member.change and (link.clearable or link.many):
        says += " 'none' clears."
    if member.since:
        says += f" From version {member.since.since} on: {', '.join(member.since.enum)}."
    metavar = "REF[,REF]" if link.many else "REF"
    return option(*member.flags, member.parameter, multiple=link.many, default=None, metavar=metavar, help=says)


def drafted(
    resource: Resource, action: str, members: Sequence[Member], values: Mapping[str, Any]
) -> tuple[Draft, dict[str, Any]]:
    """The draft of a command line: ``--data`` first, then ``--set`` and ``--unset``, then the options.

    Also the members of ``--data`` that only create may set, for an update to compare.
    """
    from didww_cli.workflows.writing.demands import check_entries, check_exclusions, let_win
    from didww_cli.workflows.writing.drafts import Draft, put_data, put_setting, put_unset, read_contents

    draft = Draft()
    fixed: dict[str, Any] = {}
    if values.get("data") is not None:
        fixed = put_data(draft, resource, action, read_object(values["data"]), "--data")
    for text in values.get("settings") or ():
        put_setting(draft, resource, action, text)
    for key in values.get("unset") or ():
        put_unset(draft, resource, action, key)
    given = {text.partition("=")[0].strip() for text in values.get("settings") or ()}
    for member in members:
        value = values.get(member.parameter)
        if value is not None and value != () and value != []:
            _put(draft, member, value)
            given.add(member.part.name)
    let_win(resource, draft, given)
    read_contents(draft, resource)
    check_exclusions(resource, draft)
    check_entries(draft)
    return draft, fixed


def _put(draft: Draft, member: Member, value: Any) -> None:
    from didww_cli.workflows.writing.drafts import Links, PartVariant, put_links, references, variant_named
    from didww_cli.workflows.writing.entries import Entries
    from didww_cli.workflows.writing.values import from_text

    part = member.part
    if isinstance(part, Relationship):
        if not member.change:
            put_links(draft, part, list(value) if part.many and list(value) != ["none"] else _one(value), member.flag)
            return
        links = draft.links.setdefault(part.name, Links())
        found = [ref for text in value for ref in references(text, member.flag)]
        (links.add if member.change == "add" else links.remove).extend(found)
        return
    if member.change:
        place = f"{member.parent.name}.{part.name}" if member.parent else part.name
        entries = draft.entries.setdefault(place, Entries(part))
        (entries.add if member.change == "add" else entries.remove).extend(from_text(part, value, member.flag))
        return
    if member.parent is None:
        draft.attributes[part.name] = value if isinstance(value, bool) else from_text(part, value, member.flag)
        return
    whole = draft.variants.setdefault(member.parent.name, PartVariant())
    whole.kinds |= {member.kind} - {""}
    if part.name == "type":
        whole.type = variant_named(member.parent, value, member.flag).type
    else:
        whole.members[part.name] = value if isinstance(value, bool) else from_text(part, value, member.flag)


def _one(value: Any) -> Any:
    return "none" if isinstance(value, list | tuple) else value


def read_object(source: str) -> dict[str, Any]:
    """The JSON object in a file, or on standard input for ``-``."""
    _, found = json_of(source)
    if not isinstance(found, dict):
        raise UsageError(f"{source} holds no JSON object.", "It takes what 'get REF -o json' prints.")
    return found


def flag_of(members: Sequence[Member], pointer: str) -> str:
    """The option that an error's pointer is about; empty where none is."""
    words = tuple(word for word in pointer.strip("/").split("/")[1:] if word)
    plain = tuple(word for at, word in enumerate(words) if not (at == 2 and word == "attributes"))
    for member in members:
        newer = ("attributes", member.since.name) if member.since else member.pointer
        if plain in (member.pointer, newer) and not member.change:
            return member.flag
    if plain and plain[0] == "attributes" and len(plain) > 1:
        return next(
            (member.flag for member in members if member.pointer[:2] == plain[:2]), f"--set {'.'.join(plain[1:])}"
        )
    return ""
