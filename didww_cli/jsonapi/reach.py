"""What lies between here and a service: its proxy, its name, its certificate. No request is sent for it."""

from __future__ import annotations

import os
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import requests

from didww_cli.errors import NetworkFailure
from didww_cli.jsonapi.exchange import TooLate, within
from didww_cli.jsonapi.transport import Transport
from didww_cli.jsonapi.urls import origin

SECONDS = 10.0
"""The longest that a name or a handshake is waited for."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Handshake:
    """An encrypted connection: its protocol, who vouches for the server, and until when (days)."""

    protocol: str
    issuer: str
    days_left: int


def proxy_of(transport: Transport, url: str) -> str | None:
    """The proxy that requests to a URL take, from the settings or the environment; None for a direct way."""
    settings = transport.session.merge_environment_settings(url, {}, None, None, None)
    return requests.utils.select_proxy(url, settings["proxies"])


def addresses_of(url: str) -> list[str]:
    """The addresses of a URL's host; NetworkFailure where its name is not known."""
    _, host, port = origin(url)

    def look_up() -> list[str]:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(one[4][0]) for one in found))

    try:
        return _in_time(look_up, f"the name {host}")
    except (OSError, UnicodeError) as error:
        raise NetworkFailure(
            f"The name {host} is not known: {_said(error)}.", "Look at the base URL, and at this machine's DNS."
        ) from None


def handshake(transport: Transport, url: str) -> Handshake:
    """The encrypted connection to a URL's host, made with the certificates that requests trust, and ended."""
    _, host, port = origin(url)
    context = _trusting(transport.session.merge_environment_settings(url, {}, True, None, None)["verify"])

    def meet() -> Handshake:
        with (
            socket.create_connection((host, port), SECONDS) as plain,
            context.wrap_socket(plain, server_hostname=host) as met,
        ):
            return _described(met)

    try:
        return _in_time(meet, f"{host}, port {port}")
    except ssl.SSLCertVerificationError as error:
        raise NetworkFailure(
            f"The certificate of {host} is not trusted: {error.verify_message.rstrip('.')}.",
            "Look at this machine's clock; where a proxy opens TLS, REQUESTS_CA_BUNDLE names its certificate.",
        ) from None
    except (OSError, ValueError) as error:
        raise NetworkFailure(
            f"No TLS with {host}, port {port}: {_said(error)}.", "A firewall, or a proxy that is not set?"
        ) from None


def _trusting(verify: Any) -> ssl.SSLContext:
    """What takes the certificates that requests trust; NetworkFailure where they cannot be read."""
    bundle = verify if isinstance(verify, str) else requests.utils.DEFAULT_CA_BUNDLE_PATH
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(**{"capath" if os.path.isdir(bundle) else "cafile": bundle})
    except OSError as error:
        raise NetworkFailure(
            f"The certificates in {bundle} cannot be read: {_said(error)}.",
            "REQUESTS_CA_BUNDLE or CURL_CA_BUNDLE names them.",
        ) from None
    return context


def _in_time(work: Callable[[], T], what: str) -> T:
    try:
        return within(SECONDS, lambda given_up: work())
    except TooLate:
        raise NetworkFailure(
            f"No answer of {what} within {SECONDS:.0f} s.", "A firewall, or this machine's DNS?"
        ) from None


def _described(met: ssl.SSLSocket) -> Handshake:
    shown: Any = met.getpeercert() or {}
    issuer = {name: value for part in shown.get("issuer", ()) for name, value in part}
    left = ssl.cert_time_to_seconds(shown["notAfter"]) - time.time() if "notAfter" in shown else 0
    return Handshake(met.version() or "TLS", str(issuer.get("organizationName", "unknown")), int(left // 86400))


def _said(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error)
