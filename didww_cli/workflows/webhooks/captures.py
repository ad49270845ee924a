"""A captured callback request, whatever it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from didww_cli.workflows.webhooks.signature import Objects

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Capture:
    """One request as captured. What it does not hold is "" or None; ``problem`` says why nothing could be read.

    ``target`` is an absolute URL, or a path with its query where only the Host header (or ``host``) names the server.
    ``objects`` are parameters captured apart from a body, or already read. ``shortfall`` says what a body lacks.
    ``chain`` are the objects that the request was found in, the innermost first: what else stands there may be what was
    signed.
    """

    source: str
    method: str = ""
    target: str = ""
    host: str = ""
    scheme: str = ""
    headers: Headers = ()
    body: bytes | None = field(default=None, repr=False)
    signature: str | None = None
    objects: Objects | None = None
    remote: str = ""
    time: str = ""
    problem: str = ""
    shortfall: str = ""
    chain: tuple[Mapping[str, Any], ...] = field(default=(), compare=False, repr=False)

    def header(self, *names: str) -> str:
        """The first non-empty value of the first of these headers that is there, else ""."""
        for name in names:
            for key, value in self.headers:
                if value and key.lower() == name:
                    return value
        return ""

    @property
    def is_get(self) -> bool:
        """Whether the parameters stand in the query: a GET or HEAD, or no method named and nothing else to read."""
        if self.method:
            return self.method in {"GET", "HEAD"}
        return self.objects is None and not self.body


def unreadable(source: str, problem: str) -> Capture:
    """A capture that says only why it cannot be read."""
    return Capture(source, problem=problem)


def given(
    url: str,
    signature: str,
    *,
    params: Sequence[tuple[str, str]] = (),
    body: bytes | None = None,
    method: str = "",
    content_type: str = "",
) -> Capture:
    """A capture made of its parts. Without parameters and body it is a GET, whose query holds the parameters."""
    return Capture(
        url,
        method=method.upper() or ("POST" if params or body is not None else "GET"),
        target=url,
        headers=(("content-type", content_type),) if content_type else (),
        body=body,
        objects=(tuple(params),) if params else None,
        signature=signature,
    )


@lru_cache(maxsize=4096)
def header_name(text: str) -> str:
    """A header's name as HTTP writes it, also from CGI, WSGI, Rack or nginx (``HTTP_X_DIDWW_SIGNATURE``)."""
    name = text.strip().lower()
    if name.startswith("http_"):
        name = name[5:]
    return name.replace("_", "-")


def is_signature(name: str) -> bool:
    """Whether a header or field of this name carries the signature, whatever stands before the name."""
    return header_name(name).endswith("x-didww-signature")


def header_pairs(value: Any) -> Headers:
    """Headers from any of the forms of ``named_values``, under their HTTP names."""
    return tuple((header_name(name), text) for name, text in named_values(value))


def named_values(value: Any) -> Headers:
    """Names and values from an object (values or lists), an array of {name, value} or pairs, a flat array, or lines."""
    pairs: Iterable[tuple[Any, Any]]
    if isinstance(value, Mapping):
        pairs = value.items()
    elif isinstance(value, str):
        pairs = (_split(line) for line in value.splitlines() if ":" in line[1:])
    elif not isinstance(value, list):
        return ()
    elif value and all(isinstance(item, str) for item in value):
        lines = all(":" in item[1:] for item in value)
        pairs = map(_split, value) if lines else zip(value[::2], value[1::2], strict=False)
    else:
        pairs = filter(None, map(_pair, value))
    return tuple((str(name), text) for name, values in pairs for text in _texts(values))


def signature_in(headers: Headers) -> str | None:
    """The signature among headers, None where there is none."""
    return next((value for name, value in headers if is_signature(name)), None)


def _split(line: str) -> tuple[str, str]:
    name, _, value = line[1:].partition(":")
    return line[0] + name, value.removeprefix(" ")


def _pair(item: Any) -> tuple[Any, Any] | None:
    if isinstance(item, list) and len(item) == 2:
        return item[0], item[1]
    if isinstance(item, Mapping):
        lower = {str(key).lower(): value for key, value in item.items()}
        name = next((lower[key] for key in ("name", "key", "header") if lower.get(key)), None)
        return None if name is None else (name, lower.get("value"))
    return None


def _texts(values: Any) -> Iterable[str]:
    for value in values if isinstance(values, list) else [values]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield str(value)
