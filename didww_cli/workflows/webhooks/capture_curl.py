"""Captures that are curl command lines, quoted for sh, cmd or PowerShell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from didww_cli.workflows.webhooks.captures import Capture, header_name, is_signature, signature_in, unreadable
from didww_cli.workflows.webhooks.shell_words import commands
from didww_cli.workflows.webhooks.signature import to_bytes

_CURL = re.compile(r"(?:^|[/\\])curl(?:\.exe)?$", re.IGNORECASE)
_PROMPT = rb"(?:(?:PS [^>\r\n]*|[A-Za-z]:\\[^>\r\n]*)> ?|[$#%>] )?\s*"
_OPENING = re.compile(rb"(?:#[^\n]*\n\s*)*" + _PROMPT + rb"(?:[\w./\\:-]*[/\\])?curl(?:\.exe)?\s")
_MOST = 8 << 20  # characters of a text that is split into words
_WITH_VALUE = frozenset("AbcCdDeEFhHKmoPQrtTuUwxXyYz")  # curl's short options that take a value
_FLAGS = """
    compressed insecure silent show-error location location-trusted include verbose fail fail-with-body get head globoff
    http0.9 http1.0 http1.1 http2 http2-prior-knowledge http3 http3-only ipv4 ipv6 tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3
    ssl-reqd ssl path-as-is tr-encoding raw no-buffer no-keepalive progress-bar basic digest ntlm negotiate anyauth
    remote-name junk-session-cookies styled-output parallel next no-progress-meter proxytunnel create-dirs
"""
_NO_VALUE = frozenset(_FLAGS.split())  # curl's long options without one, as far as they stand in copied commands
_LONG = {"d": "data", "H": "header", "X": "request", "G": "get", "I": "head", "F": "form"}
_CONTENT = {"data", "data-ascii", "data-raw", "data-binary", "data-urlencode", "json"}


@dataclass(slots=True)
class _Call:
    """What the options of one curl command say."""

    url: str = ""
    method: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    outside: str = ""  # why the body is not in the command


def is_curl(data: bytes) -> bool:
    """Whether the text begins as a curl command does."""
    return _OPENING.match(data) is not None


def read_curl(source: str, text: str) -> Iterator[Capture]:
    """The request of each curl command in a text. Files that a command names are not opened."""
    if len(text) > _MOST:
        yield unreadable(source, f"the curl command is larger than {_MOST >> 20} MiB")
        return
    calls = [words for words in commands(text) if any(_CURL.search(word) for word in words)]
    for number, words in enumerate(calls, 1):
        start = next(index for index, word in enumerate(words) if _CURL.search(word))
        yield _capture(f"{source}#{number}" if len(calls) > 1 else source, _call(words[start + 1 :]))


def _call(words: list[str]) -> _Call:
    call = _Call()
    rest = iter(words)
    for word in rest:
        if word.startswith("--") and len(word) > 2:
            name, mark, value = word[2:].partition("=")
            if name in _NO_VALUE or name.startswith("no-"):
                call.flags.add(name)
            else:
                _apply(call, name, value if mark else next(rest, ""))
        elif word.startswith("-") and len(word) > 1:
            _short(call, word[1:], rest)
        else:
            call.url = call.url or word
    return call


def _short(call: _Call, letters: str, rest: Iterator[str]) -> None:
    """A group of short options: flags, then perhaps one with its value, in the same word or the next."""
    for index, letter in enumerate(letters):
        if letter in _WITH_VALUE:
            _apply(call, _LONG.get(letter, letter), letters[index + 1 :] or next(rest, ""))
            return
        call.flags.add(_LONG.get(letter, letter))


def _apply(call: _Call, name: str, value: str) -> None:
    """One option with its value."""
    if name == "url":
        call.url = call.url or value
    elif name == "request":
        call.method = value.upper()
    elif name == "header":
        field_name, _, text = value.partition(":")
        field_name = header_name(field_name)
        call.headers.append((field_name, text.removeprefix(" ") if is_signature(field_name) else text.strip()))
    elif name in _CONTENT:
        _add_data(call, name, value)
    elif name in {"form", "form-string", "upload-file", "T"}:
        call.outside = "the body is a multipart form or an upload, which DIDWW does not send"


def _add_data(call: _Call, name: str, value: str) -> None:
    """Data of the request. `json` is put together as it is, everything else with `&`."""
    if name == "json":
        call.headers.append(("content-type", "application/json"))
        call.data[:] = ["".join((*call.data, value))]
    elif name == "data-urlencode":
        call.data.append(_urlencoded(value))
    else:
        call.data.append(value)
    if name != "data-raw" and re.match(r"@|[^=@]*@" if name == "data-urlencode" else "@", value):
        call.outside = f"the body stands in the file {value.partition('@')[2]}, not in the command"


def _urlencoded(value: str) -> str:
    """What curl makes of `content`, `=content` and `name=content`."""
    name, mark, content = value.partition("=")
    if not mark:
        return quote(to_bytes(value), safe="-._~")
    return (f"{name}=" if name else "") + quote(to_bytes(content), safe="-._~")


def _capture(source: str, call: _Call) -> Capture:
    in_url = bool({"get", "head"} & call.flags)
    url = call.url if "://" in call.url or not call.url else f"http://{call.url}"
    data = "&".join(call.data)
    if in_url and data:
        url += ("&" if "?" in url else "?") + data
    method = call.method or ("GET" if in_url or not (call.data or call.outside) else "POST")
    headers = tuple(call.headers)
    return Capture(
        source,
        method=method,
        target=url,
        headers=headers,
        body=None if in_url or call.outside or not call.data else to_bytes(data),
        signature=signature_in(headers),
        problem=call.outside,
    )
