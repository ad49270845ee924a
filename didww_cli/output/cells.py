"""The cells of tables for people: titles, values, and a record as names and values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from didww_cli.catalog.model import Attribute, Resource
from didww_cli.catalog.paths import Column, read
from didww_cli.output.screen import Row, Screen
from didww_cli.output.text import table_cell, visible


def titles_of(columns: Sequence[Column]) -> list[str]:
    """The headings of columns: the last word of each path, the whole path where two would share it."""
    last = [column.path.rpartition(".")[2] for column in columns]
    words = [column.path if last.count(word) > 1 else word for column, word in zip(columns, last, strict=True)]
    return [word.replace("_", " ").replace(".", " ").upper() for word in words]


def rows_of(screen: Screen, records: Iterable[Row], columns: Sequence[Column]) -> Iterator[list[str]]:
    """The cells of each record."""
    for record in records:
        yield [_cell(screen, column.attribute, _value(record, column)) for column in columns]


def details(screen: Screen, resource: Resource, record: Row, columns: Sequence[Column]) -> list[list[str]]:
    """One record as names and values: all that the server sent, and what columns show of related resources."""
    members = dict(_members(record))
    rows = [[name, _cell(screen, _attribute(resource, name), value)] for name, value in members.items()]
    found = ((column, _value(record, column)) for column in columns if column.steps)
    return rows + [[one.path, _cell(screen, one.attribute, value)] for one, value in found if value is not None]


def safe(screen: Screen, text: str) -> str:
    """A text that nothing executes; on a terminal without this run's secrets, which folding would break apart."""
    return screen.on_terminal(visible(text)) if screen.terminal else visible(text)


def _cell(screen: Screen, attribute: Attribute | None, value: Any) -> str:
    return table_cell(value, attribute, local_times=screen.terminal, show_secrets=screen.show_secrets)


def _value(record: Row, column: Column) -> Any:
    return read(record, (*column.steps, *column.rest))


def _members(record: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """The members of a record, those of objects on lines of their own."""
    for name, value in record.items():
        if isinstance(value, Mapping) and isinstance(value.get("attributes"), Mapping) and "id" not in value:
            yield f"{name}.type", value.get("type")
            for inner, member in value["attributes"].items():
                yield f"{name}.{inner}", member
        elif isinstance(value, Mapping) and "id" not in value:
            for inner, member in value.items():
                yield f"{name}.{inner}", member
        else:
            yield name, value


def _attribute(resource: Resource, name: str) -> Attribute | None:
    head, _, rest = name.partition(".")
    attribute = resource.attribute(head)
    if attribute is None or not rest:
        return attribute
    return next((found for variant in attribute.variants if (found := variant.attribute(rest))), None)
