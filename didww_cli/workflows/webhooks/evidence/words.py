"""Requests in command lines: the words of a shell, and what the options of clients mean."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any
from urllib.parse import quote_plus

from didww_cli.workflows.webhooks.evidence.literals import unescaped
from didww_cli.workflows.webhooks.evidence.payloads import payloads_in, tells

COMMAND = re.compile(r"(?:^|[\s/>;&|$])(curl(?:\.exe)?|wget|https?|xh)(?=\s)[^\S\n]+(?=\S)", re.MULTILINE)
_PIECE = re.compile(
    r"""\$'((?:[^'\\]|\\.)*)(?:'|$) | \$?"((?:[^"\\]|\\.|"")*)(?:"|$) | '((?:[^']|'')*)(?:'|$)
    | \\(.) | ([^\s'"\\;&|]+|[&|](?=\S))""",
    re.VERBOSE | re.DOTALL,
)
_OPTIONS = {
    **dict.fromkeys(("-H", "--header"), "header"),
    **dict.fromkeys(("-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--json", "--raw"), "data"),
    **dict.fromkeys(("--post-data", "--body-data"), "data"),
    "--data-urlencode": "encode",
    **dict.fromkeys(("-X", "--request", "--method"), "method"),
    **dict.fromkeys(("-F", "--form", "--form-string"), "form"),
    "--url": "url",
    **dict.fromkeys(("-o", "-u", "-m", "-w", "-b", "-e", "--user", "--output", "--max-time"), "other"),
}
_SHORT = re.compile(r"-[A-Za-z]*?([HdXFoumwbe])(.*)", re.DOTALL)


def command_in(text: str) -> str:
    """The first command that sends a request, up to the next; "" where there is none."""
    starts = [match.start(1) for match in COMMAND.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        if re.search("https?://|[-][HXd]", text[start:end]):
            return text[start:end]
    return ""


def request_of(command: str) -> dict[str, Any]:
    """The request that a command line sends."""
    name, *words = _words(command)
    fields: dict[str, Any] = {"headers": [], "data": []}
    pending = ""
    in_query = False
    for word in words:
        if pending:
            _take(fields, pending, word)
            pending = ""
        elif word in {"-G", "--get"}:
            in_query = True
        elif word.startswith("-"):
            pending = _option(fields, word)
        elif re.match(r"https?://|[\w.-]+\.\w+(?::\d+)?/", word):
            fields.setdefault("url", word)
        elif word.isupper() and word.isalpha():
            fields.setdefault("method", word)
        elif not name.startswith(("curl", "wget")) and (pair := re.match(r"([\w.-]+)(:|==?)(.*)", word, re.DOTALL)):
            _take(fields, *(("header", f"{pair[1]}: {pair[3]}") if pair[2] == ":" else ("data", word)))
    return _whole(fields, in_query)


def _option(fields: dict[str, Any], word: str) -> str:
    """What the next word is; an option that holds its value itself is taken at once."""
    if word.startswith("--"):
        name, mark, value = word.partition("=")
        kind = _OPTIONS.get(name.lower(), "")
    else:
        short = _SHORT.fullmatch(word)
        kind, value = (_OPTIONS[f"-{short[1]}"], short[2]) if short else ("", "")
        mark = value
    if not mark:
        return kind
    _take(fields, kind, value)
    return ""


def _take(fields: dict[str, Any], kind: str, value: str) -> None:
    if kind == "header":
        fields["headers"].append(value)
    elif kind == "encode":
        name, mark, text = value.partition("=")
        fields["data"].append(f"{name}={quote_plus(text)}" if mark else f"@{value}")
    elif kind == "data":
        fields["data"].append(value)
    elif kind == "form":
        fields["method"] = "POST"
    elif kind in {"method", "url"}:
        fields[kind] = value


def _whole(fields: dict[str, Any], in_query: bool) -> dict[str, Any]:
    """The request of a command: its data joined, in the URL where the command says so. Files are not opened."""
    data, url = fields.pop("data"), str(fields.get("url", ""))
    body = "&".join(data)
    if any(piece.startswith("@") or "@" in piece.partition("=")[0] for piece in data):
        body = ""
    if in_query:
        return {**fields, "method": "GET", "url": f"{url}{'&' if '?' in url else '?'}{body}"}
    if url and "://" not in url:
        fields["url"] = f"http://{url}"
    fields.setdefault("method", "POST" if data else "GET")
    if body and not any(map(tells, payloads_in(body))):
        for plainer in (
            unescaped(body),
            body.replace('""', '"'),
            body.replace('`"', '"'),
            unescaped(body.replace('^"', '"')),
        ):
            if any(map(tells, payloads_in(plainer))):
                return {**fields, "body": plainer}
    return {**fields, "body": body} if data else fields


def _words(command: str) -> list[str]:
    """The words of a command line of sh, cmd or PowerShell, up to its end."""
    if '^"' in command or re.search(r"\^\r?\n", command):
        command = re.sub(r"\^\r?\n", " ", command)
        command = re.sub(r"\^(.)", r"\1", command, flags=re.DOTALL)
    command = re.sub(r"`[ \t]*\r?\n|\\\r?\n", " ", command)
    words: list[str] = []
    at = 0
    while at < len(command):
        blank = re.compile(r"[ \t\r]*").match(command, at)
        at = blank.end() if blank else at
        start, word = at, ""
        while piece := _PIECE.match(command, at):
            word += _said(piece)
            at = piece.end()
        if at == start:
            if words and command[at : at + 1] in {"\n", ";", "|", "&", ""}:
                break
            at += 1
            continue
        words.append(word)
    return words or [""]


def _said(piece: re.Match[str]) -> str:
    special, double, single, escaped, bare = piece.groups()
    if special is not None:
        return unescaped(special)
    if double is not None:
        return re.sub(r"\\([\"\\$`])|\"(\")|`([\"`$])", lambda match: match[1] or match[2] or match[3], double)
    if single is not None:
        return single.replace("''", "'")
    return escaped or bare or ""
