"""Orders: money is taken when they are placed, DIDs and channels come when they are completed."""

from __future__ import annotations

import secrets
import string
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from uuid import uuid4

from didww_cli.catalog.model import Attribute
from didww_cli.emulator.account import Account
from didww_cli.emulator.clock import day, month_later, stamp
from didww_cli.emulator.defaults import attributes as with_defaults
from didww_cli.emulator.effects import ledger, stock, tasks
from didww_cli.emulator.effects.callbacks import announce
from didww_cli.emulator.effects.change import Behaviour, Change, attribute_error, refuse
from didww_cli.emulator.effects.dids import log
from didww_cli.emulator.effects.order_items import Purchase, purchase
from didww_cli.emulator.effects.shapes import is_url
from didww_cli.emulator.effects.stock import release
from didww_cli.emulator.problems import ErrorObject, bad_request
from didww_cli.emulator.state import Record
from didww_cli.emulator.values import money


def new_reference() -> str:
    """A short reference as the server makes it: ``KTH-650932``."""
    letters = "".join(secrets.choice(string.ascii_uppercase) for _ in range(3))
    return f"{letters}-{secrets.randbelow(900000) + 100000}"


def _check(change: Change) -> Iterator[ErrorObject]:
    if not change.creating:
        return
    yield from check_callback(change)
    known = change.resource.attribute("items")
    assert known is not None
    purchases = [purchase(change.account, known, item) for item in change.attributes["items"]]
    _check_distinct(purchases)
    if change.attributes.get("allow_back_ordering") is False and not all(item.enough for item in purchases):
        raise bad_request("Bad Request", "Not enough DIDs are available.")
    cost = sum((item.cost for item in purchases), Decimal())
    ledger.check_funds(change.account, cost)
    change.attributes |= _described(known, purchases, cost)
    change.private["plans"] = [item.plan for item in purchases]


def check_callback(change: Change) -> Iterator[ErrorObject]:
    """Refuses a callback URL that is none."""
    url = change.attributes.get("callback_url")
    if url and not is_url(url):
        yield attribute_error("callback_url", "is invalid")


def _check_distinct(purchases: list[Purchase]) -> None:
    listed = [item.plan["listed"] for item in purchases if item.plan.get("listed")]
    if len(listed) != len(set(listed)):
        raise bad_request("Invalid field value", "The same number is ordered twice.", "103")


def _described(known: Attribute, purchases: list[Purchase], cost: Decimal) -> dict[str, Any]:
    return {
        "items": [item.shown for item in purchases],
        "reference": new_reference(),
        "description": _title(known, purchases),
        "amount": money(cost),
    }


def _title(known: Attribute, purchases: list[Purchase]) -> str:
    """What the order is called: after the first kind of item that it holds, in the catalog's order."""
    titles = {item.title for item in purchases}
    return next(one.sale.title for one in known.variants if one.sale and one.sale.title in titles)


def _place(change: Change, order: Record) -> None:
    if not change.creating:
        return
    account, plans = change.account, order.private["plans"]
    ledger.take(account, Decimal(order.attributes["amount"]))
    for plan in plans:
        _set_aside(account, plan)
    if all("thing" in plan for plan in plans):
        complete(account, order)
    else:
        tasks.begin(account, order)


def _set_aside(account: Account, plan: dict[str, Any]) -> None:
    """Takes the chosen number off the market; its reservation has served."""
    reservation = account.state.get("did_reservations", plan.get("reservation"))
    if reservation:
        release(account, reservation)
    listed = account.state.get("available_dids", plan.get("listed"))
    if listed:
        account.state.keep(listed, reserved=True)


def complete(account: Account, order: Record) -> None:
    """Delivers what was ordered; leaves the order as it is while numbers are missing."""
    plans = order.private["plans"]
    if not _in_stock(account, plans):
        return
    for plan in plans:
        if "group" in plan:
            _deliver_dids(account, order, plan)
        elif plan["of"] == "capacity_pools":
            _deliver_channels(account, plan)
    _bill(account, order)
    tasks.drop(account, order)
    announce(account, order)


def _in_stock(account: Account, plans: list[dict[str, Any]]) -> bool:
    wanted: dict[str, int] = {}
    for plan in plans:
        if "group" in plan and not plan["listed"]:
            wanted[plan["group"]] = wanted.get(plan["group"], 0) + plan["qty"]
    groups = account.state.tables["did_groups"]
    return all(stock.count(account, groups[group]) >= qty for group, qty in wanted.items())


def _deliver_channels(account: Account, plan: dict[str, Any]) -> None:
    pool = account.state.get("capacity_pools", plan["thing"])
    if pool:
        account.state.set(pool, total_channels_count=pool.attributes["total_channels_count"] + plan["qty"])


def _deliver_dids(account: Account, order: Record, plan: dict[str, Any]) -> None:
    group = account.state.tables["did_groups"][plan["group"]]
    listed = account.state.get("available_dids", plan["listed"])
    numbers = [stock.take_listed(account, listed)] if listed else stock.take(account, group, plan["qty"])
    for number in numbers:
        account.state.add(_did(account, order, plan, group, number))
        log(account, number, "assigned")


def _did(account: Account, order: Record, plan: dict[str, Any], group: Record, number: str) -> Record:
    waits = bool(group.meta and group.meta["needs_registration"])
    given = {
        "number": number,
        "channels_included_count": plan["channels"],
        "billing_cycles_count": plan["cycles"],
        "created_at": stamp(account.now),
        "expires_at": stamp(month_later(account.now)),
        "awaiting_registration": waits,
        "blocked": waits,
    }
    return Record("dids", str(uuid4()), with_defaults("dids", given), {"did_group": group.id, "order": order.id})


def _bill(account: Account, order: Record) -> None:
    period = {"billed_from": day(account.now), "billed_to": day(month_later(account.now))}
    items = [
        {"type": item["type"], "attributes": {**item["attributes"], **period}} for item in order.attributes["items"]
    ]
    account.state.set(order, items=items, status="completed")


def _cancel(account: Account, order: Record) -> None:
    """Ends a pending order: its DIDs go, its money comes back."""
    if order.attributes["status"] != "pending":
        raise refuse("only a pending order can be canceled")
    for plan in order.private.get("plans", []):
        listed = account.state.get("available_dids", plan.get("listed"))
        if listed:
            account.state.keep(listed, reserved=False)
    for did in list(account.state.holding("dids", "order", order.id)):
        account.state.remove(did)
        log(account, did.attributes["number"], "removed")
    ledger.take(account, -Decimal(order.attributes["amount"]))
    account.state.set(order, status="canceled")
    tasks.drop(account, order)
    announce(account, order)


ORDERS = Behaviour(check=_check, done=_place, remove=_cancel)
