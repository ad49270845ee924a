"""``--pop``: the name of a point of presence in version 2026-04-16, one of a few codes from 2026-11-19 on."""

from __future__ import annotations

import pytest

from tests.spoken import NEW, OLD, in_each_version

pytest_generate_tests = in_each_version

NAMES = {OLD: ("DE, FRA", "US, MIA"), NEW: ("FRA", "MIA")}


@pytest.fixture
def spoken(didww, version):
    return didww, *NAMES[version]


def test_it_is_set_shown_and_cleared(spoken):
    run, first, second = spoken
    assert run(f"trunks in create --name Here --pstn-dst 493012345 --pop '{first}' -o ids").out
    assert run("trunks in get Here -c pop").out.split(maxsplit=1) == ["POP", f"{first}\n"]
    assert f"pop: {first} → {second}\n" in run(f"trunks in update Here --pop '{second}'").err
    assert f"Here,{second}\n" in run("trunks in list -o tsv -c name,pop").out.replace("\t", ",")
    assert "nothing changes" in run("trunks in update Here --data -", stdin=run("trunks in get Here -o json").out).err
    run("trunks in update Here --pop none")
    assert run("trunks in get Here -o json").json["pop"] is None
    last = run("journal list -o json -n 1").json[0]["n"]
    run(f"journal undo {last} --yes")
    assert run("trunks in get Here -o csv -c pop").lines[1].strip('"') == second


def test_rows_set_it(spoken, tmp_path):
    run, first, second = spoken
    rows = tmp_path / "rows.csv"
    rows.write_text(f'ref,pop\nLondon,"{first}"\nBerlin,null\nHeadquarters,"{second}"\n')
    run(f"trunks in update --input {rows} --yes")
    shown = {one["name"]: one["pop"] for one in run("trunks in list -o json").json}
    assert [_name(shown[name]) for name in ("London", "Berlin", "Headquarters")] == [first, None, second]
    rows.write_text("ref,pop\nLondon,Moon\n")
    assert "line 2: pop" in run(f"trunks in update --input {rows} --yes", code=4 if first == NAMES[OLD][0] else 2).err


def _name(pop):
    return pop["name"] if isinstance(pop, dict) else pop


def test_a_number_is_routed_by_it(spoken):
    run, _, _ = spoken
    steps = run("route 12125550100 -o json").json["route"]["steps"]
    assert steps[0]["trunks"][0]["pop"] in ("US, NY", "NYC")


def test_a_snapshot_holds_it_and_puts_it_back(spoken, tmp_path):
    run, first, _ = spoken
    saved = tmp_path / "account.toml"
    run(f"snapshot save {saved} --only voice_in_trunks")
    run(f"trunks in update Headquarters --pop '{first}'")
    assert first in run(f"snapshot diff {saved}", code=10).out
    run(f"snapshot apply {saved} --yes")
    run(f"snapshot diff {saved}")
