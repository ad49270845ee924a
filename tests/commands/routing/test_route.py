"""``didww route``: trees of the emulated account, what ends nowhere, and the requests that it takes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from didww_cli.emulator.serve import ServeOptions, running
from tests.conftest import run_line
from tests.terminal import in_terminal

NO_CHANNELS = "it has no channels: DIDWW says that it gets no calls until some are given"
CENTRE = "Contact centre (any number as caller, blocked)"
MAIN_GROUP = """\
│  ├─ first: priority 1
│  │  ├─ 66.7%  Berlin: 203.0.113.20 (port by DNS SRV), UDP, POP DE, FRA
│  │  └─ 33.3%  London: london.example.net:5061, TLS, POP NL, AMS
│  └─ then: priority 2
│     └─ 100%  Reception desk: registers with DIDWW, UDP
"""


def test_a_group_with_two_priorities_and_weights(didww):
    expected = (
        "527445550101  Reservaciones\n"
        "├─ capacity: no limit, 2 channels included, 0 dedicated\n"
        "├─ trunk group Main group, at most 100 calls\n"
        f"{MAIN_GROUP}"
        "├─ emergency: none\n"
        f"└─ outbound: {CENTRE}\n"
    )
    for typed in ("527445550101", "'+52 744 555-0101'", "'id:425aab50-09fc-5eea-b755-5b1e4d5cce0d'"):
        assert didww(f"route {typed}").out == expected


def test_a_trunk_and_capacity_beside_it(didww):
    assert didww("route 12125550100").out == (
        "12125550100  Main line\n"
        "├─ capacity: no limit, 0 channels included, 0 dedicated\n"
        f"│  └─ WARNING: {NO_CHANNELS}\n"
        "├─ trunk Headquarters: sip.example.com:5060, UDP, at most 30 calls, POP US, NY\n"
        "├─ emergency: New York emergency calls, active\n"
        "└─ outbound: Outbound America (as caller, emergency calls); "
        "Contact centre (any number as caller, emergency calls, blocked)\n"
    )
    capacity = [didww(f"route {number}").lines[1] for number in ("442079460000", "442079460001", "12125550102")]
    assert capacity == [
        "├─ capacity: no limit, 2 channels included, 2 dedicated of the pool Standard",
        "├─ capacity: no limit, 0 channels included, 0 dedicated, shares 6 channels and 2 metered of London office",
        "├─ capacity: at most 5 calls, 0 channels included, 0 dedicated",
    ]
    assert "phone 12025550199, at most 2 calls" in didww("route 527445550100").out


def test_a_metered_number_needs_no_channels(didww):
    assert didww("route 448081570000 -o json").json["warnings"] == []


def stopped(didww, number: str) -> list[str]:
    shown = didww(f"route {number} -o json").json
    assert shown["ends_nowhere"] is bool(shown["reasons"])
    lines = didww(f"route {number}").lines
    assert [line.partition("ENDS NOWHERE: ")[2] for line in lines if "ENDS NOWHERE" in line] == shown["reasons"]
    return shown["reasons"]


def test_each_way_of_ending_nowhere(didww):
    nowhere = "it is routed to no trunk and no trunk group"
    assert stopped(didww, "525555550100") == [nowhere]
    assert stopped(didww, "33199000000") == ["it awaits its registration", "it is blocked and takes no calls", nowhere]
    end = didww("dids get 441614960000 -o json").json["expires_at"][:10]
    assert stopped(didww, "441614960000") == [
        f"it is cancelled and gone after {end}; DIDWW says that calls may stop at once",
        "it is blocked and takes no calls",
        nowhere,
    ]
    didww("dids update 12125550102 --capacity-limit 0 --yes")
    assert stopped(didww, "12125550102") == ["its capacity limit is 0"]
    didww("trunks in update Headquarters --capacity-limit 0 --yes")
    assert stopped(didww, "12125550100") == ["trunk Headquarters: its capacity limit is 0"]
    assert "├─ trunk Headquarters: sip.example.com:5060, UDP, at most 0 calls, POP US, NY\n" in (
        shown := didww("route 12125550100").out
    )
    assert "│  └─ TAKES NO CALLS: its capacity limit is 0\n" in shown
    assert stopped(didww, "61255500000") == []
    didww("trunks in update 'Night watch' --capacity-limit 0 --yes")
    assert stopped(didww, "61255500000") == ["no trunk of the group Night shift takes calls"]
    didww("trunks in delete 'Night watch' --yes")
    assert stopped(didww, "61255500000") == ["trunk group Night shift has no trunks"]
    didww("trunks groups update 'Main group' --capacity-limit 0 --yes")
    assert stopped(didww, "12125550101") == ["trunk group Main group: its capacity limit is 0"]


def test_a_trunk_that_takes_none_stands_beside_others(didww):
    didww("trunks in update London --capacity-limit 0 --yes")
    assert stopped(didww, "527445550101") == []
    trunks = didww("route 527445550101 -o json").json["route"]["steps"][0]["trunks"]
    assert [(one["name"], one["share"], one["reasons"]) for one in trunks] == [
        ("Berlin", 66.7, []),
        ("London", 33.3, ["its capacity limit is 0"]),
    ]


def test_weights_that_are_all_0_tell_no_shares(didww):
    for name in ("London", "Berlin"):
        didww(f"trunks in update {name} --weight 0 --yes")
    assert "├─ share unknown (all weights are 0)  London: " in didww("route 527445550101").out


def test_json(didww):
    shown = didww("route 527445550100 -o json").json
    assert list(shown) == [
        *("number", "id", "description", "ends_nowhere", "reasons", "warnings"),
        *("capacity", "route", "emergency", "outbound"),
    ]
    assert shown["capacity"] == {
        "limit": None,
        "included_channels": 2,
        "dedicated_channels": 0,
        "pool": None,
        "shared_group": None,
    }
    steps = shown["route"].pop("steps")
    trunk = steps[0]["trunks"][0]
    assert {name: shown["route"][name] for name in ("kind", "name")} == {"kind": "trunk", "name": "Duty phone"}
    assert (trunk["phone"], trunk["share"], trunk["capacity_limit"], trunk["host"]) == ("12025550199", 100.0, 2, None)
    assert shown["emergency"] is None
    assert [(one["name"], one["active"]) for one in shown["outbound"]] == [("Contact centre", False)]
    two = didww("route 527445550101 527445550100 527445550101 -o json").json
    assert [one["number"] for one in two] == ["527445550101", "527445550100"]
    picked = didww("route 527445550101 --query 'route.steps[].trunks[].name'").json
    assert picked == ["Berlin", "London", "Reception desk"]


def test_rows(didww):
    header, row = didww("route 525555550100 -o csv").lines
    assert dict(zip(header.split(","), row.split(","), strict=False)) == {
        "number": "525555550100",
        "description": "",
        "ends_nowhere": "true",
        "reasons": "it is routed to no trunk and no trunk group",
        "warnings": NO_CHANNELS,
        "capacity.limit": "",
        "route.kind": "none",
        "route.name": "",
        "emergency.name": "",
        "outbound.name": "Contact centre",
        "id": didww("dids get 525555550100 -o ids").out.strip(),
    }
    assert didww("route -o ids").lines == didww("dids list -o ids").lines
    assert len(didww("route -o jsonl").lines) == 21
    assert didww("route -o markdown --filter number=525555550100").lines[0].startswith("| NUMBER ")
    assert "jsonapi" in didww("route -o jsonapi", code=2).err


def test_filters_are_those_of_the_list(didww):
    for given in ("voice_in_trunk=Headquarters", "description=Sales", "area_name=Acapulco", "blocked=true"):
        assert didww(f"route -f {given} -o ids").lines == didww(f"dids list -f {given} -o ids").lines
    assert "no filter" in didww("route -f bogus=1", code=2).err
    assert "Not both" in didww("route 1 -f blocked=true", code=2).err
    nobody = didww("route -f description=nobody -o json")
    assert (nobody.json, nobody.err) == ([], "No numbers match. Asked for: description=nobody.\n")


def test_only_those_that_end_nowhere(didww):
    found = didww("route --ends-nowhere -o json", code=10)
    assert len(found.json) == 9
    assert all(one["ends_nowhere"] for one in found.json)
    assert found.error["message"] == "9 of 21 numbers end nowhere."
    one = didww("route 12125550100 525555550100 --ends-nowhere", code=10)
    assert one.lines[:2] == ["525555550100", "├─ ENDS NOWHERE: it is routed to no trunk and no trunk group"]
    assert one.err == "Error: 1 of 2 numbers ends nowhere.\n"
    fine = didww("route --filter voice_in_trunk=Headquarters --ends-nowhere -o json")
    assert (fine.json, fine.err) == ([], "Every number rings somewhere (3 looked at).\n")


def test_unknown_numbers_are_told_as_get_tells_them(didww):
    for refs in ("99", "12125550100 99", "id:nobody", "Headquarters", "1,2"):
        told = didww(f"route {refs}", code=4)
        assert (told.out, told.err) == ("", didww(f"dids get {refs}", code=4).err)


@contextmanager
def account_of(dids: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with running(ServeOptions(port=0, dids=dids)) as (server, base_url):
        thread = threading.Thread(target=server.run)
        thread.start()
        monkeypatch.setenv("DIDWW_BASE_URL", base_url)
        monkeypatch.setenv("DIDWW_API_KEY", "key")
        try:
            yield
        finally:
            server.stop()
            thread.join(10)


def requests_of(line: str, numbers: int) -> list[str]:
    done = run_line(f"-v {line} -o jsonl")
    assert (done.code, len(done.lines)) == (0, numbers), str(done)
    sent = [words.split() for words in done.err.splitlines() if words.startswith("-> ")]
    return [path.partition("?")[0].rpartition("/")[2] for _, _, path, *_ in sent]


def test_a_request_a_type_however_many_numbers(monkeypatch):
    both = ["dids", "voice_out_trunks"]
    with account_of(250, monkeypatch):
        numbers = run_line("dids list -o tsv -c number").lines
        assert requests_of("route", 250) == both
        for count in (1, 5, 100):
            assert requests_of(f"route {' '.join(numbers[:count])}", count) == both
        # the URL holds a hundred of them
        assert requests_of(f"route {' '.join(numbers[:200])}", 200) == ["dids", "dids", "voice_out_trunks"]


def test_on_a_terminal_of_80_columns():
    shown = in_terminal(["--profile", "demo", "route", "525555550100", "527445550101"])
    assert shown.code == 0
    assert "├─ \x1b[31mENDS NOWHERE: it is routed to no trunk and no trunk group\x1b[0m" in shown.lines
    assert "│  │  ├─ 66.7%  Berlin: 203.0.113.20 (port by DNS SRV), UDP, POP DE, FRA" in shown.lines
    assert max(len(line.replace("\x1b[31m", "").replace("\x1b[0m", "")) for line in shown.lines) <= 80
    plain = in_terminal(["--profile", "demo", "route", "525555550100", "--no-color"])
    assert "├─ ENDS NOWHERE: it is routed to no trunk and no trunk group" in plain.lines
