"""What an order will cost before it is placed: stock keeping units (SKUs), prices by quantity, the balance.

All prices are without VAT. Money is ``Decimal``, made from the server's decimal strings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.amounts import amount, money
from didww_cli.catalog.consequences import NO_CHANNELS
from didww_cli.catalog.links import label
from didww_cli.catalog.model import Sale, Term
from didww_cli.catalog.numbers import DID_GROUPS
from didww_cli.catalog.orders import BALANCES, ORDERS
from didww_cli.catalog.sales import AMOUNT, CHANNELS, MONTHLY, SETUP
from didww_cli.errors import NotFound, UsageError
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Record, records

BY_ITS_GROUP = "The price of a SKU is only found through what it belongs to: add --did-group."


@dataclass(frozen=True, slots=True)
class Offer:
    """What is on sale under a name, and the SKUs that it can be bought by."""

    title: str
    skus: tuple[Record, ...]


@dataclass(slots=True)
class Purchase:
    """An item as it is sent, with ids for all that it names, and what was learnt about it on the way.

    ``finder``: the ids by which its price can be found. ``offer`` is None while unread. ``notice`` is for the user.
    """

    type: str
    sale: Sale
    attributes: dict[str, Any]
    finder: Mapping[str, str]
    offer: Offer | None = None
    notice: str = ""

    @property
    def qty(self) -> int:
        """How many numbers or channels it buys."""
        return int(self.attributes.get(self.sale.quantity, 1))

    @property
    def renewals(self) -> int | None:
        """How many months follow the first one; None for ever."""
        found = self.attributes.get(self.sale.cycles)
        return None if found is None else int(found)


@dataclass(frozen=True, slots=True)
class Price:
    """Paid once and paid each month."""

    setup: Decimal
    monthly: Decimal

    def times(self, number: int) -> Price:
        """The price of so many."""
        return Price(self.setup * number, self.monthly * number)

    def __add__(self, other: Price) -> Price:
        return Price(self.setup + other.setup, self.monthly + other.monthly)


@dataclass(frozen=True, slots=True)
class Line:
    """One item of a quote: how many of what, and the price of all of them; None where it cannot be had. ``renewals``:
    how many months follow the first one; None for ever. ``hint``: what more is to be said of
    its price.
    """

    qty: int
    title: str
    price: Price | None
    renewals: int | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """What an order costs by the price list, and the money there is as the server says it, empty where it does not.

    ``pending``: the amounts of orders that are pending, which DIDWW's own check of the balance does not look at (its
    page of 2026-11-19).
    """

    lines: Sequence[Line]
    balance: str = ""
    pending: Sequence[Decimal] = ()

    @property
    def whole(self) -> bool:
        """Whether all prices are known."""
        return all(line.price for line in self.lines)

    @property
    def hints(self) -> list[str]:
        """What more is to be said of the prices."""
        return list(dict.fromkeys(line.hint for line in self.lines if line.hint))

    @property
    def known(self) -> bool:
        """Whether any price is known."""
        return any(line.price for line in self.lines)

    @property
    def total(self) -> Price:
        """The sum of the prices that are known."""
        return sum((line.price for line in self.lines if line.price), Price(Decimal(), Decimal()))

    @property
    def money_left(self) -> str:
        """The balance, and what of it is asked for already."""
        asked = sum(self.pending, Decimal())
        there = amount(self.balance)
        if not asked or there is None:
            return self.balance or "unknown"
        orders = f"{len(self.pending):,} pending order{'s' if len(self.pending) > 1 else ''}"
        return f"{self.balance}, of which {money(asked)} is asked for by {orders}: {money(there - asked)} is left"


def price_of(record: Mapping[str, Any]) -> Price | None:
    """The price in a SKU, capacity pool or price by quantity; None where it holds none."""
    setup, monthly = (amount(record.get(name)) for name in (SETUP, MONTHLY))
    return None if setup is None or monthly is None else Price(setup, monthly)


def offer_of(client: Client, sale: Sale, finder: Mapping[str, str]) -> Offer | None:
    """What is on sale by the ids of an available DID, reservation, DID group or NANPA prefix; None without any.

    There is no list of SKUs: they are read through what they belong to, directly where that can be had.
    """
    finders = [term for term in sale.terms if term.skus and term.member in finder]
    for term in sorted(finders, key=lambda term: bool(term.through[0])):
        if term.through[0]:
            return _offer_through(client, term, finder[term.member])
        query = ListQuery(include=(term.skus,))
        found = records(client.get(BY_TYPE[term.to], finder[term.member], query), query.tree)[0]
        return _offer(found, *term.skus.split("."))
    return None


def _offer(found: Record, *path: str) -> Offer:
    number, here = "", found
    for step in ("", *path[:-1]):
        inner = here.get(step) if step else here
        here = inner if isinstance(inner, dict) else {}
        number = str(here.get("number") or number)
    area = label(here, DID_GROUPS) if here.get("id") else ""
    title = f"{number} ({area})" if number and area else number or f"numbers of {area}"
    return Offer(title, _skus(here, path[-1]))


def _skus(group: Mapping[str, Any], name: str) -> tuple[Record, ...]:
    found = group.get(name)
    return tuple(one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()


def _offer_through(client: Client, term: Term, identifier: str) -> Offer:
    kind, key = term.through
    groups = list(client.list(BY_TYPE[kind], ListQuery({key: (identifier,)}, include=(term.skus,))))
    areas = " and ".join(label(group, BY_TYPE[kind]) for group in groups)
    return Offer(f"numbers of {areas}", tuple(sku for group in groups for sku in _skus(group, term.skus)))


def chosen_sku(offer: Offer, channels: int | None) -> tuple[Record, str]:
    """The SKU to buy by, and a notice where there was a choice: that with so many channels; without a number, the
    only one there is, or the only one that includes no channels. UsageError with all of them otherwise.
    """
    fits = [sku for sku in offer.skus if channels in (None, sku.get(CHANNELS))]
    if not offer.skus:
        raise NotFound(f"There is no SKU for {offer.title}.", "Give one with --sku.")
    if channels is None and len(fits) > 1:
        fits = [sku for sku in fits if sku.get(CHANNELS) == 0]
    if channels is not None and not fits:
        raise UsageError(f"--channels {channels}: no SKU of {offer.title} includes so many:\n{_listed(offer)}")
    if len(fits) != 1:
        said = f"It is not clear by which SKU to buy {offer.title}:\n{_listed(offer)}"
        raise UsageError(said, "Choose one with --sku.")
    return fits[0], _choice(offer, fits[0], chosen=channels is not None)


def check_own(offer: Offer, sku: Any) -> None:
    """UsageError for a SKU that is none of an offer's: it would buy something else, at another price."""
    if offer.skus and str(sku).casefold() not in [str(one.get("id")).casefold() for one in offer.skus]:
        raise UsageError(f"SKU {sku} does not belong to {offer.title}, which has:\n{_listed(offer)}")


