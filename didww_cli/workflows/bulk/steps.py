"""Work in bulk before its first write: what each row comes to, and whether all of them can be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from didww_cli.catalog.model import Resource
from didww_cli.catalog.paths import read
from didww_cli.errors import UsageError
from didww_cli.jsonapi.client import ListQuery
from didww_cli.jsonapi.documents import Document, Record, records
from didww_cli.workflows.bulk.reads import Ground, collected, current_documents, resolve_links
from didww_cli.workflows.bulk.results import DONE, SETTLED, UNKNOWN, Earlier, Entry, Outcome
from didww_cli.workflows.bulk.row_columns import CLEARS, Wanted
from didww_cli.workflows.bulk.rows import SHOWN
from didww_cli.workflows.bulk.spool import Spool
from didww_cli.workflows.reading.references import batches
from didww_cli.workflows.writing.request import Request
from didww_cli.workflows.writing.writes import (
    Update,
    creation,
    deletion,
    links_by_name,
    names_of_links,
    reading_query,
    update_of,
)


@dataclass(slots=True)
class Step:
    """What is to be done for a row: a request, or nothing. ``settled``: the outcome where it is known already;
    ``named``: what it is linked to by it, by name; ``names``: what is linked and was, by id.
    """

    wanted: Wanted
    request: Request | None = None
    record: Record | None = None
    document: Document | None = None
    update: Update | None = None
    settled: Outcome | None = None
    named: dict[str, Any] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def looked_at_together(resource: Resource, action: str, rows: Spool[Wanted]) -> Iterable[Sequence[Wanted]]:
    """The rows, a thousand at a time; all at once where names are looked up in a list that cannot be filtered."""
    filtered = all(resource.filter(path) or resource.filter(f"{path}_contains") for path in resource.lookup)
    return rows.chunks() if filtered or action == "create" else [list(rows)]


def creations(ground: Ground, wanted: Sequence[Wanted]) -> list[Step]:
    """A POST for each row. Rows that an earlier run may have created are not posted again without being looked for."""
    uncertain = [one for one in wanted if one.before and one.before.outcome == UNKNOWN]
    made = _made_before(ground, uncertain)
    steps = {one.line: Step(one) for one in wanted}
    for one in uncertain:
        found = made.get(one.line)
        if found and len(found) == 1:
            steps[one.line].settled, steps[one.line].record = DONE, found[0]
        elif found is None or found:
            steps[one.line].settled = UNKNOWN
    pending = [one for one in wanted if not steps[one.line].settled]
    resolve_links(ground, pending)
    for one in pending:
        with collected(ground.problems, one):
            request = creation(ground.resource, one.draft, ground.names)
            steps[one.line].request, steps[one.line].named = request, links_by_name(request, ground.names)
    return list(steps.values())


def _made_before(ground: Ground, wanted: Sequence[Wanted]) -> dict[int, list[Record]]:
    """What has the reference of one's own of some rows, by line; rows without one are left out."""
    own = ground.resource.own_reference
    given = {one.line: one.draft.attributes[own] for one in wanted if one.draft.attributes.get(own)}
    if not given or not ground.resource.filter(own):
        return {}
    queries = [ListQuery({own: batch}) for batch in batches(sorted({one for one in given.values() if "," not in one}))]
    found = list(ground.client.lists(ground.resource, queries))
    if any("," in value for value in given.values()):
        found = list(ground.client.list(ground.resource))
    return {line: [record for record in found if record.get(own) == value] for line, value in given.items()}


