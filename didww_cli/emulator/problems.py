"""The refusals of the server: statuses, codes and short titles as its JSON:API library says them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ErrorObject = dict[str, Any]


class Problem(Exception):
    """A request that is answered with ``status`` and JSON:API error objects."""

    def __init__(self, status: int, errors: list[ErrorObject], headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, errors)
        self.status = status
        self.errors = errors
        self.headers = dict(headers or {})


def error(status: int, title: str, detail: str, code: str = "", pointer: str = "") -> ErrorObject:
    """One error object; ``code`` is the status unless told otherwise."""
    found: ErrorObject = {"title": title, "detail": detail, "code": code or str(status)}
    if pointer:
        found["source"] = {"pointer": pointer}
    return {**found, "status": str(status)}


def invalid(pointer: str, message: str, field: str = "") -> ErrorObject:
    """A validation error: ``message`` about the member at ``pointer``, prefixed by its name in the detail."""
    return error(422, message, f"{field} - {message}" if field else message, "100", pointer)


def _single(status: int, title: str, detail: str, code: str = "") -> Problem:
    return Problem(status, [error(status, title, detail, code)])


def refused(status: int, title: str, detail: str, code: str) -> Problem:
    """A refusal that has a named code of its own."""
    return _single(status, title, detail, code)


def not_found(identifier: str) -> Problem:
    """404 for a resource."""
    return _single(404, "Record not found", f"The record identified by {identifier} could not be found.")


def no_route() -> Problem:
    """404 for a path that the API does not have."""
    return _single(404, "Not Found", "The requested path could not be found.")


def method_not_allowed(method: str, allowed: tuple[str, ...]) -> Problem:
    """405 for a path that has other methods."""
    found = error(405, "Method Not Allowed", f"{method} is not allowed on this path.")
    return Problem(405, [found], {"Allow": ", ".join(allowed)})


def unauthorized(headers: Mapping[str, str] | None = None) -> Problem:
    """401 for a missing or wrong key or token."""
    return Problem(401, [error(401, "Unauthorized", "Authorization failed")], headers)


def insufficient_scope() -> Problem:
    """403 for a token that may only read."""
    told = error(403, "Insufficient scope", "The token does not have the scope for this request")
    return Problem(403, [told], {"WWW-Authenticate": 'Bearer error="insufficient_scope"'})


def bad_request(title: str, detail: str, code: str = "400") -> Problem:
    """400 with any title."""
    return _single(400, title, detail, code)


def filter_not_allowed(name: str) -> Problem:
    """400 for an unknown filter."""
    return bad_request("Filter not allowed", f"{name} is not allowed.", "102")


def invalid_filter_value(value: str, name: str) -> Problem:
    """400 for a filter value of the wrong kind."""
    return bad_request("Invalid filter value", f"{value} is not a valid value for {name}.", "107")


def invalid_resource(name: str) -> Problem:
    """400 for ``fields`` of an unknown type."""
    return bad_request("Invalid resource", f"{name} is not a valid resource.", "101")


def invalid_field(name: str, type_: str) -> Problem:
    """400 for an unknown member of ``fields``."""
    return bad_request("Invalid field", f"{name} is not a valid field for {type_}.", "104")


def invalid_include(name: str, type_: str) -> Problem:
    """400 for a relationship that cannot be included."""
    return bad_request("Invalid field", f"{name} is not a valid includable relationship of {type_}", "112")


def invalid_sort(name: str, type_: str) -> Problem:
    """400 for a field that cannot be sorted by."""
    return bad_request("Invalid sort criteria", f"{name} is not a valid sort criteria for {type_}", "114")


def invalid_page(value: str, name: str) -> Problem:
    """400 for a page number or size that is none."""
    return bad_request("Invalid page value", f"{value} is not a valid value for {name} page parameter.", "118")


def page_not_allowed(name: str) -> Problem:
    """400 for a page parameter that the list does not have."""
    return bad_request("Param not allowed", f"{name} is not an allowed page parameter.", "105")


def param_not_allowed(name: str) -> Problem:
    """400 for an unknown query parameter."""
    return bad_request("Param not allowed", f"{name} is not allowed.", "105")


def missing_parameter(name: str) -> Problem:
    """400 for a body that lacks something without which it cannot be read."""
    return bad_request("Missing Parameter", f"The required parameter, {name}, is missing.", "106")


def conflict(detail: str) -> Problem:
    """409 for a type or id that is not the one of the URL."""
    return _single(409, "Conflict", detail)


def not_acceptable(wanted: str, given: str) -> Problem:
    """406 for an ``Accept`` that leaves nothing to answer with."""
    detail = f"All requests must use the '{wanted}' Accept without media type parameters."
    return _single(406, "Not acceptable", f"{detail} This request specified '{given}'.")


def unsupported_media_type(wanted: str, given: str) -> Problem:
    """415 for a body of the wrong kind."""
    detail = f"All requests that create or update must use the '{wanted}' Content-Type."
    return _single(415, "Unsupported media type", f"{detail} This request specified '{given}'.")
