"""Tables for tickets: as GitHub reads them. Rendered, a cell reads as in a table on the terminal; nothing is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

MARKUP = re.compile(r"[\\`|*<>\[\]~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
"""What Markdown would take for its own; an underscore within a word is none."""


def markdown(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, as rows come; their cells are one line each. No rows, no titles."""
    for at, row in enumerate(rows):
        if not at:
            yield _line(titles)
            yield _line(["---"] * len(titles))
        yield _line([MARKUP.sub(r"\\\g<0>", text) for text in row])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
