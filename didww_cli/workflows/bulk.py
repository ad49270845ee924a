"""Work in bulk before its first write: what each row comes to, and whether all of them can be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from didww_cli.catalog.model import Resource
from didww_cli.errors import UsageError
from didww_cli.jsonapi.client import Client, ListQuery, quoted
from didww_cli.jsonapi.documents import Record, records
from didww_cli.workflows.bulk_reads import Document, Tell, batches, collected, current_documents, resolve_links
from didww_cli.workflows.results import DONE, UNKNOWN, Outcome
from didww_cli.workflows.row_columns import Wanted
from didww_cli.workflows.rows import Problems
from didww_cli.workflows.writes import Request, Update, creation, reading_query, update_of

MAYBE_CREATED = (
    "An earlier run was stopped while it created this; it may be there. Look for it, then write the outcome "
    "done or failed into the results file in place of unknown, and resume again."
)


@dataclass(slots=True)
class Step:
    """What is to be done for a row: a request, or nothing. ``settled``: the outcome where it is known already."""

    wanted: Wanted
    request: Request | None = None
    record: Record | None = None
    document: Document | None = None
    update: Update | None = None
    settled: Outcome | None = None
    reason: str = ""


def creations(
    client: Client, resource: Resource, wanted: Sequence[Wanted], problems: Problems, uncertain: set[int]
) -> list[Step]:
    """A POST for each row. Rows that an earlier run may have created are not posted again without being looked for."""
    made = _made_before(client, resource, [one for one in wanted if one.line in uncertain])
    pending = [one for one in wanted if one.line not in uncertain or made.get(one.line) == []]
    linker = resolve_links(client, resource, pending, problems)
    steps = {one.line: Step(one) for one in wanted}
    for one in pending:
        with collected(problems, one):
            steps[one.line].request = creation(resource, one.draft, linker)
    for line in uncertain & steps.keys():
        found = made.get(line)
        if found and len(found) == 1:
            steps[line].settled, steps[line].record = DONE, found[0]
        elif found is None or found:
            steps[line].settled, steps[line].reason = UNKNOWN, MAYBE_CREATED
    problems.check(len(wanted))
    return list(steps.values())


def _made_before(client: Client, resource: Resource, wanted: Sequence[Wanted]) -> dict[int, list[Record]]:
    """What has the ``external_reference_id`` of some rows, by line; rows without one are left out."""
    name = "external_reference_id"
    given = {one.line: one.draft.attributes[name] for one in wanted if one.draft.attributes.get(name)}
    if not given or not resource.filter(name):
        return {}
    found: list[Record] = []
    for batch in batches(sorted({value for value in given.values() if "," not in value})):
        found += client.list(resource, ListQuery({name: batch}))
    if any("," in value for value in given.values()):
        found = list(client.list(resource))
    return {line: [record for record in found if record.get(name) == value] for line, value in given.items()}


def updates(client: Client, resource: Resource, wanted: Sequence[Wanted], problems: Problems, tell: Tell) -> list[Step]:
    """A PATCH for each row that changes something, with what differs and nothing else."""
    query = reading_query(resource, [one.draft for one in wanted])
    current = current_documents(client, resource, wanted, query, problems, tell)
    linker, steps = resolve_links(client, resource, wanted, problems, current), []
    for one in wanted:
        if one.line not in current or one.line in problems.lines:
            continue
        document = current[one.line]
        with collected(problems, one):
            _check_kinds(one, records(document, {})[0])
            update = update_of(resource, document, one.draft, linker, one.fixed)
            steps.append(Step(one, update.request, update.record, document, update))
    problems.check(len(wanted))
    return steps


def _check_kinds(wanted: Wanted, record: Record) -> None:
    for name, kind in wanted.kinds.items():
        held = record.get(name)
        if not isinstance(held, Mapping) or held.get("type") != kind:
            raise UsageError(f"{name} cannot become {kind}; only DIDWW sets that.")


def deletions(
    client: Client,
    resource: Resource,
    wanted: Sequence[Wanted],
    problems: Problems,
    tell: Tell,
    query: ListQuery,
    *,
    again: bool,
) -> list[Step]:
    """A DELETE for each row. ``again``: after an earlier run, so that what is gone counts as done."""
    current = current_documents(client, resource, wanted, query, problems, tell, gone=again)
    problems.check(len(wanted))
    steps = []
    for one in wanted:
        if one.line not in current:
            steps.append(Step(one, settled=DONE))
            continue
        document = current[one.line]
        record = records(document, {})[0]
        request = Request("DELETE", f"{resource.path}/{quoted(str(record['id']))}")
        steps.append(Step(one, request, record, document))
    return steps
