"""Items on the disk while they wait: what 100,000 rows come to has no room in memory."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import IO, Any, Generic, TypeVar

Item = TypeVar("Item")
CHUNK = 1000


class Spool(AbstractContextManager["Spool[Any]"], Generic[Item]):
    """Items in their order, a thousand at a time in a file that has no name and only this process can read.

    The last thousand stay in memory: what is small never reaches the disk.
    """

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._last: list[Item] = []
        self.count = 0

    def add(self, item: Item) -> None:
        """Put one behind the others."""
        if len(self._last) == CHUNK:
            self._file = self._file or tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
            pickle.dump(self._last, self._file, pickle.HIGHEST_PROTOCOL)
            self._last = []
        self._last.append(item)
        self.count += 1

    def chunks(self) -> Iterator[list[Item]]:
        """All of them, at most a thousand at a time."""
        if self._file:
            end = self._file.tell()
            self._file.seek(0)
            while self._file.tell() < end:
                yield pickle.load(self._file)  # noqa: S301 - this process wrote it, and nobody else can
        if self._last:
            yield self._last

    def __iter__(self) -> Iterator[Item]:
        for chunk in self.chunks():
            yield from chunk

    def __exit__(self, *failure: object) -> None:
        if self._file:
            self._file.close()
