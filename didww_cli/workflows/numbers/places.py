"""Countries, regions and cities by the names that people give them, as filters by id."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from didww_cli.catalog import coverage
from didww_cli.catalog.coverage import CODE, Selected
from didww_cli.catalog.model import Resource
from didww_cli.catalog.numbers import CITIES, COUNTRIES, DID_GROUP_TYPES, NANPA_PREFIXES, REGIONS
from didww_cli.catalog.paths import near
from didww_cli.catalog.versions import holds
from didww_cli.errors import NotFound
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Record
from didww_cli.workflows.numbers.choice import Choice
from didww_cli.workflows.reading.references import given_id

REGION_OF = re.compile(r"^[A-Za-z]{2}-")
"""The country before the code of a region, which stands there since 2026-11-19 alone."""
Filters = dict[Selected, tuple[str, ...]]
"""What is selected by, with the values of which any may be."""


def places_of(lists: Client, choice: Choice) -> Filters:
    """The filters of the places of a choice; NotFound, with the nearest name, for one that there is not."""
    found: Filters = {}
    if choice.country:
        found[coverage.COUNTRY] = _ids(lists, COUNTRIES, {}, choice.country)
    if choice.region:
        found[coverage.REGION] = _ids(lists, REGIONS, _sent(found), choice.region)
    if choice.city:
        found[coverage.CITY] = _cities(lists, _sent(found), choice.city)
    return found


def _sent(filters: Filters) -> dict[str, tuple[str, ...]]:
    """The filters of a list of places, which are called as those of DID groups. The nearest place is enough."""
    return {one.group: values for one, values in list(filters.items())[-1:]}


def _ids(lists: Client, resource: Resource, filters: Mapping[str, tuple[str, ...]], name: str) -> tuple[str, ...]:
    """The ids of the places that are called so, by name or code."""
    if known := given_id(name):
        return (known,)
    records = list(lists.list(resource, ListQuery(filters)))
    return _fitting(resource, records, name) or _fail(resource, records, name)


def _cities(lists: Client, filters: Mapping[str, tuple[str, ...]], name: str) -> tuple[str, ...]:
    """The ids of the cities of a name, of which there may be several; all cities are read only to tell the nearest."""
    if known := given_id(name):
        return (known,)
    key = CITIES.lookup[0]
    if "," not in name and (found := _fitting(CITIES, lists.list(CITIES, ListQuery({**filters, key: (name,)})), name)):
        return found
    return _ids(lists, CITIES, filters, name)


def _fitting(resource: Resource, records: Iterable[Record], name: str) -> tuple[str, ...]:
    said = {name.casefold(), REGION_OF.sub("", name).casefold()} if resource is REGIONS else {name.casefold()}
    return tuple(str(one["id"]) for one in records if said & _names(resource, one))


def _names(resource: Resource, record: Record) -> set[str]:
    """What a place is called: its name, its code, and the code without that of its country."""
    code = str(record.get(CODE) or "")
    said = [*(str(record.get(key) or "") for key in resource.lookup), code, code.rpartition("-")[2]]
    return {one.casefold() for one in said}


def _fail(resource: Resource, records: Iterable[Record], name: str) -> tuple[str, ...]:
    known = [str(one[key]) for one in records for key in resource.lookup if one.get(key)]
    raise NotFound(
        f"There is no {resource.singular} {name!r} with numbers.{near(name, known)}",
        f"'didww {resource.noun} list' shows what there is.",
    )


def kinds_of(lists: Client, choice: Choice, version: Callable[[], str]) -> Filters:
    """The filter of the kind of a choice, as the version spoken has it; none where that is not known yet."""
    if not choice.kind or not (choice.country or choice.city):
        return {}
    if not holds(DID_GROUP_TYPES, version()):
        return {coverage.KIND: (choice.kind,)}
    named = coverage.kind_as_named
    ids = tuple(str(one["id"]) for one in lists.list(DID_GROUP_TYPES) if named(str(one["name"])) == choice.kind)
    return {coverage.KIND_ID: ids} if ids else {}


def prefix_of(lists: Client, choice: Choice) -> Filters:
    """The filter of single numbers by the NANPA prefix of a choice; NotFound where there is none."""
    if not choice.nanpa:
        return {}
    parts = dict(zip(coverage.NANPA_PARTS, ((choice.nanpa[:3],), (choice.nanpa[3:],)), strict=True))
    ids = tuple(str(one["id"]) for one in lists.list(NANPA_PREFIXES, ListQuery(parts)))
    if not ids:
        raise NotFound(f"There is no NANPA prefix {choice.nanpa}.", "'didww nanpa-prefixes list' shows what there is.")
    return {coverage.NANPA_ID: ids[:1]}
