"""Tables for work in bulk: CSV and JSON lines read into rows that know the line they stand in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from didww_cli.errors import Ambiguous, DidwwError, NotFound, UsageError

SEPARATORS = ",;\t"
SHOWN = 20
"""Most problems that are told one by one."""


@dataclass(frozen=True, slots=True)
class Row:
    """The line that a row begins in, and its cells by column: texts of CSV, JSON values of JSON lines."""

    line: int
    cells: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of an input. ``columns`` is the header of CSV, None for JSON lines."""

    name: str
    columns: tuple[str, ...] | None
    rows: Sequence[Row]
    problems: Problems


@dataclass(slots=True)
class Problems:
    """What is wrong with the rows of an input, collected so that all of it is told at once."""

    name: str
    found: list[tuple[int, str, DidwwError]] = field(default_factory=list)

    def add(self, line: int, error: DidwwError, column: str = "") -> None:
        """A row cannot be used, for the reason that an error tells."""
        reason = error.message.removeprefix(f"line {line}: ")
        self.found.append((line, f"{column}: {reason}" if column and column not in reason else reason, error))

    @property
    def lines(self) -> set[int]:
        """The lines that cannot be used."""
        return {line for line, _, _ in self.found}

    def check(self, total: int) -> None:
        """Raise where there are any: NotFound where all are that something is not there, UsageError otherwise."""
        if not self.found:
            return
        found = sorted(self.found, key=lambda one: one[0])
        told = [f"  line {line}: {reason}" for line, reason, _ in found[:SHOWN]]
        if len(found) > SHOWN:
            told.append(f"  … and {len(found) - SHOWN:,} more")
        hints = {error.hint for _, _, error in found}
        missing = all(isinstance(error, NotFound | Ambiguous) for _, _, error in found)
        bad = len(self.lines)
        head = f"{self.name}: {bad:,} of {max(total, bad):,} rows cannot be used; nothing was written."
        kind = NotFound if missing else UsageError
        raise kind("\n".join([head, *told]), hints.pop() if len(hints) == 1 else "")


def file_content(name: str) -> bytes:
    """The bytes of an input file; UsageError where it cannot be read."""
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"Cannot read {name}: {error.strerror}.") from None


def read_table(name: str, content: bytes) -> Table:
    """The rows of CSV or JSON lines: told by the ending of the name, else by whether the first character is ``{``.

    Rows that cannot be read are among the problems; UsageError where nothing of it can be.
    """
    text = _decoded(name, content)
    ending = Path(name).suffix.lower()
    first = text.lstrip()[:1]
    if ending not in (".csv", ".tsv"):
        if first == "[":
            raise UsageError(f"{name} is a JSON array.", "It takes JSON lines, an object a line: -o jsonl prints them.")
        if ending in (".jsonl", ".ndjson") or first == "{":
            return _json_lines(name, text)
    return _csv(name, text)


def _decoded(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line_ends = content.count(b"\n", 0, error.start)
        place = "it is UTF-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else f"line {line_ends + 1}"
        raise UsageError(f"{name} is not UTF-8 ({place}).", "Save it as UTF-8; in Excel 'CSV UTF-8'.") from None


def _json_lines(name: str, text: str) -> Table:
    problems, rows = Problems(name), []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line, object_pairs_hook=_once, parse_constant=_no_number)
            json.dumps(found, ensure_ascii=False).encode()
        except (ValueError, RecursionError) as error:
            found = None
            problems.add(number, UsageError(f"this is not JSON: {_reason(error)}."))
        else:
            if not isinstance(found, dict):
                problems.add(number, UsageError("this is no JSON object."))
        rows.append(Row(number, found if isinstance(found, dict) else {}))
    return Table(name, None, rows, problems)


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(name for name in names if names.count(name) > 1)!r} stands in it twice")
    return found


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number")


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeEncodeError):
        return "half of a surrogate pair is no text"
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


def _csv(name: str, text: str) -> Table:
    problems = Problems(name)
    records = _records(text, _separator(text), problems)
    _, header = next(records, (0, []))
    columns = tuple(cell.strip() for cell in header)
    _check_header(name, columns)
    rows = []
    for line, cells in records:
        if len(cells) != len(columns):
            problems.add(line, UsageError(f"it has {len(cells)} cells, the header has {len(columns)}."))
        rows.append(Row(line, dict(zip(columns, cells, strict=False))))
    return Table(name, columns, rows, problems)


def _separator(text: str) -> str:
    """Comma, semicolon or tab: the one that parts the header into most columns."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(SEPARATORS, key=lambda separator: len(next(csv.reader([header], delimiter=separator))))


def _records(text: str, separator: str, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """The records of RFC 4180, each with the line that it begins in; those without any text are passed over."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            problems.add(line, UsageError(f"this is not CSV: {error}."))
            return
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = reader.line_num + 1


def _check_header(name: str, columns: Sequence[str]) -> None:
    twice = next((column for column in columns if columns.count(column) > 1 and column), None)
    if twice:
        raise UsageError(f"{name}: the column {twice!r} stands in the header twice.")
    if "" in columns:
        raise UsageError(f"{name}: column {columns.index('') + 1} has no name in the header.")
