"""Invented calls: plausible, and the same for the same line and day each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

_FAILURES = ((486, "Busy Here"), (404, "Not Found"), (480, "Temporarily Unavailable"), (487, "Request Terminated"))
_FAILING = 0.15
_MEAN_SECONDS = 150


@dataclass(frozen=True, slots=True)
class Party:
    """Who is at the other end."""

    number: str
    name: str
    country: str
    network: str


# numbers from the ranges kept for fiction
_PARTIES = (
    Party("12025550171", "Alex Example", "United States", "Example Telecom"),
    Party("13125550133", "", "United States", "Sample Wireless"),
    Party("442079460555", "Sam Sample", "United Kingdom", "Example Networks"),
    Party("447700900555", "", "United Kingdom", "Sample Mobile"),
    Party("33199001234", "Dominique Exemple", "France", "Exemple Télécom"),
    Party("493023125555", "Kim Muster", "Germany", "Beispiel Netz"),
    Party("61255501234", "", "Australia", "Sample Communications"),
)


@dataclass(frozen=True, slots=True)
class Call:
    """One call; ``failure`` is a status and its phrase, None where it was answered."""

    start: datetime
    seconds: int
    party: Party
    failure: tuple[int, str] | None
    id: str


def calls(line: str, begin: datetime, end: datetime, calls_a_day: float) -> Iterator[Call]:
    """The calls of a line that start in a period, oldest first; ``calls_a_day`` on average."""
    day = begin.replace(hour=0, minute=0, second=0, microsecond=0)
    while day < end:
        for call in _calls_of_day(line, day, calls_a_day):
            if begin <= call.start < end:
                yield call
        day += timedelta(days=1)


def _calls_of_day(line: str, day: datetime, calls_a_day: float) -> Iterator[Call]:
    draw = random.Random(f"{line}/{day:%Y-%m-%d}")  # noqa: S311
    count = int(draw.uniform(0, 2 * calls_a_day) + 0.5)
    for second in sorted(draw.randrange(86400) for _ in range(count)):
        failure = draw.choice(_FAILURES) if draw.random() < _FAILING else None
        seconds = 0 if failure else int(draw.expovariate(1 / _MEAN_SECONDS)) + 1
        start = day + timedelta(seconds=second)
        yield Call(start, seconds, draw.choice(_PARTIES), failure, f"{draw.getrandbits(64):016x}")
