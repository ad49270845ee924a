"""A snapshot put back makes the account what it was, byte for byte, also where every request fails once."""

from __future__ import annotations

import random

import pytest
import requests

from didww_cli.catalog import BY_TYPE
from didww_cli.catalog.snapshots import snapshot_types
from didww_cli.emulator.transport import EmulatorAdapter
from didww_cli.errors import DidwwError
from didww_cli.jsonapi.client import Client
from didww_cli.jsonapi.credentials import Credentials
from didww_cli.jsonapi.speech import Speech
from didww_cli.jsonapi.transport import Connection
from didww_cli.workflows.snapshot.account import content_of, read_account
from didww_cli.workflows.snapshot.applying import carry_out, plan_of
from didww_cli.workflows.snapshot.files import read_snapshot, written
from didww_cli.workflows.writing.door import Door
from didww_cli.workflows.writing.linking import Linker
from didww_cli.workflows.writing.request import Request
from didww_cli.workflows.writing.writes import patch

BASE = "https://demo.didww.example/v3"
WRITES = ("POST", "PATCH", "DELETE")


class Failing(EmulatorAdapter):
    """The emulated account; its ``fails``-th request breaks off, before it arrives or after it was done."""

    def __init__(self) -> None:
        super().__init__()
        self.count, self.fails, self.after, self.made = 0, 0, False, []

    def send(self, request, **more):
        self.count += 1
        if self.count == self.fails and not self.after:
            raise requests.ConnectionError("reset", request=request)
        answer = super().send(request, **more)
        if request.method == "POST":
            self.made.append(answer.json()["data"]["id"])
        if self.count == self.fails:
            raise requests.ConnectionError("reset", request=request)
        return answer


@pytest.fixture
def account():
    return Failing()


def client_of(adapter) -> Client:
    credentials = Credentials(lambda: ("demo", "test"), (BASE,), public=True)
    return Client(Connection(BASE, Speech("2026-04-16", credentials), "test", adapter=adapter, retries=0))


def saved(client, path) -> bytes:
    content = written(content_of(read_account(client, snapshot_types())), path)
    path.write_bytes(content)
    return content


def apply(client, path):
    """What applying a file comes to: how many steps are done, and the first failure."""
    types = snapshot_types()
    held = read_account(client, types)
    plan = plan_of(types, read_snapshot(path), held, [], Linker(client), delete=True)
    assert plan.unmapped == []
    ended = list(carry_out(Door(client), plan.steps, held, keep_going=False))
    return sum(one.failure is None for one in ended), next((one.failure for one in ended if one.failure), None)


def changed_at_random(client, many: int, seed: int) -> None:
    """So many changes of numbers, trunks and groups; some are made, some go."""
    chance, door = random.Random(seed), Door(client)
    ids = {kind: [one["id"] for one in client.list(BY_TYPE[kind])] for kind in KINDS}
    for at in range(many):
        try:
            door.send(_change(chance, ids, at))
        except DidwwError:
            continue


KINDS = ("dids", "voice_in_trunks", "voice_in_trunk_groups", "voice_out_trunks", "shared_capacity_groups")


def _change(chance: random.Random, ids: dict[str, list[str]], at: int) -> Request:
    kind = chance.choice(
        ["dids", "dids", "dids", "voice_in_trunks", "voice_in_trunk_groups", "voice_out_trunks", "make", "drop"]
    )
    if kind == "make":
        body = {"data": {"type": "voice_in_trunk_groups", "attributes": {"name": f"Made {at}"}}}
        return Request("POST", "/voice_in_trunk_groups", body)
    if kind == "drop":
        gone = chance.choice(["voice_in_trunk_groups", "voice_in_trunks", "shared_capacity_groups"])
        return Request("DELETE", f"/{gone}/{chance.choice(ids[gone])}", None)
    number = chance.randint(1, 30)
    attributes = {
        "dids": {"description": f"changed {at}", "capacity_limit": chance.choice([None, number])},
        "voice_in_trunks": {"priority": number, "cli_prefix": chance.choice([None, str(number)])},
        "voice_in_trunk_groups": {"capacity_limit": number},
        "voice_out_trunks": {"capacity_limit": number, "allowed_rtp_ips": [f"198.51.100.{number}/32"]},
    }[kind]
    links = {}
    if kind == "dids":
        target = chance.choice(["voice_in_trunk", "voice_in_trunk_group"])
        linked = {"type": f"{target}s", "id": chance.choice(ids[f"{target}s"])}
        other = "voice_in_trunk" if target == "voice_in_trunk_group" else "voice_in_trunk_group"
        links = {target: {"data": chance.choice([None, linked])}, other: {"data": None}}
    elif kind == "voice_in_trunks":
        group = {"type": "voice_in_trunk_groups", "id": chance.choice(ids["voice_in_trunk_groups"])}
        links = {"voice_in_trunk_group": {"data": chance.choice([None, group])}}
    return patch(BY_TYPE[kind], chance.choice(ids[kind]), attributes, links)


@pytest.mark.parametrize("name", ["account.toml", "account.json"])
def test_after_two_hundred_changes(account, tmp_path, name):
    client, path = client_of(account), tmp_path / name
    before = saved(client, path)
    changed_at_random(client, 200, seed=7)
    assert saved(client, tmp_path / f"changed-{name}") != before
    done, failure = apply(client, path)
    assert failure is None, failure
    assert done > 20
    assert saved(client, tmp_path / f"after-{name}") == before
    assert apply(client, path) == (0, None)


@pytest.mark.parametrize("after", [False, True], ids=["before it arrives", "after it was done"])
def test_with_a_failure_at_every_request(tmp_path, after):
    fails = done = 0
    while True:
        fails += 1
        account = Failing()
        client, path = client_of(account), tmp_path / "account.toml"
        before = saved(client, path)
        changed_at_random(client, 40, seed=3)
        account.count, account.fails, account.after, account.made = 0, fails, after, []
        try:
            done, failure = apply(client, path)
        except DidwwError as error:
            failure = error
        if account.count < fails:
            break
        account.fails = 0
        assert failure is not None
        assert apply(client, path)[1] is None
        assert saved(client, tmp_path / "after.toml") == before
        names = [one["name"] for kind in KINDS[1:] for one in client.list(BY_TYPE[kind])]
        assert len(names) == len(set(names))
    assert fails > 15
    assert done > 10
