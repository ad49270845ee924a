"""Rows are those of the module csv, wherever blocks end, gzip or not; broken ones are in the lines that are told."""

from __future__ import annotations

import csv
import gzip
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didww_cli.workflows.cdr import lines as module
from didww_cli.workflows.cdr.lines import Rows, lines

CELLS = st.text('ab,;"\n é', max_size=4)


@pytest.fixture(autouse=True, scope="module")
def small_blocks():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BLOCK", 7)
        yield


def read(content: bytes) -> Rows:
    return Rows(lines("x", io.BytesIO(content), lambda read, total: None))


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=5), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_what_is_written_is_read(rows, end, packed):
    text = io.StringIO()
    csv.writer(text, lineterminator=end).writerows([["first", "second"], *rows])
    content = text.getvalue().encode()
    found = read(gzip.compress(content) if packed else content)
    assert found.header == ["first", "second"]
    assert list(found) == rows


@settings(deadline=None)
@given(st.lists(st.text('ab,"', max_size=6), max_size=8))
def test_every_line_is_in_one_row_or_blank(texts):
    found = read("\n".join(["first,second", *texts]).encode())
    places = [number for _ in found for number in found.place]
    assert found.header == ["first", "second"]
    assert places == sorted(set(places))
    blank = {number for number, text in enumerate(texts, start=2) if not text}
    assert set(places) | blank == {*range(2, len(texts) + 2)} | blank
