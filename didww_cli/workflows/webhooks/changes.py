"""What a search for an explanation changes: one change to a reading, and the hints that a capture gives for some."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from didww_cli.masking import SECRETS
from didww_cli.workflows.webhooks.captures import Capture
from didww_cli.workflows.webhooks.forwarded import (
    HOST_HEADERS,
    PATH_HEADERS,
    PREFIX_HEADERS,
    forwarded_members,
    is_port,
)
from didww_cli.workflows.webhooks.readings import Reading
from didww_cli.workflows.webhooks.urls import Url, parse_url

KINDS = ("scheme", "port", "host", "path", "query", "encoding", "parameter", "body", "secret")
USUAL_PORTS = (80, 443, 8080, 8443, 8000, 8888, 3000, 5000, 4567, 9000)
LONGEST = 200  # characters of a captured value in a message


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the kinds it counts as, what it is in words, and the reading that comes of it.

    ``adds`` says of a change of parameters whether it adds one or takes one away.
    """

    kinds: tuple[str, ...]
    words: str
    reading: Reading
    adds: bool | None = None


@dataclass(frozen=True, slots=True)
class Hints:
    """What a capture says beside its own URL; each with where it was found."""

    capture: Capture
    hosts: dict[str, str]
    ports: dict[int, str]
    targets: dict[str, str]
    prefixes: dict[str, str]
    userinfo: str


def opposite(first: Change, second: Change) -> bool:
    """Whether one change adds a parameter and the other takes one away: together they explain nothing."""
    return first.adds is not None and second.adds is not None and first.adds != second.adds


def hints_of(capture: Capture, base: Url | None) -> Hints:
    """Every host, port, path and user that the headers of a capture name."""
    ports = {int(value): where for value, where in _found(capture, ("x-forwarded-port",)) if is_port(value)}
    targets = dict(_found(capture, PATH_HEADERS))
    if base is not None and base.path.strip("/"):
        targets[base.path + (f"?{base.query}" if base.query else "")] = "the base URL"
    return Hints(
        capture,
        hosts=dict(_hosts(capture, base)),
        ports={**ports, **{port: "" for port in USUAL_PORTS if port not in ports}},
        targets=targets,
        prefixes=dict(_found(capture, PREFIX_HEADERS)),
        userinfo=_userinfo(capture),
    )


def shown(text: str) -> str:
    """A captured value in a message: cut when long, control characters written as escapes.

    Secrets are masked before it is cut, since nobody would know half of one.
    """
    text = text if len(text) <= LONGEST else f"{SECRETS.masked(text[: 5 * LONGEST])[:LONGEST]}…"
    if text.isprintable():  # nearly always; an explanation shows tens of thousands
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def _hosts(capture: Capture, base: Url | None) -> Iterator[tuple[str, str]]:
    """Each host that a header, the capture's own URL or the base URL names."""
    yield from _found(capture, ("host", ":authority", *HOST_HEADERS))
    for members in forwarded_members(capture):
        yield members.get("host", ""), "Forwarded"
    yield capture.host, "the capture"
    with suppress(ValueError):
        yield parse_url(capture.target).authority, "the capture's URL"
    if base is not None:
        yield base.authority, "the base URL"


def _found(capture: Capture, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each comma-separated value of these headers, with the header's name."""
    for name in names:
        for key, values in capture.headers:
            if key.lower() == name:
                for value in values.split(",") if name.startswith("x-forwarded") else [values]:
                    if value.strip():
                        yield value.strip(), "-".join(part.capitalize() for part in name.split("-"))


def _userinfo(capture: Capture) -> str:
    """User and password of a Basic Authorization header: a client sends the userinfo of a URL so."""
    scheme, _, value = capture.header("authorization").partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return b64decode(value.strip()).decode()
    except ValueError:
        return ""
