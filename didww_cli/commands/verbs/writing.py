"""The writing commands of a resource, as far as the API has them."""

from __future__ import annotations

from collections.abc import Callable

from didww_cli.catalog.model import Resource
from didww_cli.commands.tree import Command
from didww_cli.commands.verbs.creating import create_command
from didww_cli.commands.verbs.deleting import delete_command
from didww_cli.commands.verbs.updating import update_command


def write_verbs(resource: Resource) -> dict[str, Command]:
    """The writing commands of a resource, as far as the API has them, by what the API calls them."""
    makers: dict[str, Callable[[Resource], Command]] = {
        "create": create_command,
        "update": update_command,
        "delete": delete_command,
    }
    found = {verb: make(resource) for verb, make in makers.items() if verb in resource.operations}
    if resource.multipart:
        found.pop("create")
    return found
