"""What was written: each request that changes something, while it is under way and when it is answered."""

from __future__ import annotations

from collections import deque
from dataclasses import field
from typing import Any

import requests

from didww_cli.jsonapi.answers import Answer
from didww_cli.jsonapi.failures import READS
from didww_cli.jsonapi.transport import Connection, Transport
from didww_cli.plain_data import dataclass

MOST_KEPT = 3
"""Writes that are kept to be told of; a run may make a hundred thousand."""


@dataclass(frozen=True, slots=True)
class Write:
    """A request that changes something. ``answer``: the body that came back, empty as long as none did."""

    method: str
    url: str
    answer: bytes = b""


@dataclass(slots=True)
class Writes:
    """The writes of a run: how many were done and the last of them, and the one that was sent and is not answered."""

    count: int = 0
    last: deque[Write] = field(default_factory=lambda: deque(maxlen=MOST_KEPT))
    under_way: Write | None = None


class Watched(Transport):
    """A transport that notes in ``writes`` what becomes of the requests that write."""

    def __init__(self, connection: Connection, writes: Writes) -> None:
        super().__init__(connection)
        self.writes = writes

    def change(self, method: str, path: str, **more: Any) -> Answer:
        """As a transport sends it; a write that is answered is done."""
        answer = super().change(method, path, **more)
        self.writes.count += 1
        self.writes.last.append(Write(method, self.url(path), bytes(answer.content)))
        return answer

    def _exchange(self, prepared: requests.PreparedRequest, stream: bool) -> Any:
        """As a transport does it. What is interrupted stays under way; of what fails, its error tells."""
        if prepared.method not in READS:
            self.writes.under_way = Write(prepared.method or "", prepared.url or "")
        try:
            answer = super()._exchange(prepared, stream)
        except Exception:
            self.writes.under_way = None
            raise
        self.writes.under_way = None
        return answer
