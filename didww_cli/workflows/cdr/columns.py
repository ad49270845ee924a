"""Where the columns of a file stand, found by their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from didww_cli.catalog.cdr import CONNECTED, FACTS, KEYS, PARTS, SECONDS, TOTAL, Key
from didww_cli.catalog.paths import near
from didww_cli.errors import UsageError


@dataclass(frozen=True, slots=True)
class Places:
    """The places of what is counted in the rows of a file: of the duration, of the answer (None: the file does not tell
    it), of what adds up to the cost (none: it does not tell it), and of each key, with the part of it that counts.
    """

    width: int
    seconds: int
    connected: int | None
    costs: tuple[int, ...]
    keys: tuple[tuple[int, slice | None], ...]


def keys_of(names: Sequence[str], known: Sequence[Key]) -> tuple[Key, ...]:
    """The keys that are named; UsageError with the nearest of those known."""
    found = {key.name: key for key in known}
    for name in names:
        if name not in found:
            raise UsageError(f"--by {name!r} is nothing to group by.{near(name, found)}", f"Known: {', '.join(found)}.")
    return tuple(found[name] for name in names)


def named_columns(texts: Iterable[str]) -> dict[str, str]:
    """The titles that some ``NAME=TITLE`` give for what is read; UsageError where a name is none."""
    known = (*FACTS, *(key.name for key in KEYS if not key.part))
    found = {}
    for text in texts:
        name, equals, title = (part.strip() for part in text.partition("="))
        if not equals or not title:
            raise UsageError(f"--title {text!r} is not NAME=TITLE.", f"NAME is one of {', '.join(known)}.")
        if name not in known:
            raise UsageError(f"--title: {name!r} is not read.{near(name, known)}", f"Known: {', '.join(known)}.")
        found[name] = title
    return found


def places_in(name: str, header: Sequence[str], keys: Sequence[Key], given: Mapping[str, str]) -> Places:
    """The places of what is counted in a file with this header; UsageError naming what was looked for.

    ``given``: the titles of some columns, where they are other than those known.
    """
    columns = _Columns(name, header, given)
    seconds = columns.place("duration", SECONDS)
    if seconds is None:
        raise UsageError(
            f"{name} holds no call records that are known: its first line has no {_listed(SECONDS)}.",
            f"It has: {', '.join(title.strip() for title in header)[:500] or 'nothing'}.\n"
            "If one of them is the duration in seconds, name it: --title duration=TITLE",
        )
    total = columns.place("cost", TOTAL)
    parts = (columns.place("", [title]) for title in PARTS)
    return Places(
        width=len(header),
        seconds=seconds,
        connected=columns.place("connect", CONNECTED),
        costs=(total,) if total is not None else tuple(place for place in parts if place is not None),
        keys=tuple((columns.of(key), key.part) for key in keys),
    )


class _Columns:
    """The columns of a file, found by their titles: those that were given, else those known."""

    def __init__(self, file: str, header: Sequence[str], given: Mapping[str, str]) -> None:
        self._file, self._header, self._given = file, header, given
        self._at = {_plain(title): place for place, title in reversed(list(enumerate(header)))}

    def place(self, name: str, titles: Iterable[str]) -> int | None:
        """The place of what is read under a name; UsageError where the title that was given for it is not there."""
        title = self._given.get(name)
        if title is not None and _plain(title) not in self._at:
            titles = [one.strip() for one in self._header]
            raise UsageError(
                f"{self._file} has no column {title!r}.{near(title, titles)}", f"It has: {', '.join(titles)}."
            )
        looked_for = titles if title is None else [title]
        return next((self._at[_plain(one)] for one in looked_for if _plain(one) in self._at), None)

    def of(self, key: Key) -> int:
        """The place of a key; UsageError where the file does not tell it."""
        place = self._of(key)
        if place is None:
            there = [one.name for one in KEYS if self._of(one) is not None]
            raise UsageError(
                f"{self._file} does not tell the {key.name}: it has no {_listed(key.columns)}.",
                f"It can be summed up by {', '.join(there)}." if there else "",
            )
        return place

    def _of(self, key: Key) -> int | None:
        return self.place("start" if key.part else key.name, key.columns)


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()


def _listed(titles: Sequence[str]) -> str:
    *others, last = (f"{title!r}" for title in titles)
    return f"{', '.join(others)} or {last}" if others else last
