"""What to buy of all that is on sale: so many numbers of one DID group, or single numbers; the cheapest that fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from didww_cli.catalog.consequences import HOW_CHANNELS, NO_CHANNELS
from didww_cli.catalog.coverage import (
    AREA_NAME,
    COUNT,
    DOCUMENTS,
    FEATURES_OF,
    GROUP_ID,
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
from didww_cli.catalog.sales import sales
from didww_cli.errors import NotFound, UsageError
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Record
from didww_cli.workflows.numbers.choice import Choice
from didww_cli.workflows.numbers.offers import WITH_GROUP, Market, Row, number_rows, offer_rows, sorted_rows
from didww_cli.workflows.numbers.places import prefix_of
from didww_cli.workflows.orders.items import Item, option_items
from didww_cli.workflows.reading.references import digits, given_id, resolve


@dataclass(slots=True)
class Single:
    """A number to buy. ``id``: of the available DID; ``sku``: what it is bought by; ``held``: the id of its
    reservation; ``notes``: what the user should know of it.
    """

    id: str
    number: str
    sku: str
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
    """How numbers are bought: the channels that their price covers, how often they are renewed (None: for ever),
    and the features that their trunks need.
    """

    channels: int | None = None
    cycles: int | None = None
    needs: tuple[str, ...] = ()


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
    areas, taken = len({one[GROUP_ID] for one in others}), row[AREA_NAME]
    chosen = f"{areas:,} areas fit; {taken} is taken, as none is cheaper. --city, --area or --prefix chooses."
    return [chosen] if areas > 1 else []


def _remarks(row: Row, terms: Terms) -> tuple[str, ...]:
    """What the user should know of what is bought: that documents are needed, that no calls come in."""
    silent = row[INCLUDED] == 0 and not row[METERED]
    return (
        *([NEEDS_DOCUMENTS] if row[DOCUMENTS] else []),
        *([f"{NO_CHANNELS} {HOW_CHANNELS}"] if silent else []),
        *_lacks(row[FEATURES_OF], terms),
    )


def _lacks(features: Sequence[str] | None, terms: Terms) -> tuple[str, ...]:
    """That numbers lack what their trunks need, where it is known what they have."""
    lacking = ",".join(one for one in terms.needs if features is not None and one not in features)
    told = f"These numbers cannot do {lacking}, which --trunk needs; --features {lacking} chooses those that can."
    return (told,) if lacking else ()


NEEDS_DOCUMENTS = (
    "These numbers work only once they are registered; 'didww requirements --country REF --type KIND' shows what is "
    "needed."
)


def drawn(market: Market, choice: Choice, qty: int, terms: Terms, held: Sequence[Single]) -> list[Single]:
    """Single numbers that fit: those that are held already, then the cheapest that are drawn now."""
    found = [*held, *singles_of(choice, terms, market.numbers(choice))][:qty]
    if len(found) < qty:
        what = f"Only {len(found):,} of {qty:,} numbers are" if found else "No numbers are"
        raise NotFound(f"{what} on sale one by one that fit.", "Buy fewer, or widen what is looked for.")
    return found


def singles_of(choice: Choice, terms: Terms, numbers: Iterable[Record]) -> list[Single]:
    """Those numbers, read with their DID groups, that a price fits, the cheapest first; each by its lowest price."""
    rows = sorted_rows(OFFERED_NUMBERS, number_rows(choice, numbers), SORTS[PRICE])
    return [Single(str(row["id"]), _number(row), str(row[SKU_ID]), notes=_remarks(row, terms)) for row in rows]


def named(client: Client, references: Sequence[str], terms: Terms, held: Sequence[Single]) -> list[Single]:
    """Single numbers by what they are called; those that are held are no longer among what is on sale."""
    known = {key: one for one in held for key in (one.number, one.id)}
    plain = [given_id(ref) or digits(ref) for ref in references]
    left = [ref for ref, name in zip(references, plain, strict=True) if name not in known]
    ids = dict(zip(left, resolve(client, AVAILABLE_DIDS, left), strict=True)) if left else {}
    query = ListQuery({"id": tuple(ids.values())}, include=WITH_GROUP)
    on_sale = singles_of(Choice(channels=terms.channels), terms, client.list(AVAILABLE_DIDS, query) if ids else ())
    by_id = {one.id: one for one in on_sale}
    if lost := [ref for ref, one in ids.items() if one not in by_id]:
        channels = "" if terms.channels is None else f" with {terms.channels} channels"
        raise NotFound(f"Not on sale{channels}: {', '.join(lost)}.", "'didww numbers search --numbers' shows what is.")
    found = [known[name] if name in known else by_id[ids[ref]] for ref, name in zip(references, plain, strict=True)]
    if len({one.id for one in found}) < len(found):
        raise UsageError("A number is named twice.", "Nothing was ordered.")
    return found


def bought_one_by_one(singles: Sequence[Single], terms: Terms) -> Find:
    """An item for each number: by its reservation where it has one."""
    items: list[Item] = []
    sale = _sale()
    for one in singles:
        kind, identifier = (DID_RESERVATIONS, one.held) if one.held else (AVAILABLE_DIDS, one.id)
        items += option_items(
            {_member(sale, kind): f"id:{identifier}", sale.sku: f"id:{one.sku}", **_cycles(sale, terms)}
        )
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
