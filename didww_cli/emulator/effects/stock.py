"""Numbers on sale: how many a DID group has, holding and taking them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from didww_cli.emulator.account import Account
from didww_cli.emulator.clock import stamp
from didww_cli.emulator.derived import MOST_RESERVED, meta
from didww_cli.emulator.effects import tasks
from didww_cli.emulator.effects.change import Behaviour, Change, link_error
from didww_cli.emulator.problems import ErrorObject, invalid
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


def _check(change: Change) -> Iterator[ErrorObject]:
    number = change.target("available_did")
    if number and number.private.get("reserved"):
        yield link_error("available_did", "is invalid")
    if change.state.count("did_reservations") >= MOST_RESERVED:
        yield invalid("/data", f"no more than {MOST_RESERVED} DIDs can be reserved")
    expires = change.account.now + timedelta(seconds=change.account.timing.reservation)
    change.attributes["expires_at"] = stamp(expires)


def _hold(change: Change, reservation: Record) -> None:
    number = change.target("available_did")
    assert number is not None
    change.state.keep(number, reserved=True)
    lifetime = timedelta(seconds=change.account.timing.reservation)
    tasks.until(change.account, reservation, change.account.now + lifetime)


def release(account: Account, reservation: Record) -> None:
    """Ends a reservation; its number is on sale again."""
    number = account.state.get("available_dids", reservation.link("available_did"))
    if number:
        account.state.keep(number, reserved=False)
    account.state.remove(reservation)
    tasks.drop(account, reservation)


RESERVATIONS = Behaviour(check=_check, done=_hold, remove=release)
