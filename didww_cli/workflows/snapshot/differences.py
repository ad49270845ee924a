"""How two snapshots differ, member by member."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from didww_cli.catalog.model import Resource
from didww_cli.workflows.snapshot.account import Content, Entry

ADDED, REMOVED, CHANGED = "added", "removed", "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: a thing that only one of two has (``member`` is empty), or a member with another value."""

    type: str
    name: str
    change: str
    member: str = ""
    first: Any = None
    second: Any = None


def differences(types: Iterable[Resource], first: Content, second: Content) -> Iterator[Difference]:
    """What differs in the second from the first; types and members that one of them says nothing of are passed over."""
    for resource in types:
        kind = resource.type
        if kind not in first or kind not in second:
            continue
        for name in sorted({*first[kind], *second[kind]}):
            old, new = first[kind].get(name), second[kind].get(name)
            if old is None:
                yield Difference(kind, name, ADDED)
            elif new is None:
                yield Difference(kind, name, REMOVED)
            else:
                yield from _members(kind, name, old, new)


def _members(kind: str, name: str, old: Entry, new: Entry) -> Iterator[Difference]:
    before, after = (dict(_flat(entry)) for entry in (old, new))
    another = {head for head, value in old.items() if _shape(value) != _shape(new.get(head))}
    for member in dict.fromkeys([*before, *after]):
        head = member.partition(".")[0]
        known = member in before and member in after
        if (known or head in another) and head in old and head in new and before.get(member) != after.get(member):
            yield Difference(kind, name, CHANGED, member, before.get(member), after.get(member))


def _shape(value: Any) -> Any:
    return value.get("type") if isinstance(value, Mapping) else None


def _flat(entry: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The members of an entry, those of shapes by dotted names."""
    for name, value in entry.items():
        if isinstance(value, Mapping):
            yield from ((f"{name}.{inner}", one) for inner, one in value.items())
        else:
            yield name, value
