"""Tab on names: each shell where 5,000 trunks are kept, against an interpreter that does nothing, in turn.

Run it with the Python that has didww installed: ``python benchmarks/tab_names.py [RUNS]``. Exit code 1 where Tab takes
more than 2.5 times as long as ``python -c pass`` while one name fits or none. What is not installed is left out.
"""

# ruff: noqa: S603, T201

from __future__ import annotations

import fcntl
import os
import pty
import shutil
import statistics
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from didww_cli.commands.kept_names import MOST_NAMES, KeptNames
from didww_cli.commands.nouns import tree
from didww_cli.commands.tools.completion import script

MOST_TIMES = 2.5
PYTHON = "python -c pass"
LINE = "didww trunks in get "
ONE_OR_NONE = {"one fits": r"Trunk\ 4999", "none fits": "zzz"}
CASES = ONE_OR_NONE | {"all fit": "Trunk"}
DONE = "<<done>>"

BASH = rf"""
source FOLDER/_didww
COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
while IFS= read -r COMP_LINE; do
  COMP_POINT=${{#COMP_LINE}} COMP_WORDS=({LINE}"${{COMP_LINE#{LINE}}}") COMP_CWORD=4
  _didww
  echo '{DONE}'
done
"""
FISH = f"""
source FOLDER/_didww
while read --line line
    complete -C $line >/dev/null
    echo '{DONE}'
end
"""
ZSH = f"""
PS1='> ' fpath=(FOLDER $fpath)
autoload -Uz compinit
compinit -u -D
_timed() {{
  _didww
  print -n '{DONE}' >/dev/tty
  compstate[insert]='' compstate[list]=''
}}
compdef _timed didww
"""
STARTS = {
    "bash": (BASH, ["bash", "FOLDER/.zshrc"]),
    "zsh": (ZSH, ["zsh", "-i"]),
    "fish": (FISH, ["fish", "--no-config", "FOLDER/.zshrc"]),
}


class Shell:
    """A shell with the script, on a terminal, that says when it has completed a line."""

    def __init__(self, name: str, home: Path) -> None:
        folder = home / name
        folder.mkdir()
        (folder / "_didww").write_text(script(name, tree()))
        text, command = STARTS[name]
        (folder / ".zshrc").write_text(text.replace("FOLDER", str(folder)))
        surroundings = {"HOME": str(home), "ZDOTDIR": str(folder), "PATH": os.environ["PATH"], "TERM": "dumb"}
        self.tab = "\t" if name == "zsh" else "\n"
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [word.replace("FOLDER", str(folder)) for word in command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**surroundings, "LC_ALL": "C.UTF-8"},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 (as a login shell has it)
        )
        os.close(slave)

    def seconds(self, line: str) -> float:
        """How long it takes from Tab until all is completed."""
        os.write(self.master, line.encode())
        time.sleep(0.1)
        start = time.perf_counter()
        os.write(self.master, self.tab.encode())
        seen = b""
        while DONE.encode() not in seen:
            seen += os.read(self.master, 65536)
        taken = time.perf_counter() - start
        os.write(self.master, b"\x15")
        return taken


def python_seconds() -> float:
    """How long an interpreter takes that does nothing."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return time.perf_counter() - start


def measured(home: Path, runs: int) -> dict[tuple[str, str], list[float]]:
    """The seconds of each shell in each case, and of the interpreter, one after the other, the first time left out."""
    shells = {name: Shell(name, home) for name in STARTS if shutil.which(name)}
    taken: dict[tuple[str, str], list[float]] = {}
    for run in range(runs + 1):
        found = {(PYTHON, ""): python_seconds()}
        for name, shell in shells.items():
            found |= {(name, case): shell.seconds(LINE + typed) for case, typed in CASES.items()}
        for key, seconds in found.items() if run else ():
            taken.setdefault(key, []).append(seconds)
    for shell in shells.values():
        shell.process.kill()
        shell.process.wait()
    return taken


def main() -> int:
    """Run it and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / ".config" / "didww").mkdir(parents=True)
        (home / ".config" / "didww" / "config.toml").write_text('default_profile = "work"\n[profiles.work]\n')
        names = KeptNames(home / ".cache" / "didww" / "names" / "work", "")
        names.keep("voice_in_trunks", (f"Trunk {number:04} office" for number in range(MOST_NAMES)), whole=True)
        taken = measured(home, int(sys.argv[1]) if len(sys.argv) > 1 else 21)
    medians = {key: statistics.median(found) for key, found in taken.items()}
    ratios = {key: median / medians[PYTHON, ""] for key, median in medians.items()}
    for key, median in medians.items():
        print(f"{' '.join(key):16}median {median * 1000:5.1f} ms  {ratios[key]:.2f} times")
    print(f"At most {MOST_TIMES} times where one fits or none.")
    return 0 if all(ratio <= MOST_TIMES for (_, case), ratio in ratios.items() if case in ONE_OR_NONE) else 1


if __name__ == "__main__":
    sys.exit(main())
