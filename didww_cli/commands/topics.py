"""What ``didww help TOPIC`` tells of things that all commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from didww_cli.catalog.formats import SAYS, TAKEN_BACK, Format, listed
from didww_cli.commands.pages import Block, option_names
from didww_cli.commands.state import PICKED
from didww_cli.errors import ExitCode

EXIT_WORDS = {
    ExitCode.DONE: "done",
    ExitCode.FAILED: "anything not listed below",
    ExitCode.USAGE: "the command line is wrong; nothing was sent",
    ExitCode.NO_ACCESS: "no key, or the key or token was refused; or a profile that can only read",
    ExitCode.NOT_FOUND: "not found, or a name that fits several",
    ExitCode.REFUSED: "the server refused the request as invalid, or for lack of funds",
    ExitCode.RATE_LIMITED: "still rate limited after the retries",
    ExitCode.NETWORK: "network: cannot connect, timed out, broken answer, server failure",
    ExitCode.OUTCOME_UNKNOWN: "a write whose outcome is unknown: look before you repeat it",
    ExitCode.NOT_CONFIRMED: "a confirmation was needed and not given",
    ExitCode.CHECK_FAILED: "the check says no",
    ExitCode.WAIT_TIMED_OUT: "waiting took too long; what was begun goes on",
    ExitCode.PARTLY_DONE: "some of it was done; what was not is told",
    ExitCode.INTERRUPTED: "interrupted",
}
FILES = "files"
VARIABLES = {
    "DIDWW_PROFILE": "profile to use",
    "DIDWW_CONFIG": "configuration file",
    "DIDWW_COMPLETION_CACHE": "0 keeps no names for the shell to complete",
    "DIDWW_COMPLETION_SCRIPT": "set by the script that completes in this shell: what made it",
    "NO_COLOR": "no colour",
    "COLUMNS": "width of help that goes to no terminal",
}
"""Those that stand for no setting of a profile."""


def _filters() -> Iterator[Block]:
    yield "--filter KEY=VALUE chooses; repeated, all of them must hold; KEY=A,B is A or B."
    yield {
        "didww dids list -f country.iso=US -f blocked=true": "both of it",
        "didww dids list -f voice_in_trunk=Headquarters": "named by what it is linked to",
        "didww dids list -f voice_in_trunk=none": "without one; =any: with whichever",
        "didww dids list -f description='Main*'": "* stands for anything",
    }
    yield (
        "What the API cannot filter by is looked up or selected here, and that is said. 'didww schema dids' lists the "
        "filters of a type. A wrong one is refused, and the nearest named."
    )


def _formats() -> Iterator[Block]:
    yield "-o FORMAT, DIDWW_OUTPUT or output in the profile."
    yield {str(one): said for one, said in SAYS.items()}
    yield (
        "-c A,B chooses columns, also dotted: -c number,did_group.area_name. --query picks from "
        f"{listed(PICKED, 'and')} (JMESPath). What a list prints as {listed(TAKEN_BACK)} is taken back by "
        "'update --input FILE'."
    )


def _exit_codes() -> Iterator[Block]:
    yield {f"{int(code):>3}": said for code, said in EXIT_WORDS.items()}


def _environment() -> Iterator[Block]:
    from didww_cli.config.keys import KEYS

    yield "An option wins over a variable, which wins over the profile of the configuration file."
    yield {key.variable: key.help for key in KEYS.values() if key.variable} | VARIABLES


def _files() -> Iterator[Block]:
    yield {
        "configuration": "'didww config path'; profiles with keys and settings, for you alone (0600)",
        "state": "tokens, when the next request may start, the journal of writes, marks of what is under way, the "
        "emulated account; XDG_STATE_HOME, or the platform's folder",
        "cache": "what is on sale, kept for an hour; names for the shell to complete, for you alone (0600); "
        "XDG_CACHE_HOME, or the platform's folder",
        "keys": "never in the state folder: api_key, api_key_command, api_key_env or the keyring",
        "manual": "'man didww', 'man didww-dids-update'; 'didww help --man FOLDER' writes the pages",
    }
    yield (
        "Files given: - is standard input or output. What exists is replaced only with --force. A download is put in "
        "its place whole, or not at all."
    )


def _routing() -> Iterator[Block]:
    yield {
        "didww route 12125550100": "where its calls go",
        "didww dids update 12125550100 --voice-in-trunk London --dry-run": "look first",
        "didww dids update 12125550100 --voice-in-trunk London": "",
        "didww journal list": "what this machine wrote",
        "didww journal undo N": "put one back",
        "didww snapshot save before.toml": "all routing, in a file",
        "didww snapshot diff before.toml": "what differs now",
        "didww snapshot apply before.toml --dry-run": "put all back",
    }
    yield "A change shows from → to and asks where something is taken away. 'none' clears a link."


def _options() -> Iterator[Block]:
    from didww_cli.commands.tree import global_options

    yield "Every command takes these, before or behind its own words; --help shows the help of a command."
    yield {option_names(one): str(one.help) for one in global_options()}


TOPICS: dict[str, tuple[str, Callable[[], Iterator[Block]]]] = {
    "filters": ("choosing records", _filters),
    "formats": (f"output as {listed(Format)}", _formats),
    "exit-codes": ("what a command ends with", _exit_codes),
    "environment": ("variables", _environment),
    FILES: ("where things are kept", _files),
    "routing": ("seeing, changing and putting back where calls go", _routing),
    "options": ("what every command takes", _options),
}
"""Each topic: what it is about, and its paragraphs and rows."""
