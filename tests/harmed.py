"""The emulated account behind the scripted server: writes come to harm, before or after it acts."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from didww_cli.emulator.account import Timing
from didww_cli.emulator.engine import Emulator, Settings
from didww_cli.emulator.message import Request
from tests.conftest import Seen, Server, problem
from tests.processes import PATIENCE

SOON = Timing(reads=1, seconds=None)
ANSWERS: dict[str, Any] = {"drop": "drop", "500": problem(500, "Broken"), "422": problem(422, "Refused")}


@dataclass
class Harmed:
    """``server.answer(Harmed(server))``. ``harm``: what the n-th write meets (from 1): ``before`` or ``after`` and
    ``drop``, ``500`` or ``422``; or ``hang``: ``reached`` once it is there, no answer until ``release``. ``writes``:
    method and path of each that came; ``reads`` of the others.
    """

    server: Server
    harm: dict[int, str] = field(default_factory=dict)
    writes: list[str] = field(default_factory=list)
    reads: list[str] = field(default_factory=list)
    on_read: Callable[[Seen], Any] = lambda seen: None
    reached: threading.Event = field(default_factory=threading.Event)
    release: threading.Event = field(default_factory=threading.Event)
    emulator: Emulator = field(default_factory=lambda: Emulator(settings=Settings(timing=SOON)))

    def __post_init__(self) -> None:
        self.server.token = ""  # tokens are the emulated account's own

    def __call__(self, seen: Seen) -> Any:
        if seen.path.endswith("/token"):
            return self.reply(seen)
        path = seen.path.removeprefix("/v3")
        if seen.method == "GET":
            self.reads.append(path)
            return self.on_read(seen) or self.reply(seen)
        self.writes.append(f"{seen.method} {path}")
        when, _, what = self.harm.pop(len(self.writes), "").partition(" ")
        if when == "hang":
            self.reached.set()
            self.release.wait(PATIENCE)
            return "drop"
        if when == "before":
            return ANSWERS[what]
        answer = self.reply(seen)
        return ANSWERS[what] if when == "after" else answer

    def reply(self, seen: Seen) -> Any:
        """What the emulated account answers."""
        asked = Request(seen.method, seen.path, tuple(seen.query.items()), seen.headers, seen.body, self.server.url)
        reply = self.emulator.handle(asked)
        return reply.status, reply.body, reply.headers


@dataclass
class Held(Harmed):
    """Keeps the answer to the first write of one kind (``held``: method and path) back until ``release`` is set."""

    held: str = ""
    reached: threading.Event = field(default_factory=threading.Event)
    release: threading.Event = field(default_factory=threading.Event)

    def __call__(self, seen: Seen) -> Any:
        answer = super().__call__(seen)
        if self.writes[-1:] == [self.held] and not self.reached.is_set():
            self.reached.set()
            self.release.wait(PATIENCE)
        return answer
