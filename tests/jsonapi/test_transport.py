"""Requests as a server sees them: headers, retries, redirects, broken answers."""

from __future__ import annotations

import email.utils
import gzip
import threading
import time

import pytest

from tests.conftest import document, problem, running_server

DID = {"id": "d1", "type": "dids", "attributes": {"number": "12025550100"}}


def dids(*found, **more):
    return document(list(found), **more)


def test_every_request_carries_key_version_and_media_type(server, live):
    server.answer(dids(DID))
    live("api GET /dids -o json --api-version 2022-05-10")
    headers = server.seen[0].headers
    assert headers["Api-Key"] == "secret-key-1"
    assert headers["X-DIDWW-API-Version"] == "2022-05-10"
    assert headers["Accept"] == "application/vnd.api+json"
    assert "Content-Type" not in headers
    assert headers["User-Agent"].startswith("didww-cli/")


def test_public_keys_are_asked_for_without_the_key(server, live):
    server.answer(document([{"id": "k", "type": "public_keys", "attributes": {"key": "PEM"}}]))
    assert live("public-keys list -o json").json == [{"id": "k", "type": "public_keys", "key": "PEM"}]
    assert "Api-Key" not in server.seen[0].headers


def test_public_keys_need_no_key_at_all(server, live, monkeypatch):
    monkeypatch.delenv("DIDWW_API_KEY")
    server.answer(document([]))
    assert live("public-keys list -o json").json == []


@pytest.mark.parametrize(
    "broken",
    [
        problem(500, "oops"),
        problem(503, "later"),
        (429, {"errors": [{"status": "429", "detail": "Too Many Requests"}]}, {"Retry-After": "1"}),
        "drop",
        ("cut", 200, {"data": [DID]}, {}),
        (200, b"<html>proxy</html>", {"Content-Type": "text/html"}),
        (200, b"", {}),
        (200, b'{"data": [', {}),
        (200, b"[" * 200_000, {}),
    ],
    ids=["500", "503", "429", "drop", "cut", "html", "empty", "half", "deep"],
)
def test_a_read_is_repeated_until_the_answer_is_whole(server, live, broken):
    server.answer(broken, broken, dids(DID))
    assert live("dids list -o ids").lines == ["d1"]
    assert len(server.seen) == 3


@pytest.mark.parametrize(("retries", "requests"), [(0, 1), (1, 2), (3, 4)])
def test_retries_are_counted(server, live, retries, requests):
    server.answer(problem(500, "oops"))
    result = live(f"dids list --retries {retries} -o json", code=7)
    assert len(server.seen) == requests
    assert result.error["kind"] == "network"
    assert result.error["status"] == 500
    assert "oops" in result.error["message"]


def test_still_rate_limited_is_exit_6(server, live):
    server.answer((429, {"errors": [{"status": "429", "detail": "Too Many Requests"}]}, {}))
    result = live("balance -o json", code=6)
    assert len(server.seen) == 4
    assert result.error["errors"] == [{"status": "429", "detail": "Too Many Requests"}]


def test_retry_after_is_waited_for(server, live, monkeypatch):
    waits = []
    server.answer((429, {}, {"Retry-After": "7"}), document({"id": "b", "type": "balances", "attributes": {}}))
    monkeypatch.setattr("time.sleep", waits.append)
    live("balance")
    assert waits == [7.0]


@pytest.mark.parametrize("ahead", [30, 90])
def test_retry_after_may_be_a_date(server, live, monkeypatch, ahead):
    waits = []
    when = email.utils.formatdate(time.time() + ahead, usegmt=True)
    server.answer((429, {}, {"Retry-After": when}), document({"id": "b", "type": "balances", "attributes": {}}))
    monkeypatch.setattr("time.sleep", waits.append)
    live("balance")
    assert len(waits) == 1
    assert ahead - 25 < waits[0] <= ahead


@pytest.mark.parametrize("nonsense", ["²", "soon", "Mon, 99 Xyz 2026", "Tue, 01 Jan 99999 00:00:00 GMT", "-5", ""])
def test_a_retry_after_that_says_nothing_is_a_usual_pause(server, live, monkeypatch, nonsense):
    waits = []
    answer = (429, {}, {"Retry-After": nonsense.encode().decode("latin-1")})
    server.answer(answer, answer, answer, document({"id": "b", "type": "balances", "attributes": {}}))
    monkeypatch.setattr("time.sleep", waits.append)
    live("balance")
    assert [0.375 <= waits[0] <= 0.625, 0.75 <= waits[1] <= 1.25, 1.5 <= waits[2] <= 2.5] == [True] * 3


