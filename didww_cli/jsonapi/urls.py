"""URLs as the transport compares and shows them."""

from __future__ import annotations

from urllib.parse import urlsplit


def origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of a URL: what the key is bound to; empty where it is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", "", 0
    return parts.scheme, (parts.hostname or "").lower(), parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)


def is_as_safe(url: str, than: str) -> bool:
    """Whether a URL is http or https, and not plain http where the other is encrypted."""
    scheme = urlsplit(url).scheme
    return scheme == "https" or (scheme == "http" and urlsplit(than).scheme == "http")


def shown_url(url: str) -> str:
    """A URL as people read it: brackets and commas plain, no user name or password."""
    parts = urlsplit(url)
    if "@" in parts.netloc:
        url = url.replace(parts.netloc, parts.netloc.rpartition("@")[2], 1)
    for code, character in (("%5B", "["), ("%5D", "]"), ("%2C", ","), ("%3A", ":")):
        url = url.replace(code, character)
    return url
