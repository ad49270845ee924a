"""The configuration file: TOML, readable by its owner alone, written whole or not at all."""

from __future__ import annotations

import contextlib
import copy
import os
import re
import shlex
import stat
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Any

from didww_cli.catalog.paths import near
from didww_cli.config.keys import check_profile
from didww_cli.disk import forget_unfinished, locked, write_private
from didww_cli.errors import ConfigError, DidwwError
from didww_cli.plain_data import dataclass

DEMO = "demo"
LONGEST_WAIT = 60.0
"""Seconds to wait for other processes that change the file; each has it for some milliseconds."""


@dataclass(slots=True)
class ConfigFile:
    """What stands in the file: the name of the default profile, and the settings of each profile."""

    path: Path
    default_profile: str | None = None
    profiles: dict[str, dict[str, Any]] = field(default_factory=dict)

    def checked_profile(self, name: str) -> dict[str, Any]:
        """The settings of a profile, each checked; ConfigError with the nearest name where there is none."""
        if name not in self.profiles:
            known = [*self.profiles, DEMO]
            raise ConfigError(
                f"There is no profile {name!r} in {self.path}.{near(name, known)}",
                f"Profiles: {', '.join(known)}. To make one: didww config init --profile {shlex.quote(name)}",
            )
        return check_profile(self.profiles[name], f"{self.path}, profile {name}")

    def readable_by_others(self) -> bool:
        """Whether others than its owner may read it (always false on Windows)."""
        if os.name == "nt":
            return False
        with contextlib.suppress(OSError):
            mode = self.path.stat().st_mode
            return stat.S_ISREG(mode) and bool(stat.S_IMODE(mode) & 0o077)
        return False

    def document(self) -> dict[str, Any]:
        """What it holds, as TOML has it."""
        default = {"default_profile": self.default_profile} if self.default_profile else {}
        return {**default, "profiles": self.profiles}

    def write(self) -> None:
        """Write it, mode 0600, through a temporary file beside it."""
        import tomli_w

        try:
            content = tomli_w.dumps(self.document()).encode()
        except ValueError:  # an integer of more digits than Python writes, half of a character
            raise ConfigError(f"{self.path} holds a value that cannot be written; it was left as it is.") from None
        write_private(self.path, content)


@contextlib.contextmanager
def changed_config(path: Path) -> Iterator[ConfigFile]:
    """The file, to be changed in the block and written at its end; no other process changes it meanwhile."""
    if path.exists() and not path.is_file():
        raise ConfigError(f"{path} is no ordinary file.", "DIDWW_CONFIG names another place.")
    try:
        with locked(path, wait=LONGEST_WAIT):
            file = read_config(path)
            before = copy.deepcopy(file.document())
            yield file
            if file.document() != before:
                forget_unfinished(path)
                file.write()
    except OSError as error:
        reason = "other processes keep changing it" if isinstance(error, TimeoutError) else error.strerror
        raise DidwwError(
            f"{path} cannot be changed: {reason}.", "DIDWW_CONFIG names a file at another place; so does HOME."
        ) from None


def read_config(path: Path) -> ConfigFile:
    """The file at a path; an empty one where there is none. ConfigError with line and column for broken TOML."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ConfigFile(path)
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path} is not UTF-8: {error.reason} at byte {error.start}.") from None
    except (OSError, ValueError) as error:
        if Path(os.devnull) in path.parents:  # there is no home folder
            return ConfigFile(path)
        raise ConfigError(f"Cannot read {path}: {error}") from None
    import tomllib

    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_broken(path, text, str(error)), "Mend it in an editor, or move it away.") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, arrays within arrays by the thousand
        raise ConfigError(f"{path} holds a number or a value too large to be a setting.") from None
    return _from_document(path, document)


def _broken(path: Path, text: str, message: str) -> str:
    place = re.search(r"\(at line (\d+), column (\d+)\)", message)
    lines = text.splitlines() or [""]
    line, column = place.groups() if place else (len(lines), len(lines[-1]) + 1)
    return f"{path}, line {line}, column {column}: not valid TOML: {message.partition(' (at')[0]}"


def _from_document(path: Path, document: dict[str, Any]) -> ConfigFile:
    known = ("default_profile", "profiles")
    for name in document:
        if name not in known:
            raise ConfigError(f"{path}: {name} is not known here.{near(name, known)}")
    profiles = document.get("profiles", {})
    default = document.get("default_profile")
    if not isinstance(profiles, dict) or not all(isinstance(profile, dict) for profile in profiles.values()):
        raise ConfigError(f"{path}: profiles must be tables, such as [profiles.work]")
    if default is not None and not isinstance(default, str):
        raise ConfigError(f"{path}: default_profile must be the name of a profile")
    if DEMO in profiles:
        raise ConfigError(f"{path}: the profile {DEMO} is built in; give [profiles.{DEMO}] another name")
    return ConfigFile(path, default, profiles)
