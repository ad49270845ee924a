"""``didww commands``: all commands, as a list to look through and as data for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.formats import Format
from didww_cli.catalog.paths import Column, near
from didww_cli.commands.pages import OPTIONS, examples_of
from didww_cli.commands.show import show_data, show_list
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, global_options
from didww_cli.errors import UsageError

if TYPE_CHECKING:
    from didww_cli.commands.tools.completion_scripts import Offer
    from didww_cli.config.keys import Key

COLUMNS = ("command", "help")
OPEN = {"--filter", "--include", "--sort", "--columns", "--set", "--unset", "--profile", "REF"}
"""Options (and what stands for a value) of which the known values are not all."""
VARIABLES = {"--profile": "DIDWW_PROFILE", "--no-color": "NO_COLOR"}
"""Of options of every command that are no settings of a profile."""
TYPES = {
    **dict.fromkeys(("N", "LINE"), "integer"),
    **dict.fromkeys(("X", "S", "SECONDS", "DAYS", "PERCENT"), "decimal"),
    **dict.fromkeys(("FILE", "FOLDER", "PATH", "CAPTURE"), "file"),
    **dict.fromkeys(("TIME", "DATE", "URL"), ""),
    "REF": "reference",
    "KEY=VALUE": "pair",
    "A,B": "list",
    "REF[,REF]": "references",
}
"""What a value is, by what stands for it; empty: what stands for it in lower case. All else is text."""


def commands_command(tree: Callable[[], Any]) -> Command:
    """The list of commands. ``tree`` gives the root."""

    def run(state: State, words: Sequence[str]) -> None:
        state.check()
        state.only("Commands are listed", *(one for one in Format if one not in (Format.IDS, Format.JSONAPI)))
        path, command = _named(tree(), words)
        if state.output is Format.JSON:
            show_data(state, described(command, path, whole=not words))
            return
        rows = [
            {"command": " ".join(("didww", *one)), "help": found.short_help} for one, found in _leaves(command, path)
        ]
        show_list(state, rows, [Column(name, (), (name,), ()) for name in COLUMNS])

    word = argument("words", help="Only the commands of this group.", many=True, required=False)
    word.metavar = "[WORD]..."
    return Command(
        "commands",
        run,
        params=[word],
        examples=[
            "didww commands",
            "didww commands trunks in",
            f"didww commands dids list -o {Format.JSON} --query 'options[].names[]'",
        ],
    )


def _named(root: Any, words: Sequence[str]) -> tuple[tuple[str, ...], Any]:
    """The command or group that some words name; UsageError naming the nearest."""
    path: tuple[str, ...] = ()
    command = root
    for word in words:
        found = command.get_command(None, word) if hasattr(command, "list_commands") else None
        if found is None:
            known = [name for name, _ in _shown(command)]
            raise UsageError(f"There is no command {' '.join([*path, word])!r}.{near(word, known)}")
        path, command = (*path, word), found
    return path, command


def _shown(command: Any) -> list[tuple[str, Any]]:
    names = command.list_commands(None) if hasattr(command, "list_commands") else []
    return [(name, one) for name in names if not (one := command.get_command(None, name)).hidden]


def _leaves(command: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    if not hasattr(command, "list_commands"):
        yield path, command
    for name, one in _shown(command):
        yield from _leaves(one, (*path, name))


def described(command: Any, path: tuple[str, ...], *, whole: bool = False) -> dict[str, Any]:
    """A command as data, with those below it. ``whole``: also the options that every command takes."""
    from didww_cli.commands.tools.completion import known_values

    values = known_values(path)
    own = [one for one in command.params if whole or one not in global_options()]
    found = {
        "name": " ".join(("didww", *path)),
        "help": command.help,
        "panel": command.rich_help_panel,
        "examples": [{"line": line, "does": does} for rows in examples_of(command) for line, does in rows.rows],
        "arguments": [_argument(one) for one in own if one.param_type_name == "argument"],
        "options": [_option(one, values) for one in own if one.param_type_name == "option"],
    }
    below = [described(one, (*path, name)) for name, one in _shown(command)]
    return found | ({"commands": below} if hasattr(command, "list_commands") else {})


def _argument(one: Any) -> dict[str, Any]:
    return {
        "name": one.metavar.strip("[]."),
        "help": one.help,
        "type": _type(one.metavar.strip("[].")),
        "required": one.required,
        "repeatable": one.nargs == -1,
    }


def _option(one: Any, values: dict[str, Offer]) -> dict[str, Any]:
    from didww_cli.commands.tools.completion import value_of

    offer = value_of(one, values)
    choices = [word for word, _ in offer.words] if offer and not OPEN & {*one.opts, one.metavar} else []
    key = _key(one)
    kind = "choice" if offer and choices and offer.kind == "words" else _type(one.metavar or "")
    return {
        "names": [*sorted(one.opts, key=len, reverse=True), *one.secondary_opts],
        "help": one.help,
        "panel": one.rich_help_panel or OPTIONS,
        "type": "flag" if one.is_flag else kind,
        "metavar": None if one.is_flag else one.metavar,
        "choices": choices or None,
        "default": key.default if key else one.default if isinstance(one.default, str | int | float) else None,
        "variable": key.variable if key else VARIABLES.get(one.opts[0]),
        "required": one.required,
        "repeatable": one.multiple,
    }


def _type(metavar: str) -> str:
    found = TYPES.get(metavar, "text")
    return found or metavar.lower()


def _key(option: Any) -> Key | None:
    """The setting that an option of every command stands for."""
    from didww_cli.config.keys import KEYS

    return KEYS.get(option.name) if option in global_options() else None
