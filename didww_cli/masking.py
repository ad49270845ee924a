"""Secrets hidden in any text: those that this run knows, in every form a server may echo them in, and logins in URLs.

What a server, the network or a library says is shown to people; it passes through here first.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

MASK = "********"

SHORT = 6
"""Secrets of fewer characters are hidden only where they stand alone: nobody could read a text without its ``e``."""

LOGIN = re.compile(r"""((?://|%2f%2f))(?:(?!%2f|%3f|%23)[^\s/?#"<>\\])*(?:@|%40)""", re.IGNORECASE)
"""The user name and password of a URL, which may stand percent-encoded in a query."""

NAMED = {"&": "amp", '"': "quot", "'": "apos", "<": "lt", ">": "gt"}


def masked_logins(text: str) -> str:
    """The text with user name and password of each URL in it replaced."""
    return LOGIN.sub(rf"\1{MASK}@", text)


def passwords_in(url: str) -> set[str]:
    """The password of a URL, as it stands there and decoded; empty where it has none."""
    login = url.partition("://")[2] or url
    password = re.split(r"[/?#]", login)[0].rpartition("@")[0].partition(":")[2]
    return {password, unquote(password)} - {""}


class Secrets:
    """The secrets of a run. All of it, since whatever is shown may hold any of them."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self._pattern: re.Pattern[str] | None = None

    def learn(self, secret: str) -> None:
        """Hide a secret from now on."""
        if secret and secret not in self._known:
            self._known[secret] = _pattern(secret)
            longest_first = sorted(self._known, key=len, reverse=True)
            self._pattern = re.compile("|".join(self._known[one] for one in longest_first))

    def forget(self) -> None:
        """Begin a run that knows no secret."""
        self._known.clear()
        self._pattern = None

    def hidden(self, text: str) -> str:
        """The text with every secret replaced, URLs as they are."""
        return self._pattern.sub(MASK, text) if self._pattern else text

    def masked(self, text: str) -> str:
        """The text with every secret, and the login of every URL, replaced."""
        return masked_logins(self.hidden(text))

    def masked_in(self, value: Any) -> Any:
        """A JSON value with the same done to every text in it."""
        if isinstance(value, str):
            return self.masked(value)
        if isinstance(value, Mapping):
            return {self.masked(str(name)): self.masked_in(member) for name, member in value.items()}
        if isinstance(value, list | tuple):
            return [self.masked_in(member) for member in value]
        return value


SECRETS = Secrets()
"""What this process must not show; ``main`` empties it when a command line begins."""


def _pattern(secret: str) -> str:
    plain = _in_any_form(secret)
    if len(secret) < SHORT:
        return rf"(?<!\w){plain}(?!\w)"
    return "|".join([plain, f"(?i:{secret.encode('utf-8', 'surrogateescape').hex()})", *_in_base64(secret)])


def _in_any_form(text: str) -> str:
    return "".join(_character(one) for one in text)


def _character(one: str) -> str:
    """One character: as it is, percent-encoded (also twice), escaped in JSON or a string, or as an HTML entity."""
    code, octets = ord(one), one.encode("utf-8", "surrogateescape" if 0xDC80 <= ord(one) <= 0xDCFF else "surrogatepass")
    json_form = json.dumps(one)[1:-1].lstrip("\\") if code > 0x7F else f"u{code:04x}"
    hexadecimal = ["".join(f"%(?:25)*{octet:02x}" for octet in octets), rf"\\+{re.escape(json_form)}"]
    hexadecimal += [rf"\\+x{code:02x}"] if code < 0x100 else []
    forms = [re.escape(one), f"(?i:{'|'.join(hexadecimal)}|&#0*{code};|&#x0*{code:x};)"]
    forms += [rf"\\+{re.escape(one)}"] if one in "\"'\\/" else []
    forms += [f"&{NAMED[one]};"] if one in NAMED else []
    forms += [r"\+"] if one == " " else []
    return f"(?:{'|'.join(forms)})"


def _in_base64(secret: str) -> list[str]:
    """The secret within base64 of a longer text (``user:secret``): what stays the same at each of the three offsets."""
    octets = secret.encode("utf-8", "surrogateescape")
    found = []
    for offset in range(3):
        encoded = base64.b64encode(b"\0" * offset + octets).decode().rstrip("=")
        whole = (offset + len(octets)) % 3 == 0
        core = encoded[(0, 2, 3)[offset] : None if whole else -1]
        for form in {core, core.translate(str.maketrans("+/", "-_"))}:
            found.append(f"[A-Za-z0-9+/_-]{{0,3}}{_in_any_form(form)}[A-Za-z0-9+/_=-]{{0,4}}")
    return found
