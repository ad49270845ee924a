"""What is written to the scripted server, and lines that write."""

from __future__ import annotations

WRITES = ("POST", "PATCH", "DELETE", "PUT")
ACTION = "--on-cli-mismatch-action reject_call"
PERSON = "identities create --identity-type personal --first-name A --last-name B"


def did(identifier="d1", **relationships):
    linked = {name: {"data": value} for name, value in relationships.items()}
    attributes = {"number": "12025550100", "description": "old", "capacity_limit": 5, "terminated": False}
    return {"id": identifier, "type": "dids", "attributes": attributes, "relationships": linked}


def out_attributes(method, **more):
    return {"name": "Out", "authentication_method": method, **more}


def out_trunk(method, dids=(), **more):
    linked = {"dids": {"data": [{"type": "dids", "id": one} for one in dids]}}
    return {
        "id": "o1",
        "type": "voice_out_trunks",
        "attributes": out_attributes(method, **more),
        "relationships": linked,
    }


def written(server):
    return [seen for seen in server.seen if seen.method in WRITES]
