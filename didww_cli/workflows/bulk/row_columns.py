"""The columns of a CSV file, understood through the catalog: which names the record, which are sent, and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.forms import read_json
from didww_cli.catalog.members import usable
from didww_cli.catalog.model import LISTS, OBJECT, STRING, VARIANT, VARIANTS, Attribute, Relationship, Resource
from didww_cli.catalog.paths import column, near
from didww_cli.errors import UsageError
from didww_cli.workflows.bulk.results import Told
from didww_cli.workflows.writing.drafts import (
    IGNORED,
    Draft,
    PartVariant,
    put_attribute,
    put_links,
    variant_named,
    writable_names,
)
from didww_cli.workflows.writing.values import cleared, from_text

CLEARS = "null"
"""The text of a cell that clears a member. An empty cell leaves it alone."""


@dataclass(slots=True)
class Wanted:
    """What one row asks for. ``ref`` names it in the results, ``key`` the record that it is about.

    ``fixed`` members and the ``kinds`` of polymorphic ones cannot be changed: the record must have them already.
    ``empty``: the columns that could be sent and whose cells are empty. ``digest`` tells the row from every other;
    ``before`` is what an earlier run told of it.
    """

    line: int
    ref: str | None = None
    key: str = ""
    draft: Draft = field(default_factory=Draft)
    fixed: dict[str, Any] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    empty: tuple[str, ...] = ()
    digest: str = ""
    before: Told | None = None


Writer = Callable[[Wanted, str], None]
"""Puts the text of a cell where it belongs; UsageError where it cannot stand there."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The column that names the record, those that are sent, and those that are known and not sent."""

    ref: str | None
    writers: Mapping[str, Writer]
    unsent: tuple[str, ...]


def naming_member(resource: Resource, action: str, names: Sequence[str]) -> str | None:
    """The column or member that names the record: ``ref``, else the first of id and the look-ups that cannot be sent.

    A row of create names nothing that is there; what it is to be called stands in the results.
    """
    if action == "create":
        return next((name for name in ("ref", resource.own_reference, *resource.lookup) if name in names), None)
    return next((name for name in ("ref", *naming_candidates(resource, action)) if name in names), None)


def naming_candidates(resource: Resource, action: str) -> list[str]:
    """What may name a record beside ``ref``."""
    return ["id", *(name for name in resource.lookup if not _sent(resource, action, name))]


def _sent(resource: Resource, action: str, name: str) -> bool:
    attribute = resource.attribute(name)
    return bool(attribute and action != "delete" and usable(attribute, action))


def columns_of(resource: Resource, action: str, names: Sequence[str]) -> Columns:
    """The columns of a header; UsageError for one that the type does not have. ``delete`` sends none."""
    ref = naming_member(resource, action, names)
    if ref is None and action != "create":
        raise UsageError(
            f"No column names the {resource.singular}.",
            f"Add one that is called ref, or {' or '.join(naming_candidates(resource, action))}.",
        )
    writers = {name: writer for name in names if (writer := _writer(resource, action, name, names))}
    unsent = tuple(name for name in names if name not in writers and name not in IGNORED and name != ref)
    return Columns(ref, writers, unsent)


def _writer(resource: Resource, action: str, name: str, names: Sequence[str]) -> Writer | None:
    """How a column is sent; None for those that are known and not sent."""
    head, _, rest = name.partition(".")
    link = resource.relationship(head)
    attribute = None if link else resource.attribute(head)
    if not (attribute and not rest) and not (link and not rest) and name not in IGNORED:
        _check_known(resource, action, name)
    if action == "delete":
        return None
    if attribute:
        return _member(resource, action, attribute, rest) if rest else _whole(resource, action, attribute)
    if link and usable(link, action) and name == _naming(link, names):
        return lambda wanted, cell: put_links(wanted.draft, link, None if cell.strip() == CLEARS else cell, name)
    return None


