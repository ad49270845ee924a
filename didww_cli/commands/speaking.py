"""The version of the API that a run speaks: by what it names, its settings, and what is known of its account."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from didww_cli.catalog import API_VERSION, BY_NOUN, BY_TYPE
from didww_cli.catalog.access import AUDIENCE, READ_ONLY, TOKEN_SINCE
from didww_cli.catalog.prices import PriceService
from didww_cli.catalog.versions import Named, check_all, lowest, named_type
from didww_cli.config.remembered import remember_version, remembered_version
from didww_cli.config.settings import Settings, state_folder
from didww_cli.errors import DidwwError, UsageError
from didww_cli.jsonapi.credentials import Credentials
from didww_cli.jsonapi.speech import Speech
from didww_cli.jsonapi.tokens import SOURCE, Tokens
from didww_cli.jsonapi.transport import Connection, Transport

BY_HAND = "didww api"
"""The command that speaks every version."""
ABOUT_TOKENS = "didww auth"


def key_of(settings: Settings) -> Credentials:
    """The API key, for the API, and for the token service."""

    def key() -> tuple[str, str]:
        found = settings.api_key()
        return found.value, found.source

    insecure = bool(settings.value("insecure_http"))
    return Credentials(key, (settings.base_url,), insecure_http=insecure, public=settings.demo)


def speech_of(
    settings: Settings,
    key: Credentials,
    parts: Sequence[Named],
    command: str,
    connect: Callable[[str, Speech], Connection],
    notice: Callable[[str], None],
) -> Speech:
    """What a run speaks at first. ``connect`` makes the connection to an address."""
    tokens = tokens_of(settings, key, connect)
    token = _token_for(key, tokens, *key.urls)

    def learned(version: str) -> None:
        if found := settings.own_api_key():
            remember_version(found.value, settings.base_url, version)
        notice(f"The account is on version {version} of the API, which takes tokens; that is remembered for this key.")
        check_all(all_parts(), version)

    def all_parts() -> list[Named]:
        return [*_of_command(command), *parts]

    version, why, is_open = _chosen(settings, all_parts(), command)
    return Speech(version, key, why, token, tokens, is_open, learned)


def tokens_of(
    settings: Settings,
    key: Credentials,
    connect: Callable[[str, Speech], Connection],
    audience: tuple[str, ...] = (AUDIENCE,),
    *,
    scope: str = "",
    kept: str = "",
) -> Tokens:
    """The tokens of a run: of its key, its token service and its scope, unless another ``scope`` is enough.

    ``kept``: a folder of their own, so that they do not get to open what other tokens of the key open.
    """
    url = settings.token_url
    to_service = replace(key, urls=(url,))
    service = Transport(replace(connect(url, Speech(TOKEN_SINCE, to_service)), read_only=False))
    wanted = scope or str(settings.value("scope"))
    return Tokens(service, url, to_service, TOKEN_SINCE, wanted, audience, state_folder() / "tokens" / kept)


def price_tokens(
    settings: Settings, key: Credentials, connect: Callable[[str, Speech], Connection], audience: tuple[str, ...]
) -> Tokens:
    """The tokens for the services of prices: they can only read, and do not open the API."""
    return tokens_of(settings, key, connect, audience, scope=READ_ONLY, kept="prices")


def price_speech(
    settings: Settings, key: Credentials, connect: Callable[[str, Speech], Connection], service: PriceService
) -> Speech:
    """What is spoken to a service of prices: a token goes there and nowhere else, the key never."""
    if pinned := settings.pinned_version:
        check_all([Named("service of prices", TOKEN_SINCE)], pinned)
    tokens = price_tokens(settings, key, connect, (service.audience,))
    return Speech(TOKEN_SINCE, key, token=_token_for(key, tokens, settings.service_url(service.host)), tokens=tokens)


def _token_for(key: Credentials, tokens: Tokens, *urls: str) -> Credentials:
    """What carries the tokens that stand in for a key, to some hosts."""
    way = replace(key, urls=urls, header="Authorization", scheme="Bearer")
    return replace(way, find=tokens.find, name="token", made_by=SOURCE, public=False)


def _of_command(command: str) -> list[Named]:
    """The type that a command is about, and what it does with it, as far as some versions lack them."""
    words = command.split()[1:]
    for length in (2, 1):
        name = " ".join(words[:length])
        if resource := BY_NOUN.get(name) or BY_TYPE.get(name.replace("-", "_")):
            return named_type(resource, "".join(words[length : length + 1]))
    return []


def _chosen(settings: Settings, parts: Sequence[Named], command: str) -> tuple[str, str, bool]:
    """The version, why it is spoken, and whether a refused key may still change it."""
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


def _remembered(settings: Settings) -> str:
    try:
        found = settings.own_api_key()
    except DidwwError:
        return ""  # told when the key is needed
    return remembered_version(found.value, settings.base_url) if found else ""
