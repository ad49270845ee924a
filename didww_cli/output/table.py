"""Tables for people. The one home of rich."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich.cells import cell_len

from didww_cli.output.cells import safe
from didww_cli.output.screen import Screen

GAP = 2
FEWEST_COLUMNS = 2
SHORTEST_BAR, LONGEST_BAR = 5, 40
WIDTH = 80
"""Of a table with bars that goes to no terminal."""

EIGHTHS = " ▏▎▍▌▋▊▉█"


def list_table(screen: Screen, titles: Sequence[str], rows: Sequence[Sequence[str]], *, chosen: bool) -> int:
    """Write a table. Returns how many columns there is room for: all, where the user chose them."""
    widths = [max(map(cell_len, [title, *(row[at] for row in rows)])) for at, title in enumerate(titles)]
    kept = len(titles)
    if screen.width and not chosen:
        while kept > FEWEST_COLUMNS and sum(widths[:kept]) + GAP * (kept - 1) > screen.width:
            kept -= 1
    grid(screen, titles[:kept], [row[:kept] for row in rows])
    return kept


def grid(screen: Screen, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write rows below titles, in columns; long cells are folded on a terminal, and never cut."""
    titles, *rows = [[safe(screen, text) for text in row] for row in [titles, *rows]]
    lines = [*([titles] if titles else []), *rows]
    if screen.width is None:
        widths = [max(map(cell_len, cells)) for cells in zip(*lines, strict=True)]
        for line in lines:
            padded = (text + " " * (width - cell_len(text)) for text, width in zip(line, widths, strict=True))
            screen.line((" " * GAP).join(padded).rstrip(" "))
    else:
        _folded(screen, screen.width, titles, rows)


def _folded(screen: Screen, width: int, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=bool(titles), padding=(0, GAP, 0, 0), pad_edge=False, header_style="bold")
    for at in range(len(titles) or max((len(row) for row in rows), default=1)):
        table.add_column(Text(titles[at] if titles else ""), overflow="fold")
    for row in rows:
        table.add_row(*(Text(text) for text in row))
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=width,
        force_terminal=screen.colour,
        no_color=not screen.colour,
        highlight=False,
        legacy_windows=False,
    )
    console.print(table, soft_wrap=False)
    for line in buffer.getvalue().splitlines():
        screen.styled(line.rstrip())


def bar_table(screen: Screen, titles: Sequence[str], rows: Sequence[Sequence[str]], bars: Sequence[float]) -> None:
    """Write a table with a bar beside each row, as long as its part (0 to 1) of the room that the terminal leaves."""
    widths = [max(map(cell_len, [title, *(safe(screen, row[at]) for row in rows)])) for at, title in enumerate(titles)]
    room = (screen.width or WIDTH) - sum(widths) - GAP * len(widths)
    width = min(room, LONGEST_BAR)
    if width < SHORTEST_BAR:
        grid(screen, titles, rows)
    else:
        grid(screen, [*titles, ""], [[*row, bar(part, width)] for row, part in zip(rows, bars, strict=True)])


def bar(part: float, width: int) -> str:
    """A bar as long as a part (0 to 1) of a width, to an eighth of a character; what is not nothing shows."""
    eighths = min(width * 8, max(round(part * width * 8), 1 if part > 0 else 0))
    return EIGHTHS[-1] * (eighths // 8) + EIGHTHS[eighths % 8].strip()
