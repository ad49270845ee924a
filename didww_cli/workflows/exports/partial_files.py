"""Partial files: held while they are written, gone in the end, and swept away where a killed run left one."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import sys
import uuid
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

if sys.platform != "win32":
    import fcntl

NAME = re.compile(r"\.didww-[0-9a-f]{32}\.part")


@contextlib.contextmanager
def partial_file(folder: Path) -> Iterator[tuple[Path, FileIO]]:
    """A new file that only its owner can read. When the block ends it is gone, unless it was moved away."""
    with contextlib.ExitStack() as stack:
        while True:
            path = folder / f".didww-{uuid.uuid4().hex}.part"
            stack.callback(path.unlink, missing_ok=True)  # before it is there: a signal may come in between
            file = stack.enter_context(FileIO(path, "xb", opener=_private))
            if _held(file):
                break
        yield path, file


def sweep(folder: Path) -> None:
    """Remove the partial files of this user in a folder that no process holds any more."""
    for path in folder.glob(".didww-*.part"):
        if NAME.fullmatch(path.name):
            with contextlib.suppress(OSError):
                _remove_unheld(path)


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _held(file: FileIO) -> bool:
    """Hold a file until it is closed; False where a sweep took it for an unheld one before that."""
    if sys.platform == "win32":  # an open file cannot be removed there
        return True
    with contextlib.suppress(OSError):  # a file system without locks: no sweep can lock it either, and leaves it
        fcntl.flock(file, fcntl.LOCK_EX)
    return os.fstat(file.fileno()).st_nlink > 0


def _remove_unheld(path: Path) -> None:
    """Remove a partial file; OSError where it is held, or not to be opened."""
    if sys.platform == "win32":
        path.unlink()
        return
    file = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        facts = os.fstat(file)
        if stat.S_ISREG(facts.st_mode) and facts.st_uid == os.getuid():
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
    finally:
        os.close(file)
