"""The completion scripts: for each shell a short program, and after it what may stand where, as data."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from didww_cli.commands.tools.completion_programs import BASH, CASE_END, FISH, POWERSHELL, ZSH, ZSH_END

Word = tuple[str, str]
"""What is completed, and what it means."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What may stand at a place of the line.

    ``kind``: ``words``, ``list`` (words with commas between them), ``files``, ``profiles``, ``names`` (those kept of
    records of these types), ``several`` (such names with commas between them, so that none with a comma is offered),
    ``text`` (anything), or ``alias`` (the word is another name of these).
    """

    kind: str
    words: tuple[Word, ...] = ()


NAMES, SEVERAL = "names", "several"
FILES, PROFILES, TEXT = Offer("files"), Offer("profiles"), Offer("text")


def _branches(offers: Mapping[str, Offer], quote: str = r"'\''") -> Iterator[tuple[list[str], Offer, list[str]]]:
    """Each offer with the keys of all places where it stands, quoted, and the beginning of a line for each word."""
    found: dict[Offer, list[str]] = {}
    for key, offer in offers.items():
        found.setdefault(offer, []).append(key)
    for offer, keys in found.items():
        yield [f"'{key}'" for key in keys], offer, [said.replace("'", quote) for _, said in offer.words]


def _bash(offers: Mapping[str, Offer]) -> str:
    text = BASH
    for keys, offer, _ in _branches(offers):
        words = textwrap.wrap(" ".join(word for word, _ in offer.words), 100, break_on_hyphens=False)
        found = "\n        ".join(words)
        text += "    " + "|\\\n    ".join(keys) + f")\n      kind={offer.kind} found='{found}' ;;\n"
    return text + CASE_END


def _zsh(offers: Mapping[str, Offer]) -> str:
    text = ZSH
    for keys, offer, helps in _branches(offers):
        pairs = zip(offer.words, helps, strict=True)
        found = "".join(f"\n        '{word}{':' if said else ''}{said}'" for (word, _), said in pairs)
        text += "    " + "|\\\n    ".join(keys) + f")\n      kind={offer.kind} found=({found}) ;;\n"
    return text + CASE_END + ZSH_END


def _fish(offers: Mapping[str, Offer]) -> str:
    text = FISH
    for keys, offer, helps in _branches(offers, r"\'"):
        pairs = zip(offer.words, helps, strict=True)
        found = "".join(f" \\\n                '{word}'\\t'{said}'" for (word, _), said in pairs)
        text += "        case " + " \\\n            ".join(keys)
        text += f"\n            set kind {offer.kind}\n            set found{found}\n"
    return text + "        case '*'\n            return 1\n    end\n    return 0\nend\n"


def _without_names(offers: Mapping[str, Offer]) -> dict[str, Offer]:
    """The offers of a shell that does not read kept names: a value of an option is anything then."""
    return {
        key: TEXT if offer.kind in (NAMES, SEVERAL) else offer
        for key, offer in offers.items()
        if offer.kind not in (NAMES, SEVERAL) or (key.startswith("values:") and not key.endswith("="))
    }


def _powershell(offers: Mapping[str, Offer]) -> str:
    text = POWERSHELL
    for keys, offer, helps in _branches(_without_names(offers), "''"):
        pairs = zip(offer.words, helps, strict=True)
        found = "".join(f",\n        '{word}|{said}'" for (word, _), said in pairs)
        text += "foreach ($key in " + ",\n    ".join(keys)
        text += f") {{\n    $DidwwOffers[$key] = @(\n        '{offer.kind}'{found}\n    )\n}}\n"
    return text


SCRIPTS: dict[str, Callable[[Mapping[str, Offer]], str]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
    "powershell": _powershell,
}
"""What makes the script of each shell. Words hold letters, digits and ``-_.=/`` alone, so that none needs quoting."""
