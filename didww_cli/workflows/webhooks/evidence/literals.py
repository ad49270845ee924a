"""Values as programming languages print them: one tolerant reader for JavaScript, Python, Ruby, PHP and others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_DEEPEST = 60
_WORK, _MOST = 6, 1_000_000  # what is read in vain for each character of a text, and in all, until it is given up
_VALUE, _TOO_DEEP = 15, 2_000  # what a value costs, and a text that is nested without end, in characters
_BLANK = re.compile(r"(?:\s|#\s.*|//\s.*)*")
_OPENING = re.compile(
    r"(?:\[[A-Z]\w*(?:: [\w ]+)?\] |[A-Za-z_%@#<][\w.:\\<]{0,60}\s?(?:\(\d+\) ?)?|[aO]:\d+:)?([\[{(])"
)
_NEXT_OPENING = re.compile(rf"(?:(?<![\w.:\\<])|(?=[\[{{(])){_OPENING.pattern}")
_SEPARATOR = re.compile(r"\s*(?:=>|->|:(?!:|//)|=(?!=))[ \t]*(?:\s*(?=[\[{(\"'`]|[bu][\"']))?")
_PREFIX = re.compile(r"[bBuUrRfF]{0,2}(?=[\"'`])")
_SIZED = re.compile(r"(?:string\((\d+)\) |s:(\d+):)\"")
_PRINTED = re.compile(r"(?:int|float|bool|double)\(([^()]*)\)|[idb]:([^;]*);|N;")
_BARE_KEY = re.compile(r":?[^\s,;:=\[\]{}()\"'`|]+")
_BARE_VALUE = re.compile(r"[^,;\n\[\]{}()]+")
_LISTED = re.compile(r"\[\"?([^\]\"\n]*)\"?(?::\w+)*\]\s*=>[ \t]*(\n?)")
_CLOSERS = {"[": "]", "{": "}", "(": ")"}
_NAMED_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b", "0": "\0", "\n": ""}
_ESCAPE = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|([0-3][0-7]{2})|(.))", re.DOTALL
)
_CONSTANTS = {
    **dict.fromkeys(("null", "none", "nil", "undefined", "undef", "n;"), None),
    "true": True,
    "false": False,
}


def literals(text: str) -> Iterator[tuple[int, int, Any]]:
    """Each object or list in a text, with where it starts and ends; what cannot be read is passed over."""
    at, left = 0, min(_WORK * len(text) + 10_000, _MOST)
    while left > 0 and (opening := _NEXT_OPENING.search(text, at)):
        reader = _Reader(text, opening.start())
        try:
            value = reader.whole()
        except (ValueError, RecursionError) as error:
            left -= 20 + reader.spent + reader.at - opening.start()
            left -= _TOO_DEEP if isinstance(error, RecursionError) else 0
            at = opening.end()
            continue
        yield opening.start(), reader.at, value
        at = reader.at


def literal(text: str) -> Any:
    """The one value that a text is; ValueError where it is none."""
    try:
        return json.loads(text, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):
        pass
    reader = _Reader(text, 0)
    try:
        value = reader.value(0)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if text[reader.at :].strip(" \t\r\n;,"):
        raise ValueError("more follows")
    return value


def unescaped(text: str) -> str:
    """The text with the escapes of programming languages undone; pairs of surrogates are one character."""
    if "\\" not in text:
        return text
    plain = _ESCAPE.sub(_escape, text)
    if not re.search("[\ud800-\udbff]", plain):
        return plain
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def bytes_unescaped(text: str) -> str:
    r"""The text of a literal of bytes, whose ``\xNN`` are bytes of UTF-8."""
    data = re.sub(r"\\x([0-9a-fA-F]{2})", lambda match: chr(int(match[1], 16)), text)
    try:
        return unescaped(data.encode("latin-1").decode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        return unescaped(text)


def _escape(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code:
        return chr(min(int(code, 16), 0x10FFFF))
    if match[4]:
        return chr(int(match[4], 8))
    return _NAMED_ESCAPES.get(match[5], match[5])


class _Reader:
    """Reads values from a place in a text onwards; ``at`` is where it stands."""

    def __init__(self, text: str, at: int) -> None:
        self.text, self.at = text, at
        self.spent = 0  # characters looked at in vain

    def whole(self) -> Any:
        """The object or list here, which is read the quick way where it is JSON."""
        if self.text[self.at] in "[{":
            try:
                value, self.at = _JSON.raw_decode(self.text, self.at)
            except json.JSONDecodeError as error:
                self.spent += error.pos - self.at
            else:
                return value
        return self.value(0)

    def value(self, depth: int) -> Any:
        """The value here: a string, an object or list, or a bare word up to the next comma, bracket or line end."""
        self.spent += _VALUE
        if depth > _DEEPEST:
            raise RecursionError
        if sized := _SIZED.match(self.text, self.at):
            return self._sized(sized)
        if _PREFIX.match(self.text, self.at):
            return self._strings()
        if printed := _PRINTED.match(self.text, self.at):
            self.at = printed.end()
            return printed[1] or printed[2]
        if opening := _OPENING.match(self.text, self.at):
            self.at = opening.end()
            if re.match(r"[aO]:\d+:", opening[0]):
                return self._alternating(depth + 1)
            value = self._container(_CLOSERS[opening[1]], depth + 1)
            is_call = opening[1] == "(" and isinstance(value, list) and len(value) == 1
            return value[0] if is_call and isinstance(value[0], dict | list) else value
        bare = self._matched(_BARE_VALUE)[0].strip()
        return _CONSTANTS.get(bare.lower(), bare)

    def _matched(self, pattern: re.Pattern[str]) -> re.Match[str]:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise ValueError("nothing to read")
        self.at = match.end()
        return match

    def _sized(self, sized: re.Match[str]) -> str:
        """A string whose length in bytes stands before it (PHP)."""
        length = int(sized[1] or sized[2])
        data = self.text[sized.end() : sized.end() + length].encode("utf-8", "surrogateescape")[:length]
        value = data.decode("utf-8", "surrogateescape")
        self.at = sized.end() + len(value)
        if not self.text.startswith('"', self.at):
            raise ValueError("a string of another length")
        self.at += 2 if self.text.startswith('";', self.at) else 1
        return value

    def _strings(self) -> str:
        """A string, and those that follow it with nothing, + or . between: they are one."""
        found = self._string()
        while (more := re.compile(r"\s*[+.]?\s*(?=[bBuU]?[\"'`])").match(self.text, self.at)) and more.end() > self.at:
            self.at = more.end()
            found += self._string()
        return found

    def _string(self) -> str:
        prefix = self._matched(_PREFIX)[0]
        mark = self.text[self.at]
        if self.text.startswith(mark * 3, self.at):
            mark *= 3
        end = self.at + len(mark)
        pieces = re.compile(
            rf"(?:[^\\{mark[0]}]|\\.|{mark[0]}(?!{mark[1:]}))*" if len(mark) == 3 else rf"(?:[^\\{mark}]|\\.)*",
            re.DOTALL,
        )
        body = pieces.match(self.text, end)
        if body is None or not self.text.startswith(mark, body.end()):
            self.spent += (body.end() if body else end) - end
            raise ValueError("a string that does not end")
        self.at = body.end() + len(mark)
        raw = body[0]
        if "r" in prefix.lower():
            return raw
        return bytes_unescaped(raw) if "b" in prefix.lower() else unescaped(raw)

    def _container(self, closer: str, depth: int) -> Any:
        """An object where names stand before values, else a list; values without names among named ones under ""."""
        fields: dict[str, Any] = {}
        items: list[Any] = []
        while True:
            self._matched(_BLANK)
            if self.text.startswith(closer, self.at):
                break
            if self.text[self.at : self.at + 1] in {",", ";"}:
                self.at += 1
            elif listed := _LISTED.match(self.text, self.at) if closer != "]" else None:
                self.at = listed.end()
                fields[listed[1]] = self._listed(depth)
            else:
                self._entry(fields, items, depth)
        self.at += 1
        if fields and items:
            fields.setdefault("", items)
        return fields or items

    def _alternating(self, depth: int) -> dict[str, Any]:
        """An object whose names and values take turns (PHP's serialize)."""
        fields: dict[str, Any] = {}
        while not self.text.startswith("}", self.at):
            name = self.value(depth)
            fields[str(name)] = self.value(depth)
        self.at += 1
        return fields

    def _entry(self, fields: dict[str, Any], items: list[Any], depth: int) -> None:
        start = self.at
        bare = _BARE_KEY.match(self.text, self.at)
        if bare and (mark := _SEPARATOR.match(self.text, bare.end())) and not _PREFIX.match(self.text, start):
            self.at = mark.end()
            fields[bare[0].lstrip("$@:")] = self._after_mark(depth)
            return
        value = self.value(depth)
        mark = _SEPARATOR.match(self.text, self.at) if not isinstance(value, dict | list) else None
        if mark:
            self.at = mark.end()
            fields[str(value)] = self._after_mark(depth)
        else:
            items.append(value)
        if self.at == start:
            raise ValueError("nothing to read")

    def _after_mark(self, depth: int) -> Any:
        return "" if self.text[self.at : self.at + 1] in {",", "}", "]", ")", "\r", "\n"} else self.value(depth)

    def _listed(self, depth: int) -> Any:
        """The value after ``[name] =>``: another container, a string, or the rest of the line (PHP's print_r)."""
        self._matched(re.compile(r"\s*(?=[A-Za-z\"]|\d)|[ \t]*"))
        for pattern in (_SIZED, _PRINTED, re.compile("[\"']"), re.compile(r"(?:Array|array|object|\w+ Object)\s*\(")):
            if pattern.match(self.text, self.at):
                if self.text.startswith("Array", self.at) or " Object" in self.text[self.at : self.at + 60]:
                    self.at = self.text.index("(", self.at)
                return self.value(depth)
        rest = re.compile(r".*?(?=\n\s*(?:\[[^\]\n]*\] =>|\)\s*(?:\n|$))|$)", re.DOTALL).match(self.text, self.at)
        if rest is None:
            raise ValueError("nothing to read")
        self.at = rest.end()
        return rest[0].rstrip("\r")


_JSON = json.JSONDecoder(parse_int=str, parse_constant=str)
