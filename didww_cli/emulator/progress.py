"""Time passing: what is due happens before a request is answered."""

from __future__ import annotations

from collections.abc import Iterable

from didww_cli.emulator.account import Account
from didww_cli.emulator.effects import BEGINNINGS, ENDINGS, tasks
from didww_cli.emulator.state import Record


def advance(account: Account) -> None:
    """Lets everything happen that is due."""
    for task in list(account.state.all(tasks.TABLE)):
        record = account.state.get(task.private["of"], task.id)
        if record is None:
            account.state.remove(task)
        elif tasks.is_due(account, task):
            ENDINGS[record.type](account, record)
        elif tasks.is_begun(task) and record.type in BEGINNINGS:
            BEGINNINGS[record.type](account, record)


def shown(account: Account, records: Iterable[Record]) -> None:
    """Counts that records were shown: some change after they were looked at often enough."""
    if account.state.count(tasks.TABLE):
        for record in records:
            tasks.seen(account, record)
