"""Sinks that make one CSV file of several, and gzip it."""

from __future__ import annotations

import zlib

from didww_cli.errors import DidwwError
from didww_cli.workflows.exports.downloads import GZIP
from didww_cli.workflows.exports.targets import Sink

LONGEST_HEADER = 1024 * 1024
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Joined:
    """Puts CSV files one after another under the header of the first; a ``mark`` ends a file.

    DidwwError where the header of one is another. A file without any line adds nothing.
    """

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._header: bytes | None = None
        self._marked_header: bytes | None = None
        self._first_line = b""
        self._in_rows = False
        self._ends_a_line = True

    def write(self, data: bytes) -> None:
        """Take some bytes of the current file."""
        if not self._in_rows:
            line, newline, data = (self._first_line + data).partition(b"\n")
            self._first_line = line
            if not newline:
                if len(line) > LONGEST_HEADER:
                    raise DidwwError("The file is no CSV: its first line does not end.")
                return
            self._begin_rows(line)
        self._pass_on(data)

    def mark(self) -> None:
        """The current file is whole; the next write begins another."""
        if not self._in_rows and self._first_line:
            self._begin_rows(self._first_line)
        if not self._ends_a_line:
            self._pass_on(b"\n")
        self._sink.mark()
        self._marked_header = self._header
        self._first_line, self._in_rows = b"", False

    def rewind(self) -> bool:
        """Begin the current file anew, where the sink can."""
        self._header = self._marked_header
        self._first_line, self._in_rows, self._ends_a_line = b"", False, True
        return self._sink.rewind()

    def _begin_rows(self, line: bytes) -> None:
        self._in_rows = True
        header = line.rstrip(b"\r").removeprefix(BYTE_ORDER_MARK)
        if self._header is None:
            self._header = header
            self._pass_on(line + b"\n")
        elif self._header != header:
            raise DidwwError(
                "The files have different columns and were not joined: "
                f"{self._header.decode('utf-8', 'replace')} and {header.decode('utf-8', 'replace')}.",
                "Download each export into a file of its own: didww exports download REF --to FILE",
            )

    def _pass_on(self, data: bytes) -> None:
        if data:
            self._sink.write(data)
            self._ends_a_line = data.endswith(b"\n")


class Gzipped:
    """Gzips what it takes, into one member; ``finish`` writes its end."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._member = zlib.compressobj(wbits=GZIP)
        self._marked = self._member.copy()

    def write(self, data: bytes) -> None:
        """Take some bytes."""
        self._sink.write(self._member.compress(data))

    def mark(self) -> None:
        """What was taken so far stays."""
        self._marked = self._member.copy()
        self._sink.mark()

    def rewind(self) -> bool:
        """Forget what came since the last mark, where the sink can."""
        self._member = self._marked.copy()
        return self._sink.rewind()

    def finish(self) -> None:
        """Write the end of the gzip file."""
        self._sink.write(self._member.flush())
