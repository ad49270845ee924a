"""Work in bulk, row by row: each request sent once, each outcome put into the results file as it is known."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from didww_cli.errors import DidwwError, NetworkFailure, NoAccess, OutcomeUnknown, PartlyDone
from didww_cli.jsonapi.client import Client
from didww_cli.jsonapi.documents import Record, records
from didww_cli.workflows.bulk import Step
from didww_cli.workflows.bulk_reads import Document
from didww_cli.workflows.results import DONE, FAILED, SETTLED, UNCHANGED, UNKNOWN, Entry, Outcome, ResultsFile
from didww_cli.workflows.writes import Request

MOST_UNDER_WAY = 8
"""Most updates that wait for their answers at the same time."""

INTERRUPTED = "It was interrupted before the answer was there."


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
    failures: list[Ended] = field(default_factory=list)

    def add(self, ended: Ended) -> None:
        """Count one."""
        self.counts[ended.entry.outcome] = self.counts.get(ended.entry.outcome, 0) + 1
        if ended.failure:
            self.failures.append(ended)

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
        if not self.failures:
            return None
        first = self.failures[0]
        error = first.failure
        assert error is not None
        place = f"line {first.entry.line}{f' ({first.entry.ref})' if first.entry.ref else ''}: {error.message}"
        if not self.before and not any(self.counts.get(kind) for kind in SETTLED):
            error.message = f"{place}\n{self.summary}." if self.total > 1 else place
            return error
        errors = [one for ended in self.failures if ended.failure for one in ended.failure.errors]
        return PartlyDone(f"{self.summary}.\n{'First: ' if len(self.failures) > 1 else ''}{place}", errors=errors)


def carry_out(client: Client, steps: Sequence[Step], results: ResultsFile, *, keep_going: bool) -> Iterator[Ended]:
    """Do the steps one after another, and tell how each ended when its outcome stands in the results.

    The first failure ends the run unless ``keep_going``; a refused key always does.
    """
    if _may_overlap(client, steps):
        yield from _overlapping(client, steps, results, keep_going=keep_going)
        return
    for step in steps:
        ended = _settled(step)
        if ended is None:
            results.begin(step.wanted.line, step.wanted.ref)
            ended = _interruptible(client, step, results)
        results.end(ended.entry)
        yield ended
        if _ends_the_run(ended, keep_going):
            return


def _ends_the_run(ended: Ended, keep_going: bool) -> bool:
    return ended.failure is not None and not ended.step.settled and (not keep_going or _hopeless(ended.failure))


def _may_overlap(client: Client, steps: Sequence[Step]) -> bool:
    """Whether requests are paced and all are updates, which a resumed run reads and compares again."""
    requests = [step.request for step in steps if step.request]
    return client.transport.connection.rate is not None and all(one.method == "PATCH" for one in requests)


def _overlapping(client: Client, steps: Sequence[Step], results: ResultsFile, *, keep_going: bool) -> Iterator[Ended]:
    """As ``carry_out``, with as many requests under way as the pace lets start while one is answered.

    They start in their order, and where the server is faster than the pace there is one at a time. What is under way
    when the run is to stop still ends, and is told.
    """
    from concurrent.futures import Future, ThreadPoolExecutor

    rate = client.transport.connection.rate or 0.0
    under_way: deque[Future[tuple[Ended, float]]] = deque()
    window, left, stopped = 1, iter(steps), False
    with ThreadPoolExecutor(MOST_UNDER_WAY) as pool:
        while True:
            for step in islice(left, 0 if stopped else window - len(under_way)):
                under_way.append(pool.submit(_timed, client, step))
            if not under_way:
                return
            ended, seconds = under_way.popleft().result()
            window = max(len(under_way), min(MOST_UNDER_WAY, 1 + int(seconds * rate)))
            results.end(ended.entry)
            yield ended
            stopped = stopped or _ends_the_run(ended, keep_going)


def _timed(client: Client, step: Step) -> tuple[Ended, float]:
    """How a step ended, and in how many seconds."""
    start = time.monotonic()
    return _settled(step) or _sent(client, step), time.monotonic() - start


def _hopeless(error: DidwwError) -> bool:
    """Whether every other request would fail in the same way."""
    return isinstance(error, NoAccess) and error.status != 403


def _settled(step: Step) -> Ended | None:
    """The end of a row for which nothing is sent; None where something is."""
    if step.settled:
        failure = OutcomeUnknown(step.reason) if step.settled == UNKNOWN else None
        entry = _entry(step, _identifier(step), step.settled, failure)
        return Ended(step, entry, step.record, step.document, failure)
    if step.request is None:
        return Ended(step, _entry(step, _identifier(step), UNCHANGED), step.record, step.document)
    return None


def _interruptible(client: Client, step: Step, results: ResultsFile) -> Ended:
    """Send a row; when the user interrupts it, the results say that its outcome is unknown."""
    try:
        return _sent(client, step)
    except KeyboardInterrupt:
        results.end(_entry(step, _identifier(step), UNKNOWN, OutcomeUnknown(INTERRUPTED)))
        raise


def _sent(client: Client, step: Step) -> Ended:
    request = step.request
    assert request is not None
    try:
        document = _written(client, request)
    except DidwwError as error:
        outcome = UNKNOWN if isinstance(error, OutcomeUnknown) else FAILED
        return Ended(step, _entry(step, _identifier(step), outcome, error), failure=error)
    found = records(document or {}, {})
    record = found[0] if found else step.record
    entry = _entry(step, str(record["id"]) if record and record.get("id") else _identifier(step), DONE)
    return Ended(step, entry, record, document or step.document)


def _identifier(step: Step) -> str | None:
    return str(step.record["id"]) if step.record else None


def _written(client: Client, request: Request) -> Document | None:
    try:
        return client.write(request.method, request.path, request.body)
    except NetworkFailure as error:
        if error.status is None or error.status >= 300:
            raise
        raise OutcomeUnknown(f"The server took it, but {error.message}", status=error.status) from None


def _entry(step: Step, identifier: str | None, outcome: Outcome, failure: DidwwError | None = None) -> Entry:
    return Entry(step.wanted.line, step.wanted.ref, identifier, outcome, failure.message if failure else None)
