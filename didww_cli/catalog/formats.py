"""The formats of the output and what each is like; ``output/formats.py`` has their writers.

They stand here, since settings and output both name them and may not import each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Format(StrEnum):
    """A format by its name.

    ``streams``: written while records arrive. ``tabular``: it has columns; ``header``: with titles. ``machine``: it is
    JSON, and so are errors beside it.
    """

    streams: bool
    tabular: bool
    header: bool
    machine: bool

    def __new__(cls, name: str, streams: bool, tabular: bool, header: bool, machine: bool) -> Format:
        one = str.__new__(cls, name)
        one._value_ = name
        one.streams, one.tabular, one.header, one.machine = streams, tabular, header, machine
        return one

    #                      streams tabular header machine
    TABLE = "table",       False,  True,   True,  False  # fmt: skip
    JSON = "json",         False,  False,  False, True  # fmt: skip
    JSONL = "jsonl",       True,   False,  False, True  # fmt: skip
    CSV = "csv",           True,   True,   True,  False  # fmt: skip
    TSV = "tsv",           True,   True,   False, False  # fmt: skip
    MARKDOWN = "markdown", True,   True,   True,  False  # fmt: skip
    IDS = "ids",           True,   False,  False, False  # fmt: skip
    JSONAPI = "jsonapi",   False,  False,  False, True  # fmt: skip


def listed(formats: Iterable[str], last: str = "or") -> str:
    """Formats in words: ``csv, tsv or ids``."""
    *names, end = formats
    return f"{', '.join(names)} {last} {end}" if names else end
