"""The results file of work in bulk: a JSON line for each row, begun before its request and ended after the answer.

A last line that was only begun therefore tells which row was under way when the run was killed.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from io import FileIO
from pathlib import Path
from typing import Any

from didww_cli.errors import DidwwError, UsageError

BEGUN = re.compile(r'\{"line":(\d+),')


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
    """A line of the file: the row's line and ref in the input, the record's id, what became of it, and why not."""

    line: int
    ref: str | None
    id: str | None
    outcome: Outcome
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """The results of an earlier run, the last of each row. ``begun``: the row that was under way when it was killed,
    -1 where that cannot be told; ``whole``: how many bytes of the file are whole lines.
    """

    name: str
    entries: Mapping[int, Entry] = field(default_factory=dict)
    begun: int | None = None
    whole: int = 0

    @property
    def settled(self) -> set[int]:
        """The lines of the rows that need nothing more."""
        return {line for line, entry in self.entries.items() if entry.outcome in SETTLED and line != self.begun}

    def check_fit(self, refs: Mapping[int, str | None]) -> None:
        """UsageError unless the results are those of an input whose rows have these refs, by line."""
        for line, entry in self.entries.items():
            if line in refs and refs[line] == entry.ref:
                continue
            there = f"line {line} of the input is {refs[line]!r}" if line in refs else f"the input has no row {line}"
            raise UsageError(
                f"{self.name} does not belong to this input: it tells of line {line}, {entry.ref!r}, and {there}.",
                "Resume with the input as it was, or leave out --resume.",
            )

    def uncertain(self, lines: Sequence[int]) -> set[int]:
        """Those of some lines, in their order, whose request may have been sent without an outcome being known."""
        found = {line for line in lines if line in self.entries and self.entries[line].outcome == UNKNOWN}
        if self.begun is None:
            return found
        if self.begun in lines:
            found.add(self.begun)
        else:
            found.update([line for line in lines if line not in self.entries][:1])
        return found


def read_results(name: str) -> Earlier:
    """The results of an earlier run; UsageError where the file holds something else."""
    if Path(name).exists() and not Path(name).is_file():
        raise UsageError(f"{name} is no ordinary file.", "--resume takes what --results wrote.")
    try:
        content = Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"Cannot read {name}: {error.strerror}.") from None
    entries: dict[int, Entry] = {}
    whole = 0
    for number, line in enumerate(content.splitlines(keepends=True), start=1):
        entry = _entry(line)
        if entry is None and line.endswith(b"\n") and line.strip():
            raise UsageError(f"{name}, line {number}, is no line of results.", "--resume takes what --results wrote.")
        if entry is None and line.strip():
            found = BEGUN.match(line.decode("utf-8", "replace"))
            return Earlier(name, entries, int(found[1]) if found else -1, whole)
        whole += len(line)
        if entry:
            entries[entry.line] = entry
    return Earlier(name, entries, None, whole)


def _entry(line: bytes) -> Entry | None:
    try:
        found: Any = json.loads(line)
        ref, identifier, error = (found.get(name) for name in ("ref", "id", "error"))
        if isinstance(found["line"], bool) or not isinstance(found["line"], int):
            return None
        return Entry(found["line"], ref, identifier, Outcome(found["outcome"]), error)
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


class ResultsFile:
    """The file being written; each line is on its way to the disk when the method returns. Without a name, nothing."""

    def __init__(self, name: str | None, earlier: Earlier | None = None) -> None:
        self.name = name
        self._begun = False
        self._file: FileIO | None = None
        if name is None:
            return
        try:
            self._file = _gone_on_with(name, earlier) if earlier and earlier.name == name else FileIO(name, "x")
        except OSError as error:
            raise UsageError(f"Cannot write {name}: {error.strerror}.") from None
        if earlier and earlier.name != name:
            for line in sorted(earlier.settled):
                self.end(earlier.entries[line])

    def begin(self, line: int, ref: str | None) -> None:
        """The request of a row is about to be sent."""
        self._write(json.dumps({"line": line, "ref": ref}, ensure_ascii=False, separators=(",", ":"))[:-1] + ",")
        self._begun = True

    def end(self, entry: Entry) -> None:
        """What became of a row."""
        if not self._begun:
            self.begin(entry.line, entry.ref)
        rest = {"id": entry.id, "outcome": entry.outcome, "error": entry.error}
        self._write(json.dumps(rest, ensure_ascii=False, separators=(",", ":"))[1:] + "\n")
        self._begun = False

    def _write(self, text: str) -> None:
        if self._file is None:
            return
        left = text.encode("utf-8", "backslashreplace")
        try:
            while left:
                left = left[self._file.write(left) or 0 :]
        except OSError as error:
            raise DidwwError(
                f"Cannot write {self.name}: {error.strerror}. The run was stopped.",
                "The last row may be done without standing in it; --resume looks at it again.",
            ) from None

    def close(self) -> None:
        """End the file."""
        if self._file:
            self._file.close()


def _gone_on_with(name: str, earlier: Earlier) -> FileIO:
    """The file of an earlier run, without the line that was only begun."""
    file = FileIO(name, "r+")
    file.truncate(earlier.whole)
    file.seek(-1 if earlier.whole else 0, os.SEEK_END)
    if file.read(1) not in (b"", b"\n"):
        file.write(b"\n")
    return file
