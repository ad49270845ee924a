"""``--input``: create, update or delete what the rows of a file say."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.model import Resource
from didww_cli.commands.asking import confirm, described, show_described
from didww_cli.commands.show import default_columns, show_list
from didww_cli.commands.state import State
from didww_cli.commands.tree import option
from didww_cli.errors import DidwwError, UsageError
from didww_cli.output.formats import STREAMED, write_json
from didww_cli.output.progress import Progress

if TYPE_CHECKING:
    from didww_cli.workflows.bulk import Step
    from didww_cli.workflows.bulk_run import Ended, Tally
    from didww_cli.workflows.drafts import Draft
    from didww_cli.workflows.results import Earlier
    from didww_cli.workflows.row_columns import Wanted
    from didww_cli.workflows.rows import Problems

ONLY_WITH_INPUT = {"results": "--results", "resume": "--resume", "continue_on_error": "--continue-on-error"}
NOT_WITH_INPUT = {"refs": "a REF", "filters": "--filter", "data": "--data"}
DONE_TO = {"create": "created", "update": "changed", "Delete": "deleted", "Cancel": "cancelled"}
MEMBERSHIPS_SHOWN = 20


def bulk_options(action: str) -> list[Any]:
    """``--input`` and what belongs to it."""
    cells = "ref" if action == "delete" else "ref and members; an empty cell changes nothing, null clears"
    return [
        option("--input", "source", metavar="FILE", help=f"Many at once: CSV or JSON lines ({cells}); - is stdin."),
        option("--continue-on-error", type=bool, help="With --input: go on after a failure."),
        option("--results", metavar="FILE", help="With --input: where the outcome of each row goes, as JSON lines."),
        option("--resume", metavar="FILE", help="With --input: go on after a stop; FILE is what --results wrote."),
    ]


def in_bulk(**values: Any) -> bool:
    """Whether ``--input`` is given; UsageError for what goes only with it, or not with it."""
    given = values.get("source") is not None
    for name, flag in (NOT_WITH_INPUT if given else ONLY_WITH_INPUT).items():
        if values.get(name) not in (None, False, (), []):
            raise UsageError(
                f"--input says which ones already; {flag} cannot stand beside it."
                if given
                else f"{flag} goes with --input FILE."
            )
    return given


@dataclass(frozen=True, slots=True)
class Job:
    """A command line with ``--input``. ``common``: what its options set in every row; ``verb`` asks before DELETE."""

    state: State
    resource: Resource
    action: str
    values: Mapping[str, Any]
    common: Draft
    dry_run: bool
    yes: bool = False
    verb: str = ""


def run_bulk(job: Job) -> None:
    """Check all rows, read what is there, then do what differs, row by row."""
    from didww_cli.workflows.row_drafts import wanted_rows
    from didww_cli.workflows.rows import file_content, read_table

    results, earlier = _results(job.values)
    source = str(job.values["source"])
    stdin = source == "-"
    table = read_table(
        "standard input" if stdin else source, sys.stdin.buffer.read() if stdin else file_content(source)
    )
    wanted, unsent = wanted_rows(job.resource, job.action, table, job.common)
    if unsent and job.action != "delete":
        job.state.notice(f"Not sent, since {job.action} cannot set them: {', '.join(unsent)}.")
    earlier.check_fit({one.line: one.ref for one in wanted})
    pending = [one for one in wanted if one.line not in earlier.settled]
    steps = _planned(job, pending, table.problems, earlier) if pending else []
    _show_changes(job, steps)
    if job.dry_run:
        _show_plan(job, steps)
        return
    _ask(job, steps)
    _carry_out(job, steps, results if steps else None, earlier)


def _results(values: Mapping[str, Any]) -> tuple[str | None, Earlier]:
    """The file that results go to, and the results of the run that is resumed; UsageError where they cannot be used."""
    from didww_cli.workflows.results import Earlier, check_new, read_results

    results, resume = values.get("results"), values.get("resume")
    if resume is None:
        if results is not None:
            check_new(results)
        return results, Earlier("")
    earlier = read_results(resume)
    if results is None or (os.path.exists(results) and os.path.samefile(results, resume)):
        return resume, earlier
    check_new(results)
    return results, earlier


def _planned(job: Job, pending: Sequence[Wanted], problems: Problems, earlier: Earlier) -> list[Step]:
    from didww_cli.commands.deleting import memberships
    from didww_cli.jsonapi.client import ListQuery
    from didww_cli.workflows.bulk import creations, deletions, updates

    client, progress = job.state.client, job.state.progress()
    try:
        if job.action == "create":
            uncertain = earlier.uncertain([one.line for one in pending])
            return creations(client, job.resource, pending, problems, uncertain)
        if job.action == "update":
            return updates(client, job.resource, pending, problems, progress.update)
        query = ListQuery(include=memberships(job.resource))
        again = job.values.get("resume") is not None
        return deletions(client, job.resource, pending, problems, progress.update, query, again=again)
    finally:
        progress.close()


def _show_changes(job: Job, steps: Sequence[Step]) -> None:
    """``before → after`` of each member of each row, on stderr."""
    from didww_cli.commands.updating import shown_value
    from didww_cli.workflows.references import label

    for step in steps:
        for one in step.update.changes if step.update else ():
            before, after = (shown_value(job.resource, one, value) for value in (one.before, one.after))
            name = label(step.record or {}, job.resource)
            job.state.notice(f"line {step.wanted.line}, {name}: {one.name}: {before} → {after}")


def _show_plan(job: Job, steps: Sequence[Step]) -> None:
    """The requests on stdout, how many on stderr."""
    found = [described(job.state, step.request) for step in steps if step.request]
    if job.state.output in ("json", "jsonapi"):
        write_json(job.state.screen, found, job.state.pick)
    else:
        show_described(job.state, found)
    stays = f", {len(steps) - len(found):,} need nothing" if len(steps) > len(found) else ""
    job.state.notice(f"{len(found):,} would be {DONE_TO[job.verb or job.action]}{stays}. Nothing was sent.")


def _ask(job: Job, steps: Sequence[Step]) -> None:
    """Ask before what deletes or cancels."""
    from didww_cli.commands.choosing import named
    from didww_cli.commands.deleting import show_dependents, show_memberships
    from didww_cli.commands.updating import ask_for_update

    state, resource = job.state, job.resource
    if job.action == "update":
        changing = [step.update for step in steps if step.update]
        ask_for_update(state, resource, changing, by_filter=False, yes=job.yes)
    found = [step.record for step in steps if step.request and step.record]
    if job.action == "delete" and found:
        if not job.yes:
            documents = [step.document for step in steps if step.request and step.document]
            show_memberships(state, resource, documents[:MEMBERSHIPS_SHOWN])
            show_dependents(state, resource, found)
        confirm(state, f"{job.verb} {named(resource, found)}?", yes=job.yes)


def _carry_out(job: Job, steps: Sequence[Step], results: str | None, earlier: Earlier) -> None:
    from didww_cli.workflows.bulk_run import Tally, carry_out
    from didww_cli.workflows.results import ResultsFile

    tally, file, progress = Tally(len(steps), len(earlier.settled)), ResultsFile(results, earlier), job.state.progress()
    if job.state.screen.terminal and job.state.output in STREAMED:
        progress.shown = False  # the records themselves appear one by one
    keep_going = bool(job.values.get("continue_on_error"))
    ended = carry_out(job.state.client, steps, file, keep_going=keep_going) if steps else iter(())
    try:
        _show(job, _counted(job, ended, tally, progress))
    except KeyboardInterrupt:
        job.state.notice(f"Interrupted: {tally.summary}. The row that was under way may be done.")
        raise
    finally:
        progress.close()
        file.close()
    _conclude(job, tally, results)


def _counted(job: Job, ended: Iterator[Ended], tally: Tally, progress: Progress) -> Iterator[Ended]:
    """What ended, counted as it passes; failures after which the run goes on are told at once."""
    for one in ended:
        tally.add(one)
        progress.update(f"{tally.total - tally.untried:,} of {tally.total:,} {job.resource.noun} …")
        if one.failure and (job.values.get("continue_on_error") or one.step.settled):
            progress.close()
            name = f" ({one.entry.ref})" if one.entry.ref else ""
            job.state.notice(f"line {one.entry.line}{name}: {one.entry.outcome}: {one.failure.message}")
        yield one


def _show(job: Job, ended: Iterator[Ended]) -> None:
    """The records as they are then, on stdout. A closed pipe or a wrong --query ends the output, not the run."""
    documents = []

    def records() -> Iterator[dict[str, Any]]:
        for one in ended:
            if one.record and job.action != "delete":
                documents.append((one.document or {}).get("data"))
                yield one.record

    passing = records()
    try:
        if job.action != "delete":
            columns = default_columns(job.resource)
            show_list(job.state, passing, columns, document=lambda: {"data": [data for data in documents if data]})
            job.state.screen.stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except DidwwError:
        _finish(passing)
        raise
    _finish(passing)


def _finish(items: Iterator[Any]) -> None:
    for _ in items:
        pass


def _conclude(job: Job, tally: Tally, results: str | None) -> None:
    """The summary on stderr, as an error where something failed."""
    error: DidwwError | None = tally.failure()
    if error is None:
        job.state.notice(f"{tally.summary}.")
        return
    way = f"--resume {results} goes on with what is left." if results else "With --results FILE, --resume can go on."
    error.hint = "\n".join(dict.fromkeys(text for text in (error.hint, way) if text))
    raise error
