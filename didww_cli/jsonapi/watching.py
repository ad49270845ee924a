"""What was written: each request that changes something, when it leaves and when it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import requests
from requests.adapters import BaseAdapter, HTTPAdapter

from didww_cli.jsonapi.failures import READS


@dataclass(frozen=True, slots=True)
class Write:
    """A request that changes something. ``answer``: the body that came back, empty as long as none did."""

    method: str
    url: str
    answer: bytes = b""


@dataclass(slots=True)
class Writes:
    """The writes of a run: those that were done, and the one that was sent and is not answered."""

    done: list[Write] = field(default_factory=list)
    under_way: Write | None = None


class Watched(BaseAdapter):
    """Passes requests on to another adapter, and notes in ``writes`` what becomes of those that write."""

    def __init__(self, inner: BaseAdapter | None, writes: Writes) -> None:
        super().__init__()
        self._inner = inner or HTTPAdapter()
        self._writes = writes

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: Any = True,
        cert: Any = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """The answer to a request. What is interrupted stays under way; what fails is told by who sent it."""
        method, url = request.method or "GET", request.url or ""
        if method in READS:
            return self._inner.send(request, stream, timeout, verify, cert, proxies)
        self._writes.under_way = Write(method, url)
        try:
            response = self._inner.send(request, stream, timeout, verify, cert, proxies)
            body = b"" if stream else response.content
        except Exception:
            self._writes.under_way = None
            raise
        self._writes.under_way = None
        if response.status_code < 300:
            self._writes.done.append(Write(method, url, body))
        return response

    def close(self) -> None:
        """End its connections."""
        self._inner.close()
