"""The signature of a callback: the signed text, its HMAC-SHA1, and what may be wrong with the form of one.

The text is the normalised URL followed by the parameters of each object: sorted by name, name and value joined without
separators. Of a name that stands several times the last value counts, as it does wherever parameters are a mapping
(DIDWW's own clients, Rack, PHP).
"""

from __future__ import annotations

import binascii
import hmac
import re
from base64 import b64decode
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from didww_cli.errors import UsageError
from didww_cli.workflows.webhooks.counts import counted

HEADER = "X-DIDWW-Signature"

Parameters = tuple[tuple[str, str], ...]
Objects = tuple[Parameters, ...]

_HEX = re.compile(r"[0-9a-f]{40}")
_PREFIX = re.compile(r"^(?:x-didww-signature\s*[:=]\s*)?(?:(?:hmac-?)?sha-?1\s*[=:]|v\d=|0x)?\s*", re.IGNORECASE)
_PADDING = " \t\r\n\v\f\0\"'`,;<>"


@dataclass(frozen=True, slots=True)
class Secret:
    """A key that callbacks may be signed with. The name is shown; the value stands in no output, error or repr."""

    name: str
    value: str = field(repr=False)

    def __post_init__(self) -> None:
        if not self.value:
            raise UsageError(f"The secret {self.name} is empty.", "Give it a value, or leave it out.")


def joined(objects: Objects) -> str:
    """The parameters as they are signed: each object in turn, sorted by name, the last of equal names only."""
    return "".join(name + value for pairs in objects for name, value in sorted(dict(pairs).items()))


def to_bytes(text: str) -> bytes:
    """UTF-8; a lone surrogate stands for a byte that was not UTF-8 (PEP 383), or becomes a question mark."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def printable(text: str) -> str:
    """The text with bytes that are not UTF-8 written as \\xNN, so that it can be encoded."""
    return text if text.isascii() else to_bytes(text).decode("utf-8", "backslashreplace")


def visible(text: str) -> str:
    """The text with its blanks to be seen (· → ↵ ␍) and other control characters as escapes."""
    shown = {" ": "·", "\t": "→", "\n": "↵", "\r": "␍"}
    return "".join(
        shown.get(char) or (char if char.isprintable() else char.encode("unicode_escape").decode()) for char in text
    )


def sign(text: str, secret: Secret) -> str:
    """The lower-case hex HMAC-SHA1 of the text."""
    return hmac.digest(to_bytes(secret.value), to_bytes(text), "sha1").hex()


def fits(signature: str, text: str, secret: Secret) -> bool:
    """Whether the signature is exactly that of the text; compared in constant time."""
    return hmac.compare_digest(to_bytes(signature), sign(text, secret).encode())


def repaired(signature: str) -> tuple[str, str]:
    """The signature in DIDWW's form (40 lower-case hex digits) and what is wrong with its own, "" when nothing is.

    What cannot be brought into that form comes back as "".
    """
    if _HEX.fullmatch(signature):
        return signature, ""
    for text, wrong in _FORMS:
        candidate = text(signature)
        if candidate is not None and _HEX.fullmatch(candidate):
            return candidate, wrong
    return "", f"it is not 40 hex digits ({counted(len(signature), 'character')})"


def _trimmed(signature: str) -> str:
    return signature.strip(_PADDING)


def _unprefixed(signature: str) -> str:
    return _PREFIX.sub("", _trimmed(signature))


def _first(signature: str) -> str:
    return _trimmed(signature.split(",", 1)[0])


def _from_base64(signature: str) -> str | None:
    try:
        return b64decode(_trimmed(signature), validate=True).hex()
    except (binascii.Error, ValueError):
        return None


def _lower(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda signature: change(signature).lower()


def _forms(changes: Iterable[tuple[Callable[[str], str], str]]) -> Iterable[tuple[Callable[[str], str | None], str]]:
    """Each repair, and then the same with upper case undone."""
    for change, wrong in changes:
        yield change, wrong
        yield _lower(change), f"{wrong} and is in upper case" if wrong else "it is in upper case"


_FORMS: tuple[tuple[Callable[[str], str | None], str], ...] = (
    *_forms(
        (
            (str, ""),
            (_trimmed, "it has blanks or marks around it"),
            (_unprefixed, "it has a prefix"),
            (_first, "it stands there more than once"),
        )
    ),
    (_from_base64, "it is in Base64 instead of hex"),
)
