"""Filters as people type them, checked against the catalog, turned into those that the API has.

``country.iso=US`` or ``area_name=Acapulco`` on DIDs is looked up first and sent as ``country.id`` or ``did_group.id``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from didww_cli.catalog import BY_TYPE, versions
from didww_cli.catalog.forms import is_digits
from didww_cli.catalog.links import ANY, NONE
from didww_cli.catalog.model import BOOLEAN, DATE, DATETIME, INTEGER, STRING, Filter, Resource
from didww_cli.catalog.paths import check_include, column, form_of, near
from didww_cli.errors import UsageError
from didww_cli.jsonapi.client import Client, ListQuery, Page
from didww_cli.jsonapi.documents import Record
from didww_cli.plain_data import dataclass
from didww_cli.workflows.reading.references import BATCH, find, given_id, known_names, sent_form
from didww_cli.workflows.reading.selecting import WILD, Linked, Matched, readable_by, selected, selectors_of
from didww_cli.workflows.reading.times import as_filter, parse_time

Tell = Callable[[str], None]

RANGES = ("_gteq", "_lteq")
ENDINGS = re.compile(r"(_gteq|_lteq|_contains|_in|\.id)$")
"""What stands behind the name of a member in that of a filter."""
TRUTHS = {"true": "true", "yes": "true", "false": "false", "no": "false", "": ""}


@dataclass(frozen=True, slots=True)
class Sent:
    """A filter that the API has."""

    key: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """An attribute that the API has no filter for: compared here, over the whole list."""

    attribute: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A resource by its name or id."""

    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A filter by ids of another type, which are found first by a condition on that type."""

    key: str
    target: str
    condition: Condition


Condition = Sent | Compared | Named | LookedUp | Linked | Matched


def parse_filters(resource: Resource, texts: Iterable[str]) -> list[Condition]:
    """The conditions of some ``KEY=VALUE``; the same key twice, or a comma, means any of the values.

    UsageError with the nearest keys or values for what the API does not know. Nothing is sent.
    """
    given: dict[str, list[str]] = {}
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals or not key.strip():
            raise UsageError(f"--filter {text!r} is not KEY=VALUE.", "For example: --filter status=completed")
        given.setdefault(key.strip(), []).extend(part.strip() for part in value.split(","))
    return [_condition(resource, key, tuple(values)) for key, values in given.items()]


def named_in(resource: Resource, conditions: Iterable[Condition]) -> list[versions.Named]:
    """What some conditions name of the API, as far as some versions lack it."""
    found: list[versions.Named] = []
    for condition in conditions:
        if isinstance(condition, Compared | Linked | Matched):
            path = condition.attribute if isinstance(condition, Compared) else condition.member
            found += versions.named_in_path(resource, path)
        elif isinstance(condition, Sent | LookedUp):
            known = resource.filter(condition.key)
            found += versions.named(f"filter {condition.key} of {versions.named_as(resource)}", known)
        if isinstance(condition, Sent):
            for value in condition.values:
                found += versions.named_span(resource, f"filter {condition.key}", value)
        if isinstance(condition, LookedUp):
            found += versions.named_type(BY_TYPE[condition.target])
            found += named_in(BY_TYPE[condition.target], [condition.condition])
    return found


def places_of(resource: Resource, conditions: Iterable[Condition], sorts: Iterable[str] = ()) -> list[str]:
    """The paths of the columns in which one sees what conditions and sort fields name, as far as records hold it."""
    found = [_place(resource, condition) for condition in conditions]
    for name in sorts:
        head, _, rest = name.removeprefix("-").partition(".")
        link = resource.relationship(head)
        found.append(_seen_in(BY_TYPE[link.target], head, rest) if link else name.removeprefix("-"))
    return list(dict.fromkeys(path for path in found if path and _is_shown(resource, path)))


def _place(resource: Resource, condition: Condition) -> str:
    if isinstance(condition, Linked | Matched):
        return condition.member
    if isinstance(condition, Compared):
        return condition.attribute
    if isinstance(condition, Named):
        return ""
    known = resource.filter(condition.key)
    path = ENDINGS.sub("", known.path or known.name) if known else ""
    if isinstance(condition, LookedUp):
        target = BY_TYPE[condition.target]
        path = _seen_in(target, path, _place(target, condition.condition))
    return path


def _seen_in(target: Resource, path: str, inner: str) -> str:
    """The column of something of a related resource: that of the resource where it is a name of it, or not in it."""
    is_name = inner in (*target.label, *target.lookup)
    return path if is_name or not _is_shown(target, inner) else f"{path}.{inner}"


def _is_shown(resource: Resource, path: str) -> bool:
    """Whether records can be read with what stands at a path."""
    try:
        include = column(resource, path).include
        return not include or bool(check_include(resource, include))
    except UsageError:
        return False


class UnknownFilter(UsageError):
    """A key that a type cannot be filtered by, nor any one type related to it. ``type``: that type."""

    def __init__(self, kind: str, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.type = kind


def _condition(resource: Resource, key: str, values: tuple[str, ...]) -> Condition:
    if here := _selected_here(resource, key, values):
        return here
    known = resource.filter(key)
    if known:
        return Sent(key, tuple(_checked(resource, known, value) for value in values))
    head, dot, rest = key.partition(".")
    link = resource.filter(f"{head}.id")
    if link and link.to:
        inner = _inner(resource, BY_TYPE[link.to], rest, values, key) if dot else Named(values)
        return LookedUp(link.name, link.to, inner)
    owners = [] if dot else _owners(resource, key)
    if len(owners) == 1:
        return LookedUp(owners[0].name, owners[0].to, _inner(resource, BY_TYPE[owners[0].to], key, values, key))
    if owners:
        choice = ", ".join(f"{owner.name.removesuffix('.id')}.{key}" for owner in owners)
        name = resource.noun or resource.type
        raise UnknownFilter(
            resource.type,
            f"{name} has no filter {key!r} itself; several related types have one.",
            f"Say which: {choice}.",
        )
    raise _unknown(resource, key)


def _selected_here(resource: Resource, key: str, values: tuple[str, ...]) -> Linked | Matched | None:
    """The condition of a relationship that is ``none`` or ``any``, or of a pattern with ``*``; None for any other."""
    link, attribute = resource.relationship(key), resource.attribute(key)
    if link and link.readable and key in resource.includes and {NONE, ANY} & set(values):
        if len(values) > 1:
            raise UsageError(f"--filter {key}={','.join(values)}: {NONE} and {ANY} stand alone.")
        return Linked(key, values[0] == ANY)
    if attribute and attribute.kind == STRING and attribute.readable and not attribute.enum and WILD in "".join(values):
        form = form_of(resource, key)
        return Matched(key, tuple(WILD.join(sent_form(form, part) for part in value.split(WILD)) for value in values))
    return None


def _inner(resource: Resource, target: Resource, key: str, values: tuple[str, ...], typed: str) -> Condition:
    attribute = target.attribute(key)
    if attribute and attribute.readable and not target.filter(key):
        return Compared(key, values)
    try:
        return _condition(target, key, values)
    except UnknownFilter as error:
        if error.type != target.type:
            raise
        raise _unknown(resource, typed) from None


def _owners(resource: Resource, key: str) -> list[Filter]:
    """The ``.id`` filters whose type has the key: those of relationships, else those of what lies further off."""
    links = [one for one in resource.filters if one.to and one.name.count(".") == 1 and _has(BY_TYPE[one.to], key)]
    near_by = [one for one in links if resource.relationship(one.name.removesuffix(".id"))]
    return near_by or links


def _has(resource: Resource, key: str) -> bool:
    return resource.filter(key) is not None or resource.attribute(key) is not None


def _unknown(resource: Resource, key: str) -> UnknownFilter:
    known = filter_keys(resource)
    reason = ""
    head = key.partition(".")[0]
    if resource.relationship(head) and not resource.filter(f"{head}.id"):
        reason = f" The API has no filter by {head}."
    return UnknownFilter(
        resource.type,
        f"{resource.noun or resource.type} has no filter {key!r}.{reason}{near(key, known)}",
        f"'didww schema {resource.type}' lists them all.",
    )


def filter_keys(resource: Resource) -> list[str]:
    """The keys that a list of the resource can be filtered by: the API's own, then those that are looked up."""
    keys = [one.name for one in resource.filters]
    for one in resource.filters:
        if one.to and one.name.count(".") == 1:
            head, target = one.name.removesuffix(".id"), BY_TYPE[one.to]
            names = [*(f.name for f in target.filters if "." not in f.name), *(a.name for a in target.attributes)]
            keys += [f"{head}.{name}" for name in dict.fromkeys(names) if name != "id"]
    return list(dict.fromkeys(keys))


