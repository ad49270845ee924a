"""Copies of price files on this machine: which of them is still what was downloaded, and from when it is."""

from __future__ import annotations

import contextlib
import email.utils
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from didww_cli.disk import write_private


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy of a file at ``target``. ``origin``: what tells this file of this account from all others.

    ``folder`` is where a note of it is kept, which tells neither key nor place.
    """

    target: Path
    origin: str
    folder: Path

    def is_known(self) -> bool:
        """Whether this machine has put a price file there."""
        return self.target.exists() and self._note() is not None

    def since(self) -> str:
        """When the copy was changed last, as HTTP writes it; empty where it is none of this file, or was touched."""
        note = self._note()
        if note is None or not self._is_as(note):
            return ""
        return email.utils.formatdate(note["modified"], usegmt=True)

    def keep(self, *, dated: bool) -> None:
        """Note what was downloaded, and whether the server ``dated`` it: else it is downloaded whole the next time, as
        it is where no note can be written.
        """
        with contextlib.suppress(OSError):
            facts = self.target.stat()
            size = facts.st_size if dated else -1
            note = {"origin": _hash(self.origin), "modified": int(facts.st_mtime), "size": size}
            write_private(self._path(), json.dumps(note).encode())

    def _is_as(self, note: dict[str, Any]) -> bool:
        with contextlib.suppress(OSError):
            facts = self.target.stat()
            seen = {"origin": _hash(self.origin), "modified": int(facts.st_mtime), "size": facts.st_size}
            return seen == note
        return False

    def _note(self) -> dict[str, Any] | None:
        with contextlib.suppress(OSError, ValueError):
            found = json.loads(self._path().read_bytes())
            if isinstance(found, dict) and isinstance(found.get("modified"), int):
                return found
        return None

    def _path(self) -> Path:
        return self.folder / f"{_hash(os.path.realpath(self.target))}.json"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:40]


def seconds(last_modified: str) -> float | None:
    """A time as HTTP writes it, in seconds since 1970; None where it is none, or before that."""
    with contextlib.suppress(TypeError, ValueError, OverflowError, IndexError):
        found = email.utils.parsedate_to_datetime(last_modified).timestamp()
        return found if found >= 0 else None
    return None
