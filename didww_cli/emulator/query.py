"""The query of a request, read and checked against the catalog: what is unknown is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from didww_cli.catalog import BY_TYPE, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAXIMUM, page_size_maximum
from didww_cli.catalog.model import Resource
from didww_cli.catalog.versions import at, holds
from didww_cli.emulator import problems

Pairs = tuple[tuple[str, str], ...]
_MEMBER = re.compile(r"(filter|fields|page)\[([^\[\]]*)\]\Z")


@dataclass(frozen=True, slots=True)
class Query:
    """What a reading request asks for. ``page`` is number and size; ``fields`` the names wanted of a type."""

    filters: Pairs = ()
    sorts: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    fields: dict[str, frozenset[str]] = field(default_factory=dict)
    page: tuple[int, int] = (1, PAGE_SIZE_DEFAULT)


def parse(resource: Resource, pairs: Pairs, version: str, *, many: bool) -> Query:
    """Reads the query of a request for one resource or, with ``many``, for a list; Problem 400 where it is wrong."""
    plain, members = _split(pairs)
    _refuse_unknown(plain, members, many)
    return Query(
        filters=tuple(_filters(resource, members["filter"])),
        sorts=tuple(_sorts(resource, plain.get("sort", ""))),
        includes=tuple(_includes(resource, plain.get("include", ""), version)),
        fields={type_: _fields(type_, names, version) for type_, names in members["fields"].items()},
        page=_page(resource, members["page"], version) if many else (1, 1),
    )


def _split(pairs: Pairs) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    plain: dict[str, str] = {}
    members: dict[str, dict[str, str]] = {"filter": {}, "fields": {}, "page": {}}
    for key, value in pairs:
        found = _MEMBER.match(key)
        if found:
            members[found[1]][found[2]] = value
        else:
            plain[key] = value
    return plain, members


def _refuse_unknown(plain: dict[str, str], members: dict[str, dict[str, str]], many: bool) -> None:
    allowed = {"include", "sort"} if many else {"include"}
    for key in plain:
        if key.startswith("filter"):
            raise problems.bad_request("Invalid filters syntax", f"{key} is not a valid syntax for filtering.", "120")
        if key.startswith("fields"):
            raise problems.bad_request("Invalid field format", "Fields must specify a type.", "119")
        if key not in allowed:
            raise problems.param_not_allowed(key)
    for member in () if many else ("filter", "page"):
        for name in members[member]:
            raise problems.param_not_allowed(f"{member}[{name}]")


def _filters(resource: Resource, given: dict[str, str]) -> Iterable[tuple[str, str]]:
    for name, value in given.items():
        if resource.filter(name) is None:
            raise problems.filter_not_allowed(name)
        yield name, value


def _sorts(resource: Resource, text: str) -> Iterable[str]:
    for name in _names(text):
        if name.removeprefix("-") not in resource.sorts:
            raise problems.invalid_sort(name.removeprefix("-"), resource.type)
        yield name


def _includes(resource: Resource, text: str, version: str) -> Iterable[str]:
    for path in _names(text):
        _check_include([resource], path, version)
        yield path


def _check_include(holders: list[Resource], path: str, version: str) -> None:
    head, _, rest = path.partition(".")
    if not any(head in holder.includes for holder in holders):
        raise problems.invalid_include(head, holders[0].type)
    if rest:
        targets = [type_ for holder in holders for type_ in _targets(holder, head)]
        _check_include([at(BY_TYPE[type_], version) for type_ in targets], rest, version)


def _targets(holder: Resource, name: str) -> tuple[str, ...]:
    relationship = holder.relationship(name)
    return relationship.to if relationship else ()


def _fields(type_: str, text: str, version: str) -> frozenset[str]:
    known = BY_TYPE.get(type_)
    if known is None or not holds(known, version):
        raise problems.invalid_resource(type_)
    resource = at(known, version)
    names = frozenset(_names(text))
    for name in sorted(names):
        member = resource.attribute(name) or resource.relationship(name)
        if name != "id" and (member is None or not member.readable):
            raise problems.invalid_field(name, type_)
    return names


def _page(resource: Resource, given: dict[str, str], version: str) -> tuple[int, int]:
    """Number and size of the page; lists without pages ignore both, as DIDWW's own client libraries send them."""
    if not resource.paginated:
        return 1, PAGE_SIZE_MAXIMUM
    for name in given:
        if name not in ("number", "size"):
            raise problems.page_not_allowed(name)
    number = _whole(given.get("number", "1"), "number", None)
    most = page_size_maximum(resource, version)
    return number, _whole(given.get("size", str(PAGE_SIZE_DEFAULT)), "size", most)


def _whole(text: str, name: str, maximum: int | None) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) < 1 or (maximum and int(text) > maximum):
        raise problems.invalid_page(text, name)
    return int(text)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]
