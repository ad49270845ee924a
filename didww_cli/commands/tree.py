"""Commands and groups of commands, with the options that each of them takes before or after the nouns."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from didww_cli.catalog.formats import Format, listed
from didww_cli.commands.old_scripts import tell_if_old
from didww_cli.commands.pages import Page, page_of
from didww_cli.commands.state import State
from didww_cli.errors import DidwwError, UsageError

if TYPE_CHECKING:
    from didww_cli.commands.laid_out import Look

GLOBAL_PANEL = "Global options"
HELP = "help"
OUTPUT = "--output"
NO_COLOR = "--no-color"
MOST_EXAMPLES = 3
OPTIONS_KEY = "didww.options"
WORDS_KEY = "didww.words"
QUOTED = (Format.CSV, Format.TSV)
FILE_NAMES = r"FILE|FOLDER|PATH\.\.\.|CAPTURE"
"""Metavars of names of files, which may hold any bytes."""


def option(*names: str, help: str, type: Any = str, **more: Any) -> TyperOption:
    """An option: ``option("--limit", "-n", type=int, help="…")``; ``multiple=True`` where it may be repeated."""
    if type is bool:
        more.setdefault("is_flag", True)
        more.setdefault("default", None if "/" in names[0] else False)
    return TyperOption(param_decls=list(names), type=type, help=help, **more)


def argument(name: str, *, help: str, many: bool = False, required: bool = True, type: Any = str) -> TyperArgument:
    """An argument; ``many`` takes one or more (none at all where it is not required)."""
    metavar = name.upper() if required else f"[{name.upper()}]"
    return TyperArgument(
        param_decls=[name],
        type=type,
        help=help,
        required=required,
        nargs=-1 if many else 1,
        metavar=f"{metavar}..." if many else metavar,
    )


def _remember(context: typer.Context, parameter: Any, value: Any) -> Any:
    """Keep a global option for the whole run; the one nearest to the end of the line wins."""
    if value is not None:
        context.meta.setdefault(OPTIONS_KEY, {})[parameter.name] = value
    return value


def _show_version(context: typer.Context, parameter: Any, value: bool) -> None:
    if value:
        from didww_cli import __version__

        typer.echo(f"didww {__version__}")
        raise typer.Exit


def _global(*names: str, help: str, type: Any = str, metavar: str | None = None) -> TyperOption:
    return option(
        *names,
        help=help,
        type=type,
        metavar=metavar,
        default=None,
        expose_value=False,
        callback=_remember,
        rich_help_panel=GLOBAL_PANEL,
    )


@cache
def global_options() -> tuple[TyperOption, ...]:
    """The options of every command and group, made once: there are many groups."""
    return (
        _global("--profile", "-p", metavar="NAME", help="Profile to use; 'demo' is an emulated account."),
        _global("--environment", metavar="production|sandbox", help="DIDWW's environment."),
        _global("--api-version", metavar="DATE", help="Version of the API; chosen by itself otherwise."),
        _global("--read-only", type=bool, help="Write nothing: refuse whatever would."),
        _global(OUTPUT, "-o", metavar="FORMAT", help=f"{listed(Format)}."),
        _global("--query", metavar="EXPR", help="Pick from JSON output (JMESPath)."),
        _global("--timeout", metavar="SECONDS", help="Time for each answer as a whole."),
        _global("--max-time", type=float, metavar="SECONDS", help="Time for the whole command."),
        _global("--retries", type=int, metavar="N", help="Repeats of a failed request; 3 by default."),
        _global("--show-secrets", type=bool, help="Show passwords in tables."),
        _global("--csv-safe", type=bool, help=f"In {listed(QUOTED, 'and')}, quote what a spreadsheet would run."),
        _global("--no-header", type=bool, help=f"In {Format.CSV}, no line of titles."),
        _global(NO_COLOR, type=bool, help="No colour."),
        _global("--quiet", "-q", type=bool, help="No notices on stderr."),
        _global("--verbose", "-v", type=bool, help="Each request on stderr, secrets hidden."),
        _global("--curl", type=bool, help="Requests as lines for curl: with -v, or with --dry-run."),
    )


def version_option() -> TyperOption:
    """``--version`` of the root command."""
    return option(
        "--version", type=bool, help="Show the version.", is_eager=True, expose_value=False, callback=_show_version
    )


@cache
def _told_elsewhere() -> str:
    formats = {OUTPUT: f" ({listed(Format)})"}
    names = ", ".join(f"{one.opts[0]}{formats.get(one.opts[0], '')}" for one in global_options())
    return f"And what every command takes (didww help options): {names}, --help."


class Told:
    """A command or group whose help is laid out here: typer's costs a multiple of the rest, and cuts names."""

    def page(self, ctx: Any) -> Page:
        """What its help tells: the options that all commands take whole for the root, else in one line."""
        command: Any = self
        if ctx.parent is None:
            return page_of(command, ctx.command_path, command.get_params(ctx), "")
        own = [one for one in command.params if one not in global_options()]
        return page_of(command, ctx.command_path, own, _told_elsewhere())

    def get_help(self, ctx: Any) -> str:
        """The text of its help, for what standard output is."""
        from didww_cli.commands.laid_out import laid_out

        return laid_out(self.page(ctx), look(ctx.meta.get(WORDS_KEY, ())))


