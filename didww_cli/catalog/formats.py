"""The formats of the output and what each is like; ``output/formats.py`` has their writers.

They stand here, since settings and output both name them and may not import each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Format(StrEnum):
    """A format by its name.

    ``streams``: written while records arrive. ``tabular``: it has columns; ``header``: with titles. ``machine``: it is
    JSON, and so are errors beside it. ``links``: what can be written stands in it, asked for or not.
    """

    streams: bool
    tabular: bool
    header: bool
    machine: bool
    links: bool

    def __new__(cls, name: str, streams: bool, tabular: bool, header: bool, machine: bool, links: bool) -> Format:
        one = str.__new__(cls, name)
        one._value_ = name
        one.streams, one.tabular, one.header, one.machine, one.links = streams, tabular, header, machine, links
        return one

    #                      streams tabular header machine links
    TABLE = "table",       False,  True,   True,  False,  False  # fmt: skip
    JSON = "json",         False,  False,  False, True,   True  # fmt: skip
    JSONL = "jsonl",       True,   False,  False, True,   True  # fmt: skip
    CSV = "csv",           True,   True,   True,  False,  True  # fmt: skip
    TSV = "tsv",           True,   True,   False, False,  True  # fmt: skip
    MARKDOWN = "markdown", True,   True,   True,  False,  False  # fmt: skip
    IDS = "ids",           True,   False,  False, False,  False  # fmt: skip
    JSONAPI = "jsonapi",   False,  False,  False, True,   False  # fmt: skip


def listed(formats: Iterable[str], last: str = "or") -> str:
    """Formats in words: ``csv, tsv or ids``."""
    *names, end = formats
    return f"{', '.join(names)} {last} {end}" if names else end


SAYS = {
    Format.TABLE: "for people: fits the terminal, masks secrets, tells which columns found no room",
    Format.JSON: "an array, or one object: whole or not at all",
    Format.JSONL: "an object a line, as they come",
    Format.CSV: "the columns of the table, and what a record is linked to; --csv-safe for spreadsheets",
    Format.TSV: "the same, parted by tabs, without titles",
    Format.MARKDOWN: "all columns of the table, for a ticket",
    Format.IDS: "the ids alone",
    Format.JSONAPI: "the server's own documents",
}
"""What each is, in words."""
TAKEN_BACK = (Format.JSONL, Format.CSV)
"""What ``--input`` takes."""
