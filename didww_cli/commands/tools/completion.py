"""``didww completion``: scripts with which shells complete command lines by themselves, made from the command tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from didww_cli import __version__
from didww_cli.catalog import API_VERSIONS, BY_NOUN, BY_TYPE, FAMILIES, RESOURCES, joined
from didww_cli.catalog.codes import TABLES
from didww_cli.catalog.completed import BY_NAME, completed_name, filters_by_name, referred_to
from didww_cli.catalog.model import BOOLEAN, LISTS, Attribute, Filter, Resource
from didww_cli.catalog.numbers import DIDS
from didww_cli.catalog.paths import columns_of, near
from didww_cli.catalog.versions import holds
from didww_cli.commands.noting import SWITCH, wanted
from didww_cli.commands.old_scripts import note_told
from didww_cli.commands.state import State
from didww_cli.commands.tools.completion_places import PLACES, check_free, undoing, users_shell
from didww_cli.commands.tools.completion_scripts import FILES, NAMES, PROFILES, SCRIPTS, SEVERAL, TEXT, Offer, Word
from didww_cli.commands.tree import Command, Group, argument, global_options, option
from didww_cli.commands.verbs.members import members_of
from didww_cli.config.keys import ENVIRONMENTS, OUTPUTS
from didww_cli.disk import write_private
from didww_cli.errors import UsageError
from didww_cli.output.screen import write_lines

INSTALL = {shell: (place.more, *place.lines(shell)) for shell, place in PLACES.items()}
"""How each shell's script is installed by hand: what else is to do, and the lines to type."""

CHOICES = re.compile(r"[a-z0-9_.-]+(\|[a-z0-9_.-]+)+")
"""A metavar that says what may stand there: ``get|post``."""
REFERENCE = re.compile(r"REF(\[,REF\])?|NUMBER|CC")
"""One that says that things are referred to."""
ONE_OF = re.compile(r"One of ([a-z0-9_., -]+)\.")
"""A help that does."""
FILTER = "--filter"
JOBS_ON_DIDS = ("route", "emergency gaps")
"""Commands that are at no resource of theirs and filter DIDs."""
NOT_YET_OWNED = ("numbers buy",)
"""Commands whose numbers are on sale: those that are kept are owned."""


def completion_commands(tree: Callable[[], Group]) -> Mapping[str, Any]:
    """A command for each shell, and one that installs. ``tree`` gives the root."""
    shells = {shell: _command(shell, more, lines, tree) for shell, (more, *lines) in INSTALL.items()}
    return shells | {"install": _install_command(tree), "refresh": _refresh_command()}


def _command(shell: str, more: str, lines: Sequence[str], tree: Callable[[], Group]) -> Command:
    def run(state: State) -> None:
        write_lines(state.screen, script(shell, tree()).splitlines())

    return Command(shell, run, help=f"Print the completion script of {shell}.\n\n{more}", examples=lines)


def _install_command(tree: Callable[[], Group]) -> Command:
    def run(state: State, shell: str | None, force: bool) -> None:
        chosen = shell or users_shell()
        if chosen not in PLACES:
            raise UsageError(f"There is no completion for {chosen!r}.{near(chosen, PLACES)}")
        path = PLACES[chosen].path()
        check_free(path, force=force)
        write_private(path, script(chosen, tree()).encode("ascii"))
        note_told(chosen)
        state.notice(f"Wrote {path}. {PLACES[chosen].more}")
        state.notice(f"New shells complete didww then. To undo it: {undoing(chosen, path)}")

    return Command(
        "install",
        run,
        help="Put the completion script where the shell looks for it, and say how that is undone.",
        params=[
            argument("shell", help=f"One of {', '.join(PLACES)}. By default what $SHELL names.", required=False),
            option("--force", type=bool, help="Replace a file that was not made by didww."),
        ],
        examples=["didww completion install", "didww completion install zsh"],
    )


def _refresh_command() -> Command:
    return Command(
        "refresh",
        _refresh,
        help="Read the names that bash, zsh and fish complete: numbers, trunks, groups, pools, orders, countries. "
        f"Lists keep those that they show anyway. {SWITCH}=0 keeps none.",
        examples=["didww completion refresh"],
    )


def _refresh(state: State) -> None:
    from didww_cli.commands.kept_names import MOST_NAMES
    from didww_cli.commands.noting import kept_names
    from didww_cli.jsonapi.client import ListQuery

    state.check()
    if not wanted():
        raise UsageError(f"{SWITCH} is 0: no names are kept.")
    read = 0
    for resource in (BY_TYPE[kind] for kind in BY_NAME):
        name = completed_name(resource)
        if not holds(resource, state.speech.version):
            continue
        query = ListQuery(fields={resource.type: (name,)}, limit=MOST_NAMES if resource.paginated else None)
        found = (record.get(name) for record in state.client.list(resource, query))
        names = dict.fromkeys(one for one in found if isinstance(one, str) and one)
        kept_names(state).keep(resource.type, names, whole=True)
        read += len(names)
    state.notice(f"Read {read:,} names.")