def look(words: Sequence[str]) -> Look:
    """How help is laid out in this run, whose words say whether colours are unwanted: options may not be read yet."""
    import shutil

    from didww_cli.commands.laid_out import Look
    from didww_cli.config.plain import wants_plain

    plain = NO_COLOR in words or wants_plain() or not sys.stdout.isatty()
    return Look(shutil.get_terminal_size().columns, not plain)


class Command(Told, TyperCommand):
    """A command. ``run`` is called with a State and the values of its parameters by name.

    ``is_request``: what is typed is one request, which ``--curl`` alone shows.
    """

    def __init__(
        self,
        name: str,
        run: Callable[..., None],
        *,
        help: str = "",
        params: Iterable[Any] = (),
        examples: Iterable[str] = (),
        hidden: bool = False,
        panel: str | None = None,
        default_output: Format | None = None,
        is_request: bool = False,
    ) -> None:
        super().__init__(
            name,
            callback=run,
            help=help,
            short_help=help.partition("\n")[0],
            params=[*params, *global_options()],
            hidden=hidden,
            rich_help_panel=panel,
        )
        self.default_output = default_output
        self.is_request = is_request
        self.examples = tuple(examples)

    def invoke(self, ctx: Any) -> Any:
        """Run it."""
        options = dict(ctx.meta.get(OPTIONS_KEY, {}))
        for parameter in self.params:
            _check_text(parameter, ctx.params.get(parameter.name))
        words = ctx.meta.get(WORDS_KEY, ())
        _check_curl(options, instead=ctx.params.get("dry_run") or (self.is_request and not options.get("verbose")))
        state = State(options, command=ctx.command_path, default_output=self.default_output, words=words)
        ctx.call_on_close(state.close)
        if isinstance(ctx.obj, list):
            ctx.obj.append(state)
        try:
            done = ctx.invoke(self.callback, state, **ctx.params)
            tell_if_old(state)
            return done
        except DidwwError as error:
            error.as_json = state.as_json
            raise
        except KeyboardInterrupt:
            state.tell_unanswered()
            raise


def _check_curl(options: Mapping[str, Any], *, instead: bool) -> None:
    """UsageError where ``--curl`` cannot mean anything, or its lines, shown ``instead`` of sending, are to be data."""
    if not options.get("curl"):
        return
    if not instead and not options.get("verbose"):
        raise UsageError("--curl goes with -v, for requests as they are sent, or with --dry-run, instead of sending.")
    if instead and options.keys() & {"output", "query"}:
        raise UsageError("--curl writes lines for a shell: leave out --output and --query.")


