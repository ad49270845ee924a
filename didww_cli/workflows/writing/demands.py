"""What the API demands of a request beyond single values: attributes that go together, or beside a kind of another."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from typing import Any

from didww_cli.catalog import bounds, rules
from didww_cli.catalog.model import Attribute, Relationship, Resource, Variant
from didww_cli.errors import UsageError
from didww_cli.workflows.writing.drafts import Draft
from didww_cli.workflows.writing.request import Request


def check_together(resource: Resource, attributes: Mapping[str, Any]) -> None:
    """UsageError where a request has some of the attributes that go together, but not all of them."""
    for names in resource.together:
        missing = [name for name in names if attributes.get(name) in (None, "")]
        if 0 < len(missing) < len(names):
            given = [name for name in names if name not in missing]
            raise UsageError(f"{_flags(given)} and {_flags(missing)} go together.", f"Add {_flags(missing)}.")


def check_needs(
    resource: Resource,
    attribute: Attribute,
    variant: Variant,
    members: Mapping[str, Any],
    given: Collection[str],
    version: str,
) -> None:
    """UsageError where a kind of a polymorphic attribute lacks one of its members, or an attribute beside it."""
    for need in variant.needs:
        if not need.asked(members):
            continue
        there = need.member in given if need.beside else members.get(need.member) not in (None, "", [])
        if need.holds(version) and not there:
            own = not need.beside and not attribute.kind_option
            flag = _flags([f"{variant.prefix}_{need.member}" if own else need.member])
            sometimes = f", in version {version} of the API" if need.since or need.until else ""
            raise UsageError(
                f"{variant.type} needs {flag} too{sometimes}.", f"See 'didww {resource.noun} create --help'."
            )


def check_refusals(resource: Resource, attribute: Attribute, variant: Variant, draft: Draft) -> None:
    """UsageError where a draft sets what a kind of a polymorphic attribute cannot have."""
    links = {name for name, one in draft.links.items() if one.refs or one.add}
    given = links | {name for name, value in draft.attributes.items() if value not in (None, False, [])}
    if strange := [name for name in variant.refuses if name in given]:
        raise UsageError(
            f"{resource.singular} of the kind {variant.type} takes no {_flags(strange)}.",
            f"Leave it out, or use another kind of {attribute.name}.",
        )


def missing_members(resource: Resource, draft: Draft) -> list[Attribute | Relationship]:
    """What create requires and the draft lacks."""
    parts: Sequence[Attribute | Relationship] = (*resource.attributes, *resource.relationships)
    given = {
        *draft.attributes,
        *draft.variants,
        *(name for name, links in draft.links.items() if links.refs or links.add),
    }
    return [part for part in parts if part.required and part.name not in given]


def check_bounds(resource: Resource, request: Request, version: str, held: Mapping[str, Any] | None = None) -> None:
    """UsageError where a request holds what is out of the bounds of the version that it is sent in, or does not fit
    what else it holds or is ``held`` by the record that it changes.
    """
    if version < bounds.SINCE or request.body is None:
        return
    data = request.body["data"]
    linked = {name: one["data"] for name, one in data.get("relationships", {}).items()}
    if request.method == "POST" and (names := bounds.broken_choice(resource.type, linked)):
        flags = " and ".join(_flags([name]) for name in names)
        raise UsageError(f"Exactly one of {flags} is needed in version {version} of the API.")
    attributes = data.get("attributes", {})
    outside = bounds.broken(resource.type, attributes, linked)
    found = [*outside, *rules.broken(resource.type, {**attributes, **linked}, held)]
    for path, told in found:
        stale = [f"--unset {one}" for one, _ in found if _stands(one, attributes, held or {})]
        hint = f"It is there already; this clears it in the same command: {' '.join(stale)}" if stale else ""
        raise UsageError(f"{path} {told} in version {version} of the API.", hint)


def _stands(path: str, sent: Mapping[str, Any], held: Mapping[str, Any]) -> bool:
    """Whether a request holds a member of a shape as the record has it: it goes along with another that changes."""
    name, _, member = path.partition(".")
    shapes = [one.get(name) for one in (sent, held)]
    new, old = (one.get("attributes") if isinstance(one, Mapping) else None for one in shapes)
    return isinstance(new, Mapping) and isinstance(old, Mapping) and member in new and new[member] == old.get(member)


def check_exclusions(resource: Resource, draft: Draft) -> None:
    """Two relationships that exclude each other cannot both be set."""
    for name, links in draft.links.items():
        link = resource.relationship(name)
        other = link.excludes if link else ""
        if other and links.refs and other in draft.links and draft.links[other].refs:
            raise UsageError(f"{name} and {other} exclude each other; set one of them.")


def let_win(resource: Resource, draft: Draft, given: Container[str]) -> None:
    """Take out of a draft what is excluded by relationships that options set, and that no option sets itself."""
    for name in [one for one in draft.links if one in given and draft.links[one].refs]:
        link = resource.relationship(name)
        if link and link.excludes not in given:
            draft.links.pop(link.excludes, None)


def check_entries(draft: Draft) -> None:
    """A list is either set as a whole, or entries are put into it and taken out."""
    for place, entries in draft.entries.items():
        parent, _, name = place.rpartition(".")
        whole = draft.variants[parent].members if parent in draft.variants else draft.attributes if not parent else {}
        if name in whole:
            raise UsageError(f"{name} is set as a whole and changed by entries; do one of them.")
        both = [one for one in entries.add if one in entries.remove]
        if both:
            raise UsageError(f"{name}: {', '.join(map(str, both))} cannot be put in and taken out at once.")


def _flags(names: Sequence[str]) -> str:
    return ", ".join(f"--{name.replace('_', '-')}" for name in names)
