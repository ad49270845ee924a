"""Which version of the API a run speaks, and with what it proves itself. Settled at its start; it only ever rises."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from didww_cli.catalog.access import TOKEN_SINCE, takes_token
from didww_cli.errors import DidwwError, NetworkFailure, NoAccess, RateLimited
from didww_cli.jsonapi.credentials import Credentials
from didww_cli.jsonapi.tokens import Tokens
from didww_cli.plain_data import dataclass


@dataclass(slots=True)
class Speech:
    """The version spoken. ``why``: what chose it, in words. ``open``: a refused key may still lead to a token.

    ``learned`` is called with the version that an account turned out to be on; ``served``: what answers say of it;
    ``pinned``: the user asked for the version.
    """

    version: str
    key: Credentials
    why: str = ""
    token: Credentials | None = None
    tokens: Tokens | None = None
    open: bool = False
    learned: Callable[[str], None] = lambda version: None
    served: str = ""
    pinned: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def credentials(self) -> Credentials:
        """What requests carry in this version."""
        return self.token if self.token and takes_token(self.version) else self.key

    def corrected(self, refusal: NoAccess, used: str) -> bool:
        """Whether a request that was refused with 401, and so did nothing, may go once more: with a token in place of
        the key, or with a new token. ``used``: the version that it was sent in.
        """
        if refusal.status != 401 or self.tokens is None:
            return False
        with self._lock:
            if self.version != used:
                return True
            if takes_token(used):
                self.tokens.replace(refusal.sent)
                return True
            return self.open and self._changed(refusal)

    def refused_as_pinned(self) -> str:
        """What to say of a key that was refused in a version that was asked for; empty where nothing is."""
        if not self.pinned or takes_token(self.version):
            return ""
        return (
            f"It was spoken in version {self.version}, {self.why}: an account that is on {TOKEN_SINCE} refuses the key "
            "there. Without that a token is got for the key."
        )

    def rise(self, version: str, why: str) -> None:
        """Speak a later version from now on: that of what turned out to be named on the way."""
        with self._lock:
            self.version, self.why = version, why

    def heard(self, document: Any) -> bool:
        """Take in what ``meta.api_version`` of an answer says; whether that is news."""
        meta = document.get("meta") if isinstance(document, Mapping) else None
        told = meta.get("api_version") if isinstance(meta, Mapping) else None
        news = isinstance(told, str) and told != self.served
        self.served = str(told) if news else self.served
        return news

    def _changed(self, refusal: NoAccess) -> bool:
        assert self.tokens is not None
        try:
            self.tokens.current()
        except RateLimited:
            raise  # later it may give one
        except DidwwError as error:
            self.open = False  # there is no token either: what the API said of the key counts
            if isinstance(error, NetworkFailure):  # but the key may be right
                told = f"An account on version {TOKEN_SINCE} takes a token in its place: {error.message}"
                refusal.hint = f"{refusal.hint}\n{told}".lstrip()
            return False
        self.version, self.why = TOKEN_SINCE, f"the account is on {TOKEN_SINCE}: it refused the key"
        self.learned(self.version)
        return True
