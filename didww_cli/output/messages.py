"""What goes to stderr: notices and errors, as text or as JSON."""

from __future__ import annotations

from typing import TextIO

from didww_cli.errors import DidwwError
from didww_cli.masking import SECRETS
from didww_cli.output.text import to_json, visible_lines


def say(stream: TextIO, text: str) -> None:
    """A line for the user, or several: secrets masked, control characters visible."""
    stream.write(visible_lines(SECRETS.masked(text)) + "\n")
    stream.flush()


def report(stream: TextIO, error: DidwwError, *, as_json: bool) -> None:
    """An error: what was tried, what came back, and what to do next."""
    if as_json:
        members = {
            "kind": error.kind,
            "message": error.message,
            "status": error.status,
            "errors": error.errors,
            "hint": error.hint or None,
        }
        stream.write(to_json({"error": SECRETS.masked_in(members)}) + "\n")
        return
    say(stream, f"Error: {error.message}")
    if error.hint:
        say(stream, error.hint)
