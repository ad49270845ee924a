"""The version of the API that a run speaks at first: by what it names, its settings, what is known of its account."""

from __future__ import annotations

from collections.abc import Sequence

from didww_cli.catalog import API_VERSION, BY_NOUN, BY_TYPE
from didww_cli.catalog.versions import Named, check_all, lowest, named_type
from didww_cli.config.remembered import remembered_version
from didww_cli.config.settings import Settings
from didww_cli.errors import DidwwError, UsageError

BY_HAND = "didww api"
"""The command that speaks every version."""
ABOUT_TOKENS = "didww auth"


def first_version(settings: Settings, named: Sequence[Named], command: str) -> tuple[str, str, bool]:
    """The version, why it is spoken, and whether a refused key may still change it."""
    parts = parts_named(named, command)
    if pinned := settings.pinned_version:
        if pinned < API_VERSION and command != BY_HAND and not command.startswith(ABOUT_TOKENS):
            raise UsageError(
                f"Commands speak versions from {API_VERSION} on; {pinned} is spoken by '{BY_HAND}' alone.",
                f"It was asked for by {settings.values['api_version'].source}.",
            )
        check_all(parts, pinned)
        return pinned, f"asked for by {settings.values['api_version'].source}", False
    if known := _remembered(settings):
        return lowest(parts, known), "the account was seen to be on it", False
    version = lowest(parts)
    new = next((part.what for part in parts if part.since == version), "")
    return version, f"{new} came with it" if new else "the lowest that has all that is named", version == API_VERSION


def parts_named(parts: Sequence[Named], command: str) -> list[Named]:
    """The type that a command is about, and what it does with it, as far as some versions lack them, and more parts."""
    words = command.split()[1:]
    for length in (2, 1):
        name = " ".join(words[:length])
        if resource := BY_NOUN.get(name) or BY_TYPE.get(name.replace("-", "_")):
            return [*named_type(resource, "".join(words[length : length + 1])), *parts]
    return [*parts]


def _remembered(settings: Settings) -> str:
    try:
        found = settings.own_api_key()
    except DidwwError:
        return ""  # told when the key is needed
    return remembered_version(found.value, settings.base_url) if found else ""
