"""What holds for one run: the profile, and each setting with where it came from."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from didww_cli import catalog
from didww_cli.catalog.access import READ_ONLY, TOKEN_PATH, TOKEN_URLS
from didww_cli.catalog.prices import HOST_PATH, HOST_URLS
from didww_cli.config.file import DEMO, ConfigFile, read_config
from didww_cli.config.keys import AUTO, KEYS, SERVICES, checked
from didww_cli.errors import DidwwError, NoAccess, UsageError
from didww_cli.masking import SECRETS, masked_logins, passwords_in
from didww_cli.plain_data import dataclass

DEMO_BASE_URL = "https://demo.didww.example/v3"
POLITE_RATE = 10.0
FASTER_RATE = 20.0
"""DIDWW's newer limit, in requests a second; its older one was ``POLITE_RATE``."""
NO_KEY_HINT = "Set DIDWW_API_KEY, or run 'didww config init' to store one. Without an account: '--profile demo'."


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it came from."""

    value: Any
    source: str


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one run. ``profile`` is None where no profile is in use."""

    profile: str | None
    values: Mapping[str, Setting]
    file: ConfigFile
    notices: tuple[str, ...] = ()
    chosen: str = ""
    secrets: dict[str, Setting] = field(default_factory=dict)
    missing: dict[str, DidwwError] = field(default_factory=dict)
    """Why a secret could not be had: a command that prints a key, and may ask for it, is run once."""

    @property
    def demo(self) -> bool:
        """Whether the account is the emulated one inside the process."""
        return self.profile == DEMO

    def value(self, name: str) -> Any:
        """The value of a setting; its default where nothing sets it."""
        setting = self.values.get(name)
        return setting.value if setting else KEYS[name].default

    @property
    def base_url(self) -> str:
        """Address of the API, without a slash at its end."""
        if self.demo:
            return DEMO_BASE_URL
        return str(self.value("base_url") or catalog.BASE_URLS[self.value("environment")])

    @property
    def token_url(self) -> str:
        """Address of the token service."""
        return self._beside("token_url", TOKEN_URLS, TOKEN_PATH)

    def service_url(self, host: str) -> str:
        """Address of a service of prices, by the name of its host."""
        known = {environment: urls[host] for environment, urls in HOST_URLS.items()}
        return self._beside(f"{SERVICES}.{host}", known, f"/{host}{HOST_PATH}")

    def _beside(self, setting: str, known: Mapping[str, str], path: str) -> str:
        """The address that a setting gives; else the environment's, and where the API is elsewhere, one beside it."""
        given = self.value(setting)
        if given or not (self.demo or self.value("base_url")):
            return str(given or known[self.value("environment")])
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc}{path}"

    @property
    def pinned_version(self) -> str:
        """The version of the API that is to be spoken whatever comes; empty where none is said."""
        given = str(self.value("api_version"))
        return "" if given == AUTO else given

    @property
    def read_only(self) -> bool:
        """Whether nothing may be written."""
        return bool(self.value("scope") == READ_ONLY)

    @property
    def rate(self) -> float | None:
        """Most requests a second to begin with; None is no limit. DIDWW's own hosts are asked as fast as they allow."""
        given = self.value("requests_per_second")
        if given or self.demo or self.value("base_url"):
            return float(given) if given else None
        return POLITE_RATE

    @property
    def faster_rate(self) -> float | None:
        """The rate to go over to where DIDWW's own hosts allow it; None where the user says what the rate is."""
        given = self.value("requests_per_second") or self.demo or self.value("base_url")
        return None if given else FASTER_RATE

    def account(self) -> str:
        """Which account this is, in words: profile and environment or address."""
        where = masked_logins(str(self.value("base_url") or self.value("environment")))
        if self.demo:
            return "the emulated account (profile demo)"
        return f"profile {self.profile}, {where}" if self.profile else where

    def api_key(self) -> Setting:
        """The API key; NoAccess where there is none."""
        found = self._secret("api_key")
        if found is None:
            if self.profile is None and self.file.profiles:
                raise NoAccess("There is no API key: no profile is named, and none is the default.", self._choices())
            place = f"Profile {self.profile} has no API key." if self.profile else "There is no API key."
            raise NoAccess(place, NO_KEY_HINT)
        return found

    def _choices(self) -> str:
        """How one of the profiles that there are is chosen."""
        return f"Name one with --profile, or run 'didww config use NAME': {', '.join(self.file.profiles)}."

    def own_api_key(self) -> Setting | None:
        """The API key; None where there is none."""
        return self._secret("api_key")

    def own_callback_secret(self) -> Setting | None:
        """The callback secret; None where there is none."""
        return self._secret("callback_secret")

    def _secret(self, name: str) -> Setting | None:
        if self.demo:
            given = environment_value("DIDWW_CALLBACK_SECRET") if name == "callback_secret" else None
            return Setting(given, "variable DIDWW_CALLBACK_SECRET") if given else Setting("demo", "built in")
        if name in self.missing:
            raise self.missing[name]
        if name not in self.secrets:
            try:
                found = self._look_up(name)
            except DidwwError as error:
                self.missing[name] = error
                raise
            if found is None:
                return None
            SECRETS.learn(found.value)
            self.secrets[name] = found
        return self.secrets[name]

    def _look_up(self, name: str) -> Setting | None:
        if name in self.values:
            return self.values[name]
        if command := self.values.get(f"{name}_command"):
            from didww_cli.config.printed import printed_by

            return Setting(printed_by(command.value, name), f"{command.source}, {name}_command")
        if (kept := self.values.get(f"{name}_keyring")) and kept.value:
            from didww_cli.config.keyring import kept_in_keyring

            return Setting(kept_in_keyring(self.profile or "", name), f"{kept.source}, {name}_keyring")
        if variable := self.values.get(f"{name}_env"):
            text = os.environ.get(variable.value, "").strip()
            if not text:
                raise NoAccess(f"{variable.source} takes the {name} from {variable.value}, which is not set.")
            return Setting(text, f"variable {variable.value}")
        return None


