"""Writes that ask first, on the scripted server."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

AHEAD, OVER = (f"{datetime.now(UTC) + timedelta(days=days):%Y-%m-%dT%H:%M:%S.000Z}" for days in (9, -9))
WRITES = ("POST", "PATCH", "DELETE")


def record(kind, identifier="r1", links=None, **attributes):
    linked = {name: {"data": value} for name, value in (links or {}).items()}
    return {"id": identifier, "type": kind, "attributes": attributes, "relationships": linked}


def did(identifier="d1", links=None, **attributes):
    held = {"number": "12025550100", "terminated": False, "billing_cycles_count": None, "expires_at": AHEAD}
    return record("dids", identifier, links, **{**held, **attributes})


def sent(server):
    """The attributes and relationships of the writes that the server got."""
    writes = (seen for seen in server.seen if seen.method in WRITES and seen.body and seen.path != "/token")
    bodies = [json.loads(seen.body)["data"] for seen in writes]
    return [{**body.get("attributes", {}), **body.get("relationships", {})} for body in bodies]


def asked(server, live, line):
    """What a command line tells and asks; nothing is written until ``--yes``, which does not ask."""
    told = live(line, code=9).err
    assert sent(server) == []
    assert "This needs a confirmation" in told
    live(f"{line} --dry-run")
    assert sent(server) == []
    assert "confirmation" not in live(f"{line} --yes").err
    return told
