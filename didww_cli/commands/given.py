"""What an option that takes ``FILE|-`` is given: the content of a file, or of standard input."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path
from typing import Any

from didww_cli.errors import UsageError


def content_of(name: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``; UsageError where they cannot be read."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        raise UsageError(f"Cannot read {name}: {getattr(error, 'strerror', None) or error}.") from None


def json_of(name: str) -> tuple[bytes, Any]:
    """JSON in a file or on standard input, as bytes without a byte order mark and as what it says."""
    from didww_cli.catalog.forms import read_json

    content = content_of(name).removeprefix(codecs.BOM_UTF8)
    try:
        return content, read_json(content.decode())
    except ValueError as error:
        raise UsageError(f"{name} is not JSON: {error}.") from None