def config_path() -> Path:
    """Where the configuration file is: ``DIDWW_CONFIG``, else ``didww/config.toml`` in the platform's folder."""
    if named := os.environ.get("DIDWW_CONFIG"):
        return _at_home(lambda: Path(named).expanduser())
    from platformdirs import user_config_path

    return _at_home(lambda: user_config_path("didww", appauthor=False)) / "config.toml"


def state_folder() -> Path:
    """Where this machine keeps what it does: the emulated account, locks, reports of failures."""
    from platformdirs import user_state_path

    return _at_home(lambda: user_state_path("didww", appauthor=False))


def cache_folder() -> Path:
    """Where this machine keeps what it can read again at any time."""
    from platformdirs import user_cache_path

    return _at_home(lambda: user_cache_path("didww", appauthor=False))


def state_path() -> Path:
    """Where the emulated account of the profile ``demo`` is kept."""
    return state_folder() / "demo.json"


def _at_home(find: Callable[[], Path]) -> Path:
    """A path that may be in the user's home; one that can never be where there is none (``~`` in some platformdirs)."""
    try:
        path = find()
    except RuntimeError:
        return Path(os.devnull, "no-home")
    return Path(os.devnull, "no-home") if path.parts[:1] == ("~",) else path


def environment_value(name: str) -> str | None:
    """A secret in a variable that a command names (``--secret-env NAME``); None where it is empty."""
    value = os.environ.get(name) or None
    SECRETS.learn(value or "")
    return value


def default_output() -> str:
    """The output format that the environment asks for, before any file is read."""
    return os.environ.get("DIDWW_OUTPUT", "")


def default_settings(output: str | None = None) -> Settings:
    """What holds where neither file nor environment can be used. ``output``: a format asked for all the same."""
    wanted = {"output": Setting(output, "--output")} if output else {}
    return Settings(None, _defaults() | wanted, ConfigFile(config_path()))


