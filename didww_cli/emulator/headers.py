"""What the headers of a request must say before it is looked at: key, version, media types; and the version served."""

from __future__ import annotations

import re

from didww_cli.catalog import API_VERSION, API_VERSIONS, TOKEN_VERSIONS
from didww_cli.emulator import problems
from didww_cli.emulator.message import JSON_API, Request

# without a token service, no token is valid
_INVALID_TOKEN = 'Bearer error="invalid_token"'  # noqa: S105
# the forms in which the account answers, the first its own
SERVED = (API_VERSION,)
_MEDIA_TYPE = re.compile(r"\s*([^;,\s]+)\s*((?:;[^,]*)?)")


def check_key(request: Request, wanted: str | None) -> None:
    """Problem 401 unless the request carries a key: ``wanted``, or any where that is None; none opens 2026-11-19."""
    if _asked_version(request) in TOKEN_VERSIONS and not request.path.endswith(".csv.gz"):
        has_token = bool(request.header("Authorization"))
        raise problems.unauthorized({"WWW-Authenticate": _INVALID_TOKEN} if has_token else None)
    given = request.header("Api-Key").strip()
    if not given or (wanted is not None and given != wanted):
        raise problems.unauthorized()


def version(request: Request) -> str:
    """The version that is served: the account's own in place of an older one; Problem 400 for one that is none."""
    asked = _asked_version(request) or API_VERSION
    if asked not in API_VERSIONS:
        raise problems.bad_request("Invalid API version", f"{asked} is not a valid API version.")
    return asked if asked in SERVED else API_VERSION


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