def script(shell: str, tree: Group) -> str:
    """The completion script of a shell for the commands below a root."""
    return SCRIPTS[shell](offers(tree)).replace("@VERSION@", __version__)


def offers(tree: Group) -> dict[str, Offer]:
    """What may stand where, by keys that the scripts look up.

    ``commands:PATH``, ``options:PATH``, ``global:``, ``values:FLAG`` and ``values:FLAG KEY=`` (``values:PATH FLAG``
    where it depends on the command), ``arguments:PATH`` (``arguments:PATH NUMBER`` where it takes several, each with a
    meaning of its own), and ``alias:WORD`` for the names of API types.
    """
    shared = {flag for option in global_options() for flag in option.opts}
    found = {"global:": Offer("words", (*_flags(global_options()), ("--help", "Show help")))}
    values: dict[str, dict[str, Offer | None]] = {}
    for path, command in _walk(tree, ()):
        name = " ".join(path)
        if hasattr(command, "list_commands"):
            shown = [(one, _first_sentence(command.get_command(None, one).short_help)) for one in _names(command)]
            found[f"commands:{name}"] = Offer("words", tuple(shown))
        options = [one for one in command.params if one.param_type_name == "option"]
        own = _flags(one for one in options if one.opts[0] not in shared)
        if own:
            found[f"options:{name}"] = Offer("words", own)
        choices = known_values(path)
        for one in options:
            for flag in (*one.opts, *one.secondary_opts):
                values.setdefault(flag, {})[name] = value_of(one, choices)
                if one.opts[0] == FILTER:
                    for key, kinds in _filtered(path).items():
                        values.setdefault(f"{flag} {key}=", {})[name] = _names_of(kinds, SEVERAL)
        found.update(_arguments(name, [one for one in command.params if one.param_type_name == "argument"]))
    return found | _values(values) | _aliases()


