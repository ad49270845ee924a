"""Files that appear whole or not at all: written beside their place, and moved there in the end."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from didww_cli.errors import DidwwError, UsageError


class Stream(Protocol):
    """A stream such as standard output."""

    def write(self, data: bytes, /) -> object:
        """Write some bytes."""

    def flush(self) -> None:
        """Let all of them out."""


class Sink(Protocol):
    """Where bytes go. What was written since the last ``mark`` may be taken back, where ``rewind`` says so."""

    def write(self, data: bytes) -> None:
        """Take some bytes."""

    def mark(self) -> None:
        """What was written so far stays."""

    def rewind(self) -> bool:
        """Forget what came since the last mark; False where that cannot be."""


def check_target(path: Path, *, force: bool) -> None:
    """UsageError unless a file may be put there; one that exists only with ``force``."""
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise UsageError(f"There is no folder {path.parent}; nothing was sent.") from None
    except OSError as error:
        raise UsageError(f"Cannot write {path}: {error.strerror}.") from None
    else:
        if stat.S_ISDIR(kind):
            raise UsageError(f"{path} is a folder; name a file in it.")
        if not stat.S_ISREG(kind):
            raise UsageError(f"{path} is no ordinary file.", "Use - for standard output.")
        if not force:
            raise UsageError(f"{path} is there already; nothing was sent.", "Add --force to replace it.")
    if not os.access(path.parent, os.W_OK):
        raise UsageError(f"Cannot write into {path.parent}: Permission denied.")


class FileSink:
    """A file that is being written."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._start = 0

    def write(self, data: bytes) -> None:
        """Take some bytes; DidwwError where the disk does not."""
        with _told(self._name):
            self._file.write(data)

    def mark(self) -> None:
        """What was written so far stays."""
        self._start = self._file.tell()

    def rewind(self) -> bool:
        """Forget what came since the last mark."""
        with _told(self._name):
            self._file.seek(self._start)
            self._file.truncate()
        return True


class StreamSink:
    """A stream such as standard output: what is written is gone. Its OSErrors (a closed pipe) are the caller's."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._written = False

    def write(self, data: bytes) -> None:
        """Pass some bytes on."""
        self._stream.write(data)
        self._written = self._written or bool(data)

    def mark(self) -> None:
        """What was written so far stays."""
        self._written = False

    def rewind(self) -> bool:
        """Only nothing can be taken back."""
        return not self._written


@contextlib.contextmanager
def whole_file(path: Path, *, force: bool) -> Iterator[FileSink]:
    """A sink for a file that is put in its place when the block ends, and is gone when the block fails.

    An existing file is kept unless ``force``, also one that appears meanwhile; a replaced one leaves its permissions.
    """
    place = Path(os.path.realpath(path))
    part = place.with_name(f".didww-{uuid.uuid4().hex}.part")
    with contextlib.ExitStack() as stack:
        stack.callback(part.unlink, missing_ok=True)
        with _told(str(path)):
            file = stack.enter_context(part.open("xb"))
        yield FileSink(file, str(path))
        with _told(str(path)):
            file.flush()
            os.fsync(file.fileno())
            file.close()
            _move(part, place, force)


def _move(part: Path, place: Path, force: bool) -> None:
    if force:
        if place.exists():
            shutil.copymode(place, part)
        part.replace(place)
        return
    try:
        os.link(part, place)
    except OSError:  # it exists, or the file system has no hard links
        if place.exists():
            raise DidwwError(f"{place} has appeared meanwhile and is kept.", "Add --force to replace it.") from None
        part.rename(place)


@contextlib.contextmanager
def _told(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DidwwError(f"Cannot write {name}: {error.strerror or error}.", "Nothing was kept.") from None
