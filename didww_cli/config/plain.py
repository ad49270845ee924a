"""Whether colours are unwanted: in a module of its own, since help asks for nothing else."""

from __future__ import annotations

import os


def wants_plain() -> bool:
    """Whether the user asked for no colour: ``NO_COLOR``, or a dumb terminal."""
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
