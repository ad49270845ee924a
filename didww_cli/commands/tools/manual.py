"""Pages of the manual, for ``man``: what help and topics tell, in the language of troff."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import typer

from didww_cli import __version__
from didww_cli.commands.pages import EXAMPLES, Page, Rows, topic_page
from didww_cli.commands.topics import TOPICS
from didww_cli.errors import UsageError

SECTION = "1"
INSTALLED = "share/man/man1"
"""Where an installation has the pages, below its prefix."""
MARK = f'.\\" Written by didww {__version__}: didww help --man FOLDER\n'
"""The first line of a page: what bears it may be written again."""
MARKED = '.\\" Written by didww '
ROOT = "didww"
ESCAPED = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti"}
"""What troff would take for something else or show as another character."""


def manual(root: Any) -> dict[str, str]:
    """The text of each page by the name of its file: of the root, of all shown below it, and of the topics."""
    found = {
        _file(path): _command_page(path, page, below)
        for path, page, below in _walk(typer.Context(root, info_name=ROOT))
    }
    for topic, (about, blocks) in TOPICS.items():
        path = f"{ROOT} help {topic}"
        found[_file(path)] = _text(path, about, [*_blocks("DESCRIPTION", topic_page(blocks()).blocks)], [ROOT])
    return found


def _file(path: str) -> str:
    return f"{path.replace(' ', '-')}.{SECTION}"


def write_manual(root: Any, folder: Path) -> list[Path]:
    """Write all pages into a folder; UsageError, and nothing is written, where something else bears such a name."""
    pages = {folder / name: text for name, text in manual(root).items()}
    for path in pages:
        if path.exists() and not _ours(path):
            raise UsageError(f"{path} is there already and is no page of this manual; nothing was written.")
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in pages.items():
        path.write_text(text, encoding="ascii")
    return list(pages)


def installed() -> str:
    """How the pages of this installation are read, in a virtual environment too; empty where it has none."""
    import sysconfig

    folder = Path(sysconfig.get_path("data"), INSTALLED)
    return f"Pages for man: {folder} (man -l {folder / _file(ROOT)})" if (folder / _file(ROOT)).exists() else ""


def _ours(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MARKED)) == MARKED.encode()


def _walk(context: typer.Context) -> Iterator[tuple[str, Page, list[str]]]:
    """Every shown command with its page and the full names of what is below it."""
    command: Any = context.command
    names = command.list_commands(context) if hasattr(command, "list_commands") else []
    shown = [(name, one) for name in names if not (one := command.get_command(context, name)).hidden]
    path = context.command_path
    yield path, command.page(context), [f"{path} {name}" for name, _ in shown]
    for name, one in shown:
        yield from _walk(typer.Context(one, info_name=name, parent=context))


def _command_page(path: str, page: Page, below: list[str]) -> str:
    summary, *blocks = page.blocks
    others = [ROOT, path.rpartition(" ")[0], *below] if path != ROOT else below
    usage = page.usage.removeprefix(path)
    parts = [".SH SYNOPSIS", f".B {_escaped(path)}", _escaped(usage.strip()), *_blocks("DESCRIPTION", blocks)]
    return _text(path, str(summary), parts, others)


def _text(path: str, summary: str, parts: Iterable[str], others: Iterable[str]) -> str:
    name = path.replace(" ", "-")
    lines = [
        f'.TH "{_escaped(name.upper())}" "{SECTION}" "" "didww {_escaped(__version__)}" "didww"',
        ".nh",  # names of options are broken at no hyphen
        ".ad l",
        ".SH NAME",
        f"{_escaped(name)} \\- {_escaped(_joined(summary))}",
        *parts,
        ".SH SEE ALSO",
        ",\n".join(f".BR {_escaped(one.replace(' ', '-'))} ({SECTION})" for one in dict.fromkeys(others)),
    ]
    return MARK + "\n".join(lines) + "\n"


def _blocks(heading: str, blocks: Iterable[str | Rows]) -> Iterator[str]:
    """Rows under their headings, paragraphs under ``heading``; those behind options or commands belong to them."""
    under = ""
    for block in blocks:
        own = block.heading.upper() if isinstance(block, Rows) else ""
        title = own or (heading if under in ("", EXAMPLES.upper()) else under)
        begins, under = title != under, title
        if begins:
            yield f".SH {_escaped(title)}"
        yield from _rows(block) if isinstance(block, Rows) else _paragraph(block, begins)


def _paragraph(text: str, begins: bool) -> Iterator[str]:
    """Its lines; ``begins``: a heading stands before it, which parts it well enough."""
    first, *items = re.split(r"(?:^|\n)- ", text)
    if first:
        yield from ([] if begins else [".PP"])
        yield _escaped(_joined(first))
    for item in items:
        yield from (".IP \\(bu 2", _escaped(_joined(item)))


def _rows(block: Rows) -> Iterator[str]:
    for name, told in block.rows:
        shown = _escaped(name.strip()).replace("/", r"/\:")  # a line may break there
        yield from (".TP", f".B {shown}", _escaped(told) or r"\&")


def _joined(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    """A text that stands for itself, in ASCII."""
    found = "".join(ESCAPED.get(one, one) if one.isascii() else f"\\[u{ord(one):04X}]" for one in text)
    return rf"\&{found}" if found.startswith(".") else found
