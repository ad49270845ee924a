"""Rows of a made-up type: CSV and JSON lines, columns, digests, and all problems at once."""

from __future__ import annotations

import io

import pytest

from didww_cli.errors import UsageError
from didww_cli.workflows.bulk.digests import Digests
from didww_cli.workflows.bulk.row_columns import columns_of, naming_member, sendable
from didww_cli.workflows.bulk.row_drafts import columns_of_table, wanted_rows
from didww_cli.workflows.bulk.rows import Row, read_table
from didww_cli.workflows.writing.drafts import Draft, Links
from tests.made_up.conftest import PAGERS


def rows_of(text, action="update", common=None):
    table = read_table("rows", io.BytesIO(text.encode()))
    columns = columns_of_table(PAGERS, action, table, common or Draft())
    return table, list(wanted_rows(PAGERS, action, table, columns, common or Draft()))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table(separator, end):
    text = separator.join(["ref", "volume", "country"]) + end + separator.join(["Anna", "3", "Latvia"]) + end
    _, (row,) = rows_of("\ufeff" + text)
    assert (row.line, row.ref, row.key, row.draft.attributes) == (2, "Anna", "Anna", {"volume": 3})
    assert row.draft.links == {"country": Links(["Latvia"])}


def test_lines_of_json():
    _, rows = rows_of('{"ref": "Anna", "volume": 3}\n\n{"id": "7", "country": null}\n')
    assert [(one.line, one.key, one.draft.attributes, one.draft.links) for one in rows] == [
        (1, "Anna", {"volume": 3}, {}),
        (3, "id:7", {}, {"country": Links([])}),
    ]


def test_an_empty_cell_leaves_and_null_clears():
    _, (row,) = rows_of("ref,volume,colour,country\nAnna,,null,\n")
    assert (row.draft.attributes, row.draft.links, row.empty) == ({"colour": None}, {}, ("volume", "country"))


def test_all_problems_are_told_at_once():
    table, _ = rows_of("ref,volume,colour\nAnna,loud,red\n,1,blue\nBert,3,green\n")
    with pytest.raises(UsageError) as error:
        table.problems.check()
    told = error.value.message
    assert "3 of 3 rows cannot be used" in told
    assert all(f"line {line}: " in told for line in (2, 3, 4))


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("volume\n", "No column names the pager."),
        ("ref,volum\n", "Did you mean volume"),
        ("ref,created_at\n", "no column holds what can be changed"),
        ("ref,ref\n", "ref"),
    ],
)
def test_headers_that_cannot_be(header, says):
    with pytest.raises(UsageError) as error:
        rows_of(header + "x,1\n")
    assert says in f"{error.value.message} {error.value.hint}"


def test_which_column_names_a_record():
    assert naming_member(PAGERS, "update", ["name", "id"]) == "id"
    assert naming_member(PAGERS, "create", ["name"]) == "name"
    assert naming_member(PAGERS, "delete", ["name"]) == "name"
    assert columns_of(PAGERS, "update", ["ref", "country.iso"]).writers
    assert sendable(PAGERS, "update") == ["name", "colour", "volume", "silent", "country"]


def test_a_row_is_known_by_what_it_asks_for():
    digests = Digests(PAGERS, "update", ("ref", "volume"), Draft(), empty_clears=False)
    first = digests.of(Row(2, {"ref": "A", "volume": "1"}), "A")
    assert (
        Digests(PAGERS, "update", ("volume", "ref"), Draft(), empty_clears=False).of(
            Row(9, {"volume": "1", "ref": "A"}), "A"
        )
        == first
    )
    assert digests.of(Row(3, {"ref": "A", "volume": "1"}), "A") != first
    others = [
        Digests(PAGERS, "create", ("ref", "volume"), Draft(), empty_clears=False),
        Digests(PAGERS, "update", ("ref", "volume"), Draft({"colour": "red"}), empty_clears=False),
        Digests(PAGERS, "update", ("ref", "volume"), Draft(), empty_clears=True),
    ]
    assert len({first, *(one.of(Row(2, {"ref": "A", "volume": "1"}), "A") for one in others)}) == 4
