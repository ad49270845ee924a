"""One run: its options, settings, client and screens, each made when it is first needed."""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from didww_cli.catalog import API_VERSION
from didww_cli.catalog.formats import Format, listed
from didww_cli.catalog.paths import near
from didww_cli.errors import DidwwError, UsageError

if TYPE_CHECKING:
    from didww_cli.catalog.versions import Named
    from didww_cli.config.settings import Settings
    from didww_cli.jsonapi.client import Client
    from didww_cli.jsonapi.credentials import Credentials
    from didww_cli.jsonapi.speech import Speech
    from didww_cli.jsonapi.transport import Connection, Transport
    from didww_cli.jsonapi.watching import Writes
    from didww_cli.output.progress import Progress, StatusLine
    from didww_cli.output.screen import Pick, Screen
    from didww_cli.workflows.writing.door import Door

PICKED = (Format.JSON, Format.JSONL)
"""Formats of data that ``--query`` picks from."""

ACCOUNT = ("profile", "environment", "api_version")
"""The options that say which account a command is about."""

RETRIES = 3
MOST_RETRIES = 100


class State:
    """What a command works with. ``command`` is its full name; ``default_output`` its format when none is asked for.

    ``words``: the whole command line behind ``didww``.
    """

    def __init__(
        self,
        options: Mapping[str, Any],
        *,
        command: str = "didww",
        default_output: Format | None = None,
        words: Sequence[str] = (),
    ) -> None:
        self.options = options
        self.command = command
        self.words = words
        self._default_output = default_output
        self._own_outputs: tuple[str, ...] = ()
        self._start = time.monotonic()
        self.named: list[Named] = []
        self._client: Client | None = None
        self._others: list[Transport] = []

    @cached_property
    def settings(self) -> Settings:
        """The settings of this run."""
        from didww_cli.config.settings import load_settings

        return load_settings(self.options)

    @cached_property
    def output(self) -> Format:
        """The output format."""
        from didww_cli.config.keys import OUTPUTS

        given, known = self.options.get("output"), (*OUTPUTS, *self._own_outputs)
        if given is not None and given not in OUTPUTS:
            raise UsageError(f"There is no output {given!r}.{near(given, known)}", f"Known: {', '.join(known)}.")
        setting = self.settings.values.get("output")
        if setting is not None and setting.source != "default":
            return OUTPUTS[OUTPUTS.index(setting.value)]
        return Format.JSON if self.options.get("query") else self._default_output or Format.TABLE

    @cached_property
    def pick(self) -> Pick | None:
        """What ``--query`` picks from JSON output; None without it."""
        expression = self.options.get("query")
        if expression is None:
            return None
        if self.output not in PICKED:
            raise UsageError(
                f"--query picks from {listed(PICKED, 'and')}, not from {self.output}.", f"Add -o {Format.JSON}."
            )
        from didww_cli.output.query import compiled_query

        return compiled_query(expression)

    def take_output(self, *own: str) -> str | None:
        """The output format that is asked for, where it is one of the command's own; others see the default then."""
        self._own_outputs = own
        given = self.options.get("output")
        if given not in own:
            return None
        self.options = {name: value for name, value in self.options.items() if name != "output"}
        return str(given)

    def only(self, what: str, *formats: Format) -> None:
        """UsageError where another format is asked for than those that ``what`` is shown in."""
        if self.output not in formats:
            raise UsageError(f"{what} as {listed(formats)}, not as {self.output}.")

    def check(self) -> None:
        """See that the options of every command are right, before anything is sent."""
        _ = self.output, self.pick, self.retries, self.deadline
        if self.options.get("no_header") and self.output is not Format.CSV:
            raise UsageError(f"--no-header leaves out the titles of {Format.CSV}, not of {self.output}.")

    @property
    def retries(self) -> int:
        """Repeats of a failed read."""
        given = self.options.get("retries")
        if given is not None and not 0 <= given <= MOST_RETRIES:
            raise UsageError(f"--retries must be 0 or more, and {MOST_RETRIES} at most.")
        return RETRIES if given is None else int(given)

    @property
    def deadline(self) -> float:
        """When, by ``time.monotonic``, the command must be over (``--max-time``)."""
        given = self.options.get("max_time")
        if given is None:
            return math.inf
        if not 0 < given < math.inf:
            raise UsageError("--max-time must be a number of seconds above 0.")
        return self._start + float(given)

    @property
    def quiet(self) -> bool:
        """Whether notices are unwanted."""
        return bool(self.options.get("quiet"))

    @property
    def as_json(self) -> bool | None:
        """Whether errors are told as JSON; None where the output itself is what is wrong."""
        try:
            return self.output.machine
        except DidwwError:
            return None

    @cached_property
    def screen(self) -> Screen:
        """Standard output."""
        import shutil

        from didww_cli.config.plain import wants_plain
        from didww_cli.output.screen import Screen

        terminal = sys.stdout.isatty()
        plain = bool(self.options.get("no_color")) or wants_plain()
        width = shutil.get_terminal_size().columns if terminal else None
        secrets, safe = (bool(self.options.get(name)) for name in ("show_secrets", "csv_safe"))
        header = not self.options.get("no_header")
        return Screen(sys.stdout, terminal, width, terminal and not plain, secrets, safe, header)

    def notice(self, text: str) -> None:
        """A line on stderr, unless the user wants none."""
        if not self.quiet:
            self._say(text)

    def _say(self, text: str) -> None:
        """A line on stderr, in place of the status."""
        from didww_cli.output.messages import say

        self.status.wipe()
        say(sys.stderr, text)

    def tell_unanswered(self) -> None:
        """Say of a write that was interrupted between sending and answer that it may have been done."""
        if self._client is not None:
            from didww_cli.commands.written import unanswered

            for text in unanswered(self.writes):
                self._say(text)

    @cached_property
    def status(self) -> StatusLine:
        """The line of stderr that says what is under way; silent where stderr is no terminal."""
        from didww_cli.output.progress import StatusLine

        return StatusLine(sys.stderr, shown=sys.stderr.isatty() and not self.quiet)

    def progress(self) -> Progress:
        """Progress on the status line."""
        from didww_cli.output.progress import Progress

        return Progress(self.status)

    @property
    def client(self) -> Client:
        """The API of this run's account."""
        if self._client is None:
            self.check()
            for text in self.settings.notices:
                self.notice(text)
            self._client = self._connect()
        return self._client

    @property
    def account_words(self) -> list[str]:
        """The options that say which account this is about, as far as they were typed: for commands that are told."""
        given = ((name, self.options.get(name)) for name in ACCOUNT)
        return [word for name, value in given if value for word in (f"--{name.replace('_', '-')}", str(value))]

    @cached_property
    def door(self) -> Door:
        """The one way out for requests that change something."""
        from didww_cli.config.settings import state_folder
        from didww_cli.workflows.writing.door import Door
        from didww_cli.workflows.writing.journal import Journal, journal_path
        from didww_cli.workflows.writing.kept import command_text

        settings = self.settings
        head = {
            "time": datetime.now(UTC).isoformat(timespec="seconds"),
            "profile": settings.profile,
            "account": settings.account(),
            "command": command_text(self.words),
        }
        journal = Journal(journal_path(state_folder(), settings.profile), head, self.notice)
        return Door(self.client, journal, self.account_words)

    @cached_property
    def writes(self) -> Writes:
        """What this run wrote, and the write that is under way."""
        from didww_cli.jsonapi.watching import Writes

        return Writes()

    @cached_property
    def credentials(self) -> Credentials:
        """The API key, looked up when the first request needs it."""
        from didww_cli.commands.speaking import key_of

        return key_of(self.settings)

    @cached_property
    def speech(self) -> Speech:
        """The version of the API that is spoken, and what proves who asks."""
        from didww_cli.commands.speaking import speech_of

        return speech_of(self.settings, self.credentials, self.named, self.command, self.connection, self.notice)

    @property
    def first_version(self) -> str:
        """The version that would be spoken: for what is told of it without asking anybody."""
        from didww_cli.commands.first_version import first_version

        return first_version(self.settings, self.named, self.command)[0]

    def name(self, parts: Iterable[Named]) -> None:
        """Take in parts of the API that the command names: a version that has them all is spoken."""
        self.named += parts

    def name_late(self, parts: Sequence[Named]) -> bool:
        """Take in parts that turned out to be named once requests were made; whether the version spoken from now on
        has them. One that the user asked for stays.
        """
        from didww_cli.catalog.versions import holds, lowest

        self.name(parts)
        if not self.settings.pinned_version:
            self.speech.rise(lowest(self.named, self.speech.version), f"{parts[0].what} came with it")
        return all(holds(part, self.speech.version) for part in parts)

    @property
    def spoken_version(self) -> str:
        """The version that the API was asked in, which a refused key may have changed."""
        return self.speech.version if self._client is not None else API_VERSION

    def connection(self, base_url: str, speech: Speech) -> Connection:
        """A connection of this run to an address."""
        from didww_cli.config.settings import state_folder
        from didww_cli.jsonapi.transport import Connection

        settings = self.settings
        return Connection(
            base_url=base_url,
            speech=speech,
            account=settings.account(),
            timeout=float(settings.value("timeout")),
            deadline=self.deadline,
            retries=self.retries,
            rate=settings.rate,
            faster_rate=settings.faster_rate,
            pace_folder=state_folder() / "pace",
            proxy=settings.value("proxy"),
            log=self._say if self.options.get("verbose") else None,
            line=self._line,
            status=None if self.options.get("verbose") else self.status.write,
            adapter=self._adapter,
            read_only=settings.read_only,
        )

    def transport(self, base_url: str, speech: Speech) -> Transport:
        """The way to another service than the API, until the run ends."""
        from didww_cli.jsonapi.transport import Transport

        self.check()
        for text in self.settings.notices:
            self.notice(text)
        found = Transport(self.connection(base_url, speech))
        self._others.append(found)
        return found

    def _connect(self) -> Client:
        from didww_cli.jsonapi.client import Client
        from didww_cli.jsonapi.watching import Watched

        connection = self.connection(self.settings.base_url, self.speech)
        if connection.log:
            connection.log(f"   Version {self.speech.version} of the API: {self.speech.why}")
        client = Client(connection)
        client.transport = Watched(connection, self.writes)
        return client

    @cached_property
    def _line(self) -> Any:
        """What the log shows of a request; None for the usual."""
        if not self.options.get("curl"):
            return None
        from didww_cli.commands.curl import sent_line

        return sent_line

    @cached_property
    def _adapter(self) -> Any:
        if not self.settings.demo:
            return None
        from didww_cli.emulator.transport import EmulatorAdapter

        return EmulatorAdapter(self._demo_state())

    def _demo_state(self) -> Path | None:
        """Where the emulated account is kept; None, with a notice, where that folder cannot be written."""
        from didww_cli.config.settings import state_path

        path = state_path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            writable = os.access(path.parent, os.W_OK)
        except OSError:
            writable = False
        if not writable:
            self.notice(f"{path.parent} cannot be written: the emulated account forgets all when this call ends.")
        return path if writable else None

    def close(self) -> None:
        """End the HTTP sessions."""
        for transport in [*self._others, *([self._client.transport] if self._client else [])]:
            transport.close()
