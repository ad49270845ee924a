"""Runs the tool in a real pseudo-terminal, as a person sees it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from dataclasses import dataclass

START = (
    "import fcntl, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); from didww_cli.app import main; sys.exit(main())"
)
"""Begins as a shell would: the terminal is the controlling one, so that it sends signals and can be asked for."""


@dataclass
class Screen:
    """What stood on the terminal when the command had ended, and its exit code."""

    code: int
    text: str

    @property
    def lines(self) -> list[str]:
        return self.text.replace("\r\n", "\n").splitlines()


def in_terminal(
    line: list[str],
    *,
    columns: int = 80,
    keys: bytes = b"",
    wait_for: bytes = b"",
    env: dict[str, str] | None = None,
) -> Screen:
    """Run ``didww`` with all three streams on a terminal of so many columns, the controlling one of its session.

    ``keys`` are typed at once, or when ``wait_for`` is seen.
    """
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    surroundings = {**os.environ, "TERM": "xterm-256color", **(env or {})}
    surroundings.pop("COLUMNS", None)
    command = [sys.executable, "-c", START, *line]
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=surroundings, start_new_session=True, close_fds=True
    )
    os.close(slave)
    seen = _read_all(master, until=wait_for) if wait_for else b""
    if keys:
        os.write(master, keys)
    seen += _read_all(master)
    code = process.wait(timeout=30)
    os.close(master)
    return Screen(code, seen.decode("utf-8", "replace"))


def in_dialogue(line: list[str], dialogue: Sequence[tuple[str, bytes]], *, env: dict[str, str] | None = None) -> Screen:
    """Run ``didww`` in a terminal that it is controlled by, Ctrl-C included; keys are typed once their text appears."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "didww_cli", *line],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, **(env or {})},
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 (it calls the system alone)
    )
    os.close(slave)
    seen = b""
    for text, keys in dialogue:
        seen += _read_all(master, until=text.encode())
        os.write(master, keys)
    seen += _read_all(master)
    code = process.wait(timeout=60)
    os.close(master)
    return Screen(code, seen.decode("utf-8", "replace"))


def _read_all(master: int, *, until: bytes = b"") -> bytes:
    """What is written until the process ends, or a text has appeared."""
    seen = b""
    while not (until and until in seen) and select.select([master], [], [], 60)[0]:
        try:
            chunk = os.read(master, 65536)
        except OSError:
            break
        if not chunk:
            break
        seen += chunk
    return seen
