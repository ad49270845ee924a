"""The file that keeps the demo account: whole, private, shared by processes, and told when it is broken."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from didww_cli.emulator import reset_state
from didww_cli.emulator.account import Timing
from didww_cli.emulator.engine import Settings
from didww_cli.emulator.transport import EmulatorAdapter
from didww_cli.errors import DidwwError

BASE = "https://demo.didww.example/v3"
JSON_API = "application/vnd.api+json"


def connect(path: Path, timing: Timing | None = None) -> requests.Session:
    session = requests.Session()
    session.mount("https://demo.didww.example", EmulatorAdapter(path, Settings(timing=timing or Timing())))
    session.headers.update({"Api-Key": "key", "Content-Type": JSON_API})
    return session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "account.json"


def rename(session: requests.Session, identifier: str, text: str) -> None:
    data = {"type": "dids", "id": identifier, "attributes": {"description": text}}
    assert session.patch(f"{BASE}/dids/{identifier}", json={"data": data}, headers={"Content-Type": JSON_API}).ok


def first_did(session: requests.Session) -> str:
    return str(session.get(f"{BASE}/dids").json()["data"][0]["id"])


def test_what_is_done_is_kept(path: Path) -> None:
    one = connect(path)
    identifier = first_did(one)
    rename(one, identifier, "kept – 保存")
    found = connect(path).get(f"{BASE}/dids/{identifier}").json()["data"]["attributes"]
    assert found["description"] == "kept – 保存"


def test_only_the_owner_can_read_it(path: Path) -> None:
    connect(path).get(f"{BASE}/dids")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.with_name("account.json.lock").stat().st_mode) == 0o600
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["account.json", "account.json.lock"]


def test_reading_does_not_write(path: Path) -> None:
    session = connect(path)
    session.get(f"{BASE}/dids")
    before = path.stat()
    session.get(f"{BASE}/dids")
    connect(path).get(f"{BASE}/orders?filter[status]=pending")
    after = path.stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_reading_that_lets_time_pass_does(path: Path) -> None:
    session = connect(path, Timing(reads=2, seconds=None))
    period = {"from": last_month(), "to": yesterday()}
    attributes = {"export_type": "cdr_in", "filters": period}
    body = {"data": {"type": "exports", "attributes": attributes}}
    made = session.post(f"{BASE}/exports", json=body, headers={"Content-Type": JSON_API}).json()["data"]
    states = []
    for _ in range(3):
        fresh = connect(path, Timing(reads=2, seconds=None))
        states.append(fresh.get(f"{BASE}/exports/{made['id']}").json()["data"]["attributes"]["status"])
    assert states == ["pending", "processing", "completed"]


def yesterday() -> str:
    from datetime import UTC, datetime, timedelta

    return f"{datetime.now(UTC) - timedelta(days=1):%Y-%m-%d} 00:00:00"


def last_month() -> str:
    from datetime import UTC, datetime, timedelta

    return f"{datetime.now(UTC) - timedelta(days=20):%Y-%m-%d} 00:00:00"


def test_two_sessions_see_each_other(path: Path) -> None:
    one, two = connect(path), connect(path)
    identifier = first_did(one)
    first_did(two)
    rename(one, identifier, "from one")
    assert two.get(f"{BASE}/dids/{identifier}").json()["data"]["attributes"]["description"] == "from one"
    rename(two, identifier, "from two")
    assert one.get(f"{BASE}/dids/{identifier}").json()["data"]["attributes"]["description"] == "from two"


WRITER = """
import sys
from pathlib import Path
sys.path[:0] = [sys.argv[3]]
from tests.emulator.test_store import connect, BASE, JSON_API
session = connect(Path(sys.argv[1]))
for place in range(5):
    body = {"data": {"type": "voice_in_trunk_groups", "attributes": {"name": f"{sys.argv[2]}-{place}"}}}
    reply = session.post(f"{BASE}/voice_in_trunk_groups", json=body, headers={"Content-Type": JSON_API})
    assert reply.status_code == 201
"""


def test_several_processes_lose_nothing(path: Path) -> None:
    root = str(Path(__file__).parents[2])
    commands = [[sys.executable, "-c", WRITER, str(path), str(number), root] for number in range(4)]
    writers = [subprocess.Popen(command, cwd=root) for command in commands]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0, 0]
    assert connect(path).get(f"{BASE}/voice_in_trunk_groups").json()["meta"]["total_records"] == 22


def test_several_threads_lose_nothing(path: Path) -> None:
    session = connect(path)

    def create(number: int) -> int:
        body = {"data": {"type": "voice_in_trunk_groups", "attributes": {"name": f"Group {number}"}}}
        return session.post(f"{BASE}/voice_in_trunk_groups", json=body, headers={"Content-Type": JSON_API}).status_code

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(create, range(24))) == {201}
    assert session.get(f"{BASE}/voice_in_trunk_groups").json()["meta"]["total_records"] == 26


def test_reset_starts_anew(path: Path) -> None:
    session = connect(path)
    identifier = first_did(session)
    rename(session, identifier, "changed")
    reset_state(path)
    assert not path.exists()
    assert session.get(f"{BASE}/dids/{identifier}").json()["data"]["attributes"]["description"] == "Main line"


def test_reset_of_nothing(tmp_path: Path) -> None:
    reset_state(tmp_path / "nowhere" / "account.json")
    assert not (tmp_path / "nowhere").exists()


def test_a_file_of_an_older_emulator_is_replaced(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"format": 1, "tables": {}}')
    assert connect(path).get(f"{BASE}/dids").json()["meta"]["total_records"] == 21
    assert json.loads(path.read_text())["format"] == 3


@pytest.mark.parametrize("spoil", [lambda _: b"", lambda whole: whole[:1000], lambda _: b"\xff\xfe", lambda _: b"[]"])
def test_a_broken_file_is_told(path: Path, spoil: Callable[[bytes], bytes]) -> None:
    connect(path).get(f"{BASE}/dids")
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(DidwwError) as failure:
        connect(path).get(f"{BASE}/dids")
    assert str(path) in failure.value.message
    assert "didww emulator reset" in failure.value.hint
    reset_state(path)
    assert connect(path).get(f"{BASE}/dids").ok


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DidwwError, match="cannot be kept"):
        connect(tmp_path / "file" / "account.json").get(f"{BASE}/dids")
