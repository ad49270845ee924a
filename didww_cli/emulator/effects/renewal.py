"""Renewing a DID whose paid period is over: it costs another month, or nothing happens."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from didww_cli.emulator.account import Account
from didww_cli.emulator.clock import month_later, parse, stamp
from didww_cli.emulator.effects import ledger
from didww_cli.emulator.effects.history import log
from didww_cli.emulator.state import Record


def is_due(account: Account, did: Record) -> bool:
    """Whether the paid period of a DID is over."""
    until = did.attributes["expires_at"]
    return until is not None and parse(until) <= account.now


def is_affordable(account: Account, did: Record) -> bool:
    """Whether restoring a DID is free, or the account can pay the renewal."""
    return not is_due(account, did) or price(account, did) <= ledger.available(account)


def renew(account: Account, did: Record) -> dict[str, Any]:
    """Takes the money for a month; what changes of the DID. It renews for ever from now on."""
    ledger.take(account, price(account, did))
    log(account, did.attributes["number"], "renewed")
    return {"expires_at": stamp(month_later(account.now)), "billing_cycles_count": None}


def price(account: Account, did: Record) -> Decimal:
    """What a DID costs a month: the price of its group with as many channels as came with it."""
    group = did.link("did_group")
    offers = account.state.holding("stock_keeping_units", "did_group", group)
    included = did.attributes["channels_included_count"]
    prices = {offer.attributes["channels_included_count"]: offer.attributes["monthly_price"] for offer in offers}
    return Decimal(prices.get(included, "0"))