def load_settings(options: Mapping[str, Any], file: ConfigFile | None = None) -> Settings:
    """Settings from the options of the command line (only those given), the environment, and the file.

    ``file``: what the file holds, where it is not to be read.
    """
    file = file or read_config(config_path())
    profile, chosen = _chosen_profile(options.get("profile"), file)
    values = _defaults()
    if profile == DEMO:
        levels = [_variables(("api_version", "scope", "output", "timeout")), _options(options)]
        if "environment" in levels[1]:
            raise UsageError("The profile demo is emulated; it has no environment.")
    else:
        stored = file.checked_profile(profile) if profile else {}
        levels = [
            {name: Setting(value, f"profile {profile}") for name, value in stored.items()},
            _variables(tuple(KEYS)),
            _options(options),
        ]
    for level in levels:
        _put(values, level)
    _hide(values)
    return Settings(profile, values, file, _notices(file, profile, chosen, values), chosen)


def _hide(values: Mapping[str, Setting]) -> None:
    """Keep from being shown: the secrets that are known by now, and the passwords in addresses and of proxies."""
    for name, key in KEYS.items():
        if key.secret and name in values:
            SECRETS.learn(values[name].value)
    named = [name for name in values if name in ("base_url", "token_url", "proxy") or name.startswith(f"{SERVICES}.")]
    addresses = [str(values[name].value) for name in named]
    addresses += [value for name, value in os.environ.items() if name.lower().endswith("_proxy")]
    for address in addresses:
        for password in passwords_in(address):
            SECRETS.learn(password)


def _chosen_profile(option: str | None, file: ConfigFile) -> tuple[str | None, str]:
    if option:
        return option, "--profile"
    if named := os.environ.get("DIDWW_PROFILE"):
        return named, "variable DIDWW_PROFILE"
    if file.default_profile:
        return file.default_profile, "default_profile"
    return None, "no profile"


def _defaults() -> dict[str, Setting]:
    return {key.name: Setting(key.default, "default") for key in KEYS.values() if key.default is not None}


def _variables(names: tuple[str, ...]) -> dict[str, Setting]:
    found = {}
    for name in names:
        variable = KEYS[name].variable
        if variable and (text := os.environ.get(variable)):
            found[name] = Setting(checked(name, text, f"variable {variable}"), f"variable {variable}")
    return found


def _options(options: Mapping[str, Any]) -> dict[str, Setting]:
    read_only = {"scope": Setting(READ_ONLY, "--read-only")} if options.get("read_only") else {}
    return read_only | {
        name: Setting(checked(name, value, "option"), f"--{name.replace('_', '-')}")
        for name, value in options.items()
        if name in KEYS and value is not None
    }


def _put(values: dict[str, Setting], level: dict[str, Setting]) -> None:
    """Lay one level over those below; naming the API in one way ends what lower levels said in another."""
    if "environment" in level and "base_url" not in level:
        values.pop("base_url", None)
    if "environment" in level or "base_url" in level:
        for name in [name for name in values if name.startswith(f"{SERVICES}.")]:
            del values[name]
    for secret in ("api_key", "callback_secret"):
        ways = (secret, *(f"{secret}_{way}" for way in ("command", "env", "keyring")))
        if any(way in level for way in ways):
            for way in ways:
                values.pop(way, None)
    values.update(level)


def _notices(file: ConfigFile, profile: str | None, chosen: str, values: Mapping[str, Setting]) -> tuple[str, ...]:
    notices = []
    if file.readable_by_others():
        notices.append(f"Others can read {file.path}. Run: chmod 600 {file.path}")
    key = values.get("api_key")
    stored = file.profiles.get(profile or "", {})
    if chosen == "--profile" and key and key.source.startswith("variable") and "api_key" in stored:
        notices.append(f"DIDWW_API_KEY is used, not the key of profile {profile}.")
    return tuple(notices)
