"""Waiting for something that takes time: read it again and again until it is as wanted."""

from __future__ import annotations

import time
from collections.abc import Callable

from didww_cli.catalog.model import Ends
from didww_cli.errors import CheckFailed, WaitTimedOut
from didww_cli.jsonapi.documents import Record

WAIT_TIMEOUT = 600.0
FIRST_PAUSE, LONGEST_PAUSE, GROWTH = 0.5, 10.0, 1.5
"""Seconds between two readings, at first and at most, and how much each is longer than the one before."""

Done = Callable[[Record], bool]
Told = Callable[[Record, float], None]


def wait_for(
    read: Callable[[], Record],
    done: Done,
    *,
    timeout: float = WAIT_TIMEOUT,
    sleep: Callable[[float], None] | None = None,
    clock: Callable[[], float] = time.monotonic,
    since: float | None = None,
    progress: Told | None = None,
    what: str = "",
    go_on: str = "",
) -> Record:
    """Read until ``done`` says so, and return that reading. WaitTimedOut after ``timeout`` seconds.

    The seconds count from now, or from a reading of the clock (``since``) where several are waited for together.
    ``done`` raises CheckFailed where the end is another one (see ``is_done``). ``progress`` gets each reading and
    the seconds waited so far. ``what`` and ``go_on`` are, for messages, what is waited for and the command to go on.
    """
    pause, start = FIRST_PAUSE, clock() if since is None else since
    while True:
        record = read()
        if done(record):
            return record
        waited = clock() - start
        if waited >= timeout:
            raise WaitTimedOut(
                f"{what or _name(record)} is still {record.get('status') or 'unfinished'} after {waited:.0f} s.",
                f"Go on with: {go_on}" if go_on else "Look again later, or wait longer with --wait-timeout.",
            )
        if progress:
            progress(record, waited)
        (sleep or time.sleep)(min(pause, timeout - waited))
        pause = min(LONGEST_PAUSE, pause * GROWTH)


def is_done(ends: Ends, hint: str = "") -> Done:
    """Whether a record has the status that ends it well, in capitals or not. CheckFailed where it has another end."""

    def done(record: Record) -> bool:
        status = str(record.get("status") or "").lower()
        if status in ends.failed:
            raise CheckFailed(f"{_name(record)} is {status}, not {ends.done}.", hint)
        return status == ends.done

    return done


def _name(record: Record) -> str:
    return f"{record.get('type')} {record.get('id')}"
