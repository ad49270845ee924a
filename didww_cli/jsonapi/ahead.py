"""Work ahead of whoever wants its results: some of it under way at the same time, its results in order."""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from didww_cli.jsonapi.exchange import GLANCE

if TYPE_CHECKING:
    from concurrent.futures import Future

M_ARENA_MAX, M_MMAP_THRESHOLD = -8, -3
"""Of malloc.h of glibc; other C libraries have no mallopt, or none that knows these."""

LARGE = 256 * 1024
"""Bytes from which on a piece of memory goes back to the system when it is freed."""

Thing = TypeVar("Thing")
Result = TypeVar("Result")


def begin(future: Future[Result], work: Callable[[], Result]) -> None:
    """Do some work in a thread of its own, which does not keep the process from ending, unless it was cancelled before.

    What it yields, or fails with, is the future's.
    """

    def run() -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=run, daemon=True).start()


def in_order(work: Callable[[Thing], Result], things: Iterable[Thing], most: int) -> Iterator[Result]:
    """The result of some work for each thing, in the order of the things; ``most`` of them are under way at a time.

    With ``most`` 1 nothing is done before its result is asked for. A failure comes in its place, after the results
    before it; nothing more is begun then.
    """
    if most == 1:
        yield from map(work, things)
        return
    from concurrent.futures import Future

    _share_one_heap()
    under_way: deque[Future[Result]] = deque()
    left = iter(things)
    try:
        while True:
            for thing in islice(left, most - len(under_way)):
                under_way.append(Future())
                begin(under_way[-1], lambda thing=thing: work(thing))  # type: ignore[misc]
            if not under_way:
                return
            yield _awaited(under_way.popleft())
    finally:
        for future in under_way:
            future.cancel()


@cache
def _share_one_heap() -> None:
    """The C library of Linux gives each thread a heap of its own, and keeps what was freed: 100 MB in a long list."""
    import ctypes

    with contextlib.suppress(OSError, AttributeError, TypeError):
        library = ctypes.CDLL(None)
        library.mallopt(M_ARENA_MAX, 1)
        library.mallopt(M_MMAP_THRESHOLD, LARGE)


def _awaited(future: Future[Result]) -> Result:
    """A result, waited for a glance at a time: a signal that comes just before a wait begins is seen after it."""
    from concurrent.futures import wait

    while not future.done():
        wait([future], GLANCE)
    return future.result()
