"""Where the columns of a file stand, found by their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from didww_cli.catalog.cdr import CONNECTED, KEYS, PARTS, SECONDS, TOTAL, Key
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


def places_in(name: str, header: Sequence[str], keys: Sequence[Key]) -> Places:
    """The places of what is counted in a file with this header; UsageError naming what was looked for."""
    at = {_plain(title): place for place, title in reversed(list(enumerate(header)))}
    seconds = _first(at, SECONDS)
    if seconds is None:
        raise UsageError(
            f"{name} holds no call records that are known: its first line has no {_listed(SECONDS)}.",
            f"It has: {', '.join(title.strip() for title in header)[:500] or 'nothing'}.",
        )
    total = _first(at, TOTAL)
    parts = tuple(at[_plain(title)] for title in PARTS if _plain(title) in at)
    return Places(
        width=len(header),
        seconds=seconds,
        connected=_first(at, CONNECTED),
        costs=(total,) if total is not None else parts,
        keys=tuple((_place_of(name, at, key), key.part) for key in keys),
    )


def _place_of(name: str, at: dict[str, int], key: Key) -> int:
    place = _first(at, key.columns)
    if place is None:
        there = [one.name for one in KEYS if _first(at, one.columns) is not None]
        raise UsageError(
            f"{name} does not tell the {key.name}: it has no {_listed(key.columns)}.",
            f"It can be summed up by {', '.join(there)}." if there else "",
        )
    return place


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()


def _first(at: dict[str, int], titles: Iterable[str]) -> int | None:
    return next((at[_plain(title)] for title in titles if _plain(title) in at), None)


def _listed(titles: Sequence[str]) -> str:
    *others, last = (f"{title!r}" for title in titles)
    return f"{', '.join(others)} or {last}" if others else last
