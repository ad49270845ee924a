"""``api_key_command``: a command that prints the key, and the ways in which it fails."""

from __future__ import annotations

import os
import shlex
import sys
import time

import pytest

from tests.conftest import document, run_line
from tests.terminal import in_terminal

KEY = "key-of-the-command"


@pytest.fixture
def profile(server, tmp_path, monkeypatch):
    """Makes a profile whose key a command prints."""
    server.answer(document({"id": "b", "type": "balances", "attributes": {"credit": "1.00"}}))
    monkeypatch.delenv("DIDWW_API_KEY")
    config = tmp_path / "config.toml"
    monkeypatch.setenv("DIDWW_CONFIG", str(config))

    def make(*command: str) -> None:
        config.write_text(f'default_profile = "c"\n[profiles.c]\nbase_url = "{server.url}"\napi_key = "x"\n')
        config.chmod(0o600)
        assert run_line("config unset api_key").code == 0
        assert run_line(f"config set api_key_command {shlex.quote(shlex.join(command))}").code == 0

    return make


def test_the_key_is_what_the_command_prints(server, profile):
    profile("printf", f"{KEY}\\n")
    assert run_line("balance -o json").json["credit"] == "1.00"
    assert server.seen[0].headers["Api-Key"] == KEY


@pytest.mark.parametrize("line", ["balance", "doctor"])
def test_one_that_fails_is_run_once(profile, tmp_path, line):
    """It may have asked its user for something."""
    runs = tmp_path / "runs"
    profile("sh", "-c", f"echo x >> {runs}; exit 3")
    assert "ended with exit code 3" in str(run_line(line))
    assert runs.read_text() == "x\n"


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["no-such-command-here"], "'no-such-command-here' was not found"),
        (["/etc/passwd"], "'/etc/passwd' cannot be run: it is not executable"),
        (["sh", "-c", "exit 7"], "'sh' ended with exit code 7"),
        (["sh", "-c", "kill -9 $$"], "'sh' was ended by signal 9"),
        (["true"], "'true' printed nothing"),
        (["echo", " "], "'echo' printed nothing"),
        (["printf", "one\\ntwo\\n"], "'printf' printed several lines"),
        (["yes"], "'yes' "),
        (["printf", "a\\033[31mb"], "'printf' printed control characters"),
        (["printf", "\\377\\376"], "'printf' printed bytes that are no UTF-8 text"),
    ],
)
def test_how_it_fails_is_said(server, profile, command, says):
    profile(*command)
    result = run_line("balance -o json")
    assert result.code == 3, str(result)
    assert says in result.error["message"]
    assert server.seen == []


def test_it_is_run_once_also_where_it_fails(server, profile, tmp_path):
    runs = tmp_path / "runs"
    profile("sh", "-c", f"echo x >> {runs}; exit 3")
    assert "ended with exit code 3" in run_line("dids list").err
    assert runs.read_text() == "x\n"


def test_no_shell_reads_the_command(server, profile):
    profile("echo", "$HOME;id")
    run_line("balance")
    assert server.seen[0].headers["Api-Key"] == "$HOME;id"


def test_what_it_printed_is_not_shown_when_it_fails(profile):
    profile("sh", "-c", f"echo {KEY}; echo more; exit 0")
    result = run_line("balance -v")
    assert KEY not in result.out + result.err


def test_a_command_that_does_not_end_is_killed_with_what_it_started(profile, tmp_path, monkeypatch):
    monkeypatch.setattr("didww_cli.config.printed.TIME_LIMIT", 1.0)
    written = tmp_path / "pid"
    profile("sh", "-c", f"sleep 600 & echo $! > {written}; wait")
    result = run_line("balance")
    assert result.code == 3
    assert "did not end within 1 seconds" in result.err
    child = int(written.read_text())
    assert gone(child)


def gone(process: int) -> bool:
    """Whether a process has ended; it may be a zombie until its new parent looks."""
    for _ in range(100_000):
        try:
            with open(f"/proc/{process}/stat") as file:
                if file.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except FileNotFoundError:
            return True
        time.sleep(0)
        os.sched_yield()
    return False


def test_something_left_behind_does_not_hold_it_up(server, profile):
    profile("sh", "-c", f"sleep 30 & echo {KEY}")
    assert run_line("balance").code == 0
    assert server.seen[0].headers["Api-Key"] == KEY


def test_it_may_ask_on_the_terminal(server, profile):
    """Its prompt is seen at once, what is typed reaches it, and the terminal is given back for the next question."""
    profile(
        sys.executable,
        "-c",
        "import sys; sys.stderr.write('Passphrase: '); print('typed-' + open('/dev/tty').readline())",
    )
    seen = in_terminal(["balance", "-o", "json"], keys=b"hush\n")
    assert seen.code == 0, seen.text
    assert "Passphrase: " in seen.text
    assert server.seen[0].headers["Api-Key"] == "typed-hush"


def test_ctrl_c_ends_it_and_the_tool(server, profile):
    profile("sh", "-c", "echo waiting >&2; exec sleep 60")
    seen = in_terminal(["balance"], keys=b"\x03", wait_for=b"waiting")
    assert seen.code == 130, seen.text
    assert server.seen == []
