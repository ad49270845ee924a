"""What a run wrote, in words: told where the usual output cannot tell it, or where the run ended too early."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from didww_cli.catalog import RESOURCES
from didww_cli.catalog.model import Resource
from didww_cli.output.text import raw_cell, visible

if TYPE_CHECKING:
    from didww_cli.jsonapi.watching import Write, Writes

VERBS = {"POST": "created", "PATCH": "updated", "PUT": "updated", "DELETE": "deleted"}


def what_was_done(runs: Sequence[Writes]) -> list[str]:
    """A sentence for each write that was done, the last few of many; and one for a write that was not answered."""
    told = [_done(one) for writes in runs for one in writes.last]
    count = sum(writes.count for writes in runs)
    if count > len(told):
        told.insert(0, f"{count:,} writes were done. The last:")
    return [*told, *(text for writes in runs for text in unanswered(writes))]


def unanswered(writes: Writes) -> Iterator[str]:
    """A sentence about the write that was sent and is not answered, where there is one."""
    write = writes.under_way
    if write:
        resource, identifier = _target(write)
        verb = f"get {identifier}" if identifier else "list"
        look = f" To find out: didww {resource.noun} {verb}" if resource else ""
        yield f"{write.method} {_path(write)} was sent and not answered: it may have been done.{look}"


def _path(write: Write) -> str:
    return visible(urlsplit(write.url).path)


def _target(write: Write) -> tuple[Resource | None, str]:
    """The resource with a noun that a URL is about, and the id in it."""
    parts = urlsplit(write.url).path.split("/")
    for resource in RESOURCES:
        if resource.noun and resource.path[1:] in parts:
            after = parts[parts.index(resource.path[1:]) + 1 :]
            return resource, visible(unquote(after[0])) if after else ""
    return None, ""


def _done(write: Write) -> str:
    resource, identifier = _target(write)
    if resource is None or write.method not in VERBS:
        return f"{write.method} {_path(write)} was done."
    data = _data(write.answer)
    attributes = data.get("attributes")
    names = [raw_cell(attributes.get(name)) for name in resource.label] if isinstance(attributes, dict) else []
    name = visible(" ".join(["", *(text for text in names if text)]))
    return f"The {resource.singular}{name} was {VERBS[write.method]} (id {data.get('id') or identifier})."


def _data(answer: bytes) -> dict[str, Any]:
    try:
        found = json.loads(answer)["data"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
