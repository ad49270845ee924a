"""Dotted paths through the catalog: columns and includes, checked before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.model import DECIMAL, OBJECT, PLAIN, VARIANT, VARIANTS, Attribute, Form, Relationship, Resource
from didww_cli.errors import UsageError
from didww_cli.plain_data import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A path to a value, as typed. ``steps``: relationships on the way; ``rest``: what is read at its end.

    ``attribute`` describes the value where it is one; ``links`` is set where the path ends at a relationship.
    ``asked``: it was asked for, by a filter or an include, or it is what a change is about.
    """

    path: str
    steps: tuple[str, ...]
    rest: tuple[str, ...]
    types: tuple[str, ...]
    attribute: Attribute | None = None
    links: Relationship | None = None
    asked: bool = False

    @property
    def include(self) -> str:
        """The include path that it needs; empty where it needs none."""
        return ".".join((*self.steps, *((self.links.name,) if self.links else ())))


def column(resource: Resource, path: str) -> Column:
    """The column of a path such as ``number``, ``did_group.country.name``, ``meta.total_count``, ``filters.from``.

    UsageError naming the nearest columns where the catalog has no such path.
    """
    steps: list[str] = []
    types = [resource.type]
    here = resource
    words = path.split(".")
    while words:
        link = here.relationship(words[0])
        if link is None or not link.readable:
            attribute = _value_at(here, words)
            if attribute is None:
                before = "".join(f"{step}." for step in steps)
                raise _no_such(resource, path, "column", [before + name for name in columns_of(here)])
            return Column(path, tuple(steps), tuple(words), tuple(types), attribute)
        if len(words) == 1:
            return Column(path, tuple(steps), tuple(words), (*types, *link.to), None, link)
        here = _next(link, words[1])
        steps.append(link.name)
        types.append(here.type)
        words = words[1:]
    raise _no_such(resource, path, "column", columns_of(resource))


def _next(link: Relationship, word: str) -> Resource:
    for kind in link.to:
        if _value_at(BY_TYPE[kind], [word]) or BY_TYPE[kind].relationship(word):
            return BY_TYPE[kind]
    return BY_TYPE[link.target]


def _value_at(resource: Resource, words: list[str]) -> Attribute | None:
    """The attribute that a path leads to; inside objects anything may stand, inside variants what they have."""
    head, *rest = words
    if head in ("id", "type") and not rest:
        return Attribute(head)
    if head == "meta":
        return resource.meta_attribute(rest[0]) if len(rest) == 1 else None
    if (reckoned := resource.reckoned_as(head)) and not rest:
        return Attribute(head, DECIMAL, help=reckoned.help)
    attribute = resource.attribute(head)
    if attribute is None or not attribute.readable:
        return None
    if not rest or attribute.kind == OBJECT:
        return attribute if not rest else Attribute(".".join(words))
    if attribute.kind in (VARIANT, VARIANTS) and len(rest) == 1:
        if rest[0] == "type":
            return Attribute("type")
        return next((found for v in attribute.variants if (found := v.attribute(rest[0])) and found.readable), None)
    return None


def form_of(resource: Resource, path: str) -> Form:
    """How the API writes what stands at a path, or is compared with a filter of that name."""
    for known in (resource.filter(path), resource.composed_of(path)):
        if known and known.form:
            return known.form
    head, _, rest = path.partition(".")
    link = resource.relationship(head)
    if link and rest:
        return form_of(_next(link, rest), rest)
    attribute = resource.attribute(head)
    return attribute.form if attribute and not rest else PLAIN


def columns_of(resource: Resource) -> list[str]:
    """The columns that a resource has by itself: id, attributes, members of variants, meta and relationships."""
    names = ["id", "type"]
    for attribute in resource.attributes:
        if attribute.readable:
            names.append(attribute.name)
            if attribute.variants:
                names.append(f"{attribute.name}.type")
            members = {
                member.name for variant in attribute.variants for member in variant.attributes if member.readable
            }
            names += [f"{attribute.name}.{name}" for name in sorted(members)]
    names += [one.name for one in resource.reckoned]
    names += [f"meta.{attribute.name}" for attribute in resource.meta]
    names += [link.name for link in resource.relationships if link.readable]
    return list(dict.fromkeys(names))


