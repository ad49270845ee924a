"""Reads that work in bulk needs, a hundred records with each request: current values, and references by name or id."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.links import label
from didww_cli.catalog.model import Relationship, Resource
from didww_cli.errors import Ambiguous, DidwwError, NotFound, Refused, UsageError
from didww_cli.jsonapi.client import Client, ListQuery, Page
from didww_cli.jsonapi.documents import Document, Index, Record, index, members, records
from didww_cli.workflows.bulk.row_columns import Columns, Wanted
from didww_cli.workflows.bulk.rows import Problems
from didww_cli.workflows.reading.references import batches, find, given_id
from didww_cli.workflows.writing.linking import Identifier, Linker

Tell = Callable[[str], None]


@dataclass(slots=True)
class Ground:
    """What stays the same from one chunk of rows to the next: the API, what was found out, and what is wrong.

    ``total``: all rows to look at; ``seen``: records read so far; ``lines``: the line of each record by id.
    ``columns``: of a table; ``empty_clears``: whether its empty cells clear; ``kept``: those against a value.
    ``links``: relationships that some row changes, so that what they are is shown of all.
    """

    client: Client
    resource: Resource
    problems: Problems
    tell: Tell
    total: int
    columns: Columns | None = None
    empty_clears: bool = False
    kept: int = 0
    seen: int = 0
    lines: dict[str, int] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        self.names = Names(self.client)


@contextmanager
def collected(problems: Problems, wanted: Wanted, column: str = "") -> Iterator[None]:
    """Put what is wrong with a row to the problems instead of failing."""
    try:
        yield
    except (UsageError, NotFound, Ambiguous) as error:
        problems.add(wanted.line, error, column)


def current_documents(
    ground: Ground, wanted: Sequence[Wanted], query: ListQuery, gone: Container[int] = ()
) -> dict[int, Document]:
    """The documents of the records that rows are about, by line. ``gone``: the lines whose records may be missing."""
    identifiers = _identifiers(ground, wanted, gone)
    documents: dict[str, Document] = {}

    def read(batch: tuple[str, ...]) -> list[Page]:
        return list(ground.client.pages(ground.resource, replace(query, filters={"id": batch}, ahead=1)))

    for pages in ground.client.together(read, batches(identifiers.values())):
        ground.tell(f"{ground.seen:,} of {ground.total:,} {ground.resource.noun} read …")
        for page in pages:
            known = index([{"included": page.document.get("included")}])
            for data in members(page.document, "data"):
                documents[str(data.get("id"))] = {"data": data, "included": _linked(data, known)}
            ground.seen += len(page.records)
    for one in wanted:
        identifier = identifiers.get(one.line)
        if identifier and identifier not in documents and one.line not in gone:
            error = NotFound(f"There is no {ground.resource.singular} with the id {identifier}.")
            ground.problems.add(one.line, error)
    return {line: documents[found] for line, found in identifiers.items() if found in documents}


def _linked(data: Mapping[str, Any], known: Index) -> list[Mapping[str, Any]]:
    """Those of the included resources of a page that one of its records links to."""
    relationships = data.get("relationships")
    held = relationships.values() if isinstance(relationships, Mapping) else ()
    linkages = [one.get("data") for one in held if isinstance(one, Mapping)]
    keys = [(str(one.get("type")), str(one.get("id"))) for linkage in linkages for one in members({"": linkage}, "")]
    return [known[key] for key in dict.fromkeys(keys) if key in known]


def _identifiers(ground: Ground, wanted: Sequence[Wanted], gone: Container[int]) -> dict[int, str]:
    """The ids of the records that rows are about, by line; a record in two of them is a problem."""
    resource = ground.resource
    names = list(dict.fromkeys(one.key for one in wanted if given_id(one.key) is None))
    by_name = find(ground.client, resource, names) if names else {}
    found: dict[int, str] = {}
    for one in wanted:
        if one.line in gone and given_id(one.key) is None and not by_name[one.key]:
            continue
        with collected(ground.problems, one):
            identifier = given_id(one.key) or str(single(by_name[one.key], one.key, resource)["id"])
            if ground.lines.setdefault(identifier, one.line) != one.line:
                raise UsageError(f"{one.ref} is in line {ground.lines[identifier]} already.")
            found[one.line] = identifier
    return found


def single(found: Sequence[Record], reference: str, resource: Resource) -> Record:
    """The one record that a reference fits; NotFound or Ambiguous where it fits none or several."""
    if not found:
        raise NotFound(f"There is no {resource.singular} {reference!r}.")
    if len(found) > 1:
        listed = ", ".join(f"{record['id']} ({label(record, resource)})" for record in found[:5])
        raise Ambiguous(f"{reference!r} fits {len(found)} {resource.noun}: {listed}.", "Use the id of the right one.")
    return found[0]


class Names(Linker):
    """What the references of rows lead to, and what the rows called it; each is looked up once in a run."""

    def __init__(self, client: Client) -> None:
        super().__init__(client)
        self.called: dict[tuple[str, str], str] = {}
        self._led_to: dict[tuple[str, Any], Identifier | DidwwError] = {}

    def name(self, identifier: Identifier) -> str:
        """What a row called the resource of an identifier; its id where it was given so."""
        return self.called.get((identifier["type"], identifier["id"]), super().name(identifier))

    def look_up(self, link: Relationship, references: Iterable[Any]) -> None:
        """Find out what some references of a relationship lead to, all that are new at once."""
        new = [one for one in references if (link.name, _plain(one)) not in self._led_to]
        known = _Known(self.client, link, new) if new else None
        for one in new if known else ():
            assert known
            try:
                self._led_to[link.name, _plain(one)] = known.identifier(one)
            except (UsageError, NotFound, Ambiguous) as error:
                self._led_to[link.name, _plain(one)] = error

    def known(self, link: Relationship, reference: Any) -> Identifier:
        """What a reference that was looked up leads to; raises what was wrong with it."""
        found = self._led_to[link.name, _plain(reference)]
        if isinstance(found, DidwwError):
            raise found.with_traceback(None)
        if isinstance(reference, str) and not given_id(reference):
            self.called[found["type"], found["id"]] = reference
        return found


def _plain(reference: Any) -> Any:
    return (reference["type"], reference["id"]) if isinstance(reference, Mapping) else reference


def resolve_links(ground: Ground, wanted: Sequence[Wanted], current: Mapping[int, Document] | None = None) -> None:
    """Put ``{"type", "id"}`` in place of every reference in the relationships that rows set.

    What a record is linked to already, in its ``current`` document, may be called as a list shows it.
    """
    rows = []
    for one in wanted:
        with collected(ground.problems, one):
            one.draft = ground.names.fit(ground.resource, one.draft)
            rows.append(one)
    for link in ground.resource.relationships:
        linking = [one for one in rows if link.name in one.draft.links]
        for one in linking if current else ():
            _keep_linked(one, link, (current or {}).get(one.line))
        ground.names.look_up(link, [ref for one in linking for references in _lists(one, link) for ref in references])
        for one in linking:
            for references in _lists(one, link):
                for at, reference in enumerate(references):
                    with collected(ground.problems, one, link.name):
                        references[at] = ground.names.known(link, reference)


def _keep_linked(wanted: Wanted, link: Relationship, document: Document | None) -> None:
    lists = [references for references in _lists(wanted, link) if any(isinstance(one, str) for one in references)]
    if document is None or not lists:
        return
    linked = records(document, {link.name: {}})[0].get(link.name)
    called = {
        label(one, BY_TYPE[one["type"]]): {"type": one["type"], "id": one["id"]}
        for one in (linked if isinstance(linked, list) else [linked])
        if one and one["type"] in link.to
    }
    for references in lists:
        references[:] = [called.get(one, one) if isinstance(one, str) else one for one in references]


def _lists(wanted: Wanted, link: Relationship) -> list[list[Any]]:
    links = wanted.draft.links[link.name]
    return [references for references in (links.refs, links.add, links.remove) if references]


class _Known:
    """What some references of a relationship lead to, looked up together."""

    def __init__(self, client: Client, link: Relationship, references: Sequence[Any]) -> None:
        self._link = link
        names = list(dict.fromkeys(one for one in references if isinstance(one, str) and not given_id(one)))
        self._by_name = {kind: find(client, BY_TYPE[kind], names) if names else {} for kind in link.to}
        self._ids: dict[str, set[str]] = {}
        for kind in link.to:
            ids = [found for one in references if (found := self._id(one, kind))]
            self._ids[kind] = _existing(client, BY_TYPE[kind], ids) if ids else set()

    def _id(self, reference: Any, kind: str) -> str | None:
        if isinstance(reference, Mapping):
            return str(reference["id"]) if reference["type"] in ("", kind) else None
        return given_id(reference)

    def identifier(self, reference: Any) -> Identifier:
        """The one resource that a reference fits; NotFound or Ambiguous where it fits none or several."""
        if isinstance(reference, Mapping) and reference["type"] not in ("", *self._link.to):
            raise UsageError(f"{self._link.name} takes {' or '.join(self._link.to)}, not {reference['type']}.")
        found = [self._of_kind(reference, kind) for kind in self._link.to]
        fits = [one for one in found if one]
        if len(fits) == 1:
            return fits[0]
        shown = reference["id"] if isinstance(reference, Mapping) else reference
        kinds = " and ".join(BY_TYPE[kind].noun or kind for kind in self._link.to)
        if fits:
            raise Ambiguous(f"{shown!r} fits several of {kinds}.", "Use the id.")
        raise NotFound(f"There is no {' or '.join(BY_TYPE[kind].singular for kind in self._link.to)} {shown!r}.")

    def _of_kind(self, reference: Any, kind: str) -> Identifier | None:
        identifier = self._id(reference, kind)
        if identifier is None and isinstance(reference, str):
            records = self._by_name[kind][reference]
            identifier = str(single(records, reference, BY_TYPE[kind])["id"]) if records else None
        elif identifier not in self._ids[kind]:
            identifier = None
        return {"type": kind, "id": identifier} if identifier else None


def _existing(client: Client, target: Resource, identifiers: Sequence[str]) -> set[str]:
    """Those of some ids that are there; all of them where the server cannot be asked for ids."""
    if not target.filter("id") or "list" not in target.operations:
        return set(identifiers)
    found: set[str] = set()
    try:
        for batch in batches(identifiers):
            found.update(str(record["id"]) for record in client.list(target, ListQuery({"id": batch})))
    except Refused:
        return set(identifiers)
    return found
