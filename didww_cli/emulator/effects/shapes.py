"""Forms that texts must have: addresses, prefixes, URLs."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

DIGITS = re.compile(r"[0-9]+")
CLI_PREFIX = re.compile(r"\+?[0-9#]{0,6}")
TECH_PREFIX = re.compile(r"[0-9#]{0,8}")


def networks(texts: list[str]) -> list[str] | None:
    """Addresses and subnets with their prefix lengths (``192.0.2.1/32``); None where one is neither."""
    try:
        return [str(ipaddress.ip_network(text.strip(), strict=False)) for text in texts]
    except ValueError:
        return None


def is_url(text: str) -> bool:
    """Whether a text is an HTTP or HTTPS URL with a host."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
