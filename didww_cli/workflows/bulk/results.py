"""The results file of work in bulk: a JSON line for each row, begun before its request and ended after the answer.

A last line that was only begun therefore tells which row was under way when the run was killed. The file is locked for
as long as a run uses it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from io import FileIO
from pathlib import Path
from typing import Any

from didww_cli.disk import hold
from didww_cli.errors import DidwwError, UsageError

BEGUN = re.compile(rb'(\{"line":\d+,"digest":"[0-9a-f]+","ref":(?:null|"(?:[^"\\]|\\.)*")),')
"""What stands in the file before a request is sent. A piece of less than that was never followed by one."""

OLD = re.compile(rb'\{"line":\d+,"ref":')
"""How lines began before they held a digest."""

STOPPED = "The run was stopped before the answer was there."


class Outcome(StrEnum):
    """What became of a row."""

    DONE = "done"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    UNKNOWN = "unknown"


DONE, UNCHANGED, FAILED, UNKNOWN = Outcome.DONE, Outcome.UNCHANGED, Outcome.FAILED, Outcome.UNKNOWN
SETTLED = frozenset({DONE, UNCHANGED})


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the file: the row's line and ref in the input and its digest, the record's id, what became of it, and
    why not.
    """

    line: int
    ref: str | None
    digest: str
    id: str | None
    outcome: Outcome
    error: str | None = None


@dataclass(slots=True)
class Told:
    """What the results tell of a row in the end. ``there``: whether the input has such a row."""

    line: int
    outcome: Outcome
    error: str | None = None
    there: bool = False


@dataclass(slots=True)
class Earlier:
    """The results of an earlier run: what they tell of each row, by its digest.

    ``file`` is held against other runs; ``whole``: how many of its bytes are whole lines; ``begun``: what follows them,
    where that is the begin of a line whose request may have been sent.
    """

    name: str
    told: dict[str, Told] = field(default_factory=dict)
    file: FileIO | None = None
    whole: int = 0
    begun: bytes = b""

    def lost(self) -> Iterator[Entry]:
        """The entries of the rows that the input does not have."""
        assert self.file
        for line in _lines(self.file):
            entry = _entry(line) or _entry(_ended(line))
            if entry and (told := self.told[entry.digest]).outcome == entry.outcome and not told.there:
                told.there = True
                yield entry

    def close(self) -> None:
        """Let others have the file."""
        if self.file:
            self.file.close()


def read_results(name: str, *, writable: bool) -> Earlier:
    """The results of an earlier run, held until closed; UsageError where the file is something else, or in use."""
    if Path(name).exists() and not Path(name).is_file():
        raise UsageError(f"{name} is no ordinary file.", "--resume takes what --results wrote.")
    try:
        file = FileIO(name, "r+" if writable else "r")
    except OSError as error:
        raise UsageError(f"Cannot read {name}: {error.strerror}.") from None
    earlier = Earlier(name, file=file)
    try:
        _hold(file, name)
        _read(earlier, file)
    except BaseException:
        file.close()
        raise
    return earlier


def _hold(file: FileIO, name: str) -> None:
    try:
        hold(file)
    except TimeoutError:
        raise UsageError(
            f"Another run is at work on {name}; nothing was sent.", "Wait until it has ended, then resume."
        ) from None
    except OSError as error:
        raise UsageError(f"Cannot lock {name}: {error.strerror}.") from None


def _lines(file: FileIO) -> Iterator[bytes]:
    file.seek(0)
    with open(file.fileno(), "rb", closefd=False) as reader:
        yield from reader


def _read(earlier: Earlier, file: FileIO) -> None:
    for number, line in enumerate(_lines(file), start=1):
        entry = _entry(line)
        if entry is None and not line.endswith(b"\n") and line.strip():
            earlier.begun = line if BEGUN.match(line) else b""
            entry = _entry(_ended(line))
        elif entry is None and line.strip():
            raise UsageError(
                f"{earlier.name}, line {number}, is no line of results.", "--resume takes what --results wrote."
            )
        else:
            earlier.whole += len(line)
        if OLD.match(line) or (entry and not entry.digest):
            raise UsageError(
                f"{earlier.name} does not say what its rows asked for: an older didww wrote it; it cannot be resumed.",
                "Take the rows that it calls done out of the input, look at those that it calls unknown, "
                "and run what is left with --results and another FILE.",
            )
        if entry:
            earlier.told[entry.digest] = Told(entry.line, entry.outcome, entry.error)


