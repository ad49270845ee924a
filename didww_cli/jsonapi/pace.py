"""One rate for one key: the requests of all processes of a user start one after another, at their distance.

Source: DIDWW's pages on its API, where the limit counts per key, not per address or process.
"""

from __future__ import annotations

import os
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import astuple, field, replace
from io import FileIO
from pathlib import Path
from typing import TypeVar

from didww_cli.disk import hold
from didww_cli.plain_data import dataclass

SLACK = 1.03
"""The distance of requests, of what the rate asks for: those that come a little late must not meet the next ones."""
LOWERED = 0.7
"""What is left of the rate after an answer of 429."""
LOWEST = 1 / 16
ONCE_IN = 1.0
"""Seconds in which several answers of 429 count as one: all of them were on their way together."""
DOUBLES_IN = 10.0
"""Seconds in which a lowered rate grows to its double, until it is the whole one again."""
ENOUGH = 20
"""Answers in a row, at full pace and without a 429, after which a faster rate is used, where there is one."""
BARRED_FOR = 86400.0
"""Seconds in which a faster rate is not tried again after a 429 at it."""
LONGEST_HOLD = 120.0
"""Seconds of a wait that a server may ask of all; for a longer one only the request that was told so fails."""
STALE = 100.0
"""Times the distance, after ``LONGEST_HOLD``, beyond which a start is not meant: the machine was started anew."""
LOCK_PATIENCE = 0.25
"""Seconds to wait for the lock, which is held for some microseconds."""

FORM = struct.Struct("<6d")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Times:
    """By ``time.monotonic``: when the ``next`` request may start, until when all are ``held``, and when (``since``) the
    rate was lowered to a ``share`` of itself.

    ``answers``: how many came in a row at full pace, ``ENOUGH`` at most, with which a faster rate holds; ``barred``:
    until when, by ``time.time``, it is not tried.
    """

    next: float = 0.0
    held: float = 0.0
    since: float = 0.0
    share: float = 1.0
    answers: float = 0.0
    barred: float = 0.0

    @property
    def fast(self) -> bool:
        """Whether the faster rate holds."""
        return self.answers >= ENOUGH

    def share_at(self, now: float) -> float:
        """The share of the rate that may be used."""
        return min(1.0, self.share * 2 ** min(60.0, (now - self.since) / DOUBLES_IN))

    def taken(self, now: float, distance: float) -> Times:
        """With the next start taken by somebody."""
        return replace(self, next=max(now, self.next, self.held) + distance / self.share_at(now))

    def answered(self, now: float) -> Times:
        """After another answer: it came at full pace where the next start is still ahead."""
        if self.fast or time.time() < self.barred:
            return self
        full = self.next > now and self.share_at(now) == 1
        return replace(self, answers=self.answers + 1 if full else 0.0)

    def slow(self) -> Times:
        """After an answer of 429 at the faster rate, or on the way to it."""
        return replace(self, answers=0.0, barred=time.time() + BARRED_FOR if self.fast else self.barred)

    def refused(self, now: float, wait: float) -> Times:
        """After an answer of 429 that asks for a wait."""
        held = max(self.held, now + wait)
        if self.share < 1 and now - self.since < ONCE_IN:
            return replace(self, held=held)
        return replace(self, held=held, since=now, share=max(LOWEST, self.share_at(now) * LOWERED))


@dataclass(slots=True)
class Pace:
    """``rate`` requests a second. ``place``: the file by which processes share them; None for this process alone.

    ``faster``: the rate that takes its place once answers show that it may; None where nothing but ``rate`` is used.

    Where the file cannot be written, or its lock is not to be had, the process keeps its own pace.
    """

    rate: float
    place: Path | None = None
    faster: float | None = None
    _own: Times = Times()
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def current(self) -> float:
        """The rate that is used, as far as this process knows."""
        return self._rate_by(self._own)

    def wait(self, sleep: Callable[[float], object]) -> None:
        """Wait until a request may start. Whoever sleeps while all are told to wait takes another start then."""
        while True:
            start = self.take()
            sleep(max(0.0, start - time.monotonic()))
            if self._changed(lambda times, now: (times, times.held)) <= start:
                return

    def take(self) -> float:
        """When, by ``time.monotonic``, a request may start; no other one starts then."""

        def taken(times: Times, now: float) -> tuple[Times, float]:
            return times.taken(now, SLACK / self._rate_by(times)), max(now, times.next, times.held)

        return self._changed(taken)

    def refused(self, wait: float) -> None:
        """Slow all down after an answer of 429, and let them wait for so many seconds."""
        told = wait if wait <= LONGEST_HOLD else 0.0

        def refused(times: Times, now: float) -> tuple[Times, None]:
            lowered = times.refused(now, told)
            return lowered.slow() if self.faster or not times.fast else lowered, None

        self._changed(refused)

    def answered(self) -> None:
        """Count an answer that was no refusal, as long as a faster rate may be reached by it."""
        if self.faster and not self._own.fast and time.time() >= self._own.barred:
            self._changed(lambda times, now: (times.answered(now), None))

    def _rate_by(self, times: Times) -> float:
        return self.faster if self.faster and times.fast else self.rate

    def _changed(self, change: Callable[[Times, float], tuple[Times, T]]) -> T:
        with self._lock:
            try:
                if self.place is not None:
                    with _opened(self.place) as file:
                        self._own = self._read(file)
                        result = self._change(change)
                        file.seek(0)
                        file.write(FORM.pack(*astuple(self._own)))
                        return result
            except OSError:  # TimeoutError is one
                pass
            return self._change(change)

    def _change(self, change: Callable[[Times, float], tuple[Times, T]]) -> T:
        self._own, result = change(self._own, time.monotonic())
        return result

    def _read(self, file: FileIO) -> Times:
        content = file.read(FORM.size)
        if len(content or b"") != FORM.size:
            return Times()
        times, now = Times(*FORM.unpack(content)), time.monotonic()
        latest = now + LONGEST_HOLD + STALE * SLACK / (self.rate * LOWEST)
        sound = 0 < times.share <= 1 and times.since <= now and max(times.next, times.held) <= latest
        if not (0 <= times.answers <= ENOUGH and 0 <= times.barred <= time.time() + BARRED_FOR):
            return Times()
        return times if sound else Times(answers=times.answers, barred=times.barred)


def _opened(place: Path) -> FileIO:
    """The file, locked until it is closed, which the end of a process does, too. TimeoutError where it is not free."""
    if not place.parent.exists():
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = FileIO(os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600), "r+")
    end = time.monotonic() + LOCK_PATIENCE
    try:
        while True:
            try:
                hold(file)
                return file
            except TimeoutError:
                if time.monotonic() > end:
                    raise
            time.sleep(0.001)
    except BaseException:
        file.close()
        raise