def _listed(offer: Offer) -> str:
    return "\n".join(f"  {_described(sku)}" for sku in offer.skus)


def _choice(offer: Offer, sku: Record, *, chosen: bool) -> str:
    """What there is to say about the SKU that was found; empty for nothing."""
    others = "; ".join(_described(one) for one in offer.skus if one is not sku)
    said = []
    if others and not chosen:
        said.append(f"{offer.title}: bought by SKU {_described(sku)}. --channels or --sku chooses another: {others}.")
    if sku.get(CHANNELS) == 0:
        said.append(NO_CHANNELS)
    return "\n".join(said)


def _described(sku: Record) -> str:
    price = price_of(sku)
    cost = f"setup {money(price.setup)}, monthly {money(price.monthly)}" if price else "price unknown"
    return f"{sku.get('id')} ({sku.get(CHANNELS, '?')} channels, {cost})"


def price_by_qty(sale: Sale, thing: Mapping[str, Any], qty: int) -> Price | None:
    """The price of one piece when so many are bought: that of the highest step reached, else the thing's own."""
    steps = thing.get(sale.steps)
    reached = [
        one
        for one in (steps if isinstance(steps, list) else [])
        if isinstance(one, dict) and isinstance(one.get(sale.quantity), int) and one[sale.quantity] <= qty
    ]
    return price_of(max(reached, key=lambda one: int(one[sale.quantity]), default=thing))


def quote(client: Client, purchases: Sequence[Purchase]) -> Quote:
    """What the purchases cost, as far as it can be found, the balance, and what pending orders ask of it."""
    lines = priced(client, purchases)
    account = records(client.get(BALANCES, ""), {})[0]
    orders = client.list(ORDERS, ListQuery({"status": ORDERS.under_way}))
    pending = [asked for order in orders if (asked := amount(order.get(AMOUNT))) is not None]
    return Quote(lines, str(account.get("total_balance") or account.get("balance") or ""), pending)


def priced(client: Client, purchases: Sequence[Purchase]) -> list[Line]:
    """The purchases with what they cost, as far as it can be found."""
    return [_line(client, purchase) for purchase in purchases]


def _line(client: Client, purchase: Purchase) -> Line:
    sale = purchase.sale
    if sale.thing:
        return _thing_line(client, purchase)
    offer = purchase.offer = purchase.offer or offer_of(client, sale, purchase.finder)
    if offer:
        check_own(offer, purchase.attributes[sale.sku])
    title = offer.title if offer else f"{sale.what} by SKU {purchase.attributes[sale.sku]}"
    skus = [sku for sku in (offer.skus if offer else ()) if sku.get("id") == purchase.attributes[sale.sku]]
    price = price_of(skus[0]) if skus else None
    return _of(purchase, title, price, BY_ITS_GROUP)


def _of(purchase: Purchase, title: str, price: Price | None, hint: str = "") -> Line:
    """A purchase under a title, by the price of one piece; ``hint``: how that could be known where it is not."""
    if price is None:
        return Line(purchase.qty, title, None, purchase.renewals, hint)
    strange = [one.name for one in purchase.sale.unlisted if one.name in purchase.attributes]
    said = f"{', '.join(strange)}: what that makes of the first month is not known." if strange else ""
    return Line(purchase.qty, title, price.times(purchase.qty), purchase.renewals, said)


def _thing_line(client: Client, purchase: Purchase) -> Line:
    """So many of a thing, such as channels of a pool; UsageError for fewer than are sold at a time."""
    sale = purchase.sale
    term = sale.term(sale.thing)
    assert term is not None
    kind, query = BY_TYPE[term.to], ListQuery(include=(sale.steps,) if sale.steps else ())
    thing = records(client.get(kind, purchase.attributes[sale.thing], query), query.tree)[0]
    name = f"{sale.what} of {label(thing, kind)}"
    fewest = thing.get(sale.fewest)
    if isinstance(fewest, int) and purchase.qty < fewest:
        raise UsageError(f"An order buys at least {fewest} {name}, not {purchase.qty}.")
    return _of(purchase, name, price_by_qty(sale, thing, purchase.qty))
