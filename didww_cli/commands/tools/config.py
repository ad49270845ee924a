"""``didww config``: profiles and their settings."""

from __future__ import annotations

import getpass
import shlex
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from didww_cli.catalog import orders
from didww_cli.catalog.formats import Format
from didww_cli.catalog.paths import near
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.config.file import DEMO, ConfigFile, changed_config, read_config
from didww_cli.config.keys import ENVIRONMENTS, KEYS, TABLES, checked, holder_of, shown
from didww_cli.config.settings import Setting, Settings, config_path, load_settings
from didww_cli.errors import ConfigError, DidwwError, NoAccess, UsageError
from didww_cli.masking import MASK, SECRETS
from didww_cli.output.screen import write_json

KEY_WAYS = ("api_key", "api_key_command", "api_key_env", "api_key_keyring")
SECRET_KEYS = frozenset(name for name, key in KEYS.items() if key.secret)


def config_commands() -> Mapping[str, Any]:
    """The commands of the configuration."""
    name = argument("name", help="Name of the profile.")
    key = argument("key", help=f"One of {', '.join(KEYS)}.")
    return {
        "init": Command(
            "init",
            _init,
            help="Store a key as a profile. Asks on a terminal; otherwise the key is read from standard input.\n\n"
            "The key is tried: one that is refused, or cannot be tried, is not stored.",
            params=[
                option("--force", type=bool, help="Replace a profile that exists."),
                option("--no-check", type=bool, help="Store the key without trying it; nothing is sent."),
            ],
            examples=[
                "didww config init",
                "pass show didww | didww config init --profile work --environment production",
            ],
        ),
        "list": Command("list", _list, help="List profiles.", examples=["didww config list"]),
        "use": Command(
            "use", _use, help="Make a profile the default.", params=[name], examples=["didww config use work"]
        ),
        "show": Command(
            "show",
            _show,
            help="Show each setting and where it came from; secrets are masked.",
            params=[option("--check", type=bool, help="Ask the API which version it serves, with the key or a token.")],
            examples=["didww config show", "didww config show --profile work --check"],
        ),
        "set": Command(
            "set",
            _set,
            help="Set a setting of a profile. A secret is asked for, or read from standard input.",
            params=[key, argument("value", help="Its value; not for secrets.", required=False)],
            examples=["didww config set timeout 60", "didww config set api_key --profile work"],
        ),
        "unset": Command(
            "unset",
            _unset,
            help="Remove a setting of a profile.",
            params=[key],
            examples=["didww config unset timeout --profile work"],
        ),
        "remove": Command(
            "remove", _remove, help="Remove a profile.", params=[name], examples=["didww config remove work"]
        ),
        "path": Command("path", _path, help="Show where the configuration file is.", examples=["didww config path"]),
    }


def _init(state: State, force: bool, no_check: bool) -> None:
    asks = sys.stdin.isatty()
    name = state.options.get("profile") or (_ask("Name of the profile", "work") if asks else "default")
    _refuse_demo(name)
    _refuse_known(read_config(config_path()), name, force)
    profile = _asked_profile(state, name, asks)
    if not no_check:
        _try(state, name, profile)
    with changed_config(config_path()) as file:
        _refuse_known(file, name, force)
        file.profiles[name] = profile
        file.default_profile = file.default_profile or name
    state.notice(f"Profile {name} ({profile['environment']}) is stored in {file.path}.")
    _tell_elsewhere(state, name, profile)
    command = "dids list" if file.default_profile == name else f"--profile {shlex.quote(name)} dids list"
    state.notice(f"Try: didww {command}")


def _in_use(options: Mapping[str, Any], name: str, profile: dict[str, Any]) -> Settings:
    """The settings of a run with the profile as it is to be stored."""
    return load_settings({**options, "profile": name}, ConfigFile(config_path(), name, {name: profile}))


