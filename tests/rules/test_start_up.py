"""Start-up is a feature: which modules a call may load, not how many milliseconds it takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from didww_cli.commands.nouns import tree

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
UNUSED_BY_HELP = {"rich", "didww_cli.jsonapi", "didww_cli.emulator", "didww_cli.workflows"}


def modules_of(*arguments: str, ends: int = 0) -> set[str]:
    """The modules loaded when the call has ended, which it does with that exit code."""
    code = (
        "import sys, io; from didww_cli.app import main; out = sys.stdout; sys.stdout = io.StringIO()\n"
        f"code = main({list(arguments)!r})\n"
        "out.write('\\n'.join(sys.modules)); sys.exit(code)"
    )
    alone = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    line = [sys.executable, "-c", code]
    done = subprocess.run(line, capture_output=True, text=True, timeout=60, env=alone)
    assert done.returncode == ends, done.stderr
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
    assert loaded(modules_of(*line), HEAVY | UNUSED_BY_HELP) == set()


def words_below(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of each group and command that is shown."""
    yield path
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        if not command.hidden:
            yield from words_below(command, (*path, name)) if hasattr(command, "list_commands") else [(*path, name)]


ALL_HELP = """
import io, json, sys
from didww_cli.app import main
out, seen, found = sys.stdout, set(sys.modules), {}
for words in json.load(sys.stdin):
    sys.stdout = io.StringIO()
    assert main([*words, "--help"]) == 0 and "Usage: didww" in sys.stdout.getvalue(), words
    found[" ".join(words)] = sorted(set(sys.modules) - seen)
    seen = set(sys.modules)
out.write(json.dumps(found))
"""


def test_the_help_of_no_command_loads_a_client():
    """All in one process: what the help of a command loads is told with the first that loads it."""
    lines = list(words_below(tree()))
    done = subprocess.run([sys.executable, "-c", ALL_HELP], input=json.dumps(lines), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    first = {line: loaded(set(modules), HEAVY | UNUSED_BY_HELP) for line, modules in json.loads(done.stdout).items()}
    assert len(first) > 180
    itself = first.pop("emulator")  # which tells what it does not emulate
    assert all(name.startswith("didww_cli.emulator") for name in itself)
    assert {line: modules for line, modules in first.items() if modules} == {}


CHEAP = [
    "schema",
    "schema dids",
    "schema --codes",
    "schema --diagram",
    "commands",
    "config show",
    "config list",
    "config path",
    "help",
    "help filters",
    "help files",
    "webhook verify callback.json",
    "webhook sign https://example.com/hook --param id=1",
    "journal list",
    "emulator reset",
    "completion zsh",
    "completion install bash",
]


@pytest.mark.parametrize("line", CHEAP)
def test_what_asks_nobody_loads_no_network(line, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DIDWW_PROFILE", "demo")
    callback = {"url": "https://example.com/", "headers": {"X-DIDWW-Signature": "0" * 40}, "body": {"id": "1"}}
    (tmp_path / "callback.json").write_text(json.dumps(callback))
    assert loaded(modules_of(*line.split(), ends=10 if "verify" in line else 0), HEAVY) == set()


@pytest.mark.parametrize("line", ["schema dids -o json", "commands -o json", "config show -o json"])
def test_data_is_shown_without_what_lays_out_tables(line):
    assert loaded(modules_of(*line.split()), HEAVY | {"rich"}) == set()


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


@pytest.mark.parametrize("line", ["dids lst", "dids update 1 --nothing", "dids get", "webhook verify --sikret x"])
def test_a_wrong_line_loads_no_network(line):
    assert loaded(modules_of(*line.split(), ends=2), {"requests", "urllib3", "ssl"}) == set()


def test_json_output_loads_no_rich():
    assert (
        loaded(modules_of("--profile", "demo", "pops", "list", "-o", "json"), {"rich", "cryptography", "jmespath"})
        == set()
    )


def test_data_goes_to_stdout_without_the_emulator_when_it_is_not_asked_for():
    assert loaded(modules_of("config", "path"), {"didww_cli.emulator", "requests"}) == set()


def test_completion_loads_no_network():
    assert loaded(modules_of("completion", "bash"), HEAVY | {"rich", "didww_cli.jsonapi"}) == set()
