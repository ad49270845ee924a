"""The filters of a list, as tests of a record; their values are checked before any record is looked at."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from didww_cli.catalog.model import BOOLEAN, DATE, DATETIME, INTEGER, Filter, Kind, Resource
from didww_cli.emulator import problems
from didww_cli.emulator.clock import parse
from didww_cli.emulator.derived import name_at, values
from didww_cli.emulator.query import Query
from didww_cli.emulator.state import Record, State

Test = Callable[[Record], bool]
Match = Callable[[Any], bool]
_SUFFIXES = ("_contains", "_gteq", "_lteq", "_in")
_BOOLEANS = {"true": True, "1": True, "t": True, "false": False, "0": False, "f": False}
_CASELESS = frozenset(
    {("countries", "name"), ("regions", "name"), ("cities", "name"), ("areas", "name"), ("did_groups", "area_name")}
)
_COVERAGE = frozenset(
    {
        "city.id",
        "country.id",
        "did_group.id",
        "did_group_type.id",
        "did_group.number_type",
        "nanpa_prefix.id",
        "region.id",
    }
)
HISTORY_DAYS = 90


def select(state: State, resource: Resource, query: Query, now: Any, version: str) -> Iterable[Record]:
    """The records that pass all filters, in their tables' order; Problem 400 for a value of the wrong kind."""
    _check_together(resource, query, now)
    wanted = dict(query.filters)
    records = _indexed(state, resource, wanted)
    tests = [_test(state, resource, resource.filter(name), text, version) for name, text in wanted.items()]
    return [record for record in records if all(test(record) for test in tests)] if tests else records


def _indexed(state: State, resource: Resource, wanted: dict[str, str]) -> Iterable[Record]:
    """As few records as an index gives; a large account is searched by id, number or one link this way."""
    if "id" in wanted:
        found = (state.get(resource.type, identifier) for identifier in dict.fromkeys(_split(wanted["id"])))
        return [record for record in found if record]
    for name, text in wanted.items():
        key = name.removesuffix(".id")
        stored = resource.type == "dids" and (name == "number" or (key != name and resource.relationship(key)))
        if stored and "" not in _split(text) and key != "identity":
            index = state.index(resource.type, key)
            return [record for value in dict.fromkeys(_split(text)) for record in index.get(value, [])]
    return state.all(resource.type)


def _check_together(resource: Resource, query: Query, now: Any) -> None:
    wanted = dict(query.filters)
    digits = [c for c in wanted.get("number_contains", "000") if c.isdigit()]
    if resource.type == "available_dids" and len(digits) < 3 and not _COVERAGE & wanted.keys():
        detail = "number_contains needs at least 3 digits or a coverage filter."
        raise problems.bad_request("Invalid filter value", detail, "107")
    if resource.type == "did_history":
        for name in ("created_at_gteq", "created_at_lteq"):
            if wanted.get(name) and _moment(wanted[name], name) < now - timedelta(days=HISTORY_DAYS):
                detail = f"Date must be within the last {HISTORY_DAYS} days."
                raise problems.bad_request("Invalid filter value", detail, "107")


def _test(state: State, resource: Resource, known: Filter | None, text: str, version: str) -> Test:
    assert known is not None
    base, suffix = _parts(resource, known)
    base = name_at(resource.type, base, version)
    match = _match(known, suffix, text, (resource.type, known.name) in _CASELESS)
    return lambda record: any(match(value) for value in values(state, record, known.path or base))


def _parts(resource: Resource, known: Filter) -> tuple[str, str]:
    for suffix in _SUFFIXES:
        if known.name.endswith(suffix) and resource.attribute(known.name) is None:
            return known.name.removesuffix(suffix), suffix
    return known.name, ""


def _match(known: Filter, suffix: str, text: str, caseless: bool) -> Match:
    if suffix == "_contains":
        return lambda value: value is not None and text.casefold() in str(value).casefold()
    if suffix in ("_gteq", "_lteq"):
        return _bound(known, suffix, text)
    wanted = {_read(known, part) for part in _split(text)}
    if caseless:
        wanted = {part.casefold() if isinstance(part, str) else part for part in wanted}
    return lambda value: _same(value, caseless) in wanted


def _same(value: Any, caseless: bool) -> Any:
    if value is None or value == "":
        return None
    return value.casefold() if caseless else value


def _bound(known: Filter, suffix: str, text: str) -> Match:
    compare = operator.ge if suffix == "_gteq" else operator.le
    if known.kind == DATETIME:
        limit = _moment(text, known.name)
        return lambda value: value is not None and bool(compare(parse(value), limit))
    number = _read(known, text)
    return lambda value: value is not None and number is not None and bool(compare(value, number))


def _read(known: Filter, text: str) -> Any:
    """One value of a filter in the type of what it is compared with; None for a blank one."""
    if text == "":
        return None
    if known.enum and text not in known.enum:
        raise problems.invalid_filter_value(text, known.name)
    read = _READERS.get(known.kind)
    return read(text, known.name) if read else text


def _boolean(text: str, name: str) -> bool:
    if text.lower() not in _BOOLEANS:
        raise problems.invalid_filter_value(text, name)
    return _BOOLEANS[text.lower()]


def _integer(text: str, name: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise problems.invalid_filter_value(text, name) from None


def _moment(text: str, name: str) -> Any:
    try:
        return parse(text)
    except ValueError:
        raise problems.invalid_filter_value(text, name) from None


def _date(text: str, name: str) -> str:
    return str(_moment(text, name).date().isoformat())


_READERS: dict[Kind, Callable[[str, str], Any]] = {BOOLEAN: _boolean, INTEGER: _integer, DATE: _date}


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")]
