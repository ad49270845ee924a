"""The nouns of the command line: each resource of the catalog at its place, and the tools beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from didww_cli.catalog import BY_NOUN, FAMILIES, RESOURCES, emergency, numbers, orders, regulation, sms, voice
from didww_cli.catalog.formats import Format
from didww_cli.catalog.model import Family, Resource
from didww_cli.commands.starting import START
from didww_cli.commands.tree import Command, Group, Later, version_option

ROOT_HELP = (
    "Run a DIDWW account: numbers, trunks, orders, emergency services, CDR exports, webhooks."
    "\n\nWithout an account: didww --profile demo dids list"
)
JOBS = "Jobs"
TOOLS = "Tools"
WRITING = ("create", "update", "delete")


def nouns() -> dict[str, Later]:
    """How the groups and commands of the root are made, in the order of its help; what is asked for loads no other."""
    found: dict[str, Later] = {}
    for noun, resource in BY_NOUN.items():
        word = noun.partition(" ")[0]
        if word in FAMILIES:
            found[word] = Later(partial(_family, FAMILIES[word]))
        else:
            found[word] = Later(partial(_resource_group, resource, word))
    further = JOB_GROUPS | TOOL_GROUPS
    if taken := found.keys() & further.keys():
        raise ValueError(f"Nouns of the catalog are words of tools: {', '.join(sorted(taken))}.")
    found.update(further)
    for resource in BY_NOUN.values():
        alias = resource.type.replace("_", "-")
        if alias not in found:
            found[alias] = Later(partial(_resource_group, resource, alias, hidden=True), hidden=True)
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
        jobs = FAMILY_JOBS[family.word]() if family.word in FAMILY_JOBS else {}
        nouns_below = {word: _resource_group(resource, word) for word, resource in members.items()}
        return {**_joined(family), **jobs, **nouns_below}

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


def _verbs(resource: Resource) -> dict[str, Later]:
    """What the API has; ``get`` also for what it shows in lists alone, where a person has a name for it."""
    makers: dict[str, Callable[[Resource], Command]] = {}
    if "list" in resource.operations:
        makers["list"] = _list
    if "get" in resource.operations or resource.lookup:
        makers["get"] = _get
    for action in WRITING:
        if action in resource.operations and not (action == "create" and resource.multipart):
            makers[resource.delete_means if action == "delete" else action] = partial(_write, action)
    if resource.ends.done and "get" in resource.operations:
        makers["wait"] = _wait
    names, load = WORKFLOWS.get(resource.type, ((), None))
    makers |= {name: partial(_workflow, load, name) for name in names}
    return {name: Later(partial(make, resource)) for name, make in makers.items()}


def _list(resource: Resource) -> Command:
    from didww_cli.commands.verbs.listing import list_command

    return list_command(resource)


def _get(resource: Resource) -> Command:
    from didww_cli.commands.verbs.getting import get_command

    return get_command(resource)


def _wait(resource: Resource) -> Command:
    from didww_cli.commands.verbs.waiting import wait_command

    return wait_command(resource)


def _write(action: str, resource: Resource) -> Command:
    """A verb that writes, for one record or, with ``--input``, for many."""
    from didww_cli.commands.bulk.input import with_input
    from didww_cli.commands.verbs.writing import write_verb

    return with_input(write_verb(resource, action), resource, action)


def _workflow(load: Any, name: str, resource: Resource) -> Command:
    command: Command = load(resource)[name]
    return command


def _dids(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.account.dids import did_commands
    from didww_cli.commands.routing.assigning import assigning_commands

    return {**did_commands(resource), **assigning_commands(resource)}


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


def _address_requirements(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.account.requirements import check_command

    return {"check": check_command(resource, "'DE Local' --identity identity-trading --address address-berlin")}


def _emergency_requirements(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.account.requirements import check_command

    return {"check": check_command(resource, "'US Local' --identity identity-john --address address-new-york")}


def _proofs(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.catalog.requirements import PROOF_LINKS
    from didww_cli.commands.documents.adding import add_command

    return {"add": add_command(resource, PROOF_LINKS, "--entity identity-john --proof-type Passport")}


def _forms(resource: Resource) -> Mapping[str, Command]:
    from didww_cli.catalog.requirements import FORM_LINKS
    from didww_cli.commands.documents.adding import add_command

    return {"add": add_command(resource, FORM_LINKS, "--identity identity-john --template 'Germany Registration Form'")}


def _exports(_: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.exports.downloading import export_commands

    return export_commands()


def _files(_: Resource) -> Mapping[str, Command]:
    from didww_cli.commands.documents.files import file_commands

    return file_commands()


WORKFLOWS: dict[str, tuple[tuple[str, ...], Callable[[Resource], Mapping[str, Command]]]] = {
    numbers.DIDS.type: (("cancel", "restore", "assign", "unassign"), _dids),
    numbers.DID_HISTORY.type: (("summary",), _history),
    orders.ORDERS.type: (("create", "wait"), _orders),
    voice.VOICE_OUT_TRUNKS.type: (("regenerate-credentials",), _out_trunks),
    sms.SMS_TRUNKS.type: (("regenerate-credentials",), _sms_trunks),
    emergency.EMERGENCY_REQUIREMENTS.type: (("check",), _emergency_requirements),
    regulation.ADDRESS_REQUIREMENTS.type: (("check",), _address_requirements),
    orders.EXPORTS.type: (("create", "download"), _exports),
    regulation.PROOFS.type: (("add",), _proofs),
    regulation.PERMANENT_SUPPORTING_DOCUMENTS.type: (("add",), _forms),
    regulation.ENCRYPTED_FILES.type: (("upload", "encrypt"), _files),
}
"""Commands beyond list, get, create, update and delete, or in place of one: their names, and what makes them."""


def _emergency() -> Mapping[str, Command]:
    from didww_cli.commands.emergency.group import emergency_commands

    return emergency_commands()


FAMILY_JOBS: dict[str, Callable[[], Mapping[str, Command]]] = {emergency.FAMILY.word: _emergency}
"""What is done over several types of a family at once."""


def _route() -> Command:
    from didww_cli.commands.routing.route import route_command

    return route_command(numbers.DIDS)


def _numbers() -> Mapping[str, Any]:
    from didww_cli.commands.numbers.group import numbers_commands

    return numbers_commands()


def _check() -> Command:
    from didww_cli.commands.health.check import check_command

    return check_command()


def _cdr() -> Mapping[str, Any]:
    from didww_cli.commands.cdr.group import cdr_commands

    return cdr_commands()


def _status() -> Command:
    from didww_cli.commands.health.status import status_command

    return status_command()


def _requirements() -> Command:
    from didww_cli.commands.documents.requirements import requirements_command

    return requirements_command()


def _register() -> Command:
    from didww_cli.commands.documents.register import register_command

    return register_command()


def _costs() -> Command:
    from didww_cli.commands.costs.monthly import costs_command

    return costs_command()


def _snapshot() -> Mapping[str, Any]:
    from didww_cli.commands.snapshot.group import snapshot_commands

    return snapshot_commands()


def _journal() -> Mapping[str, Any]:
    from didww_cli.commands.journal.group import journal_commands

    return journal_commands()


def _prices() -> Mapping[str, Any]:
    from didww_cli.commands.prices.group import prices_commands

    return prices_commands()


def _group(name: str, what: str, panel: str, load: Callable[[], Mapping[str, Any]]) -> Later:
    return Later(lambda: Group(name, load, help="", panel=panel), what, panel)


JOB_GROUPS: dict[str, Later] = {
    "numbers": _group("numbers", "Numbers on sale: search them with prices, and buy some.", JOBS, _numbers),
    "requirements": Later(
        _requirements,
        "Show what is asked for before numbers work, or emergency calls from them; what of it is there, and what "
        "supplies the rest.",
        JOBS,
    ),
    "register": Later(
        _register,
        "Register numbers at an address from plain files: checked, encrypted, uploaded, handed in and submitted.",
        JOBS,
    ),
    "route": Later(
        _route,
        "Show where calls to your numbers go: capacity, trunks by priority and share, and what stops a call.",
        JOBS,
    ),
    "check": Later(_check, "See what is amiss in the account: numbers, trunks, capacity, documents, money.", JOBS),
    "status": Later(
        _status,
        "Show the account at a glance: money, numbers, trunks, capacity, what is open, last orders, history.",
        JOBS,
    ),
    "snapshot": _group(
        "snapshot", "The configuration of the account as a file: save it, compare it, put it back.", JOBS, _snapshot
    ),
    "journal": _group(
        "journal", "What this machine wrote, what was there before, and putting it back.", JOBS, _journal
    ),
    "prices": _group(
        "prices",
        "What calls and SMS cost on your price plans: of a number, or all as a file. USD, without VAT.",
        JOBS,
        _prices,
    ),
    "costs": Later(
        _costs, "Show what the account costs each month, by kind, country and pool, and what ends when.", JOBS
    ),
    "cdr": _group("cdr", "Call records summed up: calls, answered, ASR, ACD, minutes, cost.", JOBS, _cdr),
}
"""What is done over several types at once."""


def _api() -> Command:
    from didww_cli.commands.tools.api import api_command

    return api_command()


def _schema() -> Command:
    from didww_cli.commands.tools.schema import schema_command

    return schema_command()


def _doctor() -> Command:
    from didww_cli.commands.tools.doctor import doctor_command

    return doctor_command()


def _commands() -> Command:
    from didww_cli.commands.tools.commands import commands_command

    return commands_command(tree)


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


TOOL_GROUPS: dict[str, Later] = {
    "webhook": _group(
        "webhook", "Callbacks: verify captured ones and say why not, sign, send and receive.", TOOLS, _webhook
    ),
    "api": Later(_api, "Send any request to the API.", TOOLS),
    "schema": Later(_schema, "Show what the API offers.", TOOLS),
    "config": _group("config", "Profiles: keys, environments and other settings.", TOOLS, _config),
    "auth": _group("auth", "Tokens: who this is, one for other tools, and forgetting them.", TOOLS, _auth),
    "emulator": _group("emulator", "The emulated DIDWW account.", TOOLS, _emulator),
    "completion": _group(
        "completion", "Completion of command lines in bash, zsh, fish and PowerShell.", TOOLS, _completion
    ),
    "doctor": Later(
        _doctor, "See whether the tool can work here: configuration, key, network, clock. It shows no secret.", TOOLS
    ),
    "commands": Later(
        _commands, f"List all commands; as {Format.JSON} with their arguments, options and examples.", TOOLS
    ),
    "help": Later(_help),
}
"""What is no work on an account, in the order of the help."""
