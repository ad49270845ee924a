"""Services of prices on a scripted server, which mints tokens and tells who asked with what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.conftest import Result, Seen, Server, document, running_server

ROW = {
    "destination": "44808",
    "country": "United Kingdom",
    "src_country_name": None,
    "source_type": "fixed",
    "rate": "0.018",
    "connection_fee": "0.0",
    "initial_interval": 60,
    "next_interval": 30,
    "reject_calls": False,
}


def prices(*rows: dict[str, Any], **meta: Any) -> tuple[int, dict[str, Any], dict[str, str]]:
    """An answer with some prices."""
    data = [{"id": f"p{at}", "type": "prices", "attributes": row} for at, row in enumerate(rows or (ROW,))]
    return document(data, meta={"total_records": len(data), **meta})


class Service:
    """Mints tokens that name what was asked for, and answers those that it has minted with ``answers``."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.answers: list[Any] = [prices()]
        self.seen: list[Seen] = []

    def answer(self, *answers: Any) -> None:
        self.answers = list(answers)

    def __call__(self, seen: Seen) -> Any:
        if seen.path == "/token":
            assert (seen.headers["Api-Key"], "Authorization" in seen.headers) == ("secret-key-1", False)
            self.asked.append(seen.json)
            told = {"access_token": f"token-number-{len(self.asked)}-for-prices", "token_type": "Bearer"}
            return 200, {**told, "expires_in": 900}, {}
        self.seen.append(seen)
        assert "Api-Key" not in seen.headers
        assert "X-DIDWW-API-Version" not in seen.headers
        assert seen.headers["Authorization"].startswith("Bearer token-number-")
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.fixture
def service(server: Server) -> Service:
    made = Service()
    server.answer(made)
    return made


@pytest.fixture
def elsewhere() -> Iterator[Server]:
    """Another server, on another port."""
    with running_server() as running:
        yield running


@pytest.fixture
def run(live: Callable[..., Result], service: Service) -> Callable[..., Result]:
    """Runs a command line against the scripted service; no token is ever printed."""

    def run_it(line: str, *, code: int = 0) -> Result:
        result = live(line, code=code)
        assert "token-number-" not in result.out + result.err, str(result)
        return result

    return run_it
