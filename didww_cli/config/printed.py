"""A secret that a command prints (``pass show didww``): run without a shell, bounded in time, its failure explained."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

from didww_cli.errors import NoAccess

TIME_LIMIT = 60.0
"""Seconds that a command may take: time to type a passphrase."""

MOST_BYTES = 64 * 1024
LINGERING = 0.5
"""Seconds to wait for the end of the output where the command has ended but something that it started has not."""


def printed_by(command: list[str], name: str) -> str:
    """The one line that a command prints; NoAccess where it prints none. Its stdin and stderr are those of the user."""
    said = f"{name}_command {command[0]!r}"
    try:
        code, output = _run(command)
    except subprocess.TimeoutExpired:
        raise NoAccess(f"{said} did not end within {TIME_LIMIT:g} seconds; it was stopped.") from None
    except FileNotFoundError:
        raise NoAccess(f"{said} was not found.", "It is run without a shell; give its full path.") from None
    except PermissionError:
        raise NoAccess(f"{said} cannot be run: it is not executable.", "Run: chmod +x on it.") from None
    except OSError as error:
        raise NoAccess(f"{said} cannot be run: {error.strerror or error}.") from None
    if code:
        how = f"ended with exit code {code}" if code > 0 else f"was ended by signal {-code}"
        raise NoAccess(f"{said} {how}.", "What it said stands above; run it by itself to see more.")
    return _only_line(output, said)


def _only_line(output: bytes, said: str) -> str:
    try:
        text = output.decode("utf-8").strip()
    except UnicodeDecodeError:
        raise NoAccess(f"{said} printed bytes that are no UTF-8 text.") from None
    if not text:
        raise NoAccess(f"{said} printed nothing.")
    if len(text.splitlines()) > 1:
        raise NoAccess(f"{said} printed several lines.", "It must print the secret alone.")
    if not text.isprintable():
        raise NoAccess(f"{said} printed control characters.", "It must print the secret alone.")
    return text


@dataclass(slots=True)
class _Output:
    """What a command prints, read beside it: the pipe may outlive the command, and the output may have no end."""

    pipe: int
    data: bytearray = field(default_factory=bytearray)

    def read(self) -> None:
        with contextlib.suppress(OSError):
            while len(self.data) <= MOST_BYTES and (chunk := os.read(self.pipe, 4096)):
                self.data += chunk
        os.close(self.pipe)


def _run(command: list[str]) -> tuple[int, bytes]:
    """Exit code and output of a command; its process group is killed where it takes too long or is interrupted."""
    process: subprocess.Popen[bytes] | None = None
    try:
        with _interrupts_held():
            process = _started(command)
        reader, output = _reading(process)
        with _terminal_lent_to(process.pid):
            code = process.wait(TIME_LIMIT)
    except BaseException:
        if process:
            _kill(process)
        raise
    if code == -signal.SIGINT:
        raise KeyboardInterrupt
    reader.join(LINGERING)
    return code, bytes(output.data)


def _started(command: list[str]) -> subprocess.Popen[bytes]:
    if os.name != "posix":
        return subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603
    return subprocess.Popen(command, stdout=subprocess.PIPE, process_group=0)  # noqa: S603


def _reading(process: subprocess.Popen[bytes]) -> tuple[threading.Thread, _Output]:
    assert process.stdout
    output = _Output(os.dup(process.stdout.fileno()))
    process.stdout.close()
    reader = threading.Thread(target=output.read, daemon=True)
    reader.start()
    return reader, output


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C back until a process that is being started is known, and so can be killed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt


def _kill(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


@contextlib.contextmanager
def _terminal_lent_to(group: int) -> Iterator[None]:
    """Make a process group that of the foreground, so that it can ask for a passphrase and gets Ctrl-C."""
    terminal = _terminal()
    if terminal is None:
        yield
        return
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
    try:
        with contextlib.suppress(OSError):
            os.tcsetpgrp(terminal, group)
            os.killpg(group, signal.SIGCONT)
        yield
    finally:
        with contextlib.suppress(OSError):
            os.tcsetpgrp(terminal, os.getpgrp())
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


def _terminal() -> int | None:
    """The terminal on standard input, where this process is in its foreground; None otherwise."""
    try:
        terminal = sys.stdin.fileno()
        return terminal if os.isatty(terminal) and os.tcgetpgrp(terminal) == os.getpgrp() else None
    except (OSError, ValueError, AttributeError):
        return None
