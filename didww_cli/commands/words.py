"""Words that people bring from other tools, and what they are called here. ``{}``: the group that was asked."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

Meant = TypeVar("Meant")


def _all(words: str, meant: Meant) -> dict[str, Meant]:
    return dict.fromkeys(words.split(), meant)


_GET, _LIST, _DELETE, _CREATE, _UPDATE = (
    *("didww {} get REF", "didww {} list --filter KEY=VALUE", "didww {} delete REF"),
    *("didww {} create --help", "didww {} update REF --help"),
)
VERBS = {
    **_all("show describe view info read inspect", ("get", _GET)),
    **_all("find search ls query all", ("list", _LIST)),
    **_all("rm remove del destroy", ("delete", _DELETE)),
    **_all("add new make", ("create", _CREATE)),
    **_all("set edit modify change patch put", ("update", _UPDATE)),
}
"""What stands for a verb: the verb, and the command."""
CANCEL = "cancel"
"""What some things have in place of ``delete``."""

_BUY = "didww numbers buy --country US --qty 1 --dry-run"
_CALLS = "didww exports create --type cdr_in --from yesterday --download calls.csv"
_ACCOUNT = "didww auth status"
COMMANDS = {
    **_all("cdr cdrs calls call-records records", _CALLS),
    **_all("buy purchase order", _BUY),
    **_all("login init setup configure", "didww config init"),
    **_all("logout", "didww auth forget"),
    **_all("whoami me account profile", _ACCOUNT),
    **_all("number numbers phone-numbers did", "didww dids list"),
    **_all("cost costs price rates pricing", "didww prices lookup NUMBER"),
    **_all("money credit billing", "didww balance"),
    **_all("sip trunk", "didww trunks list"),
    **_all("register registration", "didww address-verifications create --help"),
    **_all("upload", "didww files upload FILE"),
    **_all("webhooks callbacks verify", "didww webhook verify CAPTURE"),
    **_all("pools channels", "didww capacity pools list"),
    **_all("version", "didww --version"),
    **_all("demo try", "didww --profile demo dids list"),
    **_all("undo log audit", "didww journal list"),
    **_all("backup restore export-config", "didww snapshot --help"),
}
"""What stands for a command of the root, or of any group that has no such verb: the whole command."""

OPTIONS = {
    **_all("--trunk --voice-trunk", "--voice-in-trunk"),
    **_all("--group --trunk-group", "--voice-in-trunk-group"),
    **_all("--search --where --find --match --number --name --status", "--filter"),
    **_all("--since --after", "--from"),
    **_all("--until --before", "--to"),
    **_all("--format --json --csv --yaml", "--output"),
    **_all("--fields --select --show", "--columns"),
    **_all("--order --order-by --sort-by", "--sort"),
    **_all("--max --count --top --first", "--limit"),
    **_all("--force --confirm --no-prompt --assume-yes --auto-approve", "--yes"),
    **_all("--debug --trace", "--verbose"),
    **_all("--sandbox --production --env", "--environment"),
    **_all("--reference --ref", "--external-reference-id"),
    **_all("--quantity --amount", "--qty"),
    **_all("--noop --check --preview --plan", "--dry-run"),
    **_all("--file --from-file --csv-file", "--input"),
    **_all("--expand --with", "--include"),
    **_all("--jq --jmespath", "--query"),
}
"""What stands for an option; told where the command has that option."""

VALUES = {
    "--json": "--output json",
    "--csv": "--output csv",
    "--sandbox": "--environment sandbox",
    "--production": "--environment production",
    "--search": "--filter KEY=VALUE",
    "--number": "--filter number=VALUE",
    "--name": "--filter name=VALUE",
    "--status": "--filter status=VALUE",
}
"""How it is written, where more than the option's name is to be said."""


def command_for(word: str, group: str, known: Collection[str]) -> str:
    """The command that a word stands for within a group (its words behind ``didww``); empty where none is known."""
    verb, told = VERBS.get(word.lower(), ("", ""))
    if verb == "delete" and verb not in known and CANCEL in known:
        return f"didww {group} {CANCEL} REF"
    if verb in known:
        return told.format(group)
    return COMMANDS.get(word.lower(), "")


def option_for(name: str, known: Collection[str]) -> str:
    """The option that a name stands for, as it is typed; empty where the command has none such."""
    meant = OPTIONS.get(name.lower(), "")
    return VALUES.get(name.lower(), meant) if meant in known else ""
