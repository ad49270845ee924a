"""The URL of a callback in its parts, kept byte for byte, and the normalised form that is signed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from didww_cli.errors import UsageError

DEFAULT_PORTS = {"http": 80, "https": 443}
_SHAPE = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)
_AUTHORITY = re.compile(r"(?:(.*)@)?(\[[^\]@]*\]|[^\[\]:@]*)(?::([0-9]*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Url:
    """An absolute URL: the host without brackets, ``port`` None where it is the scheme's own.

    Query and fragment stand without their mark, None where there is none. ``as_written`` normalises without
    lower-casing the host, and keeps an empty password, query or fragment.
    """

    scheme: str
    userinfo: str | None
    host: str
    port: int | None
    path: str
    query: str | None = None
    fragment: str | None = None
    as_written: bool = False

    @property
    def origin(self) -> str:
        """Scheme, userinfo, host and port, the port always written."""
        port = DEFAULT_PORTS.get(self.scheme, 80) if self.port is None else self.port
        host = self.host if self.as_written else lower_host(self.host)
        return f"{self.scheme}://{self._userinfo}{bracketed(host)}:{port}"

    @property
    def normalised(self) -> str:
        """The form that is signed: the port always written, path and query exactly as sent."""
        query = f"?{self.query}" if self.query or (self.as_written and self.query is not None) else ""
        fragment = f"#{self.fragment}" if self.fragment or (self.as_written and self.fragment is not None) else ""
        return f"{self.origin}{self.path}{query}{fragment}"

    @property
    def authority(self) -> str:
        """Host and port as a Host header writes them: no userinfo, and the port only where it is not the default."""
        return bracketed(self.host) + ("" if self.port is None else f":{self.port}")

    @property
    def _userinfo(self) -> str:
        """The userinfo with its ``@``. Without a user there is none, and an empty password leaves no colon."""
        if self.userinfo is None or self.as_written:
            return "" if self.userinfo is None else f"{self.userinfo}@"
        user, _, password = self.userinfo.partition(":")
        if not user:
            return ""
        return f"{user}:{password}@" if password else f"{user}@"


def parse_url(text: str) -> Url:
    """The parts of an absolute http or https URL; ValueError says what is wrong with it."""
    match = _SHAPE.fullmatch(text.strip())
    if match is None:
        raise ValueError("not an absolute URL (scheme://host/path)")
    scheme = match[1].lower()
    if scheme not in DEFAULT_PORTS:
        raise ValueError(f"{scheme} is neither http nor https")
    userinfo, host, port = parse_authority(match[2], scheme)
    return Url(scheme, userinfo, host, port, match[3], match[4], match[5])


def usable_url(name: str, text: str) -> Url:
    """The parts of a URL that was given under a name; UsageError says what is wrong with it."""
    try:
        return parse_url(text)
    except ValueError as error:
        raise UsageError(f"The {name} URL {text} cannot be used: {error}.", "Write it as https://host/path.") from None


def parse_authority(text: str, scheme: str) -> tuple[str | None, str, int | None]:
    """Userinfo, host without brackets, and the port unless it is the scheme's own; ValueError says what is wrong."""
    match = _AUTHORITY.fullmatch(text)
    if match is None:
        raise ValueError("the host or port cannot be read")
    host = match[2].strip("[]")
    if not host:
        raise ValueError("there is no host")
    if len(match[3] or "") > 5 or int(match[3] or 0) > 65535:
        raise ValueError("the port is above 65535")
    port = int(match[3]) if match[3] else None
    return match[1], host, None if port == DEFAULT_PORTS.get(scheme) else port


def lower_host(host: str) -> str:
    """The host in lower case; the zone of an IPv6 address stays as it is."""
    address, mark, zone = host.partition("%")
    return address.lower() + mark + zone


def bracketed(host: str) -> str:
    """The host, an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host


def with_base(url: Url, base: Url, mounted_at: str = "") -> Url:
    """The URL with scheme, host and port of ``base``.

    A path of the base stands before the URL's own, less ``mounted_at``, unless that begins with it already. The base's
    query serves where the URL has none.
    """
    prefix, path = base.path.rstrip("/"), url.path
    if prefix and path != prefix and not path.startswith(prefix + "/"):
        mount = mounted_at.rstrip("/")
        rest = path[len(mount) :] if mount and path.startswith(mount) else path
        path = base.path if rest in {"", "/"} else prefix + rest
    return replace(
        url,
        scheme=base.scheme,
        userinfo=base.userinfo,
        host=base.host,
        port=base.port,
        path=path,
        query=base.query if url.query is None else url.query,
    )
