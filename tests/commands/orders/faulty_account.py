"""An emulated account behind the scripted server, to some of whose answers something happens, once each."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from didww_cli.emulator.account import Timing
from didww_cli.emulator.engine import Emulator, Settings
from didww_cli.emulator.message import Request
from tests.conftest import problem

WHAT = {"drop": "drop", "html": (200, b"<html>gateway</html>", {"Content-Type": "text/html"})}


@dataclass
class Fault:
    """What happens to the next request of a method to a path: ``before`` or ``after`` the account has acted."""

    method: str
    path: str
    when: str
    what: Any

    def meets(self, method: str, path: str) -> bool:
        return method == self.method and re.fullmatch(f"/v3/{self.path}", path) is not None

    def answer(self, real: Any) -> Any:
        if callable(self.what):
            return self.what(real)
        return WHAT.get(self.what) or problem(int(self.what), "Broken")


def fault(text: str) -> Fault:
    """``PATCH dids/.* after drop``."""
    return Fault(*text.split())


@dataclass
class FaultyAccount:
    """Answers as the emulated account does; ``acted`` has all requests that it acted on."""

    faults: list[Fault] = field(default_factory=list)
    acted: list[tuple[str, str]] = field(default_factory=list)
    emulator: Emulator = field(default_factory=lambda: Emulator(settings=Settings(timing=Timing(reads=1))))
    alone: Any = field(default_factory=threading.Lock)

    def __call__(self, seen: Any) -> Any:
        with self.alone:
            found = next((one for one in self.faults if one.meets(seen.method, seen.path)), None)
            if found:
                self.faults.remove(found)
                if found.when == "before":
                    return found.answer(None)
            real = self.act(seen)
            return found.answer(real) if found else real

    def act(self, seen: Any) -> Any:
        self.acted.append((seen.method, seen.path))
        request = Request(seen.method, seen.path, tuple(seen.query.items()), seen.headers, seen.body)
        reply = self.emulator.handle(request)
        return reply.status, reply.body, {"Content-Type": reply.headers.get("Content-Type", "")}

    def count(self, method: str, path: str) -> int:
        return sum(one == method and re.fullmatch(f"/v3/{path}", place) is not None for one, place in self.acted)


def changed(change: Callable[[Any], None]) -> Callable[[Any], Any]:
    """An answer whose document was changed on its way."""

    def answer(real: Any) -> Any:
        document = json.loads(real[1])
        change(document)
        return real[0], document, {}

    return answer
