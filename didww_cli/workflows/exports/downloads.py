"""A gzipped file of the API: streamed, checked, and resumed or begun anew after a broken connection."""

from __future__ import annotations

import contextlib
import re
import time
import zlib
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from didww_cli.errors import NetworkFailure, NoAccess, Refused
from didww_cli.jsonapi.answers import Answer
from didww_cli.jsonapi.failures import backoff
from didww_cli.jsonapi.transport import CONDITION, NOT_MODIFIED, Transport
from didww_cli.jsonapi.urls import is_as_safe, joined, origin, shown_url
from didww_cli.workflows.exports.targets import Sink

CHUNK = 64 * 1024
"""Bytes read at once."""

MOST_INFLATED = 1024 * 1024
"""Bytes that come out of gzip at once, so that memory stays bounded whatever is in the file."""

MOST_RATIO = 100
"""How many times the size of a file its content may have: call records inflate to 20 times as much at most, prices to
fewer."""

FREE_INFLATED = 256 * 1024 * 1024
"""Bytes that any file may inflate to, whatever its size."""

GZIP = zlib.MAX_WBITS | 16
MAGIC = b"\x1f\x8b"
LENGTH = re.compile(r"[0-9]{1,18}")
RANGE = re.compile(r"bytes ([0-9]{1,18})-[0-9]+/([0-9]{1,18}|\*)")

Counted = Callable[[int, int | None], None]
"""Told the bytes received so far, and of how many, where the server says that."""


class Broken(Exception):
    """The file did not come to its end; the rest of it may still be had."""


class Damaged(Broken):
    """What came is wrong: it must be had anew."""


class Inflated(Exception):
    """The file inflates to more than any call records do."""


class Unchanged(Exception):
    """The file is what it was at the time that was told."""


class Gunzip:
    """Inflates gzip of one or more members, and checks the length and CRC of each."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(GZIP)
        self._left = FREE_INFLATED

    @property
    def whole(self) -> bool:
        """Whether a member has just ended."""
        return self._member.eof

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What comes out of the next bytes; Damaged where they are not gzip, Inflated where it is out of proportion."""
        self._left += len(data) * MOST_RATIO
        while data:
            if self._member.eof:
                data = data.lstrip(b"\0")  # padding, which gzip allows between and after members
                self._member = zlib.decompressobj(GZIP) if data else self._member
                continue
            try:
                found = self._member.decompress(data, MOST_INFLATED)
            except zlib.error as error:
                raise Damaged(f"it is no sound gzip file ({error})") from None
            self._left -= len(found)
            if self._left < 0:
                raise Inflated
            yield found
            data = self._member.unused_data if self._member.eof else self._member.unconsumed_tail


def download(
    transport: Transport,
    url: str,
    sink: Sink,
    *,
    unpack: bool,
    counted: Counted = lambda received, total: None,
    since: str = "",
) -> str:
    """Stream the file at a URL into a sink, inflated where ``unpack`` says so; it is whole when this returns.

    Returns when the server says that it was changed last, empty where it does not say. ``since``: such a time, of the
    copy that is there already; Unchanged where that copy is right still. NetworkFailure where the file is still broken
    or damaged after the connection's retries. The key goes to the API's own host alone, and nothing is fetched
    unencrypted from elsewhere when the API itself is encrypted.
    """
    work = _Download(transport, _checked(transport, url), sink, unpack, counted, since)
    connection = transport.connection
    for attempt in range(connection.retries + 1):
        try:
            work.go_on()
        except Broken as error:
            reason = error
        except Inflated:
            raise _bomb(work) from None
        else:
            return work.last_modified
        if attempt < connection.retries:
            pause = backoff(attempt)
            transport.before_pause(f"{work.received:,} bytes came, but {reason}", pause, attempt + 1)
            try:
                time.sleep(pause)
            finally:
                transport.after_pause()
    raise NetworkFailure(
        f"GET {shown_url(work.url)}: the file did not arrive whole: {reason}.",
        "Run the command again; --retries and --timeout give it more time.",
    )


def _bomb(work: _Download) -> NetworkFailure:
    return NetworkFailure(
        f"GET {shown_url(work.url)}: the file inflates to more than {MOST_RATIO} times its size, which no sound file "
        f"does; it was given up after {work.received:,} bytes.",
        "Tell DIDWW: something is wrong with it.",
    )


