"""Progress on stderr, for what takes longer than a second."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

from didww_cli.masking import SECRETS
from didww_cli.output.text import visible

Item = TypeVar("Item")
AFTER = 1.0


class Progress:
    """A line that is rewritten in place, begun after a second, wiped at the end. Silent unless ``shown``."""

    def __init__(self, stream: TextIO, *, shown: bool) -> None:
        self.stream = stream
        self.shown = shown
        self.start = time.monotonic()
        self.width = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def update(self, text: str) -> None:
        """Show where the work is."""
        if self.shown and time.monotonic() - self.start > AFTER:
            shown = visible(SECRETS.masked(text))
            self.stream.write("\r" + shown.ljust(self.width))
            self.stream.flush()
            self.width = len(shown)

    def close(self) -> None:
        """Wipe the line."""
        if self.width:
            self.stream.write("\r" + " " * self.width + "\r")
            self.stream.flush()
            self.width = 0

    def counting(self, items: Iterable[Item], what: str) -> Iterator[Item]:
        """The items, counted as they pass."""
        with self:
            for number, item in enumerate(items, start=1):
                if number % 100 == 0:
                    self.update(f"{number:,} {what} …")
                yield item
