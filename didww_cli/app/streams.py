"""The standard streams of the process: UTF-8 in pipes, and no failure of theirs that shows as a traceback."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
from typing import Any, TextIO

ANY_TEXT = "didww.any_text"


class Outlet(io.FileIO):
    """A standard stream. From its first failure on, kept in ``failure``, it takes everything and writes nothing.

    That failure is raised as BrokenPipeError whatever its cause, since it ends the output as a closed pipe does; not
    at all where ``silent``: what goes to stderr must not change what is done.
    """

    def __init__(self, number: int, *, silent: bool = False) -> None:
        super().__init__(number, "w", closefd=False)
        self.failure: OSError | None = None
        self._silent = silent

    @property
    def reader_left(self) -> bool:
        """Whether it failed since its reader had enough (``| head``)."""
        return self.failure is not None and self.failure.errno in (errno.EPIPE, errno.ESHUTDOWN)

    def write(self, data: Any) -> int:
        """Write some bytes; how many were taken."""
        if self.failure is None:
            try:
                return super().write(data)
            except OSError as error:
                self.failure = error
                if not self._silent:
                    raise BrokenPipeError(error.errno, error.strerror) from None
        return len(data)


def _any_text(error: UnicodeError) -> tuple[str | bytes, int]:
    """What is no text in UTF-8: bytes of the command line as they were typed, anything else written out."""
    try:
        return codecs.lookup_error("surrogateescape")(error)
    except UnicodeError:
        return codecs.backslashreplace_errors(error)


codecs.register_error(ANY_TEXT, _any_text)


def guarded_streams() -> Outlet:
    """Put guarded streams in the place of those of the process; standard output."""
    _fill_closed()
    if sys.stdin is None:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    elif not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")  # type: ignore[union-attr]
    outlet = Outlet(1)
    sys.stdout = _text(outlet, sys.stdout)
    sys.stderr = _text(Outlet(2, silent=True), sys.stderr)
    return outlet


def _fill_closed() -> None:
    """Open nothing in the place of streams that the caller closed (``>&-``), before a file or socket gets there."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)


def _text(outlet: Outlet, given: TextIO | None) -> Any:
    """The text layer of a stream: UTF-8 but on a terminal, where what it cannot show is written out."""
    if given is None or not given.isatty():
        return _written(outlet, "utf-8", ANY_TEXT, lines=outlet.fileno() == 2)
    if os.name == "nt":  # the console takes characters, not bytes
        given.reconfigure(errors="backslashreplace")  # type: ignore[attr-defined]
        return given
    return _written(outlet, given.encoding, "backslashreplace", lines=True)


def _written(outlet: Outlet, encoding: str, errors: str, *, lines: bool) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BufferedWriter(outlet), encoding=encoding, errors=errors, line_buffering=lines)
