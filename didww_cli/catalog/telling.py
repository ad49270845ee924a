"""How telling a column is: what goes first from a table for which a terminal has no room."""

from __future__ import annotations

from enum import IntEnum

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.model import DATETIME, DECIMAL, Resource
from didww_cli.catalog.paths import Column


class Telling(IntEnum):
    """How telling a column is, the least first; of those that are alike the last of the table goes first."""

    EMPTY = 0
    """No record has a value there."""
    SPARE_ID = 1
    """The id of what is found by what its table begins with."""
    MOMENT = 2
    OWN_REFERENCE = 3
    PLAIN = 4
    ID = 5
    STATUS = 6
    NEEDED = 7
    """What a record is called, what was asked for, money, and why something failed: these never go."""


def telling(column: Column) -> Telling:
    """How telling a column with values is, by what the catalog knows of it."""
    resource = BY_TYPE.get(column.types[0]) if column.types else None
    attribute = column.attribute
    if (attribute and attribute.kind == DECIMAL) or (resource and _says_what_or_why(resource, column)):
        return Telling.NEEDED
    if attribute is None:
        return Telling.PLAIN
    by_kind = {
        Telling.MOMENT: attribute.kind == DATETIME,
        Telling.OWN_REFERENCE: attribute.own_reference,
        Telling.STATUS: attribute.name == "status",
        Telling.SPARE_ID: attribute.name == "id" and resource and found_by_name(resource),
        Telling.ID: attribute.name == "id",
    }
    return next((rank for rank, true in by_kind.items() if true), Telling.PLAIN)


def found_by_name(resource: Resource) -> bool:
    """Whether the first column of its table is what its records are looked up by."""
    return resource.columns[:1] == resource.lookup[:1]


def _says_what_or_why(resource: Resource, column: Column) -> bool:
    """Whether it holds what a record is called (its label, or what its table begins with), or why it failed.

    One of a few words, such as a type, is no name; nor is a reference that its owner may have given it.
    """
    called = {*resource.columns[:1], *(name.partition(".")[0] for name in resource.label)}
    attribute = column.attribute
    is_name = column.path in called and not (attribute and (attribute.enum or attribute.own_reference))
    return is_name or column.path in resource.ends.reasons
