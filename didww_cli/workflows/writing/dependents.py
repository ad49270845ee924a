"""What depends on a record: found by the filters of the types that link to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from didww_cli.catalog import BY_TYPE, RESOURCES
from didww_cli.catalog.links import label
from didww_cli.catalog.model import Filter, Relationship, Resource
from didww_cli.errors import NoAccess, Refused
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import records
from didww_cli.workflows.reading.references import batches

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Dependent:
    """Records of one type that depend on what is to go: how many, and the names of the first."""

    noun: str
    total: int
    names: tuple[str, ...]

    def __str__(self) -> str:
        more = f" and {self.total - len(self.names):,} more" if self.total > len(self.names) else ""
        return f"{self.total:,} {self.noun} ({', '.join(self.names)}{more})"


def dependents(client: Client, resource: Resource, identifiers: Sequence[str]) -> Iterator[Dependent]:
    """The records that depend on those with the ids, type by type."""
    for other in RESOURCES:
        for one in _filters_by(other, resource):
            try:
                found = [
                    page
                    for some in batches(identifiers)
                    for page in client.pages(other, ListQuery({one.name: some}, limit=SHOWN))
                ]
            except (Refused, NoAccess):
                continue
            shown = [record for page in found for record in page.records]
            total = sum(page.total if page.total is not None else len(page.records) for page in found)
            if shown:
                yield Dependent(other.noun, total, tuple(label(record, other) for record in shown[:SHOWN]))


def dependents_of_members(
    client: Client, resource: Resource, documents: Sequence[dict[str, Any]]
) -> Iterator[Dependent]:
    """What depends on the own members of some records: numbers that are routed to a trunk in a group."""
    for link in own_members(resource):
        held = [record.get(link.name) for document in documents for record in records(document, {})]
        members = [str(one["id"]) for linked in held if isinstance(linked, list) for one in linked]
        if members:
            yield from dependents(client, BY_TYPE[link.target], members)


def own_members(resource: Resource) -> list[Relationship]:
    """The relationships to what belongs to one record alone and is not found by a filter: the trunks of a group."""
    return [link for link in resource.relationships if link.takes and not _filters_by(BY_TYPE[link.target], resource)]


def _filters_by(other: Resource, target: Resource) -> list[Filter]:
    """The filters of a type by ids of the target: those of its relationships, else those further off."""
    found = [one for one in other.filters if one.to == target.type and one.name.endswith(".id")]
    direct = [one for one in found if other.relationship(one.name.removesuffix(".id"))]
    return direct or found
