"""Entries of a journal, found by number, name or time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from didww_cli.catalog import BY_PATH, BY_TYPE
from didww_cli.catalog.model import Resource
from didww_cli.errors import NotFound, UsageError
from didww_cli.workflows.writing.journal import entries

Entry = dict[str, Any]

NUMBERS = re.compile(r"(\d{1,12})(?:-(\d{1,12}))?")
ACTIONS = {"POST": "create", "PATCH": "update", "DELETE": "delete"}


def read_entries(path: Path) -> list[Entry]:
    """All entries of a journal, the oldest first, each with what is shown of it."""
    return [_shown(entry) for entry in entries(path)]


def _shown(entry: Entry) -> Entry:
    resource = resource_of(entry)
    return {
        "n": entry["n"],
        "time": entry.get("time"),
        "action": ACTIONS.get(str(entry.get("method")), entry.get("method")),
        "what": (resource.noun or resource.type) if resource else entry.get("path"),
        "name": entry.get("label") or entry.get("id"),
        **{name: value for name, value in entry.items() if name not in ("n", "time")},
    }


def resource_of(entry: Mapping[str, Any]) -> Resource | None:
    """The type that an entry is about; None where it is none of the catalog's."""
    known = BY_TYPE.get(str(entry.get("type")))
    return known or BY_PATH.get("/" + str(entry.get("path", "")).strip("/").partition("/")[0])


def chosen_entries(found: Sequence[Entry], words: Iterable[str]) -> list[Entry]:
    """The entries of some numbers and ranges (``12``, ``40-52``), the newest first; NotFound where there are none."""
    by_number = {entry["n"]: entry for entry in found}
    numbers: dict[int, None] = {}
    for word in words:
        first, last = _range(word)
        there = [number for number in by_number if first <= number <= last]
        if not there:
            raise NotFound(f"The journal has no entry {word}.", "'didww journal list' shows what there is.")
        numbers |= dict.fromkeys(there)
    return [by_number[number] for number in sorted(numbers, reverse=True)]


def as_ranges(numbers: Iterable[int]) -> list[str]:
    """Numbers of entries as ``chosen_entries`` takes them: those in a row as one range."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        first = found.pop()[0] if found and found[-1][1] == number - 1 else number
        found.append((first, number))
    return [str(first) if first == last else f"{first}-{last}" for first, last in found]


def _range(word: str) -> tuple[int, int]:
    match = NUMBERS.fullmatch(word.strip())
    if not match:
        raise UsageError(f"{word!r} is no number of an entry.", "For example: 12, or 12-40.")
    first = int(match[1])
    return first, int(match[2] or first)


def members_of(value: Any) -> dict[str, Any]:
    """The members that an entry tells of, those of polymorphic ones by dotted names."""
    found: dict[str, Any] = {}
    for name, one in value.items() if isinstance(value, Mapping) else ():
        inner = one.get("attributes") if isinstance(one, Mapping) else None
        if isinstance(inner, Mapping):
            found |= {f"{name}.{member}": held for member, held in inner.items()}
        else:
            found[name] = one
    return found


def said(value: Any, names: Mapping[str, str]) -> str:
    """A value of an entry for people. ``names``: what is linked by id, as the entry knows it."""
    if value in (None, [], ""):
        return "none"
    if isinstance(value, list):
        return ", ".join(said(one, names) for one in value)
    if isinstance(value, Mapping) and "id" in value:
        return str(names.get(str(value["id"]), value["id"]))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, Mapping | bool) else str(value)


def matching(found: Iterable[Entry], *, ref: str | None, since: datetime | None) -> Iterator[Entry]:
    """The entries about what is called so, and not before a time."""
    for entry in found:
        if ref and ref.casefold().removeprefix("id:") not in (
            str(entry.get("name")).casefold(),
            str(entry.get("id")).casefold(),
        ):
            continue
        if since and (_time(entry) or since) < since:
            continue
        yield entry


def _time(entry: Mapping[str, Any]) -> datetime | None:
    try:
        return datetime.fromisoformat(str(entry.get("time")))
    except ValueError:
        return None
