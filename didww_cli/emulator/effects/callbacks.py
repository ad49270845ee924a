"""Events that a callback reports, as they come out of changes."""

from __future__ import annotations

from typing import Any

from didww_cli.emulator.account import Account, Event
from didww_cli.emulator.state import Record


def announce(account: Account, record: Record, **more: Any) -> None:
    """Reports the status of a record to its callback URL, if it has one; ``more`` are further parameters."""
    url = record.attributes.get("callback_url")
    if url:
        parameters = {"id": record.id, "type": record.type, "status": record.attributes["status"], **more}
        account.events.append(Event(url, record.attributes.get("callback_method") or "post", parameters))
