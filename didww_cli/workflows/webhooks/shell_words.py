"""Command lines split into words as three shells do it: sh (bash, zsh), Windows' cmd, and PowerShell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

SH, CMD, POWERSHELL = "sh", "cmd", "powershell"

_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "e": "\033", "E": "\033", "f": "\f", "v": "\v"}
_ANSI = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})|(.))", re.DOTALL)

# The pieces of a word, in order of precedence; a quote that is never closed ends with the text.
_PIECES = {
    SH: r"""(?P<blank>[ \t]+)|(?P<end>[;|\n\r]|&&|&(?=\s|$))|(?P<plain>[^\s;|&'"\\$]+)|'(?P<single>[^']*)(?:'|$)
        |\$'(?P<ansi>[^'\\]*(?:\\.[^'\\]*)*\\?)(?:'|$)|\$?"(?P<double>[^"\\]*(?:\\.[^"\\]*)*\\?)(?:"|$)
        |(?P<join>\\\r?\n)|\\(?P<escaped>.)|(?P<other>.)""",
    POWERSHELL: r"""(?P<blank>[ \t]+)|(?P<end>[;|\n\r]|&&|&(?=\s|$))|(?P<plain>[^\s;|&'"`]+)
        |'(?P<single>[^']*(?:''[^']*)*)(?:'|$)|"(?P<double>[^"`]*(?:(?:`.|"")[^"`]*)*`?)(?:"|$)
        |(?P<join>`[ \t]*\r?\n)|`(?P<escaped>.)|(?P<other>.)""",
    CMD: r"""(?P<blank>[ \t\n\r]+)|(?P<plain>[^\s"\\]+)
        |"(?P<double>[^"\\]*(?:(?:""|\\[\\"]|\\)[^"\\]*)*)(?:"|$)|\\(?P<escaped>")|(?P<other>.)""",
}
_PATTERNS = {shell: re.compile(pieces, re.DOTALL | re.VERBOSE) for shell, pieces in _PIECES.items()}
# What cmd does before a program sees its line: text in quotes stays, elsewhere a caret escapes or joins lines.
_CMD_LINE = re.compile(
    r'(?P<quoted>"[^"\r\n]*"?)|\^\r?\n(?P<join>\r?\n)?|\^(?P<escaped>.)|(?P<end>[\r\n|]|&(?=\s|$))|(?P<plain>.)',
    re.DOTALL,
)


def shell_of(text: str) -> str:
    """Whose quoting a command line is written in."""
    if re.search(r'\^["%&{}\[\]\\]|\^[ \t]*\r?\n', text):
        return CMD
    if re.search(r'`["$]|`[ \t]*\r?\n|\bcurl\.exe\b', text):
        return POWERSHELL
    return CMD if re.search(r'\w""|""\w', text) and "'" not in text else SH


def commands(text: str) -> list[list[str]]:
    """The words of each command of a text."""
    shell = shell_of(text)
    if shell != CMD:
        return _words(text, shell)
    return [words for line in _cmd_lines(text) for words in _words(line, CMD)]


def _words(text: str, shell: str) -> list[list[str]]:
    found: list[list[str]] = [[]]
    word: list[str] | None = None
    for match in _PATTERNS[shell].finditer(text + "\n"):
        kind = match.lastgroup or ""
        if kind in {"blank", "end"}:
            if word is not None:
                found[-1].append(_argument("".join(word), shell))
            word = None
            if kind == "end":
                found.append([])
        elif kind != "join":
            word = word or []
            word.append(_UNQUOTED[shell].get(kind, str)(match[kind]))
    if word is not None:
        found[-1].append(_argument("".join(word).removesuffix("\n"), shell))
    return [words for words in found if words]


def _argument(word: str, shell: str) -> str:
    r"""The word as the program gets it: older PowerShells want ``\"`` for a quote in an argument."""
    return word.replace('\\"', '"') if shell == POWERSHELL and not re.search(r'(?<!\\)"', word) else word


def _cmd_lines(text: str) -> list[str]:
    """The lines that cmd hands to programs."""
    lines: list[list[str]] = [[]]
    for match in _CMD_LINE.finditer(text):
        if match.lastgroup == "end":
            lines.append([])
        elif match.lastgroup:
            lines[-1].append(match[match.lastgroup])
    return ["".join(line) for line in lines]


def _ansi(text: str) -> str:
    """The text of $'...' with its escapes undone."""
    return _ANSI.sub(_ansi_char, text)


def _ansi_char(match: re.Match[str]) -> str:
    digits = next((group for group in match.groups()[:4] if group), None)
    if digits is None:
        return _LETTERS.get(match[5], match[5])
    code = int(digits, 8 if match[4] else 16)
    return chr(code) if code <= 0x10FFFF else ""


def _sh_double(text: str) -> str:
    return re.sub(r'\\(\r?\n|[$`"\\])', lambda match: match[1].strip("\r\n"), text)


def _backtick(text: str) -> str:
    return "\0" if text == "0" else _LETTERS.get(text, text)


def _powershell_double(text: str) -> str:
    return re.sub(r'`(.)|""', lambda match: _backtick(match[1]) if match[1] else '"', text, flags=re.DOTALL)


def _windows_double(text: str) -> str:
    r"""Within quotes ``""`` and ``\"`` are a quote; backslashes before a quote are halved, others stay."""
    return re.sub(r'(\\+)("|$)|""', lambda match: _halved(match) if match[1] else '"', text)


def _halved(match: re.Match[str]) -> str:
    return "\\" * (len(match[1]) // 2) + match[2]


_UNQUOTED: Mapping[str, Mapping[str, Callable[[str], str]]] = {
    SH: {"ansi": _ansi, "double": _sh_double},
    POWERSHELL: {
        "single": lambda text: text.replace("''", "'"),
        "double": _powershell_double,
        "escaped": _backtick,
    },
    CMD: {"double": _windows_double},
}
