"""What to buy of all that is on sale: so many numbers of one DID group, or single numbers; the cheapest that fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from didww_cli.catalog.consequences import NO_CHANNELS
from didww_cli.catalog.coverage import (
    AREA_NAME,
    COUNT,
    DOCUMENTS,
    GROUP_ID,
    GROUP_LINK,
    INCLUDED,
    METERED,
    OFFERED_NUMBERS,
    OFFERS,
    PRICE,
    SKU_ID,
    SORTS,
)
from didww_cli.catalog.model import Resource, Sale
from didww_cli.catalog.numbers import AVAILABLE_DIDS, DID_GROUPS, DID_RESERVATIONS, NANPA_PREFIXES
from didww_cli.catalog.sales import CHANNELS, sales
from didww_cli.errors import NotFound
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.workflows.numbers.choice import Choice, of_group
from didww_cli.workflows.numbers.offers import Market, Row, number_rows, offer_rows, sorted_rows
from didww_cli.workflows.numbers.places import prefix_of
from didww_cli.workflows.orders.items import Item, option_items
from didww_cli.workflows.reading.references import digits, given_id, resolve


@dataclass(slots=True)
class Single:
    """A number to buy. ``id``: of the available DID; ``sku``: what it is bought by, where that is known; ``held``: the
    id of its reservation; ``notes``: what the user should know of it.
    """

    id: str
    number: str
    sku: str = ""
    held: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Find:
    """What to buy. ``singles``: where it is single numbers; ``notes``: what the user should know of the choice."""

    items: Sequence[Item]
    singles: Sequence[Single] = ()
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """How numbers are bought: the channels that their price covers, how often they are renewed (None: for ever), and
    whether they get channels of a pool.
    """

    channels: int | None = None
    cycles: int | None = None
    pooled: bool = False


def of_one_group(market: Market, choice: Choice, qty: int, terms: Terms) -> Find:
    """So many numbers of the cheapest DID group that has as many; NotFound where none has."""
    rows = sorted_rows(OFFERS, offer_rows(choice, market.groups(choice)), SORTS[PRICE])
    enough = [row for row in rows if row[COUNT] is None or row[COUNT] >= qty]
    if not enough:
        raise _too_few(rows, qty)
    row, sale = enough[0], _sale()
    given: dict[str, Any] = {
        _member(sale, DID_GROUPS): f"id:{row[GROUP_ID]}",
        sale.sku: f"id:{row['id']}",
        sale.quantity: str(qty),
        **_cycles(sale, terms),
    }
    for prefix in prefix_of(market.lists, choice).values():
        given[_member(sale, NANPA_PREFIXES)] = f"id:{prefix[0]}"
    return Find(option_items(given), (), [*_choice_of(row, enough), *_remarks(row, terms)])


def _too_few(rows: Sequence[Row], qty: int) -> NotFound:
    if not rows:
        return NotFound(
            "No numbers fit.", "'didww numbers search' with the same options, and fewer, shows what there is."
        )
    most = max(rows, key=lambda row: int(row[COUNT]))
    said = f"{most[AREA_NAME]} has {most[COUNT]:,}, the most of all that fit"
    return NotFound(f"No area that fits has {qty:,} numbers: {said}.", "Buy fewer, or widen what is looked for.")


def _choice_of(row: Row, others: Sequence[Row]) -> list[str]:
    """That there was a choice."""
    areas = len({one[GROUP_ID] for one in others})
    chosen = f"{row[AREA_NAME]} is the cheapest of {areas:,} areas that fit; --city, --area or --prefix chooses."
    return [chosen] if areas > 1 else []


def _remarks(row: Row, terms: Terms) -> tuple[str, ...]:
    """What the user should know of what is bought: that documents are needed, that no calls come in."""
    silent = row[INCLUDED] == 0 and not row[METERED] and not terms.pooled
    channels = f"{NO_CHANNELS} --capacity-pool or --channels gives some."
    return (*([NEEDS_DOCUMENTS] if row[DOCUMENTS] else []), *([channels] if silent else []))


NEEDS_DOCUMENTS = (
    "These numbers work only once they are registered; 'didww requirements --country REF --type KIND' shows what is "
    "needed."
)


def drawn(market: Market, choice: Choice, qty: int, terms: Terms, held: Sequence[Single]) -> list[Single]:
    """Single numbers that fit: those that are held already, then the cheapest that are drawn now."""
    rows = sorted_rows(OFFERED_NUMBERS, number_rows(choice, market.numbers(choice)), SORTS[PRICE])
    on_sale = [Single(str(row["id"]), _number(row), str(row[SKU_ID]), notes=_remarks(row, terms)) for row in rows]
    found = [*held, *on_sale][:qty]
    if len(found) < qty:
        what = f"Only {len(found):,} of {qty:,} numbers are" if found else "No numbers are"
        raise NotFound(f"{what} on sale one by one that fit.", "Buy fewer, or widen what is looked for.")
    return found


def named(client: Client, references: Sequence[str], held: Sequence[Single]) -> list[Single]:
    """Single numbers by what they are called; those that are held are no longer among what is on sale."""
    known = {key: one for one in held for key in (one.number, one.id)}
    plain = [given_id(ref) or digits(ref) for ref in references]
    left = [ref for ref, name in zip(references, plain, strict=True) if name not in known]
    ids = dict(zip(left, resolve(client, AVAILABLE_DIDS, left), strict=True)) if left else {}
    notes = _documents(client, list(ids.values()))
    return [
        known[name] if name in known else Single(ids[ref], name, notes=notes)
        for ref, name in zip(references, plain, strict=True)
    ]


def _documents(client: Client, ids: Sequence[str]) -> tuple[str, ...]:
    """Whether some of these numbers need documents."""
    query = ListQuery({"id": tuple(ids)}, include=(GROUP_LINK,))
    found = client.list(AVAILABLE_DIDS, query) if ids else ()
    return (NEEDS_DOCUMENTS,) if any(of_group(one.get(GROUP_LINK) or {}, DOCUMENTS) for one in found) else ()


def bought_one_by_one(singles: Sequence[Single], terms: Terms) -> Find:
    """An item for each number: by its reservation where it has one."""
    items: list[Item] = []
    sale = _sale()
    for one in singles:
        kind, identifier = (DID_RESERVATIONS, one.held) if one.held else (AVAILABLE_DIDS, one.id)
        given: dict[str, Any] = {_member(sale, kind): f"id:{identifier}", **_cycles(sale, terms)}
        if one.sku:
            given[sale.sku] = f"id:{one.sku}"
        elif terms.channels is not None:
            given[CHANNELS] = str(terms.channels)
        items += option_items(given)
    return Find(items, singles, list(dict.fromkeys(note for one in singles for note in one.notes)))


def _sale() -> Sale:
    """How numbers are bought."""
    return next(one for one in sales().values() if one.sku)


def _member(sale: Sale, kind: Resource) -> str:
    """The member of an item that names a thing of a type."""
    return next(term.member for term in sale.terms if term.to == kind.type)


def _cycles(sale: Sale, terms: Terms) -> dict[str, str]:
    return {} if terms.cycles is None else {sale.cycles: str(terms.cycles)}


def _number(row: Row) -> str:
    return str(row[AVAILABLE_DIDS.label[0]])


def looks_like(qty: int, *, one_by_one: bool) -> list[Item]:
    """The items of an order of so many numbers, as far as a placed one shows them."""
    sale = _sale()
    kind = next(name for name, one in sales().items() if one is sale)
    return [Item(kind, {sale.quantity: 1})] * qty if one_by_one else [Item(kind, {sale.quantity: qty})]
