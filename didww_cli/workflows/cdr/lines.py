"""Call records of a file or stream: gzip or plain by their content, line after line, in little memory."""

from __future__ import annotations

import codecs
import contextlib
import csv
import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from didww_cli.errors import DidwwError, UsageError

if TYPE_CHECKING:
    from didww_cli.workflows.exports.downloads import Counted

BLOCK = 256 * 1024
"""Bytes that are read at once."""

LONGEST_LINE = 1024 * 1024
"""Bytes that a line has at most; what is longer is no table."""

SEPARATORS = ",;\t"
MAGIC = b"\x1f\x8b"
AS_UTF_8 = "Save it as UTF-8; in Excel 'CSV UTF-8'."
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@contextlib.contextmanager
def opened(name: str, stdin: BinaryIO) -> Iterator[BinaryIO]:
    """A file, or standard input for ``-``; UsageError where it cannot be read."""
    if name == "-":
        yield stdin
        return
    try:
        file = open(name, "rb")  # noqa: SIM115
    except (OSError, ValueError) as error:
        raise UsageError(f"Cannot read {name}: {getattr(error, 'strerror', None) or error}.") from None
    with file:
        yield file


def lines(name: str, file: BinaryIO, counted: Counted) -> Iterator[str]:
    """The lines of a file with their ends, without a byte order mark; bytes that are no UTF-8 become U+FFFD.

    ``counted`` is told the bytes read so far, unpacked. DidwwError where it cannot be read to its end, UsageError where
    it holds no lines.
    """
    return chain.from_iterable(_texts(name, file, counted))


def _texts(name: str, file: BinaryIO, counted: Counted) -> Iterator[io.StringIO]:
    """The lines of a block at a time: each text iterates over its lines."""
    whole: io.BufferedReader = io.BufferedReader(cast(Any, file), BLOCK)
    try:
        packed = whole.peek(len(MAGIC)).startswith(MAGIC)
        yield from _blocks(name, gzip.GzipFile(fileobj=whole) if packed else whole, counted)
    finally:
        with contextlib.suppress(ValueError):  # the file may be closed by now
            whole.detach()  # which else closes standard input


def _blocks(name: str, file: io.BufferedIOBase, counted: Counted) -> Iterator[io.StringIO]:
    rest = _block(name, file)
    read = len(rest)
    if rest.startswith(UTF_16):
        raise UsageError(f"{name} is UTF-16.", AS_UTF_8)
    if b"\0" in rest.partition(b"\n")[0]:
        raise UsageError(f"{name} is no text.", AS_UTF_8)
    rest = rest.removeprefix(codecs.BOM_UTF8)
    while block := _block(name, file):
        done, newline, rest = (rest + block).rpartition(b"\n")
        if len(rest) > LONGEST_LINE:
            raise UsageError(f"{name} is no table: it has a line of more than {LONGEST_LINE:,} bytes.")
        read += len(block)
        counted(read, None)
        yield _text(done + newline)
    yield _text(rest)


def _text(data: bytes) -> io.StringIO:
    return io.StringIO(data.decode("utf-8", "replace"), newline="\n")


def _block(name: str, file: io.BufferedIOBase) -> bytes:
    try:
        return file.read(BLOCK)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DidwwError(
            f"{name} is no whole gzip file: {error}.", "Download it again: didww exports download REF --to FILE --force"
        ) from None
    except OSError as error:
        raise DidwwError(f"Cannot read {name}: {error.strerror or error}.") from None


def _cells(line: str, separator: str) -> list[str]:
    """The cells of a line by itself; none where it is no line of a table, such as one with a carriage return inside."""
    try:
        return next(csv.reader([line], delimiter=separator))
    except csv.Error:
        return []


class Rows:
    """The rows of a table: its ``header`` (None: there is none), then an iterator over the cells of each row.

    Cells are parted by the ``separator`` that parts the header into most. A line without quotes is split, which takes a
    third of the time that the module csv takes; one with quotes goes on over as many lines as it needs.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._at = 0
        self._further = 0
        self.separator = SEPARATORS[0]
        self.header = self._header()

    @property
    def place(self) -> range:
        """The numbers of the lines in which the latest row stands."""
        return range(self._at - self._further, self._at + 1)

    def _header(self) -> list[str] | None:
        for line in self._lines:
            self._at += 1
            if line.strip():
                found = {one: _cells(line, one) for one in SEPARATORS}
                self.separator = max(found, key=lambda one: len(found[one]))
                return found[self.separator]
        return None

    def __iter__(self) -> Iterator[list[str]]:
        separator = self.separator
        for line in self._lines:
            self._at += 1
            if '"' in line:
                yield self._quoted(line)
                self._further = 0
            elif row := line.rstrip("\r\n"):
                yield row.split(separator)

    def _quoted(self, line: str) -> list[str]:
        """The cells of a row that begins in a line; none where its quotes do not end."""
        reader = csv.reader(chain([line], self._lines), delimiter=self.separator)
        try:
            return next(reader)
        except csv.Error:
            return []
        finally:
            self._further = reader.line_num - 1
            self._at += self._further
