"""The command that shows what became of a write whose outcome is unknown."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from didww_cli.catalog import BY_PATH
from didww_cli.catalog.model import Resource
from didww_cli.catalog.shared import CREATED_AT
from didww_cli.workflows.reading.references import given_id
from didww_cli.workflows.writing.request import Request


def command_to_look(request: Request, account: Sequence[str]) -> str:
    """The command that reads what a request changes, or the list that shows whether it is made; empty for neither."""
    first, _, rest = request.path.strip("/").partition("/")
    resource, identifier = BY_PATH.get(f"/{first}"), unquote(rest)
    if resource is None or not resource.noun:
        return ""
    words = ["didww", *account, *resource.noun.split()]
    if identifier and "get" in resource.operations:
        return shlex.join([*words, "get", identifier if given_id(identifier) else f"id:{identifier}"])
    if not identifier and "list" in resource.operations:
        data = (request.body or {}).get("data") or {}
        return shlex.join([*words, "list", *finding(resource, data.get("attributes") or {})])
    return ""


def finding(resource: Resource, attributes: Mapping[str, Any]) -> list[str]:
    """Options of a list that finds what is created: by what can be filtered, else the newest first."""
    texts = {name: value for name, value in attributes.items() if value not in (None, "", [])}
    usable = [name for name, value in texts.items() if resource.filter(name) and "," not in str(value)]
    found = [resource.own_reference] if resource.own_reference in usable else usable
    if not found and CREATED_AT.name in resource.sorts:
        return ["-s", f"-{CREATED_AT.name}", "-n", "20"]
    return [word for name in found for word in ("-f", f"{name}={texts[name]}")]
