"""The token service of the emulated account, and what a token opens. Tokens carry what they are good for, signed.

Source: DIDWW's page "Authentication for API v2026-11-19".
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from didww_cli.catalog import API_VERSIONS
from didww_cli.catalog.access import FULL, READ_ONLY, SCOPES, TOKEN_PATH, is_audience, takes_token
from didww_cli.emulator import problems
from didww_cli.emulator.message import JSON, Reply, Request

INVALID_TOKEN = 'Bearer error="invalid_token"'  # noqa: S105
SHORTEST, USUAL, LONGEST = 60, 900, 3600
_SIGNED_WITH = b"the emulated account"
_READS = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token opens: hosts, what may be done, in which version; ``until`` in seconds since 1970."""

    aud: tuple[str, ...]
    scope: str
    api_version: str
    until: float


class _Denied(Exception):
    def __init__(self, status: int, error: str, description: str) -> None:
        super().__init__(error)
        self.reply = _reply(status, {"error": error, "error_description": description})


def is_token_request(request: Request) -> bool:
    """Whether a request is for the token service."""
    return request.path.rstrip("/") == TOKEN_PATH


def minted(request: Request, key: str | None, now: float, lifetime: float | None) -> Reply:
    """The answer of the token service. ``key``: the only one that it knows, None for any; ``lifetime`` in seconds."""
    try:
        if request.method != "POST":
            raise _Denied(405, "invalid_request", "Only POST is allowed.")
        given = request.header("Api-Key").strip()
        if not given or (key is not None and given != key):
            raise _Denied(401, "invalid_client", "The API key is missing or not valid.")
        asked = _asked(request)
        seconds = lifetime or min(LONGEST, max(SHORTEST, asked.get("expires_in", USUAL)))
        grant = Grant(_audience(asked), _scope(asked), _version(asked), now + seconds)
    except _Denied as denied:
        return denied.reply
    told = {"access_token": _written(grant), "token_type": "Bearer", "expires_in": int(seconds), **asdict(grant)}
    told["aud"] = asked["aud"]
    del told["until"]
    return _reply(200, told)


def grant_of(request: Request, audience: str, now: float) -> Grant | None:
    """What the token of a request opens; None where it has none. Problem 401 or 403 where it does not open the host."""
    scheme, _, text = request.header("Authorization").partition(" ")
    if scheme.lower() != "bearer" or not text.strip():
        return None
    grant = _read(text.strip())
    if grant is None or grant.until <= now or audience not in grant.aud:
        raise problems.unauthorized({"WWW-Authenticate": INVALID_TOKEN})
    if grant.scope == READ_ONLY and request.method not in _READS:
        raise problems.insufficient_scope()
    return grant


def _asked(request: Request) -> dict[str, Any]:
    try:
        found = json.loads(request.body or b"")
    except ValueError:
        raise _Denied(400, "invalid_request", "The body is not JSON.") from None
    if not isinstance(found, dict):
        raise _Denied(400, "invalid_request", "The body is not an object.")
    seconds = found.get("expires_in", USUAL)
    if isinstance(seconds, bool) or not isinstance(seconds, int):
        raise _Denied(400, "invalid_request", "expires_in must be a number of seconds.")
    return found


def _audience(asked: Mapping[str, Any]) -> tuple[str, ...]:
    found = asked.get("aud")
    hosts = found if isinstance(found, list) else [found]
    if not hosts or not all(isinstance(host, str) and is_audience(host) for host in hosts):
        raise _Denied(400, "invalid_request", "aud is missing or names an unknown host.")
    return tuple(hosts)


def _scope(asked: Mapping[str, Any]) -> str:
    found = asked.get("scope", FULL)
    if found not in SCOPES:
        raise _Denied(400, "invalid_scope", f"scope must be one of {', '.join(SCOPES)}.")
    return str(found)


def _version(asked: Mapping[str, Any]) -> str:
    found = asked.get("api_version", API_VERSIONS[-1])
    if found not in API_VERSIONS or not takes_token(str(found)):
        raise _Denied(400, "invalid_request", "api_version takes no token.")
    return str(found)


def _written(grant: Grant) -> str:
    body = base64.urlsafe_b64encode(json.dumps(asdict(grant)).encode()).decode().rstrip("=")
    return f"{body}.{_signature(body)}"


def _signature(body: str) -> str:
    return hmac.new(_SIGNED_WITH, body.encode(), hashlib.sha256).hexdigest()


def _read(text: str) -> Grant | None:
    body, _, signature = text.partition(".")
    if not hmac.compare_digest(_signature(body).encode(), signature.encode()):
        return None
    try:
        found = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    except (ValueError, binascii.Error):
        return None
    return Grant(tuple(found["aud"]), found["scope"], found["api_version"], found["until"])


def _reply(status: int, document: Mapping[str, Any]) -> Reply:
    headers = {"Content-Type": JSON, "Cache-Control": "no-store"}
    return Reply(status, headers, json.dumps(document).encode())
