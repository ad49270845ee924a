"""Orders over HTTP while a share of all requests goes wrong: none may be lost, none placed twice.

The server is the emulated account behind faults of every kind, before and after it acts. The buyers place their orders
by the function that ``didww orders create`` uses, each with a reference that the tool draws; what ends with an unknown
outcome, a failed look-up or 429 is repeated with that reference, as the tool says, until it is done. Then the account
is counted: orders, references, money. A sample runs through the real command line.

    python benchmarks/orders_under_faults.py --orders 1000 --share 0.2
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, replace
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from didww_cli.catalog import BY_TYPE
from didww_cli.emulator.clock import utc_now
from didww_cli.emulator.engine import Emulator
from didww_cli.emulator.message import Reply, Request
from didww_cli.emulator.seed import seed_state
from didww_cli.emulator.store import MemoryStore
from didww_cli.errors import DidwwError, NetworkFailure, OutcomeUnknown, RateLimited
from didww_cli.jsonapi.client import Client
from didww_cli.jsonapi.credentials import Credentials
from didww_cli.jsonapi.speech import Speech
from didww_cli.jsonapi.transport import Connection
from didww_cli.workflows.orders.items import option_items
from didww_cli.workflows.orders.ordering import Order, new_reference, order_once
from didww_cli.workflows.writing.door import Door

HARMS = ("drop-before", "500-before", "429", "drop-after", "500-after", "502-after", "cut")
KEY = "any-key"
START = Decimal(1_000_000)


@dataclass
class Shop:
    """The emulated account behind faults, which a ``share`` of the requests meet; ``met`` counts them."""

    share: float
    draw: random.Random
    state: MemoryStore = field(default_factory=lambda: MemoryStore(lambda: seed_state(utc_now())))
    met: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.emulator = Emulator(self.state)
        with self.state.session() as state:
            purse = next(iter(state.all("balances")))
            state.set(purse, balance=f"{START:.2f}")
            self.before = {order.id for order in state.all("orders")}

    def answer(self, request: Request) -> tuple[Reply | None, str]:
        """The reply, None where the connection is dropped, and the harm that it meets."""
        with self.lock:
            harm = self.draw.choice(HARMS) if self.draw.random() < self.share else ""
            self.met[f"{request.method} {harm or 'answered'}"] += 1
        if harm == "drop-before":
            return None, harm
        if harm in ("500-before", "429"):
            status = int(harm[:3])
            return Reply(status, {}, json.dumps({"errors": [{"status": str(status), "title": harm}]}).encode()), harm
        reply = self.emulator.handle(request)
        if harm == "drop-after":
            return None, harm
        if harm in ("500-after", "502-after"):
            return Reply(int(harm[:3]), {"Content-Type": "text/html"}, b"<html>gateway</html>"), harm
        return reply, harm

    def placed(self) -> list[dict[str, object]]:
        """The orders that were placed here, as attributes."""
        with self.state.session() as state:
            return [dict(order.attributes) for order in state.all("orders") if order.id not in self.before]

    def spent(self) -> Decimal:
        """The money that they took."""
        with self.state.session() as state:
            return START - Decimal(next(iter(state.all("balances"))).attributes["balance"])


def handler(shop: Shop) -> type[BaseHTTPRequestHandler]:
    """Serves a shop."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            url = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            query = tuple(parse_qsl(url.query, True))
            reply, harm = shop.answer(Request(self.command, url.path, query, dict(self.headers), body))
            if reply is None:
                self.close_connection = True
                return
            self.send_response(reply.status)
            for name, value in {**reply.headers, "Content-Length": str(len(reply.body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body[: len(reply.body) // 2] if harm == "cut" else reply.body)
            self.close_connection = harm == "cut"

        do_POST = do_GET  # noqa: N815

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

        def handle(self) -> None:
            with suppress(OSError):
                super().handle()

    return Handler


@dataclass
class Buyer:
    """Places orders as a person at the command line would."""

    url: str
    pool: str
    outcomes: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)
    here: threading.local = field(default_factory=threading.local)

    def client(self) -> Client:
        """A client for each thread, as each command has one."""
        if not hasattr(self.here, "client"):
            key: Callable[[], tuple[str, str]] = lambda: (KEY, "here")  # noqa: E731
            self.here.client = Client(
                Connection(self.url, Speech("2026-04-16", Credentials(key, (self.url,))), "the shop")
            )
        found: Client = self.here.client
        return found

    def buy(self) -> str:
        """Place one order, repeated until it is done; its reference."""
        order = Order(option_items({"capacity-pool": self.pool, "qty": "1"}), {}, new_reference(), given=False)
        while True:
            try:
                placed = order_once(Door(self.client()), order, agree=lambda prepared: None, alone=nullcontext())
            except (OutcomeUnknown, NetworkFailure, RateLimited) as error:
                self.count(f"exit {int(error.exit_code)}, repeated")
                order = replace(order, given=True)
                continue
            ways = {(True, False): "there when repeated", (False, True): "answer lost, found"}
            self.count(ways.get((placed.before, placed.found), "answered"))
            return order.reference

    def buy_by_command(self) -> str:
        """The same through the command line, a process for each try."""
        reference = f"cli-{new_reference()}"
        words = ["orders", "create", "--capacity-pool", self.pool, "--qty", "1", "--yes", "-o", "json"]
        command = [sys.executable, "-m", "didww_cli", *words, "--external-reference-id", reference]
        settings = {**os.environ, "DIDWW_BASE_URL": self.url, "DIDWW_API_KEY": KEY}
        while True:
            done = subprocess.run(command, env=settings, capture_output=True, text=True, check=False)  # noqa: S603
            self.count(f"command line: exit {done.returncode}")
            if done.returncode == 0:
                assert json.loads(done.stdout)["external_reference_id"] == reference
                return reference
            if done.returncode not in (6, 7, 8):
                raise DidwwError(f"exit {done.returncode}: {done.stderr}")

    def count(self, outcome: str) -> None:
        with self.lock:
            self.outcomes[outcome] += 1


def run(many: int, work: Callable[[], str], threads: int) -> tuple[list[str], float]:
    """Do the work so often; what it returns, and the seconds that it took."""
    start = time.monotonic()
    with ThreadPoolExecutor(threads) as pool:
        found = list(pool.map(lambda _: work(), range(many)))
    return found, time.monotonic() - start


def report(shop: Shop, buyer: Buyer, wanted: list[str], seconds: tuple[float, float]) -> bool:
    """Count what the account holds against what was wanted, and say so; whether it is right."""
    orders = shop.placed()
    held = Counter(str(order["external_reference_id"]) for order in orders)
    amount = sum((Decimal(str(order["amount"])) for order in orders), Decimal())
    lost = [reference for reference in wanted if reference not in held]
    double = [reference for reference, times in held.items() if times > 1]
    strange = [reference for reference in held if reference not in wanted]
    lines = [
        f"wanted {len(wanted)} orders; the account holds {len(orders)}: {len(double)} double, {len(lost)} lost, "
        f"{len(strange)} unasked; they cost {amount}, the balance fell by {shop.spent()}",
        f"{seconds[0]:.1f} s through the workflow, {seconds[1]:.1f} s through the command line",
        "outcomes: " + ", ".join(f"{name} {times}" for name, times in sorted(buyer.outcomes.items())),
        "requests: " + ", ".join(f"{name} {times}" for name, times in sorted(shop.met.items())),
    ]
    print("\n".join(lines))  # noqa: T201
    return len(orders) == len(wanted) and not (double or lost or strange) and amount == shop.spent()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--orders", type=int, default=1000)
    parser.add_argument("--command-lines", type=int, default=20, help="orders through the real command line, besides")
    parser.add_argument("--share", type=float, default=0.2, help="share of requests that go wrong")
    parser.add_argument("--threads", type=int, default=16)
    parser.add_argument("--waits", type=float, default=0.01, help="scale of the pauses in this process; 1 is real")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    shop = Shop(chosen.share, random.Random(chosen.seed))  # noqa: S311
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(shop))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with shop.state.session() as state:
        pool = next(one.id for one in state.all(BY_TYPE["capacity_pools"].type))
    buyer = Buyer(f"http://127.0.0.1:{server.server_port}/v3", pool)
    time.sleep = lambda seconds, sleep=time.sleep: sleep(seconds * chosen.waits)  # type: ignore[assignment]
    bought, seconds = run(chosen.orders, buyer.buy, chosen.threads)
    by_command, more = run(chosen.command_lines, buyer.buy_by_command, 8)
    server.shutdown()
    return 0 if report(shop, buyer, [*bought, *by_command], (seconds, more)) else 1


if __name__ == "__main__":
    sys.exit(main())
