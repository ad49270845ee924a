"""``didww api``: the raw request."""

from __future__ import annotations

import pytest

from tests.conftest import document, problem


def test_get_prints_the_servers_document(didww):
    found = didww("api GET /dids -F page[size]=2").json
    assert len(found["data"]) == 2
    assert found["meta"]["total_records"] > 2
    assert found["links"]["next"]


@pytest.mark.parametrize("path", ["dids", "/dids", "/v3/dids"])
def test_paths_in_every_form(server, live, path):
    server.answer(document([]))
    live(f"api GET {path}")
    live(f"api get {server.url}/dids")
    assert [seen.path for seen in server.seen] == ["/v3/dids", "/v3/dids"]


def test_a_url_of_another_host_is_refused(server, live):
    result = live("api GET https://example.com/v3/dids", code=2)
    assert "the key goes nowhere else" in result.error["message"]
    assert server.seen == []


def test_all_pages(didww):
    everything = didww("dids list -o ids").lines
    whole = didww("api GET /dids --paginate -F page[size]=5").json
    assert [one["id"] for one in whole["data"]] == everything
    assert [one["id"] for one in didww("api GET /dids --paginate -F page[size]=5 -o json").json] == everything
    assert len(didww("api GET /dids --paginate -F page[size]=7 -o jsonl").lines) == len(everything)


def test_all_pages_or_none(server, live):
    server.answer(
        document([{"id": "1", "type": "dids"}], meta={"total_records": 2}), document([], meta={"total_records": 2})
    )
    assert live("api GET /dids --paginate -o json", code=7).out == ""


def test_fields_become_the_body_of_a_write(server, live):
    server.answer((201, {"data": {"id": "1", "type": "orders"}}, {}))
    fields = ("data[type]=orders", "data[attributes][qty]=2", "data[attributes][ok]=true", "data[attributes][n]=x")
    live(f"api POST /orders {' '.join(f'-F {field}' for field in fields)}")
    assert server.seen[0].json == {"data": {"type": "orders", "attributes": {"qty": 2, "ok": True, "n": "x"}}}
    assert server.seen[0].headers["Content-Type"] == "application/vnd.api+json"


def test_data_from_a_file_and_from_standard_input(server, live, tmp_path):
    body = tmp_path / "body.json"
    body.write_text('{"data": {"type": "dids", "id": "1"}}')
    server.answer(document({"id": "1", "type": "dids"}))
    live(f"api PATCH /dids/1 --data {body}")
    live("api PATCH /dids/1 --data -", stdin='{"data": null}')
    assert [seen.json for seen in server.seen] == [{"data": {"type": "dids", "id": "1"}}, {"data": None}]


@pytest.mark.parametrize(
    "line",
    [
        "api FETCH /dids",
        "api GET /dids --data -",
        "api POST /dids --data nowhere.json",
        "api POST /dids -F novalue",
        "api POST /dids --paginate",
        "api GET /dids -o csv",
        "api POST /dids -F a=1 -F a[b]=2",
    ],
)
def test_a_wrong_line_is_refused(server, live, line):
    live(line, code=2)
    assert server.seen == []


def test_headers_of_the_answer(server, live):
    server.answer((204, b"", {"X-Request-Id": "r1"}))
    result = live("api DELETE /identities/1 --include-headers")
    assert result.lines[0] == "HTTP 204 No Content"
    assert "X-Request-Id: r1" in result.lines


def test_an_error_has_its_exit_code(server, live):
    server.answer(problem(422, "is invalid", "name - is invalid", source={"pointer": "/data/attributes/name"}))
    error = live("api POST /voice_in_trunks -F data[type]=voice_in_trunks", code=5).error
    assert error["errors"][0]["source"] == {"pointer": "/data/attributes/name"}
    assert error["status"] == 422


def test_what_is_no_json_passes_as_it_is(server, live):
    server.answer((200, b"a,b\n1,2\n", {"Content-Type": "text/csv"}))
    assert live("api GET /exports/1.csv").out == "a,b\n1,2\n"


def test_insufficient_funds_show_cost_and_balance(server, live):
    server.answer(problem(400, "Insufficient balance", meta={"available_balance": "1.9", "total_cost": "2.0"}))
    result = live("api POST /orders -F data[type]=orders", code=5)
    assert result.error["hint"] == "It costs 2.0; the balance is 1.9."


def test_a_dry_run_sends_nothing(server, live):
    shown = live("api POST /orders -F data[type]=orders --dry-run").json
    assert shown["method"] == "POST"
    assert shown["url"] == f"{server.url}/orders"
    assert shown["headers"]["Api-Key"] == "********"
    assert shown["body"] == {"data": {"type": "orders"}}
    assert live("api GET /dids -F page[size]=1 --dry-run").json["url"] == f"{server.url}/dids?page[size]=1"
    assert server.seen == []


def test_data_with_a_byte_order_mark_is_sent_without_it(server, live, tmp_path):
    (tmp_path / "body.json").write_bytes(b'\xef\xbb\xbf{"a": 1}')
    server.answer((200, {"data": {"id": "1", "type": "things"}}, {}))
    live(f"api PATCH /things/1 --data {tmp_path / 'body.json'}")
    assert server.seen[0].body == b'{"a": 1}'
    assert "is not JSON" in live("api PATCH /things/1 --data -", code=2, stdin="{").err
    assert "Cannot read" in live(f"api PATCH /things/1 --data {tmp_path / 'none.json'}", code=2).err
    assert len(server.seen) == 1
