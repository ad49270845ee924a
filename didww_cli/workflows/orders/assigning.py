"""What the DIDs of an order get once it is completed: looked up before it is placed, sent when they are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.sales import sales
from didww_cli.errors import NetworkFailure, NotFound
from didww_cli.jsonapi.client import Client
from didww_cli.jsonapi.documents import Document, flat, members
from didww_cli.workflows.orders.items import Item
from didww_cli.workflows.reading.references import given_id
from didww_cli.workflows.writing.drafts import Draft
from didww_cli.workflows.writing.linking import Linker
from didww_cli.workflows.writing.writes import Change, Update, reading_query, update_of

ORDER = "order"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a draft gives to new DIDs. ``update``: that of one that has nothing yet, which is never sent."""

    draft: Draft
    linker: Linker
    update: Update

    @property
    def gives(self) -> list[Change]:
        """What each of them gets."""
        return [one for one in self.update.changes if one.after is not None]

    def updates(self, documents: Sequence[Document]) -> list[Update]:
        """What it changes of DIDs as they are."""
        return [update_of(DIDS, document, self.draft, self.linker) for document in documents]


def planned(client: Client, draft: Draft, linker: Linker | None = None) -> Plan:
    """The plan of a draft, with all that it names looked up: NotFound before anything is ordered, also for an id.

    ``linker``: knows what was looked up already.
    """
    linker = linker or Linker(client)
    update = update_of(DIDS, {"data": {"type": DIDS.type, "id": ""}}, draft, linker)
    for name, links in draft.links.items():
        link = DIDS.relationship(name)
        for reference in links.refs or []:
            if link and isinstance(reference, str) and (identifier := given_id(reference)):
                _check_there(client, link.target, identifier)
    return Plan(draft, linker, update)


def _check_there(client: Client, kind: str, identifier: str) -> None:
    resource = BY_TYPE[kind]
    try:
        client.get(resource, identifier)
    except NotFound:
        raise NotFound(f"There is no {resource.singular} with the id {identifier}.", "Nothing was ordered.") from None


def number_of_dids(items: Sequence[Item]) -> int:
    """How many DIDs some items bring."""
    numbers = [(sales()[item.type], item) for item in items]
    return sum(int(item.wanted.get(sale.quantity, 1)) for sale, item in numbers if sale.sku)


def brought(client: Client, order: str, draft: Draft) -> Iterator[dict[str, Any]]:
    """The documents of the DIDs of an order, with what a draft touches. NetworkFailure where the answer holds others,
    or does not say whose they are: what was not bought with it is not to be changed.
    """
    query = reading_query(DIDS, [draft])
    query = replace(query, filters={f"{ORDER}.id": (order,)}, include=tuple(dict.fromkeys([*query.include, ORDER])))
    for page in client.pages(DIDS, query):
        for data in members(page.document, "data"):
            linked = flat(data).get(ORDER)
            if not isinstance(linked, dict) or linked.get("id") != order:
                raise NetworkFailure("The answer holds DIDs that are not shown to be of this order.")
            yield {"data": data, "included": page.document.get("included", [])}
