"""References as the API takes them: ``{"type", "id"}``, each name looked up once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.model import Relationship, Resource
from didww_cli.errors import NotFound, UsageError
from didww_cli.jsonapi.client import Client, ListQuery
from didww_cli.workflows.reading.references import given_id, resolve
from didww_cli.workflows.writing.drafts import Draft, in_version

Identifier = dict[str, str]


class Linker:
    """Turns references into ``{"type", "id"}``, each name looked up once. ``names``: what some ids are called, where
    that is known.
    """

    def __init__(self, client: Client) -> None:
        self.client = client
        self.names: dict[str, str] = {}
        self._known: dict[tuple[str, str], Identifier] = {}

    @property
    def version(self) -> str:
        """The version of the API that is spoken."""
        return self.client.transport.connection.api_version

    def fit(self, resource: Resource, draft: Draft) -> Draft:
        """A draft as the version takes it that the account turns out to be on; UsageError where that cannot hold it."""
        speech = self.client.transport.connection.speech
        if speech.open and not speech.served and any(resource.attribute(name) for name in draft.links):
            next(self.client.pages(resource, ListQuery(limit=1)), None)  # its answer, or its refusal of the key, tells
        return in_version(resource, draft, self.version)

    def name(self, identifier: Identifier) -> str:
        """What the user called the resource of an identifier; its id where it was given so."""
        typed = next((name for (_, name), known in self._known.items() if known == identifier), None)
        return typed or self.names.get(identifier["id"], identifier["id"])

    def identifiers(self, link: Relationship, references: Sequence[Any]) -> list[Identifier]:
        """The identifiers of some references of a relationship, each once."""
        found = [self._one(link, reference) for reference in references]
        return [one for at, one in enumerate(found) if one not in found[:at]]

    def _one(self, link: Relationship, reference: Any) -> Identifier:
        if isinstance(reference, Mapping):
            kind = reference["type"] or link.target
            if kind not in link.to:
                raise UsageError(f"{link.name} takes {' or '.join(link.to)}, not {kind}.")
            return {"type": kind, "id": reference["id"]}
        key = (link.target, reference)
        if key not in self._known:
            self._known[key] = self._found(link, reference)
        return self._known[key]

    def _found(self, link: Relationship, reference: str) -> Identifier:
        if len(link.to) == 1:
            return {"type": link.target, "id": resolve(self.client, BY_TYPE[link.target], [reference])[0]}
        return self._of_any_type(link, reference)

    def _of_any_type(self, link: Relationship, reference: str) -> Identifier:
        """The resource of one of several types that a reference fits."""
        found = []
        for kind in link.to:
            try:
                identifier = resolve(self.client, BY_TYPE[kind], [reference])[0]
                if given_id(reference):
                    self.client.get(BY_TYPE[kind], identifier)
                found.append({"type": kind, "id": identifier})
            except NotFound:
                continue
        if len(found) != 1:
            kinds = " and ".join(link.to)
            raise NotFound(f"{reference!r} fits {'none' if not found else 'several'} of {kinds}.", "Use the id.")
        return found[0]
