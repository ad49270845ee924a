"""CDR exports: their period, their progress, their file."""

from __future__ import annotations

import csv
import gzip
import io
from datetime import datetime
from typing import Any

import pytest

from didww_cli.catalog.cdr import columns_of
from didww_cli.emulator.message import Request
from tests.spoken import NEW, OLD

from .conftest import Answer, Api, start

BASE = "https://demo.didww.example/v3"


def export(api: Api, kind: str = "cdr_in", **filters: str) -> Answer:
    period = {"from": "2026-11-01 00:00:00", "to": "2026-11-08 00:00:00"}
    chosen = {**period, **{name.replace("__", "."): value for name, value in filters.items()}}
    return api.create("exports", {"export_type": kind, "filters": chosen})


def rows(api: Api, record: Any, version: str = OLD) -> list[dict[str, str]]:
    done = api.again(record, 3)["attributes"]
    answer = api.send("GET", done["url"].removeprefix(BASE))
    assert answer.status == 200
    text = gzip.decompress(answer.reply.body).decode()
    reader = csv.DictReader(io.StringIO(text))
    assert tuple(reader.fieldnames or ()) == columns_of(done["export_type"], version)
    return list(reader)


def test_an_export_goes_through_its_states(api: Api) -> None:
    made = export(api).data
    states = [made["attributes"]["status"], *(api.again(made)["attributes"]["status"] for _ in range(3))]
    assert states == ["pending", "pending", "processing", "completed"]
    assert made["attributes"]["url"] is None
    assert api.again(made)["attributes"]["url"].startswith(f"{BASE}/exports/")


def test_calls_lie_in_the_period(api: Api) -> None:
    calls = rows(api, export(api).data)
    begins = [datetime.fromisoformat(call["Date/Time Start (UTC)"]) for call in calls]
    assert min(begins) >= datetime(2026, 11, 1)
    assert max(begins) < datetime(2026, 11, 8)
    owned = {did["attributes"]["number"] for did in api.list("/dids")}
    assert {call["Destination DID"] for call in calls} <= owned
    assert 200 < len(calls) < 1200
    failed = [call for call in calls if call["Status"] == "Failed"]
    assert 0 < len(failed) < len(calls) / 3
    assert all(call["Duration (sec)"] == "0" and call["Date/Time Connect (UTC)"] == "" for call in failed)
    office = next(call for call in calls if call["Destination DID"] == "12125550100")
    assert (office["Voice IN Trunk"], office["Destination"]) == ("Headquarters", "sip:12125550100@sip.example.com")


def test_a_file_keeps_the_columns_of_the_version_it_was_created_with(api: Api) -> None:
    old, new = export(api).data, export(api.speaking(NEW)).data
    read_later = rows(api.speaking(NEW), old, OLD)
    calls = rows(api.speaking(NEW), new, NEW)
    assert [call["Source"] for call in read_later] == [call["Source Number"] for call in calls]
    assert {call["Source Country"] for call in calls} > {"France", "Germany"}


def test_calls_of_one_did(api: Api) -> None:
    calls = rows(api, export(api, did_number="527445550100").data)
    assert {call["Destination DID"] for call in calls} == {"527445550100"}
    assert rows(api, export(api, did_number="000").data) == []


def test_a_did_rings_from_when_it_was_bought_until_it_is_blocked(api: Api) -> None:
    period = {"from": "2026-10-01 00:00:00", "to": "2026-11-23 00:00:00"}
    calls = rows(api, export(api, did_number="527445550100", **period).data)
    assert min(call["Date/Time Start (UTC)"] for call in calls) >= "2026-10-24 12:00:00"
    assert rows(api, export(api, did_number="441614960000", **period).data) == []


def test_calls_of_one_trunk(api: Api) -> None:
    trunk = api.one("/voice_out_trunks", name="Outbound Europe")
    calls = rows(api, export(api, "cdr_out", voice_out_trunk__id=trunk["id"]).data)
    assert {call["Voice OUT Trunk"] for call in calls} == {"Outbound Europe"}
    assert all(float(call["Charged (USD)"]) >= 0 for call in calls)


