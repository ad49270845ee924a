"""``didww auth``: with what this run proves itself, the token for other tools, and forgetting both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.access import PRICE_AUDIENCES
from didww_cli.catalog.formats import Format
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command
from didww_cli.config.remembered import forget_version

if TYPE_CHECKING:
    from didww_cli.jsonapi.speech import Speech
    from didww_cli.jsonapi.tokens import Tokens


def auth_commands() -> Mapping[str, Any]:
    """The commands of tokens."""
    return {
        "status": Command(
            "status",
            _status,
            help="Show which account this is, the version of the API, and how long the token lasts. Asks nobody.",
            examples=["didww auth status", "didww auth status -o json --query token.seconds_left"],
        ),
        "token": Command(
            "token",
            _token,
            help="Print a token, for other tools. Whoever sees it can use it until it ends.",
            examples=[
                'curl -H "Authorization: Bearer $(didww auth token)" https://api.didww.com/v3/balance',
            ],
        ),
        "forget": Command(
            "forget",
            _forget,
            help="Remove the token and what is remembered of the account from this machine.",
            examples=["didww auth forget"],
        ),
    }


def _status(state: State) -> None:
    state.check()
    state.only("The status is shown", Format.TABLE, Format.JSON, Format.JSONL)
    from didww_cli.commands.show import show_data
    from didww_cli.output.table import grid

    found = described(state)
    if show_data(state, found):
        return
    token = found.pop("token")
    told = f"lasts {token['seconds_left']} more seconds" if token else "none is kept"
    rows = [[name.replace("_", " "), str(value or "-")] for name, value in found.items()]
    grid(state.screen, ["WHAT", "VALUE"], [*rows, ["token", told]])


def described(state: State) -> dict[str, Any]:
    """Who asks, where and in which version, as data; the token's life, and never the token."""
    import time

    settings, speech = state.settings, state.speech
    kept = _tokens(speech).kept() if settings.own_api_key() else None
    scope = kept.scope if kept else str(settings.value("scope"))
    token = {"seconds_left": int(kept.ends - time.time()), "audience": list(kept.audience)} if kept else None
    return {
        "profile": settings.profile,
        "api": settings.base_url,
        "api_version": speech.version,
        "why": speech.why,
        "key": speech.key.source(),
        "scope": scope,
        "token_service": settings.token_url,
        "token": token,
    }


def _token(state: State) -> None:
    state.check()
    token = _tokens(state.speech).current()
    if state.screen.terminal:
        state.notice("Whoever sees this can use the account until it ends.")
    state.screen.line(token.value)


def _forget(state: State) -> None:
    from didww_cli.commands.speaking import price_tokens

    state.check()
    key = state.settings.api_key()
    for_prices = price_tokens(state.settings, state.credentials, state.connection, PRICE_AUDIENCES)
    had_token = any([_tokens(state.speech).forget(), for_prices.forget()])
    had_version = forget_version(key.value, state.settings.base_url)
    state.notice("Forgotten." if had_token or had_version else "There was nothing to forget.")


def _tokens(speech: Speech) -> Tokens:
    assert speech.tokens is not None
    return speech.tokens
