"""A request that changes something, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Request:
    """A write: method, path below the base URL, and JSON body (None for none)."""

    method: str
    path: str
    body: dict[str, Any] | None = None
