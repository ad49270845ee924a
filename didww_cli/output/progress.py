"""The line of a terminal's stderr that is rewritten in place: progress of what takes longer than a second, pauses."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

from didww_cli.masking import SECRETS
from didww_cli.output.text import visible

Item = TypeVar("Item")
AFTER = 1.0
USUAL_COLUMNS = 80


class StatusLine:
    """The last line of a terminal, which says what is under way. Threads may share it. Silent unless ``shown``."""

    def __init__(self, stream: TextIO, *, shown: bool) -> None:
        self.stream = stream
        self.shown = shown
        self._width = 0
        self._turn = threading.Lock()

    def write(self, text: str) -> None:
        """Put a text in place of what stands there, cut to the width of the terminal; wipe it where that is empty."""
        if not self.shown:
            return
        with self._turn:
            shown = visible(SECRETS.masked(text))[: _columns(self.stream) - 1]
            if shown or self._width:
                self.stream.write("\r" + shown.ljust(self._width) + ("" if shown else "\r"))
                self.stream.flush()
            self._width = len(shown)

    def wipe(self) -> None:
        """Leave nothing there."""
        self.write("")


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or USUAL_COLUMNS
    except (OSError, ValueError):
        return USUAL_COLUMNS


class Progress:
    """Says where the work is on the status line, begun after a second, wiped at the end."""

    def __init__(self, line: StatusLine) -> None:
        self.line = line
        self.shown = line.shown
        self.start = time.monotonic()
        self._begun = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def update(self, text: str) -> None:
        """Show where the work is."""
        if self.shown and time.monotonic() - self.start > AFTER:
            self.line.write(text)
            self._begun = True

    def close(self) -> None:
        """Wipe the line."""
        if self._begun:
            self.line.wipe()
            self._begun = False

    def counting(self, items: Iterable[Item], what: str) -> Iterator[Item]:
        """The items, counted as they pass."""
        with self:
            for number, item in enumerate(items, start=1):
                if number % 100 == 0:
                    self.update(f"{number:,} {what} …")
                yield item