def _tell_elsewhere(state: State, name: str, profile: dict[str, Any]) -> None:
    """Say where a variable sends later runs with a profile that is stored for another place."""
    later = _in_use({}, name, profile)
    for member in ("base_url", "environment"):
        setting = later.values.get(member)
        if setting and setting.value != profile.get(member):
            variable, where = setting.source.removeprefix("variable "), SECRETS.masked(str(setting.value))
            keep = f"didww config set {member} {shlex.quote(where)} --profile {shlex.quote(name)}"
            state.notice(f"As long as {variable} is set, it goes to {where} instead; to keep that: {keep}")
            return


def _try(state: State, name: str, profile: dict[str, Any]) -> None:
    """Ask for the balance, as a run with the profile would, and tell it; a failure says that nothing was stored."""
    from didww_cli.commands.first_version import BY_HAND
    from didww_cli.jsonapi.documents import records
    from didww_cli.output.text import raw_cell

    key = profile["api_key"]
    trial = State({**state.options, "profile": name}, command=BY_HAND)
    stored = _in_use(trial.options, name, profile)
    trial.settings = replace(stored, values={**stored.values, "api_key": Setting(key, "what was given")}, notices=())
    try:
        document = trial.client.get(orders.BALANCES, "")
    except DidwwError as error:
        error.hint = f"{error.hint}\nNothing was stored; --no-check stores the key without trying it.".lstrip()
        raise
    finally:
        trial.close()
    record = records(document, {})[0]
    money = ", ".join(f"{path.replace('_', ' ')} {raw_cell(record.get(path))}" for path in orders.BALANCES.columns)
    state.notice(f"The key works, with version {_version(trial)} of the API: {money}.")


def _version(state: State) -> str:
    """The version that the API served."""
    speech = state.client.transport.connection.speech
    return speech.served or speech.version


def _asked_profile(state: State, name: str, asks: bool) -> dict[str, Any]:
    """The settings of a new profile, from options, the variable of the environment, and answers or standard input."""
    environment = _in_use(state.options, name, {}).values["environment"].value
    if asks and "environment" not in state.options:
        environment = _ask(f"Environment ({' or '.join(ENVIRONMENTS)})", environment)
    environment = checked("environment", environment, "option")
    profile = {"environment": environment, "api_key": checked("api_key", _secret("API key"), "input")}
    if asks and (callback_secret := getpass.getpass("Callback secret (empty for none): ").strip()):
        profile["callback_secret"] = callback_secret
    for given in ("api_version", "timeout", "output"):
        if given in state.options:
            profile[given] = checked(given, state.options[given], "option")
    return profile


def _refuse_known(file: ConfigFile, name: str, force: bool) -> None:
    if name in file.profiles and not force:
        raise UsageError(
            f"There is a profile {name!r} already.", "Add --force to replace it, or give another --profile."
        )


def _ask(question: str, default: str) -> str:
    print(f"{question} [{default}]: ", end="", file=sys.stderr, flush=True)  # noqa: T201
    return _typed_line(question) or default


def _secret(what: str) -> str:
    """A secret: asked for on a terminal without showing it, else the first line of standard input."""
    text = getpass.getpass(f"{what}: ").strip() if sys.stdin.isatty() else _typed_line(what)
    if not text:
        raise NoAccess(f"No {what} was given.", "Pipe it in: pass show didww | didww config init")
    SECRETS.learn(text)
    return text


def _typed_line(what: str) -> str:
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        raise UsageError(f"{what}: standard input is no UTF-8 text.") from None
    if not line and sys.stdin.isatty():
        raise EOFError
    return line.strip()


def _refuse_demo(name: str) -> None:
    if name == DEMO:
        raise UsageError("The profile demo is built in: it is the emulated account and cannot be changed.")


def _chosen(state: State, file: ConfigFile) -> str:
    """The profile that set and unset work on; it must exist."""
    name = state.options.get("profile") or file.default_profile
    if name is None:
        raise ConfigError(
            f"There is no default profile in {file.path}.", "Name one with --profile, or run 'didww config init'."
        )
    _refuse_demo(name)
    _known(file, name)
    return str(name)


def _known(file: ConfigFile, name: str) -> None:
    if name not in file.profiles:
        raise ConfigError(
            f"There is no profile {name!r}.{near(name, file.profiles)}", "'didww config list' shows them."
        )


