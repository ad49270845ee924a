"""The nouns of the command line: each resource of the catalog at its place, and the tools beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from didww_cli.catalog import BY_NOUN, RESOURCES
from didww_cli.catalog.model import Resource
from didww_cli.commands.tree import Command, Group

TOOLS = "Tools"
ROOT_ORDER = (
    *("dids", "did-groups", "did-group-types", "available-dids", "nanpa-prefixes", "reservations", "history"),
    *("countries", "regions", "cities", "areas", "trunks", "pops", "capacity", "orders", "balance", "exports"),
    *("emergency", "identities", "addresses", "address-requirements", "address-verifications", "proofs"),
    *("proof-types", "documents", "document-templates", "files", "public-keys"),
)
TOOL_ORDER = ("webhook", "api", "schema", "config", "emulator", "completion")
FAMILIES = {
    "trunks": "Inbound and outbound trunks, and groups of inbound ones.",
    "capacity": "Channels: pools that you own and groups that share them.",
    "emergency": "Emergency calling: requirements, services and verifications.",
}


def nouns() -> dict[str, Any]:
    """All groups and commands of the root, in the order of its help."""
    found: dict[str, Any] = {}
    for word in ROOT_ORDER:
        found[word] = _family(word) if word in FAMILIES else _resource_group(BY_NOUN[word], word)
    found.update(_tools())
    for resource in RESOURCES:
        alias = resource.type.replace("_", "-")
        if resource.noun and alias not in found:
            found[alias] = _resource_group(resource, alias, hidden=True)
    return found


def aliases() -> dict[str, str]:
    """Names of API types with underscores, as hidden aliases of the same with dashes."""
    return {resource.type: resource.type.replace("_", "-") for resource in RESOURCES if "_" in resource.type}


def _family(word: str) -> Group:
    members = [resource for resource in RESOURCES if resource.noun.startswith(f"{word} ")]

    def load() -> Mapping[str, Any]:
        found: dict[str, Any] = {}
        if word == "trunks":
            from didww_cli.commands.trunks import list_both

            found["list"] = list_both()
        found.update({r.noun.partition(" ")[2]: _resource_group(r, r.noun.partition(" ")[2]) for r in members})
        return found

    return Group(word, load, help=FAMILIES[word], panel=members[0].panel)


def _resource_group(resource: Resource, name: str, *, hidden: bool = False) -> Any:
    if resource.type == "balances":
        from didww_cli.commands.balance import balance_command

        return balance_command(name, hidden=hidden)
    return Group(name, lambda: _verbs(resource), help=resource.help, panel=resource.panel or None, hidden=hidden)


def _verbs(resource: Resource) -> dict[str, Command]:
    from didww_cli.commands.getting import get_command
    from didww_cli.commands.reading import list_command
    from didww_cli.commands.writing import write_verbs

    found = {"list": list_command(resource)}
    if resource.type != "public_keys":
        found["get"] = get_command(resource)
    found.update(
        (verb, made) for verb, made in write_verbs(resource).items() if verb not in REPLACED.get(resource.type, ())
    )
    if resource.type in WORKFLOWS:
        found.update(WORKFLOWS[resource.type](resource))
    return found


def _dids(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.dids import did_commands

    return did_commands(resource)


def _orders(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.orders import order_commands

    return order_commands(resource)


def _out_trunks(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.trunks import out_trunk_commands

    return out_trunk_commands(resource)


def _services(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.deleting import delete_command

    return {"cancel": delete_command(resource, "cancel", "Cancel")}


def _requirements(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.requirements import check_command

    return {"check": check_command(resource)}


def _exports(_: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.exports import export_commands

    return export_commands()


def _files(_: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.files import file_commands

    return file_commands()


REPLACED = {
    "orders": ("create", "delete"),
    "exports": ("create",),
    "encrypted_files": ("create",),
    "emergency_calling_services": ("delete",),
}
"""Verbs of the catalog that a workflow of its own takes the place of."""

WORKFLOWS: dict[str, Callable[[Resource], Mapping[str, Command]]] = {
    "dids": _dids,
    "orders": _orders,
    "voice_out_trunks": _out_trunks,
    "emergency_calling_services": _services,
    "emergency_requirements": _requirements,
    "address_requirements": _requirements,
    "exports": _exports,
    "encrypted_files": _files,
}
"""Commands beyond list, get, create, update and delete."""


def _tools() -> dict[str, Any]:
    found: dict[str, Any] = {name: _tool(name, what, load) for name, (what, load) in TOOL_GROUPS.items()}
    found |= {"api": _api(), "schema": _schema()}
    return dict(sorted(found.items(), key=lambda item: TOOL_ORDER.index(item[0])))


def _tool(name: str, what: str, load: Callable[[], Mapping[str, Any]]) -> Group:
    return Group(name, load, help=what, panel=TOOLS)


def _api() -> Command:
    from didww_cli.commands.api import api_command

    return api_command()


def _schema() -> Command:
    from didww_cli.commands.schema import schema_command

    return schema_command()


def _config() -> Mapping[str, Any]:
    from didww_cli.commands.config import config_commands

    return config_commands()


def _emulator() -> Mapping[str, Any]:
    from didww_cli.commands.emulator import emulator_commands

    return emulator_commands()


def _webhook() -> Mapping[str, Any]:
    from didww_cli.commands.webhook import webhook_commands

    return webhook_commands()


def _completion() -> Mapping[str, Any]:
    from didww_cli.commands.completion import completion_commands

    return completion_commands()


TOOL_GROUPS: dict[str, tuple[str, Callable[[], Mapping[str, Any]]]] = {
    "webhook": ("Callbacks: verify captured ones and say why not, sign, send and receive.", _webhook),
    "config": ("Profiles: keys, environments and other settings.", _config),
    "emulator": ("The emulated DIDWW account.", _emulator),
    "completion": ("Completion of command lines in bash, zsh, fish and PowerShell.", _completion),
}
