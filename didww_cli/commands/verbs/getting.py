"""``get`` of a resource: one record or several, by name or id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.examples import examples_of
from didww_cli.catalog.model import Resource
from didww_cli.catalog.paths import check_include, column
from didww_cli.commands.given import references
from didww_cli.commands.show import column_names, default_columns, show_list, show_one, split_names
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.commands.verbs.listing import columns_option, named_by_list, no_links_option, plural, with_shown
from didww_cli.errors import NotFound

if TYPE_CHECKING:
    from didww_cli.jsonapi.client import Client, ListQuery


def get_command(resource: Resource) -> Command:
    """``didww NOUN get REF...``."""

    def run(
        state: State,
        refs: Sequence[str],
        includes: Sequence[str] = (),
        columns: Sequence[str] = (),
        no_links: bool = False,
    ) -> None:
        state.check()
        names = column_names(resource, default_columns(resource), columns)
        get_and_show(state, resource, refs, split_names(includes), names, no_links=no_links)

    known_by = ", ".join([*(name.replace("_", " ") for name in resource.lookup), "id"])
    params = [
        references(f"Which ones: by {known_by}."),
        option("--include", "-i", "includes", multiple=True, metavar="PATH[,PATH]", help="Related resources as well."),
        columns_option(),
        no_links_option(),
    ]
    text = f"Show one or more {plural(resource)}."
    return Command("get", run, help=text, params=params, examples=examples_of(resource, "get"))


def get_and_show(
    state: State,
    resource: Resource,
    refs: Sequence[str],
    includes: Sequence[str],
    columns: Sequence[str],
    *,
    no_links: bool = False,
) -> None:
    """Find what the references name, read it and show it: one as an object, several as a list."""
    from didww_cli.jsonapi.client import ListQuery
    from didww_cli.jsonapi.documents import joined, records
    from didww_cli.workflows.reading.references import many

    chosen = [column(resource, path) for path in columns]
    query = ListQuery(include=tuple(check_include(resource, path) for path in includes))
    named_by_list(state, resource, columns, includes)
    several = many(refs)
    query, shown = with_shown(state, resource, query, chosen, no_links=no_links)
    documents = read_documents(state.client, resource, refs, query)
    found = [records(document, query.tree)[0] for document in documents]
    if several:
        show_list(state, found, shown, chosen=bool(chosen), document=lambda: joined(documents))
    else:
        show_one(state, resource, found[0], documents[0], shown, chosen=bool(chosen))


def read_documents(client: Client, resource: Resource, refs: Sequence[str], query: ListQuery) -> list[dict[str, Any]]:
    """The document of each reference, in their order."""
    from didww_cli.workflows.reading.references import each_of, resolve

    identifiers = dict(zip(refs, resolve(client, resource, refs), strict=True))
    read = client.get if "get" in resource.operations else partial(_from_list, client)

    def outcome(ref: str) -> dict[str, Any] | NotFound:
        try:
            return read(resource, identifiers[ref], query)
        except NotFound as problem:
            return problem

    outcomes = dict(zip(identifiers, client.together(outcome, identifiers), strict=True))
    return each_of(refs, lambda ref: _found(outcomes[ref]))


def _found(outcome: dict[str, Any] | NotFound) -> dict[str, Any]:
    if isinstance(outcome, NotFound):
        raise outcome
    return outcome


def _from_list(client: Client, resource: Resource, identifier: str, query: ListQuery) -> dict[str, Any]:
    """A resource that has no endpoint of its own, from the list filtered by its id."""
    from didww_cli.jsonapi.documents import members

    asked = replace(query, filters={"id": (identifier,)})
    for page in client.pages(resource, asked):
        for at, record in enumerate(page.records):
            if record["id"] == identifier:
                return {**page.document, "data": members(page.document, "data")[at]}
    raise NotFound(f"There is no {resource.singular} with the id {identifier}.")
