"""JSON:API documents as the server writes them: resources, linkage, included resources, pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.model import INTEGER, Attribute, Relationship, Resource
from didww_cli.catalog.versions import at
from didww_cli.emulator.derived import COMPUTED, COMPUTED_NAMES, meta, name_at, related
from didww_cli.emulator.query import Pairs, Query
from didww_cli.emulator.state import Record, State

Json = dict[str, Any]
_Tree = dict[str, "_Tree"]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes documents of one request: ``base_url`` ends in ``/v3``, ``version`` is the one that is served."""

    state: State
    query: Query
    base_url: str
    version: str

    def one(self, record: Record) -> Json:
        """The document of one resource."""
        return {**self._body(self.resource(record, self._tree), [record]), "meta": {"api_version": self.version}}

    def many(self, records: Sequence[Record]) -> Json:
        """The document of a whole collection."""
        data = [self.resource(record, self._tree) for record in records]
        return {**self._body(data, records), "meta": {"api_version": self.version}}

    def page(self, resource: Resource, records: Sequence[Record], given: Pairs) -> Json:
        """The document of one page of a collection, with links to the others; ``given`` is the request's query."""
        number, size = self.query.page
        shown = records[(number - 1) * size : number * size]
        return {
            **self._body([self.resource(record, self._tree) for record in shown], shown),
            "meta": {"total_records": len(records), "api_version": self.version},
            "links": self._pages(resource, len(records), given),
        }

    def resource(self, record: Record, tree: _Tree) -> Json:
        """One resource; a relationship in ``tree`` carries its linkage."""
        known = at(BY_TYPE[record.type], self.version)
        fields = self.query.fields.get(record.type)
        parts = {
            "attributes": self._attributes(record, known, fields),
            "relationships": self._relationships(record, known, fields, tree),
            "meta": meta(self.state, record),
        }
        return {"id": record.id, "type": record.type, **{name: part for name, part in parts.items() if part}}

    @property
    def _tree(self) -> _Tree:
        tree: _Tree = {}
        for path in self.query.includes:
            branch = tree
            for part in path.split("."):
                branch = branch.setdefault(part, {})
        return tree

    def _body(self, data: Any, primary: Sequence[Record]) -> Json:
        if not self.query.includes:
            return {"data": data}
        return {"data": data, "included": list(self._included(primary))}

    def _included(self, primary: Sequence[Record]) -> Iterable[Json]:
        wanted: dict[tuple[str, str], tuple[Record, _Tree]] = {}
        for record in primary:
            self._collect(record, self._tree, wanted)
        own = {(record.type, record.id) for record in primary}
        return (self.resource(record, tree) for key, (record, tree) in wanted.items() if key not in own)

    def _collect(self, record: Record, tree: _Tree, wanted: dict[tuple[str, str], tuple[Record, _Tree]]) -> None:
        for name, branch in tree.items():
            for target in self._related(record, name):
                _, known = wanted.setdefault((target.type, target.id), (target, {}))
                _merge(known, branch)
                self._collect(target, branch, wanted)

    def _related(self, record: Record, name: str) -> list[Record]:
        return related(self.state, record, name) if BY_TYPE[record.type].relationship(name) else []

    def _attributes(self, record: Record, known: Resource, fields: frozenset[str] | None) -> Json:
        names = COMPUTED_NAMES.get(record.type, ())
        computed = {name: COMPUTED[(record.type, name)](self.state, record) for name in names}
        held = {**record.attributes, **computed}
        if record.type == "exports" and held["url"]:
            held["url"] = self.base_url + held["url"]
        shown = {name: one for name in held if (one := known.attribute(name))}
        own = {name: held[name_at(record.type, name, self.version)] for name in shown}
        held = {name: _none_counted(one, own[name]) for name, one in shown.items()}
        return held if fields is None else {name: value for name, value in held.items() if name in fields}

    def _relationships(self, record: Record, known: Resource, fields: frozenset[str] | None, tree: _Tree) -> Json:
        prefix = f"{self.base_url}/{record.type}/{record.id}"
        shown: Json = {}
        for relationship in known.relationships:
            name = relationship.name
            if relationship.readable and (fields is None or name in fields):
                shown[name] = {"links": {"self": f"{prefix}/relationships/{name}", "related": f"{prefix}/{name}"}}
                if name in tree:
                    shown[name]["data"] = self._linkage(record, relationship)
        return shown

    def _linkage(self, record: Record, relationship: Relationship) -> Any:
        found = [{"type": target.type, "id": target.id} for target in related(self.state, record, relationship.name)]
        if relationship.many:
            return found
        return found[0] if found else None

    def _pages(self, resource: Resource, total: int, given: Pairs) -> dict[str, str]:
        number, size = self.query.page
        last = max(1, -(-total // size))
        pages = {"first": 1, "prev": number - 1, "next": number + 1, "last": last}
        shown = {name: page for name, page in pages.items() if 1 <= page <= last}
        return {name: self._page_url(resource, page, given) for name, page in shown.items()}

    def _page_url(self, resource: Resource, number: int, given: Pairs) -> str:
        kept = [(key, value) for key, value in given if not key.startswith("page[")]
        page = [("page[number]", str(number)), ("page[size]", str(self.query.page[1]))]
        return f"{self.base_url}{resource.path}?{urlencode(sorted(kept + page))}"


def _none_counted(known: Attribute, value: Any) -> Any:
    """0 where a number is none and the version has no null for it."""
    return 0 if value is None and known.kind == INTEGER and not known.nullable else value


def _merge(known: _Tree, branch: _Tree) -> None:
    for name, rest in branch.items():
        _merge(known.setdefault(name, {}), rest)
