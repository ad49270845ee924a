"""What the help of a command or topic tells, as data: it is laid out for a terminal, and as a page of a manual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

EXAMPLES = "Examples"
ARGUMENTS = "Arguments"
OPTIONS = "Options"
COMMANDS = "Commands"
REMARK = "  # "
"""What parts an example from what it does."""
UNSAID: tuple[Any, ...] = (None, False, 0, "", (), [])
"""Defaults that are none."""


class Rows(NamedTuple):
    """Names with what each means, under a heading. ``commands``: the names are whole command lines."""

    heading: str
    rows: tuple[tuple[str, str], ...]
    commands: bool = False


Block = str | Mapping[str, str]
"""What a topic consists of: a paragraph, or names (or whole command lines) and what each means."""


class Page(NamedTuple):
    """One page: how it is called (empty for a topic), and paragraphs and rows in their order."""

    usage: str
    blocks: tuple[str | Rows, ...]


def page_of(command: Any, path: str, own: Sequence[Any], more: str) -> Page:
    """The page of a command or group that is called ``path``. ``own``: those of its parameters that stand on it;
    ``more``: the last paragraph.
    """
    summary, *further = command.help.split("\n\n")
    arguments = [one for one in own if one.param_type_name == "argument"]
    options = [one for one in own if one.param_type_name == "option" and not one.hidden]
    blocks = [
        summary,
        *examples_of(command),
        *further,
        *_commands(command),
        Rows(ARGUMENTS, tuple((one.metavar, one.help) for one in arguments)),
        *_panels((one.rich_help_panel or OPTIONS, (option_names(one), _option_text(one))) for one in options),
        more,
    ]
    return Page(_usage(command, path, arguments), tuple(one for one in blocks if (one.rows if _is_rows(one) else one)))


def _is_rows(block: str | Rows) -> bool:
    return isinstance(block, Rows)


def _usage(command: Any, path: str, arguments: Iterable[Any]) -> str:
    what = ["COMMAND"] if hasattr(command, "list_commands") else [one.metavar for one in arguments]
    return " ".join([path, *what, "[OPTIONS]"])


def examples_of(command: Any) -> Iterator[Rows]:
    """The examples of a command: each line with what it does."""
    parted = (line.partition(REMARK) for line in command.examples)
    yield Rows(EXAMPLES, tuple((line.rstrip(), said) for line, _, said in parted), commands=True)


def option_names(option: Any) -> str:
    """How an option is written: ``-f, --filter KEY=VALUE`` or ``--rtp-ping/--no-rtp-ping``."""
    names = ", ".join(sorted(option.opts, key=lambda name: name.startswith("--")))
    if option.secondary_opts:
        return "/".join([names, *option.secondary_opts])
    return names if option.is_flag else f"{names} {option.metavar}"


def _option_text(option: Any) -> str:
    default = "" if option.default in UNSAID or callable(option.default) else f" [{option.default}]"
    return f"{option.help}{default}{' Required.' if option.required else ''}"


def _commands(group: Any) -> Iterator[Rows]:
    if hasattr(group, "list_commands"):
        panels = group.start != ""  # the root's; in a family all would be of one
        yield from _panels((panels * (panel or "") or COMMANDS, (name, told)) for name, panel, told in group.told())


def _panels(told: Iterable[tuple[str, tuple[str, str]]]) -> Iterator[Rows]:
    panels: dict[str, list[tuple[str, str]]] = {}
    for panel, row in told:
        panels.setdefault(panel, []).append(row)
    yield from (Rows(panel, tuple(rows)) for panel, rows in panels.items())


def topic_page(blocks: Iterable[Block]) -> Page:
    """A page of paragraphs, and of rows without a heading; those of commands begin with ``didww``."""
    return Page("", tuple(one if isinstance(one, str) else _rows(one) for one in blocks))


def _rows(told: Mapping[str, str]) -> Rows:
    return Rows("", tuple(told.items()), commands=next(iter(told)).startswith("didww "))
