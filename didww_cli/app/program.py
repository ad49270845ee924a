"""One run as a program of its own: its signals, its standard streams, and how it ends."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Callable
from typing import Any

from didww_cli.app.signals import Signals
from didww_cli.app.streams import Outlet, guarded_streams
from didww_cli.errors import DidwwError, Stopped

LAST_WORDS = 1.0
"""Seconds in which an interrupted run may still write what it has for standard output."""

RARELY = (100_000, 50, 50)
"""When garbage is looked for: a page of a list makes some 100,000 objects and none of them in a circle, and looking
through them every 700 took a fifth of the time of a long list."""

TURN = 0.0005
"""Seconds for which a thread computes before others get their turn: those that wait for pages do little then."""

Answer = Callable[[list[str], list[Any]], int]


def run(answer: Answer) -> int:
    """The exit code of this process's command line. An interrupted one ends here, without waiting for its threads."""
    signals = Signals()
    signals.catch()
    gc.set_threshold(*RARELY)
    sys.setswitchinterval(TURN)
    states: list[Any] = []
    words = sys.argv[1:]
    try:
        outlet = guarded_streams()
        code = answer(words, states)
        _flush()
    except KeyboardInterrupt as stopped:
        _end(stopped)
    signals.ignore()
    return _judged(code, outlet, words, states)


def _end(stopped: KeyboardInterrupt) -> None:
    """End the process: what had to be told was told on the way here. A reader that does not read is not waited for."""
    import threading

    last_words = threading.Thread(target=_flush, daemon=True)
    try:
        if sys.stderr.isatty():
            sys.stderr.write("\n")
        last_words.start()
        last_words.join(LAST_WORDS)
    finally:
        os._exit(stopped.exit_code if isinstance(stopped, Stopped) else 130)


def _flush() -> None:
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stdout.flush()


def _judged(code: int, outlet: Outlet, words: list[str], states: list[Any]) -> int:
    """The exit code, given what became of standard output. A reader that had enough is no failure."""
    if outlet.failure is None or outlet.reader_left:
        return code
    from didww_cli.app import report
    from didww_cli.commands.written import what_was_done

    done = " ".join(text.removesuffix(".") for text in what_was_done([state.writes for state in states]))
    lost = f"tandard output cannot be written: {outlet.failure.strerror}."
    failed = report(DidwwError(f"{done}, but s{lost}" if done else f"S{lost}"), words)
    return code or failed