def _check_text(parameter: Any, value: Any) -> None:
    """UsageError where a text holds bytes that are no UTF-8, which come as lone surrogates; names of files may."""
    if re.search(FILE_NAMES, parameter.metavar or ""):
        return
    for text in value if isinstance(value, list | tuple) else [value]:
        if isinstance(text, str) and re.search("[\ud800-\udfff]", text):
            name = parameter.metavar if parameter.param_type_name == "argument" else parameter.opts[0]
            raise UsageError(f"{name} {text!r} holds bytes that are no UTF-8 text.")


class Later(NamedTuple):
    """A command or group that is made when it is first asked for. ``help``: its first line, where that is told before
    it is made, and ``panel``, where it then stands.
    """

    make: Callable[[], Any]
    help: str = ""
    panel: str | None = None
    hidden: bool = False

    def made(self) -> Any:
        """The command or group; what it says of itself stands below what is told of it here."""
        found = self.make()
        if self.help:
            found.help = "\n\n".join(filter(None, (self.help, found.help)))
            found.short_help, found.rich_help_panel = self.help, self.panel
        return found


class Group(Told, TyperGroup):
    """A group of commands, filled when it is first used. ``load`` returns its commands and groups by name, or how each
    of them is made.

    ``aliases`` maps hidden names to shown ones. Called without a command it shows ``start``, or its help. ``helper``,
    of the root: makes the command ``help`` of any group, from the words of that.
    """

    def __init__(
        self,
        name: str,
        load: Callable[[], Mapping[str, Any]],
        *,
        help: str,
        panel: str | None = None,
        hidden: bool = False,
        params: Iterable[Any] = (),
        aliases: Mapping[str, str] | None = None,
        start: str = "",
        helper: Callable[[list[str]], Command] | None = None,
    ) -> None:
        super().__init__(
            name=name,
            help=help,
            short_help=help.partition("\n")[0],
            params=[*params, *global_options()],
            hidden=hidden,
            rich_help_panel=panel,
            invoke_without_command=True,
            callback=None,
        )
        self._load: Callable[[], Mapping[str, Any]] | None = load
        self.aliases = dict(aliases or {})
        self.start = start
        self.helper = helper

    @property
    def examples(self) -> tuple[str, ...]:
        """The first example of some of its commands; none of the root, which shows what it has by ``start``."""
        found = [] if self.start else [self.get_command(None, name) for name in self.list_commands(None)]
        firsts = [one.examples[0] for one in found if not one.hidden and one.examples]
        return tuple(firsts[:MOST_EXAMPLES])

    def _fill(self) -> None:
        if self._load:
            load, self._load = self._load, None
            self.commands.update(load())

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of its commands, in the order in which they were given."""
        self._fill()
        return super().list_commands(ctx)

    def told(self) -> Iterator[tuple[str, str | None, str]]:
        """Name, panel and first line of help of each shown command; what tells that beforehand is not made for it."""
        for name in self.list_commands(None):
            one: Any = self.commands[name]
            if isinstance(one, Later) and one.help:
                yield name, one.panel, one.help
            elif not one.hidden and not (found := self.get_command(None, name)).hidden:
                yield name, found.rich_help_panel, found.short_help

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name or alias; None where there is none."""
        self._fill()
        name = self.aliases.get(cmd_name, cmd_name)
        found: Any = super().get_command(ctx, name)
        if isinstance(found, Later):
            found = self.commands[name] = found.made()
        if found is None and cmd_name == HELP and ctx is not None:
            helper = getattr(ctx.find_root().command, "helper", None)
            return helper(ctx.command_path.split()[1:]) if helper else None
        return found

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Remember the words of the whole line, which is what the outermost group is given."""
        ctx.meta.setdefault(WORDS_KEY, tuple(args))
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named; show the help where none was."""

        def show_help() -> None:
            if ctx.invoked_subcommand is None:
                typer.echo(self.start or ctx.get_help())

        self.callback = show_help  # which typer calls in both cases
        return super().invoke(ctx)
