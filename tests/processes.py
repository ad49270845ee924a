"""The tool as a process of its own, for what only a process has: signals, descriptors, other processes beside it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import threading
from typing import Any

from tests.conftest import document

PATIENCE = 120.0
"""Seconds to wait for a process on a slow and busy machine."""


def command(line: str) -> list[str]:
    """The words that run a command line."""
    return [sys.executable, "-m", "didww_cli", *shlex.split(line)]


def start(line: str, *, env: dict[str, str] | None = None, **more: Any) -> subprocess.Popen[str]:
    """Start a command line; its output is kept."""
    settings: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
    return subprocess.Popen(command(line), text=True, env={**os.environ, **(env or {})}, **{**settings, **more})


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a process that ends by itself."""
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out or "", err or ""


def run_process(line: str, *, env: dict[str, str] | None = None, **more: Any) -> tuple[int, str, str]:
    """Run a command line to its end."""
    return ended(start(line, env=env, **more))


class Hanging:
    """Answers of a scripted server, of which those of one method hang from their arrival until ``release`` is set."""

    def __init__(self, method: str, record: dict[str, Any] | None = None) -> None:
        self.method = method
        self.record = record
        self.reached = threading.Event()
        self.release = threading.Event()

    def __call__(self, seen: Any) -> Any:
        if seen.method == self.method:
            self.reached.set()
            self.release.wait(PATIENCE)
            return "drop"
        return document(self.record if self.record and seen.path.endswith(self.record["id"]) else [])

    def wait(self) -> None:
        """Until the request is there."""
        assert self.reached.wait(PATIENCE)