def _walk(group: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The group and all shown commands below it, each with its words."""
    yield path, group
    for name in _names(group):
        command = group.get_command(None, name)
        if hasattr(command, "list_commands"):
            yield from _walk(command, (*path, name))
        else:
            yield (*path, name), command


def _names(group: Any) -> list[str]:
    return [name for name in group.list_commands(None) if not group.get_command(None, name).hidden]


def _flags(options: Iterable[Any]) -> tuple[Word, ...]:
    return tuple(
        (flag, _first_sentence(one.help))
        for one in options
        if not one.hidden
        for flag in (*one.opts, *one.secondary_opts)
    )


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].partition("\n")[0].strip().rstrip(".")


def value_of(option: Any, choices: Mapping[str, Offer]) -> Offer | None:
    """What may stand after an option; None where it takes no value."""
    if option.is_flag:
        return None
    known = next((choices[flag] for flag in option.opts if flag in choices), None)
    return known or _said(option, "FILE|FOLDER") or _referred(option) or TEXT


def _referred(option: Any) -> Offer | None:
    """The names of what an option refers to; of several in one value, between commas."""
    if not REFERENCE.fullmatch(option.metavar or ""):
        return None
    name = re.sub("^(add|remove)_", "", option.opts[0].removeprefix("--").replace("-", "_"))
    return _names_of(referred_to().get(name, ()), SEVERAL if "," in option.metavar else NAMES)


def _filtered(path: tuple[str, ...]) -> dict[str, list[str]]:
    """The keys of a command's filters that take names, each with the types of what bears them."""
    known = [filters_by_name(one) for one in _listed(path)]
    return {key: [one[key] for one in known] for one in known[:1] for key in one if all(key in each for each in known)}


def _listed(path: tuple[str, ...]) -> list[Resource]:
    """What a command filters: several types where it lists them as one."""
    family = FAMILIES.get(path[0]) if path[1:] == ("list",) else None
    if family and family.joined:
        return list(joined(family).values())
    found = DIDS if " ".join(path) in JOBS_ON_DIDS else BY_NOUN.get(" ".join(path[:-1]))
    return [found] if found else []


def _said(parameter: Any, files: str) -> Offer | None:
    """What a parameter itself says may stand there; ``files``: metavars of names of files."""
    metavar = parameter.metavar or ""
    if re.search(files, metavar):
        return FILES
    if CHOICES.fullmatch(metavar):
        return _words(metavar.split("|"))
    known = ONE_OF.match(parameter.help or "")
    return _words(known[1].split(", ")) if known else None


def _values(values: Mapping[str, Mapping[str, Offer | None]]) -> dict[str, Offer]:
    """The values of each option: once where all commands that have it agree, else for each command."""
    found = {}
    for flag, places in values.items():
        same = len(set(places.values())) == 1
        for name, offer in places.items():
            if offer:
                found[f"values:{flag}" if same else f"values:{name} {flag}"] = offer
    return found


def _arguments(name: str, arguments: Sequence[Any]) -> dict[str, Offer]:
    found = {}
    for number, one in enumerate(arguments, start=1):
        offer = _known_arguments().get((name, one.name)) or _named(name, one) or _said(one, "FILE|FOLDER|PATH|CAPTURE")
        if offer:
            found[f"arguments:{name}" if one.nargs == -1 else f"arguments:{name} {number}"] = offer
    return found


def _named(name: str, argument: Any) -> Offer | None:
    """The names of what a command below a noun, or one that takes numbers, works on."""
    if argument.name not in ("ref", "refs") or name in NOT_YET_OWNED:
        return None
    takes_numbers = "NUMBER" in (argument.metavar or "")
    resource = DIDS if takes_numbers else BY_NOUN.get(name.rpartition(" ")[0])
    return _names_of([resource.type]) if resource else None


def _names_of(types: Iterable[str], kind: str = NAMES) -> Offer | None:
    known = [one for one in types if one in BY_NAME]
    return _words(known, kind) if known else None


def _known_arguments() -> dict[tuple[str, str], Offer]:
    from didww_cli.commands.tools.api import METHODS

    types = {resource.type: resource.help for resource in RESOURCES}
    types |= {resource.noun: resource.help for resource in RESOURCES if resource.noun and " " not in resource.noun}
    return {
        ("api", "method"): _words(METHODS),
        ("api", "path"): _words(resource.path for resource in RESOURCES if resource.path),
        ("schema", "type"): Offer("words", tuple((word, _first_sentence(said)) for word, said in types.items())),
        ("config use", "name"): PROFILES,
        ("config remove", "name"): PROFILES,
    }


def _aliases() -> dict[str, Offer]:
    """The hidden names of nouns: what API types are called, with dashes or underscores."""
    return {
        f"alias:{word}": Offer("alias", ((resource.noun, ""),))
        for resource in RESOURCES
        if resource.noun
        for word in (resource.type, resource.type.replace("_", "-"))
        if word != resource.noun
    }


def known_values(path: tuple[str, ...]) -> dict[str, Offer]:
    """The known values of a command's options."""
    found = {
        "--output": _words(OUTPUTS),
        "--environment": _words(ENVIRONMENTS),
        "--api-version": _words(API_VERSIONS),
        "--profile": PROFILES,
    }
    listed = _listed(path)
    if len(listed) == 2:
        return found | _reading_both(*listed)
    resource = BY_NOUN.get(" ".join(path[:-1]))
    if resource:
        return found | _reading(resource) | _writing(resource, path[-1])
    return found | {FILTER: _reading(listed[0])[FILTER]} if listed else found


def _reading(resource: Resource) -> dict[str, Offer]:
    """Filters, includes, sort fields and columns."""
    sorts = [f"{minus}{name}" for minus in ("", "-") for name in resource.sorts]
    return {
        FILTER: _words(word for one in resource.filters for word in _filter_words(one)),
        "--include": _words(resource.includes, "list"),
        "--sort": _words(sorts, "list"),
        "--columns": _words(columns_of(resource), "list"),
    }


def _reading_both(first: Resource, second: Resource) -> dict[str, Offer]:
    """What both have, and the column that tells them apart."""
    others = _reading(second)
    found = {
        flag: Offer(one.kind, tuple(word for word in one.words if word in others[flag].words))
        for flag, one in _reading(first).items()
    }
    return found | {"--columns": Offer("list", (("direction", ""), *found["--columns"].words))}


def _filter_words(one: Filter) -> list[str]:
    """``key=value`` where the values are known, else ``key=``; beside an id also what a person knows the thing by."""
    values = ("true", "false") if one.kind == BOOLEAN else one.enum
    known = [name for name in BY_TYPE[one.to].lookup if BY_TYPE[one.to].attribute(name)] if one.to else []
    names = known if one.name.count(".") == 1 else []
    words = [f"{one.name}={value}" for value in values or ("",)]
    return words + [f"{one.name.removesuffix('id')}{name}=" for name in names if "." not in name]


def _writing(resource: Resource, verb: str) -> dict[str, Offer]:
    """The values of options for writable members, and the keys of ``--set`` and ``--unset``."""
    action = "create" if verb == "create" else "update"
    found = {
        "--set": _words(f"{one.name}=" for one in resource.attributes if getattr(one, action)),
        "--unset": _words(one.name for one in resource.attributes if one.clearable and one.update),
    }
    for member in members_of(resource, action):
        part = member.since or member.part
        if offer := _member_values(part) if isinstance(part, Attribute) else None:
            found.update(dict.fromkeys(member.flags, offer))
    return found


def _member_values(part: Attribute) -> Offer | None:
    kind = "list" if part.kind in LISTS else "words"
    if part.codes:
        return Offer(kind, tuple(_code(name) for name in TABLES[part.codes].values()))
    known = part.enum or part.values
    return _words(known, kind) if known else None


def _code(name: str) -> Word:
    """A code by its name; ``402 Payment Required`` by its number."""
    first, _, rest = name.partition(" ")
    return (first, rest) if first.isdigit() else (name.replace(" ", "-"), "")


def _words(words: Iterable[str], kind: str = "words") -> Offer:
    return Offer(kind, tuple((word, "") for word in dict.fromkeys(words)))
