"""Work in bulk, row by row: each request sent once, each outcome put into the results file as it is known."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any

from didww_cli.errors import DidwwError, NoAccess, OutcomeUnknown, PartlyDone
from didww_cli.jsonapi.ahead import begin
from didww_cli.jsonapi.documents import Document, Record, records
from didww_cli.workflows.bulk.results import (
    DONE,
    FAILED,
    SETTLED,
    STOPPED,
    UNCHANGED,
    UNKNOWN,
    Entry,
    Outcome,
    ResultsFile,
)
from didww_cli.workflows.bulk.steps import Step
from didww_cli.workflows.writing.door import Door

MOST_UNDER_WAY = 8
"""Most updates that wait for their answers at the same time."""

MOST_ERRORS = 1000
"""Most error objects of the API that the failure of a run holds; the results have all."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A row that came to its end: its entry in the results, the record as it is then, and what went wrong."""

    step: Step
    entry: Entry
    record: Record | None = None
    document: Document | None = None
    failure: DidwwError | None = None


@dataclass(slots=True)
class Tally:
    """How many rows came to which end. ``before``: those that an earlier run had settled; ``total``: all others."""

    total: int
    before: int = 0
    counts: dict[Outcome, int] = field(default_factory=dict)
    failed: int = 0
    first: Ended | None = None
    last: Ended | None = None
    errors: list[dict[str, Any]] = field(default_factory=list)

    def add(self, ended: Ended) -> None:
        """Count one; the same again is counted once."""
        if ended is self.last:
            return
        self.last = ended
        self.counts[ended.entry.outcome] = self.counts.get(ended.entry.outcome, 0) + 1
        if ended.failure:
            self.failed += 1
            self.first = self.first or ended
            self.errors += ended.failure.errors[: MOST_ERRORS - len(self.errors)]

    @property
    def untried(self) -> int:
        """The rows that were not come to."""
        return self.total - sum(self.counts.values())

    @property
    def summary(self) -> str:
        """``900 done, 95 unchanged, 5 failed``."""
        parts = [f"{self.counts[kind]:,} {kind}" for kind in Outcome if kind in self.counts]
        parts += [f"{self.untried:,} not tried"] if self.untried else []
        parts += [f"{self.before:,} done before"] if self.before else []
        return ", ".join(parts) or "nothing to do"

    def failure(self) -> DidwwError | None:
        """What the run fails with: the first failure where no row is done, PartlyDone where some are; None for none."""
        error = self.first.failure if self.first else None
        if self.first is None or error is None:
            return None
        entry = self.first.entry
        place = f"line {entry.line}{f' ({entry.ref})' if entry.ref else ''}: {error.message}"
        if not self.before and not any(self.counts.get(kind) for kind in SETTLED):
            error.message = f"{place}\n{self.summary}." if self.total > 1 else place
            return error
        return PartlyDone(f"{self.summary}.\n{'First: ' if self.failed > 1 else ''}{place}", errors=self.errors)


def carry_out(
    door: Door, steps: Iterable[Step], results: ResultsFile, *, keep_going: bool
) -> Generator[Ended, None, None]:
    """Do the steps one after another, and tell how each ended when its outcome stands in the results.

    The first failure ends the run unless ``keep_going``; a refused key always does.
    """
    for step in steps:
        ended = _settled(step)
        if ended is None:
            results.begin(step.wanted.line, step.wanted.digest, step.wanted.ref)
            ended = _sent(door, step)
        _note(results, ended)
        yield ended
        if _ends_the_run(ended, keep_going):
            return


def _note(results: ResultsFile, ended: Ended) -> None:
    """Put an end into the results; what an earlier run left unknown and still is stands there."""
    if ended.step.settled != UNKNOWN:
        results.end(ended.entry)


def _ends_the_run(ended: Ended, keep_going: bool) -> bool:
    return ended.failure is not None and not ended.step.settled and (not keep_going or _hopeless(ended.failure))


def overlapping(
    door: Door, steps: Iterable[Step], results: ResultsFile, *, keep_going: bool
) -> Generator[Ended, None, None]:
    """As ``carry_out``, with as many requests under way as the pace lets start while one is answered.

    Only for updates, which a resumed run reads and compares again. They start in their order, and where the server
    is faster than the pace there is one at a time. What is under way when the run is to stop still ends, and is
    told; when it is interrupted, too, though nothing is repeated then, until it is interrupted again. Whoever is
    interrupted while it shows a row throws that in here; the row may come once more then.
    """
    transport = door.client.transport
    under_way: deque[Future[tuple[Ended, float]]] = deque()
    window, left, stopped = 1, iter(steps), False
    try:
        while True:
            for step in islice(left, 0 if stopped else window - len(under_way)):
                under_way.append(Future())  # before it starts: what is not in here is not waited for
                begin(under_way[-1], partial(_timed, door, step))
            if not under_way:
                return
            ended, seconds = under_way[0].result()
            window = max(len(under_way), min(MOST_UNDER_WAY, 1 + int(seconds * (transport.rate or 0.0))))
            _note(results, ended)
            yield ended
            under_way.popleft()
            stopped = stopped or _ends_the_run(ended, keep_going)
    except KeyboardInterrupt:
        transport.end_pauses()
        for future in under_way:
            if future.cancel():
                continue  # it was not begun
            ended, _ = future.result()
            _note(results, ended)
            yield ended
        raise


def _timed(door: Door, step: Step) -> tuple[Ended, float]:
    """How a step ended, and in how many seconds."""
    start = time.monotonic()
    return _settled(step) or _sent(door, step), time.monotonic() - start


def _hopeless(error: DidwwError) -> bool:
    """Whether every other request would fail in the same way."""
    return isinstance(error, NoAccess) and error.status != 403


def _settled(step: Step) -> Ended | None:
    """The end of a row for which nothing is sent; None where something is."""
    if step.settled:
        cause = step.wanted.before.error if step.wanted.before else None
        failure = OutcomeUnknown(cause or STOPPED) if step.settled == UNKNOWN else None
        entry = _entry(step, _identifier(step), step.settled, failure)
        return Ended(step, entry, step.record, step.document, failure)
    if step.request is None:
        return Ended(step, _entry(step, _identifier(step), UNCHANGED), step.record, step.document)
    return None


def _sent(door: Door, step: Step) -> Ended:
    request = step.request
    assert request is not None
    try:
        document = door.send(request, step.record, step.names)
    except DidwwError as error:
        outcome = UNKNOWN if isinstance(error, OutcomeUnknown) else FAILED
        return Ended(step, _entry(step, _identifier(step), outcome, error), failure=error)
    found = records(document or {}, {})
    record = found[0] if found else step.record
    entry = _entry(step, str(record["id"]) if record and record.get("id") else _identifier(step), DONE)
    return Ended(step, entry, record, document or step.document)


def _identifier(step: Step) -> str | None:
    return str(step.record["id"]) if step.record else None


def _entry(step: Step, identifier: str | None, outcome: Outcome, failure: DidwwError | None = None) -> Entry:
    error = failure.message if failure else None
    return Entry(step.wanted.line, step.wanted.ref, step.wanted.digest, identifier, outcome, error)
