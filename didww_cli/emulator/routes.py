"""Which operation a method and a path mean."""

from __future__ import annotations

from dataclasses import dataclass

from didww_cli.catalog import API_VERSION, BY_PATH
from didww_cli.catalog.model import Resource
from didww_cli.catalog.versions import at, holds
from didww_cli.emulator import problems

_METHODS = {"list": "GET", "get": "GET", "create": "POST", "update": "PATCH", "delete": "DELETE"}
_OF_COLLECTION = frozenset({"list", "create"})
DOWNLOAD_SUFFIX = ".csv.gz"


@dataclass(frozen=True, slots=True)
class Route:
    """``operation`` is one of the catalog's or ``download``; ``id`` is empty for a collection."""

    resource: Resource
    operation: str
    id: str = ""


def route(method: str, path: str, version: str = API_VERSION) -> Route:
    """The operation at a path below the base URL, in a version; Problem 404 or 405 where there is none."""
    name, _, identifier = path.strip("/").partition("/")
    known = BY_PATH.get(f"/{name}")
    if known is None or "/" in identifier or not holds(known, version):
        raise problems.no_route()
    resource = at(known, version)
    if resource.type == "exports" and identifier.endswith(DOWNLOAD_SUFFIX):
        return _download(method, resource, identifier.removesuffix(DOWNLOAD_SUFFIX))
    methods = {_METHODS[name]: name for name in resource.operations if _is_at(resource, name, bool(identifier))}
    if not methods:
        raise problems.no_route()
    if method not in methods:
        raise problems.method_not_allowed(method, tuple(methods))
    return Route(resource, methods[method], identifier)


def _is_at(resource: Resource, operation: str, has_id: bool) -> bool:
    if resource.singleton:
        return not has_id
    return (operation in _OF_COLLECTION) != has_id


def _download(method: str, resource: Resource, identifier: str) -> Route:
    if method != "GET":
        raise problems.method_not_allowed(method, ("GET",))
    return Route(resource, "download", identifier)
