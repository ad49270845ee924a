"""Trees of lines, for people; what is amiss is red on a terminal, and says so in words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from didww_cli.output.cells import safe
from didww_cli.output.screen import Screen

FEWEST = 20
"""Columns that a line has at least, however deep it stands."""
ALARM, PLAIN = "\x1b[31m", "\x1b[0m"
BRANCH, LAST, BAR, GAP = "├─ ", "└─ ", "│  ", "   "


@dataclass(frozen=True, slots=True)
class Node:
    """A line of a tree with what stands below it; ``alarm``: something is amiss."""

    text: str
    below: Sequence[Node] = ()
    alarm: bool = False


def write_trees(screen: Screen, trees: Iterable[Node]) -> None:
    """Write trees, as wide as the terminal."""
    for tree in trees:
        for line in _lines(screen, tree, "", ""):
            screen.styled(line)
    screen.stream.flush()


def _lines(screen: Screen, node: Node, first: str, further: str) -> Iterator[str]:
    text = safe(screen, node.text)
    under = further + (BAR if node.below else "" if not further else GAP)
    room = max(FEWEST, screen.width - max(len(first), len(under))) if screen.width else 0
    parts = textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False) if room else [text]
    for at, part in enumerate(parts or [""]):
        coloured = f"{ALARM}{part}{PLAIN}" if node.alarm and screen.colour else part
        yield (under if at else first) + coloured
    for at, child in enumerate(node.below):
        last = at == len(node.below) - 1
        yield from _lines(screen, child, further + (LAST if last else BRANCH), further + (GAP if last else BAR))
