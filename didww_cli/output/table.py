"""Tables for people, as wide as the terminal. The one home of rich."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len, chop_cells

from didww_cli.catalog.telling import Telling
from didww_cli.output.cells import safe
from didww_cli.output.screen import Screen
from didww_cli.plain_data import dataclass

GAP = 2
SHORTEST_BAR, LONGEST_BAR = 5, 40
WIDTH = 80
"""Of a table with bars that goes to no terminal."""

EIGHTHS = " ▏▎▍▌▋▊▉█"
FEWEST_COLUMNS = 3
"""Fewer of a wider table are none: its records are shown as blocks."""
FOLDED = 20
"""The narrowest that a column of longer texts is made."""
LONGEST_WORD = 64
"""A longer word is no id, and may be broken where it has the whole width."""
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column. ``name``: what ``--columns`` calls it; ``telling``: its worth where room is short."""

    title: str
    name: str
    telling: Telling


@dataclass(frozen=True, slots=True)
class Span:
    """How wide a column must be to break no word, to be read well, without folded cells, and without a folded title."""

    word: int
    least: int
    cells: int
    most: int


def list_table(screen: Screen, headings: Sequence[Heading], rows: Sequence[Sequence[str]]) -> list[str]:
    """Write a table of the most telling columns that there is room for; blocks where those would be too few.

    Returns the names of the columns that are not shown.
    """
    lines = _safe(screen, [[one.title for one in headings], *rows])
    kept = list(range(len(headings)))
    if screen.width and _width([max(map(cell_len, cells)) for cells in zip(*lines, strict=True)]) > screen.width:
        kept = _most_telling(headings, _spans(lines), screen.width)
    if not kept:
        _blocks(screen, [one.name for one in headings], lines[1:])
        return []
    _table(screen, [[line[at] for at in kept] for line in lines], titled=True)
    return [one.name for at, one in enumerate(headings) if at not in kept]


