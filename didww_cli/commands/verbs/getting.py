"""``get`` of a resource: one record or several, by name or id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.model import Resource
from didww_cli.catalog.paths import check_include, column
from didww_cli.commands.show import show_list, show_one, split_names
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
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
        get_and_show(state, resource, refs, split_names(includes), split_names(columns), no_links=no_links)

    known_by = ", ".join([*(name.replace("_", " ") for name in resource.lookup), "id"])
    params = [
        argument("refs", help=f"Which ones: by {known_by}.", many=True),
        option("--include", "-i", "includes", multiple=True, metavar="PATH[,PATH]", help="Related resources as well."),
        columns_option(),
        no_links_option(),
    ]
    params[0].metavar = "REF..."
    return Command("get", run, help=f"Show one or more {plural(resource)}.", params=params)


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

    chosen = [column(resource, path) for path in columns]
    query = ListQuery(include=tuple(check_include(resource, path) for path in includes))
    named_by_list(state, resource, columns, includes)
    many = len(refs) > 1
    query, shown = with_shown(state, resource, query, chosen, no_links=no_links)
    documents = read_documents(state.client, resource, refs, query)
    found = [records(document, query.tree)[0] for document in documents]
    if many:
        show_list(state, found, shown, chosen=bool(chosen), document=lambda: joined(documents))
    else:
        show_one(state, resource, found[0], documents[0], shown, chosen=bool(chosen))


def read_documents(client: Client, resource: Resource, refs: Sequence[str], query: ListQuery) -> list[dict[str, Any]]:
    """The document of each reference, in their order."""
    from didww_cli.workflows.reading.references import resolve

    def read(identifier: str) -> dict[str, Any]:
        if "get" not in resource.operations:
            return _from_list(client, resource, identifier, query)
        return client.get(resource, identifier, query)

    return list(client.together(read, resolve(client, resource, refs)))


def _from_list(client: Client, resource: Resource, identifier: str, query: ListQuery) -> dict[str, Any]:
    """A resource that has no endpoint of its own, from the list filtered by its id."""
    from didww_cli.jsonapi.documents import members

    asked = replace(query, filters={"id": (identifier,)})
    for page in client.pages(resource, asked):
        for at, record in enumerate(page.records):
            if record["id"] == identifier:
                return {**page.document, "data": members(page.document, "data")[at]}
    raise NotFound(f"There is no {resource.singular} with the id {identifier}.")
