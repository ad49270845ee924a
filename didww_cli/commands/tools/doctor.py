"""``didww doctor``: what of this machine, its settings and the way to the API is in order, and what mends the rest."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from didww_cli import __version__
from didww_cli.catalog import orders, regulation
from didww_cli.catalog.access import takes_token
from didww_cli.catalog.formats import Format
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command
from didww_cli.errors import CheckFailed, DidwwError, NoAccess
from didww_cli.masking import MASK, SECRETS

if TYPE_CHECKING:
    from didww_cli.config.file import ConfigFile
    from didww_cli.config.keys import Key
    from didww_cli.config.settings import Settings
    from didww_cli.jsonapi.speech import Speech

OK, WARNING, FAILED, SKIPPED = "ok", "warning", "failed", "skipped"
MOST_SECONDS_WRONG = 60.0
"""A clock that is wrong by more takes tokens for living ones that have ended: they are renewed a minute before."""
FEWEST_DAYS = 14
FORBIDDEN = 403
WITHOUT_IT = "What follows is seen without the file."
NO_FURTHER = "Nothing further can be looked at before."


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, and what mends it."""

    check: str
    state: str
    found: str
    fix: str = ""


def doctor_command() -> Command:
    """``didww doctor``."""
    return Command(
        "doctor",
        _run,
        examples=["didww doctor", "didww doctor --profile work -o json"],
    )


def _run(state: State) -> None:
    trouble, usable = _settled(state)
    state.check()
    state.only("Findings are shown", Format.TABLE, Format.JSON, Format.JSONL)
    found = [*_of_machine(), *trouble, _of_file(state.settings.file)]
    if usable:
        found += _of_settings(state.settings)
        found += state.progress().counting(_as_far_as(_of_way(state)), "steps")
    _show(state, found)
    if failed := [one.check for one in found if one.state == FAILED]:
        raise CheckFailed(f"Not in order: {', '.join(failed)}.")


def _show(state: State, found: Iterable[Finding]) -> None:
    from didww_cli.commands.show import show_data
    from didww_cli.output.table import grid

    shown = [
        {"check": one.check, "state": one.state, "found": SECRETS.masked(one.found), "fix": SECRETS.masked(one.fix)}
        for one in found
    ]
    if show_data(state, shown):
        return
    grid(state.screen, ["CHECK", "STATE", "FOUND"], [[one["check"], one["state"], one["found"]] for one in shown])
    if fixes := [f"{one['check']}: {one['fix']}" for one in shown if one["fix"]]:
        state.screen.line("")
        for line in fixes:
            state.screen.line(line)


def _settled(state: State) -> tuple[list[Finding], bool]:
    """Give the run settings, however broken those of the user are: without the file, then without anything.

    Whether they are his, and what is wrong with them.
    """
    from didww_cli.config.file import ConfigFile
    from didww_cli.config.settings import config_path, default_settings, load_settings

    file = ConfigFile(config_path())
    wrong: dict[str, str] = {}
    named = {name: value for name, value in state.options.items() if name != "profile"}
    for options, given in ((state.options, None), (named, file)):
        try:
            state.settings = load_settings(options, given)
        except DidwwError as error:
            wrong.setdefault(error.message, error.hint)
        else:
            return _wrong(wrong, WITHOUT_IT), True
    state.settings = default_settings(state.options.get("output"))
    return _wrong(wrong, NO_FURTHER), False


def _wrong(told: Mapping[str, str], then: str) -> list[Finding]:
    """What is wrong with the settings, by message and hint, and what that means for all else."""
    return [Finding("settings", FAILED, message, f"{hint} {then}".strip()) for message, hint in told.items()]


def _of_machine() -> Iterator[Finding]:
    import platform

    from didww_cli.config.settings import state_folder

    python = f"Python {platform.python_version()}"
    yield Finding("tool", OK, f"didww {__version__}, {python}, {platform.system()} {platform.release()}")
    folder = state_folder()
    there = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    if os.access(there, os.W_OK):
        yield Finding("state folder", OK, str(folder))
    else:
        yield Finding(
            "state folder", FAILED, f"{folder} cannot be written", f"Make {there} your own, or set XDG_STATE_HOME."
        )


def _of_file(file: ConfigFile) -> Finding:
    if file.readable_by_others():
        return Finding("file", WARNING, f"others can read {file.path}", f"chmod 600 {file.path}")
    return Finding("file", OK, str(file.path) if file.path.exists() else f"there is no {file.path}")


def _of_settings(settings: Settings) -> Iterator[Finding]:
    from didww_cli.config.keys import KEYS

    yield Finding("profile", OK, f"{settings.account()} ({settings.chosen})")
    for name, setting in settings.values.items():
        if setting.source != "default":
            yield Finding(f"setting {name}", OK, f"{_shown(KEYS[name], setting.value)}, from {setting.source}")
    yield from _tried("key", lambda: f"from {settings.api_key().source}")


