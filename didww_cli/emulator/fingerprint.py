"""The fingerprint by which the server knows which keys a file was encrypted with."""

from __future__ import annotations

import base64
import hashlib

from didww_cli.emulator.state import State


def fingerprint(state: State) -> str:
    """The SHA-1 of each public key's DER form, in hex, joined by colons."""
    return ":::".join(hashlib.sha1(_der(key.attributes["key"])).hexdigest() for key in state.all("public_keys"))  # noqa: S324


def _der(pem: str) -> bytes:
    return base64.b64decode("".join(line for line in pem.splitlines() if not line.startswith("-----")))
