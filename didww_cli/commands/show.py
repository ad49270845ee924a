"""Data on stdout in the format that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.model import Attribute, Resource
from didww_cli.catalog.paths import Column, column, with_reckoned
from didww_cli.commands.state import State
from didww_cli.errors import UsageError

if TYPE_CHECKING:
    from didww_cli.output.formats import Shown
    from didww_cli.output.screen import Row


def show_list(
    state: State,
    records: Iterable[Row],
    columns: Sequence[Column],
    *,
    chosen: bool | None = None,
    document: Callable[[], Any] | None = None,
) -> None:
    """Show records: as they come where the format allows it, else once all are there.

    ``chosen``: whether the user named the columns, None where that cannot be. ``document`` gives the server's own
    document, for ``jsonapi``.
    """
    from didww_cli.output.formats import Shown

    rest = iter(records)
    first = list(islice(rest, 1))  # the answer tells the version
    shown = columns if chosen else in_spoken_version(state, columns)
    whole: Iterable[Row] = chain(first, rest)
    if chosen:
        whole = (with_reckoned(dict(record), columns) for record in whole)
    _show(state, Shown(whole, shown, chosen, document, pick=state.pick))


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
    reckoned = with_reckoned(dict(record), shown) if chosen or state.output.tabular else record
    _show(state, Shown([reckoned], shown, chosen, lambda: document, resource, state.pick))


def _show(state: State, shown: Shown) -> None:
    from didww_cli.output.formats import WRITERS

    if told := WRITERS[state.output](state.screen, shown):
        state.notice(told)


def show_rows(state: State, rows: Sequence[Row], names: Sequence[str]) -> None:
    """Show what are no resources, such as settings: some of their members in columns, all of them as data."""
    from didww_cli.output.formats import Shown

    _show(state, Shown(rows, [Column(name, (), (name,), (), Attribute(name)) for name in names], pick=state.pick))


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


def column_names(resource: Resource, usual: Sequence[Column], texts: Iterable[str] | None) -> list[str]:
    """The paths that ``--columns`` names, where a heading of the usual columns is a name too.

    UsageError with the nearest columns for what is neither.
    """
    return [_column_name(resource, usual, name) for name in split_names(texts)]


def _column_name(resource: Resource, usual: Sequence[Column], name: str) -> str:
    try:
        return column(resource, name).path
    except UsageError:
        if (path := by_heading(usual, name)) == name:
            raise
        return path


def by_heading(usual: Sequence[Column], name: str) -> str:
    """The path of the column whose heading a name is; the name itself where it is none's."""
    from didww_cli.output.cells import titles_of

    headings = {_word(title): one.path for title, one in zip(titles_of(usual), usual, strict=True)}
    return headings.get(_word(name), name)


def _word(heading: str) -> str:
    return heading.casefold().replace(" ", "_").replace(".", "_")


def tell_nothing(state: State, what: str, asked: Iterable[str]) -> None:
    """Say that a list is empty, with what was asked for."""
    told = ", ".join(asked)
    state.notice(f"No {what} match." + (f" Asked for: {told}." if told else ""))


def split_names(texts: Iterable[str] | None) -> list[str]:
    """Names from options that may be repeated and take commas, each once."""
    names = [name.strip() for text in texts or () for name in text.split(",")]
    return list(dict.fromkeys(name for name in names if name))
