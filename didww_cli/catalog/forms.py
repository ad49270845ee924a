"""Forms of values that more than one layer checks."""

from __future__ import annotations

import json
import math
import re
from typing import Any
from urllib.parse import urlsplit

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)


def is_web_url(text: str) -> bool:
    """Whether a text is a whole http or https URL."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False


def is_digits(text: str) -> bool:
    """Whether a text is digits 0 to 9 alone; ``²`` and digits of other scripts are none that the API reads."""
    return text.isascii() and text.isdigit()


def read_json(text: str) -> Any:
    """A JSON value as it may be sent; ValueError for NaN, numbers out of range, half a surrogate pair, deep nesting."""
    try:
        value = json.loads(text, parse_constant=_finite, parse_float=_finite)
        json.dumps(value, ensure_ascii=False).encode()
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    except UnicodeEncodeError:
        raise ValueError("half of a surrogate pair is no text") from None
    return value


def _finite(word: str) -> float:
    number = float(word)
    if not math.isfinite(number):
        raise ValueError(f"{word} is no number of JSON")
    return number
