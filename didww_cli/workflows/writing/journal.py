"""What this machine wrote, and what was there before: a file a profile, a line when a write begins and one at its end.

The file is private, holds no secret, and is bounded: the older half goes when it is full. Processes take turns.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import quote

from didww_cli.disk import locked, write_private
from didww_cli.errors import OutcomeUnknown

LARGEST = 16 * 1024 * 1024
"""Bytes of a journal above which its older half is let go."""

LAST = 256 * 1024
"""Bytes at the end of the file in which its last number is looked for first."""

Line = dict[str, Any]


def journal_path(folder: Path, profile: str | None) -> Path:
    """The journal of a profile below the state folder; without a profile that of ``default``."""
    return folder / "journal" / f"{quote(profile or 'default', safe='')}.jsonl"


@dataclass(slots=True)
class Journal:
    """The journal of one profile. ``head``: what every entry of this run says; ``tell`` gets why one cannot be kept."""

    path: Path
    head: Mapping[str, Any]
    tell: Callable[[str], None]
    _turn: Lock = field(default_factory=Lock)
    _told: bool = False

    def begin(self, entry: Mapping[str, Any]) -> int | None:
        """Note a write that is about to be sent; its number, None where it cannot be noted."""
        return self._append(lambda number: {"n": number, **self.head, **entry})

    def end(self, number: int | None, outcome: Mapping[str, Any]) -> None:
        """Note what became of a write."""
        if number is not None:
            self._append(lambda _: {"n": number, **outcome})

    def _append(self, line: Callable[[int], Line]) -> int | None:
        try:
            with self._turn, locked(self.path):
                if self.path.exists() and self.path.stat().st_size > LARGEST:
                    write_private(self.path, _newer_half(self.path))
                number = last_number(self.path) + 1
                found = line(number)
                _append_whole(self.path, (json.dumps(found, ensure_ascii=False) + "\n").encode("utf-8", "replace"))
                return number
        except OSError as error:
            if not self._told:
                self._told = True
                self.tell(f"{self.path} cannot be written ({error.strerror or error}): the journal lacks this write.")
            return None


def _append_whole(path: Path, line: bytes) -> None:
    """Append a line whole or not at all; what an earlier process left unfinished goes."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    with FileIO(handle, "r+b") as file:
        end = _end_of_lines(file)
        file.truncate(end)
        file.seek(end)
        try:
            written = 0
            while written < len(line):
                written += file.write(line[written:]) or 0
        except OSError:
            with suppress(OSError):
                file.truncate(end)
            raise


def _end_of_lines(file: FileIO) -> int:
    """Where the last whole line ends."""
    end = int(file.seek(0, os.SEEK_END))
    while end:
        start = max(0, end - LAST)
        file.seek(start)
        at = file.read(end - start).rfind(b"\n")
        if at >= 0:
            return start + at + 1
        end = start
    return 0


def last_number(path: Path) -> int:
    """The number of the last entry that was begun; 0 where there is none."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - LAST))
            tail = file.read()
    except FileNotFoundError:
        return 0
    numbers = [int(one["n"]) for one in _read_lines(tail.split(b"\n"))]
    if not numbers and size > LAST:
        numbers = [one["n"] for one in _read_lines(path.read_bytes().split(b"\n"))]
    return max(numbers, default=0)


def _newer_half(path: Path) -> bytes:
    content = path.read_bytes()
    return content[content.find(b"\n", len(content) // 2) + 1 :]


def _read_lines(lines: Any) -> Iterator[Line]:
    """The lines that are whole; what else stands in the file is passed over."""
    for text in lines:
        try:
            found = json.loads(text)
        except ValueError:
            continue
        if isinstance(found, dict) and isinstance(found.get("n"), int):
            yield found


def entries(path: Path) -> Iterator[Line]:
    """The entries of a journal in their order, each with its outcome: ``unknown`` where the run ended before it."""
    try:
        lines = list(_read_lines(path.read_bytes().split(b"\n")))
    except FileNotFoundError:
        return
    ends = {line["n"]: line for line in lines if "method" not in line}
    for line in lines:
        if "method" in line:
            yield {**line, "outcome": "unknown", **ends.get(line["n"], {})}


def outcome_of(error: BaseException) -> str:
    """``failed`` for a write that was refused or never left, ``unknown`` for one that may have been done."""
    return "unknown" if isinstance(error, OutcomeUnknown | KeyboardInterrupt) else "failed"
