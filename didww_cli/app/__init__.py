"""The root command and ``main``: from a command line to an exit code."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # typing is heavy, and until the signals are caught an interruption shows a traceback
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from didww_cli.errors import DidwwError, UsageError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code.

    Without ``arguments`` that of this process, as a program: signals and standard streams are then its own.
    """
    try:
        if arguments is not None:
            return answer(list(arguments), [])
        from didww_cli.app.program import run

        return run(answer)
    except KeyboardInterrupt as stopped:
        return int(getattr(stopped, "exit_code", 130))
    except Exception as error:  # telling of a failure failed
        sys.stderr.write(f"didww failed: {type(error).__name__}: {error}\n")
        return 1


def answer(words: list[str], states: list[Any]) -> int:
    """The exit code of a command line, whose failures are told. An interruption passes through.

    The ``State`` of its command is put into ``states``: what was written is to be told whatever comes.
    """
    if words == ["--version"]:
        from didww_cli import __version__

        print(f"didww {__version__}")  # noqa: T201
        return 0
    try:
        return _invoked(words, states)
    except (BrokenPipeError, SystemExit):  # the reader of standard output has gone; rich ends with SystemExit then
        return 0
    except Exception as error:
        if stopped := _interruption(error):
            raise stopped from None
        return report(_told(error, words, states), words)


def _interruption(error: BaseException) -> KeyboardInterrupt | None:
    """The interruption in whose course an exception came: a module that is half imported fails in its own ways."""
    while error.__context__ is not None:
        error = error.__context__
        if isinstance(error, KeyboardInterrupt):
            return error
    return None


def _invoked(words: list[str], states: list[Any]) -> int:
    import typer

    from didww_cli.masking import SECRETS

    SECRETS.forget()
    command = root()
    try:
        with command.make_context("didww", list(words), obj=states) as context:
            command.invoke(context)
    except typer.Exit as ended:
        return int(ended.exit_code)
    return 0


def _told(error: Exception, words: list[str], states: list[Any]) -> DidwwError:
    """A failure as one that the user is told about."""
    import typer

    from didww_cli.errors import DidwwError, NotConfirmed, UsageError

    if isinstance(error, DidwwError):
        return error
    if says := _usage_failure(error):
        return _usage_error(error, says, words)
    if isinstance(error, EOFError | typer.Abort):
        return NotConfirmed("The input ended before the question was answered.", "Nothing was done.")
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return DidwwError(f"{place}{error.strerror or error}.")
    if isinstance(error, UnicodeEncodeError):
        bad = next(filter(_is_no_text, words), error.object[error.start : error.end])
        return UsageError(f"{bad!r} is not valid text in UTF-8.")
    from didww_cli.app.crash import as_failure

    return as_failure(error, states)


def _usage_failure(error: Exception) -> str:
    """What typer says of a wrong command line; empty for all else. The class above its failures has no public name in
    typer 0.26, but each of them can say itself.
    """
    says = getattr(error, "format_message", None)
    return str(says()) if says else ""


def _usage_error(error: Any, says: str, words: list[str]) -> UsageError:
    """A wrong command line; where its words are some that people bring from elsewhere, with the line that is meant."""
    import re

    from didww_cli.commands.words import corrected
    from didww_cli.errors import UsageError

    context = getattr(error, "ctx", None)
    if context is None:
        return UsageError(says)
    see = f"See '{context.command_path} --help'."
    line = corrected(context.find_root().command, words, getattr(error, "option_name", None) or "")
    if not line:
        return UsageError(says, see)
    return UsageError(re.split(r" Did you mean| \(Possible", says)[0], f"Here it is: {line}\n{see}")


def _is_no_text(word: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in word)


def report(error: DidwwError, words: list[str]) -> int:
    """Tell a failure on stderr, after what was written to stdout; its exit code."""
    import contextlib

    from didww_cli.output import messages

    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
    messages.report(sys.stderr, error, as_json=_wants_json(words) if error.as_json is None else error.as_json)
    return int(error.exit_code)


def _wants_json(words: list[str]) -> bool:
    """Whether errors are wanted as JSON; read from the words, since parsing them may be what failed."""
    import re

    from didww_cli.catalog.formats import Format
    from didww_cli.config.settings import default_output

    chosen = default_output()
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if found := re.fullmatch(r"(?:--output(?==|$)|-[qvy]*o)=?(.*)", word, re.DOTALL):
            chosen = found[1] or following
    return any(chosen == one and one.machine for one in Format)


def root() -> Any:
    """The root command."""
    from didww_cli.commands.nouns import tree

    return tree()
