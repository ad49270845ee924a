"""An emulator in the process, and short ways to talk to it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from didww_cli.catalog.access import takes_token
from didww_cli.emulator.account import Event, Timing
from didww_cli.emulator.engine import Emulator, Reply, Request, Settings
from didww_cli.emulator.serve import ServeOptions, running

JSON_API = "application/vnd.api+json"


def pause(seconds: float) -> None:
    """Really waits; ``time.sleep`` does not in these tests."""
    threading.Event().wait(seconds)


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **period: float) -> None:
        self.now += timedelta(**period)


@dataclass
class Answer:
    """A reply, its JSON read."""

    reply: Reply

    @property
    def status(self) -> int:
        return self.reply.status

    @property
    def document(self) -> Any:
        return json.loads(self.reply.body)

    @property
    def data(self) -> Any:
        assert self.status < 300, self.reply.body
        return self.document["data"]

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Pointer and title of each error."""
        return [(e.get("source", {}).get("pointer", ""), e["title"]) for e in self.document["errors"]]


@dataclass
class Api:
    """Talks to an emulator as a client with a key."""

    emulator: Emulator
    clock: Clock
    events: list[Event] = field(default_factory=list)
    proof: dict[str, str] = field(default_factory=lambda: {"Api-Key": "key"})
    spoken: str = ""

    def with_token(self, **asked: Any) -> Api:
        """The same account, asked with a token of 2026-11-19."""
        body = json.dumps({"aud": "api.didww.com", "api_version": "2026-11-19", **asked}).encode()
        reply = self.emulator.handle(Request("POST", "/token", (), {"Api-Key": "key"}, body))
        token = json.loads(reply.body)["access_token"]
        return replace(self, proof={"Authorization": f"Bearer {token}"})

    def speaking(self, version: str) -> Api:
        """The same account, asked in a version, with a new token each time where that takes tokens."""
        return replace(self, spoken=version) if takes_token(version) else self

    def send(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None, **query: str
    ) -> Answer:
        proof = self.with_token(api_version=self.spoken).proof if self.spoken else self.proof
        given = {**proof, "Accept": JSON_API, **({"Content-Type": JSON_API} if body is not None else {})}
        raw = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else b""
        request = Request(method, f"/v3{path}", tuple(query.items()), {**given, **(headers or {})}, raw)
        return Answer(self.emulator.handle(request))

    def get(self, path: str, query: dict[str, str] | None = None) -> Answer:
        return self.send("GET", path, **(query or {}))

    def list(self, path: str, **filters: str) -> list[Any]:
        """All resources of a list, filtered; ``__`` stands for a dot."""
        return self.get(path, {f"filter[{k.replace('__', '.')}]": v for k, v in filters.items()}).data

    def one(self, path: str, **filters: str) -> Any:
        """The first resource of a list."""
        return self.list(path, **filters)[0]

    def create(self, type_: str, attributes: Any = None, relationships: Any = None) -> Answer:
        return self.send("POST", f"/{type_}", document(type_, attributes, relationships))

    def update(self, record: Any, attributes: Any = None, relationships: Any = None) -> Answer:
        type_, identifier = record["type"], record["id"]
        return self.send("PATCH", f"/{type_}/{identifier}", document(type_, attributes, relationships, identifier))

    def delete(self, record: Any) -> Answer:
        return self.send("DELETE", f"/{record['type']}/{record['id']}")

    def again(self, record: Any, times: int = 1) -> Any:
        """The resource, read so many times."""
        for _ in range(times):
            found = self.get(f"/{record['type']}/{record['id']}").data
        return found

    def upload(self, content: bytes = b"cipher", description: str = "") -> Answer:
        from didww_cli.emulator.effects.documents import fingerprint

        with self.emulator._store.session() as state:
            keys = fingerprint(state)
        return self.send_form(
            {
                "encrypted_files[encryption_fingerprint]": keys.encode(),
                "encrypted_files[description]": description.encode(),
                "encrypted_files[file]": content,
            }
        )

    def send_form(self, fields: dict[str, bytes], **headers: str) -> Answer:
        parts = [
            b'--b0undary\r\nContent-Disposition: form-data; name="' + name.encode() + b'"\r\n\r\n' + content + b"\r\n"
            for name, content in fields.items()
        ]
        body = b"".join(parts) + b"--b0undary--\r\n"
        media_type = "multipart/form-data; boundary=b0undary"
        return self.send("POST", "/encrypted_files", body, {"Content-Type": media_type, **headers})


def document(type_: str, attributes: Any = None, relationships: Any = None, identifier: str = "") -> dict[str, Any]:
    """A resource document; relationships are given as resources, lists of them, or None."""
    data: dict[str, Any] = {"type": type_}
    if identifier:
        data["id"] = identifier
    if attributes is not None:
        data["attributes"] = attributes
    if relationships is not None:
        data["relationships"] = {name: {"data": linkage(value)} for name, value in relationships.items()}
    return {"data": data}


def linkage(value: Any) -> Any:
    if isinstance(value, list):
        return [linkage(item) for item in value]
    return None if value is None else {"type": value["type"], "id": value["id"]}


def start(**settings: Any) -> Api:
    """A fresh emulator whose time is under control."""
    clock, events = Clock(), []
    chosen = {"timing": Timing(reads=2, seconds=60), "clock": clock, "report": events.append, **settings}
    return Api(Emulator(settings=Settings(**chosen)), clock, events)


@pytest.fixture
def api(version: str) -> Api:
    return start().speaking(version)


@pytest.fixture
def client() -> Iterator[Any]:
    """DIDWW's own Python client, talking to a server of its own."""
    theirs = pytest.importorskip("didww.client")
    with running(ServeOptions(port=0)) as (server, base_url):
        thread = threading.Thread(target=server.run)
        thread.start()
        found = theirs.DidwwClient("key", base_url=base_url)
        found._session.trust_env = False
        yield found
        found._session.close()
        server.stop()
        thread.join(10)
