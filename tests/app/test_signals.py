"""Ctrl-C, SIGTERM and SIGHUP at any moment: the exit code of each, what may have been done, and never a traceback."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import termios
import threading
from array import array

import pytest

from tests.conftest import document, run_line
from tests.processes import PATIENCE, Hanging, ended, start
from tests.terminal import in_dialogue

CODES = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}
DID = {
    "id": "11111111-1111-4111-8111-111111111111",
    "type": "dids",
    "attributes": {"number": "1202", "description": ""},
}


@pytest.mark.parametrize("number", CODES)
def test_while_it_waits_for_an_answer(server, number):
    hanging = Hanging("GET")
    server.answer(hanging)
    process = start("dids list")
    hanging.wait()
    process.send_signal(number)
    assert ended(process) == (CODES[number], "", "")
    hanging.release.set()


def test_several_in_a_row_are_one(server):
    hanging = Hanging("GET")
    server.answer(hanging)
    process = start("dids list")
    hanging.wait()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGINT, signal.SIGHUP):
        process.send_signal(number)
    code, out, err = ended(process)
    assert code in CODES.values()  # which of them comes first, the system decides
    assert (out, err) == ("", "")
    hanging.release.set()


def test_while_nobody_reads_its_output(server):
    rows = [{"id": str(at), "type": "pops", "attributes": {"name": "x" * 1000}} for at in range(500)]
    server.answer(document(rows))
    process = start("pops list -o jsonl")
    waiting = array("i", [0])
    for _ in range(int(PATIENCE / 0.05)):
        fcntl.ioctl(process.stdout, termios.FIONREAD, waiting)
        if waiting[0] > 40_000:  # the pipe takes 64 KiB, in pieces of some 8 KiB
            break
        threading.Event().wait(0.05)
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE) == 143
    assert ended(process)[2] == ""


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT])
def test_what_the_caller_ignores_stays_ignored(server, number):
    hanging = Hanging("GET")
    server.answer(hanging)
    process = start("balance --retries 0", preexec_fn=lambda: signal.signal(number, signal.SIG_IGN))
    hanging.wait()
    process.send_signal(number)
    hanging.release.set()
    assert ended(process)[0] == 7  # the connection that the server dropped in the end


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_update_between_sending_and_answer_may_have_been_done(server, number):
    hanging = Hanging("PATCH", DID)
    server.answer(hanging)
    process = start(f"dids update {DID['id']} --description new --yes -q")
    hanging.wait()
    process.send_signal(number)
    code, out, err = ended(process)
    hanging.release.set()
    assert (code, out) == (CODES[number], "")
    assert err.splitlines()[-1] == (
        f"PATCH /v3/dids/{DID['id']} was sent and not answered: it may have been done. "
        f"To find out: didww dids get {DID['id']}"
    )


def test_a_create_between_sending_and_answer_may_have_been_done(server):
    hanging = Hanging("POST")
    server.answer(hanging)
    process = start("trunks in create --name Office --sip-host sip.example.com")
    hanging.wait()
    process.send_signal(signal.SIGTERM)
    code, _, err = ended(process)
    hanging.release.set()
    assert code == 143
    assert err == (
        "POST /v3/voice_in_trunks was sent and not answered: it may have been done. To find out: didww trunks in list\n"
    )


SIGNALLED = """
import atexit, os, sys
moment, number = sys.argv[1], int(sys.argv[2])

def kill():
    os.kill(os.getpid(), number)

class Import:
    def find_spec(self, name, path=None, target=None):
        if name == moment:
            sys.meta_path.remove(self)
            kill()

class Finaliser:
    def __del__(self):
        kill()

sys.meta_path.insert(0, Import())
if moment == "end":
    atexit.register(kill)
if moment == "finaliser":
    import didww_cli.app.program as program
    import time
    def answer(words, states):
        Finaliser()
        time.sleep(60)
        return 0
    sys.exit(program.run(answer))
sys.argv = ["didww", *sys.argv[3:]]
from didww_cli.app import main
sys.exit(main())
"""
"""A program that sends itself a signal at a moment: when a module is imported, in a finaliser, or at its very end."""


def signalled(moment: str, number: int, line: str = "-p demo pops list -o ids") -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-c", SIGNALLED, moment, str(int(number)), *line.split()]
    return subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE)


@pytest.mark.parametrize(
    ("module", "number"),
    [
        ("didww_cli.app.streams", signal.SIGINT),
        ("typer", signal.SIGTERM),
        ("didww_cli.commands.state", signal.SIGHUP),
        ("requests", signal.SIGINT),
        ("requests.hooks", signal.SIGTERM),
        ("didww_cli.emulator.engine", signal.SIGTERM),
    ],
)
def test_during_imports(module, number):
    done = signalled(module, number)
    assert (done.returncode, done.stdout, done.stderr) == (CODES[number], "", "")


def test_at_its_very_end_what_was_done_stays_done():
    done = signalled("end", signal.SIGINT)
    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (0, "", 7)


def test_where_nothing_can_be_raised():
    done = signalled("finaliser", signal.SIGTERM)
    assert (done.returncode, done.stderr) == (143, "")


def test_ctrl_c_at_a_secret(tmp_path, monkeypatch):
    monkeypatch.setenv("DIDWW_CONFIG", str(tmp_path / "config.toml"))
    screen = in_dialogue(["config", "init", "-p", "w", "--environment", "sandbox"], [("API key: ", b"\x03")])
    assert screen.code == 130
    assert "Traceback" not in screen.text
    assert not (tmp_path / "config.toml").exists()


def test_ctrl_c_at_a_question():
    screen = in_dialogue(["-p", "demo", "trunks", "in", "delete", "Headquarters"], [("[y/N] ", b"\x03")])
    assert screen.code == 130
    assert "Traceback" not in screen.text
    assert run_line("-p demo trunks in get Headquarters -o ids").code == 0


@pytest.mark.parametrize(
    ("line", "dialogue", "code", "says"),
    [
        ("config init", [("[work]: ", b"\x04")], 9, "The input ended"),
        ("config init -p w --environment sandbox", [("API key: ", b"\x04")], 9, "The input ended"),
        ("-p demo trunks in delete Headquarters", [("[y/N] ", b"\x04")], 9, "Nothing was sent"),
    ],
)
def test_the_end_of_the_input_at_a_question(line, dialogue, code, says):
    screen = in_dialogue(line.split(), dialogue)
    assert (screen.code, says in screen.text, "Traceback" in screen.text) == (code, True, False), screen.text


def test_answers_with_a_carriage_return(tmp_path):
    path = tmp_path / "config.toml"
    screen = in_dialogue(
        ["config", "init", "--no-check"],
        [("[work]: ", b"\r"), ("[sandbox]: ", b"production\r"), ("API key: ", b"a-key\r"), ("for none): ", b"\r")],
        env={**os.environ, "DIDWW_CONFIG": str(path)},
    )
    assert screen.code == 0, screen.text
    assert path.read_text().splitlines()[:1] == ['default_profile = "work"']
    assert 'api_key = "a-key"' in path.read_text()
    assert "a-key" not in screen.text
