"""The secrets that callbacks may be signed with, by name, from profiles and variables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from didww_cli.catalog.events import SECRET_ALONE_SINCE, signed_by_secret_alone
from didww_cli.config.remembered import remembered_version
from didww_cli.config.settings import Setting, Settings, environment_value
from didww_cli.errors import NoAccess, UsageError

Named = tuple[str, str]
"""A secret: its name, which may be shown, and its value, which may not."""


def chosen_secrets(
    settings: Settings, variables: Sequence[str], *, all_profiles: bool
) -> tuple[list[Named], list[Named]]:
    """The secrets to verify with, and others that may explain a wrong signature.

    Variables that the user names stand before the profile, which counts then only where it was named too. A profile's
    callback secret is what its callbacks are signed with, its API key where it has none and its version allows that.
    """
    found = [(name, _variable(name)) for name in variables]
    if all_profiles:
        found += [secret for each in _profiles(settings) for secret in _signing(each)]
    elif not variables or settings.chosen == "--profile":
        found += _signing(settings)
    if not found:
        _refuse(settings)
    known = {value for _, value in found}
    others = [secret for secret in _all_stored(settings) if secret[1] not in known]
    return found, list({value: (name, value) for name, value in others}.values())


def _refuse(settings: Settings) -> None:
    """NoAccess for a profile whose callbacks nothing signs; nothing happens where other profiles were asked for."""
    key = settings.own_api_key()
    if key is None:
        hint = "Set DIDWW_CALLBACK_SECRET, or DIDWW_API_KEY, which signs on older accounts; --secret-env names another."
        raise NoAccess("There is no secret that callbacks are signed with.", hint)
    if _secret_alone(settings):
        message = f"The callback secret is missing; {key.source} has an API key alone."
        hint = "Enable one in DIDWW's user panel and set DIDWW_CALLBACK_SECRET, or callback_secret in the profile."
        raise NoAccess(f"{message} From version {SECRET_ALONE_SINCE} on nothing else signs callbacks.", hint)


def _secret_alone(settings: Settings) -> bool:
    """Whether nothing but the callback secret signs, by the version asked for, else by that of the account."""
    key = settings.own_api_key()
    known = remembered_version(key.value, settings.base_url) if key else ""
    return signed_by_secret_alone(settings.pinned_version or known)


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
        yield replace(settings, profile=name, values=values, secrets={}, missing={})


def _signing(settings: Settings) -> list[Named]:
    """What signs the callbacks of a profile: the callback secret, else the API key where its version allows that."""
    if found := settings.own_callback_secret():
        return [(_name("callback_secret", found), found.value)]
    if _secret_alone(settings):
        return []
    found = settings.own_api_key()
    return [(_name("api_key", found), found.value)] if found else []


def _name(secret: str, setting: Setting) -> str:
    variable = setting.source.removeprefix("variable ")
    return variable if variable != setting.source else f"{secret} of {setting.source}"


def _all_stored(settings: Settings) -> Iterator[Named]:
    """Every secret at hand without running a command: this run's, and those that profiles name or hold.

    Of equal values the last name counts: the one that a profile has for it, before that of a variable.
    """
    held = [(each, name) for each in (settings, *_profiles(settings)) for name in ("callback_secret", "api_key")]
    for each, name in held:
        variable = each.values.get(f"{name}_env")
        if variable and (value := environment_value(str(variable.value))):
            yield str(variable.value), value
    for each, name in held:
        setting = each.values.get(name)
        if setting and setting.value:
            yield _name(name, setting), str(setting.value)


def one_secret(settings: Settings, variables: Sequence[str]) -> tuple[Named, list[Named]]:
    """The secret to sign with (the variable that was named, else the profile's), and all others at hand."""
    found, others = chosen_secrets(settings, variables[:1], all_profiles=False)
    if not found:
        raise NoAccess("There is no secret to sign with.")
    return found[0], others
