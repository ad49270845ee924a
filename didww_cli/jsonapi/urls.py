"""URLs as the transport compares and shows them."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from didww_cli.masking import masked_logins


def origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of a URL: what a credential is bound to. A URL that cannot be read is an origin by itself.

    A backslash ends the host as a slash does: that is how the library that connects reads it.
    """
    try:
        parts = urlsplit(url.replace("\\", "/"))
        port = parts.port
    except ValueError:
        return "", url, 0
    return parts.scheme, (parts.hostname or "").lower(), port or {"http": 80, "https": 443}.get(parts.scheme, 0)


def joined(base: str, url: str) -> str:
    """A URL that may be relative to another one; as it is where it cannot be read."""
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def is_as_safe(url: str, than: str) -> bool:
    """Whether a URL is http or https, and not plain http where the other is encrypted."""
    scheme = origin(url)[0]
    return scheme == "https" or (scheme == "http" and origin(than)[0] == "http")


def shown_url(url: str) -> str:
    """A URL as people read it: brackets and commas plain, user name and password hidden."""
    for code, character in (("%5B", "["), ("%5D", "]"), ("%2C", ","), ("%3A", ":")):
        url = url.replace(code, character)
    return masked_logins(url)
