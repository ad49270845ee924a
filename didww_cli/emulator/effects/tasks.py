"""What is under way: records that change by themselves after some reads or seconds."""

from __future__ import annotations

from datetime import datetime, timedelta

from didww_cli.emulator.account import Account
from didww_cli.emulator.clock import parse, stamp
from didww_cli.emulator.state import Record

TABLE = "tasks"


def begin(account: Account, record: Record) -> None:
    """Lets a record finish by the account's timing."""
    seconds = account.timing.seconds
    due = account.now + timedelta(seconds=seconds) if seconds is not None else None
    _add(account, record, due, counts=account.timing.reads is not None)


def until(account: Account, record: Record, due: datetime) -> None:
    """Lets a record change at a moment, however often it is read."""
    _add(account, record, due, counts=False)


def _add(account: Account, record: Record, due: datetime | None, *, counts: bool) -> None:
    private = {"of": record.type, "due": stamp(due) if due else None, "reads": 0 if counts else None}
    account.state.add(Record(TABLE, record.id, private=private))


def drop(account: Account, record: Record) -> None:
    """Forgets that something was to happen to a record."""
    task = account.state.get(TABLE, record.id)
    if task:
        account.state.remove(task)


def seen(account: Account, record: Record) -> None:
    """Counts that a record was shown."""
    task = account.state.get(TABLE, record.id)
    if task and task.private["reads"] is not None:
        account.state.keep(task, reads=task.private["reads"] + 1)


def is_due(account: Account, task: Record) -> bool:
    """Whether it was read often enough, or its time has come."""
    reads, due = task.private["reads"], task.private["due"]
    if reads is not None and account.timing.reads is not None and reads >= account.timing.reads:
        return True
    return due is not None and account.now >= parse(due)


def is_begun(task: Record) -> bool:
    """Whether it was shown at least once."""
    return bool(task.private["reads"])
