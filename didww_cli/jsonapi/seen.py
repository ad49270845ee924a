"""The records of a list that were seen so far: a page must bring new ones, none comes twice, and none is missed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from didww_cli.errors import NetworkFailure
from didww_cli.jsonapi.marks import Marks

MOST_READINGS = 3
"""Times that a list is read which changes while it is read."""


class Seen:
    """Counts the records of a list, each once, also where it must be read again from its beginning.

    Only hashes of their ids are kept (``Marks``). That two of a million records have the same one happens once in 40
    million lists; it then looks as if one came twice, the list is not whole, and the next run hashes otherwise.
    """

    def __init__(self, what: str) -> None:
        self._what = what
        self._earlier: list[Marks] = []
        self._now = Marks()
        self._readings = 1
        self._told: int | None = None
        self._shrank = self._changed = False

    def __len__(self) -> int:
        """The records of this reading."""
        return len(self._now)

    def fresh(self, resources: Iterable[Mapping[str, Any]], total: int | None) -> list[int]:
        """Where, in one page, the records stand that no page had before; ``total``: what that page counts over all.

        NetworkFailure where this reading had all of them: pages that go round, or are asked for past the end.
        """
        self._tell(total)
        found, known, places = 0, len(self._now), []
        for place, resource in enumerate(resources):
            found += 1
            mark = hash((resource.get("type"), resource.get("id")))
            if self._now.add(mark) and not any(mark in marks for marks in self._earlier):
                places.append(place)
        new = len(self._now) - known
        self._changed = self._changed or new < found
        if found and not new:
            raise NetworkFailure(
                f"The list does not end: the server sends the same page of {self._what} again.",
                "Run the command again; if it stays so, tell whoever runs that server.",
            )
        return places

    def _tell(self, total: int | None) -> None:
        if self._told is not None and total is not None:
            self._shrank = self._shrank or total < self._told
            self._changed = self._changed or total != self._told
        self._told = total

    def must_be_read_again(self) -> bool:
        """Whether the list, which has come to its end, must be read once more, which then begins.

        Where a record is deleted, those after it move up, and one may slide over a border between pages, past who
        reads: the total shrinks. NetworkFailure where the last reading was like that, too, or where the server counts
        more records than it sends.
        """
        short = self._told is not None and len(self) < self._told
        suspect = self._shrank or (short and self._changed)
        if suspect and self._readings < MOST_READINGS:
            self._earlier.append(self._now)
            self._now = Marks()
            self._readings += 1
            self._told, self._shrank, self._changed = None, False, False
            return True
        if short:
            raise NetworkFailure(
                f"The list is not whole: the server counts {self._told} {self._what} and sent {len(self)}.",
                "Run the command again; records may have been made or deleted while it was read.",
            )
        if suspect:
            raise NetworkFailure(
                f"The list may not be whole: {self._what} were deleted each of the {MOST_READINGS} times it was read.",
                "Run the command again when fewer are deleted.",
            )
        return False
