"""Names for shells to complete, kept in the cache folder: a file for each type, a line for each name.

Only its owner can read the file.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from didww_cli.disk import write_private
from didww_cli.output.text import visible

MOST_NAMES = 5000
"""Names that are kept of a type: reading more would be felt on Tab."""
LONGEST = 200
ACCOUNT = "account"
"""The file that tells by a hash whose names these are."""


class KeptNames:
    """The names of one account, in a folder of its own; ``account`` tells it from others that were there before."""

    def __init__(self, folder: Path, account: str) -> None:
        self._folder = folder
        self._account = account

    def keep(self, kind: str, names: Iterable[str], *, whole: bool) -> None:
        """Keep names of a type: in place of those that are kept where they are the ``whole`` list, else before them.

        Where the folder cannot be written, nothing is kept.
        """
        with contextlib.suppress(OSError):
            self._forget_others()
            found = dict.fromkeys(filter(_is_typeable, names))
            known = self._read(kind)
            if not whole:
                found |= dict.fromkeys(known)
            kept = list(found)[:MOST_NAMES]
            if kept != known or not (self._folder / kind).exists():
                write_private(self._folder / kind, "".join(f"{name}\n" for name in kept).encode())

    def _read(self, kind: str) -> list[str]:
        try:
            return [line for line in (self._folder / kind).read_text("utf-8").split("\n") if line]
        except (OSError, ValueError):
            return []

    def _forget_others(self) -> None:
        mark = self._folder / ACCOUNT
        if mark.exists() and mark.read_bytes() == self._account.encode():
            return
        for one in self._files():
            one.unlink(missing_ok=True)
        write_private(mark, self._account.encode())

    def _files(self) -> Iterator[Path]:
        return self._folder.iterdir() if self._folder.is_dir() else iter(())


def _is_typeable(name: str) -> bool:
    """Whether a name stands on a line as it is and is taken for no option."""
    plain = visible(name) == name and not any("\ud800" <= one <= "\udfff" for one in name)
    return plain and 0 < len(name) <= LONGEST and not name.startswith("-")
