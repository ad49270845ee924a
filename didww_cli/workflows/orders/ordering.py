"""Placing an order once, whatever happens on the way, and waiting until it is done.

The API has no idempotency key. So every order carries an external reference; when the answer to the POST is lost, only
a look-up by that reference tells whether it was placed. Nothing here ever posts an order a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import uuid4

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.model import Resource
from didww_cli.catalog.orders import ORDERS
from didww_cli.catalog.sales import BACK_ORDERS, CHANNELS, sales, terms
from didww_cli.errors import (
    Ambiguous,
    CheckFailed,
    DidwwError,
    NetworkFailure,
    OutcomeUnknown,
    Refused,
    UsageError,
    WaitTimedOut,
)
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Document, Record, members, records
from didww_cli.workflows.orders.items import Item, check_bounds
from didww_cli.workflows.orders.prices import Purchase, check_own, chosen_sku, offer_of
from didww_cli.workflows.reading.references import given_id, resolve
from didww_cli.workflows.reading.waiting import Told, is_done, wait_for
from didww_cli.workflows.writing.door import Door
from didww_cli.workflows.writing.request import Request

REFERENCE = ORDERS.own_reference
PAUSES = (0.0, 1.0, 2.0, 4.0, 8.0, 15.0)
"""Seconds before each look-up of an order whose answer was lost: it may still be in the works."""

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be ordered. ``members``: the other attributes. ``given``: the user chose the reference."""

    items: Sequence[Item]
    members: Mapping[str, Any]
    reference: str
    given: bool


@dataclass(frozen=True, slots=True)
class Prepared:
    """An order ready to be sent."""

    request: Request
    purchases: Sequence[Purchase]

    @property
    def allow_back_ordering(self) -> bool:
        """Whether numbers that are not in stock are taken; true for the API where it is left out."""
        attributes = ((self.request.body or {}).get("data") or {}).get("attributes") or {}
        return bool(attributes.get(BACK_ORDERS, True))


@dataclass(frozen=True, slots=True)
class Placed:
    """An order that is placed. ``before``: it was there already, nothing was sent; ``found``: its answer was lost."""

    document: Document
    before: bool = False
    found: bool = False

    @property
    def record(self) -> Record:
        """The order."""
        return records(self.document, {})[0]


def new_reference() -> str:
    """An external reference that no other order has."""
    return f"didww-{uuid4().hex}"


def check_reference(reference: str) -> None:
    """UsageError for a reference by which the order could not be found again."""
    if not reference or reference != reference.strip() or "," in reference:
        raise UsageError(
            f"--external-reference-id cannot be {reference!r}: nothing could be found again by it.",
            "It must not be empty, begin or end with a blank, or hold a comma (the API's filter splits there).",
        )


def order_once(
    door: Door,
    order: Order,
    *,
    agree: Callable[[Prepared], None],
    alone: AbstractContextManager[None],
    again: str = "",
) -> Placed:
    """Place an order, unless one with the reference that the user chose is there already.

    ``agree`` is called before it is sent and may raise to stop it. ``again`` is the command to repeat, for messages.
    ``alone`` keeps others from ordering under this reference from the look-up until the outcome is known.
    """
    with alone:
        return _place(door, order, agree, again)


def _place(door: Door, order: Order, agree: Callable[[Prepared], None], again: str) -> Placed:
    """The look-up comes first of all: what a placed order names (an available DID, a reservation) is gone by then."""
    client = door.client
    if order.given and (there := placed_before(client, order.reference)):
        return Placed(there, before=True)
    prepared = prepare(client, order)
    agree(prepared)
    try:
        return Placed(_send(door, prepared.request))
    except _AnswerLost as lost:
        found, problem = search(client, lambda: placed_before(client, order.reference))
        if found is None:
            raise _unknown(order.reference, again, lost.error, problem) from None
        return Placed(found, found=True)


def placed_before(client: Client, reference: str, resource: Resource = ORDERS) -> Document | None:
    """The document of the order, or of what else has one, with an external reference; None where there is none,
    Ambiguous for several.
    """
    found = [
        {**page.document, "data": data}
        for page in client.pages(resource, ListQuery({REFERENCE: (reference,)}))
        for data in members(page.document, "data")
        if (data.get("attributes") or {}).get(REFERENCE) == reference
    ]
    if len(found) > 1:
        shown = [records(document, {})[0] for document in found]
        listed = "\n".join(f"  {one['id']}  {one.get('reference')}  {one.get('status')}" for one in shown)
        raise Ambiguous(
            f"{len(found)} {resource.noun} have the external reference {reference!r}:\n{listed}",
            f"No further one is placed under it. For a new {resource.singular} choose another reference.",
        )
    return found[0] if found else None


def prepare(client: Client, order: Order) -> Prepared:
    """The request that places an order: names become ids, and SKUs that were not given are found."""
    ids = _ids(client, order.items)
    _check_once(order.items, ids)
    check_bounds(order.items, client.transport.connection.api_version)
    purchases = [_purchase(client, item, ids) for item in order.items]
    items = [{"type": one.type, "attributes": one.attributes} for one in purchases]
    attributes = {**order.members, REFERENCE: order.reference, "items": items}
    return Prepared(Request("POST", ORDERS.path, {"data": {"type": ORDERS.type, "attributes": attributes}}), purchases)


