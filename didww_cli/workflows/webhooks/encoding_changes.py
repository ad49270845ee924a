"""Changes of encoding: escapes in the URL's path and query undone or added, and parameters decoded otherwise."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import quote

from didww_cli.workflows.webhooks.changes import Change, Hints, shown
from didww_cli.workflows.webhooks.parameters import form_decoded, percent_decoded
from didww_cli.workflows.webhooks.readings import Reading, as_it_is
from didww_cli.workflows.webhooks.signature import to_bytes

_RESERVED = "/:@!$&'()*,;=~-._?[]"
_PERCENT = re.compile("%[0-9A-Fa-f]{2}")


def _escaped(safe: str) -> Callable[[str], str]:
    return lambda text: quote(to_bytes(text), safe=safe)


def _hex_case(case: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: _PERCENT.sub(lambda match: case(match[0]), text)


def _from_latin1(text: str) -> str:
    """Text that was UTF-8 and had been read as Latin-1, as it was."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _word(words: dict[str, str]) -> Callable[[str], str]:
    return lambda text: words.get(text, text)


URL_CODINGS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("percent-decoded", percent_decoded),
    ("percent-decoded, + as a blank", form_decoded),
    ("percent-decoded twice", lambda text: percent_decoded(percent_decoded(text))),
    ("percent-encoded", _escaped(_RESERVED + "+%")),
    ("percent-encoded once more (% as %25)", _escaped(_RESERVED + "+")),
    ("percent-encoded, blanks as +", lambda text: _escaped(_RESERVED + "+% ")(text).replace(" ", "+")),
    ("%20 as +", lambda text: text.replace("%20", "+")),
    ("+ as %20", lambda text: text.replace("+", "%20")),
    ("+ as a blank", lambda text: text.replace("+", " ")),
    ("+ as %2B", lambda text: text.replace("+", "%2B")),
    ("escapes in upper case", _hex_case(str.upper)),
    ("escapes in lower case", _hex_case(str.lower)),
    ("&amp; as &", html.unescape),
    ("reserved characters percent-encoded", _escaped("=&%+")),
    ("every character but letters, digits and -._~ percent-encoded", _escaped("/=&")),
)
VALUE_CODINGS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("percent-decoded once more", percent_decoded),
    ("decoded once more, + as a blank", form_decoded),
    ("blanks as +", lambda text: text.replace(" ", "+")),
    ("percent-encoded", _escaped("")),
    ("percent-encoded, blanks as +", lambda text: _escaped(" ")(text).replace(" ", "+")),
    ("percent-encoded except for reserved characters", _escaped(_RESERVED)),
    ("read as UTF-8 instead of Latin-1", _from_latin1),
    ("with HTML entities undone", html.unescape),
    ("without blanks around them", str.strip),
    ("with line ends as LF", lambda text: text.replace("\r\n", "\n")),
    ("with line ends as CRLF", lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n")),
    ("in Unicode form NFC", lambda text: unicodedata.normalize("NFC", text)),
    ("in Unicode form NFD", lambda text: unicodedata.normalize("NFD", text)),
    ("with True, False and None as JSON writes them", _word({"True": "true", "False": "false", "None": ""})),
    ("with null as nothing", _word({"null": ""})),
    ("with true and false capitalised", _word({"true": "True", "false": "False"})),
    ("with true and false as 1 and 0", _word({"true": "1", "false": "0"})),
    ("with 1 and 0 as true and false", _word({"1": "true", "0": "false"})),
    ("with null instead of nothing", _word({"": "null"})),
    ("with None instead of nothing", _word({"": "None"})),
)


def encoding_changes(reading: Reading, hints: Hints) -> Iterator[Change]:
    """Path, query, or both in another encoding, and the parameters in another."""
    for words, coding in URL_CODINGS:
        yield from _recoded_url(reading, words, coding)
    yield from _otherwise_decoded(reading)
    for words, coding in VALUE_CODINGS:
        yield _decoded(reading, f"the parameters {words}", _after(reading.decode, coding))


def _recoded_url(reading: Reading, words: str, coding: Callable[[str], str]) -> Iterator[Change]:
    url = reading.url
    path, query = coding(url.path), coding(url.query or "") or None
    if path != url.path:
        yield _change(f"path {words}: {shown(path)}", replace(reading, url=replace(url, path=path)))
    if query != url.query and url.query:
        yield _change(f"query {words}: {shown(query or '')}", replace(reading, url=replace(url, query=query)))
        if reading.linked:
            both = replace(reading, url=replace(url, query=query), objects=reading.in_query(query or ""))
            yield _change(f"query and parameters {words}: {shown(query or '')}", both)
        if path != url.path:
            yield _change(f"path and query {words}", replace(reading, url=replace(url, path=path, query=query)))


def _otherwise_decoded(reading: Reading) -> Iterator[Change]:
    if reading.decode is form_decoded:
        yield _decoded(reading, "the parameters with + kept as +", percent_decoded)
        yield _decoded(reading, "the parameters not decoded", as_it_is)


def _decoded(reading: Reading, words: str, decode: Callable[[str], str]) -> Change:
    return _change(words, replace(reading, decode=decode))


def _after(first: Callable[[str], str], then: Callable[[str], str]) -> Callable[[str], str]:
    return then if first is as_it_is else lambda text: then(first(text))


def _change(words: str, reading: Reading) -> Change:
    return Change(("encoding",), words, reading)
