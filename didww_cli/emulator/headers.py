"""What the headers of a request must say before it is looked at: key, version, media types; and the version served."""

from __future__ import annotations

import re

from didww_cli.catalog import API_VERSION, API_VERSIONS
from didww_cli.catalog.access import AUDIENCE, takes_token
from didww_cli.emulator import problems
from didww_cli.emulator.message import JSON_API, Request
from didww_cli.emulator.tokens import INVALID_TOKEN, grant_of

_MEDIA_TYPE = re.compile(r"\s*([^;,\s]+)\s*((?:;[^,]*)?)")


def served(request: Request, wanted: str | None, own: str, now: float, *, is_open: bool) -> str:
    """The version that a request is served in, which its token selects, or its header where it has a key.

    Problem 401 unless it carries a token that is good, or the key ``wanted`` (any, where that is None) and the
    account's ``own`` version still takes one; so does a download (``is_open``: it needs neither). 400 for a version
    that is none. An older version than the account's own is ignored.
    """
    if is_open:
        return max(own, _known(request) if not takes_token(_known(request)) else own)
    if grant := grant_of(request, AUDIENCE, now):
        return grant.api_version
    is_download = request.path.endswith(".csv.gz")
    has_token = bool(request.header("Authorization"))
    if takes_token(max(own, _asked_version(request))) and not is_download:
        raise problems.unauthorized({"WWW-Authenticate": INVALID_TOKEN} if has_token else None)
    given = request.header("Api-Key").strip()
    if not given or (wanted is not None and given != wanted):
        raise problems.unauthorized()
    return max(own, _known(request))


def _known(request: Request) -> str:
    asked = _asked_version(request) or API_VERSION
    if asked not in API_VERSIONS:
        raise problems.bad_request("Invalid API version", f"{asked} is not a valid API version.")
    return asked


def _asked_version(request: Request) -> str:
    return request.header("X-DIDWW-API-Version").strip()


def check_accept(request: Request) -> None:
    """Problem 406 when ``Accept`` names the JSON:API media type with parameters only."""
    accept = request.header("Accept")
    found = [parameters for name, parameters in _MEDIA_TYPE.findall(accept) if name == JSON_API]
    if found and all(parameters.strip() and not _is_weight(parameters) for parameters in found):
        raise problems.not_acceptable(JSON_API, accept)


def check_content_type(request: Request) -> None:
    """Problem 415 unless the body is JSON:API, without parameters."""
    given = request.header("Content-Type")
    if given.strip() != JSON_API:
        raise problems.unsupported_media_type(JSON_API, given)


def _is_weight(parameters: str) -> bool:
    return re.fullmatch(r"\s*;\s*q=[0-9.]+\s*", parameters) is not None
