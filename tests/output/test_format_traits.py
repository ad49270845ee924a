"""What the table of formats says of each is so."""

from __future__ import annotations

import pytest

from didww_cli.catalog.formats import Format
from tests.conftest import document, problem


def page(at):
    return document(
        [{"id": f"t{at}", "type": "voice_in_trunks", "attributes": {"name": f"n{at}"}}], meta={"total_records": 2}
    )


@pytest.mark.parametrize("form", Format, ids=str)
def test_what_streams_is_there_before_a_later_page_fails(server, live, form):
    server.answer(page(1), problem(404, "Record not found"))
    failed = live(f"trunks in list --page-size 1 -o {form}", code=4)
    assert ("t1" in failed.out) == form.streams
    assert bool(failed.out) == form.streams
    assert (failed.err.startswith('{"error"')) == form.machine


@pytest.mark.parametrize("form", Format, ids=str)
def test_columns_and_their_titles(server, live, form):
    server.answer(page(1), page(2))
    first = live(f"trunks in list --page-size 1 -c name -o {form}").lines[0]
    assert ("name" in first.lower().split() or first == "name") == form.header
    assert ("n1" in first and "t1" not in first) == (form.tabular and not form.header)
