"""``-`` in place of references: those on standard input, one a line."""

from __future__ import annotations

import pytest

UNKNOWN = "00000000-0000-0000-0000-000000000000"
NOT_FOUND = f"There is no DID with the id {UNKNOWN}."


def test_references_stand_one_a_line(didww):
    given = "\ufeff# mine\n12125550100\n\n  +1 212 555 0101\r\n12125550100\n"
    told = didww("dids update - --description New -o json", stdin=given)
    assert [one["number"] for one in told.json] == ["12125550100", "12125550101"]
    assert {one["description"] for one in told.json} == {"New"}
    assert didww("dids cancel - --yes -o ids", stdin=given).lines == didww("dids get - -o ids", stdin=given).lines[:2]


def test_a_list_of_one_is_a_list(didww):
    one = didww("trunks in list -n 1 -o ids").out
    assert isinstance(didww("trunks in get - -o json", stdin=one).json, list)
    assert isinstance(didww("trunks in update - --description x -o json", stdin=one).json, list)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("12125550100\nnobody\n\n#\n404\n", ["Line 2: There is no DID 'nobody'.", "Line 5: There is no DID '404'."]),
        (f"12125550100\n{UNKNOWN}\n", [f"Line 2: {NOT_FOUND}"]),
    ],
)
def test_bad_ones_are_named_with_their_line_before_anything_is_sent(didww, given, told):
    before = didww("dids list -o json").json
    error = didww("dids update - --description New -o json", stdin=given, code=4).error
    assert error["message"].splitlines() == told
    assert didww("dids list -o json").json == before


@pytest.mark.parametrize(
    ("line", "given", "told"),
    [
        ("dids get -", "1\nid:\n", "Line 2: After id: the id is missing."),
        ("dids get -", "# none\n\n", "names nothing"),
        ("dids get - 1", "1", "stands alone"),
        ("dids update - --data -", "1", "both the references and --data"),
        ("dids update - --input -", "1", "--input says which ones already"),
        ("dids update - --filter number=1 --description x", "1", "Not both"),
    ],
)
def test_what_cannot_be_meant_is_refused(server, live, line, given, told):
    assert told in live(line, stdin=given, code=2).err
    assert server.seen == []


def test_other_commands_read_them_too(didww, tmp_path):
    numbers = didww("dids list -f country.iso=US -o ids").out
    assert len(didww("route - -o json", stdin=numbers).json) == len(numbers.split())
    orders = "ABK-100001\nABK-100002\n"
    assert len(didww("orders wait - -o json", stdin=orders).json) == 2
    didww(f"exports download - --to {tmp_path / 'calls.csv'}", stdin="export-calls-in\n")
    assert didww("trunks groups delete -", stdin="Main group\n", code=9).out == ""