def check_include(resource: Resource, path: str) -> str:
    """The include path, checked step by step against what the API allows; UsageError with the nearest ones."""
    here = [resource]
    for step in path.split("."):
        if not any(step in one.includes for one in here):
            raise _no_such(resource, path, "include", includes_of(resource))
        links = [link for one in here if (link := one.relationship(step))]
        here = [BY_TYPE[kind] for link in links for kind in link.to]
    return path


def includes_of(resource: Resource, depth: int = 2) -> list[str]:
    """The include paths of a resource, down to some depth."""
    found = []
    for name in resource.includes:
        found.append(name)
        link = resource.relationship(name)
        if depth > 1 and link:
            for kind in link.to:
                found += [f"{name}.{deeper}" for deeper in includes_of(BY_TYPE[kind], depth - 1)]
    return found


def check_sort(resource: Resource, field: str) -> str:
    """A sort field, ``-`` before it for descending; UsageError with the nearest ones."""
    if field.removeprefix("-") not in resource.sorts:
        raise _no_such(resource, field.removeprefix("-"), "sort field", list(resource.sorts))
    return field


def fieldsets(columns: Iterable[Column]) -> dict[str, tuple[str, ...]]:
    """The sparse fieldsets that hold just what the columns show; none for a type of which only id or meta is shown."""
    wanted: dict[str, dict[str, None]] = {}

    def add(kind: str, name: str) -> None:
        if name not in ("id", "type", "meta"):
            wanted.setdefault(kind, {})[name] = None

    for one in columns:
        for kind, step in zip(one.types, one.steps, strict=False):
            add(kind, step)
        kind, name = one.types[len(one.steps)], one.rest[0]
        reckoned = BY_TYPE[kind].reckoned_as(name) if kind in BY_TYPE else None
        for member in reckoned.factors if reckoned else (name,):
            add(kind, member)
        if one.links:
            for kind in one.links.to:
                for label in BY_TYPE[kind].label:
                    add(kind, label.partition(".")[0])
    return {kind: tuple(names) for kind, names in wanted.items()}


def _no_such(resource: Resource, word: str, what: str, known: list[str]) -> UsageError:
    name = resource.noun or resource.type
    return UsageError(f"{name} has no {what} {word!r}.{near(word, known)}", known_hint(what, known))


def known_hint(what: str, known: list[str]) -> str:
    """A line that names all that is known, where that is not too much to read."""
    if not known:
        return f"There is no {what} to choose."
    return f"Known: {', '.join(known)}." if len(known) <= 40 else ""


def near(word: str, known: Iterable[str]) -> str:
    """`` Did you mean x or y?``, nearest first, also by the last part of a dotted name; empty where nothing is near."""
    names = {name.casefold(): name for name in known}
    plain = word.casefold()
    last = plain.rpartition(".")[2]
    order = get_close_matches(plain, names, n=3, cutoff=0.6)
    order += [name for name in names if last and name.rpartition(".")[2] == last]
    order += [name for name in names if len(last) > 3 and (last in name or name in last)]
    order += get_close_matches(plain, names, n=2, cutoff=0.45)
    found = [names[name] for name in dict.fromkeys(order)]
    return f" Did you mean {' or '.join(found[:3])}?" if found else ""


def read(record: Any, path: Iterable[str]) -> Any:
    """The value at a path in a flat record, also of what is reckoned; None where it is missing. Lists are read item by
    item.
    """
    value = record
    for step in path:
        if isinstance(value, list):
            value = [read(item, (step,)) for item in value]
        elif isinstance(value, dict):
            inner = value.get("attributes")
            held = inner if step not in value and isinstance(inner, dict) else value
            value = held[step] if step in held else _reckoned(value, step)
        else:
            return None
    return value


def _reckoned(record: Any, name: str) -> str | None:
    """The value of a column that is made of attributes of a record; None where it is none."""
    resource = BY_TYPE.get(str(record.get("type")))
    found = resource.reckoned_as(name) if resource and resource.reckoned else None
    if not found:
        return None
    from didww_cli.catalog.amounts import product

    return product(record.get(factor) for factor in found.factors)


def with_reckoned(record: dict[str, Any], columns: Iterable[Column]) -> dict[str, Any]:
    """A flat record with what is reckoned of it, or of what it is linked to, for some columns."""
    for one in columns:
        kind = BY_TYPE.get(one.types[len(one.steps)]) if one.types else None
        if kind and kind.reckoned_as(one.rest[0]):
            holders = read(record, one.steps)
            for holder in holders if isinstance(holders, list) else [holders]:
                if isinstance(holder, dict):
                    holder[one.rest[0]] = read(holder, one.rest)
    return record