def _checked(transport: Transport, url: str) -> str:
    """The absolute URL of a file; NetworkFailure where it is none, or would be fetched over a less safe connection."""
    base = transport.connection.base_url
    whole = joined(base, url)
    if not origin(whole)[0]:
        raise NetworkFailure(f"The file is at {shown_url(url)!r}, which is no address.", "Tell DIDWW.")
    if not is_as_safe(whole, base):
        raise NetworkFailure(
            f"The file is at {shown_url(whole)}, which is not encrypted; it was not fetched.",
            "Tell DIDWW: the address is theirs.",
        )
    return whole


class _Download:
    """A download under way. ``received`` counts the bytes that came, of ``total`` (None: the server does not say)."""

    def __init__(self, transport: Transport, url: str, sink: Sink, unpack: bool, counted: Counted, since: str) -> None:
        self.url = url
        self.received = 0
        self.last_modified = ""
        self._since = since
        self._transport = transport
        self._sink = sink
        self._unpack = unpack
        self._counted = counted
        self._total: int | None = None
        self._validator = ""
        self._in_parts = True
        self._gunzip: Gunzip | None = Gunzip()

    def go_on(self) -> None:
        """Get what is missing; Broken where some still is."""
        answer = self._ask()
        if answer.status == NOT_MODIFIED:
            raise Unchanged
        if not self._continues(answer):
            self._begin(answer)
        try:
            self._receive(answer)
            self._check_end()
        except Damaged:
            self._forget()
            raise

    def _ask(self) -> Answer:
        headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
        if self.received and not self._in_parts:
            self._forget()
        if self._since and not self.received:
            headers[CONDITION] = self._since
        if self.received:
            headers["Range"] = f"bytes={self.received}-"
            headers |= {"If-Range": self._validator} if self._validator else {}
        try:
            return self._transport.send("GET", self.url, headers=headers, stream=True)
        except Refused as error:
            if error.status != 416 or not self.received:
                raise
            self._forget()
            raise Broken("the server does not have the rest") from None
        except NoAccess as error:
            if origin(self.url) != origin(self._transport.connection.base_url):
                error.hint = f"The file is at {shown_url(self.url)}, and the key goes to the API's own host alone."
            raise

    def _continues(self, answer: Answer) -> bool:
        """Whether an answer is the part that was asked for; False where it is the whole file."""
        if answer.status != 206:
            return False
        found = RANGE.fullmatch(answer.header("Content-Range").strip())
        totals = (found[2], "*") if found and self._total is None else (str(self._total), "*")
        if found and self.received and int(found[1]) == self.received and found[2] in totals:
            return True
        answer.response.close()
        self._forget()
        raise Broken("the server sent another part than the one asked for")

    def _begin(self, answer: Answer) -> None:
        if self.received:
            self._forget()
        length = answer.header("Content-Length")
        known = LENGTH.fullmatch(length) and not answer.header("Transfer-Encoding")
        self._total = int(length) if known else None
        self._in_parts = answer.header("Accept-Ranges").strip().lower() != "none"
        tag, self.last_modified = answer.header("ETag"), answer.header("Last-Modified")
        self._validator = tag if tag and not tag.startswith("W/") else self.last_modified

    def _forget(self) -> None:
        """Begin anew; NetworkFailure where what was written cannot be taken back."""
        if not self._sink.rewind():
            raise NetworkFailure(
                f"GET {shown_url(self.url)}: the file broke off or is damaged after {self.received:,} bytes; what "
                "went to standard output is not whole.",
                "Download into a file: that is begun anew by itself, and kept only when it is whole.",
            )
        self.received, self._total, self._gunzip = 0, None, Gunzip()

    def _receive(self, answer: Answer) -> None:
        with contextlib.closing(self._transport.chunks(answer, CHUNK)) as chunks:
            while True:
                try:
                    chunk = next(chunks, b"")
                except NetworkFailure:
                    raise Broken("the connection broke") from None
                if not chunk:
                    return
                self._take(chunk)

    def _take(self, chunk: bytes) -> None:
        if not self.received and not chunk.startswith(MAGIC) and not urlsplit(self.url).path.endswith(".gz"):
            self._gunzip = None
        self.received += len(chunk)
        for data in self._gunzip.feed(chunk) if self._gunzip else ():
            if self._unpack:
                self._sink.write(data)
        if not self._unpack or not self._gunzip:
            self._sink.write(chunk)
        self._counted(self.received, self._total)

    def _check_end(self) -> None:
        if self._total is not None and self.received != self._total:
            kind = Broken if self.received < self._total else Damaged
            raise kind(f"{self.received:,} of {self._total:,} bytes came")
        if self._gunzip and not self._gunzip.whole:
            raise (Broken if self._total is None else Damaged)("it ends too early")
