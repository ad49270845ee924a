"""What becomes of numbers once they are there: their trunks, their pool and their note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.coverage import NOTE, ORDER_FILTER, POOL_LINK
from didww_cli.catalog.model import Relationship
from didww_cli.catalog.numbers import DIDS
from didww_cli.errors import DidwwError, UsageError
from didww_cli.jsonapi.client import Client
from didww_cli.workflows.numbers.finding import numbers_in
from didww_cli.workflows.reading.references import resolve
from didww_cli.workflows.routing.assigning import target_of
from didww_cli.workflows.writing.drafts import Draft, Links
from didww_cli.workflows.writing.linking import Linker
from didww_cli.workflows.writing.request import Request
from didww_cli.workflows.writing.writes import Update, reading_query, update_of


@dataclass(slots=True)
class Delivery:
    """What each new number is to have. ``says``: that in words; ``linker`` knows what it names."""

    linker: Linker
    draft: Draft = field(default_factory=Draft)
    says: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"they {', '.join(self.says)}" if self.says else ""


def delivery(
    client: Client,
    trunks: Sequence[str],
    pool: str | None,
    note: str | None,
    later: Callable[[Relationship], bool],
) -> Delivery:
    """What new numbers are to have, by what people call it; NotFound, Ambiguous or UsageError before one is bought.

    ``later``: see ``target_of``.
    """
    found = Delivery(Linker(client))
    for reference in trunks:
        target = target_of(client, DIDS, reference, later)
        if taken := [name for name in target.links if name in found.draft.links]:
            raise UsageError(f"--trunk is given twice for the same: {', '.join([*taken, target.link.name])}.")
        _put(found, target.link.name, target.identifier, target.name)
        found.says.append(f"go to the {target}")
    if pool is not None:
        kind = BY_TYPE[_link(POOL_LINK).target]
        identifier = {"type": kind.type, "id": resolve(client, kind, [pool])[0]}
        _put(found, POOL_LINK, identifier, pool)
        found.says.append(f"take channels of the {kind.singular} {pool}")
    if note is not None:
        found.draft.attributes[NOTE] = note
        found.says.append(f"are described as {note!r}")
    return found


def _put(found: Delivery, name: str, identifier: dict[str, str], called: str) -> None:
    found.draft.links[name] = Links(refs=[identifier])
    found.linker.names[identifier["id"]] = called


def _link(name: str) -> Relationship:
    link = DIDS.relationship(name)
    assert link is not None
    return link


def of_each(found: Delivery) -> Request:
    """The request that one new number will get, whose id nobody knows yet."""
    links = {name: {"data": links.refs[0]} for name, links in found.draft.links.items() if links.refs}
    data: dict[str, Any] = {"type": DIDS.type, "id": EACH, "attributes": found.draft.attributes, "relationships": links}
    return Request("PATCH", f"{DIDS.path}/{EACH}", {"data": {name: value for name, value in data.items() if value}})


EACH = "EACH-NEW-DID"
"""What stands for the id of each number that an order will bring."""


def undelivered(client: Client, order: dict[str, Any], found: Delivery) -> list[Update]:
    """The updates of the numbers of an order, empty ones for those that have all already.

    DidwwError where the list shows fewer than the order brings: they are not there yet.
    """
    query = replace(reading_query(DIDS, [found.draft]), filters={ORDER_FILTER: (str(order["id"]),)})
    updates = []
    for page in client.pages(DIDS, query):
        for data in page.document["data"]:
            document = {"data": data, "included": page.document.get("included", [])}
            updates.append(update_of(DIDS, document, found.draft, found.linker))
    wanted = numbers_in(order)
    if wanted is not None and len(updates) < wanted:
        raise DidwwError(f"Only {len(updates):,} of the {wanted:,} numbers of the order are listed so far.")
    return updates