def _ids(client: Client, items: Sequence[Item]) -> dict[tuple[str, str], str]:
    """The ids of all references in some items, by member and reference."""
    found: dict[tuple[str, str], str] = {}
    for term in terms().values():
        name = term.member
        references = list(dict.fromkeys(item.wanted[name] for item in items if term.to and name in item.wanted))
        if references:
            identifiers = resolve(client, BY_TYPE[term.to], references)
            found |= {(name, reference): one for reference, one in zip(references, identifiers, strict=True)}
    return found


def _check_once(items: Sequence[Item], ids: Mapping[tuple[str, str], str]) -> None:
    """UsageError for a single thing, such as a number, that is to be bought twice, by whatever name."""
    seen: set[tuple[str, str]] = set()
    for item in items:
        for term in sales()[item.type].terms:
            reference = item.wanted.get(term.member)
            if not term.many or reference is None:
                continue
            named = (term.member, ids.get((term.member, reference), reference))
            if named in seen:
                raise UsageError(f"--{term.key} {reference} is there twice, and can be bought once.")
            seen.add(named)


def _purchase(client: Client, item: Item, ids: Mapping[tuple[str, str], str]) -> Purchase:
    attributes = {name: ids.get((name, value), value) for name, value in item.wanted.items()}
    sale = sales()[item.type]
    finder = {term.member: attributes[term.member] for term in sale.terms if term.to and term.member in attributes}
    purchase = Purchase(item.type, sale, attributes, finder)
    finding = {term.member: attributes.pop(term.member, None) for term in sale.terms if term.finds}
    if sale.sku in attributes:
        attributes[sale.sku] = given_id(attributes[sale.sku]) or attributes[sale.sku]
        if any(term.finds and term.skus and term.member in finder for term in sale.terms):  # a group, which is not sent
            purchase.offer = offer_of(client, sale, finder)
            assert purchase.offer is not None
            check_own(purchase.offer, attributes[sale.sku])
    elif sale.sku:
        purchase.offer = offer_of(client, sale, finder)
        assert purchase.offer is not None
        sku, purchase.notice = chosen_sku(purchase.offer, finding.get(CHANNELS))
        attributes[sale.sku] = str(sku["id"])
    return purchase


class _AnswerLost(Exception):
    """The order was sent, and nothing usable came back."""

    def __init__(self, error: DidwwError) -> None:
        super().__init__(error.message)
        self.error = error


def _send(door: Door, request: Request) -> Document:
    """Send the order, once; _AnswerLost where it may have been placed without an answer that shows it."""
    try:
        document = door.send(request)
    except OutcomeUnknown as error:
        raise _AnswerLost(error) from None
    except Refused as error:
        raise _explained(error) from None
    if document is None:
        raise _AnswerLost(NetworkFailure("The answer holds no order."))
    return document


def _explained(error: Refused) -> Refused:
    """A refusal whose message says what the order costs and what money there is, where the server does."""
    for one in error.errors:
        meta = one.get("meta")
        if isinstance(meta, Mapping) and "available_balance" in meta:
            cost, balance = meta.get("total_cost"), meta["available_balance"]
            message = f"{error.message}: the order costs {cost}, the balance is {balance}."
            return Refused(message, "Nothing was ordered. Add funds.", status=error.status, errors=error.errors)
    return error


def search(client: Client, look: Callable[[], Found | None], what: str = "order") -> tuple[Found | None, str]:
    """What was sent, by its reference, looked for again and again; None, and why not, where it does not turn up.

    However slow the server is, all look-ups together take no longer than one with its repeats, and the pauses.
    """
    transport, problem = client.transport, "there was no time to look for it."
    longest = transport.connection.timeout * (transport.connection.retries + 1) + sum(PAUSES)
    with transport.bounded(longest):
        for pause in PAUSES:
            with transport.doing(f"The answer was lost; looking whether the {what} is there …"):
                transport.pause(pause)
                if transport.left() <= 0:
                    break
                try:
                    if found := look():
                        return found, ""
                    problem = f"no {what} has it so far."
                except Ambiguous:
                    raise
                except DidwwError as error:
                    problem = f"it could not be looked up either: {error.message}"
    return None, problem


def _unknown(reference: str, again: str, lost: DidwwError, problem: str) -> OutcomeUnknown:
    reason = (lost.reason if isinstance(lost, OutcomeUnknown) else "") or lost.message
    return OutcomeUnknown(
        f"The order was sent, but its answer was lost: {reason} Its external reference is {reference}; {problem}",
        "It may be placed, now or later. Repeat it with this reference, which orders nothing that is there:\n"
        f"{again or f'--external-reference-id {reference}'}",
        status=lost.status,
        errors=lost.errors,
    )


def completed(
    client: Client,
    order: Record,
    *,
    timeout: float,
    seen: Callable[[Document], None],
    progress: Told | None = None,
    go_on: str = "",
) -> None:
    """Wait until an order is completed; CheckFailed once it is canceled, WaitTimedOut after ``timeout`` seconds.

    ``seen`` gets the document of each reading, the last of which shows the order as it is now.
    """

    def read() -> Record:
        document = client.get(ORDERS, str(order["id"]))
        seen(document)
        return records(document, {})[0]

    what = f"The order {order.get('reference') or order['id']}"
    done = is_done(ORDERS.ends)
    try:
        wait_for(
            read,
            done,
            timeout=timeout,
            sleep=client.transport.pause,
            progress=progress,
            what=what,
            go_on=go_on,
        )
    except CheckFailed as error:
        raise CheckFailed(f"{what} is canceled, not completed.", error.hint) from None
    except WaitTimedOut:
        raise
    except DidwwError as error:
        error.message = f"{what} is placed, but waiting for it failed: {error.message}"
        error.hint = f"Go on with: {go_on}" if go_on else error.hint
        raise
