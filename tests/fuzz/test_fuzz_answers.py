"""No answer of a server ends in an internal error: whatever JSON stands in it, read by every kind of command."""

from __future__ import annotations

import json
import math

import pytest

from tests.conftest import MEDIA_TYPE

from .test_fuzz_lines import FUZZ, check

hypothesis = pytest.importorskip("hypothesis")
from hypothesis import given  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

TEXT = st.text(st.characters(codec=None), max_size=8) | st.sampled_from(
    ["\ud800", "\x1b[2J", "dids", "voice_in_trunks", "²"]
)
NAMES = st.sampled_from(
    ["id", "type", "attributes", "relationships", "meta", "data", "links", "next", "number", "name"]
)
MORE = st.sampled_from(["configuration", "total_records", "did_group", "codec_ids", "created_at", "priority", "errors"])
PLAIN = st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats(-1e300, 1e300) | TEXT
JSON = st.recursive(
    PLAIN, lambda one: st.lists(one, max_size=3) | st.dictionaries(NAMES | MORE | TEXT, one, max_size=5)
)
OBJECT = st.dictionaries(NAMES | MORE | TEXT, JSON, max_size=5)
RESOURCE = st.fixed_dictionaries(
    {"id": TEXT | JSON, "type": TEXT | JSON},
    optional={"attributes": OBJECT | JSON, "relationships": OBJECT | JSON, "meta": OBJECT | JSON},
)
DOCUMENT = st.fixed_dictionaries(
    {"data": RESOURCE | st.lists(RESOURCE | JSON, max_size=3) | JSON},
    optional={"included": st.lists(RESOURCE | JSON, max_size=3) | JSON, "meta": OBJECT | JSON, "links": OBJECT | JSON},
)
ANSWER = DOCUMENT | JSON | st.fixed_dictionaries({"errors": st.lists(OBJECT | JSON, max_size=3) | JSON})
LINES = [
    "dids list",
    "dids list -o csv",
    "dids list -o tsv -c number,did_group.area_name",
    "trunks in get id:x",
    "trunks in get id:x -o csv",
    "trunks list",
    "trunks in list --sort name -o jsonl",
    "orders get id:x -o json",
    "orders list",
    "available-dids list -o table",
    "route",
    "route id:x",
    "route -o json",
    "balance",
    "api GET /dids",
    "api GET /dids -o json",
    "api GET /dids --paginate -o jsonl",
    "trunks in update id:x --name y --yes",
    "trunks in delete id:x --yes",
    "emergency services list",
]


def finite(value):
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {name: finite(one) for name, one in value.items()}
    return [finite(one) for one in value] if isinstance(value, list) else value


@FUZZ
@given(
    answer=ANSWER,
    status=st.sampled_from([200, 200, 200, 201, 400, 401, 404, 422, 429, 500]),
    line=st.sampled_from(LINES),
)
def test_answers(answer, status, line, server):
    content = json.dumps(finite(answer)).encode()
    server.answers[:] = [(status, content, {"Content-Type": MEDIA_TYPE})]
    check([*line.split(), "--retries", "0"])


FOUND = [
    ("trunks in update id:x --name y --yes", {"data": {"id": "\ud800", "type": "\ud800"}}),
    ("api GET /dids -o json", {"data": {"id": "x", "type": "dids", "relationships": [["a"]]}}),
    ("api GET /dids -o json", {"data": {"id": "x", "type": "dids", "relationships": [{}]}}),
    ("trunks in get x", {"data": [{"id": "\ud800", "type": "voice_in_trunks", "attributes": {"name": "x"}}]}),
    (
        "trunks in get id:x",
        {"data": {"id": "x", "type": "voice_in_trunks", "attributes": {"created_at": "0001-01-01"}}},
    ),
]


@pytest.mark.parametrize(("line", "answer"), FOUND)
def test_found_answers(line, answer, server):
    server.answers[:] = [(200, json.dumps(answer).encode(), {"Content-Type": MEDIA_TYPE})]
    check([*line.split(), "--retries", "0"])


@pytest.mark.parametrize("value", ["²", "9" * 5000, "-1", "nan", "\xa0", "Wed, 99 Foo"])
def test_found_headers(value, server):
    server.answers[:] = [
        (200, b"a", {"Content-Length": "1", "Content-Range": f"bytes {value}-1/{value}", "ETag": value})
    ]
    check(["api", "GET", "/dids", "--include-headers"])
