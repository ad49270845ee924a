"""What numbers are assigned to: a trunk or a group of trunks, for calls or for messages, by what a person calls it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.links import label
from didww_cli.catalog.model import Relationship, Resource
from didww_cli.catalog.paths import near
from didww_cli.catalog.routing import GROUP_LINK, MEMBERS_LINK, SMS_LINKS, VOICE_LINKS
from didww_cli.catalog.versions import holds
from didww_cli.errors import Ambiguous, DidwwError, NotFound
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.jsonapi.documents import Record, records
from didww_cli.workflows.reading.references import find, given_id
from didww_cli.workflows.routing.routes import obstacles
from didww_cli.workflows.writing.drafts import Draft, Links
from didww_cli.workflows.writing.linking import Identifier, Linker


@dataclass(frozen=True, slots=True)
class Target:
    """A trunk or group. ``link``: the relationship of a number that leads there; ``links``: those that exclude it."""

    link: Relationship
    links: tuple[str, ...]
    identifier: Identifier
    name: str

    def __str__(self) -> str:
        return f"{BY_TYPE[self.link.target].singular} {self.name}"

    @property
    def draft(self) -> Draft:
        """What sends a number there."""
        return Draft(links={self.link.name: Links(refs=[self.identifier])})

    def linker(self, client: Client) -> Linker:
        """A linker that knows what it is called."""
        found = Linker(client)
        found.names[self.identifier["id"]] = self.name
        return found


def target_of(client: Client, numbers: Resource, reference: str, later: Callable[[Relationship], bool]) -> Target:
    """The trunk or group that a reference is; NotFound or Ambiguous where there is none, or several.

    Those for messages are looked at where the version spoken has them. Where nothing else is called so, ``later`` is
    asked whether the version can rise to one that does.
    """
    found = _all(client, numbers, reference, VOICE_LINKS)
    problem = ""
    try:
        if _has(client, numbers) or (not found and later(_link(numbers, SMS_LINKS[0]))):
            found += _all(client, numbers, reference, SMS_LINKS)
        elif not found:
            problem = f" Version {client.transport.connection.api_version} of the API has no SMS trunks."
    except DidwwError as error:
        if found:
            raise
        problem = f" SMS trunks could not be looked up: {error.message}"
    if len(found) == 1:
        return found[0]
    if found:
        listed = "\n".join(f"  {one.identifier['id']}  {one}" for one in found)
        raise Ambiguous(f"{reference!r} fits {len(found)} trunks and groups:\n{listed}", "Use the id.")
    raise NotFound(
        f"There is no inbound trunk or group {reference!r}.{_nearest(client, numbers, reference)}{problem}",
        "'didww trunks in list', 'didww trunks groups list' and 'didww sms trunks list' show what there is.",
    )


def _has(client: Client, numbers: Resource) -> bool:
    """Whether the version spoken knows where messages go."""
    return holds(_link(numbers, SMS_LINKS[0]), client.transport.connection.api_version)


def _link(numbers: Resource, name: str) -> Relationship:
    found = numbers.relationship(name)
    assert found is not None
    return found


def _all(client: Client, numbers: Resource, reference: str, names: Sequence[str]) -> list[Target]:
    found = []
    for name in names:
        link = _link(numbers, name)
        kind = BY_TYPE[link.target]
        for record in _records(client, kind, reference):
            identifier = {"type": kind.type, "id": str(record["id"])}
            found.append(Target(link, tuple(names), identifier, label(record, kind)))
    return found


def _records(client: Client, kind: Resource, reference: str) -> list[Record]:
    if identifier := given_id(reference):
        return list(client.list(kind, ListQuery({"id": (identifier,)})))
    return find(client, kind, [reference])[reference]


def _nearest(client: Client, numbers: Resource, reference: str) -> str:
    names = (*VOICE_LINKS, *(SMS_LINKS if _has(client, numbers) else ()))
    kinds = [BY_TYPE[_link(numbers, name).target] for name in names]
    return near(reference, [label(one, kind) for kind in kinds for one in client.list(kind)])


def dead_ends(client: Client, target: Target) -> list[str]:
    """Why calls to a target end nowhere, as far as that can be looked up: it is told beside what matters."""
    if target.link.name not in VOICE_LINKS:
        return []
    query = ListQuery(include=(MEMBERS_LINK,) if target.link.name == GROUP_LINK else ())
    try:
        found = records(client.get(BY_TYPE[target.link.target], target.identifier["id"], query), query.tree)[0]
        reasons = obstacles({**dict.fromkeys(VOICE_LINKS), target.link.name: found})
    except DidwwError:
        return []
    return [f"Calls that go there end nowhere: {one}." for one in reasons]


def freed(numbers: Resource, names: Sequence[str]) -> Draft:
    """What takes a number off wherever some relationships lead."""
    return Draft(links={name: Links(refs=[]) for name in names})
