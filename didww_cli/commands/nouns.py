"""The nouns of the command line: each resource of the catalog at its place, and the tools beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from didww_cli.catalog import BY_NOUN, FAMILIES, RESOURCES, emergency, numbers, orders, regulation, sms, voice
from didww_cli.catalog.model import Family, Resource
from didww_cli.commands.starting import START
from didww_cli.commands.tree import Command, Group, version_option

ROOT_HELP = (
    "Run a DIDWW account: numbers, trunks, orders, emergency services, CDR exports, webhooks."
    "\n\nWithout an account: didww --profile demo dids list"
)
JOBS = "Jobs"
TOOLS = "Tools"
TOOL_ORDER = ("webhook", "api", "schema", "config", "auth", "emulator", "completion", "doctor", "help")


def nouns() -> dict[str, Any]:
    """All groups and commands of the root, in the order of its help."""
    found: dict[str, Any] = {}
    for noun, resource in BY_NOUN.items():
        word = noun.partition(" ")[0]
        if word in FAMILIES:
            found.setdefault(word, _family(FAMILIES[word]))
        else:
            found[word] = _resource_group(resource, word)
    further = _jobs() | _tools()
    if taken := found.keys() & further.keys():
        raise ValueError(f"Nouns of the catalog are words of tools: {', '.join(sorted(taken))}.")
    found.update(further)
    for resource in BY_NOUN.values():
        alias = resource.type.replace("_", "-")
        if alias not in found:
            found[alias] = _resource_group(resource, alias, hidden=True)
    return found


def tree() -> Group:
    """The root, with all that is below it."""
    return Group(
        "didww", nouns, help=ROOT_HELP, params=[version_option()], aliases=aliases(), start=START, helper=_help_here
    )


def aliases() -> dict[str, str]:
    """Names of API types with underscores, as hidden aliases of the same with dashes."""
    return {resource.type: resource.type.replace("_", "-") for resource in RESOURCES if "_" in resource.type}


def _family(family: Family) -> Group:
    members = {noun.partition(" ")[2]: one for noun, one in BY_NOUN.items() if noun.startswith(f"{family.word} ")}

    def load() -> Mapping[str, Any]:
        return {**_joined(family), **{word: _resource_group(resource, word) for word, resource in members.items()}}

    return Group(family.word, load, help=family.help, panel=family.panel)


def _joined(family: Family) -> Mapping[str, Command]:
    """The commands of a family as a whole."""
    if not family.joined:
        return {}
    from didww_cli.commands.account.trunks import list_joined

    return {"list": list_joined(family)}


def _resource_group(resource: Resource, name: str, *, hidden: bool = False) -> Any:
    if resource.singleton:
        from didww_cli.commands.account.balance import singleton_command

        return singleton_command(resource, name, hidden=hidden)
    return Group(name, lambda: _verbs(resource), help=resource.help, panel=resource.panel, hidden=hidden)


def _verbs(resource: Resource) -> dict[str, Command]:
    """What the API has; ``get`` also for what it shows in lists alone, where a person has a name for it."""
    from didww_cli.commands.verbs.getting import get_command
    from didww_cli.commands.verbs.listing import list_command
    from didww_cli.commands.verbs.waiting import wait_command
    from didww_cli.commands.waiting import WAIT

    found = {"list": list_command(resource)} if "list" in resource.operations else {}
    if "get" in resource.operations or resource.lookup:
        found["get"] = get_command(resource)
    found.update(_writing(resource))
    if resource.ends.done and "get" in resource.operations:
        found[WAIT] = wait_command(resource)
    if resource.type in WORKFLOWS:
        found.update(WORKFLOWS[resource.type](resource))
    return found


def _writing(resource: Resource) -> Mapping[str, Command]:
    """The verbs that write, each for one record or, with ``--input``, for many."""
    from didww_cli.commands.bulk.input import with_input
    from didww_cli.commands.verbs.writing import write_verbs

    found = [with_input(command, resource, action) for action, command in write_verbs(resource).items()]
    return {str(command.name): command for command in found}


def _dids(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.account.dids import did_commands

    return did_commands(resource)


def _history(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.cdr.history import history_summary

    return {"summary": history_summary(resource)}


def _orders(_: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.orders.ordering import order_commands

    return order_commands()


def _out_trunks(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.account.trunks import credential_commands

    return credential_commands(resource, "Outbound Europe")


def _sms_trunks(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.account.trunks import credential_commands

    return credential_commands(resource, "Campaigns")


def _requirements(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.account.requirements import check_command

    return {"check": check_command(resource)}


def _exports(_: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.exports.downloading import export_commands

    return export_commands()


def _files(_: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.documents.files import file_commands

    return file_commands()


WORKFLOWS: dict[str, Callable[[Resource], Mapping[str, Command]]] = {
    numbers.DIDS.type: _dids,
    numbers.DID_HISTORY.type: _history,
    orders.ORDERS.type: _orders,
    voice.VOICE_OUT_TRUNKS.type: _out_trunks,
    sms.SMS_TRUNKS.type: _sms_trunks,
    emergency.EMERGENCY_REQUIREMENTS.type: _requirements,
    regulation.ADDRESS_REQUIREMENTS.type: _requirements,
    orders.EXPORTS.type: _exports,
    regulation.ENCRYPTED_FILES.type: _files,
}
"""Commands beyond list, get, create, update and delete, or in place of one of them."""


def _jobs() -> dict[str, Any]:
    """What is done over several types at once."""
    from didww_cli.commands.cdr.group import cdr_group
    from didww_cli.commands.journal.group import journal_group
    from didww_cli.commands.prices.group import prices_group
    from didww_cli.commands.routing.route import route_command
    from didww_cli.commands.snapshot.group import snapshot_group

    return {
        "route": route_command(numbers.DIDS, JOBS),
        "snapshot": snapshot_group(JOBS),
        "journal": journal_group(JOBS),
        "prices": prices_group(JOBS),
        "cdr": cdr_group(JOBS),
    }


def _tools() -> dict[str, Any]:
    found: dict[str, Any] = {name: _tool(name, what, load) for name, (what, load) in TOOL_GROUPS.items()}
    found |= {"api": _api(), "schema": _schema(), "doctor": _doctor(), "help": _help()}
    return dict(sorted(found.items(), key=lambda item: TOOL_ORDER.index(item[0])))


def _tool(name: str, what: str, load: Callable[[], Mapping[str, Any]]) -> Group:
    return Group(name, load, help=what, panel=TOOLS)


def _api() -> Command:
    from didww_cli.commands.tools.api import api_command

    return api_command()


def _schema() -> Command:
    from didww_cli.commands.tools.schema import schema_command

    return schema_command()


def _doctor() -> Command:
    from didww_cli.commands.tools.doctor import doctor_command

    return doctor_command(TOOLS)


def _help() -> Command:
    from didww_cli.commands.helping import help_command

    return help_command(tree, TOOLS)


def _help_here(before: list[str]) -> Command:
    from didww_cli.commands.helping import help_command

    return help_command(tree, None, before)


def _config() -> Mapping[str, Any]:
    from didww_cli.commands.tools.config import config_commands

    return config_commands()


def _auth() -> Mapping[str, Any]:
    from didww_cli.commands.tools.auth import auth_commands

    return auth_commands()


def _emulator() -> Mapping[str, Any]:
    from didww_cli.commands.tools.emulator import emulator_commands

    return emulator_commands()


def _webhook() -> Mapping[str, Any]:
    from didww_cli.commands.webhooks.group import webhook_commands

    return webhook_commands()


def _completion() -> Mapping[str, Any]:
    from didww_cli.commands.tools.completion import completion_commands

    return completion_commands(tree)


TOOL_GROUPS: dict[str, tuple[str, Callable[[], Mapping[str, Any]]]] = {
    "webhook": ("Callbacks: verify captured ones and say why not, sign, send and receive.", _webhook),
    "config": ("Profiles: keys, environments and other settings.", _config),
    "auth": ("Tokens: who this is, one for other tools, and forgetting them.", _auth),
    "emulator": ("The emulated DIDWW account.", _emulator),
    "completion": ("Completion of command lines in bash, zsh, fish and PowerShell.", _completion),
}
