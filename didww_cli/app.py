"""The root command and ``main``: from a command line to an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line (``sys.argv`` without the program's name by default) and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--version"]:
        from didww_cli import __version__

        print(f"didww {__version__}")  # noqa: T201
        return 0
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    try:
        code = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_stdout()
        return 0
    return code


def _open_closed_streams() -> None:
    """Put nothing in the place of streams that the caller closed (``<&-``), which Python gives as None."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def _run(words: list[str]) -> int:
    import typer

    from didww_cli.errors import DidwwError, ExitCode, UsageError

    click_failure: Any = typer.BadParameter.__mro__[2]
    try:
        result = root().main(words, prog_name="didww", standalone_mode=False)
        if result == ExitCode.INTERRUPTED:
            print(file=sys.stderr)  # noqa: T201
        return result if isinstance(result, int) else 0
    except DidwwError as error:
        return _report(error, words)
    except typer.Abort:
        return ExitCode.INTERRUPTED
    except SystemExit:  # typer's way of ending when the reader of a pipe has gone
        return ExitCode.DONE
    except click_failure as error:
        return _report(UsageError(error.format_message(), _help_hint(error)), words)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        raise
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _report(DidwwError(f"{place}{error.strerror or error}."), words)
    except Exception as error:
        return _report(_unexpected(error, words), words)


def _unexpected(error: Exception, words: list[str]) -> Exception:
    """A failure that nobody foresaw, told in a line; the whole of it with ``-v``."""
    from didww_cli.errors import DidwwError

    if "-v" in words or "--verbose" in words:
        import traceback

        traceback.print_exc()
    return DidwwError(f"This should not have happened: {type(error).__name__}: {error}", "Run it with -v for details.")


def _help_hint(error: Any) -> str:
    context = getattr(error, "ctx", None)
    return f"See '{context.command_path} --help'." if context else ""


def _report(error: Any, words: list[str]) -> int:
    from didww_cli.output.messages import report

    if not sys.stdout.closed:
        sys.stdout.flush()
    report(sys.stderr, error, as_json=_wants_json(words) if error.as_json is None else error.as_json)
    return int(error.exit_code)


def _wants_json(words: list[str]) -> bool:
    """Whether errors are wanted as JSON; read from the words, since parsing them may be what failed."""
    from didww_cli.config.settings import default_output
    from didww_cli.output.formats import MACHINE

    chosen = default_output()
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word in ("-o", "--output"):
            chosen = following
        elif word.startswith("--output="):
            chosen = word.partition("=")[2]
        elif word.startswith("-o") and not word.startswith("--"):
            chosen = word[2:].removeprefix("=")
    return chosen in MACHINE


def _forget_stdout() -> None:
    """Point stdout at nothing, so that Python does not complain about the closed pipe when it ends."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())


def root() -> Any:
    """The root command."""
    from didww_cli.commands.nouns import aliases, nouns
    from didww_cli.commands.tree import Group, version_option

    def load() -> Mapping[str, Any]:
        return nouns()

    return Group(
        "didww",
        load,
        help="Run a DIDWW account: numbers, trunks, orders, emergency services, CDR exports, webhooks."
        "\n\nWithout an account: didww --profile demo dids list",
        params=[version_option()],
        aliases=aliases(),
    )
