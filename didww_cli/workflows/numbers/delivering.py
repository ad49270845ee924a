"""What numbers get once they are there: their trunks, their pool and their note."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.coverage import NEEDED, NOTE, POOL_LINK
from didww_cli.catalog.model import Relationship
from didww_cli.catalog.numbers import DIDS
from didww_cli.errors import UsageError
from didww_cli.jsonapi.client import Client
from didww_cli.workflows.reading.references import resolve
from didww_cli.workflows.routing.assigning import dead_ends, target_of
from didww_cli.workflows.writing.drafts import Draft, Links
from didww_cli.workflows.writing.linking import Linker
from didww_cli.workflows.writing.request import Request

EACH = "EACH-NEW-DID"
"""What stands for the id of each number that an order will bring."""


def gifts(
    client: Client, trunks: Sequence[str], pool: str | None, note: str | None, later: Callable[[Relationship], bool]
) -> tuple[Draft, Linker, list[str]]:
    """What new numbers are to get, by what people call it, and why calls would end nowhere there; NotFound, Ambiguous
    or UsageError before one is bought.

    ``later``: see ``target_of``.
    """
    draft, linker, nowhere = Draft(), Linker(client), list[str]()
    for reference in trunks:
        target = target_of(client, DIDS, reference, later)
        if any(name in draft.links for name in target.links):
            raise UsageError(f"--trunk {reference}: each number has one {' or '.join(target.links)} alone.")
        _put(draft, linker, target.link.name, target.identifier, target.name)
        nowhere += dead_ends(client, target)
    if pool is not None:
        link = DIDS.relationship(POOL_LINK)
        assert link is not None
        identifier = {"type": link.target, "id": resolve(client, BY_TYPE[link.target], [pool])[0]}
        _put(draft, linker, POOL_LINK, identifier, pool)
    if note is not None:
        draft.attributes[NOTE] = note
    return draft, linker, nowhere


def _put(draft: Draft, linker: Linker, name: str, identifier: dict[str, str], called: str) -> None:
    draft.links[name] = Links(refs=[identifier])
    linker.names[identifier["id"]] = called


def needed_by(links: Iterable[str]) -> tuple[str, ...]:
    """The features without which some links of a number lead nothing in."""
    return tuple(dict.fromkeys(NEEDED[name] for name in links if name in NEEDED))


def of_each(draft: Draft) -> Request:
    """The request that one new number will get, whose id nobody knows yet."""
    links = {name: {"data": links.refs[0]} for name, links in draft.links.items() if links.refs}
    data: dict[str, Any] = {"type": DIDS.type, "id": EACH, "attributes": draft.attributes, "relationships": links}
    return Request("PATCH", f"{DIDS.path}/{EACH}", {"data": {name: value for name, value in data.items() if value}})
