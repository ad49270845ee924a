"""What a version of the API changed: what came and what went, and what it bounds, made from the rest of the catalog."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from didww_cli.catalog import PAGE_SIZE_MAXIMUM, RESOURCES, bounds, page_size_maximum, rules
from didww_cli.catalog.model import NULL, Attribute, Resource
from didww_cli.catalog.orders import EXPORT_CHOICES, EXPORTS
from didww_cli.catalog.versions import Lasting
from didww_cli.plain_data import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """What came or went with a version. ``part``: what it is a part of its type as; ``name``: empty for the type."""

    type: str
    part: str
    name: str
    change: str
    version: str


def changes_with(version: str) -> Iterable[Difference]:
    """All that came with a version, and all that went with it, type by type."""
    for resource in RESOURCES:
        whole = _change(resource, version)
        if whole:
            yield Difference(resource.type, "type", "", whole, version)
        for part, name, one in () if whole else _parts(resource):
            if change := _change(one, version):
                yield Difference(resource.type, part, name, change, version)
        if version == bounds.SINCE and whole != "went":
            for part, name in _bounds(resource, version):
                yield Difference(resource.type, part, name, "came", version)


def _change(part: Lasting, version: str) -> str:
    return "came" if part.since == version else "went" if part.until == version else ""


def _parts(resource: Resource) -> Iterable[tuple[str, str, Lasting]]:
    for attribute in (*resource.attributes, *resource.meta):
        yield "attribute", attribute.name, attribute
        yield from _shapes(attribute)
    for link in resource.relationships:
        yield "relationship", link.name, link
        if link.name in resource.includes:
            yield "include", link.name, link
    for one in resource.filters:
        yield "filter", one.name, one
    for span in resource.spans:
        yield SPAN_WORDS.get(span.part, f"value of {span.part}"), span.name, span
    for kind, keys in EXPORT_CHOICES.items() if resource.type == EXPORTS.type else ():
        for key in keys:
            yield f"filter of {kind}", key.name, key


def _shapes(attribute: Attribute) -> Iterator[tuple[str, str, Lasting]]:
    for variant in attribute.variants:
        yield f"shape of {attribute.name}", variant.type, variant
        for member in variant.attributes:
            yield f"attribute of {variant.type}", member.name, member
        for need in variant.needs:
            yield f"need of {variant.type}", need.member, need


SPAN_WORDS = {"sorts": "sort", "operations": "operation", NULL: "null"}


def _bounds(resource: Resource, version: str) -> Iterator[tuple[str, str]]:
    """What is bounded since there are bounds, and what decides about what."""
    most = page_size_maximum(resource, version)
    if resource.paginated and most != PAGE_SIZE_MAXIMUM:
        yield f"bound: {most} in a page", ""
    for path, bound in bounds.BOUNDS.get(resource.type, {}).items():
        yield f"bound: {bound}", path
    if names := bounds.EXACTLY_ONE.get(resource.type):
        yield "exactly one", " or ".join(names)
    for rule in rules.TYPES.get(resource.type, ()):
        yield f"rule: {rule}", rule.name
    for attribute in resource.attributes:
        for variant in attribute.variants:
            for name, bound in bounds.SHAPES.get(variant.type, {}).items():
                yield f"bound of {variant.type}: {bound}", name
            for rule in rules.SHAPES.get(variant.type, ()):
                yield f"rule: {rule}", f"{attribute.name}.{rule.name}"
