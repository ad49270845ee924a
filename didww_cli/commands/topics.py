"""What ``didww help TOPIC`` tells of things that all commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from didww_cli.catalog.formats import SAYS, TAKEN_BACK, Format, listed
from didww_cli.commands.state import PICKED
from didww_cli.config.keys import KEYS
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

FILTERS = """
--filter KEY=VALUE chooses; repeated, all of them must hold; KEY=A,B is A or B.

  didww dids list -f country.iso=US -f blocked=true
  didww dids list -f voice_in_trunk=Headquarters       by the name of what it is linked to
  didww dids list -f voice_in_trunk=none               without one; =any: with whichever
  didww dids list -f description='Main*'               * stands for anything

What the API cannot filter by is looked up or selected here, and that is said.
'didww schema dids' lists the filters of a type. A wrong one is refused, and the nearest named."""

COLUMNS = f"""
-c A,B chooses columns, also dotted: -c number,did_group.area_name. --query picks from {listed(PICKED, "and")}
(JMESPath). What a list prints as {listed(TAKEN_BACK)} is taken back by 'update --input FILE'."""

ENVIRONMENT = """
An option wins over a variable, which wins over the profile of the configuration file.
"""

FILES = """
configuration  'didww config path'; profiles with keys and settings, for you alone (0600)
state          tokens, the journal of writes, marks of what is under way, the emulated account;
               XDG_STATE_HOME, or the platform's folder
keys           never in the state folder: api_key, api_key_command, api_key_env or the keyring

Files given: - is standard input or output. What exists is replaced only with --force. A download is
put in its place whole, or not at all."""

ROUTING = """
  didww route 12125550100                               where its calls go, and what stands in the way
  didww dids update 12125550100 --voice-in-trunk London --dry-run
  didww dids update 12125550100 --voice-in-trunk London
  didww journal list                                    what this machine wrote
  didww journal undo N                                  put an update back as it was
  didww snapshot take before.json                       all routing in a file
  didww snapshot diff before.json
  didww snapshot apply before.json --dry-run

A change shows from → to and asks where something is taken away. 'none' clears a link."""


def _exit_codes() -> Iterable[str]:
    return (f"{int(code):>4}  {said}" for code, said in EXIT_WORDS.items())


def _formats() -> Iterable[str]:
    yield "-o FORMAT, DIDWW_OUTPUT or output in the profile."
    yield ""
    yield from (f"  {one:<10} {said}" for one, said in SAYS.items())
    yield from COLUMNS.splitlines()


def _environment() -> Iterable[str]:
    yield from ENVIRONMENT.strip().splitlines()
    yield ""
    for key in KEYS.values():
        if key.variable:
            yield f"  {key.variable:<24} {key.help}"
    yield f"  {'DIDWW_PROFILE':<24} profile to use"
    yield f"  {'DIDWW_CONFIG':<24} configuration file"
    yield f"  {'NO_COLOR':<24} no colour"


def _options() -> Iterable[str]:
    from didww_cli.commands.tree import global_options

    yield "Every command takes these, before or behind its own words."
    yield ""
    for one in global_options():
        names = f"{', '.join(reversed(one.opts))}{f' {one.metavar}' if one.metavar else ''}"
        yield f"  {names:<36} {one.help}"


def _text(text: str) -> Callable[[], Iterable[str]]:
    return lambda: text.strip("\n").splitlines()


TOPICS: dict[str, tuple[str, Callable[[], Iterable[str]]]] = {
    "filters": ("choosing records", _text(FILTERS)),
    "formats": (f"output as {listed(Format)}", _formats),
    "exit-codes": ("what a command ends with", _exit_codes),
    "environment": ("variables", _environment),
    "files": ("where things are kept", _text(FILES)),
    "routing": ("seeing, changing and putting back where calls go", _text(ROUTING)),
    "options": ("what every command takes", _options),
}
"""Each topic: what it is about, and its lines."""
