"""``--input``: create, update or delete what the rows of a file say."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.model import Resource
from didww_cli.commands.asking import confirm
from didww_cli.commands.bulk.plan import Plan, show_plan, tell_consequences
from didww_cli.commands.bulk.resume import checked_words, go_on_command, looked_for, opened_results, settled
from didww_cli.commands.bulk.show import Shown, show_records, tell
from didww_cli.commands.show import default_columns
from didww_cli.commands.state import State
from didww_cli.commands.typed import typed
from didww_cli.commands.verbs.moves import Moves, tell_moves
from didww_cli.commands.verbs.results import written_columns
from didww_cli.errors import UsageError
from didww_cli.output.progress import Progress

if TYPE_CHECKING:
    from didww_cli.catalog.versions import Named
    from didww_cli.workflows.bulk.results import Earlier, Entry
    from didww_cli.workflows.bulk.row_columns import Columns, Wanted
    from didww_cli.workflows.bulk.rows import Problems
    from didww_cli.workflows.bulk.run import Ended, Tally
    from didww_cli.workflows.bulk.spool import Spool
    from didww_cli.workflows.writing.drafts import Draft


@dataclass(frozen=True, slots=True)
class Job:
    """A command line with ``--input``. ``common``: what its options set in every row; ``verb`` asks before DELETE.

    ``moves``: counts what updates change, in place of a line for each, and asks; the rows say which records move and
    no more. ``names``: what some ids are called.
    """

    state: State
    resource: Resource
    action: str
    values: Mapping[str, Any]
    common: Draft
    dry_run: bool
    yes: bool = False
    verb: str = ""
    moves: Moves | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def rows_of(self) -> str:
        """The action as whose rows the input is read: those of ``moves`` name a record alone, as those of a delete."""
        return "delete" if self.moves else self.action

    @property
    def empty_clears(self) -> bool:
        """Whether empty cells of a table clear what they stand against."""
        return bool(self.values.get("empty_clears"))


@dataclass(slots=True)
class Rows:
    """The rows of an input that are not done. ``before``: how many are; ``words``: entries that ``--settle`` makes.

    ``columns``: of a table; ``links``: relationships that some of them change, or make others lose.
    """

    pending: Spool[Wanted]
    words: list[Entry]
    problems: Problems
    columns: Columns | None
    before: int = 0
    links: set[str] = field(default_factory=set)


def run_bulk(job: Job) -> None:
    """Check all rows, read what is there, then do what differs, row by row."""
    from didww_cli.workflows.bulk.spool import Spool

    with ExitStack() as stack:
        results, earlier = opened_results(job.values, writes=not job.dry_run)
        stack.callback(earlier.close)
        rows = _read(job, earlier, stack.enter_context(Spool()))
        plan = Plan(stack.enter_context(Spool()), stack.enter_context(Spool()), moves=job.moves)
        if rows.pending.count:
            _plan(job, rows, plan)
        for text in plan.notices:
            tell(job.state, text)
        if job.moves:
            tell_moves(job.state, job.moves)
        question = tell_consequences(job.state, job.resource, plan, job.action, job.verb, yes=job.yes)
        if job.dry_run:
            show_plan(job.state, plan, job.verb or job.action)
            return
        if question:
            confirm(job.state, question, yes=job.yes)
        _carry_out(job, rows, plan, results if plan.steps.count or earlier.file else None, earlier)


def _read(job: Job, earlier: Earlier, pending: Spool[Wanted]) -> Rows:
    """Check all rows without asking the server, and part those that are done from those that are not."""
    from didww_cli.workflows.bulk.row_drafts import columns_of_table, wanted_rows
    from didww_cli.workflows.bulk.rows import opened_input, read_table
    from didww_cli.workflows.bulk.steps import check_fit, check_once, is_settled
    from didww_cli.workflows.writing.drafts import named_in
    from didww_cli.workflows.writing.writes import touched_links

    source = str(job.values["source"])
    name = "standard input" if source == "-" else source
    words = checked_words(job.values.get("settle") or (), job.values.get("resume"))
    with opened_input(source, sys.stdin.buffer) as file:
        table = read_table(name, file)
        columns = columns_of_table(job.resource, job.rows_of, table, job.common)
        if columns and columns.unsent and job.action != "delete":
            why = f"only {columns.ref} is read" if job.moves else f"{job.action} cannot set them"
            tell(job.state, f"Not sent, since {why}: {', '.join(columns.unsent)}.")
        named: dict[Named, None] = {}
        rows, done = Rows(pending, [], table.problems, columns), {}
        clears = job.empty_clears
        for one in wanted_rows(job.resource, job.rows_of, table, columns, job.common, empty_clears=clears):
            one.before = earlier.told.get(one.digest)
            if one.before:
                one.before.there = True
            if entry := settled(one, words):
                rows.words.append(entry)
            if is_settled(one):
                rows.before += 1
                done[one.key] = one.line
            else:
                pending.add(one)
                rows.links |= touched_links(job.resource, one.draft)
                named.update(dict.fromkeys(named_in(job.resource, one.draft)))
    job.state.name(named)
    table.problems.check()
    new = (one for one in pending if not one.before)
    check_fit(earlier, name, new)
    if done and job.action != "create":
        check_once(name, done, pending)
    if words:
        raise UsageError(
            f"--settle: {', '.join(f'line {line}' for line in sorted(words))} is not unknown; nothing was sent.",
            "Only rows whose outcome is unknown are settled by a word.",
        )
    return rows


def _plan(job: Job, rows: Rows, plan: Plan) -> None:
    """What the rows come to, a thousand at a time; the problems of all of them are told at once."""
    from didww_cli.commands.verbs.deleting import memberships
    from didww_cli.jsonapi.client import ListQuery
    from didww_cli.workflows.bulk.reads import Ground
    from didww_cli.workflows.bulk.steps import creations, deletions, looked_at_together, updates

    query = ListQuery(include=memberships(job.resource) if job.action == "delete" else ())
    with job.state.progress() as progress:
        ground = Ground(job.state.client, job.resource, rows.problems, progress.update, rows.pending.count)
        ground.names.names.update(job.names)
        ground.columns, ground.empty_clears, ground.links = rows.columns, job.empty_clears, rows.links
        for chunk in looked_at_together(job.resource, job.action, rows.pending):
            if job.action == "create":
                steps = creations(ground, chunk)
            else:
                steps = updates(ground, chunk) if job.action == "update" else deletions(ground, chunk, query)
            for step in steps:
                plan.add(job.resource, job.action, step, keep=not job.yes)
    rows.problems.check()
    if ground.kept:
        cells = "1 empty cell stands" if ground.kept == 1 else f"{ground.kept:,} empty cells stand"
        tell(job.state, f"{cells} against a value, which stays; null or --empty-clears clears it.")


def _carry_out(job: Job, rows: Rows, plan: Plan, results: str | None, earlier: Earlier) -> None:
    from didww_cli.workflows.bulk.results import ResultsFile
    from didww_cli.workflows.bulk.run import Tally, carry_out, overlapping

    tally, shown = Tally(plan.steps.count, rows.before), _shown(job, plan)
    keep_going = bool(job.values.get("continue_on_error"))
    paced = plan.steps.count and job.state.client.transport.connection.rate is not None
    work = overlapping if paced and job.action == "update" else carry_out
    with closing(ResultsFile(results, earlier)) as file, job.state.progress() as progress:
        if job.state.screen.terminal and job.state.output.streams:
            progress.shown = False  # the records themselves appear one by one
        steps = plan.steps if plan.steps.count else ()
        ended = work(job.state.door, steps, file, keep_going=keep_going)
        try:
            for entry in rows.words:
                file.end(entry)
            counted = _counted(job, ended, tally, progress)
            show_records(job.state, counted, shown, records=job.action != "delete")
        except KeyboardInterrupt as stop:
            _end_what_is_under_way(ended, tally, stop)
            left = f"The row that was under way may be done.\n{_way(job, results)}"
            tell(job.state, f"Interrupted: {tally.summary}. {left}")
            raise
    _conclude(job, tally, results, shown)


def _end_what_is_under_way(ended: Generator[Ended, None, None], tally: Tally, stop: KeyboardInterrupt) -> None:
    """Count what still ends after an interruption that came while a row was shown; one within the run has ended it."""
    with suppress(KeyboardInterrupt):
        tally.add(ended.throw(stop))
        for one in ended:
            tally.add(one)


def _shown(job: Job, plan: Plan) -> Shown:
    """What is shown of the records: where there are columns, what is changed; all of what is created."""
    if job.action == "update" and job.state.output.tabular and not job.state.options.get("verbose"):
        return Shown(written_columns(job.state, job.resource, list(plan.changes.values())), changed=True)
    return Shown(default_columns(job.resource))


def _counted(job: Job, ended: Iterator[Ended], tally: Tally, progress: Progress) -> Iterator[Ended]:
    """What ended, counted as it passes; failures after which the run goes on are told at once."""
    for one in ended:
        tally.add(one)
        progress.update(f"{tally.total - tally.untried:,} of {tally.total:,} {job.resource.noun} …")
        if one.failure and (job.values.get("continue_on_error") or one.step.settled):
            progress.close()
            name = f" ({one.entry.ref})" if one.entry.ref else ""
            advice = looked_for(job.state, job.resource, job.action, one)
            lines = [f"line {one.entry.line}{name}: {one.entry.outcome}: {one.failure.message}", *advice]
            tell(job.state, "\n".join(lines))
        yield one


def _way(job: Job, results: str | None) -> str:
    """How to go on with what is left."""
    same = " (with the same input)" if job.values["source"] == "-" else ""
    if results is None and job.moves:
        return f"The same command goes on{same}, and leaves alone what is done:\n  {typed(job.state)}"
    if results is None:
        return "With --results FILE, --resume can go on."
    return f"To go on with what is left{same}:\n  {go_on_command(job.state.words, results)}"


def _conclude(job: Job, tally: Tally, results: str | None, shown: Shown) -> None:
    """The summary on stderr, as an error where something failed; the work counts for more than its output."""
    error = tally.failure()
    if error is None:
        tell(job.state, f"{tally.summary}.")
        if shown.failure:
            raise shown.failure
        return
    advice: Iterable[str] = looked_for(job.state, job.resource, job.action, tally.first) if tally.first else ()
    texts = [error.hint, *advice, _way(job, results)]
    error.hint = "\n".join(dict.fromkeys(text for text in texts if text))
    raise error
