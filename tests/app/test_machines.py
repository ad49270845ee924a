"""Machines as they are: no home, a home that cannot be written, other encodings, narrow and dumb terminals, CRLF."""

from __future__ import annotations

import pwd

import pytest

from tests.conftest import run_line
from tests.processes import run_process
from tests.terminal import in_terminal

NAME = "Größe 保存"
ENCODINGS = [
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "latin-1"},
    {"LANG": "de_DE.ISO-8859-1", "PYTHONUTF8": "0"},
]


@pytest.fixture
def named_group():
    """A record of the emulated account whose name is not ASCII."""
    assert run_line(f"-p demo trunks groups create --name '{NAME}'").code == 0


@pytest.mark.parametrize("env", ENCODINGS)
def test_pipes_are_utf_8_in_every_locale(named_group, env):
    code, out, err = run_process("-p demo trunks groups list -o tsv -c name", env=env)
    assert (code, NAME in out.splitlines(), err) == (0, True, "")


def test_a_terminal_that_cannot_show_it_has_it_written_out(named_group):
    screen = in_terminal(["-p", "demo", "trunks", "groups", "list", "-c", "name"], env=ENCODINGS[1])
    assert screen.code == 0
    assert NAME.encode("ascii", "backslashreplace").decode() in [line.strip() for line in screen.lines]


def test_input_in_pipes_is_utf_8_in_every_locale(tmp_path):
    (tmp_path / "one.json").write_bytes(f'\ufeff{{\r\n "name": "{NAME}"\r\n}}\r\n'.encode())
    with open(tmp_path / "one.json") as source:
        code, out, err = run_process("-p demo trunks groups create --data - -o tsv", env=ENCODINGS[1], stdin=source)
    assert (code, NAME in out) == (0, True), err


@pytest.mark.parametrize("line", [["-p", "demo", "dids", "list", "-q"], ["dids", "list", "--help"], ["dids", "lst"]])
def test_twenty_columns_on_a_dumb_terminal(line):
    screen = in_terminal(line, columns=20, env={"TERM": "dumb"})
    assert screen.code == (2 if "lst" in line else 0)
    assert "\x1b" not in screen.text
    if "-p" in line:
        assert max(len(text) for text in screen.lines) <= 20


@pytest.fixture
def homeless(monkeypatch):
    """A user whom the system does not know, as in a container with a user of its own."""

    def nobody(_):
        raise KeyError

    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setattr(pwd, "getpwuid", nobody)


@pytest.fixture(params=["homeless", "read_only"])
def no_place(request, tmp_path, monkeypatch):
    """No place where configuration and state can be written."""
    if request.param == "homeless":
        request.getfixturevalue("homeless")
        return
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("DIDWW_CONFIG", str(tmp_path / "none.toml"))


@pytest.mark.parametrize("line", ["pops list -o ids", "trunks groups create --name Night -o ids", "balance -o json"])
def test_without_a_place_for_its_state_the_emulated_account_works(no_place, didww, line):
    result = didww(line)
    assert result.out
    assert "cannot be written: the emulated account forgets all" in result.err


def test_without_a_place_for_locks_an_order_is_placed_with_a_notice(no_place, didww):
    result = didww("orders create --did-group Chicago --qty 1 --yes -o json")
    assert result.json["status"] == "pending"
    assert "do not run this command twice at the same time" in result.err


def test_without_a_home_a_key_of_the_environment_is_enough(homeless, live, server):
    from tests.conftest import document

    server.answer(document([]))
    assert live("pops list -o json").json == []


def test_without_a_home_nothing_is_stored(homeless, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run_line("config init --no-check -p w", stdin="key")
    assert result.code == 1
    assert "cannot be changed" in result.err
    assert "DIDWW_CONFIG" in result.err
    assert [entry.name for entry in tmp_path.iterdir()] == ["home"]


def test_a_device_is_not_replaced_by_a_configuration(monkeypatch):
    monkeypatch.setenv("DIDWW_CONFIG", "/dev/null")
    result = run_line("config init --no-check -p w", stdin="key")
    assert (result.code, "no ordinary file" in result.err) == (2, True)


def test_a_configuration_from_another_system(tmp_path, monkeypatch):
    path = tmp_path / "config.toml"
    path.write_bytes(b'\xef\xbb\xbfdefault_profile = "w"\r\n\r\n[profiles.w]\r\napi_key = "key"\r\ntimeout = 12\r\n')
    path.chmod(0o600)
    monkeypatch.setenv("DIDWW_CONFIG", str(path))
    shown = run_line("config show -o json").json
    assert (shown["profile"]["value"], shown["timeout"]["value"]) == ("w", 12.0)


def test_a_key_with_a_carriage_return(tmp_path, monkeypatch):
    monkeypatch.setenv("DIDWW_CONFIG", str(tmp_path / "config.toml"))
    assert run_line("config init --no-check -p w", stdin="a-key\r\n").code == 0
    assert 'api_key = "a-key"\n' in (tmp_path / "config.toml").read_text()


def test_a_key_that_is_no_text(tmp_path):
    (tmp_path / "key").write_bytes(b"\xff\xfe\x00")
    with open(tmp_path / "key", "rb") as source:
        code, _, err = run_process("config init --no-check -p w", stdin=source)
    assert (code, "is no UTF-8 text" in err) == (2, True)


def test_a_table_with_carriage_returns(tmp_path, didww):
    (tmp_path / "rows.csv").write_bytes(b"\xef\xbb\xbfname\r\nNight\r\nDay\r\n")
    didww(f"trunks groups create --input {tmp_path / 'rows.csv'}")
    assert {"Night", "Day"} <= {group["name"] for group in didww("trunks groups list -o json").json}


def test_words_that_are_no_text():
    result = run_line("-p demo trunks groups create --name '\udcff'")
    assert (result.code, "no UTF-8 text" in result.err) == (2, True), ascii(str(result))


def test_what_a_server_sends_that_is_no_text_is_written_out(server):
    from tests.conftest import document

    server.answer(document([{"id": "1", "type": "pops", "attributes": {"name": "a\ud800b\udce9"}}]))
    code, out, err = run_process("pops list -o csv -c name", encoding="utf-8", errors="surrogateescape")
    assert (code, out, err) == (0, "name\na\ufffdb\ufffd\n", ""), ascii((out, err))
