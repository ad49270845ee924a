"""The settings that a profile may hold, as data, and the check of each value."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from typing import Any

from didww_cli import catalog
from didww_cli.catalog.access import FULL, SCOPES
from didww_cli.catalog.formats import Format
from didww_cli.catalog.forms import is_web_url
from didww_cli.catalog.paths import near
from didww_cli.catalog.prices import HOSTS
from didww_cli.errors import ConfigError
from didww_cli.plain_data import dataclass

OUTPUTS = tuple(Format)
ENVIRONMENTS = tuple(catalog.BASE_URLS)
LONGEST_SHOWN = 80
AUTO = "auto"
"""The lowest version that has all that a command names, and that the account speaks."""
SERVICES = "services"
HEALTH = "check"
TABLES = (SERVICES, HEALTH)
"""The tables of a profile whose members are settings by themselves, called ``services.api-vin`` and so on."""


@dataclass(frozen=True, slots=True)
class Key:
    """One setting: the variable that also sets it, its default, and the check that a value passes."""

    name: str
    help: str
    check: Callable[[Any], Any]
    variable: str = ""
    default: Any = None
    secret: bool = False


def shown(value: Any) -> str:
    """A value from a file or a variable, of any type, for a message: cut where it is long."""
    try:
        text = str(value)
    except ValueError:  # an integer of more digits than Python writes
        text = "so long a number"
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("must be a text that is not empty")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError("must be text; it holds bytes that are no UTF-8")
    return value.strip()


def _one_of(words: tuple[str, ...]) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if value not in words:
            raise ValueError(f"must be one of {', '.join(words)}.{near(shown(value), words)}")
        return str(value)

    return check


def _between(least: float, most: float) -> Callable[[Any], float]:
    def check(value: Any) -> float:
        try:
            number = float(value)
        except (TypeError, ValueError, OverflowError):
            number = 0.0
        if isinstance(value, bool) or not number > 0:
            raise ValueError("must be a number above 0")
        if not least <= number <= most:
            raise ValueError(f"must be between {least:g} and {most:,.0f}")
        return number

    return check


def _amount(value: Any) -> str:
    from decimal import Decimal, InvalidOperation

    try:
        number = Decimal(str(value))
    except InvalidOperation:
        number = Decimal("nan")
    if isinstance(value, bool) or not number.is_finite() or number < 0:
        raise ValueError("must be an amount such as 25 or 12.50")
    return str(value)


def _checks(value: Any) -> list[str]:
    from didww_cli.catalog.health import CHECKS

    names = value if isinstance(value, list) else _text(value).split(",")
    found = [str(name).strip() for name in names]
    for name in found:
        if name not in CHECKS:
            raise ValueError(f"must name checks: {', '.join(CHECKS)}.{near(shown(name), CHECKS)}")
    return found


def _boolean(value: Any) -> bool:
    words = {"true": True, "false": False}
    if not isinstance(value, bool) and value not in words:
        raise ValueError("must be true or false")
    return value if isinstance(value, bool) else words[value]


def _url(value: Any) -> str:
    text = _text(value)
    if not is_web_url(text):
        raise ValueError("must be a URL such as http://127.0.0.1:8080/v3")
    return text.rstrip("/")


def _command(value: Any) -> list[str]:
    words = shlex.split(value) if isinstance(value, str) else value
    right = isinstance(words, list) and all(isinstance(word, str) and word and "\0" not in word for word in words)
    if not right or not words:
        raise ValueError('must be a list of words such as ["pass", "show", "didww"]')
    return words


def _api_version(value: Any) -> str:
    text, known = shown(value), (AUTO, *catalog.API_VERSIONS)
    if text not in known:
        raise ValueError(f"must be one of {', '.join(known)}.{near(text, known)}")
    return text


KEYS = {
    key.name: key
    for key in (
        Key("environment", "production or sandbox", _one_of(ENVIRONMENTS), "DIDWW_ENVIRONMENT", "sandbox"),
        Key("base_url", "address of the API, instead of an environment", _url, "DIDWW_BASE_URL"),
        Key("api_key", "API key", _text, "DIDWW_API_KEY", secret=True),
        Key("api_key_command", "command that prints the API key", _command),
        Key("api_key_env", "variable that holds the API key", _text),
        Key("api_key_keyring", "whether the system's keyring holds the API key", _boolean),
        Key("callback_secret", "secret that callbacks are signed with", _text, "DIDWW_CALLBACK_SECRET", secret=True),
        Key("callback_secret_command", "command that prints the callback secret", _command),
        Key("callback_secret_env", "variable that holds the callback secret", _text),
        Key("api_version", "version of the API", _api_version, "DIDWW_API_VERSION", AUTO),
        Key("scope", "full, or read for a profile that can only read", _one_of(SCOPES), "DIDWW_SCOPE", FULL),
        Key("token_url", "address of the token service, instead of the environment's", _url, "DIDWW_TOKEN_URL"),
        *(Key(f"{SERVICES}.{host}", f"address of {host}, which tells prices", _url) for host in HOSTS),
        Key(f"{HEALTH}.min_balance", "money below which 'didww check' warns", _amount, default="0"),
        Key(f"{HEALTH}.days", "days before an end at which it warns", _between(0.001, 36_500), default=14.0),
        Key(f"{HEALTH}.share", "percent of a spending limit at which it warns", _between(0.001, 100), default=80.0),
        Key(f"{HEALTH}.ignore", "its checks that are left out, parted by commas", _checks),
        Key("timeout", "seconds to wait for an answer", _between(0.001, 86_400), "DIDWW_TIMEOUT", 30.0),
        Key("requests_per_second", "most requests a second", _between(0.001, 1_000_000)),
        Key("proxy", "proxy for all requests", _url),
        Key("insecure_http", "whether the key may go over plain http to other machines", _boolean, default=False),
        Key("output", "output format", _one_of(OUTPUTS), "DIDWW_OUTPUT", Format.TABLE),
    )
}


def checked(name: str, value: Any, where: str) -> Any:
    """The value of a setting in its right form; ConfigError naming ``where`` it stands when it is wrong."""
    key = KEYS.get(name)
    if key is None:
        raise ConfigError(f"{where}: {name} is not a setting.{near(name, KEYS)}")
    try:
        return key.check(value)
    except ValueError as error:
        what = "" if key.secret else f" {shown(value)!r}"
        raise ConfigError(f"{where}: {name}{what} {error}") from None


def check_profile(profile: Mapping[str, Any], where: str) -> dict[str, Any]:
    """All settings of a profile, checked; those of a table by themselves."""
    given = {name: value for name, value in profile.items() if name not in TABLES}
    for table in TABLES:
        members = profile.get(table, {})
        if not isinstance(members, Mapping):
            raise ConfigError(f"{where}: {table} must be a table such as [profiles.work.{table}]")
        given |= {f"{table}.{name}": value for name, value in members.items()}
    return {name: checked(name, value, where) for name, value in given.items()}


def holder_of(profile: dict[str, Any], name: str) -> tuple[dict[str, Any], str]:
    """The table of a profile that holds a setting, and what it is called there; made where it is missing."""
    table, _, member = name.rpartition(".")
    held = profile.setdefault(table, {}) if table else profile
    if not isinstance(held, dict):
        raise ConfigError(f"{table} of the profile must be a table such as [profiles.work.{table}]")
    return held, member or name
