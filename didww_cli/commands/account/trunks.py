"""``list`` of a family, such as ``didww trunks list``; ``didww trunks out regenerate-credentials``."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from didww_cli.catalog import joined, request_about
from didww_cli.catalog.formats import Format
from didww_cli.catalog.model import Attribute, Family, Resource
from didww_cli.catalog.paths import Column, column
from didww_cli.commands.asking import confirm, dry_run_option, show_requests, yes_option
from didww_cli.commands.show import by_heading, show_list, split_names, tell_nothing
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument
from didww_cli.commands.verbs.listing import asked_for, list_options
from didww_cli.errors import Refused, UsageError

if TYPE_CHECKING:
    from didww_cli.workflows.reading.listing import Listing, Reader

DIRECTION = Column("direction", (), ("direction",), (), Attribute("direction"))


def list_joined(family: Family) -> Command:
    """Lists both directions; filters, columns and sort fields are those that both have."""
    directions = joined(family)
    usual = [DIRECTION, *(column(directions[family.joined[0]], path) for path in family.columns)]

    def run(state: State, **values: Any) -> None:
        from didww_cli.commands.noting import noted
        from didww_cli.workflows.reading.filters import sent_filters
        from didww_cli.workflows.reading.listing import Reader

        state.check()
        _refuse_paging(values)
        chosen = [by_heading(usual, name) for name in split_names(values["columns"])]
        shown = chosen or ([one.path for one in usual] if state.output.tabular else [])
        names = [name for name in shown if name != DIRECTION.path]
        listings = {way: _asked(directions, way, state, {**values, "columns": names}) for way in directions}
        keep = state.output is Format.JSONAPI
        readers = {}
        for way, one in listings.items():
            sent = sent_filters(state.client, directions[way], one.conditions, state.notice)
            readers[way] = Reader(state.client, directions[way], one, sent, keep=keep)
        first = family.joined[0]
        columns = _columns(directions[first], shown, listings[first])
        found = {way: noted(state, directions[way], listings[way], reader.records()) for way, reader in readers.items()}
        records = _limited(_records(found, split_names(values["sorts"])), values["limit"])
        show_list(state, records, columns, chosen=bool(chosen), document=lambda: _document(readers))
        if not any(reader.shown for reader in readers.values()):
            tell_nothing(state, family.word, listings[first].asked)
        for way, reader in readers.items():
            if notice := reader.bounded_notice():
                state.notice(f"{way}: {notice}")

    params = [one for one in list_options() if one.name not in ("page", "page_size")]
    text = f"List {family.word} of both directions."
    examples = [f"didww {family.word} list", f"didww {family.word} list -s name -o csv"]
    return Command("list", run, help=text, params=params, examples=examples)


def _refuse_paging(values: dict[str, Any]) -> None:
    if values["limit"] is not None and values["limit"] < 1:
        raise UsageError("--limit must be at least 1.")


def _asked(directions: dict[str, Resource], way: str, state: State, values: dict[str, Any]) -> Listing:
    resource, other = directions[way], next(one for name, one in directions.items() if name != way)
    try:
        listing = asked_for(resource, state, **values)
    except UsageError as error:
        raise UsageError(
            error.message, f"'didww {other.noun} list' may have it; here only what both directions have."
        ) from None
    names = tuple(name for name in values["columns"] if "." not in name)
    fields = {resource.type: names} if names else {}
    return replace(listing, query=replace(listing.query, fields={**listing.query.fields, **fields}))


def _columns(resource: Resource, names: Sequence[str], listing: Listing) -> list[Column]:
    from didww_cli.workflows.reading.filters import places_of

    filtered = places_of(resource, listing.conditions, listing.query.sort)
    known = {one.path: replace(one, asked=one.path in filtered) for one in listing.columns}
    return [DIRECTION if name == DIRECTION.path else known[name] for name in names]


def _records(found: dict[str, Iterable[dict[str, Any]]], sorts: Sequence[str]) -> Iterator[dict[str, Any]]:
    from didww_cli.workflows.reading.listing import sort_records

    both = ({**record, DIRECTION.path: way} for way, records in found.items() for record in records)
    if not sorts:
        yield from both
        return
    yield from sort_records(both, sorts)


def _limited(records: Iterator[dict[str, Any]], limit: int | None) -> Iterator[dict[str, Any]]:
    for number, record in enumerate(records, start=1):
        if limit is not None and number > limit:
            return
        yield record


def _document(readers: dict[str, Reader]) -> dict[str, Any]:
    from didww_cli.jsonapi import documents

    return documents.joined([document for reader in readers.values() for document in reader.documents])


def credential_commands(resource: Resource, example: str) -> dict[str, Command]:
    """What trunks whose credentials DIDWW makes have beyond the usual verbs. ``example``: the name of one."""
    params = [argument("ref", help="Which one: by name or id."), dry_run_option(), yes_option()]
    return {
        "regenerate-credentials": Command(
            "regenerate-credentials",
            lambda state, ref, dry_run, yes: _regenerate(state, resource, ref, dry_run=dry_run, yes=yes),
            help="Make a new user name and password; the old ones end at once. Asks first.",
            params=params,
            examples=[f"didww {resource.noun} regenerate-credentials '{example}' --show-secrets"],
        )
    }


def _regenerate(state: State, resource: Resource, ref: str, *, dry_run: bool, yes: bool) -> None:
    from didww_cli.commands.verbs.results import show_result
    from didww_cli.workflows.reading.references import resolve
    from didww_cli.workflows.writing.request import Request

    state.check()
    maker = request_about(resource.type)
    identifier = resolve(state.client, resource, [ref])[0]
    _check_kind(resource, state.client.get(resource, identifier), ref)
    link = {maker.about: {"data": {"type": resource.type, "id": identifier}}}
    request = Request("POST", maker.path, {"data": {"type": maker.type, "relationships": link}})
    if dry_run:
        show_requests(state, [request])
        return
    confirm(state, f"Make new credentials for the {resource.singular} {ref}? The old ones end at once.", yes=yes)
    state.door.send(request)
    show_result(state, resource, state.client.get(resource, identifier))


def _way_to_credentials(resource: Resource, attribute: Attribute, able: Sequence[str], ref: str) -> str:
    if not attribute.kind_option:
        return f"Those of {' and '.join(able)} have some."
    change = f"didww {resource.noun} update {shlex.quote(ref)} --{attribute.kind_option} {able[0]}"
    return f"To have some, change that: {change} (--help shows what goes with it)"


def _check_kind(resource: Resource, document: dict[str, Any], ref: str) -> None:
    """Refused where the kind of a trunk has no credentials that DIDWW makes; kinds that are unknown may have some."""
    held = document["data"].get("attributes") or {}
    for attribute in (one for one in resource.attributes if one.variants):
        value = held.get(attribute.name)
        kind = value.get("type") if isinstance(value, dict) else None
        able = [one.type for one in attribute.variants if one.makes_credentials]
        if kind in {one.type for one in attribute.variants} - set(able):
            raise Refused(
                f"DIDWW makes no credentials for the {resource.singular} {ref}: its {attribute.name} is {kind}.",
                _way_to_credentials(resource, attribute, able, ref),
            )
