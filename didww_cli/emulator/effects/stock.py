"""Numbers on sale: how many a DID group has, and taking them."""

from __future__ import annotations

from didww_cli.emulator.account import Account
from didww_cli.emulator.derived import meta
from didww_cli.emulator.state import Record


def count(account: Account, group: Record) -> int:
    """How many numbers of a group can be sold."""
    return int(meta(account.state, group)["total_count"])


def take(account: Account, group: Record, qty: int) -> list[str]:
    """Takes numbers out of the stock of a group: unlisted ones first, then those among the available DIDs."""
    unlisted = min(qty, group.private["size"] - group.private["used"])
    start = group.private["first"] + group.private["used"]
    account.state.keep(group, used=group.private["used"] + unlisted)
    numbers = [str(start + place) for place in range(unlisted)]
    free = (
        did
        for did in list(account.state.holding("available_dids", "did_group", group.id))
        if not did.private.get("reserved")
    )
    return numbers + [take_listed(account, next(free)) for _ in range(qty - unlisted)]


def take_listed(account: Account, available: Record) -> str:
    """Takes one available DID and gives its number."""
    account.state.remove(available)
    return str(available.attributes["number"])
