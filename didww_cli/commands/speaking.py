"""What a run speaks to the API and to the services beside it: the version, and what proves who asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from didww_cli.catalog.access import AUDIENCE, READ_ONLY, TOKEN_SINCE
from didww_cli.catalog.prices import PriceService
from didww_cli.catalog.versions import Named, check_all
from didww_cli.commands.first_version import first_version, parts_named
from didww_cli.config.remembered import remember_version
from didww_cli.config.settings import Settings, state_folder
from didww_cli.jsonapi.credentials import Credentials
from didww_cli.jsonapi.speech import Speech
from didww_cli.jsonapi.tokens import SOURCE, Tokens
from didww_cli.jsonapi.transport import Connection, Transport


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
        check_all(parts_named(parts, command), version)

    version, why, is_open = first_version(settings, parts, command)
    return Speech(version, key, why, token, tokens, is_open, learned, pinned=bool(settings.pinned_version))


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
