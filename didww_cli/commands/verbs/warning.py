"""What a write leads to, told before it is sent, and asked about where the catalog says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.model import Resource
from didww_cli.commands.asking import confirm
from didww_cli.commands.state import State
from didww_cli.commands.verbs.choosing import named

if TYPE_CHECKING:
    from didww_cli.workflows.writing.consequences import Remark
    from didww_cli.workflows.writing.request import Request

Told = list[tuple[dict[str, Any], "Remark"]]
"""Records, and what is to be said of each; an empty record where it needs no name."""


def tell(state: State, told: Told, *, by_name: bool) -> None:
    """Each remark once, on stderr; behind the names of its records where ``by_name``."""
    from didww_cli.catalog import BY_TYPE

    for says, records in _grouped([(record, remark.says) for record, remark in told]).items():
        kind = records[0].get("type") if records else None
        names = f"{named(BY_TYPE[kind], records)}: " if by_name and kind in BY_TYPE else ""
        state.notice(f"{names}{says}")


def question_of(resource: Resource, told: Told) -> str:
    """All that must be asked, in one question; empty where nothing must."""
    asked = _grouped([(record, remark.question) for record, remark in told if remark.question])
    return " ".join(
        text.replace("{}", named(resource, records)) if records else text for text, records in asked.items()
    )


def _grouped(pairs: Sequence[tuple[dict[str, Any], str]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for record, text in pairs:
        found.setdefault(text, []).extend([record] if record else [])
    return found


def told_of_creation(state: State, resource: Resource, requests: Sequence[Request], *, yes: bool) -> Told:
    """What creating something leads to, and what it takes from something else."""
    from didww_cli.workflows.writing.consequences import of_creation, taken_or_told

    found = [remark for request in requests for remark in of_creation(resource, request)]
    return [({}, remark) for remark in [*found, *taken_or_told(state.client, resource, requests, yes=yes)]]


def ask_for_creation(state: State, resource: Resource, requests: Sequence[Request], *, yes: bool) -> None:
    """Tell what creating something leads to, and ask where it costs or takes something from something else."""
    told = told_of_creation(state, resource, requests, yes=yes)
    tell(state, told, by_name=False)
    question = question_of(resource, told)
    if question:
        many = f" ({len(requests):,} of them)" if len(requests) > 1 else ""
        confirm(state, f"{question}{many}", yes=yes)
