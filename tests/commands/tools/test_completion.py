"""Real shells complete real lines with the generated scripts."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import subprocess
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from didww_cli.catalog import BY_NOUN, BY_TYPE, RESOURCES
from didww_cli.catalog.completed import BY_NAME, referred_to
from didww_cli.catalog.model import Attribute
from didww_cli.catalog.paths import check_include, check_sort, column
from didww_cli.commands.nouns import tree
from didww_cli.commands.tools.completion import INSTALL, offers, script
from didww_cli.commands.verbs.members import members_of
from didww_cli.config.keys import OUTPUTS
from didww_cli.workflows.reading.filters import filter_keys, parse_filters
from didww_cli.workflows.writing.values import from_text

Complete = Callable[[str], set[str]]

BASH_PROBE = """
PS1='> '
source {script}
_probe() {{
  {fake}
  _didww
  [[ ! ${{COMPREPLY[*]}} && $(compopt) == *' -o default '* ]] && COMPREPLY=($(compgen -f -- "$2"))
  local IFS='|'
  printf '<<%s::%s>>' "$COMP_LINE" "${{COMPREPLY[*]}}" >/dev/tty
  COMPREPLY=()
}}
complete -o nospace -F _probe didww
"""
OLD_BASH = "compopt() { return 127; }"
"""What bash 3.2 says to compopt, which it does not have."""

ZSH_PROBE = """
PS1='> '
fpath=({folder} $fpath)
autoload -Uz compinit
compinit -u -D
zstyle ':completion:*' completer _complete
zstyle ':completion:*' format ''
compadd() {{
  local -a shown
  if [[ " $* " == *\\ -[OAD]\\ * ]]; then builtin compadd "$@"; return; fi
  builtin compadd -O shown "$@"
  captured+=($shown)
  return 1
}}
_probe() {{
  captured=()
  _didww "$@"
  print -rn -- "<<$BUFFER::${{(j:|:)captured}}>>" >/dev/tty
}}
compdef _probe didww
"""


class Terminal:
    """An interactive shell in a pseudo-terminal that tells its candidates as ``<<LINE::CANDIDATES>>``."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.master, slave = pty.openpty()
        environment = {"HOME": str(folder), "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "TERM": "dumb"}
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env={**environment, "ZDOTDIR": str(folder), "INPUTRC": os.devnull, "LC_ALL": "C.UTF-8"},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 (as a login shell has it)
        )
        os.close(slave)
        self._read("> ")

    def complete(self, line: str) -> set[str]:
        """Type a line and Tab; the candidates."""
        os.write(self.master, f"{line}\t".encode())
        found = self._read(re.escape(f"<<{line}::") + "(.*?)>>")
        os.write(self.master, b"\x15")
        return {word.strip() for word in found.split("|") if word}

    def _read(self, until: str) -> str:
        seen = ""
        while not (found := re.search(until, seen, re.DOTALL)):
            assert select.select([self.master], [], [], 20)[0], f"no {until!r} in {seen!r}"
            seen += os.read(self.master, 65536).decode()
        return found[found.re.groups]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.master)


def folder_for(shell: str, folder: Path) -> Path:
    """A home with a configuration, a file, the script, and a ``didww`` that tells when it is called."""
    (folder / "bin").mkdir()
    (folder / "bin" / "didww").write_text(f"#!/bin/sh\ntouch {folder}/called\n")
    (folder / "bin" / "didww").chmod(0o755)
    (folder / ".config" / "didww").mkdir(parents=True)
    (folder / ".config" / "didww" / "config.toml").write_text("[profiles.work]\n\n[profiles.lab-2]\n")
    (folder / "record.json").write_text("{}")
    (folder / "scripts").mkdir()
    (folder / "scripts" / "_didww").write_text(script(shell, tree()))
    return folder


