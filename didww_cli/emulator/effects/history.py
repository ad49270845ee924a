"""Entries of the history of DIDs."""

from __future__ import annotations

from uuid import uuid4

from didww_cli.emulator.account import Account
from didww_cli.emulator.clock import stamp
from didww_cli.emulator.state import Record


def log(account: Account, number: str, action: str, changed: tuple[int | None, int | None] | None = None) -> None:
    """Notes what was done to a number through the API; ``changed`` holds the values before and after."""
    attributes = {"did_number": number, "action": action, "method": "api3", "created_at": stamp(account.now)}
    meta = {"from": _text(changed[0]), "to": _text(changed[1])} if changed else None
    account.state.add(Record("did_history", str(uuid4()), attributes, {}, meta))


def _text(value: int | None) -> str:
    return "empty" if value is None else str(value)
