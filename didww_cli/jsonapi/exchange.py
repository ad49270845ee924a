"""One exchange with a server: the answer read whole, within a time for all of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

import requests

CHUNK = 64 * 1024
LARGEST_ANSWER = 256 * 1024 * 1024
"""Bytes of an answer, unpacked, above which it is none of the API's: a page of 1,000 records has about one million."""

GLANCE = 0.25
"""Seconds after which a wait looks for signals."""

T = TypeVar("T")


class TooLate(Exception):
    """The answer was not whole in time."""


class TooLarge(Exception):
    """The answer has no end, or unpacks to more than any answer has."""


def whole_content(response: requests.Response, given_up: threading.Event) -> bytes | bytearray:
    """The body of an answer, unpacked; TooLarge, or what requests raises where it is cut. Closes the answer."""
    found = bytearray()
    try:
        for chunk in response.iter_content(CHUNK):
            found += chunk
            if len(found) > LARGEST_ANSWER:
                raise TooLarge
            if given_up.is_set():
                raise TooLate
    finally:
        response.close()
    return found


def within(seconds: float, work: Callable[[threading.Event], T]) -> T:
    """The result of some work, done in a thread of its own; TooLate where that takes longer.

    A socket's own time limit begins anew with each byte, so that a server which sends one now and then would hold the
    command for ever. Work that is given up on is told so by its event; what it is waiting for ends with the process.
    """
    done, given_up = threading.Event(), threading.Event()
    result: list[T] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            result.append(work(given_up))
        except BaseException as error:
            failure.append(error)
        done.set()

    threading.Thread(target=run, daemon=True).start()
    if not _wait(done, seconds):
        given_up.set()
        raise TooLate
    if failure:
        raise failure[0]
    return result[0]


def _wait(done: threading.Event, seconds: float) -> bool:
    """Wait for an event, a glance at a time: a signal that comes just before a wait begins is seen after it."""
    end = time.monotonic() + seconds
    while not done.wait(max(0.0, min(GLANCE, end - time.monotonic()))):
        if time.monotonic() >= end:
            return False
    return True