def fish_complete(folder: Path, scripts: str = "scripts") -> Complete:
    def complete(line: str) -> set[str]:
        code = f"source {folder}/{scripts}/_didww; complete -C $argv[1]"
        done = subprocess.run(
            ["fish", "--no-config", "-c", code, line],
            cwd=folder,
            env={"HOME": str(folder), "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "TERM": "dumb"},
            capture_output=True,
            text=True,
            timeout=30,
        )
        assert done.stderr == ""
        return {shown.partition("\t")[0] for shown in done.stdout.splitlines()}

    return complete


@pytest.fixture(scope="module", params=["bash", "bash 3.2", "zsh", "fish"])
def complete(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Complete]:
    """The candidates of a line in a shell."""
    shell = request.param.partition(" ")[0]
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    folder = folder_for(shell, tmp_path_factory.mktemp(shell))
    if shell == "fish":
        yield fish_complete(folder)
    else:
        fake = OLD_BASH if " " in request.param else ""
        probe = BASH_PROBE if shell == "bash" else ZSH_PROBE
        (folder / ".zshrc").write_text(
            probe.format(script=folder / "scripts/_didww", folder=folder / "scripts", fake=fake)
        )
        command = (
            ["bash", "--noprofile", "--rcfile", str(folder / ".zshrc"), "-i"] if shell == "bash" else ["zsh", "-i"]
        )
        terminal = Terminal(command, folder)
        yield terminal.complete
        terminal.close()
    assert not (folder / "called").exists(), "completing called didww"


def last_part(word: str) -> str:
    """A candidate without what was typed before it: shells differ in whether they tell it."""
    return re.sub(r"^(--[a-z-]+=)?(.*,|status=)?", "", word)


WHOLE = {
    "didww d": "dids did-groups did-group-types documents document-templates doctor",
    "didww voice_": "",
    "didww trunks ": "list in groups out",
    "didww trunks in cr": "create",
    "didww --profile demo dids ": "list get update cancel restore assign unassign",
    "didww -p demo --timeout 3 -q --output=json trunks in cr": "create",
    "didww trunks -o json in --no-color cr": "create",
    "didww voice_in_trunks cr": "create",
    "didww voice-in-trunks create --pstn": "--pstn-dst",
    "didww -o ": " ".join(OUTPUTS),
    "didww dids list --output ": " ".join(OUTPUTS),
    "didww dids list --output=json": "json jsonl jsonapi",
    "didww balance --environment ": "production sandbox",
    "didww dids list --api-version 2026-": "2026-04-16 2026-11-19",
    "didww orders list --filter status=c": "completed canceled",
    "didww orders list --filter=status=c": "completed canceled",
    "didww orders list --filter created_at_g": "created_at_gteq=",
    "didww dids list -f country.": "country.id= country.iso= country.name=",
    "didww dids list --include voice": "voice_in_trunk voice_in_trunk_group",
    "didww orders list -s amount": "amount",
    "didww orders list -s created_at,-am": "-amount",
    "didww trunks list -c dir": "direction",
    "didww trunks in create --codecs PCMU,PC": "PCMU PCMA",
    "didww trunks in create --transport ": "UDP TCP TLS",
    "didww trunks in update Headquarters --reroute-on 48": "480 482 483 484 485 486 487 488",
    "didww trunks out create --auth ": "credentials_and_ip twilio",
    "didww emergency verifications create --callback-method ": "get post",
    "didww exports create --type ": "cdr_in cdr_out sms_in sms_out",
    "didww schema voice_in": "voice_in_trunks voice_in_trunk_groups",
    "didww api P": "POST PATCH PUT",
    "didww api GET /order": "/orders",
    "didww config use ": "demo work lab-2",
    "didww --profile w": "work",
    "didww config set api_v": "api_version",
    "didww webhook send --event export": "export-completed",
    "didww webhook verify rec": "record.json",
    "didww webhook listen --path ": "",
    "didww completion ": "bash zsh fish powershell install refresh",
    "didww completion install ": "bash zsh fish powershell",
    "didww dids update 12125550100 --data rec": "record.json",
    "didww exports download REF --to rec": "record.json",
    "didww files upload rec": "record.json",
    "didww files upload -- rec": "record.json",
    "didww dids get -- -": "",
    "didww dids get 12125550100 --col": "--columns",
    "didww dids list --limit ": "",
}


@pytest.mark.parametrize("line", WHOLE)
def test_candidates(complete, line):
    assert {last_part(word) for word in complete(line)} == set(WHOLE[line].split())


@pytest.mark.parametrize(
    ("line", "some", "start"),
    [
        ("didww ", "dids trunks orders api schema config completion", ""),
        ("didww --", "--version --profile --output --help", "--"),
        ("didww trunks in create --sip-", "--sip-host --sip-port --sip-rtp-ping", "--sip-"),
        ("didww trunks in create --no-sip-", "--no-sip-rtp-ping", "--no-sip-"),
        ("didww orders list --filter ", "status=pending created_at_gteq= reference=", ""),
        ("didww dids list ", "--filter -f --columns --output --help", "-"),
        ("didww trunks in list -c conf", "configuration.host", "configuration"),
        ("didww trunks in create --set ", "name= priority=", ""),
    ],
)
def test_some_candidates(complete, line, some, start):
    found = complete(line)
    assert set(some.split()) <= found
    assert all(word.startswith(start) for word in found)


def test_scripts_need_no_quoting():
    for offer in offers(tree()).values():
        for word, said in offer.words:
            assert re.fullmatch(r"[\w./=-]+" if offer.kind != "alias" else r"[a-z -]+", word), word
            assert "\\" not in said
    for shell in INSTALL:
        assert script(shell, tree()).isascii()


CHECKS = {
    "--filter": lambda resource, word: parse_filters(resource, [word]),
    "--include": check_include,
    "--sort": check_sort,
    "--columns": column,
}


def test_what_is_offered_for_reading_is_accepted():
    checked = 0
    for key, offer in offers(tree()).items():
        path, _, flag = key.removeprefix("values:").rpartition(" ")
        resource = BY_NOUN.get(path.rpartition(" ")[0])
        if resource and flag in CHECKS and key.startswith("values:"):
            for word, _ in offer.words:
                if not (flag == "--filter" and word.endswith("=")):
                    CHECKS[flag](resource, word)
                else:
                    assert word[:-1] in filter_keys(resource)
                checked += 1
    assert checked > 500


def test_what_is_offered_for_writing_is_accepted():
    known = offers(tree())
    checked = 0
    for resource in RESOURCES:
        for action in {"create", "update"} & set(resource.operations):
            for member in members_of(resource, action):
                flag = member.flags[-1]
                offer = known.get(f"values:{resource.noun} {action} {flag}") or known.get(f"values:{flag}")
                for word, _ in offer.words if offer and isinstance(member.part, Attribute) else ():
                    from_text(member.part, word, flag)
                    checked += 1
    assert checked > 100


def options_below(group, path=()):
    """Each option of each command that is shown, with the words of the command."""
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        if command.hidden:
            continue
        if hasattr(command, "list_commands"):
            yield from options_below(command, (*path, name))
        else:
            yield from ((" ".join((*path, name)), one) for one in command.params if one.param_type_name == "option")


def test_every_option_that_refers_to_something_with_a_name_completes_it():
    known, targets, checked = offers(tree()), referred_to(), set()
    for path, option in options_below(tree()):
        if re.fullmatch(r"REF(\[,REF\])?", option.metavar or "") and option.opts[0] != "--pop":  # whose codes are known
            flag = option.opts[0]
            name = re.sub("^(add|remove)_", "", flag[2:].replace("-", "_"))
            wanted = [one for one in targets.get(name, ()) if one in BY_NAME]
            offer = known.get(f"values:{path} {flag}") or known[f"values:{flag}"]
            assert [word for word, _ in offer.words] == wanted, (path, flag)
            checked.add(name if name in targets else f"unknown: {name}")
    assert {one for one in checked if one.startswith("unknown")} == {"unknown: reservation"}
    assert len(checked) > 25


def test_aliases_are_those_of_the_command_line():
    from didww_cli.app import root

    whole, known = root(), offers(tree())
    for key, offer in known.items():
        if offer.kind == "alias":
            word = key.removeprefix("alias:")
            assert whole.get_command(None, word)
            assert word not in dict(known["commands:"].words)
            assert BY_TYPE[word.replace("-", "_")].noun == offer.words[0][0]


@pytest.mark.parametrize("shell", INSTALL)
def test_command(didww, shell):
    assert didww(f"completion {shell}", profile=None).out.rstrip("\n") == script(shell, tree()).rstrip("\n")


PLACE = {
    "bash": ".local/share/bash-completion/completions/didww",
    "zsh": ".zfunc/_didww",
    "fish": ".config/fish/completions/didww.fish",
    "powershell": "didww.ps1",
}


@pytest.mark.parametrize("shell", INSTALL)
def test_install_puts_the_script_where_the_shell_looks_and_says_how_to_undo_it(didww, monkeypatch, shell):
    monkeypatch.delenv("XDG_CONFIG_HOME")
    path = Path.home() / PLACE[shell]
    result = didww(f"completion install {shell}", profile=None)
    assert (result.out, path.read_text()) == ("", script(shell, tree()))
    assert f"Wrote {path}. {INSTALL[shell][0]}" in result.err
    assert f"To undo it: {'Remove-Item' if shell == 'powershell' else 'rm'} " in result.err
    path.write_text(script(shell, tree())[:300])  # an older one
    didww(f"completion install {shell}", profile=None)
    assert path.read_text() == script(shell, tree())


def test_install_leaves_what_others_wrote(didww):
    path = Path.home() / PLACE["zsh"]
    path.parent.mkdir()
    path.write_text("#compdef didww\n# mine\n")
    refused = didww("completion install zsh", profile=None, code=2)
    assert f"{path} is there already and was not made by didww; nothing was written." in refused.err
    assert path.read_text() == "#compdef didww\n# mine\n"
    didww("completion install zsh --force", profile=None)
    assert path.read_text() == script("zsh", tree())


def test_install_guesses_the_shell_and_heeds_where_its_user_keeps_such_files(didww, monkeypatch, tmp_path):
    monkeypatch.setenv("SHELL", "/opt/bin/pwsh")
    didww("completion install", profile=None)
    assert (Path.home() / PLACE["powershell"]).exists()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "my data"))
    monkeypatch.setenv("SHELL", "/bin/bash")
    told = didww("completion install", profile=None).err
    path = tmp_path / "my data" / "bash-completion/completions/didww"
    assert path.exists()
    assert f"To undo it: rm '{path}'\n" in told
    assert not (Path.home() / PLACE["bash"]).exists()


@pytest.mark.parametrize(
    ("named", "shell", "said"),
    [
        ("", "/bin/tcsh", "$SHELL is '/bin/tcsh': no shell is known by it."),
        ("", "", "$SHELL is not set"),
        ("fisch", "/bin/bash", "There is no completion for 'fisch'. Did you mean fish"),
    ],
)
def test_install_refuses_other_shells(didww, monkeypatch, named, shell, said):
    monkeypatch.setenv("SHELL", shell)
    assert said in didww(f"completion install {named}", profile=None, code=2).err
    assert list(Path.home().iterdir()) == []
