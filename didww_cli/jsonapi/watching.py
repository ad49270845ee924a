"""What was written: each request that changes something, while it is under way and when it is answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import requests

from didww_cli.jsonapi.answers import Answer
from didww_cli.jsonapi.failures import READS
from didww_cli.jsonapi.transport import Connection, Transport


@dataclass(frozen=True, slots=True)
class Write:
    """A request that changes something. ``answer``: the body that came back, empty as long as none did."""

    method: str
    url: str
    answer: bytes = b""


@dataclass(slots=True)
class Writes:
    """The writes of a run: those that were done, and the one that was sent and is not answered."""

    done: list[Write] = field(default_factory=list)
    under_way: Write | None = None


class Watched(Transport):
    """A transport that notes in ``writes`` what becomes of the requests that write."""

    def __init__(self, connection: Connection, writes: Writes) -> None:
        super().__init__(connection)
        self.writes = writes

    def send(self, method: str, path: str, **more: Any) -> Answer:
        """As a transport sends it; a write that is answered is done."""
        answer = super().send(method, path, **more)
        if method not in READS:
            self.writes.done.append(Write(method, self.url(path), answer.content))
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
