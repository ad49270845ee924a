"""Data on stdout in the format that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.model import Resource
from didww_cli.catalog.paths import Column, column
from didww_cli.commands.state import State

if TYPE_CHECKING:
    from didww_cli.output.formats import Shown
    from didww_cli.output.screen import Row


def show_list(
    state: State,
    records: Iterable[Row],
    columns: Sequence[Column],
    *,
    chosen: bool = False,
    document: Callable[[], Any] | None = None,
) -> None:
    """Show records: as they come where the format allows it, else once all are there.

    ``chosen``: the user named the columns. ``document`` gives the server's own document, for ``jsonapi``.
    """
    from didww_cli.output.formats import Shown

    rest = iter(records)
    first = list(islice(rest, 1))  # the answer tells the version
    shown = columns if chosen else in_spoken_version(state, columns)
    _show(state, Shown(chain(first, rest), shown, chosen, document, pick=state.pick))


def show_one(
    state: State,
    resource: Resource,
    record: Row,
    document: Any,
    columns: Sequence[Column] = (),
    *,
    chosen: bool = False,
) -> None:
    """Show one record: an object in JSON, names and values in a table."""
    from didww_cli.output.formats import Shown

    shown = columns if chosen else in_spoken_version(state, columns or default_columns(resource))
    _show(state, Shown([record], shown, chosen, lambda: document, resource, state.pick))


def _show(state: State, shown: Shown) -> None:
    from didww_cli.output.formats import WRITERS

    if told := WRITERS[state.output](state.screen, shown):
        state.notice(told)


def show_data(state: State, value: Any) -> bool:
    """Show what is no record as JSON, or each item of a list as a line of it; False where no JSON was asked for."""
    from didww_cli.output.text import to_json

    lines = state.output.streams
    for item in value if lines and isinstance(value, list) else [value]:
        if state.output.machine:
            state.screen.line(to_json(state.pick(item) if state.pick else item, indent=None if lines else 2))
    return state.output.machine


def in_spoken_version(state: State, columns: Sequence[Column]) -> Sequence[Column]:
    """The columns without those that the version which is spoken lacks."""
    from didww_cli.catalog.versions import has_path

    version = state.spoken_version
    return [
        one
        for one in columns
        if not one.types or one.types[0] not in BY_TYPE or has_path(BY_TYPE[one.types[0]], one.path, version)
    ]


def default_columns(resource: Resource) -> list[Column]:
    """The columns of a resource's table."""
    return [column(resource, path) for path in resource.columns]


def split_names(texts: Iterable[str] | None) -> list[str]:
    """Names from options that may be repeated and take commas, each once."""
    names = [name.strip() for text in texts or () for name in text.split(",")]
    return list(dict.fromkeys(name for name in names if name))
