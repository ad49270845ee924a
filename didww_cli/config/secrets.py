"""The secrets that callbacks may be signed with, by name, from profiles and variables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from didww_cli.config.settings import Setting, Settings, environment_value
from didww_cli.errors import NoAccess, UsageError

Named = tuple[str, str]
"""A secret: its name, which may be shown, and its value, which may not."""


def chosen_secrets(
    settings: Settings, variables: Sequence[str], *, all_profiles: bool
) -> tuple[list[Named], list[Named]]:
    """The secrets to verify with, and others that may explain a wrong signature.

    Variables that the user names stand before the profile, which counts then only where it was named too. A profile's
    callback secret is what its callbacks are signed with, its API key where it has none.
    """
    found = [(name, _variable(name)) for name in variables]
    if all_profiles:
        found += [secret for each in _profiles(settings) for secret in _signing(each)]
    elif not variables or settings.chosen == "--profile":
        found += _signing(settings)
    if not found:
        settings.api_key()
    known = {value for _, value in found}
    others = [secret for secret in _all_stored(settings) if secret[1] not in known]
    return found, list({value: (name, value) for name, value in others}.values())


def _variable(name: str) -> str:
    value = environment_value(name)
    if value is None:
        raise UsageError(f"The variable {name} is not set or empty.")
    return value


def _profiles(settings: Settings) -> Iterator[Settings]:
    """Each profile of the file by itself, without what options and variables say."""
    for name in settings.file.profiles:
        stored = settings.file.checked_profile(name)
        values = {key: Setting(value, f"profile {name}") for key, value in stored.items()}
        yield replace(settings, profile=name, values=values, secrets={})


def _signing(settings: Settings) -> list[Named]:
    """What signs the callbacks of a profile: the callback secret, else the API key; nothing where it has neither."""
    for name, read in (("callback_secret", settings.own_callback_secret), ("api_key", settings.own_api_key)):
        if found := read():
            return [(_name(name, found), found.value)]
    return []


def _name(secret: str, setting: Setting) -> str:
    variable = setting.source.removeprefix("variable ")
    return variable if variable != setting.source else f"{secret} of {setting.source}"


def _all_stored(settings: Settings) -> Iterator[Named]:
    """Every secret at hand without running a command: this run's, and those written in profiles."""
    for each in (settings, *_profiles(settings)):
        for name in ("callback_secret", "api_key"):
            setting = each.values.get(name)
            if setting and setting.value:
                yield _name(name, setting), str(setting.value)


def one_secret(settings: Settings, variables: Sequence[str]) -> Named:
    """The secret to sign with: the variable that was named, else the profile's."""
    found, _ = chosen_secrets(settings, variables[:1], all_profiles=False)
    if not found:
        raise NoAccess("There is no secret to sign with.")
    return found[0]