def _shown(key: Key, value: Any) -> str:
    """The value of a setting; of a command its program alone, since its words may hold a secret."""
    if isinstance(value, list) and key.name.endswith("_command"):
        return f"{value[0]}{' …' if value[1:] else ''}"
    return MASK if key.secret else str(value)


def _as_far_as(steps: Iterator[Finding]) -> Iterator[Finding]:
    """Steps up to one that cannot be taken with these settings."""
    try:
        yield from steps
    except DidwwError as error:
        yield _failed("settings", error)


def _of_way(state: State) -> Iterator[Finding]:
    """The way to the API, a step at a time; what lies behind a step that failed is not tried."""
    url = state.settings.base_url
    if state.settings.demo:
        yield Finding("network", SKIPPED, "the account of the profile demo is emulated in this process")
    else:
        for finding in _of_network(state, url):
            yield finding
            if finding.state == FAILED:
                return
    yield from _of_answers(state)


def _of_network(state: State, url: str) -> Iterator[Finding]:
    from didww_cli.jsonapi.reach import addresses_of, proxy_of
    from didww_cli.masking import masked_logins

    transport = state.client.transport
    proxy = proxy_of(transport, url)
    yield Finding("proxy", OK, masked_logins(proxy) if proxy else "none")
    if proxy:
        yield Finding("name", SKIPPED, "the proxy looks it up")
    else:
        yield from _tried("name", lambda: ", ".join(addresses_of(url)))
    if proxy or not url.startswith("https:"):
        yield Finding("TLS", SKIPPED, "the proxy is asked for it" if proxy else f"{url} is not encrypted")
    else:
        yield from _of_encryption(transport, url)


def _of_encryption(transport: Any, url: str) -> Iterator[Finding]:
    from didww_cli.jsonapi.reach import handshake

    try:
        met = handshake(transport, url)
    except DidwwError as error:
        yield _failed("TLS", error)
        return
    told = f"{met.protocol}, certificate of {met.issuer}, {met.days_left} more days"
    yield Finding("TLS", OK if met.days_left >= FEWEST_DAYS else WARNING, told)


def _of_answers(state: State) -> Iterator[Finding]:
    """Two requests: an open one, which tells of the server and of the clock; then one with the key or a token."""
    transport, settings = state.client.transport, state.settings
    start = time.monotonic()
    try:
        answer = transport.send("GET", regulation.PUBLIC_KEYS.path, key=False)
    except DidwwError as error:
        yield _failed("answer", error, f"Check that {settings.base_url} is the address of the API.")
        return
    yield Finding("answer", OK, f"{answer.status} in {(time.monotonic() - start) * 1000:.0f} ms")
    yield _of_clock(answer.header("Date"))
    try:
        settings.api_key()
    except NoAccess:
        return
    try:
        transport.send("GET", orders.BALANCES.path)
    except DidwwError as error:
        if error.status != FORBIDDEN:
            yield _failed("access", error)
            return
        yield replace(_failed("access", error), state=WARNING)
    else:
        yield _of_access(transport.connection.speech, settings)
    speech, rate = transport.connection.speech, transport.rate
    yield Finding("version", OK, f"{speech.served or speech.version}: {speech.why}")
    yield Finding("rate", OK, f"{rate:g} requests a second at most" if rate else "no limit of its own")


def _of_access(speech: Speech, settings: Settings) -> Finding:
    """What proved who asks, where, and how much that may do."""
    where, asked = settings.value("base_url") or settings.value("environment"), settings.value("scope")
    if not takes_token(speech.version):
        return Finding("access", OK, f"the key is accepted ({where}), scope {asked}")
    token = speech.tokens.kept() if speech.tokens else None
    given = token.scope if token else asked
    told = f"a token is accepted ({where}), scope {given}"
    if given == asked:
        return Finding("access", OK, told)
    return Finding("access", WARNING, f"{told}, though {asked} was asked for", "DIDWW decides what a key may do.")


def _of_clock(date: str) -> Finding:
    """This machine's clock against the date of an answer (RFC 9110, whole seconds)."""
    from email.utils import parsedate_to_datetime

    try:
        wrong = time.time() - parsedate_to_datetime(date).timestamp()
    except ValueError:
        return Finding("clock", SKIPPED, "the answer has no date to compare it with")
    if abs(wrong) <= MOST_SECONDS_WRONG:
        return Finding("clock", OK, "within a minute of the server's")
    told = f"{abs(wrong):.0f} s {'ahead of' if wrong > 0 else 'behind'} the server's"
    return Finding("clock", WARNING, told, "Set this machine's clock: tokens and certificates are taken by it.")


def _tried(check: str, look: Callable[[], str]) -> Iterator[Finding]:
    try:
        yield Finding(check, OK, look())
    except DidwwError as error:
        yield _failed(check, error)


def _failed(check: str, error: DidwwError, usual: str = "") -> Finding:
    """``usual``: what mends it where the error does not say."""
    return Finding(check, FAILED, error.message, error.hint or usual)
