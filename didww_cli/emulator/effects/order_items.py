"""The items of a new order: what they ask for, checked, priced, and described as the order will show them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from didww_cli.catalog.model import Attribute, Sale, Variant
from didww_cli.emulator.account import Account
from didww_cli.emulator.effects import stock
from didww_cli.emulator.problems import Problem, bad_request, missing_parameter
from didww_cli.emulator.state import Record
from didww_cli.emulator.values import money


@dataclass(frozen=True, slots=True)
class Purchase:
    """One item: ``plan`` is what is bought, as ids; ``shown`` the item as the order shows it; ``cost`` all of it.

    ``title``: what an order of such items is called.
    """

    plan: dict[str, Any]
    shown: dict[str, Any]
    cost: Decimal
    title: str
    enough: bool = True


def purchase(account: Account, known: Attribute, item: dict[str, Any]) -> Purchase:
    """What an item buys; Problem 400 where its data is missing or does not fit together."""
    variant = next(one for one in known.variants if one.type == item["type"])
    assert variant.sale is not None
    buy = _buy_thing if variant.sale.thing else _buy_dids
    return buy(account, variant, variant.sale, item["attributes"])


def _invalid(value: Any, name: str) -> Problem:
    return bad_request("Invalid field value", f"{value} is not a valid value for {name}.", "103")


def _found(account: Account, type_: str, wanted: dict[str, Any], name: str) -> Record:
    record = account.state.get(type_, wanted[name])
    if record is None:
        raise _invalid(wanted[name], name)
    return record


def _buy_dids(account: Account, variant: Variant, sale: Sale, wanted: dict[str, Any]) -> Purchase:
    if not wanted.get(sale.sku):
        raise missing_parameter(sale.sku)
    source = _source(sale, wanted)
    sku = _found(account, "stock_keeping_units", wanted, sale.sku)
    group = account.state.get("did_groups", sku.link("did_group"))
    assert group is not None
    listed = _listed(account, wanted, source, group)
    _check_prefix(account, wanted, group)
    qty = wanted["qty"] if source == "qty" else 1
    plan = {"group": group.id, "qty": qty, "listed": listed, "channels": sku.attributes["channels_included_count"]}
    plan |= {"cycles": wanted.get("billing_cycles_count"), "reservation": wanted.get("did_reservation_id")}
    enough = bool(listed) or stock.count(account, group) >= qty
    return _priced(variant, plan, sku.attributes, qty, enough, did_group_id=group.id)


def _source(sale: Sale, wanted: dict[str, Any]) -> str:
    given = [name for name in sale.one_of if wanted.get(name) is not None]
    if not given and wanted.get("nanpa_prefix_id"):
        wanted["qty"] = 1
        return "qty"
    if not given:
        raise missing_parameter("qty")
    if len(given) > 1:
        raise bad_request("Param not allowed", f"{given[-1]} is not allowed together with {given[0]}.", "105")
    return given[0]


def _listed(account: Account, wanted: dict[str, Any], source: str, group: Record) -> str | None:
    """The id of the available DID that is bought; None where any number of the group will do."""
    if source == "qty":
        return None
    if source == "did_reservation_id":
        available_id = _found(account, "did_reservations", wanted, source).link("available_did")
        available = account.state.get("available_dids", available_id)
    else:
        available = _found(account, "available_dids", wanted, source)
    taken = source == "available_did_id" and available and available.private.get("reserved")
    if available is None or taken or available.link("did_group") != group.id:
        raise _invalid(wanted[source], source)
    return available.id


def _check_prefix(account: Account, wanted: dict[str, Any], group: Record) -> None:
    if wanted.get("nanpa_prefix_id"):
        prefix = _found(account, "nanpa_prefixes", wanted, "nanpa_prefix_id")
        if prefix.link("did_group") != group.id:
            raise _invalid(wanted["nanpa_prefix_id"], "nanpa_prefix_id")


def _buy_thing(account: Account, variant: Variant, sale: Sale, wanted: dict[str, Any]) -> Purchase:
    for name in (sale.thing, "qty"):
        if not wanted.get(name):
            raise missing_parameter(name)
    term = sale.term(sale.thing)
    assert term is not None
    thing = _found(account, term.to, wanted, sale.thing)
    if wanted["qty"] < thing.attributes.get(sale.fewest, 1):
        raise _invalid(wanted["qty"], "qty")
    plan = {"thing": thing.id, "of": thing.type, "qty": wanted["qty"]}
    price = _price_of(account, sale, thing, wanted["qty"])
    return _priced(variant, plan, price, wanted["qty"], True, **{sale.thing: thing.id})


def _price_of(account: Account, sale: Sale, thing: Record, qty: int) -> dict[str, Any]:
    """The prices of one piece when that many are bought."""
    steps = [account.state.get(sale.steps, price) for price in thing.linked(sale.steps)]
    reached = [step.attributes for step in steps if step and step.attributes["qty"] <= qty]
    return max(reached, key=lambda step: int(step["qty"]), default=thing.attributes)


def _priced(
    variant: Variant, plan: dict[str, Any], price: dict[str, Any], qty: int, enough: bool, **about: str
) -> Purchase:
    assert variant.sale is not None
    once, monthly = Decimal(price["setup_price"]), Decimal(price["monthly_price"])
    shown = {
        "qty": qty,
        "nrc": money(once),
        "mrc": money(monthly),
        "prorated_mrc": False,
        "billed_from": None,
        "billed_to": None,
        "setup_price": money(once),
        "monthly_price": money(monthly),
        **about,
    }
    shown = {name: value for name, value in shown.items() if variant.attribute(name)}
    cost = qty * (once + monthly)
    return Purchase(plan, {"type": variant.type, "attributes": shown}, cost, variant.sale.title, enough)
