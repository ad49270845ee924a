"""The records of a list that were seen so far: a page must bring new ones, and none comes twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from didww_cli.errors import NetworkFailure


class Seen:
    """Counts the records of a list, each once. Only hashes of their ids are kept (some 70 bytes a record)."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._hashes: set[int] = set()

    def __len__(self) -> int:
        return len(self._hashes)

    def fresh(self, resources: Iterable[Mapping[str, Any]]) -> list[int]:
        """Where, in one page, the records stand that no earlier page had.

        NetworkFailure where all of them were there before: pages that go round, or are asked for past the end.
        """
        found, places = 0, []
        for place, resource in enumerate(resources):
            found += 1
            mark = hash((resource.get("type"), resource.get("id")))
            if mark not in self._hashes:
                self._hashes.add(mark)
                places.append(place)
        if found and not places:
            raise NetworkFailure(
                f"The list does not end: the server sends the same page of {self._what} again.",
                "Run the command again; if it stays so, tell whoever runs that server.",
            )
        return places

    def check_whole(self, total: Any) -> None:
        """NetworkFailure where the server counts more records than it sent."""
        if isinstance(total, int) and len(self) < total:
            raise NetworkFailure(
                f"The list is not whole: the server counts {total} {self._what} and sent {len(self)}.",
                "Run the command again; records may have been made or deleted while it was read.",
            )
