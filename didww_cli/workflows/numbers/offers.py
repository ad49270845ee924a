"""What is on sale: the prices of DID groups, and single numbers, as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from didww_cli.catalog import coverage
from didww_cli.catalog.amounts import amount
from didww_cli.catalog.coverage import GROUP, GROUP_LINK, IN_GROUP, SKU, SKUS, SORTS, kind_as_named
from didww_cli.catalog.links import label
from didww_cli.catalog.model import DECIMAL, Resource
from didww_cli.catalog.numbers import AVAILABLE_DIDS, DID_GROUPS
from didww_cli.catalog.paths import known_hint, near
from didww_cli.errors import NetworkFailure, UsageError
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Record
from didww_cli.workflows.numbers.choice import Choice, of_group
from didww_cli.workflows.numbers.kept_lists import KeptLists
from didww_cli.workflows.numbers.places import Filters, kinds_of, places_of, prefix_of
from didww_cli.workflows.orders.prices import price_of
from didww_cli.workflows.reading.references import BATCH

Row = dict[str, Any]
WITH_GROUP = (GROUP_LINK, *(f"{GROUP_LINK}.{name}" for name in IN_GROUP))
"""What is included with single numbers, so that their prices are known."""


@dataclass(slots=True)
class Market:
    """What is on sale to an account. ``lists``: where what changes rarely is read; ``client``: where numbers are.

    ``sold_out``: the DID groups that fit a choice and have no numbers now.
    """

    lists: KeptLists
    client: Client
    sold_out: list[Record] = field(default_factory=list)

    def groups(self, choice: Choice, *, single: bool = False) -> list[Record]:
        """The DID groups that fit a choice, or of which ``single`` numbers may, and that have numbers to sell."""
        filters = {**self._places(choice), **self._qualities(choice)}
        if choice.area and "," not in choice.area:
            filters[coverage.AREA] = (choice.area,)
        if choice.nanpa:
            filters[coverage.NANPA] = (choice.nanpa,)
        query = ListQuery({one.group: values for one, values in filters.items()}, include=IN_GROUP)
        fitting = [one for one in self.lists.list(DID_GROUPS, query) if choice.fits(one, single=single)]
        self.sold_out = [one for one in fitting if of_group(one, coverage.COUNT) == 0]
        return [one for one in fitting if of_group(one, coverage.COUNT) != 0]

    def longer_prefix(self, choice: Choice) -> str:
        """That the prefix wanted is longer than those of areas, where only that keeps some from fitting."""
        areas = {str(of_group(one, coverage.PREFIX)) for one in self.groups(choice, single=True) if choice.prefix}
        told = f"Areas that may have some begin with {', '.join(sorted(areas))}: --numbers looks at single numbers."
        return told if areas else ""

    def nearest_area(self, choice: Choice) -> str:
        """That no area is called as wanted, with the nearest names of where it should be; empty where one is."""
        if not choice.area or not (choice.country or choice.city):
            return ""
        query = ListQuery({one.group: values for one, values in self._places(choice).items()}, include=IN_GROUP)
        known = {str(of_group(one, coverage.AREA_NAME)) for one in self.lists.list(DID_GROUPS, query)}
        if choice.area.casefold() in {one.casefold() for one in known}:
            return ""
        return f"There is no area {choice.area!r} there.{near(choice.area, sorted(known))}"

    def numbers(self, choice: Choice) -> list[Record]:
        """Single numbers that fit a choice, each with its DID group: those that DIDWW draws now."""
        filters = self._whence(choice)
        if filters is None:
            return []
        if choice.contains or len(choice.prefix) >= coverage.SHORTEST_PART:
            filters[coverage.CONTAINS] = (choice.contains or choice.prefix,)
        query = ListQuery({one.number: values for one, values in filters.items()}, include=WITH_GROUP)
        return [one for one in self.client.list(AVAILABLE_DIDS, query) if choice.fits_number(one)]

    def _whence(self, choice: Choice) -> Filters | None:
        """The filters of single numbers: by their DID groups where only those tell what is wanted, and are not too many
        for one request; None where no DID group fits.
        """
        places = {**self._places(choice), **prefix_of(self.lists, choice)}
        if choice.by_group and choice.placed:
            fitting = self.groups(choice, single=True)
            groups = [str(one["id"]) for one in fitting if any(map(choice.fits_price, skus_of(one)))]
            if len(groups) <= BATCH:
                return {coverage.IN_GROUPS: tuple(groups), **prefix_of(self.lists, choice)} if groups else None
        return {**places, **self._qualities(choice)}

    def _places(self, choice: Choice) -> Filters:
        return places_of(self.lists, choice)

    def _qualities(self, choice: Choice) -> Filters:
        """The filters of what numbers are like. Several features mean any or all, by version: both will do."""
        found = kinds_of(self.lists, choice, lambda: self.client.transport.connection.api_version)
        if choice.features:
            found[coverage.FEATURES] = choice.features
        if choice.unregistered:
            found[coverage.REGISTERED] = ("false",)
        return found


def skus_of(group: Mapping[str, Any]) -> list[Record]:
    """The stock keeping units of a DID group; NetworkFailure where the server left them out."""
    found = group.get(SKUS)
    if not isinstance(found, list) or any(price_of(one) is None for one in found):
        area = label(group, DID_GROUPS) if group.get("id") else "an area that it left out"
        raise NetworkFailure(f"The server did not say what numbers of {area} cost.")
    return found


def offer_rows(choice: Choice, groups: Iterable[Record]) -> list[Row]:
    """A row for each stock keeping unit that fits."""
    return [
        {"id": sku["id"], "type": sku["type"], **_of_group(group), **_of_sku(sku)}
        for group in groups
        for sku in skus_of(group)
        if choice.fits_price(sku)
    ]


def number_rows(choice: Choice, numbers: Iterable[Record]) -> list[Row]:
    """A row for each number, with the lowest price that fits; none for a number that has none such."""
    found = []
    for number in numbers:
        group = number.get(GROUP_LINK) or {}
        about = {name: value for name, value in _of_group(group).items() if name != coverage.COUNT}
        skus = [sku for sku in skus_of(group) if choice.fits_price(sku)]
        if sku := min(skus, key=_monthly, default=None):
            head = {name: number.get(name) for name in ("id", "type", *AVAILABLE_DIDS.label)}
            found.append({**head, **about, **_of_sku(sku), coverage.SKU_ID: sku["id"]})
    return found


def _monthly(sku: Record) -> Decimal:
    price = price_of(sku)
    return price.monthly if price else Decimal("Infinity")


def _of_group(group: Mapping[str, Any]) -> Row:
    kind = kind_as_named(str(of_group(group, coverage.TYPE) or ""))
    return {**{name: of_group(group, name) for name in GROUP}, coverage.TYPE: kind or None}


def _of_sku(sku: Mapping[str, Any]) -> Row:
    return {name: sku.get(path) for name, path in SKU.items()}


def check_sorts(resource: Resource, texts: Sequence[str]) -> list[str]:
    """The columns to sort by, ``-`` before one for descending; UsageError with the nearest for what is none."""
    known = [*SORTS, *(one.name for one in resource.attributes)]
    found = []
    for text in texts:
        name, sign = text.removeprefix("-"), "-" if text.startswith("-") else ""
        if name not in known:
            raise UsageError(
                f"{resource.noun} are not sorted by {name!r}.{near(name, known)}", known_hint("sort field", known)
            )
        found += [f"{sign}{one}" for one in SORTS.get(name, (name,))]
    return found


def sorted_rows(resource: Resource, rows: Iterable[Row], fields: Sequence[str]) -> list[Row]:
    """Rows in an order; those that do not say come last."""
    ordered = list(rows)
    for name in reversed(fields):
        key = _order(resource, name.removeprefix("-"))
        known = sorted((row for row in ordered if key(row) is not None), key=key, reverse=name.startswith("-"))
        ordered = known + [row for row in ordered if key(row) is None]
    return ordered


def _order(resource: Resource, name: str) -> Callable[[Row], Any]:
    attribute = resource.attribute(name)
    if attribute is None or attribute.kind != DECIMAL:
        return lambda row: row.get(name)
    return lambda row: amount(row.get(name))
