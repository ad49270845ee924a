"""Numbers that are held for an order before it is placed; the note of a reservation says for which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from didww_cli.catalog.coverage import HELD_LINK, HELD_NOTE
from didww_cli.catalog.numbers import AVAILABLE_DIDS, DID_RESERVATIONS
from didww_cli.errors import DidwwError
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import records
from didww_cli.workflows.numbers.choice import Choice
from didww_cli.workflows.numbers.finding import Single, Terms, singles_of
from didww_cli.workflows.numbers.offers import WITH_GROUP
from didww_cli.workflows.writing.door import Door
from didww_cli.workflows.writing.drafts import Draft, Links
from didww_cli.workflows.writing.linking import Linker
from didww_cli.workflows.writing.request import Request
from didww_cli.workflows.writing.writes import creation, deletion


def held_for(client: Client, reference: str, choice: Choice, terms: Terms) -> list[Single]:
    """The numbers that are held for an order, as far as they still fit."""
    include = (HELD_LINK, *(f"{HELD_LINK}.{path}" for path in WITH_GROUP))
    found = list(client.list(DID_RESERVATIONS, ListQuery({HELD_NOTE: (reference,)}, include=include)))
    held = {
        str(number["id"]): (str(one["id"]), number)
        for one in found
        if one.get(HELD_NOTE) == reference and isinstance(number := one.get(HELD_LINK), dict)
    }
    singles = singles_of(choice, terms, [number for _, number in held.values()])
    return [replace(one, held=held[one.id][0]) for one in singles]


def holding(client: Client, single: Single, reference: str) -> Request:
    """The request that holds a number for an order."""
    link = Links(refs=[{"type": AVAILABLE_DIDS.type, "id": single.id}])
    return creation(DID_RESERVATIONS, Draft({HELD_NOTE: reference}, links={HELD_LINK: link}), Linker(client))


def hold(door: Door, singles: Sequence[Single], reference: str) -> None:
    """Hold those numbers that are not held yet. A failure ends it, and says of which number.

    What was held stays so for ten minutes and is found again by the reference.
    """
    for one in (one for one in singles if not one.held):
        try:
            document = door.send(holding(door.client, one, reference))
        except DidwwError as error:
            error.message = f"{one.number} could not be held: {error.message}"
            raise
        one.held = str(records(document or {}, {})[0]["id"])


def release(door: Door, singles: Sequence[Single]) -> str:
    """Give numbers back that nobody wanted after all; what went wrong, since they go back by themselves soon."""
    for one in singles:
        try:
            door.send(deletion(DID_RESERVATIONS, {"id": one.held}))
        except DidwwError as error:
            return f"They could not be given back, and are free again in ten minutes: {error.message}"
    return ""
