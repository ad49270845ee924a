"""Bearer tokens: minted in exchange for the API key, and shared by all processes until shortly before they end.

Source: DIDWW's page "Authentication for API v2026-11-19".
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from dataclasses import asdict, field
from pathlib import Path
from typing import Any, Protocol

from didww_cli.catalog.access import TOKEN_SINCE
from didww_cli.disk import hidden_name, locked, write_private
from didww_cli.errors import DidwwError, NetworkFailure, NoAccess, OutcomeUnknown, Refused
from didww_cli.jsonapi.answers import Answer
from didww_cli.jsonapi.credentials import Credentials, Found, fits_header
from didww_cli.masking import SECRETS
from didww_cli.plain_data import dataclass

SOURCE = "the token service"
MARGIN = 60.0
"""Seconds before its end in which a token is no longer used; of a short life half."""
PATIENCE = 60.0
"""Seconds that a process waits for another one that asks for the same token."""


class Service(Protocol):
    """What sends requests to the token service, with the key."""

    def ask(self, method: str, path: str, **more: Any) -> Answer:
        """Send a request that may be repeated, and return its answer."""
        ...

    def close(self) -> None:
        """Send no more."""
        ...


@dataclass(frozen=True, slots=True)
class Token:
    """A token. ``ends``: when, in seconds since 1970; ``lifetime`` in seconds; ``audience``: the hosts that take it."""

    value: str = field(repr=False)
    ends: float
    lifetime: float
    audience: tuple[str, ...]
    scope: str
    version: str

    def serves(self, audience: tuple[str, ...], version: str) -> bool:
        """Whether it opens all of some hosts, in a version, for a while."""
        left = self.ends - time.time()
        return left > min(MARGIN, self.lifetime / 2) and set(audience) <= set(self.audience) and version == self.version


@dataclass(slots=True)
class Tokens:
    """The tokens of one API key. ``service`` sends requests to ``url`` and carries the key.

    ``folder`` is where they are kept for other processes; None keeps them in this one alone.
    """

    service: Service
    url: str
    key: Credentials
    version: str
    scope: str
    audience: tuple[str, ...]
    folder: Path | None = None
    _kept: Token | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def find(self) -> Found:
        """A token that can be used now, and where it came from."""
        return self.current().value, SOURCE

    def current(self) -> Token:
        """The token in use; a new one where there is none, or where it is about to end."""
        with self._lock:
            if self._kept is None or not self._serves(self._kept):
                self._kept = self._shared("")
            return self._kept

    def replace(self, refused: str) -> None:
        """Have another token in the place of one that the API refused; done once, by whoever comes first."""
        with self._lock:
            if self._kept is None or self._kept.value == refused:
                self._kept = self._shared(refused)

    def kept(self) -> Token | None:
        """The token that is there already and can be used."""
        found = self._kept or self._read()
        return found if found and self._serves(found) else None

    def forget(self) -> bool:
        """Remove the token from this machine; whether there was one."""
        self._kept = None
        if self.folder is None or not self._path().exists():
            return False
        with locked(self._path(), wait=PATIENCE):
            self._path().unlink(missing_ok=True)
        return True

    def _serves(self, token: Token) -> bool:
        return token.serves(self.audience, self.version)

    def _shared(self, refused: str) -> Token:
        """The token that another process has got meanwhile, else a new one, which is kept."""
        if self.folder is None:
            return self._mint()
        try:
            with locked(self._path(), wait=PATIENCE):
                known = self._read()
                if known and self._serves(known) and known.value != refused:
                    return known
                fresh = self._mint(known.audience if known else ())
                write_private(self._path(), json.dumps(asdict(fresh)).encode())
                return fresh
        except OSError:  # a folder that cannot be written, or another process that does not end
            return self._mint()

    def _path(self) -> Path:
        """The file of the token; its name tells neither key nor token."""
        assert self.folder is not None
        secret, _ = self.key.find()
        return self.folder / f"{hidden_name(secret, self.url, self.scope, self.version)}.json"

    def _read(self) -> Token | None:
        try:
            found = json.loads(self._path().read_bytes())
            token = Token(**{**found, "audience": tuple(found["audience"])})
            SECRETS.learn(token.value)
            return token if isinstance(token.ends, float) else None
        except (OSError, ValueError, TypeError, KeyError, AssertionError):
            return None

    def _mint(self, known: tuple[str, ...] = ()) -> Token:
        audience = tuple(dict.fromkeys((*known, *self.audience)))
        asked = {"aud": list(audience), "scope": self.scope, "api_version": self.version}
        try:
            answer = self.service.ask(
                "POST",
                self.url,
                body=json.dumps(asked).encode(),
                headers={"Accept": "application/json", "Content-Type": "application/json"},
                shape=_is_token,
            )
        except DidwwError as error:
            raise _refusal(error) from None
        if not answer.content:  # 204, which is right for other writes
            raise _refusal(NetworkFailure("its answer is empty.", "Check token_url of the profile."))
        return _token(answer.json(), audience, self.scope, self.version)


def _token(found: Mapping[str, Any], audience: tuple[str, ...], scope: str, version: str) -> Token:
    """The token of an answer. What it does not say is as it was asked for; its scope may be narrower."""
    SECRETS.learn(found["access_token"])
    lifetime = float(found.get("expires_in") or 0)
    told = found.get("aud", audience)
    return Token(
        value=found["access_token"],
        ends=time.time() + lifetime,
        lifetime=lifetime,
        audience=tuple(told) if isinstance(told, list | tuple) else (str(told),),
        scope=str(found.get("scope") or scope),
        version=str(found.get("api_version") or version),
    )


def _is_token(value: Any) -> str:
    """What is wrong with the answer of the token service; empty where it is a token."""
    if not isinstance(value, Mapping) or not isinstance(value.get("access_token"), str) or not value["access_token"]:
        return "it holds no access_token"
    if not fits_header(value["access_token"]):
        return "its access_token holds characters that none has"
    if isinstance(value.get("expires_in", 0), bool) or not isinstance(value.get("expires_in", 0), int | float):
        return "its expires_in is no number"
    if str(value.get("token_type", "Bearer")).lower() != "bearer":
        return "its token_type is not Bearer"
    return ""


def _refusal(error: DidwwError) -> DidwwError:
    """The failure of a run that gets no token: nothing was sent to the API."""
    facts: dict[str, Any] = {"status": error.status, "errors": error.errors}
    told = f"The token service gives no token: {error.message}"
    if isinstance(error, Refused | NoAccess):
        return NoAccess(told, _hint(error), **facts)
    if isinstance(error, OutcomeUnknown):
        return NetworkFailure(told, "Check token_url of the profile.", **facts)
    error.message = told
    error.args = (told,)
    return error


def _hint(error: DidwwError) -> str:
    if "invalid_client" in error.message or error.status == 401:
        return f"It does not know the API key. {error.hint}".strip()
    if "invalid_scope" in error.message:
        return "This key cannot have that scope: 'didww config set scope read', or --read-only."
    return (
        f"Version {TOKEN_SINCE} of the API takes one; -v tells why that is spoken. "
        "Check token_url and api_version of the profile ('didww config show')."
    )
