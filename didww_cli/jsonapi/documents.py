"""JSON:API documents read into flat records. Pure; unknown types and members pass, missing ones are left out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Set
from typing import Any

Document = dict[str, Any]
"""A JSON:API document as it came: ``data``, ``included``, ``meta``."""

Record = dict[str, Any]
"""A flat resource: ``id``, ``type``, attributes and relationships under their names, ``meta``."""

Tree = dict[str, Any]
"""Include paths as a tree: ``{"did_group": {"stock_keeping_units": {}}}``."""

_Key = tuple[str, str]

_Linkage = tuple[str, Record]
"""The name of a relationship, and the identifier in a record of what it leads to."""

Index = dict[_Key, Mapping[str, Any]]
"""The resources of a document by type and id."""

DEEPEST = 10
MOST = 1000
"""How deep, and how many in one record, resources are put into their places that were not asked for."""


def include_tree(paths: Iterable[str]) -> Tree:
    """The tree of some dotted include paths."""
    tree: Tree = {}
    for path in paths:
        branch = tree
        for step in path.split("."):
            branch = branch.setdefault(step, {})
    return tree


def members(document: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """The resources in ``data`` or ``included`` as a list; what is no resource object is left out."""
    value = document.get(name)
    found = value if isinstance(value, list) else [value]
    return [member for member in found if isinstance(member, dict)]


def index(documents: Iterable[Mapping[str, Any]]) -> Index:
    """All resources of some documents by type and id; the fuller of two wins over an earlier one."""
    found: Index = {}
    for document in documents:
        for resource in [*members(document, "included"), *members(document, "data")]:
            found[_key(resource)] = resource
    return found


def told_total(document: Mapping[str, Any]) -> int | None:
    """How many records a page of a list counts over all pages; None where it does not say."""
    meta = document.get("meta")
    total = meta.get("total_records") if isinstance(meta, dict) else None
    return total if isinstance(total, int) and not isinstance(total, bool) else None


def records(document: Mapping[str, Any], tree: Tree) -> list[Record]:
    """The primary data of a document as flat records, included resources in their places: along the tree, and wherever
    else the server included what is linked.
    """
    included = {_key(resource) for resource in members(document, "included")}
    if not (tree or included):
        return [flat(resource) for resource in members(document, "data")]
    known = index([document])
    return [_whole(resource, known, included, tree) for resource in members(document, "data")]


def _whole(resource: Mapping[str, Any], known: Index, included: Set[_Key], tree: Tree) -> Record:
    """A resource with what it is linked to, the nearest first. What was not asked for ends where it would contain
    itself, at ``DEEPEST`` and at ``MOST``: resources that link to each other have more paths than memory holds.
    """
    record, linkages = _flattened(resource)
    places: deque[tuple[list[_Linkage], Tree, tuple[_Key, ...]]] = deque()
    places.append((linkages, tree, (_key(resource),)))
    unasked = 0
    while places:
        linkages, branch, path = places.popleft()
        for name, linkage in linkages:
            key = _key(linkage)
            extra = key in included and key not in path and len(path) < DEEPEST and unasked < MOST
            if key in known and (name in branch or extra):
                unasked += name not in branch
                found, further = _flattened(known[key])
                linkage.update(found)
                if further:
                    places.append((further, branch.get(name, {}), (*path, key)))
    return record


def flat(resource: Mapping[str, Any]) -> Record:
    """One resource as a flat record, what it is linked to as ``{"id", "type"}``."""
    return _flattened(resource)[0]


def _flattened(resource: Mapping[str, Any]) -> tuple[Record, list[_Linkage]]:
    """One resource as a flat record, and the identifiers in it of what it is linked to."""
    record: Record = {"id": resource.get("id"), "type": resource.get("type")}
    linkages: list[_Linkage] = []
    attributes = resource.get("attributes")
    if isinstance(attributes, dict):
        record = record | attributes | record  # id and type first, whatever attributes are called
    relationships = resource.get("relationships")
    for name, relationship in relationships.items() if isinstance(relationships, dict) else ():
        if isinstance(relationship, dict) and "data" in relationship and name not in ("id", "type", "meta"):
            record[name] = held = _identifier(relationship["data"])
            linkages += [(name, one) for one in (held if isinstance(held, list) else [held]) if isinstance(one, dict)]
    meta = resource.get("meta")
    if isinstance(meta, dict):
        record["meta"] = meta
    return record, linkages


def _identifier(linkage: Any) -> Any:
    if isinstance(linkage, list):
        return [_identifier(one) for one in linkage]
    return {"id": linkage.get("id"), "type": linkage.get("type")} if isinstance(linkage, dict) else None


def _key(resource: Mapping[str, Any]) -> _Key:
    return str(resource.get("type")), str(resource.get("id"))


def joined(documents: list[dict[str, Any]]) -> dict[str, Any]:
    """One document of several pages: ``data`` and ``included`` joined, each included resource once.

    ``meta`` is the last page's; links of pages would lead astray and are dropped.
    """
    if len(documents) == 1:
        return documents[0]
    whole: dict[str, Any] = {"data": [resource for document in documents for resource in members(document, "data")]}
    seen: Index = {}
    for document in documents:
        for resource in members(document, "included"):
            seen.setdefault(_key(resource), resource)
    if any("included" in document for document in documents):
        whole["included"] = list(seen.values())
    if documents and "meta" in documents[-1]:
        whole["meta"] = documents[-1]["meta"]
    return whole


def error_objects(document: Any) -> list[dict[str, Any]]:
    """The API's error objects in a document; empty where there are none."""
    errors = document.get("errors") if isinstance(document, dict) else None
    return [dict(error) for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []
