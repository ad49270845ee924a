"""Names that lists leave behind are completed by real shells, which type them so that the command gets them whole."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli_w

from didww_cli import __version__
from didww_cli.commands.kept_names import MOST_NAMES, KeptNames
from didww_cli.commands.nouns import tree
from didww_cli.commands.tools.completion import script
from tests.commands.tools.test_completion import Terminal, fish_complete

NAMES = [
    "Headquarters",
    "Main office",
    'Mal "the" third',
    "Müller & Söhne",
    "Офис Київ",
    "日本 支社",
    "it's $HOME `x`",
    "back\\slash \\",
    "a!b (c) <d> | e; f*?",
    "sip:x y",
    "user@host one",
    "key=value two",
    "~tilde",
    "#hash",
    " blank first",
    "{x,y} [z]",
    "Leeds, north",
]

PROFILES = ["my work", "Büro", "it's", 'quo"ted/one', "a.b: $c"]


def home_for(shell: str, home: Path) -> Path:
    """A home with the script, a configuration and names; its ``didww`` writes its words to a file."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    for folder in ("bin", "functions", ".config/didww"):
        (home / folder).mkdir(parents=True)
    (home / "bin" / "didww").write_text(
        f"#!/bin/sh\necho $DIDWW_COMPLETION_SCRIPT >{home}/script\n"
        f'printf "%s\\n" "$@" >{home}/new && mv {home}/new {home}/words\n'
    )
    (home / "bin" / "didww").chmod(0o755)
    settings = {"default_profile": "work", "profiles": {name: {"timeout": 5} for name in ("work", *PROFILES)}}
    (home / ".config" / "didww" / "config.toml").write_text(tomli_w.dumps(settings))
    (home / "functions" / "_didww").write_text(script(shell, tree()))
    names = home / ".cache" / "didww" / "names"
    KeptNames(names / "work", "a").keep("voice_in_trunks", NAMES, whole=True)
    KeptNames(names / "work", "a").keep("voice_out_trunks", ["Europe (out)"], whole=True)
    KeptNames(names / "work", "a").keep("dids", ["12125550100"], whole=True)
    KeptNames(names / "demo", "b").keep("voice_in_trunks", ["Demo one"], whole=True)
    KeptNames(names / "my work", "d").keep("voice_in_trunks", ["My trunk"], whole=True)
    KeptNames(names / 'quo"ted_one', "e").keep("voice_in_trunks", ["Quoted trunk"], whole=True)
    KeptNames(names / "work,production", "c").keep("voice_in_trunks", ["Real one"], whole=True)
    return home


STARTS = {
    "bash": ("bind 'set enable-bracketed-paste off'\nsource functions/_didww\n", ["bash", "--rcfile", ".zshrc", "-i"]),
    "zsh": ("fpath=(~/functions $fpath)\nautoload -Uz compinit\ncompinit -u -D\n", ["zsh", "-i"]),
}


@pytest.fixture(scope="module", params=STARTS)
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Terminal, Path]]:
    """An interactive shell and its home."""
    home = home_for(request.param, tmp_path_factory.mktemp(request.param))
    text, command = STARTS[request.param]
    (home / ".zshrc").write_text(f"PS1='> '\n{text}")
    terminal = Terminal(command, home)
    yield terminal, home
    terminal.close()


def words_after(shell: tuple[Terminal, Path], typed: str) -> list[str]:
    """The words that ``didww`` gets when a line is typed, Tab and then Enter."""
    terminal, home = shell
    (home / "words").unlink(missing_ok=True)
    for text in (f"{typed}\t", "\n"):
        os.write(terminal.master, text.encode())
        while select.select([terminal.master], [], [], 0.03)[0]:
            os.read(terminal.master, 65536)
    for _ in range(40):
        if (home / "words").exists():
            return (home / "words").read_text().splitlines()
        select.select([], [], [], 0.05)
    raise AssertionError(f"{typed!r} called nothing")


def escaped(name: str) -> str:
    return re.sub(r"([^\w])", r"\\\1", name)


@pytest.mark.parametrize("name", NAMES)
def test_names_are_typed_whole(shell, name):
    part = next(name[:length] for length in range(1, 99) if sum(one.startswith(name[:length]) for one in NAMES) == 1)
    assert words_after(shell, f"didww trunks in get {escaped(part)}") == ["trunks", "in", "get", name]
    assert words_after(shell, f"didww trunks in get '{part}")[3:] == [name]
    assert words_after(shell, f'didww trunks in get "{part}')[3:] == [name]
    option = "didww dids update 1 --voice-in-trunk"
    assert words_after(shell, f"{option}={escaped(name[:-1])}")[3:] == [f"--voice-in-trunk={name}"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("didww -p demo trunks in get D", "Demo one"),
        ("didww trunks in update --profile=demo D", "Demo one"),
        ("DIDWW_PROFILE=demo didww trunks in get D", "D"),  # which is of the command alone, not of this shell
        ("didww --environment production trunks in get R", "Real one"),
        ("didww -p my\\ work trunks in get M", "My trunk"),
        ("didww trunks in get --profile='my work' M", "My trunk"),
        ("""didww -p 'quo"ted/one' trunks in get Q""", "Quoted trunk"),
        ("didww voice_in_trunks get Head", "Headquarters"),
        ("didww route 121", "12125550100"),
        ("didww trunks in get Nobo", "Nobo"),
        ("didww numbers buy 121", "121"),  # which are on sale, and not ours
    ],
)
def test_names_are_those_of_the_account_that_the_line_names(shell, typed, name):
    assert words_after(shell, typed)[-1] == name


@pytest.mark.parametrize("name", PROFILES)
def test_profiles_are_typed_whole(shell, name):
    assert words_after(shell, f"didww --profile {escaped(name[:2])}") == ["--profile", name]
    assert words_after(shell, f'didww --profile="{name[:2]}') == [f"--profile={name}"]
    assert words_after(shell, f"didww config use {escaped(name[:-1])}") == ["config", "use", name]


VALUES = {
    "dids list --filter voice_in_trunk.name=Head": "voice_in_trunk.name=Headquarters",
    "dids list -f voice_in_trunk=Mai": "voice_in_trunk=Main office",
    "dids list --filter=voice_in_trunk.name=Mü": "--filter=voice_in_trunk.name=Müller & Söhne",
    "dids list --filter 'voice_in_trunk.name=sip:": "voice_in_trunk.name=sip:x y",
    'dids list --filter "voice_in_trunk.name=Mal': 'voice_in_trunk.name=Mal "the" third',
    'dids list --filter="voice_in_trunk.name=Mal': '--filter=voice_in_trunk.name=Mal "the" third',
    "dids list -f voice_in_trunk.name=Main\\ office,Head": "voice_in_trunk.name=Main office,Headquarters",
    "dids list -f voice_in_trunk.name=Leeds": "voice_in_trunk.name=Leeds",  # its comma would part two values
    "dids list -f voice_in_trunk.id=Head": "voice_in_trunk.id=Head",
    "trunks in list -f name=key": "name=key=value two",
    "trunks list -f name=key": "name=key=value two",  # of both kinds
    "trunks list -f name=Europe": "name=Europe (out)",
    "trunks in delete --filter name=key": "name=key=value two",
    "route -f voice_in_trunk.name=#": "voice_in_trunk.name=#hash",
    "trunks groups create --voice-in-trunks Head": "Headquarters",
    "trunks groups update X --add-voice-in-trunks=Головний,Оф": "--add-voice-in-trunks=Головний,Офис Київ",
    "trunks groups create --voice-in-trunks sip:x\\ y,日": "sip:x y,日本 支社",
    "trunks groups create --voice-in-trunks 'sip:x y,日": "sip:x y,日本 支社",
    "trunks groups create --voice-in-trunks Leeds": "Leeds",
    "dids assign 1 --trunk Leeds": "Leeds, north",
    "dids assign --trunk Head": "Headquarters",
    "numbers buy --trunk=Head": "--trunk=Headquarters",
    "orders create --voice-in-trunk Head": "Headquarters",
    "emergency register --did 121": "12125550100",
    "snapshot apply f --number 121": "12125550100",
    "trunks out create --dids 33,121": "33,12125550100",
}


@pytest.mark.parametrize("line", VALUES)
def test_values_are_completed_by_name(shell, line):
    assert words_after(shell, f"didww {line}")[-1] == VALUES[line]


@pytest.mark.parametrize(
    ("setting", "name"),
    [("DIDWW_COMPLETION_CACHE=0", "Headq"), ("DIDWW_PROFILE=demo", "Headq"), ("X=", "Headquarters")],
)
def test_variables_choose_the_account_and_switch_names_off(shell, setting, name):
    os.write(shell[0].master, f"export {setting}\n".encode())
    assert words_after(shell, "didww trunks in get Headq")[-1] == name
    os.write(shell[0].master, f"unset {setting.partition('=')[0]}\n".encode())


def test_every_awk_reads_what_it_puts_in_alike():
    """In what gsub puts in, awks differ in what backslashes mean that do not stand before &."""
    put_in = re.findall(r'gsub\(/.*?/, "(.*?)", text\)', script("bash", tree()))
    assert len(put_in) == 4
    assert all("\\\\" not in text.replace("\\\\\\\\&", "") for text in put_in)


def test_the_script_tells_the_command_what_made_it(shell):
    words_after(shell, "didww trunks in get Head")
    name, version = (shell[1] / "script").read_text().split()
    assert shell[1].name.startswith(name)
    assert version == __version__


def test_fish_offers_them(tmp_path):
    complete = fish_complete(home_for("fish", tmp_path / "fish"), "functions")
    for name in NAMES:
        assert name in complete(f"didww trunks in get {escaped(name[:2])}")
        assert f"--voice-in-trunk={name}" in complete(f"didww dids update 1 --voice-in-trunk={escaped(name[:2])}")
        several = complete(f"didww trunks groups create --voice-in-trunks Main\\ office,{escaped(name[:2])}")
        assert (f"Main office,{name}" in several) == ("," not in name)
    for line, word in VALUES.items():
        typed = line.rpartition(" ")[2].strip("'\"")
        assert word in complete(f"didww {line}") or word == typed, line
    assert complete("didww numbers buy 121") == set()
    assert complete("didww trunks in get Headq") == {"Headquarters"}
    assert complete("didww config use ") == {"demo", "work", *PROFILES}
    assert complete("didww -p my\\ work trunks in get ") == {"My trunk"}
    assert complete("didww trunks in get --profile='my work' ") == {"My trunk"}
    assert complete("didww -p demo trunks in get ") == {"Demo one"}
    assert complete("didww trunks in get --profile=demo ") == {"Demo one"}
    assert complete("didww trunks in get --environment production ") == {"Real one"}
    assert "--columns" in complete("didww trunks groups get ")
    assert complete("didww trunks groups get lo") == complete("didww proofs get verb") == set()  # which options hold


def kept(kind: str, folder: str = "demo") -> list[str]:
    path = Path.home() / ".cache" / "didww" / "names" / folder / kind
    return path.read_text().splitlines() if path.exists() else []


def test_lists_keep_the_names_that_they_show(didww):
    didww("trunks in list --limit 1")
    first = kept("voice_in_trunks")
    assert len(first) == 1
    didww("trunks in list -f name=London -o json")
    assert kept("voice_in_trunks") == ["London", *first]
    everything = json.loads(didww("trunks in list -o json").out)
    assert kept("voice_in_trunks") == [one["name"] for one in everything]
    didww("trunks in list -c id")  # which reads no names
    assert len(kept("voice_in_trunks")) == len(everything)
    didww("identities list")
    didww("trunks list")
    names = Path.home() / ".cache" / "didww" / "names" / "demo"
    assert {path.name for path in names.iterdir()} == {"account", "identities", "voice_in_trunks", "voice_out_trunks"}
    assert {"identity-john", "identity-trading"} <= set(kept("identities"))  # the user's own references
    persons = json.loads(didww("identities list -o json").out)
    assert not {one["last_name"] for one in persons} & set("".join(kept("identities")).split())
    assert {path.stat().st_mode & 0o777 for path in names.iterdir()} == {0o600}
    assert names.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("version", ["", "2026-11-19"], indirect=True)
def test_refresh_reads_all_names(didww, version):
    said = didww("completion refresh").err
    assert bool(kept("sms_trunks")) == bool(version)  # which came with it
    assert "12125550100" in kept("dids")
    assert "US" in kept("countries")
    assert "Outbound Europe" in kept("voice_out_trunks")
    files = [path for path in (Path.home() / ".cache" / "didww" / "names" / "demo").iterdir() if path.name != "account"]
    assert said == f"Read {sum(len(path.read_text().splitlines()) for path in files)} names.\n"


def test_nothing_is_kept_where_it_is_switched_off(didww, monkeypatch):
    monkeypatch.setenv("DIDWW_COMPLETION_CACHE", "0")
    didww("trunks in list")
    assert "DIDWW_COMPLETION_CACHE is 0" in didww("completion refresh", code=2).err
    assert not (Path.home() / ".cache" / "didww" / "names").exists()


def test_names_of_another_account_are_forgotten(tmp_path):
    folder = tmp_path / "names"
    KeptNames(folder, "a").keep("dids", ["1"], whole=True)
    KeptNames(folder, "b").keep("orders", [f"A-{number}" for number in range(MOST_NAMES + 1)], whole=False)
    assert not (folder / "dids").exists()
    assert len((folder / "orders").read_text().splitlines()) == MOST_NAMES


def test_what_cannot_be_typed_is_not_kept(tmp_path):
    names = ["a\tb", "c\nd", "-x", "", "\u202eabc", "\ud800", "x" * 201, "ok"]
    KeptNames(tmp_path / "names", "a").keep("dids", names, whole=True)
    assert (tmp_path / "names" / "dids").read_text() == "ok\n"
