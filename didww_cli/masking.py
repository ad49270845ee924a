"""Secrets hidden in any text: those that this run knows, in every form a server may echo them in, and logins in URLs.

What a server, the network or a library says is shown to people; it passes through here first.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

MASK = "********"

SHORT = 6
"""Secrets of fewer characters are hidden only where they stand alone: nobody could read a text without its ``e``."""

LOGIN = re.compile(r"""((?://|%2f%2f))(?:(?!%2f|%3f|%23)[^\s/?#"<>\\])*(?:@|%40)""", re.IGNORECASE)
"""The user name and password of a URL, which may stand percent-encoded in a query."""

ESCAPED = re.compile(
    r"""%(?:25)*([0-9a-f]{2})|\\+u([0-9a-f]{4})|\\+x([0-9a-f]{2})|\\+(["'\\/])|&\#x0*([0-9a-f]{1,6});"""
    r"""|&\#0*([0-9]{1,7});|&(amp|quot|apos|lt|gt);""",
    re.IGNORECASE,
)
"""A character percent-encoded (also twice), escaped in JSON or a string, or as an HTML entity."""

ENTITIES = {"amp": "&", "quot": '"', "apos": "'", "lt": "<", "gt": ">"}


def masked_logins(text: str) -> str:
    """The text with user name and password of each URL in it replaced."""
    if "@" not in text and "%40" not in text:  # most cells of a table
        return text
    return LOGIN.sub(rf"\1{MASK}@", text)


def passwords_in(url: str) -> set[str]:
    """The password of a URL, as it stands there and decoded; empty where it has none."""
    login = url.partition("://")[2] or url
    password = re.split(r"[/?#]", login)[0].rpartition("@")[0].partition(":")[2]
    return {password, unquote(password)} - {""}


class Secrets:
    """The secrets of a run. All of it, since whatever is shown may hold any of them."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._pattern: re.Pattern[str] | None = None

    def learn(self, secret: str) -> None:
        """Hide a secret from now on, also where the blanks around it are lost."""
        secret = secret.strip() or secret
        if secret and secret not in self._known:
            self._known.add(secret)
            self._pattern = None

    def forget(self) -> None:
        """Begin a run that knows no secret."""
        self._known.clear()
        self._pattern = None

    def hidden(self, text: str) -> str:
        """The text with every secret replaced, in whatever form it stands there; URLs as they are."""
        if not self._known:
            return text
        if self._pattern is None:
            longest_first = sorted(self._known, key=len, reverse=True)
            self._pattern = re.compile("|".join(_pattern(one) for one in longest_first))
        found = self._pattern.sub(MASK, text)
        return _replaced_in_escapes(self._pattern, found) if ESCAPED.search(found) else found

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
    octets = secret.encode("utf-8", "surrogateescape")
    forms = dict.fromkeys([secret, octets.decode("latin-1"), secret.replace(" ", "+"), secret.replace("+", " ")])
    plain = "|".join(map(re.escape, forms))
    if len(secret) < SHORT:
        return rf"(?<!\w)(?:{plain})(?!\w)"
    encoded = "|".join(re.escape(core) for core in _in_base64(octets))
    return f"{plain}|{octets.hex()}|{octets.hex().upper()}|(?:{encoded})=*"


def _in_base64(octets: bytes) -> list[str]:
    """A secret within base64 of a longer text (``user:secret``): what stays the same at each of the three offsets."""
    cores = []
    for offset in range(3):
        encoded = base64.b64encode(b"\0" * offset + octets).decode().rstrip("=")
        whole = (offset + len(octets)) % 3 == 0
        core = encoded[(0, 2, 3)[offset] : None if whole else -1]
        cores += [core, core.translate(str.maketrans("+/", "-_"))]
    return list(dict.fromkeys(cores))


def _replaced_in_escapes(pattern: re.Pattern[str], text: str) -> str:
    """The text with what its escapes hide replaced: found in the plain text, cut out of the escaped one."""
    plain, places = _without_escapes(text)
    parts, end = [], 0
    for found in pattern.finditer(plain):
        parts += [text[end : places[found.start()]], MASK]
        end = places[found.end()]
    return "".join([*parts, text[end:]])


def _without_escapes(text: str) -> tuple[str, list[int]]:
    """The text without escapes, and for each of its characters, and its end, the place in the escaped text."""
    parts: list[str] = []
    places: list[int] = []
    end = 0
    for found in ESCAPED.finditer(text):
        parts += [text[end : found.start()], _character(found)]
        places += range(end, found.start() + 1)
        end = found.end()
    parts.append(text[end:])
    places += range(end, len(text) + 1)
    return "".join(parts), places


def _character(escape: re.Match[str]) -> str:
    percent, unicode, hexadecimal, itself, entity, number, name = escape.groups()
    if itself or name:
        return itself or ENTITIES[name.lower()]
    code = int(number) if number else int(percent or unicode or hexadecimal or entity, 16)
    return chr(code) if code <= 0x10FFFF else "?"
