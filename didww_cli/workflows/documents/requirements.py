"""What DIDWW asks for before some numbers work, or before emergency calls from them do: found, and told as data."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from didww_cli.catalog import BY_TYPE, request_about, requirements
from didww_cli.catalog.coverage import kind_as_named
from didww_cli.catalog.links import label
from didww_cli.catalog.model import Resource
from didww_cli.catalog.numbers import CITIES, COUNTRIES, DID_GROUPS, DIDS
from didww_cli.catalog.paths import read
from didww_cli.catalog.requirements import ADDRESS_RULES, Rules, Side
from didww_cli.errors import Ambiguous, NetworkFailure, OutcomeUnknown, Refused
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Record, records
from didww_cli.workflows.reading.references import resolve
from didww_cli.workflows.writing.door import Door
from didww_cli.workflows.writing.request import Request


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which numbers it is about: of a country and kind, and of one DID group where that is known."""

    called: str
    country: Record
    kind: str
    group: Record | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form to fill in, and where the blank one is."""

    name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of an identity or address. ``place``: where it must be; ``documents`` of ``types`` in all."""

    place: str
    fields: list[str]
    documents: int
    types: list[str]
    form: Form | None
    each_time: Form | None


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a requirement asks for. ``people``: of each kind of identity that is accepted."""

    id: str
    type: str
    name: str
    people: Mapping[str, Asked]
    address: Asked
    service_description: bool
    limits: str
    setup_time: str | None
    setup_price: str | None
    monthly_price: str | None


def record_of(client: Client, resource: Resource, identifier: str, include: Sequence[str]) -> Record:
    """One record with what is included."""
    query = ListQuery(include=tuple(include))
    return records(client.get(resource, identifier, query), query.tree)[0]


def numbers_of_did(client: Client, reference: str) -> Numbers:
    """A number of the account."""
    inside = tuple(f"{requirements.GROUP}.{one}" for one in requirements.OF_GROUP)
    did = record_of(client, DIDS, resolve(client, DIDS, [reference])[0], inside)
    return numbers_of(label(did, DIDS), linked(did, requirements.GROUP))


def numbers_of_group(client: Client, reference: str) -> Numbers:
    """The numbers of a DID group."""
    group = record_of(client, DID_GROUPS, resolve(client, DID_GROUPS, [reference])[0], requirements.OF_GROUP)
    return numbers_of("", group)


def numbers_of_country(client: Client, reference: str, kind: str) -> Numbers:
    """The numbers of a country and kind."""
    country = record_of(client, COUNTRIES, resolve(client, COUNTRIES, [reference])[0], ())
    return Numbers(f"{kind} numbers of {label(country, COUNTRIES)}", country, kind)


def numbers_of(number: str, group: Record | None) -> Numbers:
    """The numbers of a DID group; ``number``: the one of them that is meant, if any."""
    if group is None:
        raise NetworkFailure(f"The server names no {DID_GROUPS.singular} of {number}.")
    country, kind = linked(group, requirements.PLACED[0]), _kind(group)
    if country is None or not kind:
        raise NetworkFailure(f"The server does not say of which country and kind the numbers of {group['id']} are.")
    place = group.get(requirements.AREA_NAME)
    return Numbers(number or f"{kind} numbers of {place}, {label(country, COUNTRIES)}", country, kind, group)


def linked(record: Record, name: str) -> Any:
    """What a relationship leads to, None for nothing; NetworkFailure where the server left it out."""
    if name not in record:
        raise NetworkFailure(f"The server did not say what the {name} of {record.get('type')} {record.get('id')} is.")
    return record[name]


def _kind(record: Record) -> str:
    """The kind of number that a DID group or requirement is about, in the words of the newer version."""
    said = [read(record, path.split(".")) for path in requirements.NUMBER_TYPE]
    return kind_as_named(str(next((one for one in said if one), "")))


def requirement_of(client: Client, rules: Rules, numbers: Numbers) -> Record | None:
    """What is asked for some numbers; None where DIDWW lists nothing. Ambiguous where it lists several."""
    resource = BY_TYPE[rules.type]
    if rules is ADDRESS_RULES and numbers.group:
        named = linked(numbers.group, requirements.RULES_OF_GROUP)
        return record_of(client, resource, str(named["id"]), rules.include) if named else None
    query = ListQuery({requirements.COUNTRY_FILTER: (str(numbers.country["id"]),)}, include=rules.include)
    found = [one for one in client.list(resource, query) if _kind(one) == numbers.kind]
    if len(found) > 1:
        listed = "\n".join(f"  didww {resource.noun} get {one['id']}" for one in found)
        raise Ambiguous(f"There are {len(found)} of them for {numbers.called}:\n{listed}", "Name a number with --did.")
    return found[0] if found else None


def told(record: Record, rules: Rules) -> Requirement:
    """What a requirement asks for, as data."""
    accepted = record.get(requirements.KIND)
    people = {
        kind: _asked(record, side)
        for kind, side in rules.people.items()
        if accepted in (requirements.ANY, kind) and record.get(side.level) is not None
    }
    prices = [_text(record, path) for path in (rules.setup_price, rules.monthly_price)]
    return Requirement(
        str(record["id"]),
        rules.type,
        label(record, BY_TYPE[rules.type]),
        people,
        _asked(record, rules.address),
        bool(_value(record, rules.description)),
        plain(_text(record, rules.limits) or ""),
        _text(record, rules.setup_time),
        *prices,
    )


def _asked(record: Record, side: Side) -> Asked:
    fields, types = _value(record, side.fields), linked(record, side.types) if side.types else []
    return Asked(
        str(record.get(side.level) or ""),
        [requirements.field_named(str(one)) for one in fields or ()],
        int(_value(record, side.quantity) or 0),
        [str(one.get(requirements.NAME) or one["id"]) for one in types],
        _form(record, side.form),
        _form(record, side.each_time),
    )


def _form(record: Record, name: str) -> Form | None:
    found = linked(record, name) if name else None
    return Form(str(found.get(requirements.NAME) or found["id"]), found.get(requirements.URL)) if found else None


def _value(record: Record, path: str) -> Any:
    return read(record, path.split(".")) if path else None


def _text(record: Record, path: str) -> str | None:
    value = _value(record, path)
    return None if value is None else str(value)


def plain(text: str) -> str:
    """A text without the HTML that DIDWW writes into some, its lines kept."""
    found = html.unescape(re.sub(r"<[^<>]*>", "", re.sub(r"(?i)<br\s*/?>\s*", "\n", text)))
    lines = (" ".join(line.split()) for line in found.splitlines())
    return "\n".join(line for line in lines if line)


def validation(requirement: Requirement, held: Mapping[str, str]) -> Request:
    """The request that asks whether an identity and an address fulfil a requirement: ``held`` are their ids by type."""
    resource = request_about(requirement.type)
    ids = {requirement.type: requirement.id, **held}
    links = {
        link.name: {"data": {"type": link.target, "id": ids[link.target]}}
        for link in resource.relationships
        if link.target in ids
    }
    return Request("POST", resource.path, {"data": {"type": resource.type, "relationships": links}})


def place_near(client: Client, numbers: Numbers, level: str) -> Record | None:
    """The city or area in which an address must be for some numbers; None where that is not known."""
    city = numbers.group.get(requirements.CITY) if numbers.group and level in requirements.NEAR else None
    if not city or level == requirements.CITY:
        return city
    found: Record | None = record_of(client, CITIES, str(city["id"]), (requirements.AREA,)).get(requirements.AREA)
    return found


def complaints(door: Door, request: Request) -> Refused | None:
    """Ask whether a requirement is fulfilled; what DIDWW misses, None where it misses nothing. It keeps nothing, so
    that an answer that is lost is no unknown outcome.
    """
    try:
        door.send(request)
    except OutcomeUnknown as error:
        raise NetworkFailure(
            f"Whether the requirement is fulfilled was not answered: {error.reason or error.message}",
            "Nothing was handed in: a check changes nothing. Repeat the command.",
        ) from None
    except Refused as error:
        if error.status != 422:
            raise
        return error
    return None
