"""What is given by file or standard input: the content of ``FILE|-``, and references one a line."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from didww_cli.commands.tree import argument
from didww_cli.errors import UsageError


def content_of(name: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``; UsageError where they cannot be read."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        raise UsageError(f"Cannot read {name}: {getattr(error, 'strerror', None) or error}.") from None


def references(help: str, *, required: bool = True, metavar: str = "REF...") -> Any:
    """The argument ``refs``: one or more REFs, or ``-`` for those on standard input."""
    found = argument("refs", help=f"{help} - reads them from stdin, one a line.", many=True, required=required)
    found.metavar = metavar if required else f"[{metavar.removesuffix('...')}]..."
    found.callback = _with_lines
    return found


def _with_lines(context: Any, _: Any, refs: Sequence[str]) -> Sequence[str]:
    if "-" not in (refs or ()) or context.resilient_parsing:
        return refs
    if len(refs) > 1:
        raise UsageError("- stands alone: it reads all references from standard input.")
    return lines_of(content_of("-"))


def refuse_two_inputs(refs: Sequence[str], data: str | None) -> None:
    """UsageError where standard input is to be both the references and ``--data``."""
    from didww_cli.workflows.reading.references import FromLine

    if data == "-" and any(isinstance(ref, FromLine) for ref in refs):
        raise UsageError("Standard input cannot be both the references and --data.")


def lines_of(content: bytes) -> list[str]:
    """The references in a text, one a line, without blank lines and comments (``#``); UsageError for what is none."""
    from didww_cli.workflows.reading.references import FromLine, given_id

    try:
        lines = content.removeprefix(codecs.BOM_UTF8).decode().splitlines()
    except UnicodeDecodeError:
        raise UsageError("Standard input is no UTF-8 text.") from None
    found, wrong = [], []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        reference = FromLine(line.strip())
        reference.line = number
        found.append(reference)
        try:
            given_id(reference)
        except UsageError as error:
            wrong.append(f"Line {number}: {error.message}")
    if wrong:
        raise UsageError("\n".join(wrong))
    if not found:
        raise UsageError("Standard input names nothing; nothing was sent.")
    return list(found)


def json_of(name: str) -> tuple[bytes, Any]:
    """JSON in a file or on standard input, as bytes without a byte order mark and as what it says."""
    from didww_cli.catalog.forms import read_json

    content = content_of(name).removeprefix(codecs.BOM_UTF8)
    try:
        return content, read_json(content.decode())
    except ValueError as error:
        raise UsageError(f"{name} is not JSON: {error}.") from None
