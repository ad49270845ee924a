"""Files of this machine: written whole and for their owner alone, and locks between processes."""

from __future__ import annotations

import glob
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

UNFINISHED = ".new"


def hidden_name(*about: str) -> str:
    """A name for a file that does not tell what it is about, such as a key, and is not too long."""
    import hashlib

    return hashlib.sha256("\0".join(about).encode("utf-8", "surrogateescape")).hexdigest()[:40]


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only its owner can read, whole or not at all; folders are made as needed."""
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def forget_unfinished(path: Path) -> None:
    """Remove what killed processes left of their writing to a file; only for who holds its lock."""
    target = Path(os.path.realpath(path))
    for left in target.parent.glob(f".{glob.escape(target.name)}.*{UNFINISHED}"):
        left.unlink(missing_ok=True)


@contextmanager
def locked(path: Path, *, wait: float = -1) -> Iterator[None]:
    """Hold the lock file ``PATH.lock`` for the time of the block; the end of the process frees it, however it ends.

    Waits ``wait`` seconds at most while another process holds it (below 0: for ever), then raises TimeoutError.
    Folders are made as needed.
    """
    from filelock import FileLock, Timeout

    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = FileLock(target.with_name(f"{target.name}.lock"), mode=0o600)
    try:
        lock.acquire(timeout=wait, poll_interval=0.02)
    except Timeout:
        raise TimeoutError(f"Another process holds {lock.lock_file}.") from None
    try:
        yield
    finally:
        lock.release()


def hold(file: FileIO) -> None:
    """Lock an open file for this process until it is closed, leaving nothing beside it.

    TimeoutError where another process holds it; OSError where the file system has no locks.
    """
    if sys.platform == "win32":
        import msvcrt

        file.seek(1 << 40)  # far behind what is read and written, since Windows locks bytes
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            raise TimeoutError(f"Another process holds {file.name!r}.") from None
        finally:
            file.seek(0)
    else:
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise TimeoutError(f"Another process holds {file.name!r}.") from None
