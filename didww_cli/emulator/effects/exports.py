"""CDR exports: their period is checked, and their file is there after a while."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from didww_cli.catalog.model import Filter
from didww_cli.catalog.orders import EXPORT_CHOICES
from didww_cli.catalog.versions import holds
from didww_cli.emulator.account import Account
from didww_cli.emulator.effects import tasks
from didww_cli.emulator.effects.callbacks import announce
from didww_cli.emulator.effects.change import Behaviour, Change
from didww_cli.emulator.effects.orders import check_callback
from didww_cli.emulator.problems import ErrorObject, invalid
from didww_cli.emulator.state import Record

FORMAT = "%Y-%m-%d %H:%M:%S"


def _check(change: Change) -> Iterator[ErrorObject]:
    if change.creating:
        yield from check_callback(change)
        yield from _check_filters(change, change.attributes["filters"])


def _check_filters(change: Change, filters: dict[str, Any]) -> Iterator[ErrorObject]:
    known = {
        one.name: one for one in EXPORT_CHOICES[change.attributes["export_type"]] if holds(one, change.account.version)
    }
    for name in filters.keys() - {"from", "to", *known}:
        yield _wrong(f"{name} not allowed")
    moments = {name: _moment(filters.get(name)) for name in ("from", "to")}
    for name, moment in moments.items():
        yield from _check_moment(change.account, name, moment)
    begin, end = moments["from"], moments["to"]
    if begin and end and begin >= end:
        yield _wrong("from must be before to")
    for name in known.keys() & filters.keys():
        value = filters[name]
        if not all(_fits(change, known[name], one) for one in (value if isinstance(value, list) else [value])):
            yield _wrong(f"{name} not valid")


def _wrong(message: str) -> ErrorObject:
    return invalid("/data/attributes/filters", message, "filters")


def _moment(text: object) -> datetime | None:
    try:
        return datetime.strptime(text, FORMAT).replace(tzinfo=UTC) if isinstance(text, str) else None
    except ValueError:
        return None


def _check_moment(account: Account, name: str, moment: datetime | None) -> Iterator[ErrorObject]:
    if moment is None:
        yield _wrong(f"{name} not valid")
    elif moment < _oldest(account.now):
        yield _wrong(f"{name} must be within the current and 2 previous months")
    elif moment > account.now:
        yield _wrong(f"{name} must not be in the future")


def _oldest(now: datetime) -> datetime:
    """Midnight of the first day of the month before the last."""
    months = now.year * 12 + now.month - 1 - 2
    return datetime(months // 12, months % 12 + 1, 1, tzinfo=UTC)


def _fits(change: Change, choice: Filter, value: object) -> bool:
    if not isinstance(value, str) or (choice.enum and value not in choice.enum):
        return False
    return not choice.to or change.state.get(choice.to, value) is not None


def _queue(change: Change, export: Record) -> None:
    if change.creating:
        change.state.keep(export, version=change.account.version)  # a file keeps the columns of that version
        tasks.begin(change.account, export)


def process(account: Account, export: Record) -> None:
    """The server has begun to fill the file."""
    if export.attributes["status"] == "pending":
        account.state.set(export, status="processing")


def complete(account: Account, export: Record) -> None:
    """The file is there; a month later it goes, and the export with it."""
    if export.attributes["status"] == "completed":
        account.state.remove(export)
        tasks.drop(account, export)
        return
    file_id = str(uuid4())
    account.state.keep(export, file=file_id)
    account.state.set(export, status="completed", url=f"/exports/{file_id}.csv.gz")
    tasks.until(account, export, account.now + timedelta(seconds=account.timing.export_file))
    announce(account, export, url=account.base_url + export.attributes["url"])


EXPORTS = Behaviour(check=_check, done=_queue)