def test_parts_of_a_period_are_the_whole(api: Api) -> None:
    whole = rows(api, export(api).data)
    first = rows(api, export(api, to="2026-11-04 07:30:00").data)
    second = rows(api, export(api, **{"from": "2026-11-04 07:30:00"}).data)
    assert sorted(call["Call ID"] for call in first + second) == sorted(call["Call ID"] for call in whole)
    assert first
    assert second


def test_more_calls_on_demand() -> None:
    few, many = start(calls_a_day=1), start(calls_a_day=40)
    assert len(rows(many, export(many).data)) > 10 * len(rows(few, export(few).data))


@pytest.mark.parametrize(
    ("filters", "title"),
    [
        ({"from": ""}, "from not valid"),
        ({"to": "2026-11-08"}, "to not valid"),
        ({"from": "2026-08-31 23:59:59"}, "from must be within the current and 2 previous months"),
        ({"to": "2026-11-23 12:00:01"}, "to must not be in the future"),
        ({"to": "2026-11-01 00:00:00"}, "from must be before to"),
        ({"voice_out_trunk__id": "x"}, "voice_out_trunk.id not allowed"),
    ],
)
def test_a_period_is_refused(api: Api, filters: dict[str, str], title: str) -> None:
    answer = export(api, **filters)
    assert answer.status == 422
    assert answer.errors == [("/data/attributes/filters", title)]
    assert answer.document["errors"][0]["detail"] == f"filters - {title}"


def test_the_oldest_moment_that_is_kept(api: Api) -> None:
    assert export(api, **{"from": "2026-09-01 00:00:00"}).status == 201


def test_an_unknown_trunk(api: Api) -> None:
    assert export(api, "cdr_out", voice_out_trunk__id="x").errors[0][1] == "voice_out_trunk.id not valid"


def download(api: Api, url: str, **headers: str) -> Any:
    return api.emulator.handle(Request("GET", url.removeprefix(BASE), (), {"Api-Key": "key", **headers}))


def test_a_download_in_parts(api: Api) -> None:
    url = api.again(export(api).data, 3)["attributes"]["url"]
    whole = download(api, url)
    size, tag = len(whole.body), whole.headers["ETag"]
    assert (whole.status, whole.headers["Accept-Ranges"]) == (200, "bytes")
    head, tail = download(api, url, Range="bytes=0-99"), download(api, url, Range="bytes=100-")
    assert (head.status, head.headers["Content-Range"]) == (206, f"bytes 0-99/{size}")
    assert tail.headers["Content-Range"] == f"bytes 100-{size - 1}/{size}"
    assert head.body + tail.body == whole.body
    assert download(api, url, Range="bytes=-8").body == whole.body[-8:]
    beyond = download(api, url, Range=f"bytes={size}-")
    assert (beyond.status, beyond.headers["Content-Range"]) == (416, f"bytes */{size}")
    assert download(api, url, Range="bytes=100-", **{"If-Range": tag}).status == 206
    assert download(api, url, Range="bytes=100-", **{"If-Range": '"other"'}).body == whole.body


def test_a_download_needs_a_key_and_a_completed_export(api: Api) -> None:
    done = api.list("/exports")[0]
    assert done["attributes"]["status"] == "completed"
    path = done["attributes"]["url"].removeprefix(BASE)
    assert api.send("GET", path, headers={"Api-Key": ""}).status == 401
    assert api.send("GET", path).status == 200
    pending = api.list("/exports")[-1]
    assert api.send("GET", f"/exports/{pending['id']}.csv.gz").status == 404


def test_a_completed_export_goes_after_a_month(api: Api) -> None:
    made = export(api).data
    api.again(made, 3)
    api.clock.forward(days=29)
    assert api.again(made)["attributes"]["status"] == "completed"
    api.clock.forward(days=2)
    assert api.get(f"/exports/{made['id']}").status == 404


def test_an_export_reports_where_its_file_is(api: Api) -> None:
    period = {"from": "2026-11-01 00:00:00", "to": "2026-11-08 00:00:00"}
    url = "https://hooks.example.com/exports"
    made = api.create("exports", {"export_type": "cdr_in", "filters": period, "callback_url": url}).data
    done = api.again(made, 3)["attributes"]
    told = {"id": made["id"], "type": "exports", "status": "completed", "url": done["url"]}
    assert [(event.url, event.parameters) for event in api.events] == [(url, told)]
