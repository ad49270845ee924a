"""What depends on a record: found by the filters of the types that link to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from didww_cli.catalog import RESOURCES
from didww_cli.catalog.model import Filter, Resource
from didww_cli.errors import NoAccess, Refused
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.workflows.references import BATCH, label

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Dependent:
    """Records of one type that depend on what is to go: how many, and the names of the first."""

    noun: str
    total: int
    names: tuple[str, ...]


def dependents(client: Client, resource: Resource, identifiers: Sequence[str]) -> Iterator[Dependent]:
    """The records that depend on those with the ids, type by type."""
    for other in RESOURCES:
        for one in _filters_by(other, resource):
            try:
                found = [
                    page
                    for start in range(0, len(identifiers), BATCH)
                    for page in client.pages(
                        other, ListQuery({one.name: tuple(identifiers[start : start + BATCH])}, limit=SHOWN)
                    )
                ]
            except (Refused, NoAccess):
                continue
            records = [record for page in found for record in page.records]
            total = sum(page.total if page.total is not None else len(page.records) for page in found)
            if records:
                yield Dependent(other.noun, total, tuple(label(record, other) for record in records[:SHOWN]))


def _filters_by(other: Resource, target: Resource) -> list[Filter]:
    """The filters of a type by ids of the target: those of its relationships, else those further off."""
    found = [one for one in other.filters if one.to == target.type and one.name.endswith(".id")]
    direct = [one for one in found if other.relationship(one.name.removesuffix(".id"))]
    return direct or found