def grid(screen: Screen, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write rows below titles, in columns; long cells are folded on a terminal, and never cut."""
    _table(screen, _safe(screen, [titles, *rows] if titles else rows), titled=bool(titles))


def pairs(screen: Screen, rows: Sequence[Sequence[str]]) -> None:
    """Write names and values, each value beside its name, or below it where there is no room for its words."""
    if screen.width is None:
        grid(screen, [], rows)
        return
    lines = _safe(screen, rows)
    side = max((cell_len(name) for name, _ in lines), default=0) + GAP
    for name, value in lines:
        word = _word(value)
        beside = _least(value) <= screen.width - side
        room = screen.width - (side if beside else GAP)
        before = name + " " * (side - cell_len(name)) if beside else " " * GAP
        if not beside:
            screen.styled(name)
        for part in _folded(value, max(room, word) if word <= LONGEST_WORD else room):
            screen.styled((before + part).rstrip(" "))
            before = " " * len(before)


def _blocks(screen: Screen, names: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    for at, row in enumerate(rows):
        if at:
            screen.styled("")
        pairs(screen, list(zip(names, row, strict=True)))


def _most_telling(headings: Sequence[Heading], spans: Sequence[Span], room: int) -> list[int]:
    """The columns that there is room for, by their places; none where those would be too few."""
    places = range(len(headings))
    kept: list[int] = []

    def fit(columns: Sequence[int]) -> bool:
        return _width([spans[at].least for at in columns]) <= room

    for at in sorted(places, key=lambda at: (-headings[at].telling, at)):
        if headings[at].telling == Telling.NEEDED or fit([*kept, at]):
            kept.append(at)
        elif headings[at].telling <= Telling.PLAIN:
            break
    return sorted(kept) if fit(kept) and len(kept) >= min(FEWEST_COLUMNS, len(places)) else []


def _safe(screen: Screen, lines: Iterable[Sequence[str]]) -> list[list[str]]:
    return [[safe(screen, text) for text in line] for line in lines]


def _width(widths: Sequence[int]) -> int:
    """The width of a table of columns."""
    return sum(widths) + GAP * (len(widths) - 1)


def _spans(lines: Sequence[Sequence[str]]) -> list[Span]:
    """How wide the columns of lines may be, of which the first are titles, folded at each word."""
    return [_span(title, cells) for title, *cells in zip(*lines, strict=True)]


def _span(title: str, cells: Sequence[str]) -> Span:
    word = _word(title)
    most = max([word, *map(cell_len, cells)])
    return Span(max([word, *map(_word, cells)]), max([word, *map(_least, cells)]), most, max(most, cell_len(title)))


def _word(text: str) -> int:
    """The width of the longest word."""
    return max(map(cell_len, text.split(" ")))


def _least(text: str) -> int:
    """How wide a column must be, so that no word of a text is broken, and no short one folded."""
    width = cell_len(text)
    return width if width <= FOLDED else max(FOLDED, _word(text))


def _widths(spans: Sequence[Span], room: int) -> list[int]:
    """Widths that fill the room: each column as wide as all others, but for those that need less or more.

    Titles are folded before cells are, and words are broken last.
    """
    steps = (
        [(span.cells, span.most) for span in spans],
        [(span.least, span.cells) for span in spans],
        [(span.word, span.cells) for span in spans],
        [(1, span.cells) for span in spans],
    )
    for bounds in steps:
        for level in range(room, 0, -1):
            widths = [min(most, max(least, level)) for least, most in bounds]
            if _width(widths) <= room:
                return widths
    return [1] * len(spans)


def _table(screen: Screen, lines: Sequence[Sequence[str]], *, titled: bool) -> None:
    """Write lines of cells below each other, folded to the width of the terminal; the first may be titles."""
    widths = [max(map(cell_len, cells)) for cells in zip(*lines, strict=True)]
    if screen.width is not None and _width(widths) > screen.width:
        widths = _widths(_spans(lines), screen.width)
    for at, line in enumerate(lines):
        bold = titled and not at and screen.colour
        for text in _line(line, widths):
            screen.styled(f"{BOLD}{text}{PLAIN}" if bold else text)


def _line(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """A line of cells, or several where some are folded."""
    columns = [_folded(text, width) for text, width in zip(cells, widths, strict=True)]
    for at in range(max(map(len, columns), default=0)):
        parts = [column[at] if at < len(column) else "" for column in columns]
        padded = [part + " " * (width - cell_len(part)) for part, width in zip(parts, widths, strict=True)]
        yield (" " * GAP).join(padded).rstrip(" ")


def _folded(text: str, width: int) -> list[str]:
    """A text in lines of a width, parted between words, within them where they are longer than that."""
    if cell_len(text) <= width:
        return [text]
    lines: list[str] = []
    for word in text.split(" "):
        if lines and cell_len(joined := f"{lines[-1]} {word}") <= width:
            lines[-1] = joined
        else:
            lines += [word] if cell_len(word) <= width else chop_cells(word, width)
    return lines


def bar_table(
    screen: Screen, titles: Sequence[str], rows: Sequence[Sequence[str]], bars: Sequence[float], *, texts: int
) -> None:
    """Write a table with a bar beside each row, as long as its part (0 to 1) of the room that the terminal leaves.

    ``texts``: how many of the first columns are no numbers, which are put to the right. Blocks where there is no room.
    """
    lines = _safe(screen, [titles, *rows])
    widths = [max(map(cell_len, cells)) for cells in zip(*lines, strict=True)]
    room = (screen.width or max(WIDTH, _width(widths))) - _width(widths)
    if room < 0:
        _blocks(screen, titles, lines[1:])
        return
    put = [[text if at < texts else text.rjust(widths[at]) for at, text in enumerate(line)] for line in lines]
    width = min(room - GAP, LONGEST_BAR)
    if width >= SHORTEST_BAR:
        put = [[*line, bar(part, width)] for line, part in zip(put, [0.0, *bars], strict=True)]
    _table(screen, put, titled=True)


def bar(part: float, width: int) -> str:
    """A bar as long as a part (0 to 1) of a width, to an eighth of a character; what is not nothing shows."""
    eighths = min(width * 8, max(round(part * width * 8), 1 if part > 0 else 0))
    return EIGHTHS[-1] * (eighths // 8) + EIGHTHS[eighths % 8].strip()
