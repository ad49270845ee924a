"""A request and its reply, free of any HTTP library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DEMO_BASE_URL = "https://demo.didww.example/v3"
JSON_API = "application/vnd.api+json"
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Request:
    """A request. ``path`` is decoded, with or without ``/v3``; ``base_url``, where the client sees the API, ends so."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    base_url: str = DEMO_BASE_URL

    def header(self, name: str) -> str:
        """The value of a header, whatever its case; empty where it is missing."""
        return next((value for key, value in self.headers.items() if key.lower() == name.lower()), "")


@dataclass(frozen=True, slots=True)
class Reply:
    """One HTTP reply, whole."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
