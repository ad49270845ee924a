"""Requests as lines for curl, to be run in a shell: the key stands in them as ``$DIDWW_API_KEY``, a token as
``$DIDWW_TOKEN``.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from didww_cli.errors import UsageError
from didww_cli.masking import SECRETS
from didww_cli.output.text import to_json

if TYPE_CHECKING:
    from didww_cli.jsonapi.credentials import Credentials

ADDED_BY_CLIENTS = frozenset({"user-agent", "accept-encoding", "connection", "content-length", "cookie"})
"""Headers that each client makes for itself."""
PLAIN = "!#$%&'()*+,/:;=?@[]~"
"""Characters that stand in a URL as they are, as the library that sends requests has it."""
FORM = "multipart/"


def curl_line(
    method: str, url: str, headers: Mapping[str, str], body: str | None, credentials: Credentials, proxy: str = ""
) -> str:
    """The line that sends a request, without secrets. ``body``: a text; ``proxy``: what it goes through."""
    place = quote(SECRETS.masked(url), safe=PLAIN)
    words = ["curl"]
    words += ["-g"] if "[" in place else []
    words += ["--proxy", shlex.quote(SECRETS.masked(proxy))] if proxy else []
    words += ["--head"] if method == "HEAD" else [] if method == "GET" else ["-X", method]
    for name, value in headers.items():
        if name.lower() not in ADDED_BY_CLIENTS:
            words += ["-H", _header(name, value, credentials)]
    if body is not None:
        words += ["--data-raw", shlex.quote(body)]
    return " ".join([*words, shlex.quote(place)])


def _header(name: str, value: str, credentials: Credentials) -> str:
    if name.lower() != credentials.header.lower():
        return shlex.quote(f"{name}: {SECRETS.masked(value)}")
    secret = "$DIDWW_TOKEN" if credentials.made_by else "$DIDWW_API_KEY"
    return f'"{name}: {f"{credentials.scheme} {secret}".lstrip()}"'


def sent_line(
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes | str | None,
    credentials: Credentials,
    proxy: str | None,
) -> str:
    """The line for a request that is about to be sent; what the catalog calls secret stands masked in its body."""
    from didww_cli.workflows.writing.kept import without_secrets

    text = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
    rest = ""
    if text is not None:
        try:
            text = to_json(without_secrets(json.loads(text)))
        except ValueError:
            text, rest = None, f" --data-binary @FILE  # FILE: the body, {len(body or ''):,} bytes"
    return curl_line(method, url, headers, text, credentials, proxy or "") + rest


def described_line(request: Mapping[str, Any], credentials: Credentials, proxy: str | None) -> str:
    """The line for a request that a dry run describes; UsageError for an upload."""
    if any(FORM in value for value in request["headers"].values()):
        raise UsageError(
            "An upload is no line for curl: the file is encrypted anew each time.",
            "'didww files encrypt' writes an encrypted file, for curl --form.",
        )
    body = None if request["body"] is None else to_json(request["body"])
    return curl_line(request["method"], request["url"], request["headers"], body, credentials, proxy or "")
