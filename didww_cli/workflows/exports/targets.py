"""Files that appear whole or not at all: written beside their place, and moved there in the end."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from io import FileIO
from pathlib import Path
from typing import Protocol

from didww_cli.errors import DidwwError, UsageError
from didww_cli.workflows.exports.partial_files import partial_file, sweep


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
    """UsageError unless a file may be put there; one that exists only with ``force``.

    What a killed run left beside it is removed.
    """
    sweep(_real(path).parent)
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


def _real(path: Path) -> Path:
    """Where a file is in truth: links followed."""
    return Path(os.path.realpath(path))


class FileSink:
    """A file that is being written, without a buffer that could fail later.

    ``modified``: when it is to have been changed last, in seconds since 1970; None leaves that to the disk.
    """

    def __init__(self, file: FileIO, name: str) -> None:
        self._file = file
        self._name = name
        self._start = 0
        self.modified: float | None = None

    def write(self, data: bytes) -> None:
        """Take some bytes; DidwwError where the disk does not."""
        left = memoryview(data)
        with _told(self._name):
            while left:
                left = left[self._file.write(left) :]

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
    """A stream such as standard output: what is written is gone. That its reader has gone is the caller's matter."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._written = False

    def write(self, data: bytes) -> None:
        """Pass some bytes on; DidwwError where they cannot be written."""
        with _told_of_stream():
            self._stream.write(data)
        self._written = self._written or bool(data)

    def mark(self) -> None:
        """Nothing that was written can be taken back in any case."""

    def rewind(self) -> bool:
        """Only nothing can be taken back."""
        return not self._written

    def finish(self) -> None:
        """Let all of it out."""
        with _told_of_stream():
            self._stream.flush()


@contextlib.contextmanager
def whole_file(path: Path, *, force: bool) -> Iterator[FileSink]:
    """A sink for a file that is put in its place when the block ends, and is gone when the block fails.

    An existing file is kept unless ``force``, also one that appears meanwhile; a replaced one leaves its permissions.
    Until then only its owner can read it.
    """
    place = _real(path)
    with contextlib.ExitStack() as stack:
        with _told(str(path)):
            part, file = stack.enter_context(partial_file(place.parent))
        sink = FileSink(file, str(path))
        yield sink
        with _told(str(path)):
            os.fsync(file.fileno())
            part.chmod(_permissions(place))
            if sink.modified is not None:
                os.utime(part, (sink.modified, sink.modified))
            _move(part, place, force)


def _permissions(place: Path) -> int:
    """Those of the file that is there, else the usual ones of a new file."""
    if place.exists():
        return stat.S_IMODE(place.stat().st_mode)
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def _move(part: Path, place: Path, force: bool) -> None:
    if force:
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


@contextlib.contextmanager
def _told_of_stream() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise DidwwError(
            f"Cannot write to standard output: {error.strerror or error}.", "What went there is not whole."
        ) from None
