"""A set of many numbers of 64 bits, in some 9 bytes each (a set of Python's takes 70)."""

from __future__ import annotations

from array import array
from bisect import bisect_left

SHELVES = 1024
LARGEST = 2**64 - 1


class Marks:
    """Numbers, each once. They lie in order on shelves, which are chosen by their last bits."""

    def __init__(self) -> None:
        self._shelves = [array("Q") for _ in range(SHELVES)]
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __contains__(self, mark: int) -> bool:
        mark &= LARGEST
        shelf = self._shelves[mark % SHELVES]
        at = bisect_left(shelf, mark)
        return at < len(shelf) and shelf[at] == mark

    def add(self, mark: int) -> bool:
        """Put a number in; whether it is new."""
        mark &= LARGEST
        shelf = self._shelves[mark % SHELVES]
        at = bisect_left(shelf, mark)
        if at < len(shelf) and shelf[at] == mark:
            return False
        shelf.insert(at, mark)
        self._count += 1
        return True
