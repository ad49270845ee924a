"""Tables after writes show what was written, and no more; refused writes say that nothing was changed."""

from __future__ import annotations

import pytest

from tests.conftest import document, problem
from tests.spoken import in_each_version

pytest_generate_tests = in_each_version

NUMBER = {"id": "d1", "type": "dids", "attributes": {"number": "12125550100", "description": "a"}}


def test_one_field_is_shown_and_the_rest_with_verbose(didww):
    assert didww("dids update 12125550100 --description Desk").lines == [
        "number       12125550100",
        "description  Desk",
    ]
    assert len(didww("-v dids update 12125550100 --description Door").lines) > 10


def test_a_route_is_shown_by_name(didww):
    assert didww("dids update 12135550100 --voice-in-trunk Headquarters").lines == [
        "number          12135550100",
        "voice_in_trunk  Headquarters",
    ]
    assert didww("dids update 12135550100 --voice-in-trunk-group 'Main group' -o csv").lines[1].split(",")[:3] == [
        "12135550100",
        "Main group",
        "",
    ]
    made = didww("trunks groups create --name More --voice-in-trunks 'Duty phone' --yes").out
    assert "voice_in_trunks        Duty phone" in made


def test_a_value_with_line_ends_makes_no_lines_of_its_own(didww):
    told = didww("dids update 12125550100 --description 'a\n12125550101: voice_in_trunk: x → y'").err
    assert told == "description: Main line → a\\n12125550101: voice_in_trunk: x → y\n"


def test_only_what_changed_is_shown_and_the_rest_counted(didww):
    done = didww("dids update 12125550100 12125550102 12135550100 --voice-in-trunk Headquarters --yes")
    assert [line.split()[0] for line in done.lines] == ["NUMBER", "12125550102", "12135550100"]
    assert "1 unchanged." in done.err
    again = didww("dids update 12125550102 12135550100 --voice-in-trunk Headquarters --yes")
    assert again.out == ""
    assert "2 unchanged." in again.err
    assert len(didww("dids update 12125550102 12135550100 --voice-in-trunk Headquarters --yes -o json").json) == 2


def test_a_route_that_stays_is_shown_as_it_is(didww, tmp_path):
    done = didww("dids update 12125550100 12125550101 --voice-in-trunk Headquarters --description d -o json --dry-run")
    assert ["relationships" in one["body"]["data"] for one in done.json] == [False, True]
    done = didww("dids update 12125550100 12125550101 --voice-in-trunk Headquarters --description d")
    assert [line.split() for line in done.lines[1:]] == [
        ["12125550100", "d", "Headquarters", "-"],
        ["12125550101", "d", "Headquarters", "-"],
    ]
    rows = tmp_path / "rows.csv"
    rows.write_text("ref,voice_in_trunk,description\n12125550101,Berlin,e\n12125550102,,e\n")
    done = didww(f"dids update --input {rows}")
    assert [line.split(maxsplit=3) for line in done.lines] == [
        ["NUMBER", "DESCRIPTION", "VOICE", "IN TRUNK"],
        ["12125550101", "e", "Berlin"],
        ["12125550102", "e", "-"],
    ]
    rows.write_text("ref,voice_in_trunk,description\n12125550100,,f\n12125550102,Berlin,f\n")
    done = didww(f"dids update --input {rows} -o csv")
    assert [line.split(",")[:4] for line in done.lines] == [
        ["number", "description", "voice_in_trunk", "voice_in_trunk_group"],
        ["12125550100", "f", "Headquarters", ""],
        ["12125550102", "f", "Berlin", ""],
    ]


def test_rows_of_bulk_work(didww, tmp_path):
    rows = tmp_path / "rows.csv"
    rows.write_text("ref,voice_in_trunk,description\n12125550100,Headquarters,Main line\n12135550100,Headquarters,\n")
    done = didww(f"dids update --input {rows}")
    assert [line.split() for line in done.lines] == [
        ["NUMBER", "VOICE", "IN", "TRUNK"],
        ["12135550100", "Headquarters"],
    ]
    assert done.err.endswith("1 done, 1 unchanged.\n")


def test_secrets_are_masked(didww):
    shown = didww(
        "trunks in update Headquarters --sip-auth-enabled --sip-auth-user me --sip-auth-password geheim99"
    ).out
    assert "geheim99" not in shown
    assert "********" in shown
    assert "geheim99" not in didww("trunks in update Headquarters --sip-auth-password geheim98 -o csv").out


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_refused_write_says_that_nothing_was_changed(server, live, form):
    server.answer(document(NUMBER), problem(422, "description is reserved"))
    done = live(f"dids update id:d1 --description b -o {form}", code=5)
    assert "description: a → b" in done.err
    assert "Nothing was changed." in done.err
    assert done.out == ""