def test_pauses_do_not_grow_without_end(server, live, monkeypatch):
    waits = []
    server.answer(problem(500, "oops"))
    monkeypatch.setattr("time.sleep", waits.append)
    live("balance --retries 9", code=7)
    assert len(waits) == 9
    assert max(waits) <= 25
    assert min(waits[-3:]) >= 15


def test_a_retry_after_of_an_hour_is_not_waited_for(server, live):
    server.answer((429, {}, {"Retry-After": "3600"}))
    live("balance", code=6)
    assert len(server.seen) == 1


def test_client_errors_are_not_repeated(server, live):
    server.answer(problem(404, "Record not found", "The record identified by x could not be found."))
    result = live("dids get id:x", code=4)
    assert len(server.seen) == 1
    assert "There is no DID with the id x." in result.err


def test_401_says_where_the_key_came_from(server, live):
    server.answer(problem(401, "Unauthorized", "Authorization failed"))
    result = live("balance", code=3)
    assert "variable DIDWW_API_KEY" in result.err
    assert "not interchangeable" in result.err
    assert server.url in result.err


def test_a_redirect_to_another_host_is_not_followed(server, live):
    with running_server() as other:
        other.answer(document({"id": "b", "type": "balances", "attributes": {"balance": "1.00"}}))
        server.answer((302, b"", {"Location": f"{other.url}/balance"}))
        result = live("balance", code=7)
        assert other.seen == []
        assert "redirected" in result.err


def test_a_redirect_on_the_same_host_is_followed(server, live):
    server.answer(
        (307, b"", {"Location": "/v3/elsewhere"}),
        document({"id": "b", "type": "balances", "attributes": {"credit": "5.00"}}),
    )
    assert live("balance -o json").json["credit"] == "5.00"
    assert [seen.path for seen in server.seen] == ["/v3/balance", "/v3/elsewhere"]


def test_a_refused_connection_is_exit_7(live, monkeypatch):
    monkeypatch.setenv("DIDWW_BASE_URL", "http://127.0.0.1:9/v3")
    assert "cannot connect to 127.0.0.1:9" in live("balance --retries 1", code=7).err


def test_no_answer_in_time_is_exit_7(server, live, monkeypatch):
    def slow(seen):
        threading.Event().wait(1.0)
        return document({"id": "b", "type": "balances"})

    server.answer(slow)
    assert "no answer in time" in live("balance --retries 0 --timeout 0.2", code=7).err


def test_a_write_is_not_repeated_when_its_outcome_is_unknown(server, live):
    server.answer("drop")
    result = live("api POST /did_reservations -F data[type]=did_reservations", code=8)
    assert len(server.seen) == 1
    assert "outcome is unknown" in result.err


@pytest.mark.parametrize("answer", [problem(500, "oops"), problem(502, "bad gateway"), (200, b"<html>", {})])
def test_a_write_with_a_broken_answer_has_an_unknown_outcome(server, live, answer):
    server.answer(answer)
    live("api POST /orders -F data[type]=orders", code=8)
    assert len(server.seen) == 1


def test_a_write_is_repeated_after_429(server, live):
    server.answer((429, {}, {}), (201, {"data": {"id": "1", "type": "orders"}}, {}))
    assert live("api POST /orders -F data[type]=orders").json["data"]["id"] == "1"
    assert len(server.seen) == 2


def test_verbose_shows_each_request_and_no_key(server, live):
    server.answer(dids(DID))
    result = live("dids list -v --filter number=12025550100 -o ids")
    assert "-> GET " in result.err
    assert "filter[number]=12025550100" in result.err
    assert "<- 200 OK" in result.err


def test_compressed_answers_are_read(server, live):
    content = gzip.compress(b'{"data": {"id": "b", "type": "balances", "attributes": {"credit": "3.00"}}}')
    server.answer((200, content, {"Content-Encoding": "gzip"}))
    assert live("balance -o json").json["credit"] == "3.00"


def test_the_proxy_of_the_profile_is_used(server, live, tmp_path, monkeypatch):
    config = tmp_path / "config.toml"
    config.write_text(
        f'[profiles.p]\nbase_url = "http://api.example.invalid/v3"\nproxy = "{server.url[:-3]}"\napi_key = "k"\n'
        "insecure_http = true\n"
    )
    config.chmod(0o600)
    for name in ("DIDWW_BASE_URL", "DIDWW_API_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("DIDWW_CONFIG", str(config))
    server.answer(document({"id": "b", "type": "balances", "attributes": {"credit": "8.00"}}))
    assert live("balance -p p -o json").json["credit"] == "8.00"
    assert server.seen[0].headers["Host"] == "api.example.invalid"


def test_netrc_does_not_add_credentials(server, live, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password hidden\n")
    monkeypatch.setenv("NETRC", str(netrc))
    server.answer(dids(DID))
    live("dids list -o ids")
    assert "Authorization" not in server.seen[0].headers
