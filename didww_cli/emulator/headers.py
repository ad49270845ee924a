"""What the headers of a request must say before it is looked at: key, version, media types."""

from __future__ import annotations

import re

from didww_cli.catalog import API_VERSION, API_VERSIONS
from didww_cli.emulator import problems
from didww_cli.emulator.message import JSON_API, Request

# the version that takes a bearer token in place of the key
_TOKEN_VERSION = "2026-11-19"  # noqa: S105
_MEDIA_TYPE = re.compile(r"\s*([^;,\s]+)\s*((?:;[^,]*)?)")


def check_key(request: Request, wanted: str | None) -> None:
    """Problem 401 unless the request carries a key: ``wanted``, or any where that is None."""
    given = request.header("Api-Key").strip()
    if _asked_version(request) == _TOKEN_VERSION and not request.path.endswith(".csv.gz"):
        given = request.header("Authorization").removeprefix("Bearer").strip()
        wanted = None
    if not given or (wanted is not None and given != wanted):
        raise problems.unauthorized()


def version(request: Request) -> str:
    """The version that the reply says it has; Problem 400 for one that does not exist."""
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
