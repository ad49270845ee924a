"""Signatures of callbacks: HMAC-SHA1 over the URL and the parameters."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

Pairs = Sequence[tuple[str, str]]


def signature(secret: str, url: str, objects: Iterable[Pairs]) -> str:
    """The lower-case hex signature for a URL and the parameters of each object that is sent to it."""
    text = normalized(url) + "".join(_joined(pairs) for pairs in objects)
    return hmac.new(secret.encode(), text.encode(), hashlib.sha1).hexdigest()


def normalized(url: str) -> str:
    """The URL with its port written out; everything else as it is."""
    parts = urlsplit(url)
    authority = parts.netloc.rpartition("@")
    host = parts.hostname or ""
    shown = f"[{host}]" if ":" in host else host
    port = parts.port or (443 if parts.scheme == "https" else 80)
    rest = url.partition("://")[2].removeprefix(parts.netloc)
    return f"{parts.scheme}://{authority[0]}{authority[1]}{shown}:{port}{rest}"


def _joined(pairs: Pairs) -> str:
    return "".join(name + value for name, value in sorted(pairs, key=lambda pair: pair[0]))
