"""A keyring for tests: what the variable RING says, as ``profile=secret``; ``locked`` cannot be read."""

from __future__ import annotations

import os

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked


class Ring(KeyringBackend):
    """Holds one secret."""

    priority = 1

    def get_password(self, service, username):
        name, _, secret = os.environ["RING"].partition("=")
        if name == "locked":
            raise KeyringLocked("it is locked")
        return secret if (service, username) == ("didww", name) else None

    def set_password(self, service, username, password):
        raise NotImplementedError
