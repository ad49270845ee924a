"""How an account is proved to the API: by its key until 2026-04-16, by a token in exchange for it afterwards.

Source: DIDWW's pages "Authentication for API v2026-11-19" and "Prices Resources".
"""

from __future__ import annotations

TOKEN_SINCE = "2026-11-19"  # noqa: S105
"""The first version that refuses the API key, but for the export download, and wants a token."""
TOKEN_URLS = {
    "production": "https://auth.didww.com/token",
    "sandbox": "https://auth-sandbox.didww.com/token",
}
TOKEN_PATH = "/token"  # noqa: S105
AUDIENCE = "api.didww.com"
"""The API itself, also in the sandbox."""
PRICE_AUDIENCES = ("api-vin.didww.com", "api-vout.didww.com", "api-sms.didww.com")
"""The services that tell prices."""
FULL, READ_ONLY = "full", "read"
SCOPES = (FULL, READ_ONLY)
"""What a token may do: everything, or nothing but GET."""


def takes_token(version: str) -> bool:
    """Whether a version wants a token instead of the key."""
    return version >= TOKEN_SINCE


def is_audience(host: str) -> bool:
    """Whether a token can be minted for a host."""
    return host in (AUDIENCE, *PRICE_AUDIENCES)
