"""What a write came to: the record that it answered with, and the server's complaints by option."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.model import Resource
from didww_cli.catalog.paths import Column, column, read
from didww_cli.commands.show import default_columns, show_list, show_one
from didww_cli.commands.state import State
from didww_cli.commands.verbs.members import Member, flag_of
from didww_cli.errors import DidwwError, OutcomeUnknown, Refused

if TYPE_CHECKING:
    from didww_cli.workflows.writing.writes import Change, Update


def show_result(
    state: State, resource: Resource, document: dict[str, Any] | None, named: Mapping[str, Any] | None = None
) -> None:
    """Show the record that a write answered with. ``named``: what it was linked to, by name, for columns."""
    show_results(state, resource, [document or {}], many=False, named=named)


def show_results(
    state: State,
    resource: Resource,
    documents: Sequence[dict[str, Any]],
    *,
    many: bool,
    named: Mapping[str, Any] | None = None,
) -> None:
    """Show what several writes answered with as a list; the one record, if any, where there were not to be ``many``."""
    from didww_cli.jsonapi.documents import joined, members, records

    called = (named or {}) if state.output.tabular else {}
    found = [{**record, **called} for document in documents for record in records(document, {})]
    if many:
        lists = [{**document, "data": members(document, "data")} for document in documents]
        show_list(state, found, default_columns(resource), document=lambda: joined(lists))
    elif found:
        show_one(state, resource, found[0], documents[0])


def show_updated(
    state: State, resource: Resource, done: Sequence[tuple[Update, dict[str, Any]]], *, many: bool
) -> None:
    """Show what updates came to: in a table, and wherever else there are columns, what was written and no more.

    With ``--verbose`` the whole record. What did not change is counted, not shown.
    """
    documents = [document for _, document in done]
    if not state.output.tabular or state.options.get("verbose"):
        show_results(state, resource, documents, many=many)
        return
    changed = [(update, document) for update, document in done if update.changes]
    if many and len(changed) < len(done):
        state.notice(f"{len(done) - len(changed):,} unchanged.")
    if changed:
        show_written(state, resource, changed, many=many)
    elif not many:
        show_results(state, resource, documents, many=False)


def show_written(
    state: State, resource: Resource, changed: Sequence[tuple[Update, dict[str, Any]]], *, many: bool
) -> None:
    """What was written of some records, under what they are called; relationships by name."""
    from didww_cli.jsonapi.documents import records
    from didww_cli.workflows.writing.writes import links_after

    columns = written_columns(state, resource, [one for update, _ in changed for one in update.changes])
    found = [
        {**record, **links_after(resource, update)} for update, document in changed for record in records(document, {})
    ]
    if many or state.output.links:
        show_list(state, found, columns)
    else:
        slim = {one.path: read(found[0], one.path.split(".")) for one in columns}
        show_one(state, resource, slim, changed[0][1], columns)


def written_columns(state: State, resource: Resource, changes: Sequence[Change]) -> list[Column]:
    """The columns of what was written: what the record is called, what changed, and the id where programs read it."""
    secret = {one.name for one in changes if one.secret and state.output.links}
    names = [*(resource.label or ("id",)), *(one.name for one in changes if one.name not in secret)]
    names += ["id"] if state.output.links else []
    return [replace(column(resource, name), asked=True) for name in dict.fromkeys(names)]


@contextmanager
def told_by_option(members: Sequence[Member], what: str = "") -> Iterator[None]:
    """Tell the server's complaints by the options that the user typed: in place of its words where each is about one.

    ``what``: what was to be made, for complaints that are about no option.
    """
    from didww_cli.jsonapi.answers import words_of

    try:
        yield
    except Refused as error:
        lines = {}
        for one in error.errors:
            source = one.get("source")
            pointer = source.get("pointer") if isinstance(source, dict) else None
            flag = flag_of(members, pointer) if isinstance(pointer, str) else ""
            if flag:
                lines[id(one)] = f"{flag}: {one.get('title') or one.get('detail')}"
        told = "\n".join(dict.fromkeys(lines.values()))
        is_bare = error.message == words_of(error.errors)
        if told and len(lines) == len(error.errors) and is_bare:
            error.message = told
        else:
            error.hint = "\n".join(filter(None, [told, error.hint]))
            if what and is_bare:
                error.message = f"{what} was refused: {error.message}"
        raise


@contextmanager
def same_command_goes_on(state: State) -> Iterator[None]:
    """Where something may have been written before a failure, say that the same command does the rest."""
    from didww_cli.workflows.writing.kept import command_text

    try:
        yield
    except DidwwError as error:
        if state.writes.count or isinstance(error, OutcomeUnknown):
            again = f"The same command goes on, and leaves alone what is done:\n{command_text(state.words)}"
            error.hint = "\n".join(text for text in (error.hint, again) if text)
        raise
