"""The catalog as one version of the API has it, and the lowest version that has all of some parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from didww_cli.catalog import API_VERSION, API_VERSIONS, BY_TYPE, RESOURCES
from didww_cli.catalog.members import Attribute
from didww_cli.catalog.model import NULL, Resource, Span
from didww_cli.errors import UsageError
from didww_cli.plain_data import dataclass

SPOKEN = tuple(version for version in API_VERSIONS if version >= API_VERSION)
"""Versions that commands speak; older ones are for requests that are written by hand."""
WHAT_CHANGED = "'didww schema --changes' lists what went with it, and what came."


class Lasting(Protocol):
    """A part of the catalog that some versions lack."""

    @property
    def since(self) -> str: ...

    @property
    def until(self) -> str: ...


Part = TypeVar("Part", bound=Lasting)


@dataclass(frozen=True, slots=True)
class Named:
    """A part that a command names. ``what``: how it is told."""

    what: str
    since: str = ""
    until: str = ""


def holds(part: Lasting, version: str) -> bool:
    """Whether a version has a part."""
    return part.since <= version and (not part.until or version < part.until)


def named(what: str, part: Lasting | None) -> list[Named]:
    """A part by what it is called; none where there is no such part, or where every version has it."""
    return [Named(what, part.since, part.until)] if part and (part.since > API_VERSION or part.until) else []


def named_as(resource: Resource) -> str:
    """What a type is called where its parts are told."""
    return resource.noun or resource.type


def named_type(resource: Resource, operation: str = "") -> list[Named]:
    """A type, and one of its operations, as far as some versions lack them."""
    found = named(named_as(resource), resource)
    return found + named_span(resource, "operations", operation)


def named_span(resource: Resource, part: str, name: str) -> list[Named]:
    """A sort field, an operation or a value, as far as some versions lack it."""
    span = next((one for one in resource.spans if (one.part, one.name) == (part, name)), None)
    return named(f"{'sort field ' if part == 'sorts' else ''}{name} of {named_as(resource)}", span)


def named_null(resource: Resource, path: str) -> list[Named]:
    """Null for a member, as far as some versions take none."""
    return named(f"null for {path} of {named_as(resource)}", null_span(resource, path))


def null_span(resource: Resource, path: str) -> Span | None:
    """When null is taken for a member, where that is not so in every version."""
    return next((one for one in resource.spans if (one.part, one.name) == (NULL, path)), None)


def named_in_path(resource: Resource, path: str, *, included: bool = False) -> list[Named]:
    """The parts of a dotted path of relationships and attributes, as far as some versions lack them; ``included``: of
    relationships alone.
    """
    found = named(named_as(resource), resource)
    head, _, rest = path.partition(".")
    link, attribute = resource.relationship(head), resource.attribute(head)
    if link and attribute and not rest and not included:
        return found  # a relationship of older versions that is an attribute since
    if link and link.readable:
        found += named(f"{head} of {named_as(resource)}", link)
        inner = [named_in_path(BY_TYPE[kind], rest, included=included) for kind in link.to if rest]
        return found + min(inner, key=len, default=[])
    if attribute:
        found += named(f"{head} of {named_as(resource)}", attribute)
        for variant in attribute.variants:
            if member := variant.attribute(rest):
                return found + named(f"{rest} of {head} of {named_as(resource)}", member)
    return found


def lowest(parts: Iterable[Named], least: str = API_VERSION) -> str:
    """The lowest version, from ``least`` on, that has all of some parts; UsageError naming what stands against it."""
    wanted = list(parts)
    for version in SPOKEN:
        if version >= least and all(holds(part, version) for part in wanted):
            return version
    gone = next((part for part in wanted if part.until and part.until <= least), None)
    if gone:
        raise UsageError(
            f"{gone.what} went with version {gone.until} of the API, and this account is on {least}.", WHAT_CHANGED
        )
    new = max(wanted, key=lambda part: part.since)
    old = min((part for part in wanted if part.until), key=lambda part: part.until)
    came, went = f"{new.what} came with version {new.since} of the API", f"{old.what} went with {old.until}"
    raise UsageError(f"{came}, and {went}: no version has both.")


def check_all(parts: Iterable[Named], version: str) -> None:
    """UsageError for a part that a version lacks."""
    for part in parts:
        if not holds(part, version):
            told = f"came with {part.since}" if part.since > version else f"went with {part.until}"
            hint = "" if part.since > version else WHAT_CHANGED
            raise UsageError(f"Version {version} of the API has no {part.what}: it {told}.", hint)


_VIEWS: dict[tuple[str, str], tuple[Resource, Resource]] = {}


def at(resource: Resource, version: str) -> Resource:
    """A resource as a version has it: without the parts that it lacks."""
    key = (resource.type, version)
    if key not in _VIEWS or _VIEWS[key][0] is not resource:
        _VIEWS[key] = (resource, _made(resource, version))
    return _VIEWS[key][1]


def types_at(version: str) -> list[Resource]:
    """All resources that a version has."""
    return [at(resource, version) for resource in RESOURCES if holds(resource, version)]


def has_path(resource: Resource, path: str, version: str) -> bool:
    """Whether all parts of a dotted path are there in a version; what the catalog does not know is."""
    head, _, rest = path.partition(".")
    link = resource.relationship(head)
    if link and holds(link, version):
        kinds = [BY_TYPE[kind] for kind in link.to if holds(BY_TYPE[kind], version)]
        return bool(kinds) and (not rest or any(has_path(kind, rest, version) for kind in kinds))
    attribute = resource.attribute(head)
    known = [part for part in (link, attribute) if part]
    return not known or any(holds(part, version) for part in known)


def has_include(resource: Resource, path: str, version: str) -> bool:
    """Whether all relationships of an include path are there in a version; what the catalog does not know is."""
    head, _, rest = path.partition(".")
    link = resource.relationship(head)
    if link is None:
        return True
    kinds = [BY_TYPE[kind] for kind in link.to if holds(BY_TYPE[kind], version)]
    return (
        holds(link, version) and bool(kinds) and (not rest or any(has_include(kind, rest, version) for kind in kinds))
    )


def includes_in_version(resource: Resource, paths: Iterable[str], version: str) -> tuple[str, ...]:
    """Those of some include paths that a version has."""
    return tuple(path for path in paths if has_include(resource, path, version))


def in_version(resource: Resource, paths: Iterable[str], version: str) -> tuple[str, ...]:
    """Those of some paths that a version has."""
    return tuple(path for path in paths if has_path(resource, path, version))


def fields_in_version(fields: Mapping[str, tuple[str, ...]], version: str) -> dict[str, tuple[str, ...]]:
    """Sparse fieldsets without what a version lacks."""
    kept = {kind: in_version(BY_TYPE[kind], names, version) for kind, names in fields.items() if kind in BY_TYPE}
    return {kind: names for kind, names in kept.items() if names and holds(BY_TYPE[kind], version)}


def _made(resource: Resource, version: str) -> Resource:
    lost = {(span.part, span.name) for span in resource.spans if not holds(span, version)}

    def kept(names: Iterable[str], part: str) -> tuple[str, ...]:
        return tuple(name for name in names if (part, name) not in lost)

    filters = (one for one in resource.filters if holds(one, version))
    return replace(
        resource,
        attributes=_attributes(resource, resource.attributes, version, kept),
        relationships=_all(resource.relationships, version),
        meta=_attributes(resource, resource.meta, version, kept),
        filters=tuple(replace(one, enum=kept(one.enum, f"filter {one.name}")) if one.enum else one for one in filters),
        sorts=kept(resource.sorts, "sorts"),
        includes=includes_in_version(resource, resource.includes, version),
        operations=kept(resource.operations, "operations"),
        columns=in_version(resource, resource.columns, version),
        lookup=in_version(resource, resource.lookup, version),
        label=in_version(resource, resource.label, version),
    )


def _attributes(
    resource: Resource, parts: Iterable[Attribute], version: str, kept: Callable[..., Any], before: str = ""
) -> tuple[Attribute, ...]:
    return tuple(_attribute(resource, part, version, kept, before) for part in _all(parts, version))


def _attribute(resource: Resource, part: Attribute, version: str, kept: Callable[..., Any], before: str) -> Attribute:
    inside = f"{part.name}."
    variants = tuple(
        replace(one, attributes=_attributes(resource, one.attributes, version, kept, inside))
        for one in _all(part.variants, version)
    )
    null = null_span(resource, before + part.name)
    taken = null is None or holds(null, version)
    nullable = part.nullable and (taken or not (null and null.until))
    clearable = part.clearable and taken
    return replace(part, variants=variants, enum=kept(part.enum, part.name), nullable=nullable, clearable=clearable)


def _all(parts: Iterable[Part], version: str) -> tuple[Part, ...]:
    return tuple(part for part in parts if holds(part, version))
