"""Values as text, and control characters made visible: what a server sent is never executed by a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.codes import name_of
from didww_cli.catalog.links import label
from didww_cli.catalog.model import DATETIME, Attribute
from didww_cli.masking import MASK, masked_logins

FORMAT = "\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
"""Characters that nobody sees and that turn or hide others. The joiners U+200C and U+200D stay: Persian, Hindi and
emoji are written with them."""

UNSAFE = re.compile(f"[\x00-\x1f\x7f-\x9f{FORMAT}\ud800-\udfff]")
UNSAFE_IN_JSON = re.compile(f"[\x7f-\x9f{FORMAT}\ud800-\udfff]")
IN_A_LINE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
SURROGATE = re.compile("[\ud800-\udfff]")
NOTHING = "-"
"""The cell of no value in tables for people."""
LINE_ENDS = str.maketrans({"\n": "\\n", "\r": "\\r", "\t": "\\t"})


def visible(text: str) -> str:
    """The text with control and direction characters written out (``\\x1b``, ``\\u202e``)."""
    return UNSAFE.sub(lambda found: _escape(found[0]), text)


def visible_lines(text: str) -> str:
    """The same for a text of several lines, which stay lines."""
    return "\n".join(visible(line) for line in text.split("\n"))


def _escape(character: str) -> str:
    code = ord(character)
    if character in "\n\r\t":
        return character.translate(LINE_ENDS)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def whole(text: str) -> str:
    """The text with halves of characters (lone surrogates), which no encoding can write, as U+FFFD."""
    return text if text.isascii() else SURROGATE.sub("\ufffd", text)


def in_a_line(text: str) -> str:
    """The text as a cell or id that must stay in its line: tabs and line ends are written ``\\t``, ``\\n``, ``\\r``."""
    return whole(text).translate(LINE_ENDS)


def to_json(value: Any, *, indent: int | None = None) -> str:
    """JSON with plain Unicode; control and direction characters escaped, so that it is safe on a terminal too."""
    text = IN_A_LINE.encode(value) if indent is None else json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isascii() and "\x7f" not in text:
        return text
    return UNSAFE_IN_JSON.sub(lambda found: json.dumps(found[0])[1:-1] if found[0] != "\x7f" else "\\u007f", text)


def raw_cell(value: Any) -> str:
    """A value for machines: null is empty, true and false are words, lists take commas, objects are JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
        return ",".join(raw_cell(item) for item in value)
    if _is_record(value):
        return _label(value)
    if isinstance(value, list) and all(_is_record(item) for item in value):
        return ",".join(_label(item) for item in value)
    return to_json(value)


def table_cell(value: Any, attribute: Attribute | None, *, local_times: bool, show_secrets: bool) -> str:
    """A value for people: codes by name, secrets masked, times in local time with zone where asked for."""
    if value in (None, "", []):
        return NOTHING
    if attribute and attribute.secret and not show_secrets:
        return MASK
    if attribute and attribute.codes:
        numbers = value if isinstance(value, list) else [value]
        return visible(", ".join(name_of(attribute.codes, number) for number in numbers))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if local_times and attribute and attribute.kind == DATETIME and isinstance(value, str):
        return visible(local_time(value))
    if attribute and attribute.variants:
        shapes = value if isinstance(value, list) else [value]
        shown = shapes if show_secrets else [without_secrets(shape, attribute) for shape in shapes]
        return visible("; ".join(_shape(shape) for shape in shown))
    if isinstance(value, dict | list):
        return visible(raw_cell(value).replace(",", ", ") if isinstance(value, list) else raw_cell(value))
    text = str(value)
    return visible(text if show_secrets else masked_logins(text))


def without_secrets(value: Any, attribute: Attribute | None) -> Any:
    """A polymorphic value with its passwords masked."""
    variants = attribute.variants if attribute else ()
    secret = {one.name for variant in variants for one in variant.attributes if one.secret}
    if not secret or not isinstance(value, Mapping) or not isinstance(value.get("attributes"), Mapping):
        return value
    shown = {
        name: MASK if name in secret and inner not in (None, "") else inner
        for name, inner in value["attributes"].items()
    }
    return {**value, "attributes": shown}


def _shape(value: Any) -> str:
    """A polymorphic value in a line: its type, then what it holds."""
    members = value.get("attributes") if isinstance(value, Mapping) else None
    if not isinstance(members, Mapping):
        return raw_cell(value)
    held = ", ".join(f"{name} {raw_cell(member)}" for name, member in members.items() if member not in (None, "", []))
    return f"{value.get('type')}: {held}"


def local_time(text: str) -> str:
    """A time that the server sent, in local time with its zone; as it was sent where it is no time."""
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone().strftime("%Y-%m-%d %H:%M %Z") if moment.tzinfo else text
    except (ValueError, OverflowError):
        return text


def _is_record(value: Any) -> bool:
    return isinstance(value, dict) and "id" in value and value.get("type") is not None


def _label(record: Mapping[str, Any]) -> str:
    return label(record, BY_TYPE.get(str(record.get("type"))))
