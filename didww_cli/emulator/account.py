"""The emulated account as one request sees it: its state, the moment, and what else the request has to do with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from didww_cli.catalog import API_VERSION
from didww_cli.emulator.state import State


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


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a callback reports: where to, how (``get``, ``post`` or ``json``), and what."""

    url: str
    method: str
    parameters: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Account:
    """``base_url`` is where the client sees the API; ``events`` collects what happened on the way.

    ``rejecting``: reviewers approve nothing. ``version`` is the API version that is served.
    """

    state: State
    now: datetime
    timing: Timing
    base_url: str
    rejecting: bool = False
    version: str = API_VERSION
    events: list[Event] = field(default_factory=list)

    def since(self, version: str) -> bool:
        """Whether the version served is that one or newer."""
        return self.version >= version
