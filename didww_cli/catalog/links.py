"""Relationships that can be written, so that whatever is read shows them in a form that is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.forms import UUID
from didww_cli.catalog.model import Relationship, Resource
from didww_cli.catalog.paths import read

NONE, ANY = "none", "any"
"""What stands for no resource at all, and for whichever, where one is asked for."""

NOTHING = frozenset({"", NONE, "null"})
"""What stands for no resource at all where a reference is expected."""


def written_links(resource: Resource) -> tuple[Relationship, ...]:
    """The relationships that create or update can set, and that the API can include."""
    return tuple(
        link
        for link in resource.relationships
        if (link.create or link.update) and link.readable and link.name in resource.includes
    )


def label_fields(links: Iterable[Relationship]) -> dict[str, tuple[str, ...]]:
    """The fieldsets that hold what the targets of relationships are called by, and no more."""
    kinds = dict.fromkeys(kind for link in links for kind in link.to)
    heads = {kind: dict.fromkeys(path.partition(".")[0] for path in BY_TYPE[kind].label) for kind in kinds}
    return {kind: tuple(names) for kind, names in heads.items() if names}


def label(record: Mapping[str, Any], resource: Resource | None) -> str:
    """What a table calls a record; its id where it has no name."""
    parts = [read(record, path.split(".")) for path in resource.label] if resource else []
    return " ".join(str(part) for part in parts if part not in (None, "")) or str(record.get("id"))


def reference(record: Mapping[str, Any], *, many: bool) -> str:
    """A related record as ``--input`` takes it: by its name where it is looked up by that and nothing else is meant by
    it, else by its id. ``many``: commas part it from others.
    """
    resource = BY_TYPE.get(str(record.get("type")))
    by_id = f"id:{record.get('id')}"
    if resource is None or not _is_looked_up(resource):
        return by_id
    parts = [read(record, path.split(".")) for path in resource.label]
    name = " ".join(str(part) for part in parts if part not in (None, ""))
    return name if _is_plain(name) and not (many and "," in name) else by_id


def _is_looked_up(resource: Resource) -> bool:
    """Whether a record is found by what a table calls it."""
    names = {composed.parts: composed.name for composed in resource.composed if composed.between == " "}
    plain = resource.label[0] if len(resource.label) == 1 else ""
    return names.get(resource.label, plain) in resource.lookup


def _is_plain(name: str) -> bool:
    """Whether a text means a name wherever a reference is expected."""
    meant = name.casefold() not in NOTHING and not name.startswith("id:") and not UUID.fullmatch(name)
    return meant and name == name.strip()