def _ended(begun: bytes) -> bytes:
    """A line that was only begun, with its end."""
    found = BEGUN.match(begun)
    rest = {"id": None, "outcome": UNKNOWN, "error": STOPPED}
    return (found[1] if found else b"") + b"," + _json(rest)[1:] + b"\n"


def _entry(line: bytes) -> Entry | None:
    try:
        found: Any = json.loads(line)
        ref, digest, identifier, error = (found.get(name) for name in ("ref", "digest", "id", "error"))
        if isinstance(found["line"], bool) or not isinstance(found["line"], int):
            return None
        return Entry(found["line"], ref, str(digest or ""), identifier, Outcome(found["outcome"]), error)
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
        return None


def check_new(name: str) -> None:
    """UsageError unless a results file of that name can be made."""
    path = Path(name)
    if path.exists():
        raise UsageError(f"{name} is there already.", f"To go on with it: --resume {name}. Else name another file.")
    if not path.parent.is_dir():
        raise UsageError(f"There is no folder {path.parent}.")
    if not os.access(path.parent, os.W_OK):
        raise UsageError(f"Cannot write {name}: Permission denied.")


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


class ResultsFile:
    """The file being written; each line is on its way to the disk when the method returns. Without a name, nothing."""

    def __init__(self, name: str | None, earlier: Earlier) -> None:
        """A new file, which begins as a copy of earlier results where there are some; or those themselves."""
        self.name = name
        self._begun = False
        self._last: Entry | None = None
        self._last_at = 0
        self._file: FileIO | None = None
        if name is None:
            return
        try:
            self._file = earlier.file if name == earlier.name else _copied(name, earlier)
        except OSError as error:
            raise UsageError(f"Cannot write {name}: {error.strerror}.") from None
        if earlier.file:
            self._go_on(earlier)

    def _go_on(self, earlier: Earlier) -> None:
        """Come to the end of whole lines; the one that was only begun is ended, so that no stop forgets it."""
        assert self._file
        self._file.truncate(earlier.whole)
        self._file.seek(max(0, earlier.whole - 1))
        parted = self._file.read(1) in (b"", b"\n")
        self._write((b"" if parted else b"\n") + (_ended(earlier.begun) if earlier.begun else b""))

    def begin(self, line: int, digest: str, ref: str | None) -> None:
        """The request of a row is about to be sent."""
        self._write(self._start(line, digest, ref))
        self._begun = True

    @staticmethod
    def _start(line: int, digest: str, ref: str | None) -> bytes:
        return _json({"line": line, "digest": digest, "ref": ref})[:-1] + b","

    def end(self, entry: Entry) -> None:
        """What became of a row. Of the same entry again nothing is written: an interruption came after its writing."""
        at = self._file.tell() if self._file else 0
        if entry is self._last and at > self._last_at:
            return
        self._last, self._last_at = entry, at
        start = b"" if self._begun else self._start(entry.line, entry.digest, entry.ref)
        self._begun = False
        self._write(start + _json({"id": entry.id, "outcome": entry.outcome, "error": entry.error})[1:] + b"\n")

    def _write(self, left: bytes) -> None:
        if self._file is None:
            return
        try:
            while left:
                left = left[self._file.write(left) or 0 :]
        except OSError as error:
            raise DidwwError(
                f"Cannot write {self.name}: {error.strerror}. The run was stopped.",
                "The last row may be done without standing in it; --resume looks at it again.",
            ) from None

    def close(self) -> None:
        """End the file. A row that was begun and is not ended was interrupted."""
        try:
            if self._begun:
                self._begun = False
                self._write(_json({"id": None, "outcome": UNKNOWN, "error": STOPPED})[1:] + b"\n")
        finally:
            if self._file:
                self._file.close()


def _copied(name: str, earlier: Earlier) -> FileIO:
    """A new file, held, with what is in an earlier one."""
    file = FileIO(name, "x+")
    _hold(file, name)
    if earlier.file:
        earlier.file.seek(0)
        shutil.copyfileobj(earlier.file, file)
    return file
