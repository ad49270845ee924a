"""A small account on the scripted server for tests of ``--input``, which counts what is written."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys

from tests.conftest import document


def naming(attributes):
    """What a created record is called."""
    return attributes.get("name") or attributes.get("first_name")


class Account:
    """A small API: resources by id, answers to lists by id or name, and writes, some of which come to harm."""

    def __init__(self, server, kind="dids", records=()):
        self.kind, self.server = kind, server
        self.records = {record["id"]: record for record in records}
        self.harm = {}
        self.written = []
        server.answer(self)

    def __call__(self, seen):
        if seen.method == "GET":
            return self.listed(seen)
        identifier = seen.path.rpartition("/")[2] if seen.method != "POST" else f"n{len(self.records)}"
        self.written.append((seen.method, identifier))
        harm = self.harm.get(identifier if seen.method != "POST" else naming(seen.json["data"]["attributes"]))
        if harm and harm != "drop after":
            return harm
        self.apply(seen, identifier)
        if harm:
            return "drop"
        return (204, b"", {}) if seen.method == "DELETE" else document(self.records[identifier])

    def listed(self, seen):
        for key, value in seen.query.items():
            found = re.fullmatch(r"filter\[(.*)\]", key)
            if found:
                wanted = value.split(",")
                matching = [one for one in self.records.values() if self.value(one, found[1]) in wanted]
                return document(matching if f"/{self.kind}" in seen.path else [], meta={"total_records": len(matching)})
        return document(list(self.records.values()), meta={"total_records": len(self.records)})

    def value(self, record, name):
        return record["id"] if name == "id" else record["attributes"].get(name)

    def apply(self, seen, identifier):
        if seen.method == "DELETE":
            del self.records[identifier]
            return
        data = seen.json["data"]
        here = self.records.setdefault(identifier, {"id": identifier, "type": self.kind, "attributes": {}})
        here["attributes"].update(data.get("attributes", {}))


def did(number, **attributes):
    held = {"number": f"1202555{number:04d}", "description": "old", "capacity_limit": 5, "terminated": False}
    return {"id": f"d{number}", "type": "dids", "attributes": {**held, **attributes}}


def group(number, **attributes):
    attributes = {"name": f"G{number}", "capacity_limit": None, "external_reference_id": None, **attributes}
    return {"id": f"g{number}", "type": "voice_in_trunk_groups", "attributes": attributes}


def without_digests(path):
    """The lines of a results file, each of which must hold a digest, without it."""
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    assert all(re.fullmatch("[0-9a-f]{24}", line.pop("digest")) for line in lines)
    return lines


def rows_of(*numbers):
    return "ref,description\n" + "".join(f"1202555{number:04d},new\n" for number in numbers)


def names_of(*names, reference=False):
    head = "name,external_reference_id" if reference else "name"
    return head + "\n" + "".join(f"{name},r-{name}\n" if reference else f"{name}\n" for name in names)


def killed_at(server, account, line, nth):
    """Run a command line in a process of its own, killed when its n-th write is answered."""
    command = [sys.executable, "-m", "didww_cli", *line.split()]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ})
    answered = server.answers[0]

    def answer(seen):
        found = answered(seen)
        if len(account.written) == nth:
            process.send_signal(signal.SIGKILL)
            process.wait()
        return found

    server.answers[0] = answer
    process.communicate(timeout=60)
    server.answers[0] = answered
    assert process.returncode == -signal.SIGKILL
