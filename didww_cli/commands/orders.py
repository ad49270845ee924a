"""``didww orders``: buying and cancelling."""

from __future__ import annotations

from didww_cli.catalog.model import Resource
from didww_cli.commands.tree import Command
from didww_cli.commands.writing import delete_command


def order_commands(resource: Resource) -> dict[str, Command]:
    """The commands that orders have beyond the usual verbs."""
    return {"cancel": delete_command(resource, "cancel", "Cancel")}