def _checked(resource: Resource, known: Filter, value: str) -> str:
    """A value in the form that the filter takes; UsageError where it cannot be one."""
    if value == "":
        return value
    if known.enum and value not in known.enum:
        raise UsageError(
            f"{known.name} is never {value!r}.{near(value, known.enum)}", f"It is one of {', '.join(known.enum)}."
        )
    if known.kind == BOOLEAN:
        if value.lower() not in TRUTHS:
            raise UsageError(f"{known.name} is true or false, not {value!r}.")
        return TRUTHS[value.lower()]
    if known.kind == INTEGER and not is_digits(value.removeprefix("-")):
        raise UsageError(f"{known.name} is a whole number, not {value!r}.")
    if known.kind == DATETIME or (known.name.endswith(RANGES) and known.kind != INTEGER):
        return as_filter(parse_time(value))
    if known.kind == DATE:
        return parse_time(value).date().isoformat()
    return sent_form(form_of(resource, known.name), value)


def sent_filters(
    client: Client, resource: Resource, conditions: Sequence[Condition], tell: Tell = lambda text: None
) -> list[Mapping[str, tuple[str, ...]]]:
    """The filters to send, look-ups done: one set for each request that is needed, none where nothing can match.

    Several are needed where a look-up finds more ids than fit into one URL. ``tell`` takes what is worth a word: names
    that nothing bears, and that a whole list is read since the API cannot select so.
    """
    whole: dict[str, list[str]] = {}
    for condition in conditions:
        if isinstance(condition, LookedUp):
            key, values = condition.key, _ids(client, BY_TYPE[condition.target], condition.condition, tell)
        elif isinstance(condition, Linked | Matched):
            sent = _beforehand(resource, condition)
            if sent is None:
                tell(f"The API has no filter for {condition}: the list is read and selected here.")
                continue
            key, values = sent
        else:
            assert isinstance(condition, Sent)
            key, values = condition.key, list(condition.values)
        whole[key] = [value for value in whole[key] if value in values] if key in whole else values
        if not whole[key]:
            return []
    return _split(whole)


