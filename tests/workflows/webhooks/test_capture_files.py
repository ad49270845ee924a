"""Captures in files, folders and streams."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from didww_cli.workflows.webhooks.captures import given
from didww_cli.workflows.webhooks.evidence.files import read_captures, read_stream
from didww_cli.workflows.webhooks.verdict import verify, verify_all
from tests.workflows.webhooks.capture_samples import (
    GET_SIGNATURE,
    GET_URL,
    HEADER_LINE,
    NGINX_NAMED,
    TRUNK_BODY,
    TRUNK_SIGNATURE,
    TRUNK_URL,
    entry,
    har,
)

from .samples import (
    FORM,
    FORM_TYPE,
    NORMALISED,
    PARAMS,
    SECRET,
    SIGNATURE,
    URL,
    as_http,
    as_json,
    reads,
    signature_for,
    valid,
)


def test_folders_are_read_in_order_whatever_they_hold(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a.har").write_text(json.dumps(har(entry())))
    (tmp_path / "b" / "c.http").write_text(as_http("\n"))
    (tmp_path / "b" / "d.jsonl").write_text(as_json() + "\n" + as_json())
    (tmp_path / "c.sh").write_text(f"curl '{URL}' -H '{HEADER_LINE}' -d '{FORM}'")
    (tmp_path / "d.bin").write_bytes(bytes(range(256)))
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    found = list(verify_all(read_captures([tmp_path]), [SECRET]))
    names = [Path(verdict.capture).relative_to(tmp_path).as_posix() for verdict in found]
    assert names == ["a.har#1", "b/c.http", "b/d.jsonl:1", "b/d.jsonl:2", "c.sh", "d.bin"]
    assert [verdict.valid for verdict in found] == [True] * 5 + [None]


def test_standard_input_and_what_is_not_there(tmp_path: Path) -> None:
    found = list(verify_all(read_captures(["-", str(tmp_path / "no")], io.BytesIO(as_http().encode())), [SECRET]))
    assert [(verdict.capture, verdict.valid) for verdict in found] == [("-", True), (str(tmp_path / "no"), None)]
    assert "No such file" in found[1].message


def test_a_stream_that_never_ends_is_refused() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            buffer[:] = b"\0" * len(buffer)
            return len(buffer)

    (capture,) = read_stream("endless", io.BufferedReader(Endless()))  # type: ignore[arg-type]
    assert "larger than 64 MiB" in verify(capture, [SECRET]).message


def test_the_listing_of_a_folder_is_lazy(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"{number:03}.http").write_text(as_http())
    captures = read_captures([tmp_path])
    first = next(captures)
    (tmp_path / "040.http").unlink()
    assert first.source.endswith("000.http")
    assert sum(1 for capture in captures if capture.problem) == 1


@pytest.mark.parametrize(
    "value",
    ["a b+c&d=e%f/é日本", "", "x" * 100_000, "line\r\nend", "'\"\\$`^%"],
    ids=["mixed", "empty", "long", "lines", "quotes"],
)
def test_odd_values_survive_each_format(value: str) -> None:
    params = {**PARAMS, "reject_comment": value}
    form = "&".join(f"{name}={quote(text)}" for name, text in params.items())
    signature = signature_for(NORMALISED, params)
    headers = {"X-DIDWW-Signature": signature}
    valid(f"POST {URL} HTTP/1.1\nX-DIDWW-Signature: {signature}\n\n{form}")
    valid(as_json(headers=headers, body=form))
    valid(as_json(headers=headers, body=params))
    valid(f"curl '{URL}' -H 'X-DIDWW-Signature: {signature}' -d '{form}'")
    valid(
        json.dumps(
            har(
                entry(
                    headers=[{"name": "x-didww-signature", "value": signature}],
                    postData={"mimeType": FORM_TYPE, "text": form},
                )
            )
        )
    )


def test_one_capture_of_a_file_has_the_files_name() -> None:
    assert [capture.source for capture in reads(as_json())] == ["file"]


def test_a_capture_of_its_parts() -> None:
    def is_right(**parts: Any) -> bool | None:
        url, signature = parts.pop("url", URL), parts.pop("signature", SIGNATURE)
        return verify(given(url, signature, **parts), [SECRET]).valid

    assert is_right(params=tuple(PARAMS.items()))
    assert is_right(body=FORM.encode())
    assert is_right(body=FORM.encode(), method="post", content_type=FORM_TYPE)
    assert is_right(url=GET_URL, signature=GET_SIGNATURE)
    assert is_right(url=GET_URL, signature=GET_SIGNATURE, method="get")
    assert is_right(url=TRUNK_URL, signature=TRUNK_SIGNATURE, body=TRUNK_BODY.encode())
    assert given("not a url", "x").source == "not a url"


def test_a_signature_in_a_field_of_its_own() -> None:
    valid(json.dumps({"url": URL, "method": "POST", "signature": SIGNATURE, "params": PARAMS}))
    valid(NGINX_NAMED.replace("x_didww_signature=", "sig="))
