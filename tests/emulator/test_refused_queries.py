"""Queries, keys, versions and paths that the emulated account refuses."""

from __future__ import annotations

import pytest

from .conftest import Api, start
from .shapes import check_errors


def test_public_keys_need_no_key(api: Api) -> None:
    answer = api.send("GET", "/public_keys", headers={"Api-Key": ""})
    assert answer.status == 200
    assert all(key["attributes"]["key"].startswith("-----BEGIN PUBLIC KEY-----") for key in answer.data)


@pytest.mark.parametrize(
    ("path", "query", "code", "detail"),
    [
        ("/dids", {"filter[bogus]": "1"}, "102", "bogus is not allowed."),
        ("/dids", {"filter": "1"}, "120", "filter is not a valid syntax for filtering."),
        ("/dids", {"sort": "bogus"}, "114", "bogus is not a valid sort criteria for dids"),
        ("/dids", {"sort": "-bogus"}, "114", "bogus is not a valid sort criteria for dids"),
        ("/dids", {"include": "bogus"}, "112", "bogus is not a valid includable relationship of dids"),
        ("/dids", {"include": "did_group.bogus"}, "112", "bogus is not a valid includable relationship of did_groups"),
        ("/dids", {"fields[dids]": "bogus"}, "104", "bogus is not a valid field for dids."),
        ("/dids", {"fields[bogus]": "id"}, "101", "bogus is not a valid resource."),
        ("/dids", {"fields": "id"}, "119", "Fields must specify a type."),
        ("/dids", {"page[size]": "0"}, "118", "0 is not a valid value for size page parameter."),
        ("/dids", {"page[size]": "1001"}, "118", "1001 is not a valid value for size page parameter."),
        ("/dids", {"page[number]": "x"}, "118", "x is not a valid value for number page parameter."),
        ("/dids", {"page[bogus]": "1"}, "105", "bogus is not an allowed page parameter."),
        ("/dids", {"page[limit]": "5"}, "105", "limit is not an allowed page parameter."),
        ("/dids", {"bogus": "1"}, "105", "bogus is not allowed."),
        ("/dids/x", {"filter[number]": "1"}, "105", "filter[number] is not allowed."),
        ("/dids", {"filter[blocked]": "maybe"}, "107", "maybe is not a valid value for blocked."),
        ("/did_groups", {"filter[features]": "fax"}, "107", "fax is not a valid value for features."),
        ("/orders", {"filter[created_at_gteq]": "soon"}, "107", "soon is not a valid value for created_at_gteq."),
        ("/did_history", {"filter[created_at_lteq]": "2026-01-01"}, "107", "Date must be within the last 90 days."),
        (
            "/available_dids",
            {"filter[number_contains]": "12"},
            "107",
            "number_contains needs at least 3 digits or a coverage filter.",
        ),
    ],
)
def test_a_query_is_refused(api: Api, path: str, query: dict[str, str], code: str, detail: str) -> None:
    answer = api.get(path, query)
    assert answer.status == 400
    check_errors(answer.document, 400)
    assert (answer.document["errors"][0]["code"], answer.document["errors"][0]["detail"]) == (code, detail)


def test_an_unknown_filter_as_the_server_says_it(api: Api) -> None:
    assert api.get("/dids", {"filter[bogus]": "1"}).document["errors"] == [
        {"title": "Filter not allowed", "detail": "bogus is not allowed.", "code": "102", "status": "400"}
    ]


def test_a_missing_resource_as_the_server_says_it(api: Api) -> None:
    answer = api.get("/dids/46e129f1-deaa-44db-8915-2646de4d4c70")
    detail = "The record identified by 46e129f1-deaa-44db-8915-2646de4d4c70 could not be found."
    assert answer.document["errors"] == [
        {"title": "Record not found", "detail": detail, "code": "404", "status": "404"}
    ]


def test_a_short_part_of_a_number_needs_a_place(api: Api) -> None:
    mexico = api.one("/countries", iso="MX")["id"]
    assert len(api.list("/available_dids", number_contains="0", country__id=mexico)) == 4


@pytest.mark.parametrize("key", ["", "wrong"])
def test_a_wrong_key_is_refused(key: str) -> None:
    answer = start(api_key="right").send("GET", "/dids", headers={"Api-Key": key})
    assert answer.status == 401
    title = {"title": "Unauthorized", "detail": "Authorization failed", "code": "401", "status": "401"}
    assert answer.document["errors"] == [title]


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("", 200),
        ("*/*", 200),
        ("application/json", 200),
        ("application/vnd.api+json; charset=utf-8", 406),
        ("application/vnd.api+json; charset=utf-8, application/vnd.api+json", 200),
        ("text/html, application/vnd.api+json;q=0.9", 200),
    ],
)
def test_media_types_of_answers(api: Api, accept: str, status: int) -> None:
    assert api.send("GET", "/dids", headers={"Accept": accept}).status == status


@pytest.mark.parametrize("asked", ["2017-09-18", "2021-04-19", "2021-12-15", "2022-05-10", "2026-04-16", ""])
def test_an_older_version_asked_for_is_ignored_and_the_one_served_told(api: Api, asked: str) -> None:
    version = {"X-DIDWW-API-Version": asked}
    listed = api.send("GET", "/address_requirements", headers=version)
    assert listed.document["meta"]["api_version"] == "2026-04-16"
    one = api.send("GET", f"/address_requirements/{listed.data[0]['id']}", headers=version)
    assert one.document["meta"]["api_version"] == "2026-04-16"
    assert api.send("GET", "/balance", headers=version).document["meta"] == {"api_version": "2026-04-16"}


def test_a_version_that_never_was_is_refused(api: Api) -> None:
    assert api.send("GET", "/dids", headers={"X-DIDWW-API-Version": "2020-01-01"}).status == 400


def test_nothing_opens_the_newest_version_but_what_is_open(api: Api) -> None:
    newest = {"X-DIDWW-API-Version": "2026-11-19"}
    by_key = api.send("GET", "/dids", headers=newest)
    assert (by_key.status, by_key.reply.headers.get("WWW-Authenticate")) == (401, None)
    by_token = api.send("GET", "/dids", headers={**newest, "Authorization": "Bearer token"})
    assert (by_token.status, by_token.reply.headers["WWW-Authenticate"]) == (401, 'Bearer error="invalid_token"')
    assert api.send("GET", "/public_keys", headers=newest).document["meta"]["api_version"] == "2026-04-16"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/exports/x.csv.gz", 404),
        ("POST", "/exports/x.csv.gz", 405),
        ("GET", "/balance/x", 404),
        ("GET", "/bogus", 404),
        ("GET", "/dids/a/b", 404),
        ("GET", "/", 404),
        ("DELETE", "/dids/x", 405),
        ("PUT", "/dids", 405),
    ],
)
def test_paths_that_lead_nowhere(api: Api, method: str, path: str, status: int) -> None:
    answer = api.send(method, path)
    assert answer.status == status
    check_errors(answer.document, status)
