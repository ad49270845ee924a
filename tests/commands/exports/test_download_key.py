"""``exports download``: whom the key goes to."""

from __future__ import annotations

import io

import pytest

from tests.commands.exports.answers import CSV, cut, export, part, whole
from tests.conftest import document, problem, running_server


def test_another_host_is_asked_without_the_key(server, live, tmp_path):
    with running_server() as other:
        other.answer(whole())
        server.answer(document(export(url=f"{other.url}/exports/f1.csv.gz")))
        live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
        assert "Api-Key" not in other.seen[0].headers
        assert (tmp_path / "a.csv").read_bytes() == CSV
        other.answers[:] = [problem(403, "Forbidden")]
        result = live(f"exports download id:e1 --to {tmp_path / 'b.csv'}", code=3)
        assert "API's own host" in result.err


def test_a_redirect_to_another_host_is_followed_without_the_key(server, live, tmp_path):
    with running_server() as other:
        other.answer(cut(at=10_000), part)
        away = (302, b"", {"Location": f"{other.url}/store/f1.csv.gz?signature=x"})
        server.answer(document(export()), away)
        live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
        assert (tmp_path / "a.csv").read_bytes() == CSV
        assert [seen.headers.get("Range") for seen in other.seen] == [None, "bytes=10000-"]
        assert not any("Api-Key" in seen.headers for seen in other.seen)
        assert all(seen.headers["Api-Key"] == "secret-key-1" for seen in server.seen)


def test_a_redirect_back_gets_no_key_either(server, live, tmp_path):
    with running_server() as other:
        other.answer((302, b"", {"Location": f"{server.url}/exports/f1.csv.gz"}))
        server.answer(document(export(url="/v3/start.csv.gz")), (302, b"", {"Location": f"{other.url}/x"}), whole())
        live(f"exports download id:e1 --to {tmp_path / 'a.csv'}")
        assert "Api-Key" not in server.seen[-1].headers


@pytest.mark.parametrize(
    "url", ["http://files.example.com/f1.csv.gz", "ftp://files.example.com/f1.csv.gz", "file:///etc/passwd"]
)
def test_nothing_is_fetched_unencrypted_when_the_api_is_encrypted(url):
    from didww_cli.errors import NetworkFailure
    from didww_cli.jsonapi.credentials import Credentials
    from didww_cli.jsonapi.speech import Speech
    from didww_cli.jsonapi.transport import Connection, Transport
    from didww_cli.workflows.exports.downloads import download
    from didww_cli.workflows.exports.targets import StreamSink

    base = "https://api.example.com/v3"
    credentials = Credentials(lambda: ("key", "a test"), (base,))
    transport = Transport(Connection(base, Speech("2026-04-16", credentials), "an account"))
    with pytest.raises(NetworkFailure, match="not encrypted"):
        download(transport, url, StreamSink(io.BytesIO()), unpack=True)
