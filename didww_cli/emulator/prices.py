"""The services of prices as the emulated account has them: look-ups and files, for a token that names the service."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC
from email.utils import format_datetime, parsedate_to_datetime

from didww_cli.catalog.prices import HOST_PATH, HOSTS, NO_PLAN, NOT_FOUND, SERVICES, TYPE, PriceService
from didww_cli.emulator import problems
from didww_cli.emulator.message import JSON_API, Reply, Request
from didww_cli.emulator.seed.prices import CHANGED, COLUMNS, PLANS, Price
from didww_cli.emulator.tokens import INVALID_TOKEN, grant_of

_COUNTRY = re.compile(r"[A-Z]{2}")
_FILTER = re.compile(r"filter\[([^\]]*)\]")
_BEFORE = tuple(f"/{host}{HOST_PATH}/" for host in HOSTS)


def is_price_request(request: Request) -> bool:
    """Whether a request is for a service of prices."""
    return request.path.startswith(_BEFORE)


def priced(request: Request, now: float) -> Reply:
    """The answer of a service of prices; ``now`` in seconds since 1970."""
    try:
        _check_token(request, now)
        return _answer(request)
    except problems.Problem as problem:
        body = b"" if request.method == "HEAD" else _written({"errors": problem.errors})
        return Reply(problem.status, {"Content-Type": JSON_API, **problem.headers}, body)


def _check_token(request: Request, now: float) -> None:
    host = request.path.split("/")[1]
    if grant_of(request, HOSTS[host], now) is None:
        raise problems.unauthorized({"WWW-Authenticate": INVALID_TOKEN})


def _answer(request: Request) -> Reply:
    for service in SERVICES.values():
        before = f"/{service.host}{HOST_PATH}"
        if request.path == before + service.lookup_path:
            _allow(request, "GET")
            return _lookup(service, request.query)
        if request.path == before + service.file_path:
            _allow(request, "GET", "HEAD")
            return _file(service, request)
    raise problems.no_route()


def _allow(request: Request, *methods: str) -> None:
    if request.method not in methods:
        raise problems.method_not_allowed(request.method, methods)


def _plan(service: PriceService) -> tuple[Price, ...]:
    if service.name not in PLANS:
        raise problems.refused(404, "Price plan not assigned", "The account has no price plan assigned.", NO_PLAN)
    return PLANS[service.name]


def _lookup(service: PriceService, query: Iterable[tuple[str, str]]) -> Reply:
    filters = _filters(service, query)
    found = _covering(_plan(service), service, filters)
    if not found:
        raise problems.refused(404, "Price not found", "No price of the plan covers it.", NOT_FOUND)
    data = [{"id": _id(service, one), "type": TYPE, "attributes": one.members} for one in found]
    body = _written({"data": data, "meta": {"total_records": len(data)}})
    return Reply(200, {"Content-Type": JSON_API}, body)


def _filters(service: PriceService, query: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in query:
        match = _FILTER.fullmatch(name)
        if match is None:
            raise problems.param_not_allowed(name)
        if match[1] not in (service.number, service.from_country, service.to_country):
            raise problems.filter_not_allowed(match[1])
        found[match[1]] = value
    if not found.get(service.number) and not found.get(service.to_country):
        raise problems.missing_parameter(f"filter[{service.number}]")
    for name, value in found.items():
        form = rf"[1-9][0-9]{{{service.least_digits - 1},14}}" if name == service.number else _COUNTRY.pattern
        if not re.fullmatch(form, value):
            raise problems.invalid_filter_value(value, name)
    return found


def _covering(plan: Iterable[Price], service: PriceService, filters: Mapping[str, str]) -> list[Price]:
    """Of the prices that are told apart, those of the longest prefix; one for calls from the country first."""
    number, caller, country = (
        filters.get(name, "") for name in (service.number, service.from_country, service.to_country)
    )
    admitted = [
        one
        for one in plan
        if (not number or number.startswith(one.prefix))
        and (not country or one.country == country)
        and one.caller in ("", caller)
    ]
    if not number:
        return admitted
    best: dict[tuple[object, ...], tuple[bool, int]] = {}
    for one in admitted:
        best[_kind(one)] = max(best.get(_kind(one), (False, 0)), _rank(one))
    return [one for one in admitted if _rank(one) == best[_kind(one)]]


def _rank(price: Price) -> tuple[bool, int]:
    return bool(price.caller), len(price.prefix)


def _kind(price: Price) -> tuple[object, ...]:
    return price.country if "source_type" in price.members else "", price.members.get("source_type")


def _id(service: PriceService, price: Price) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{service.name} {json.dumps(price.members, sort_keys=True)}"))


def _file(service: PriceService, request: Request) -> Reply:
    content = _content(service, _plan(service))
    headers = {
        "Content-Type": "application/gzip",
        "Content-Disposition": f'attachment; filename="{service.file_name}"',
        "Last-Modified": format_datetime(CHANGED, usegmt=True),
        "Cache-Control": "private",
        "Accept-Ranges": "none",
        "Vary": "Authorization",
    }
    if _is_current(request.header("If-Modified-Since")):
        return Reply(304, headers)
    if request.method == "HEAD":
        return Reply(200, {**headers, "Content-Length": str(len(content))})
    return Reply(200, headers, content)


def _is_current(since: str) -> bool:
    try:
        told = parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False
    return (told if told.tzinfo else told.replace(tzinfo=UTC)) >= CHANGED


def _content(service: PriceService, plan: Iterable[Price]) -> bytes:
    columns = COLUMNS.get(service.name) or COLUMNS[service.name.rpartition("-")[0]]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(price.members[name]) for name in columns.values()] for price in plan)
    return gzip.compress(text.getvalue().encode(), mtime=0)


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


def _written(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
