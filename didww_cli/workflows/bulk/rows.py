"""Tables for work in bulk: CSV and JSON lines read row by row; each row knows the line that it stands in."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from didww_cli.errors import Ambiguous, DidwwError, NotFound, UsageError

SEPARATORS = ",;\t"
SHOWN = 20
"""Most problems that are told one by one."""

START = 65536
"""Bytes of an input that tell its form and its header."""


@dataclass(frozen=True, slots=True)
class Row:
    """The line that a row begins in, and its cells by column: texts of CSV, JSON values of JSON lines."""

    line: int
    cells: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """An input. ``columns`` is the header of CSV, None for JSON lines; ``rows`` are read as they are asked for, once.

    Rows that cannot be read are left out and stand among the problems.
    """

    name: str
    columns: tuple[str, ...] | None
    rows: Iterator[Row]
    problems: Problems


@dataclass(slots=True)
class Problems:
    """What is wrong with the rows of an input, collected so that all of it is told at once. ``total``: rows read."""

    name: str
    total: int = 0
    found: list[tuple[int, str, str, bool]] = field(default_factory=list)
    """Line, reason, hint, and whether it is that something is not there."""

    def add(self, line: int, error: DidwwError, column: str = "") -> None:
        """A row cannot be used, for the reason that an error tells; ``column``: where that does not name it."""
        reason = f"{column}: {error.message}" if column else error.message
        self.found.append((line, reason, error.hint, isinstance(error, NotFound | Ambiguous)))

    @property
    def lines(self) -> set[int]:
        """The lines that cannot be used."""
        return {line for line, *_ in self.found}

    def check(self) -> None:
        """Raise where there are any: NotFound where all are that something is not there, UsageError otherwise."""
        if not self.found:
            return
        found = sorted(self.found, key=lambda one: one[0])
        told = [f"  line {line}: {reason}" for line, reason, *_ in found[:SHOWN]]
        if len(found) > SHOWN:
            told.append(f"  … and {len(found) - SHOWN:,} more")
        hints = {hint for *_, hint, _ in found}
        bad = len(self.lines)
        head = f"{self.name}: {bad:,} of {max(self.total, bad):,} rows cannot be used; nothing was written."
        kind = NotFound if all(missing for *_, missing in found) else UsageError
        raise kind("\n".join([head, *told]), hints.pop() if len(hints) == 1 else "")


@contextmanager
def opened_input(name: str, stdin: BinaryIO) -> Iterator[BinaryIO]:
    """An input file, or standard input for ``-``, from its begin; UsageError where it cannot be read.

    What cannot be read twice (a pipe) goes into a file that has no name and only this process can read.
    """
    with ExitStack() as stack:
        try:
            file = stdin if name == "-" else stack.enter_context(open(name, "rb"))
            if name == "-" or not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                spool = stack.enter_context(tempfile.TemporaryFile())
                shutil.copyfileobj(file, spool)
                spool.seek(0)
                file = spool
        except OSError as error:
            raise UsageError(f"Cannot read {name}: {error.strerror}.") from None
        yield file


def read_table(name: str, file: BinaryIO) -> Table:
    """The rows of CSV or JSON lines: told by the ending of the name, else by whether the first character is ``{``.

    UsageError where nothing of it can be read, also while the rows are.
    """
    start = file.read(START)
    file.seek(0)
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _not_utf8(name, "it is UTF-16")
    text = start.decode("utf-8-sig", "replace")
    ending = Path(name).suffix.lower()
    first = text.lstrip()[:1]
    if ending not in (".csv", ".tsv"):
        if first == "[":
            raise UsageError(f"{name} is a JSON array.", "It takes JSON lines, an object a line: -o jsonl prints them.")
        if ending in (".jsonl", ".ndjson") or first == "{":
            problems = Problems(name)
            return Table(name, None, _json_lines(_lines(name, file, "\n"), problems), problems)
    return _csv(name, _lines(name, file, ""), _separator(text))


def _lines(name: str, file: BinaryIO, newline: str) -> Iterator[str]:
    """The lines of a file with their ends; UsageError that names the first that is no UTF-8."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline=newline)
    try:
        yield from text
    except UnicodeDecodeError:
        raise _not_utf8(name, f"line {_undecodable(file)}") from None
    finally:
        with suppress(ValueError):  # the file may be closed by now
            text.detach()


def _undecodable(file: BinaryIO) -> int:
    file.seek(0)
    for number, line in enumerate(file, start=1):
        try:
            line.decode()
        except UnicodeDecodeError:
            return number
    return 0


def _not_utf8(name: str, place: str) -> UsageError:
    return UsageError(f"{name} is not UTF-8 ({place}).", "Save it as UTF-8; in Excel 'CSV UTF-8'.")


def _json_lines(lines: Iterator[str], problems: Problems) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        problems.total += 1
        try:
            found = json.loads(line, object_pairs_hook=_once, parse_constant=_no_number)
            json.dumps(found, ensure_ascii=False).encode()
        except (ValueError, RecursionError) as error:
            problems.add(number, UsageError(f"this is not JSON: {_reason(error)}."))
            continue
        if isinstance(found, dict):
            yield Row(number, found)
        else:
            problems.add(number, UsageError("this is no JSON object."))


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


def _csv(name: str, lines: Iterator[str], separator: str) -> Table:
    problems = Problems(name)
    records = _records(lines, separator, problems)
    _, header = next(records, (0, []))
    columns = tuple(cell.strip() for cell in header)
    _check_header(name, columns)
    return Table(name, columns, _csv_rows(records, columns, problems), problems)


def _csv_rows(records: Iterator[tuple[int, list[str]]], columns: Sequence[str], problems: Problems) -> Iterator[Row]:
    for line, cells in records:
        problems.total += 1
        if len(cells) == len(columns):
            yield Row(line, dict(zip(columns, cells, strict=True)))
        else:
            problems.add(line, UsageError(f"it has {len(cells)} cells, the header has {len(columns)}."))


def _separator(text: str) -> str:
    """Comma, semicolon or tab: the one that parts the header into most columns."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(SEPARATORS, key=lambda separator: len(next(csv.reader([header], delimiter=separator))))


def _records(lines: Iterator[str], separator: str, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """The records of RFC 4180, each with the line that it begins in; those without any text are passed over."""
    reader = csv.reader(lines, delimiter=separator, strict=True)
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
