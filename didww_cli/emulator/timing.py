"""When things that take time are done: after a number of reads, or of seconds, whichever comes first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """``reads``: how often the unfinished thing is shown first; ``seconds``: how long it takes at most; None is never.

    The others are lifetimes in seconds.
    """

    reads: int | None = 2
    seconds: float | None = 3.0
    reservation: float = 600.0
    file: float = 24 * 3600.0
    export_file: float = 30 * 24 * 3600.0
