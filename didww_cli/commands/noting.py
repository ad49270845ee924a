"""Names of records that pass by, kept for shells to complete."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.completed import completed_name
from didww_cli.catalog.model import Resource
from didww_cli.commands.state import State

if TYPE_CHECKING:
    from didww_cli.commands.kept_names import KeptNames
    from didww_cli.config.settings import Settings
    from didww_cli.workflows.reading.listing import Listing

SWITCH = "DIDWW_COMPLETION_CACHE"
"""The variable that is 0 where no names are to be kept."""
NO_PROFILE = "-"
SEEN_BY_SHELLS = {"base_url": "DIDWW_BASE_URL", "api_key": "DIDWW_API_KEY"}
"""Variables that lead to another account than the profile's."""


def wanted() -> bool:
    """Whether names are to be kept."""
    return os.environ.get(SWITCH) != "0"


def noted(
    state: State, resource: Resource, listing: Listing, records: Iterable[dict[str, Any]]
) -> Iterable[dict[str, Any]]:
    """The records of a listing; once all are taken, their names are kept."""
    query = listing.query
    whole = not (listing.conditions or query.page or query.limit)
    return _noting(state, resource, records, whole) if completed_name(resource) and wanted() else records


def _noting(
    state: State, resource: Resource, records: Iterable[dict[str, Any]], whole: bool
) -> Iterator[dict[str, Any]]:
    from didww_cli.commands.kept_names import MOST_NAMES

    attribute, names, empty = completed_name(resource), list[str](), True
    for record in records:
        empty = False
        name = record.get(attribute)
        if len(names) < MOST_NAMES and isinstance(name, str):
            names.append(name)
        yield record
    if names or (whole and empty):
        kept_names(state).keep(resource.type, names, whole=whole)


def kept_names(state: State) -> KeptNames:
    """The names that are kept of this run's account."""
    from didww_cli.commands.kept_names import KeptNames
    from didww_cli.disk import hidden_name

    key = state.settings.own_api_key()
    whose = hidden_name(state.settings.base_url, key.value if key else "")
    return KeptNames(_folder(state.settings, state.options.get("environment")), whose)


def _folder(settings: Settings, environment: str | None) -> Path:
    """The account's own, named by what a shell knows without asking: the scripts of completion spell it as well."""
    from didww_cli.config.settings import cache_folder

    parts = [settings.profile or NO_PROFILE]
    if not settings.demo:
        parts += filter(None, [environment or os.environ.get("DIDWW_ENVIRONMENT")])
        parts += [name for name, variable in SEEN_BY_SHELLS.items() if os.environ.get(variable)]
    name = ",".join(parts).replace("/", "_")
    return cache_folder() / "names" / (name if name.strip(".") else NO_PROFILE)