def updates(ground: Ground, wanted: Sequence[Wanted]) -> list[Step]:
    """A PATCH for each row that changes something, with what differs and nothing else."""
    also = ground.links | {name.partition(".")[0] for one in wanted for name in one.empty}
    query = reading_query(ground.resource, [one.draft for one in wanted], also=also)
    current = current_documents(ground, wanted, query)
    for one in wanted:
        if one.empty and one.line in current:
            _empty_cells(ground, one, records(current[one.line], {})[0])
    resolve_links(ground, wanted, current)
    steps, bad = [], ground.problems.lines
    for one in wanted:
        if one.line not in current or one.line in bad:
            continue
        document = current[one.line]
        with collected(ground.problems, one):
            _check_kinds(one, records(document, {})[0])
            update = update_of(ground.resource, document, one.draft, ground.names, one.fixed)
            names = names_of_links(ground.resource, update)
            steps.append(Step(one, update.request, update.record, document, update, names=names))
    return steps


def _empty_cells(ground: Ground, wanted: Wanted, record: Record) -> None:
    """Empty cells that stand against a value: cleared where they are to be, else counted."""
    assert ground.columns
    for name in wanted.empty:
        path = name.split(".")
        link = ground.resource.relationship(path[0])
        goes_anyway = link and link.excludes in wanted.draft.links and wanted.draft.links[link.excludes].refs
        if goes_anyway or read(record, path[:1] if link else path) in (None, "", []):
            continue
        if not ground.empty_clears:
            ground.kept += 1
            continue
        with collected(ground.problems, wanted):
            ground.columns.writers[name](wanted, CLEARS)


def _check_kinds(wanted: Wanted, record: Record) -> None:
    for name, kind in wanted.kinds.items():
        held = record.get(name)
        if not isinstance(held, Mapping) or held.get("type") != kind:
            raise UsageError(f"{name} cannot become {kind}; only DIDWW sets that.")


def deletions(ground: Ground, wanted: Sequence[Wanted], query: ListQuery) -> list[Step]:
    """A DELETE for each row. A record that is gone was deleted by the earlier run, where that came to the row."""
    gone = {one.line for one in wanted if one.before}
    current = current_documents(ground, wanted, query, gone)
    steps = []
    for one in wanted:
        if one.line in current:
            document = current[one.line]
            record = records(document, {})[0]
            steps.append(Step(one, deletion(ground.resource, record), record, document))
        elif one.line in gone:
            steps.append(Step(one, settled=DONE))
    return steps


def check_fit(earlier: Earlier, source: str, rows: Iterable[Wanted]) -> None:
    """UsageError where results tell of rows that an input does not have. ``rows``: those that they do not tell of."""
    if all(told.there for told in earlier.told.values()):
        return
    lost = list(earlier.lost())
    lines = {one.ref or one.line: one.line for one in rows}
    told = [f"  {_named(entry)} is {entry.outcome}; {_now(entry, lines)}" for entry in lost[:SHOWN]]
    if len(lost) > SHOWN:
        told.append(f"  … and {len(lost) - SHOWN:,} more")
    raise UsageError(
        "\n".join([f"{source} is not as it was when {earlier.name} was written; nothing was sent.", *told]),
        "Put it back as it was, columns and options too (rows with a name may stand in any order), and resume. "
        "What is to be done otherwise goes into an input of its own, with --results and another FILE.",
    )


def _named(entry: Entry) -> str:
    return f"line {entry.line}{f' ({entry.ref})' if entry.ref else ''}"


def _now(entry: Entry, lines: Mapping[str | int, int]) -> str:
    line = lines.get(entry.ref or entry.line)
    if line is None:
        return "the input has no such row any more."
    return "it asks for something else now." if line == entry.line else f"it is in line {line} now, and different."


def check_once(source: str, done: Mapping[str, int], rows: Iterable[Wanted]) -> None:
    """UsageError where a row is about a record that another is about which is done. ``done``: its line by key."""
    told = [f"  line {one.line}: {one.ref} is in line {done[one.key]} already." for one in rows if one.key in done]
    if told:
        raise UsageError("\n".join([f"{source}: {len(told):,} rows cannot be used; nothing was sent.", *told[:SHOWN]]))


def is_settled(wanted: Wanted) -> bool:
    """Whether an earlier run has done all that a row asks for."""
    return wanted.before is not None and wanted.before.outcome in SETTLED
