"""Secrets hidden wherever they stand in what is shown: a capture, a URL or an answer may hold the very key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import quote, quote_plus

MASK = "********"
SHORTEST = 6  # characters; what is shorter is no secret, and would hide half of each text

Hide = Callable[[Any], Any]


def hiding(secrets: Iterable[str]) -> Hide:
    """A function that hides these secrets in a text, or in all texts of an object or list, as they are or encoded."""
    written = {form for secret in secrets for form in _forms(secret) if len(form) >= SHORTEST}
    if not written:
        return lambda value: value
    whole = [re.escape(form) for form in sorted(written, key=len, reverse=True)]
    pattern = re.compile("|".join([*whole, *(f"{re.escape(part)}(?=…)" for part in _beginnings(written))]))
    marks = {form[:SHORTEST] for form in written}

    def hide(value: Any) -> Any:
        if isinstance(value, str):
            return pattern.sub(MASK, value) if any(mark in value for mark in marks) else value
        if isinstance(value, dict):
            return {hide(name): hide(member) for name, member in value.items()}
        return [hide(item) for item in value] if isinstance(value, list) else value

    return hide


def _forms(secret: str) -> Iterator[str]:
    bare = secret.strip()
    yield from (secret, bare, bare.replace("+", " "), quote(bare, safe=""), quote(bare), quote_plus(bare))


def _beginnings(written: Iterable[str]) -> list[str]:
    """The beginnings of secrets, as a message that was cut may end with one."""
    parts = {form[:length] for form in written for length in range(SHORTEST, len(form))}
    return sorted(parts, key=len, reverse=True)
