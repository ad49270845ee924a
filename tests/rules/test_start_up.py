"""Start-up is a feature: which modules a call may load, not how many milliseconds it takes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

HEAVY = {
    "requests",
    "urllib3",
    "cryptography",
    "http.client",
    "ssl",
    "jmespath",
    "tomli_w",
    "importlib.metadata",
    "asyncio",
}


def modules_of(*arguments: str) -> set[str]:
    """The modules loaded when the call has ended."""
    code = (
        "import sys, io; from didww_cli.app import main; out = sys.stdout; sys.stdout = io.StringIO()\n"
        f"try: main({list(arguments)!r})\n"
        "finally: out.write('\\n'.join(sys.modules))"
    )
    alone = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    line = [sys.executable, "-c", code]
    done = subprocess.run(line, capture_output=True, text=True, timeout=60, check=True, env=alone)
    return set(done.stdout.splitlines())


def loaded(modules: set[str], names: set[str]) -> set[str]:
    return {name for name in modules if any(name == one or name.startswith(f"{one}.") for one in names)}


@pytest.mark.parametrize(
    "line",
    [
        ["--help"],
        ["dids", "list", "--help"],
        ["trunks", "in", "get", "--help"],
        ["schema", "--help"],
        ["config", "--help"],
        ["help", "routing"],
    ],
)
def test_help_loads_no_client(line):
    unused = {"rich", "didww_cli.jsonapi", "didww_cli.emulator", "didww_cli.workflows"}
    assert loaded(modules_of(*line), HEAVY | unused) == set()


def test_the_list_of_commands_loads_no_settings_and_no_output():
    """What the modules of commands load is not paid for by ``didww --help``: ``Later`` tells the help of the root's."""
    unused = {"tempfile", "tomllib", "decimal", "json", "didww_cli.config.keys", "didww_cli.output"}
    rooms = {f"didww_cli.commands.{room}" for room in ("tools", "verbs", "health", "costs", "routing", "snapshot")}
    assert loaded(modules_of("--help"), unused | rooms) == set()


def test_one_command_loads_no_other():
    known = modules_of("dids", "list", "--help")
    assert {name for name in known if name.startswith("didww_cli.commands.verbs.")} == {
        "didww_cli.commands.verbs.listing"
    }
    assert loaded(known, {"didww_cli.commands.tools", "didww_cli.commands.snapshot"}) == set()


def test_version_loads_next_to_nothing():
    modules = modules_of("--version")
    assert loaded(modules, HEAVY | {"rich", "typer"}) == set()
    assert {name for name in modules if name.startswith("didww_cli.")} == {"didww_cli.app"}


def test_a_wrong_line_loads_no_network():
    assert loaded(modules_of("dids", "lst"), {"requests", "urllib3", "ssl"}) == set()


def test_json_output_loads_no_rich():
    assert (
        loaded(modules_of("--profile", "demo", "pops", "list", "-o", "json"), {"rich", "cryptography", "jmespath"})
        == set()
    )


def test_data_goes_to_stdout_without_the_emulator_when_it_is_not_asked_for():
    assert loaded(modules_of("config", "path"), {"didww_cli.emulator", "requests"}) == set()


def test_completion_loads_no_network():
    assert loaded(modules_of("completion", "bash"), HEAVY | {"rich", "didww_cli.jsonapi"}) == set()
