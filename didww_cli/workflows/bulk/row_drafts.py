"""What each row of a table asks for, checked without asking the server; the problems of all rows told at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from didww_cli.catalog.forms import UUID
from didww_cli.catalog.model import Resource
from didww_cli.errors import UsageError
from didww_cli.workflows.bulk.digests import Digests
from didww_cli.workflows.bulk.row_columns import (
    Columns,
    Wanted,
    columns_of,
    naming_candidates,
    naming_member,
    sendable,
    without_kind,
)
from didww_cli.workflows.bulk.rows import Row, Table
from didww_cli.workflows.writing.demands import check_exclusions, let_win, missing_members
from didww_cli.workflows.writing.drafts import Draft, Links, PartVariant, chosen_variant, put_data, read_contents


def columns_of_table(resource: Resource, action: str, table: Table, common: Draft) -> Columns | None:
    """The columns of a table; None for JSON lines and for what is empty. UsageError for one that the type lacks."""
    if not table.columns:
        return None
    columns = columns_of(resource, action, table.columns)
    if action == "update" and not columns.writers and common.empty:
        raise UsageError(
            f"{table.name}: no column holds what can be changed.",
            f"These can: {', '.join(sendable(resource, action))}.",
        )
    return columns


def wanted_rows(
    resource: Resource, action: str, table: Table, columns: Columns | None, common: Draft, *, empty_clears: bool = False
) -> Iterator[Wanted]:
    """What the rows ask for, one by one. ``common`` is set in each row, whatever it says.

    What is wrong with a row goes to the problems of the table.
    """
    digests = Digests(resource, action, table.columns, common, empty_clears=empty_clears)
    for row in table.rows:
        wanted = _wanted(resource, action, row, columns, common, table)
        wanted.digest = digests.of(row, wanted.ref)
        yield wanted


def _wanted(resource: Resource, action: str, row: Row, columns: Columns | None, common: Draft, table: Table) -> Wanted:
    """What one row asks for; what is wrong with it goes to the problems of the table."""
    wanted = Wanted(row.line)
    before = len(table.problems.found)
    try:
        _check_type(resource, row)
        _name(resource, action, wanted, row, columns.ref if columns else naming_member(resource, action, [*row.cells]))
    except UsageError as error:
        table.problems.add(row.line, error)
    for name, cell in row.cells.items():
        try:
            if columns is None:
                _put_value(resource, action, wanted, name, cell)
            elif name in columns.writers and cell.strip():
                columns.writers[name](wanted, cell)
        except UsageError as error:
            table.problems.add(row.line, error)
    if columns and action == "update":
        wanted.empty = tuple(name for name in columns.writers if not row.cells[name].strip())
    put_over(wanted.draft, common)
    let_win(resource, wanted.draft, common.links)
    if len(table.problems.found) == before:
        try:
            _check_whole(resource, action, wanted.draft)
        except UsageError as error:
            table.problems.add(row.line, error)
    return wanted


def _check_type(resource: Resource, row: Row) -> None:
    kind = row.cells.get("type")
    if kind not in (None, "", resource.type) and not resource.attribute("type"):
        raise UsageError(f"it is of the type {kind}, not {resource.type}.")


def _name(resource: Resource, action: str, wanted: Wanted, row: Row, member: str | None) -> None:
    """Find out what the row calls the record; UsageError where it does not say."""
    value = row.cells.get(member) if member else None
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    wanted.ref = text or None
    if action == "create":
        return
    if not text:
        ways = [member] if member else ["ref", *naming_candidates(resource, action)]
        raise UsageError(f"{' or '.join(ways)} must say which {resource.singular} it is.")
    wanted.key = f"id:{text}" if member == "id" and not UUID.fullmatch(text) else text


def _put_value(resource: Resource, action: str, wanted: Wanted, name: str, value: Any) -> None:
    """Put a member of a JSON line, in the form in which ``get -o json`` prints it."""
    if action == "delete":
        return
    attribute = resource.attribute(name)
    if attribute:
        value = without_kind(wanted, action, attribute, value)
    wanted.fixed.update(put_data(wanted.draft, resource, action, {name: value}, ""))


def put_over(draft: Draft, common: Draft) -> None:
    """Put the members of another draft over those of a draft."""
    draft.attributes.update(common.attributes)
    for name, part in common.variants.items():
        here = draft.variants.setdefault(name, PartVariant())
        here.type = part.type or here.type
        here.members.update(part.members)
        here.kinds |= part.kinds
    draft.entries.update(common.entries)
    for name, links in common.links.items():
        refs = links.refs if links.refs is None else [*links.refs]
        draft.links[name] = Links(refs, [*links.add], [*links.remove])


def _check_whole(resource: Resource, action: str, draft: Draft) -> None:
    read_contents(draft, resource)
    check_exclusions(resource, draft)
    if action != "create":
        return
    missing = missing_members(resource, draft)
    if missing:
        raise UsageError(f"{', '.join(part.name for part in missing)} must be given.")
    for name, part in draft.variants.items():
        attribute = resource.attribute(name)
        assert attribute is not None
        chosen_variant(attribute, part, None)
