"""The adapter that answers ``requests`` in the process: replies look as if they came over a network."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys

import pytest
import requests

from didww_cli.emulator.account import Timing
from didww_cli.emulator.engine import Settings
from didww_cli.emulator.transport import EmulatorAdapter

BASE = "https://demo.didww.example/v3"


@pytest.fixture
def session() -> requests.Session:
    session = requests.Session()
    session.mount("https://demo.didww.example", EmulatorAdapter(None, Settings(timing=Timing(reads=1))))
    session.headers["Api-Key"] = "key"
    return session


def test_a_reply(session: requests.Session) -> None:
    response = session.get(f"{BASE}/countries", params={"filter[iso]": "MX"})
    assert (response.status_code, response.reason, response.ok) == (200, "OK", True)
    assert response.url == f"{BASE}/countries?filter%5Biso%5D=MX"
    assert response.headers["content-type"] == "application/vnd.api+json"
    assert int(response.headers["Content-Length"]) == len(response.content)
    assert response.request.method == "GET"
    assert response.json()["data"][0]["attributes"]["name"] == "Mexico"


def test_a_reply_without_body(session: requests.Session) -> None:
    reservation = session.get(f"{BASE}/did_reservations").json()["data"][0]
    response = session.delete(f"{BASE}/did_reservations/{reservation['id']}")
    assert (response.status_code, response.reason, response.content) == (204, "No Content", b"")


def test_a_refusal_raises_for_status(session: requests.Session) -> None:
    with pytest.raises(requests.HTTPError, match="404 Client Error: Not Found"):
        session.get(f"{BASE}/dids/nowhere").raise_for_status()


def test_a_download_is_streamed(session: requests.Session) -> None:
    url = session.get(f"{BASE}/exports").json()["data"][0]["attributes"]["url"]
    with session.get(url, stream=True) as response:
        assert not response.raw.closed
        pieces = list(response.iter_content(1000))
    assert all(len(piece) <= 1000 for piece in pieces)
    assert len(b"".join(pieces)) == int(response.headers["Content-Length"])
    assert gzip.decompress(b"".join(pieces)).startswith(b"Date/Time Start (UTC)")


def test_a_raw_reply_can_be_read_in_parts(session: requests.Session) -> None:
    url = session.get(f"{BASE}/exports").json()["data"][0]["attributes"]["url"]
    with session.get(url, stream=True) as response:
        assert response.raw.read(2) == b"\x1f\x8b"
        assert response.raw.tell() == 2


def test_links_keep_to_the_host_of_the_request() -> None:
    session = requests.Session()
    session.mount("http://127.0.0.1:9", EmulatorAdapter())
    reply = session.get("http://127.0.0.1:9/v3/dids", headers={"Api-Key": "key"}).json()
    assert reply["links"]["first"].startswith("http://127.0.0.1:9/v3/dids?")


def test_a_form_is_uploaded(session: requests.Session) -> None:
    files = {"encrypted_files[file]": ("a.enc", io.BytesIO(b"\r\n--x\r\n"), "application/octet-stream")}
    data = {"encrypted_files[encryption_fingerprint]": "old"}
    response = session.post(f"{BASE}/encrypted_files", data=data, files=files)
    assert (response.status_code, response.json()["errors"][0]["title"]) == (422, "outdated fingerprint")


def test_importing_the_emulator_is_cheap() -> None:
    code = (
        "import sys, didww_cli.emulator; print([m for m in ('requests', 'waitress', 'csv', 'ssl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
