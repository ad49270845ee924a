"""Copies of price files on this machine: which of them is still what was downloaded, and from when it is."""

from __future__ import annotations

import contextlib
import email.utils
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from didww_cli.disk import hidden_name, write_private


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy of a file at ``target``. ``origin``: what tells this file of this account from all others.

    ``folder`` is where a note of it is kept, which tells neither key nor place.
    """

    target: Path
    origin: str
    folder: Path

    def is_known(self) -> bool:
        """Whether what is there was downloaded by this machine, and has not been touched since."""
        note = self._note()
        return note is not None and self._facts() == (note.get("modified"), note.get("size"))

    def since(self) -> str:
        """When the copy was changed last, as HTTP writes it; empty where it is none of this file, or not dated."""
        note = self._note()
        if (
            note is None
            or not self.is_known()
            or note.get("origin") != hidden_name(self.origin)
            or not note.get("dated")
        ):
            return ""
        return email.utils.formatdate(note["modified"], usegmt=True)

    def keep(self, *, dated: bool) -> None:
        """Note what was downloaded, and whether the server ``dated`` it. Without a note it is a file like any other."""
        modified, size = self._facts()
        note = {"origin": hidden_name(self.origin), "modified": modified, "size": size, "dated": dated}
        with contextlib.suppress(OSError):
            write_private(self._path(), json.dumps(note).encode())

    def _facts(self) -> tuple[int | None, int | None]:
        with contextlib.suppress(OSError):
            facts = self.target.stat()
            return int(facts.st_mtime), facts.st_size
        return None, None

    def _note(self) -> dict[str, Any] | None:
        with contextlib.suppress(OSError, ValueError):
            found = json.loads(self._path().read_bytes())
            if isinstance(found, dict) and isinstance(found.get("modified"), int):
                return found
        return None

    def _path(self) -> Path:
        return self.folder / f"{hidden_name(os.path.realpath(self.target))}.json"


def seconds(last_modified: str) -> float | None:
    """A time as HTTP writes it, in seconds since 1970; None where it is none, or before that."""
    with contextlib.suppress(TypeError, ValueError, OverflowError, IndexError):
        found = email.utils.parsedate_to_datetime(last_modified).timestamp()
        return found if found >= 0 else None
    return None
