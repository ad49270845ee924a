"""What the server answered, and which failure an answer that is no success stands for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
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
from didww_cli.jsonapi.urls import shown_url
from didww_cli.masking import SECRETS
from didww_cli.plain_data import dataclass

if TYPE_CHECKING:
    import requests

TOO_LITTLE_SCOPE = "The scope of the token is too little for this; 'didww auth status' tells which it has."
OTHER_ENVIRONMENT = "Keys of production and sandbox are not interchangeable."


@dataclass(slots=True)
class Answer:
    """An answer: its HTTP status, headers and whole body (empty where it is streamed from ``response``)."""

    status: int
    headers: Mapping[str, str]
    content: bytes | bytearray
    response: requests.Response
    _parsed: list[Any] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether its status says success."""
        return 200 <= self.status < 300

    @property
    def is_json(self) -> bool:
        """Whether it says that its body is JSON, or does not say what it is."""
        kind = self.header("Content-Type").partition(";")[0].strip().lower()
        return not kind or kind.endswith(("/json", "+json"))

    def json(self) -> Any:
        """The body as JSON, read once; ValueError where it is none, or what no JSON can say (NaN, 1e999)."""
        if not self._parsed:
            self._parsed.append(parsed(self.content))
        return self._parsed[0]

    def let_go(self) -> Any:
        """The body as JSON, as ``json`` reads it, and nothing of it kept: what came in a long list takes its memory."""
        content, self.content = self.content, b""
        text = content.decode()
        del content
        return parsed(text)

    def header(self, name: str) -> str:
        """A header, whatever its case; empty where it is missing."""
        return next((value for key, value in self.headers.items() if key.lower() == name.lower()), "")

    def document(self) -> dict[str, Any]:
        """The body as a JSON:API document, which the transport has seen to be one."""
        found = self.json()
        assert isinstance(found, dict)
        return found


def parsed(content: bytes | bytearray | str) -> Any:
    """A JSON text; ValueError for one that is none, that is nested too deep, or whose numbers JSON cannot say."""
    try:
        return json.loads(content, parse_constant=_no_number, parse_float=_finite)
    except RecursionError:
        raise ValueError("it is nested too deep") from None


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number of JSON")


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError(f"{text} is too large a number")
    return number


def failure(answer: Answer, account: str, source: str | None, name: str = "API key") -> DidwwError:
    """The error that an answer of 4xx or 5xx stands for, with what the server said and what to do next.

    ``source``: where the credential came from, None where there is none; ``name``: what it is.
    """
    errors = _errors_of(answer)
    status_line = f"HTTP {answer.status} {answer.response.reason or ''}".strip()
    said = words_of(errors) or _oauth_words(answer) or SECRETS.masked(status_line)
    facts: dict[str, Any] = {"status": answer.status, "errors": errors}
    if answer.status == 403 and "insufficient_scope" in answer.header("WWW-Authenticate"):
        return NoAccess(f"{said} (403).", TOO_LITTLE_SCOPE, **facts)
    if answer.status in (401, 403):
        return NoAccess(f"{said} ({answer.status}).", _access_hint(answer.status, account, source, name), **facts)
    if answer.status == 404:
        return NotFound(said, **facts)
    if answer.status == 429:
        hint = "The limit counts per key: other programs with this key count too. Wait, or raise --retries."
        return RateLimited(f"{said} (429).", hint, **facts)
    if answer.status >= 500:
        asked = answer.response.request
        place = f"{asked.method} {shown_url(asked.url or '')}"
        return NetworkFailure(f"{place}: the server failed: {said} ({answer.status}).", "Try again later.", **facts)
    if answer.status >= 400:
        return Refused(said, _refusal_hint(errors), **facts)
    return NetworkFailure(f"Unexpected answer: {said} ({answer.status}).", **facts)


def _errors_of(answer: Answer) -> list[dict[str, Any]]:
    """The error objects, secrets masked already here: what takes them apart would take a secret apart."""
    try:
        return [SECRETS.masked_in(error) for error in error_objects(answer.json())]
    except ValueError:
        return []


def words_of(errors: list[dict[str, Any]]) -> str:
    """The server's words, each error once: its detail where that says more than its title."""
    words = []
    for error in errors:
        title, detail = str(error.get("title") or ""), str(error.get("detail") or "")
        text = detail if title.lower() in detail.lower() or not title else f"{title}: {detail}" if detail else title
        if text and text not in words:
            words.append(text)
    return "; ".join(words)


def _oauth_words(answer: Answer) -> str:
    """What the token service says: ``error`` and ``error_description`` (RFC 6749); empty where it says nothing so."""
    try:
        found = answer.json()
    except ValueError:
        return ""
    if not isinstance(found, Mapping) or not isinstance(found.get("error"), str):
        return ""
    words = [found["error"], found.get("error_description")]
    return SECRETS.masked(": ".join(str(word) for word in words if word))


def _access_hint(status: int, account: str, source: str | None, name: str) -> str:
    word = name.rsplit(maxsplit=1)[-1]
    key = f"The {word} came from {source}" if source else f"No {word} was sent"
    if status == 403:
        return f"{key} ({account}). The account may lack this feature, or be in read-only mode."
    return f"{key} and went to {account}. {OTHER_ENVIRONMENT}"


def _refusal_hint(errors: list[dict[str, Any]]) -> str:
    for error in errors:
        meta = error.get("meta")
        if isinstance(meta, Mapping) and "available_balance" in meta:
            return f"It costs {meta.get('total_cost')}; the balance is {meta['available_balance']}."
    return ""
