"""What the server answered, and which failure an answer that is no success stands for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from didww_cli.errors import (
    DidwwError,
    NetworkFailure,
    NoAccess,
    NotFound,
    RateLimited,
    Refused,
)
from didww_cli.jsonapi.documents import error_objects

if TYPE_CHECKING:
    import requests

OTHER_ENVIRONMENT = "Keys of production and sandbox are not interchangeable."


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: its HTTP status, headers and body."""

    status: int
    headers: Mapping[str, str]
    response: requests.Response

    @property
    def content(self) -> bytes:
        """The whole body."""
        return self.response.content

    def json(self) -> Any:
        """The body as JSON; ValueError where it is none."""
        return json.loads(self.content)

    def header(self, name: str) -> str:
        """A header, whatever its case; empty where it is missing."""
        return next((value for key, value in self.headers.items() if key.lower() == name.lower()), "")

    def document(self) -> dict[str, Any]:
        """The body as a JSON:API document."""
        found = self.json()
        if not isinstance(found, dict):
            raise NetworkFailure("The answer is JSON, but no JSON:API document.", status=self.status)
        return found


def failure(answer: Answer, account: str, api_key: Callable[[], tuple[str, str]]) -> DidwwError:
    """The error that an answer of 4xx or 5xx stands for, with what the server said and what to do next."""
    errors = _errors_of(answer)
    said = _said(errors) or f"HTTP {answer.status} {answer.response.reason or ''}".strip()
    facts: dict[str, Any] = {"status": answer.status, "errors": errors}
    if answer.status in (401, 403):
        return NoAccess(f"{said} ({answer.status}).", _access_hint(answer.status, account, api_key), **facts)
    if answer.status == 404:
        return NotFound(said, **facts)
    if answer.status == 429:
        hint = "The limit counts per key: other programs with this key count too. Wait, or raise --retries."
        return RateLimited(f"{said} (429).", hint, **facts)
    if answer.status >= 500:
        return NetworkFailure(f"The server failed: {said} ({answer.status}).", "Try again later.", **facts)
    if answer.status >= 400:
        return Refused(said, _refusal_hint(errors), **facts)
    return NetworkFailure(f"Unexpected answer: {said} ({answer.status}).", **facts)


def _errors_of(answer: Answer) -> list[dict[str, Any]]:
    try:
        return error_objects(answer.json())
    except (ValueError, RecursionError):
        return []


def _said(errors: list[dict[str, Any]]) -> str:
    """The server's words, each error once: its detail where that says more than its title."""
    words = []
    for error in errors:
        title, detail = str(error.get("title") or ""), str(error.get("detail") or "")
        text = detail if title.lower() in detail.lower() or not title else f"{title}: {detail}" if detail else title
        if text and text not in words:
            words.append(text)
    return "; ".join(words)


def _access_hint(status: int, account: str, api_key: Callable[[], tuple[str, str]]) -> str:
    try:
        source = f"The key came from {api_key()[1]}"
    except NoAccess:
        source = "No key was sent"
    if status == 403:
        return f"{source} ({account}). The account may lack this feature, or be in read-only mode."
    return f"{source} and went to {account}. {OTHER_ENVIRONMENT}"


def _refusal_hint(errors: list[dict[str, Any]]) -> str:
    for error in errors:
        meta = error.get("meta")
        if isinstance(meta, Mapping) and "available_balance" in meta:
            return f"It costs {meta.get('total_cost')}; the balance is {meta['available_balance']}."
    return ""