def _beforehand(resource: Resource, condition: Linked | Matched) -> tuple[str, list[str]] | None:
    """The API's own filter that lets through all that a condition fits, and more; None where it has none."""
    key = f"{condition.member}_contains"
    part = condition.part if isinstance(condition, Matched) else ""
    return (key, [part]) if part and "," not in part and resource.filter(key) else None


def _ids(client: Client, target: Resource, condition: Condition, tell: Tell) -> list[str]:
    if isinstance(condition, Named):
        by_id = [found for reference in condition.references if (found := given_id(reference))]
        names = [reference for reference in condition.references if not given_id(reference)]
        found_by_name = find(client, target, names) if names else {}
        for name in (name for name in names if not found_by_name[name]):
            tell(unknown_name(client, target, target.lookup, name))
        return list(dict.fromkeys([*by_id, *(str(r["id"]) for records in found_by_name.values() for r in records)]))
    if isinstance(condition, Compared):
        form = form_of(target, condition.attribute)
        wanted = {sent_form(form, value).casefold() for value in condition.values}
        return [
            str(record["id"])
            for record in client.list(target)
            if str("" if record.get(condition.attribute) is None else record[condition.attribute]).casefold() in wanted
        ]
    sent = sent_filters(client, target, [condition], tell)
    ids = [str(record["id"]) for filters in sent for record in fitting(client, target, filters, [condition])]
    if not ids:
        tell_unknown(client, target, [condition], tell)
    return ids


def tell_unknown(client: Client, resource: Resource, conditions: Sequence[Condition], tell: Tell) -> None:
    """Tell the names that some conditions, which nothing fits, ask for and that nothing bears."""
    for condition in conditions:
        if isinstance(condition, Sent) and condition.key in resource.lookup:
            found = list(client.list(resource, ListQuery({condition.key: condition.values})))
            for value in condition.values if not found else ():
                tell(unknown_name(client, resource, (condition.key,), value))


def fitting(
    client: Client, resource: Resource, filters: Mapping[str, tuple[str, ...]], conditions: Sequence[Condition]
) -> Iterator[Record]:
    """The records of a list that some conditions fit, of which ``filters`` is what is sent."""
    for page in fitting_pages(client, resource, ListQuery(filters), conditions):
        yield from page.records


def fitting_pages(
    client: Client, resource: Resource, query: ListQuery, conditions: Sequence[Condition]
) -> Iterator[Page]:
    """The pages of a list with what some conditions fit, of which the filters of the query are what is sent."""
    selectors = selectors_of(conditions)
    for page in client.pages(resource, readable_by(query, resource, selectors)):
        yield selected(page, selectors)


def unknown_name(client: Client, resource: Resource, keys: Sequence[str], name: str) -> str:
    """That nothing is called so, with the nearest names of what there is."""
    return f"There is no {resource.singular} {name!r}.{near(name, known_names(client, resource, keys))}"


def _split(whole: Mapping[str, list[str]]) -> list[Mapping[str, tuple[str, ...]]]:
    longest = max(whole, key=lambda key: len(whole[key]), default=None)
    if longest is None or len(whole[longest]) <= BATCH:
        return [{key: tuple(values) for key, values in whole.items()}]
    parts = [whole[longest][start : start + BATCH] for start in range(0, len(whole[longest]), BATCH)]
    return [{**{key: tuple(values) for key, values in whole.items()}, longest: tuple(part)} for part in parts]