def _check_known(resource: Resource, action: str, name: str) -> None:
    try:
        column(resource, name)
    except UsageError:
        known = ["ref", *(sendable(resource, action) if action != "delete" else naming_candidates(resource, action))]
        noun = resource.noun or resource.type
        raise UsageError(
            f"{noun} has no column {name!r}.{near(name, known)}", f"It takes {', '.join(known)}."
        ) from None


def sendable(resource: Resource, action: str) -> list[str]:
    """The columns that can be sent, members of polymorphic attributes among them."""
    found = []
    for name in writable_names(resource, action):
        attribute = resource.attribute(name)
        members = [m.name for v in (attribute.variants if attribute else ()) for m in v.attributes if usable(m, action)]
        found += [f"{name}.{member}" for member in dict.fromkeys(["type", *members])] if members else [name]
    return found


def _naming(link: Relationship, names: Sequence[str]) -> str | None:
    """The column that a relationship is taken from: its own, else that of the other record's id or name."""
    ways = ["", ".id", *(f".{name}" for kind in link.to for name in BY_TYPE[kind].lookup)]
    return next((link.name + way for way in ways if link.name + way in names), None)


def _whole(resource: Resource, action: str, attribute: Attribute) -> Writer | None:
    name = attribute.name
    if not usable(attribute, action):
        if action == "update" and attribute.create:
            return lambda wanted, cell: wanted.fixed.update({name: from_cell(attribute, cell, name, clears=False)})
        return None

    def write(wanted: Wanted, cell: str) -> None:
        value = without_kind(wanted, action, attribute, from_cell(attribute, cell, name))
        put_attribute(wanted.draft, resource, action, attribute, value, name)

    return write


def _member(resource: Resource, action: str, attribute: Attribute, rest: str) -> Writer | None:
    name = f"{attribute.name}.{rest}"
    member = next((found for variant in attribute.variants if (found := variant.attribute(rest))), None)
    if not usable(attribute, action) or not (rest == "type" or (member and usable(member, action))):
        return None

    def write(wanted: Wanted, cell: str) -> None:
        part = wanted.draft.variants.setdefault(attribute.name, PartVariant())
        if member:
            part.members[rest] = from_cell(member, cell, name)
        elif not _stays(wanted, action, attribute, cell.strip()):
            part.type = variant_named(attribute, cell.strip(), name).type

    return write


def _stays(wanted: Wanted, action: str, attribute: Attribute, kind: Any) -> bool:
    """Whether a kind is one that only DIDWW sets: an update leaves it, where the record has it already."""
    found = next((variant for variant in attribute.variants if variant.type == kind), None)
    if action != "update" or found is None or found.creatable:
        return False
    wanted.kinds[attribute.name] = found.type
    return True


def without_kind(wanted: Wanted, action: str, attribute: Attribute, value: Any) -> Any:
    """A value of an attribute; of a polymorphic one without a kind that only DIDWW sets."""
    if attribute.kind != VARIANT or not isinstance(value, Mapping):
        return value
    if not isinstance(value.get("attributes", {}), Mapping):
        raise UsageError(f"{attribute.name}.attributes is an object, not {value['attributes']!r}.")
    if not _stays(wanted, action, attribute, value.get("type")):
        return value
    return {name: member for name, member in value.items() if name != "type"}


def from_cell(attribute: Attribute, cell: str, where: str, *, clears: bool = True) -> Any:
    """The value that a cell stands for; lists take commas, objects are JSON. ``clears``: null must be allowed."""
    text = cell.strip()
    if text == CLEARS:
        return cleared(attribute, where) if clears else None
    if attribute.kind in (VARIANT, VARIANTS, OBJECT):
        try:
            return read_json(text)
        except ValueError:
            raise UsageError(f"{where} is a JSON object, not {text!r}.") from None
    if attribute.kind in LISTS and text == "[]":
        return []
    free = attribute.kind == STRING and not attribute.enum
    return from_text(attribute, cell if free else text, where)
