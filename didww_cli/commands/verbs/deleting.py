"""``didww NOUN delete`` and ``cancel``: what depends on a record is told before the question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from didww_cli.catalog.examples import examples_of
from didww_cli.catalog.model import Resource
from didww_cli.commands.asking import confirm, dry_run_option, show_requests, yes_option
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command
from didww_cli.commands.verbs.choosing import chosen_documents, each, named, selection
from didww_cli.errors import DidwwError, Refused


def delete_command(resource: Resource) -> Command:
    """``didww NOUN delete REF... | --filter KEY=VALUE``, or what else the API's DELETE means."""
    verb = resource.delete_means.capitalize()

    def run(state: State, refs: Sequence[str], filters: Sequence[str], dry_run: bool, yes: bool) -> None:
        from didww_cli.jsonapi.client import ListQuery
        from didww_cli.jsonapi.documents import records
        from didww_cli.workflows.writing.writes import deletion

        state.check()
        documents = chosen_documents(state, resource, refs, filters, ListQuery(include=memberships(resource)))
        found = [records(document, {})[0] for document in documents]
        if found:
            tell_what_goes(state, resource, documents, yes=yes)
        if dry_run:
            show_requests(state, [deletion(resource, record) for record in found])
        if dry_run or not found:
            return
        confirm(state, f"{verb} {named(resource, found)}?", yes=yes)

        def remove(record: dict[str, Any]) -> None:
            try:
                state.door.send(deletion(resource, record), record)
            except Refused as error:
                if len(found) == 1:
                    how = f" ({record['status']})" if record.get("status") else ""
                    what = f"The {named(resource, [record])}{how} cannot be {verb.lower().removesuffix('e')}ed"
                    error.message = f"{what}: {error.message}"
                raise
            state.notice(f"{verb.removesuffix('e')}ed {named(resource, [record])}.")

        each(state, resource, found, lambda record: record, remove)

    params = [*selection(resource), dry_run_option(), yes_option()]
    text = f"{verb} one or more {resource.noun}. Asks first."
    return Command(resource.delete_means, run, help=text, params=params, examples=examples_of(resource, "delete"))


def tell_what_goes(state: State, resource: Resource, documents: Sequence[dict[str, Any]], *, yes: bool) -> None:
    """What goes with some records, on stderr; where nobody is asked, a failed look-up is told, no more."""
    from didww_cli.jsonapi.documents import records

    try:
        show_memberships(state, resource, documents)
        show_dependents(state, resource, [records(document, {})[0] for document in documents], documents)
    except DidwwError as error:
        if not yes:
            raise
        state.notice(f"What depends on it could not be looked up: {error.message}")


def memberships(resource: Resource) -> tuple[str, ...]:
    """The relationships through which a record is a member of another (a trunk of its group), or has own members."""
    from didww_cli.catalog import BY_TYPE
    from didww_cli.workflows.writing.dependents import own_members

    own = [link.name for link in own_members(resource)]
    holders = [
        name
        for name in resource.includes
        if (link := resource.relationship(name))
        and not link.many
        and any(back.many and resource.type in back.to for back in BY_TYPE[link.target].relationships)
    ]
    return (*holders, *own)


def show_memberships(state: State, resource: Resource, documents: Sequence[dict[str, Any]]) -> None:
    """What some records are members of, and what their own members are, on stderr, before the question."""
    from didww_cli.catalog import BY_TYPE
    from didww_cli.catalog.links import label
    from didww_cli.jsonapi.documents import include_tree, records

    names = memberships(resource)
    for document in documents:
        record = records(document, include_tree(names))[0]
        for name in names:
            linked = record.get(name)
            if isinstance(linked, dict):
                target = BY_TYPE[linked["type"]]
                state.notice(f"{label(record, resource)} belongs to the {target.singular} {label(linked, target)}")
            elif linked:
                state.notice(f"In {label(record, resource)}: {named(BY_TYPE[linked[0]['type']], linked)}")


def show_dependents(
    state: State, resource: Resource, found: Sequence[dict[str, Any]], documents: Sequence[dict[str, Any]] = ()
) -> None:
    """What depends on some records or on their members, and what deleting them leads to, on stderr."""
    from didww_cli.catalog.consequences import REMOVALS
    from didww_cli.workflows.writing.dependents import dependents, dependents_of_members

    used = False
    for one in dependents(state.client, resource, [str(record["id"]) for record in found]):
        used = True
        state.notice(f"Depends on it: {one}")
    for one in dependents_of_members(state.client, resource, documents):
        used = True
        state.notice(f"Depends on what is in it: {one}")
    for removal in REMOVALS:
        if removal.type == resource.type and (used or not removal.used):
            state.notice(removal.says)
