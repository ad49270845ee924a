"""``didww emulator``: the emulated account on a port, and begun anew."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from didww_cli.catalog import API_VERSION
from didww_cli.catalog.versions import SPOKEN
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, option
from didww_cli.config.settings import state_path
from didww_cli.emulator import NOT_EMULATED
from didww_cli.errors import UsageError


def emulator_commands() -> Mapping[str, Any]:
    """The commands of the emulated account."""
    return {
        "serve": Command(
            "serve",
            _serve,
            help="Serve an emulated DIDWW account on this machine. Prints its base URL first; Ctrl-C ends it.\n\n"
            "It takes any key. Not emulated:" + "".join(f"\n- {one}" for one in NOT_EMULATED),
            params=_options(),
            examples=[
                "didww emulator serve --port 0",
                'didww emulator serve --fault "POST /orders=drop-after" --fault "*=500@0.1"',
                "DIDWW_BASE_URL=http://127.0.0.1:8080/v3 DIDWW_API_KEY=any didww dids list",
            ],
        ),
        "reset": Command(
            "reset", _reset, help="Begin the account of the profile demo anew.", examples=["didww emulator reset"]
        ),
    }


def _options() -> list[Any]:
    return [
        option("--host", metavar="ADDRESS", default="127.0.0.1", help="Address to listen on."),
        option("--port", type=int, metavar="N", default=8080, help="Port to listen on; 0 takes a free one."),
        option("--allow-remote", type=bool, help="Listen where other machines can reach it."),
        option("--dids", type=int, metavar="N", help="A large account with so many DIDs."),
        option("--seed-file", metavar="FILE", help="JSON laid over the account that it starts with."),
        option("--state", "state_file", metavar="FILE", help="Keep the account in a file; in memory otherwise."),
        option("--latency", type=float, metavar="SECONDS", default=0.0, help="Delay of each answer."),
        option("--rate-limit", type=int, metavar="N", help="Most requests a second and key; 429 beyond."),
        option(
            "--fault",
            "faults",
            multiple=True,
            metavar="WHERE=WHAT[@SHARE]",
            help="What goes wrong: a status, drop-before, drop-after, cut, html or slow; repeatable.",
        ),
        option("--api-key", metavar="KEY", help="The only key that it takes."),
        option("--account-version", metavar="DATE", default=API_VERSION, help="Version that the account is on."),
        option("--token-lifetime", type=float, metavar="S", help="Seconds after which its tokens end."),
        option("--callback-secret", metavar="SECRET", help="Send callbacks, signed with it."),
        option("--callback-scale", type=float, metavar="X", default=1.0, help="Waits between callbacks times this."),
        option("--after-reads", type=int, metavar="N", default=2, help="Reads after which pending things are done."),
        option("--after-seconds", type=float, metavar="S", default=3.0, help="Seconds after which they are done."),
        option("--reject", "rejecting", type=bool, help="Reject all verifications, not just those that say so."),
        option("--calls-a-day", type=float, metavar="N", default=4.0, help="Calls of a DID and day in CDR exports."),
    ]


def _serve(state: State, state_file: str | None, after_reads: int, after_seconds: float, **values: Any) -> None:
    from didww_cli.emulator.account import Timing
    from didww_cli.emulator.serve import ServeOptions, serve

    _refuse_negative({**values, "after_reads": after_reads, "after_seconds": after_seconds})
    if values["account_version"] not in SPOKEN:
        raise UsageError(f"--account-version must be one of {', '.join(SPOKEN)}.")
    values["seed_file"] = Path(values["seed_file"]) if values["seed_file"] else None
    values["faults"] = tuple(values["faults"])
    timing = Timing(reads=after_reads, seconds=after_seconds)

    def announce(base_url: str) -> None:
        state.screen.line(base_url)
        state.screen.stream.flush()
        state.notice(f"Use it with: DIDWW_BASE_URL={base_url} DIDWW_API_KEY=any didww dids list")

    serve(ServeOptions(state=Path(state_file) if state_file else None, timing=timing, **values), announce)


def _refuse_negative(values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if isinstance(value, int | float) and value < 0:
            raise UsageError(f"--{name.replace('_', '-')} must be 0 or more.")


def _reset(state: State) -> None:
    from didww_cli.emulator import reset_state

    reset_state(state_path())
    state.notice("The emulated account is as it was at first.")
