"""Kinds of work on rows, and the accounts that they are done on."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass

from tests.bulk_account import Account, did, group, naming

LETTERS = "ABCDEFXYZ"


@dataclass
class Kind:
    """A kind of work on rows called by a letter. ``row``: a line of CSV; ``values``: the usual one, and another."""

    line: str
    head: str
    row: str
    type: str
    values: tuple = ("v", "w")
    named: bool = True
    there: bool = False

    def account(self, server):
        if self.type == "dids":
            return Account(server, records=[did(at) for at, _ in enumerate(LETTERS)])
        there = [group(at, name=f"G{one}") for at, one in enumerate(LETTERS)] if self.there else []
        return Account(server, self.type, there)

    def one(self, letter, *, other=False):
        number = f"1202555{LETTERS.index(letter):04d}"
        return self.row.format(letter=letter, number=number, value=self.values[other])

    def harmed(self, letter):
        """What the account calls the record of a row, to do it harm."""
        if self.line.endswith("create"):
            return f"F{letter}"
        return f"{'g' if self.there else 'd'}{LETTERS.index(letter)}"

    def written(self, server):
        """How often each row was written, by letter."""
        found = Counter()
        for seen in server.seen:
            if seen.method == "POST":
                found[naming(seen.json["data"]["attributes"])[-1]] += 1
            elif seen.method != "GET":
                found[LETTERS[int(seen.path.rpartition("/")[2][1:])]] += 1
        return found


IDENTITY = "identity_type,last_name,phone_number,first_name,description"
GROUPS = "voice_in_trunk_groups"
KINDS = {
    "update": Kind("dids update", "ref,description", "{number},{value}", "dids"),
    "delete": Kind("trunks groups delete --yes", "ref,name", "G{letter},{value}", GROUPS, there=True),
    "create, ref": Kind(
        "trunks groups create", "ref,name,capacity_limit", "{letter},F{letter},{value}", GROUPS, ("7", "8")
    ),
    "create, reference": Kind(
        "trunks groups create",
        "name,external_reference_id,capacity_limit",
        "F{letter},r{letter},{value}",
        GROUPS,
        ("7", "8"),
    ),
    "create, nameless": Kind(
        "identities create", IDENTITY, "personal,L,12025550100,F{letter},{value}", "identities", named=False
    ),
}


def rows(kind, *letters, other=""):
    return [kind.one(letter, other=letter in other) for letter in letters]


def process(line, **more):
    """A command line in a process of its own."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, **more}
    return subprocess.Popen([sys.executable, "-m", "didww_cli", *shlex.split(line)], env={**os.environ}, **streams)
