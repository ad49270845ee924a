"""What a write came to: the record that it answered with, and the server's complaints by option."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from didww_cli.catalog.model import Resource
from didww_cli.commands.show import default_columns, show_list, show_one
from didww_cli.commands.state import State
from didww_cli.commands.verbs.members import Member, flag_of
from didww_cli.errors import Refused


def show_result(state: State, resource: Resource, document: dict[str, Any] | None) -> None:
    """Show the record that a write answered with."""
    show_results(state, resource, [document or {}], many=False)


def show_results(state: State, resource: Resource, documents: Sequence[dict[str, Any]], *, many: bool) -> None:
    """Show what several writes answered with as a list; the one record, if any, where there were not to be ``many``."""
    from didww_cli.jsonapi.documents import joined, members, records

    found = [record for document in documents for record in records(document, {})]
    if many:
        lists = [{**document, "data": members(document, "data")} for document in documents]
        show_list(state, found, default_columns(resource), document=lambda: joined(lists))
    elif found:
        show_one(state, resource, found[0], documents[0])


@contextmanager
def told_by_option(members: Sequence[Member]) -> Iterator[None]:
    """Tell the server's complaints by the options that the user typed."""
    try:
        yield
    except Refused as error:
        lines = []
        for one in error.errors:
            source = one.get("source")
            pointer = source.get("pointer") if isinstance(source, dict) else None
            flag = flag_of(members, pointer) if isinstance(pointer, str) else ""
            if flag:
                lines.append(f"{flag}: {one.get('title') or one.get('detail')}")
        error.hint = "\n".join(dict.fromkeys([*lines, *([error.hint] if error.hint else [])]))
        raise
