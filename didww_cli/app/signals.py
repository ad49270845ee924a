"""Signals that end a run: each raises Stopped where the program is, which tells what is under way and tidies up."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from typing import Any

from didww_cli.errors import Stopped

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
"""Those that end a run. Windows has no SIGHUP."""

SAME_WISH = 1.0
"""Seconds after a signal in which another one means the same, and does not break off how the run ends."""


class Signals:
    """The signals of a process that this module handles."""

    def __init__(self) -> None:
        self.caught: list[int] = []
        self.latest = -SAME_WISH

    def catch(self) -> None:
        """Have them raise Stopped. What the caller ignores (``nohup``, a job in the background) stays ignored."""
        for name in NAMES:
            number = getattr(signal, name, None)
            if number is None or signal.getsignal(number) in (signal.SIG_IGN, None):
                continue
            with contextlib.suppress(ValueError):  # only the main thread may
                signal.signal(number, self._stop)
                self.caught.append(number)
        sys.unraisablehook = self._unraisable

    def ignore(self) -> None:
        """Ignore them: all is done, and the process is about to end with the exit code of that."""
        for number in self.caught:
            signal.signal(number, signal.SIG_IGN)

    def _stop(self, number: int, _: Any) -> None:
        now = time.monotonic()
        if now - self.latest < SAME_WISH:
            return
        self.latest = now
        raise Stopped(number)

    def _unraisable(self, found: Any) -> None:
        """A signal that came where nothing can be raised (a finaliser) comes again. Other failures there go untold."""
        if isinstance(found.exc_value, Stopped):
            import threading

            self.latest = -SAME_WISH
            again = threading.Timer(0.05, os.kill, (os.getpid(), found.exc_value.signal))
            again.daemon = True
            again.start()
