"""Where data goes, and what can be written there: lines and JSON."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO

from didww_cli.masking import SECRETS
from didww_cli.output.text import to_json, visible_lines
from didww_cli.plain_data import dataclass

Row = dict[str, Any]
Pick = Callable[[Any], Any]

HALVES = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Lone surrogates but those that stand for bytes of the command line (file names), which are written as they came."""

IN_MEMORY = 4 * 1024 * 1024
"""Bytes of an array above which it waits on the disk until it is whole."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Where data goes. ``terminal``: whether a person reads it; ``width`` in columns, None where nothing is cut."""

    stream: TextIO
    terminal: bool = False
    width: int | None = None
    colour: bool = False
    show_secrets: bool = False
    csv_safe: bool = False
    header: bool = True

    def line(self, text: str) -> None:
        """A line of output, or several. On a terminal nothing in it is executed, and no secret of this run shown."""
        if self.terminal:
            text = self.on_terminal(text)
        elif not text.isascii():
            text = HALVES.sub("\ufffd", text)
        self.stream.write(text + "\n")

    @property
    def kept(self) -> bool:
        """Whether the output is seen or kept as it is: on a terminal or in a file, not in a pipe."""
        try:
            return self.terminal or stat.S_ISREG(os.fstat(self.stream.fileno()).st_mode)
        except (OSError, ValueError):
            return False

    def styled(self, text: str) -> None:
        """A line that is safe already and may hold colours."""
        self.stream.write(text + "\n")

    def on_terminal(self, text: str) -> str:
        """A text as a person may see it."""
        return visible_lines(text if self.show_secrets else SECRETS.hidden(text))


def write_json(screen: Screen, value: Any, pick: Pick | None = None) -> None:
    """One JSON document."""
    screen.line(to_json(pick(value) if pick else value, indent=2))


def write_array(screen: Screen, items: Iterable[Any]) -> None:
    """A JSON array as ``write_json`` writes it, an item at a time."""
    for text in _array(items):
        screen.stream.write(text)


def write_whole_array(screen: Screen, items: Iterable[Any]) -> None:
    """The same when all items are there: where one of them fails, nothing is written. Many wait on the disk, in a file
    that has no name and only this process can read.
    """
    import io
    import shutil
    import tempfile

    with tempfile.SpooledTemporaryFile(IN_MEMORY) as waiting:
        for text in _array(items):
            waiting.write(text.encode())
        waiting.seek(0)
        found = io.TextIOWrapper(waiting, encoding="utf-8", newline="\n")
        if screen.terminal:
            for line in found:
                screen.line(line.removesuffix("\n"))
        else:
            shutil.copyfileobj(found, screen.stream)


def _array(items: Iterable[Any]) -> Iterator[str]:
    parted = "[\n  "
    for item in items:
        yield parted + to_json(item, indent=2).replace("\n", "\n  ")
        parted = ",\n  "
    yield "[]\n" if parted.startswith("[") else "\n]\n"


def write_lines(screen: Screen, lines: Iterable[str]) -> None:
    """Lines as they come; whoever makes them flushes the stream where the next ones take long."""
    for line in lines:
        screen.line(line)
    screen.stream.flush()
