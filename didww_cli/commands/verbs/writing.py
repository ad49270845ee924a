"""The writing commands of a resource, as far as the API has them."""

from __future__ import annotations

from didww_cli.catalog.model import Resource
from didww_cli.commands.tree import Command


def write_verb(resource: Resource, action: str) -> Command:
    """The command that creates, updates or deletes; its module alone is loaded."""
    if action == "create":
        from didww_cli.commands.verbs.creating import create_command

        return create_command(resource)
    if action == "update":
        from didww_cli.commands.verbs.updating import update_command

        return update_command(resource)
    from didww_cli.commands.verbs.deleting import delete_command

    return delete_command(resource)
