"""Help as plain text in two columns: names, never cut or broken, and what they mean, wrapped beside or below them."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from didww_cli.commands.pages import Page, Rows

WIDEST = 110
"""Columns beyond which lines are no longer read well."""
NARROWEST = 40
INDENT = "  "
SHORT = re.compile(r"-\w, --")
"""How an option begins that has a name of one letter."""


class Look(NamedTuple):
    """What it is laid out for: columns, and whether headings and names stand out."""

    width: int = 80
    styled: bool = False

    @property
    def columns(self) -> int:
        """The columns that are used."""
        return max(NARROWEST, min(self.width, WIDEST))

    def heading(self, text: str) -> str:
        """A heading."""
        return f"\x1b[1m{text}\x1b[0m" if self.styled else text

    def name(self, text: str) -> str:
        """A name: bold like headings, since the colours of terminals are read badly on a light or a dark ground."""
        return self.heading(text)


def laid_out(page: Page, look: Look) -> str:
    """The text of a page, without a line end behind it."""
    blocks = [f"{look.heading('Usage:')} {page.usage}"] if page.usage else []
    named = [one for one in page.blocks if isinstance(one, Rows) and not one.commands]
    columns = {kind: _column([one for one in named if _kind(one) == kind], look) for kind in set(map(_kind, named))}
    for block in page.blocks:
        if isinstance(block, str):
            blocks.append("\n".join(_wrapped(block, look)))
        else:
            lines = _examples(block, look) if block.commands else _named(block, columns[_kind(block)], look)
            blocks.append("\n".join([look.heading(block.heading)] * bool(block.heading) + list(lines)))
    return "\n\n".join(blocks)


def _wrapped(text: str, look: Look, indent: str = "") -> Iterator[str]:
    """The lines of a paragraph; each of its own lines that begins with ``- `` is an item."""
    for item in re.split(r"\n(?=- )", text):
        hanging = indent + INDENT * item.startswith("- ")
        yield from _filled(item, look.columns, indent, hanging)


def _filled(text: str, width: int, first: str, further: str) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _kind(block: Rows) -> bool:
    """Whether it holds options: their column and that of words are different ones."""
    return block.rows[0][0].startswith("-")


def _column(blocks: Iterable[Rows], look: Look) -> int:
    """Where meanings begin, in the first half of the width or little more: where they take the fewest lines."""
    rows = [(len(name) + 2 * len(INDENT), len(told)) for block in blocks for name, (_, told) in _paired(block)]
    known = sorted({start for start, _ in rows if start <= look.columns * 0.55})
    return min(
        known or [4 * len(INDENT)], key=lambda column: (sum(_height(row, column, look) for row in rows), -column)
    )


def _height(row: tuple[int, int], column: int, look: Look) -> int:
    start, length = row
    lines = -(-length // (look.columns - column - 4))  # 4: what the ends of lines leave empty
    return lines + 2 * (start > column)


def _paired(block: Rows) -> Iterator[tuple[str, tuple[str, str]]]:
    return zip(_aligned(block), block.rows, strict=True)


def _aligned(block: Rows) -> list[str]:
    """The names of a block, those without a letter before them below the long names of the others."""
    names = [name for name, _ in block.rows]
    if not any(map(SHORT.match, names)):
        return names
    return [name if not name.startswith("--") else f"    {name}" for name in names]


def _named(block: Rows, column: int, look: Look) -> Iterator[str]:
    for name, (_, told) in _paired(block):
        lines = _filled(told, look.columns, " " * column, " " * column)
        start = f"{INDENT}{name}"
        if lines and len(start) <= column - len(INDENT):
            yield look.name(start) + lines.pop(0)[len(start) :]
        else:
            yield look.name(start)
        yield from lines


def _examples(block: Rows, look: Look) -> Iterator[str]:
    """Command lines, whole, and what they do: behind them in a column, behind the longer ones anywhere, or below."""
    column = max((len(line) for line, _ in block.rows if _fits(block, len(line), look)), default=0) + 2 * len(INDENT)
    for line, told in block.rows:
        start = f"{INDENT}{line}"
        gap = max(column - len(start), len(INDENT))
        if len(start) + gap + len(told) <= look.columns:
            yield f"{look.name(start)}{' ' * gap}{told}".rstrip()
        else:
            yield look.name(start)
            yield from _filled(told, look.columns, INDENT * 3, INDENT * 3)


def _fits(block: Rows, length: int, look: Look) -> bool:
    """Whether all meanings find room behind lines of that length."""
    told = max(len(said) for line, said in block.rows if len(line) <= length)
    return length + 2 * len(INDENT) + told <= look.columns
