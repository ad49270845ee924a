"""Counts in words that agree in number."""

from __future__ import annotations


def counted(number: int, noun: str, *, of: int = 0) -> str:
    """``1 byte`` and ``2,000 bytes``; of a total ``1 signature of 1``, ``1 of 3 signatures``."""
    if of > 1:
        return f"{number:,} of {counted(of, noun)}"
    return f"{number:,} {noun}{'' if number == 1 else 's'}{' of 1' if of else ''}"