def _list(state: State) -> None:
    state.check()
    file = state.settings.file
    rows = [
        {
            "name": name,
            "default": name == file.default_profile,
            "api": SECRETS.masked(shown(profile.get("base_url") or profile.get("environment") or "sandbox")),
            "key": next((way for way in KEY_WAYS if way in profile), None),
        }
        for name, profile in file.profiles.items()
    ]
    rows.append({"name": DEMO, "default": file.default_profile == DEMO, "api": "emulated", "key": None})
    _rows(state, rows)


def _rows(state: State, rows: list[dict[str, Any]]) -> None:
    from didww_cli.commands.show import show_rows

    fitting = [one for one in Format if one not in (Format.IDS, Format.JSONAPI)]
    state.only("Settings are no resources; they are shown", *fitting)
    show_rows(state, rows, tuple(rows[0]))


def _use(state: State, name: str) -> None:
    with changed_config(config_path()) as file:
        if name != DEMO:
            _known(file, name)
        file.default_profile = name
    state.notice(f"{name} is the default profile now.")


def _show(state: State, check: bool) -> None:
    state.check()
    settings = state.settings
    for text in () if check else settings.notices:  # a check connects, which tells them
        state.notice(text)
    found: dict[str, dict[str, Any]] = {"profile": {"value": settings.profile, "source": settings.chosen}}
    for name, key in KEYS.items():
        setting = settings.values.get(name, Setting(None, "not set"))
        if name == "requests_per_second" and setting.value is None and settings.rate:
            setting = Setting(settings.rate, "default")
        value = MASK if key.secret and setting.value else SECRETS.masked_in(setting.value)
        found[name] = {"value": value, "source": setting.source}
    if check:
        found["api_version"] |= _spoken(state)
    if state.output is Format.JSON:
        write_json(state.screen, found, state.pick)
        return
    _rows(state, [{"setting": name, **member} for name, member in found.items()])


def _spoken(state: State) -> dict[str, Any]:
    """The version that the API serves, and why, after one request."""
    state.client.get(orders.BALANCES, "")
    return {"value": _version(state), "source": state.client.transport.connection.speech.why}


def _set(state: State, key: str, value: str | None) -> None:
    _chosen(state, read_config(config_path()))
    _known_key(key)
    if key in SECRET_KEYS:
        if value is not None:
            raise UsageError(
                f"{key} does not go onto the command line, where others see it.",
                f"Run 'didww config set {key}' and type it, or pipe it in.",
            )
        value = _secret(key)
    if value is None:
        raise UsageError(f"'didww config set {key}' needs a value: {KEYS[key].help}.")
    right = checked(key, value, "argument")
    with changed_config(config_path()) as file:
        name = _chosen(state, file)
        held, member = holder_of(file.profiles[name], key)
        held[member] = right
    state.notice(f"{key} of profile {name} is set.")


def _known_key(key: str) -> None:
    if key not in KEYS:
        raise UsageError(f"{key!r} is not a setting.{near(key, KEYS)}", f"Known: {', '.join(KEYS)}.")


def _unset(state: State, key: str) -> None:
    with changed_config(config_path()) as file:
        name = _chosen(state, file)
        profile = file.profiles[name]
        if key not in profile:
            _known_key(key)
        held, member = (profile, key) if key in profile else holder_of(profile, key)
        was_set = held.pop(member, None) is not None
        for table in TABLES:
            if profile.get(table) == {}:
                del profile[table]
    state.notice(f"{key} of profile {name} {'is removed' if was_set else 'was not set'}.")


def _remove(state: State, name: str) -> None:
    _refuse_demo(name)
    with changed_config(config_path()) as file:
        _known(file, name)
        del file.profiles[name]
        was_default = file.default_profile == name
        if was_default:
            file.default_profile = None
    state.notice(f"Profile {name} is removed.")
    if was_default and file.profiles:
        state.notice("No profile is the default now: 'didww config use NAME' makes one.")


def _path(state: State) -> None:
    state.screen.line(str(config_path()))
