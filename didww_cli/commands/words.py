"""Words that people bring from other tools, what they are called here, and the line that is meant by them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from didww_cli.catalog import BY_NOUN, BY_TYPE, FAMILIES, numbers, orders, voice
from didww_cli.catalog.model import DIGITS, STRING, Resource
from didww_cli.errors import UsageError


def _all(words: str, meant: str) -> dict[str, str]:
    return dict.fromkeys(words.split(), meant)


VERBS = {
    **_all("show describe view info read inspect display cat", "get"),
    **_all("find search ls query all index", "list"),
    **_all("rm remove del destroy drop", "delete"),
    **_all("add new make", "create"),
    **_all("set edit modify change patch put", "update"),
}
"""What stands for a verb."""
CANCEL = "cancel"
"""What some things have in place of ``delete``."""
USUAL = {"get": "REF", "delete": "REF", CANCEL: "REF", "update": "REF --help", "create": "--help", "list": ""}
"""What stands behind a verb where nothing was typed."""

NOUNS = {
    **_all("number numbers phone-numbers phone-number did phones", numbers.DIDS.noun),
    **_all("sip trunk sip-trunks", "trunks"),
    **_all("pools channels", "capacity pools"),
    **_all("webhooks callbacks", "webhook"),
    **_all("available inventory stock", "available-dids"),
    **_all("messages messaging", "sms trunks"),
}
"""What stands for a noun; also where a group of that name has no such verb."""

JOBS = {
    **_all(
        "cdrs calls call-records records call-logs",
        "exports create --type cdr_in --from yesterday --download calls.csv",
    ),
    **_all("stats statistics report reports asr acd minutes", "cdr summary --from this-month --by day"),
    **_all("buy purchase order", "numbers buy --city {CITY} --dry-run"),
    **_all("search find", "numbers search --city {CITY}"),
    **_all("assign move reassign reroute", "dids assign {NUMBER} --trunk TRUNK --dry-run"),
    **_all("login init setup configure", "config init"),
    **_all("logout", "auth forget"),
    **_all("whoami me account profile", "auth status"),
    **_all("cost price rates pricing rate", "prices lookup {NUMBER}"),
    **_all("money credit billing", orders.BALANCES.noun),
    **_all("registration verification kyc", "register --help"),
    **_all("upload", "files upload {FILE}"),
    **_all("verify", "webhook verify {CAPTURE}"),
    **_all("version", "--version"),
    **_all("demo try", "--profile demo dids list"),
    **_all("undo revert rollback log audit", "journal list"),
    **_all("backup restore export-config", "snapshot --help"),
    **_all("request raw curl", "api GET {PATH}"),
    f"{numbers.DIDS.noun} create": "numbers buy --city {CITY} --dry-run",
    f"{voice.CAPACITY_POOLS.noun} create": "orders create --capacity-pool {POOL} --qty 1 --dry-run",
    "config get": "config show",
}
"""What stands for a whole command, at the root, or in a group (that which is named, else any) that has no such verb.
``{…}``: what is behind it.
"""

FOUND = "--filter {key}=*{value}*"
OPTIONS = {
    **_all("--trunk --voice-trunk", "--voice-in-trunk {value}"),
    **_all("--group --trunk-group", "--voice-in-trunk-group {value}"),
    **_all("--search --where --find --match --grep", FOUND),
    **_all("--since --after --start", "--from {value}"),
    **_all("--until --before --end", "--to {value}"),
    **_all("--format", "--output {value}"),
    **_all("--json --yaml", "--output json"),
    **_all("--csv", "--output csv"),
    **_all("--fields --select --show --column", "--columns {value}"),
    **_all("--order --order-by --sort-by", "--sort {value}"),
    **_all("--max --count --top --first --max-items --per-page", "--limit {value}"),
    **_all("--force --confirm --no-prompt --assume-yes --auto-approve", "--yes"),
    **_all("--debug --trace", "--verbose"),
    **_all("--env", "--environment {value}"),
    **_all("--sandbox", "--environment sandbox"),
    **_all("--production", "--environment production"),
    **_all("--reference --ref", "--external-reference-id {value}"),
    **_all("--quantity --amount", "--qty {value}"),
    **_all("--noop --check --preview --plan", "--dry-run"),
    **_all("--file --from-file --csv-file", "--input {value}"),
    **_all("--expand --with", "--include {value}"),
    **_all("--jq --jmespath", "--query {value}"),
}
"""What stands for an option; told where the command has that one."""
FILTERS = {
    **_all("--since --after --from --start", "created_at_gteq"),
    **_all("--until --before --to --end", "created_at_lteq"),
}
"""What stands for a filter of a list, beside its own name and that of the option; told where the list has that one."""
FILTER = "--filter"
NEVER_SHOWN = frozenset({"config init"})
"""Commands of which nothing that was typed behind is told again: it may be a key."""


def command_for(word: str, group: str, known: Collection[str]) -> str:
    """The command that a word stands for within a group (its words behind ``didww``); empty where none is known."""
    verb = _verb(word, known)
    if verb:
        return " ".join(f"didww {group} {verb} {USUAL.get(verb, '')}".split())
    if noun := NOUNS.get(word.lower()):
        return f"didww {noun} {_usual(noun)}"
    job = JOBS.get(word.lower())
    return " ".join(["didww", *_filled(job, [])]) if job else ""


def corrected(root: Any, words: Sequence[str], wrong: str = "") -> str:
    """The line that some words stand for, each one that is brought from elsewhere replaced, as it can be typed.

    Empty where nothing is known of a word, or of the option that is ``wrong``. ``root``: the root command.
    """
    from didww_cli.workflows.writing.kept import command_text

    found = _walked(root, list(words))
    known = found and found != list(words) and not (wrong and any(word.partition("=")[0] == wrong for word in found))
    return command_text(found) if known else ""


def _walked(root: Any, words: list[str]) -> list[str]:
    said: list[str] = []
    path: list[str] = []
    command, rest = root, list(words)
    while rest and hasattr(command, "list_commands"):
        word = rest.pop(0)
        found = None if word.startswith("-") else command.get_command(None, word)
        if word.startswith("-"):
            said += _option(command, path, word, rest)
        elif found is None:
            return _replaced(root, said, path, command, word, rest)
        else:
            said.append(word)
            path.append(word)
            command = found
    return [*said, *_behind(command, path, rest)]


def _replaced(root: Any, said: list[str], path: list[str], group: Any, word: str, rest: list[str]) -> list[str]:
    """The words of a line in which one is no command of its group; none where nothing is known of it.

    ``said``: what stands before it; ``path``: the names of groups in that.
    """
    plain = word.lower()
    if path and (within := _group_with(group, word)):
        inner, group = within
        return [*said, *inner, *_with_verb([*path, *inner], group, word, rest)]
    if len(path) == 1 and path[0] in NOUNS:
        word, plain, rest, path = path[0], path[0], [word, *rest], []
        said = [one for one in said if one != word]
    noun = ("" if path else NOUNS.get(plain)) or _plural(plain, group, path)
    if noun and (rest or plain not in JOBS):
        verb = [_usual(" ".join([*path, noun]))] if not rest or rest[0].startswith("-") else []
        if found := _walked(root, [*said, *noun.split(), *verb, *rest]):
            return found
    job = JOBS.get(" ".join([*path, VERBS.get(plain, plain)])) or JOBS.get(plain)
    if job:
        options = [one for one in said if one not in path]
        return [*options, *_filled(job, [] if job in NEVER_SHOWN else rest)]
    return []


def _usual(noun: str) -> str:
    """What is done with a noun where nothing is said."""
    return "list" if noun in (*BY_NOUN, *FAMILIES) else "--help"


def _plural(word: str, group: Any, path: list[str]) -> str:
    """The noun, within a group, of what one of it is called."""
    if hasattr(group.get_command(None, f"{word}s"), "list_commands"):
        return f"{word}s"
    names = {} if path else {one.singular.lower().replace(" ", "-"): noun for noun, one in BY_NOUN.items()}
    return names.get(word, "")


def _group_with(group: Any, word: str) -> tuple[list[str], Any] | None:
    """The group itself, or the first of its groups, that has the verb that a word stands for, and its words."""
    if _verb(word, group.list_commands(None)):
        return [], group
    for name in group.list_commands(None):
        inner = group.get_command(None, name)
        if hasattr(inner, "list_commands") and _verb(word, inner.list_commands(None)):
            return [name], inner
    return None


def _verb(word: str, known: Collection[str]) -> str:
    """The verb that a word stands for, of those that a group has."""
    verb = VERBS.get(word.lower(), word)
    if verb == "delete" and verb not in known:
        verb = CANCEL
    return verb if verb in known else ""


def _with_verb(path: list[str], group: Any, word: str, rest: list[str]) -> list[str]:
    """The verb of a group that a word stands for, and what is behind it."""
    verb = _verb(word, group.list_commands(None))
    behind = _behind(group.get_command(None, verb), [*path, verb], rest) if rest else USUAL.get(verb, "").split()
    return [verb, *behind]


def _behind(command: Any, path: Sequence[str], rest: list[str]) -> list[str]:
    """What stands behind a command, its options replaced where that is known."""
    takes_words = any(one.param_type_name == "argument" for one in command.params)
    found: list[str] = []
    left = list(rest)
    while left:
        word = left.pop(0)
        if word.startswith("-") and word != "-":
            found += _option(command, path, word, left)
        else:
            found += [word] if takes_words or path[-1] != "list" else _said(FOUND, path, word)
    return found


def _option(command: Any, path: Sequence[str], word: str, rest: list[str]) -> list[str]:
    """An option as the command has it, with its value, which is taken out of the rest; as it is where it has none."""
    known = {flag for one in command.params for flag in (*one.opts, *one.secondary_opts)} | {"--help"}
    name, equals, value = word.partition("=")
    if name in known or not word.startswith("--"):
        return [word, *([] if equals else _taken(command, word, rest))]
    way = OPTIONS.get(name.lower(), "")
    if way.partition(" ")[0] not in known:
        keys = (FILTERS.get(name.lower(), ""), way.partition(" ")[0], name)
        filters = (key.strip("-").replace("-", "_") for key in keys if key)
        way = next((f"{FILTER} {key}={{value}}" for key in filters if _is_filter(key, path)), "")
    if "{value}" in way and not equals:
        value = rest.pop(0) if rest and not rest[0].startswith("-") else "VALUE"
    return _said(way, path, value) if way else [word]


def _is_filter(key: str, path: Sequence[str]) -> bool:
    """Whether a list can be filtered by something."""
    resource = _resource(path)
    if resource is None or path[-1] != "list":
        return False
    from didww_cli.workflows.reading.filters import UnknownFilter, parse_filters

    try:
        parse_filters(resource, [f"{key}=1"])
    except UnknownFilter:
        return False
    except UsageError:  # the value is wrong, the filter is one
        return True
    return True


def _said(way: str, path: Sequence[str], value: str) -> list[str]:
    option, _, said = way.partition(" ")
    return [option, said.format(key=_key(_resource(path), value), value=value)] if said else [option]


def _key(resource: Resource | None, value: str) -> str:
    """What a thing is looked for by: what it is called, else by the first text that it has; numbers take digits."""
    if resource is None:
        return "KEY"
    named = [*filter(None, map(resource.attribute, (*resource.label, *resource.lookup))), *resource.attributes]
    texts = [one for one in named if one.kind == STRING and not one.enum]
    return next((one.name for one in texts if one.form != DIGITS or re.search(r"\d", value)), "KEY")


def _resource(path: Sequence[str]) -> Resource | None:
    noun = " ".join(path[:-1])
    if noun in FAMILIES and FAMILIES[noun].joined:
        noun = f"{noun} {FAMILIES[noun].joined[0]}"
    return BY_NOUN.get(noun) or BY_TYPE.get(noun.replace("-", "_"))


def _taken(command: Any, word: str, rest: list[str]) -> list[str]:
    """The value behind an option that takes one, out of the rest of a line."""
    takes = any(word in one.opts and not getattr(one, "is_flag", False) for one in command.params)
    return [rest.pop(0)] if takes and rest else []


def _filled(job: str, rest: Sequence[str]) -> list[str]:
    """The words of a command with what was typed in place of its blank, or with the name of that."""
    typed = next((word for word in rest[:1] if not word.startswith("-")), "")
    return [re.sub(r"\{(\w+)\}", lambda blank: typed or blank[1], part) for part in job.split()]
