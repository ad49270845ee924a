"""Where the completion script of each shell belongs, and putting it there."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass
from pathlib import Path

from didww_cli.errors import UsageError

MARK = b"Made by: didww completion "
"""In the head of every script: what bears it is ours."""
HEAD = 200
"""Bytes in which the mark is looked for."""
INTERPRETERS = {"pwsh": "powershell"}
"""Shells whose program has another name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A file below ``base``, which a variable may name instead, and what else there is to do (``more``) or undo."""

    more: str
    base: str
    file: str
    variable: str = ""
    undo: str = ""

    def path(self) -> Path:
        """The file, for this user. A relative path in the variable counts as none (XDG base directories, 0.8)."""
        given = os.environ.get(self.variable, "") if self.variable else ""
        return Path(given if Path(given).is_absolute() else self.base).expanduser() / self.file

    def lines(self, shell: str) -> list[str]:
        """What is typed to put it there by hand."""
        target = f"{self.base}/{self.file}"
        folder = os.path.dirname(target)
        made = [f"mkdir -p {folder}"] if folder != "~" else []
        return [*made, f"didww completion {shell} > {target}"]


PLACES = {
    "bash": Place(
        "Bash finds it there by itself with the package bash-completion; without it, 'source' the file in ~/.bashrc.",
        "~/.local/share",
        "bash-completion/completions/didww",
        "XDG_DATA_HOME",
    ),
    "zsh": Place(
        "In ~/.zshrc put 'fpath+=(~/.zfunc)' before 'autoload -Uz compinit && compinit'.",
        "~",
        ".zfunc/_didww",
        undo="and remove what you put into ~/.zshrc for it",
    ),
    "fish": Place("Fish finds it there by itself.", "~/.config", "fish/completions/didww.fish", "XDG_CONFIG_HOME"),
    "powershell": Place(
        "In the file that $PROFILE names put the line '. ~/didww.ps1'.",
        "~",
        "didww.ps1",
        undo="and remove that line",
    ),
}
"""Where each shell looks, or is told to look."""


def users_shell() -> str:
    """The shell that $SHELL names; UsageError where it names none that is known."""
    given = os.environ.get("SHELL", "")
    name = Path(given).name
    found = INTERPRETERS.get(name, name)
    if found not in PLACES:
        said = f"$SHELL is {given!r}" if given else "$SHELL is not set"
        raise UsageError(f"{said}: no shell is known by it.", f"Name one: {', '.join(PLACES)}.")
    return found


def check_free(path: Path, *, force: bool) -> None:
    """UsageError where something is there that is no script of this tool and is not to be replaced."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder; nothing was written.")
    if path.exists() and not force and not _ours(path):
        raise UsageError(
            f"{path} is there already and was not made by didww; nothing was written.", "--force replaces it."
        )


def _ours(path: Path) -> bool:
    with path.open("rb") as file:
        return MARK in file.read(HEAD)


def undoing(shell: str, path: Path) -> str:
    """How the installation is undone."""
    quoted = str(path).replace("'", "''")
    removal = f"Remove-Item '{quoted}'" if shell == "powershell" else f"rm {shlex.quote(str(path))}"
    return ", ".join(filter(None, [removal, PLACES[shell].undo]))
