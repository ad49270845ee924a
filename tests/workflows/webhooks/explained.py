"""A capture whose signature is wrong, and the one change that makes it right."""

from __future__ import annotations

from typing import Any

from .samples import verdict_on

HOST = "https://hooks.example.com:443"


def explained(fix: tuple[str, ...], *words: str, **changes: Any) -> None:
    """The capture with these changes is wrong, with this fix and these words in the message."""
    verdict = verdict_on(**changes)
    assert (verdict.valid, verdict.fix) == (False, fix), verdict.message
    for word in words:
        assert word in verdict.message
    assert verdict.secret is not None
