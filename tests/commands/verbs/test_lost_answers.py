"""A write whose answer is lost says which command shows what became of it, and that command runs."""

from __future__ import annotations

import os

import pytest

from tests.conftest import document

TRUNK = {"id": "t 1", "type": "voice_in_trunks", "attributes": {"name": "A desk", "capacity_limit": 1}}


@pytest.mark.parametrize(
    ("line", "look"),
    [
        ("trunks in update 'id:t 1' --capacity-limit 2", "didww trunks in get 'id:t 1'"),
        ("trunks in delete 'id:t 1' --yes", "didww trunks in get 'id:t 1'"),
        ("trunks in create --name 'A desk' --pstn-dst 12025550100", "didww trunks in list -f 'name=A desk'"),
        ("trunks groups create --name 'A group'", "didww trunks groups list -s -created_at -n 20"),
    ],
)
def test_the_command_that_shows_what_became_of_it(server, live, line, look):
    def account(seen):
        if seen.method != "GET":
            return 502, {"errors": []}, {}
        listed = seen.path.count("/") == 2
        return document([TRUNK] if listed and "trunk_groups" not in seen.path else [] if listed else TRUNK)

    server.answer(account)
    error = live(f"{line} -o json", code=8).error
    assert error["kind"] == "outcome_unknown"
    assert error["hint"].splitlines() == ["It may have happened. Look before you repeat it:", f"  {look}"]
    live(look.removeprefix("didww "))


@pytest.mark.parametrize("named", ["--profile 'my work'", "--profile 'my work' --api-version 2026-04-16"])
def test_it_is_looked_for_in_the_account_of_the_run(server, live, tmp_path, monkeypatch, named):
    """In another one it would not be found, and be made twice."""
    config = tmp_path / "config.toml"
    config.write_text(f'[profiles."my work"]\napi_key = "any"\nbase_url = "{os.environ["DIDWW_BASE_URL"]}"\n')
    config.chmod(0o600)
    monkeypatch.setenv("DIDWW_CONFIG", str(config))
    server.answer(lambda seen: (502, {"errors": []}, {}))
    error = live(f"{named} trunks in create --name Desk --pstn-dst 12025550100 -o json", code=8).error
    assert error["hint"].splitlines()[1:] == [f"  didww {named} trunks in list -f name=Desk"]


@pytest.mark.parametrize("lost", [1, 2, 3])
def test_of_several_those_that_were_not_tried_are_named(server, live, lost):
    numbers = ["12025550101", "12025550102", "12025550103"]
    patched = []

    def account(seen):
        if seen.method == "PATCH":
            patched.append(seen.path)
            if len(patched) == lost:
                return 502, {"errors": []}, {}
        number = seen.path.removeprefix("/v3/dids/")
        held = {"number": number, "terminated": seen.method == "PATCH"}
        return document({"id": number, "type": "dids", "attributes": held})

    server.answer(account)
    refs = " ".join(f"id:{number}" for number in numbers)
    told = live(f"dids cancel {refs} --yes -o json", code=8).error["message"]
    assert told.startswith(f"{numbers[lost - 1]}: The request was sent, but its outcome is unknown")
    assert ("(1 of 3 dids are done before.)" in told) == (lost == 2)
    untried = numbers[lost:]
    assert told.endswith(f"\nNot tried: {', '.join(untried)}.") == bool(untried)
    assert ("Not tried" in told) == bool(untried)
    assert len(patched) == lost
