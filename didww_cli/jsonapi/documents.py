"""JSON:API documents read into flat records. Pure; unknown types and members pass, missing ones are left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Record = dict[str, Any]
"""A flat resource: ``id``, ``type``, attributes and relationships under their names, ``meta``."""

Tree = dict[str, Any]
"""Include paths as a tree: ``{"did_group": {"stock_keeping_units": {}}}``."""

Index = dict[tuple[str, str], Mapping[str, Any]]
"""The resources of a document by type and id."""


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
    return [member for member in found if isinstance(member, Mapping)]


def index(documents: Iterable[Mapping[str, Any]]) -> Index:
    """All resources of some documents by type and id; the fuller of two wins over an earlier one."""
    found: Index = {}
    for document in documents:
        for resource in [*members(document, "included"), *members(document, "data")]:
            found[str(resource.get("type")), str(resource.get("id"))] = resource
    return found


def records(document: Mapping[str, Any], tree: Tree) -> list[Record]:
    """The primary data of a document as flat records, included resources in their places along the tree."""
    known = index([document])
    return [flatten(resource, known, tree) for resource in members(document, "data")]


def flatten(resource: Mapping[str, Any], known: Index, tree: Tree) -> Record:
    """One resource as a flat record; ``tree`` says which relationships to resolve, which also ends every cycle."""
    record: Record = {"id": resource.get("id"), "type": resource.get("type")}
    attributes = resource.get("attributes")
    if isinstance(attributes, Mapping):
        record.update((name, value) for name, value in attributes.items() if name not in ("id", "type"))
    relationships = resource.get("relationships")
    if isinstance(relationships, Mapping):
        for name, relationship in relationships.items():
            if isinstance(relationship, Mapping) and "data" in relationship:
                record[name] = _linked(relationship["data"], known, tree.get(name))
    if isinstance(resource.get("meta"), Mapping):
        record["meta"] = resource["meta"]
    return record


def _linked(linkage: Any, known: Index, tree: Tree | None) -> Any:
    if isinstance(linkage, list):
        return [_linked(one, known, tree) for one in linkage]
    if not isinstance(linkage, Mapping):
        return None
    target = known.get((str(linkage.get("type")), str(linkage.get("id"))))
    if tree is None or target is None:
        return {"id": linkage.get("id"), "type": linkage.get("type")}
    return flatten(target, known, tree)


def joined(documents: list[dict[str, Any]]) -> dict[str, Any]:
    """One document of several pages: ``data`` and ``included`` joined, each included resource once.

    ``meta`` is the last page's; links of pages would lead astray and are dropped.
    """
    if len(documents) == 1:
        return documents[0]
    whole: dict[str, Any] = {"data": [resource for document in documents for resource in members(document, "data")]}
    seen: dict[tuple[str, str], Any] = {}
    for document in documents:
        for resource in members(document, "included"):
            seen.setdefault((str(resource.get("type")), str(resource.get("id"))), resource)
    if any("included" in document for document in documents):
        whole["included"] = list(seen.values())
    if documents and "meta" in documents[-1]:
        whole["meta"] = documents[-1]["meta"]
    return whole


def error_objects(document: Any) -> list[dict[str, Any]]:
    """The API's error objects in a document; empty where there are none."""
    errors = document.get("errors") if isinstance(document, Mapping) else None
    return [dict(error) for error in errors if isinstance(error, Mapping)] if isinstance(errors, list) else []
