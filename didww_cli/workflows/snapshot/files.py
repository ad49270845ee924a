"""Snapshots as files: TOML or JSON by the name, and tables of one's own (CSV) to compare with."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from didww_cli.catalog import BY_NOUN, BY_TYPE
from didww_cli.catalog.forms import read_json
from didww_cli.catalog.model import LISTS, Resource
from didww_cli.catalog.paths import near
from didww_cli.catalog.snapshots import snapshot_attributes, snapshot_links, snapshot_types
from didww_cli.errors import UsageError
from didww_cli.workflows.reading.references import digits
from didww_cli.workflows.snapshot.account import Content, Entry
from didww_cli.workflows.writing.values import from_text

FORMAT = 1
VERSION, NOTHING = "snapshot", "none"
"""The member that tells the version of the format; and, as TOML knows no null, the one that names what is empty."""

SUFFIXES = (".toml", ".json")


def kind_of(path: Path) -> str:
    """The suffix of a file that a snapshot is written to or read from."""
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise UsageError(f"{path} must end in {' or '.join(SUFFIXES)}: that says how it is written.")
    return suffix


def is_replaced(path: Path) -> bool:
    """Whether a snapshot is to be written over another; UsageError where the file holds something else."""
    if not path.is_file() or not path.stat().st_size:
        return False
    try:
        read_snapshot(path)
    except UsageError as error:
        reason = f"{path} is there already and is not replaced, since it holds no whole snapshot; nothing was sent."
        raise UsageError(reason, f"{error.message}\nGive another name, or remove it.") from None
    return True


def written(content: Content, path: Path) -> bytes:
    """A snapshot as the bytes of its file; the same content is the same bytes."""
    document: dict[str, Any] = {VERSION: FORMAT}
    toml = kind_of(path) == ".toml"
    for kind, things in content.items():
        document[kind] = {name: _without_null(entry) if toml else entry for name, entry in sorted(things.items())}
    if toml:
        import tomli_w

        return tomli_w.dumps(document, multiline_strings=False).encode()
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _without_null(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry without null: what is empty is listed by name, and tables stand last, as TOML wants it."""
    empty = [name for name, value in entry.items() if value is None]
    plain = {name: value for name, value in entry.items() if value is not None and not isinstance(value, Mapping)}
    tables = {name: _without_null(value) for name, value in entry.items() if isinstance(value, Mapping)}
    return {**plain, **({NOTHING: empty} if empty else {}), **tables}


def read_snapshot(path: Path) -> Content:
    """What a file holds; UsageError where it is none, or of a form that is not known."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from None
    if path.suffix.casefold() == ".csv":
        return _from_table(path, text)
    toml = kind_of(path) == ".toml"
    try:
        document = tomllib.loads(text) if toml else read_json(text)
    except ValueError as error:
        raise UsageError(f"{path} is broken: {error}.") from None
    if not isinstance(document, dict) or document.get(VERSION) != FORMAT:
        raise UsageError(f"{path} is no snapshot of this tool.", "'didww snapshot save FILE' writes one.")
    return {kind: _things(path, kind, things) for kind, things in document.items() if kind != VERSION}


def _things(path: Path, kind: str, things: Any) -> dict[str, Entry]:
    known = {one.type: one for one in snapshot_types()}
    if kind not in known:
        raise UsageError(f"{path}: a snapshot holds no {kind!r}.{near(kind, known)}")
    if not isinstance(things, dict) or not all(isinstance(one, dict) for one in things.values()):
        raise UsageError(f"{path}: {kind} holds things by name.")
    return {name: _checked(path, known[kind], name, _with_null(entry)) for name, entry in things.items()}


def _with_null(entry: Mapping[str, Any]) -> Entry:
    found = {name: _with_null(value) if isinstance(value, dict) else value for name, value in entry.items()}
    empty = found.pop(NOTHING, [])
    return found | dict.fromkeys(map(str, empty)) if isinstance(empty, list) else found


def _checked(path: Path, resource: Resource, name: str, entry: Entry) -> Entry:
    known = _names(resource)
    for member in entry:
        if member not in known:
            raise UsageError(f"{path}: {resource.singular} {name} has no {member!r}.{near(member, known)}")
    return entry


def _names(resource: Resource) -> list[str]:
    """The members that a snapshot holds of a type."""
    return [*(one.name for one in snapshot_attributes(resource)), *(one.name for one in snapshot_links(resource))]


def _from_table(path: Path, text: str) -> Content:
    """A table of one's own: numbers by their column, and the members that it has columns for."""
    resource = snapshot_types()[-1]
    key = resource.lookup[0]
    rows = csv.DictReader(io.StringIO(text, newline=""))
    columns = [name for name in rows.fieldnames or () if name]
    if key not in columns:
        raise UsageError(f"{path} has no column {key}.{near(key, columns)}")
    unknown = [name for name in columns if name != key and not _member(resource, name)]
    if unknown:
        known = _names(resource)
        raise UsageError(f"{path} has a column {unknown[0]!r} that cannot be compared.{near(unknown[0], known)}")
    found: dict[str, Entry] = {}
    for row in rows:
        name = digits(str(row.get(key) or "").strip())
        if not name or name in found:
            raise UsageError(f"{path}, line {rows.line_num}: {name or 'no number'}{' is there twice' if name else ''}.")
        found[name] = {one: _cell(resource, one, str(row.get(one) or "").strip()) for one in columns if one != key}
    return {resource.type: found}


def _member(resource: Resource, name: str) -> bool:
    attribute = next((one for one in snapshot_attributes(resource) if one.name == name), None)
    return any(one.name == name for one in snapshot_links(resource)) or bool(attribute and not attribute.variants)


def _cell(resource: Resource, name: str, text: str) -> Any:
    if text in ("", "null"):
        return None
    attribute = resource.attribute(name)
    if attribute is None:
        return text
    return [] if attribute.kind in LISTS and text == "[]" else from_text(attribute, text, name)


def chosen_types(words: list[str]) -> list[Resource]:
    """The types of ``--only``: nouns, words of families, or names of the API."""
    every = snapshot_types()
    found: list[Resource] = []
    for word in words:
        fits = [one for one in every if word in (one.noun, one.type, one.noun.partition(" ")[0])]
        if not fits:
            known = [*(one.noun for one in every), *{one.noun.partition(" ")[0] for one in every}]
            other = word in BY_NOUN or word in BY_TYPE
            said = f"{word} is not part of a snapshot." if other else f"There is nothing called {word!r}."
            raise UsageError(f"--only: {said}{near(word, known)}", f"It takes {', '.join(dict.fromkeys(known))}.")
        found += [one for one in fits if one not in found]
    return [one for one in every if one in found] if words else every
