"""``didww help [WORD...]``: the help of a command, or of a topic."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import typer

from didww_cli.catalog.paths import near
from didww_cli.commands.pages import topic_page
from didww_cli.commands.state import State
from didww_cli.commands.tree import WORDS_KEY, Command, argument, look, option
from didww_cli.errors import UsageError


def help_command(tree: Callable[[], Any], panel: str | None, before: Sequence[str] = ()) -> Command:
    """``help`` of the root, or of a group, whose words stand ``before``. ``tree`` gives the root."""
    from didww_cli.commands.laid_out import laid_out
    from didww_cli.commands.topics import FILES, TOPICS

    def run(state: State, words: Sequence[str], man: str | None = None) -> None:
        if state.options:  # a configuration file that is broken is no reason to tell nothing
            state.check()
        if man is not None:
            _write_manual(state, tree(), man, [*before, *words])
        elif not before and len(words) == 1 and words[0] in TOPICS:
            typer.echo(laid_out(topic_page(TOPICS[words[0]][1]()), look(state.words)))
            if words[0] == FILES:
                _tell_manual()
        else:
            typer.echo(_help_of(tree(), (*before, *words), state.words))

    word = argument("words", help="A command, or a topic.", many=True, required=False)
    word.metavar = "[WORD]..."
    return Command(
        "help",
        run,
        help=f"Help for a command, or on a topic: {', '.join(TOPICS)}.",
        params=[word]
        if before
        else [word, option("--man", metavar="FOLDER", help="Write all of it as pages for man.")],
        examples=["didww help dids update", "didww help filters", "didww help --man ~/.local/share/man/man1"],
        hidden=panel is None,
        panel=panel,
    )


def _tell_manual() -> None:
    from didww_cli.commands.tools.manual import installed

    if told := installed():
        typer.echo(f"\n{told}")


def _write_manual(state: State, root: Any, folder: str, words: Sequence[str]) -> None:
    from pathlib import Path

    from didww_cli.commands.tools.manual import write_manual

    if words:
        raise UsageError("--man writes all pages; name no command beside it.")
    written = write_manual(root, Path(folder))
    state.notice(f"Wrote {len(written)} pages into {folder}. Read one: man -l {written[0]}")


def _help_of(command: Any, words: Sequence[str], line: Sequence[str]) -> str:
    """The help of the command that some words name; UsageError naming the nearest. ``line``: what was typed."""
    context = typer.Context(command, info_name="didww")
    context.meta[WORDS_KEY] = line
    for at, word in enumerate(words):
        found = command.get_command(context, word) if hasattr(command, "get_command") else None
        if found is None:
            raise _unknown(command, words[: at + 1])
        command, context = found, typer.Context(found, info_name=word, parent=context)
    return str(command.get_help(context))


def _unknown(command: Any, words: Sequence[str]) -> UsageError:
    from didww_cli.commands.topics import TOPICS
    from didww_cli.commands.words import command_for

    known = [
        name
        for name in (command.list_commands(None) if hasattr(command, "list_commands") else ())
        if not command.get_command(None, name).hidden
    ]
    topics = [] if len(words) > 1 else list(TOPICS)
    brought = command_for(words[-1], " ".join(words[:-1]), known)
    hint = f"Here it is: {brought}" if brought else f"Topics: {', '.join(TOPICS)}."
    what = "command or topic" if topics else "command"
    return UsageError(f"There is no {what} {' '.join(words)!r}.{near(words[-1], [*known, *topics])}", hint)
