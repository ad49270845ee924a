"""A shop on the scripted server, whose answers to orders come to harm, and what is bought there."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import uuid4

from tests.conftest import document, problem

SKU = "634779eb-a341-5a51-86aa-e0bcb85d67fd"
HTML = (200, b"<html>gateway</html>", {"Content-Type": "text/html"})


def free_number(didww, area: str, at: int = 0) -> dict[str, Any]:
    return didww(f"available-dids list --filter 'did_group.area_name={area}' -o json -s number").json[at]


def total_balance(didww) -> Decimal:
    return Decimal(didww("balance -o json").json["total_balance"])


@dataclass
class Shop:
    """The orders of a scripted server. Each POST meets the next of ``faults`` (``before`` or ``after`` it acts)."""

    faults: list[str] = field(default_factory=list)
    look_ups: list[Any] = field(default_factory=list)
    orders: list[dict[str, Any]] = field(default_factory=list)
    posts: int = 0
    statuses: list[str] = field(default_factory=lambda: ["completed"])

    def __call__(self, seen):
        if seen.method == "POST":
            self.posts += 1
            return self.post(seen, self.faults.pop(0) if self.faults else "")
        if seen.path.startswith("/v3/orders/"):
            self.orders[-1]["attributes"]["status"] = self.statuses.pop(0) if self.statuses else "completed"
            return document(self.orders[-1])
        if seen.path == "/v3/orders":
            if self.look_ups:
                return self.look_ups.pop(0)
            reference = seen.query["filter[external_reference_id]"]
            return document([o for o in self.orders if o["attributes"]["external_reference_id"] == reference])
        return document([])

    def post(self, seen, fault):
        when, _, what = fault.partition(" ")
        if when != "before":
            attributes = {**seen.json["data"]["attributes"], "reference": f"R-{self.posts}", "status": "pending"}
            self.orders.append({"id": str(uuid4()), "type": "orders", "attributes": attributes})
        placed = (201, {"data": self.orders[-1] if self.orders else None}, {})
        answers = {
            "": placed,
            "drop": "drop",
            "cut": ("cut", *placed),
            "html": HTML,
            "empty": (201, b"", {}),
            "nothing": (201, {"data": None}, {}),
            "list": (201, b"[]", {}),
            "429": (429, {"errors": [{"status": "429", "detail": "Too Many Requests"}]}, {}),
        }
        return answers[what] if what in answers else problem(int(what), "Broken")


BUY = f"orders create --sku {SKU} --qty 1 --yes -o json"


def start(line: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "didww_cli", *line.split()]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ})


class Stuck:
    """A shop that never answers the first POST: it acts before or after it has told so."""

    def __init__(self, *, acts: bool) -> None:
        self.shop = Shop()
        self.acts = acts
        self.reached = threading.Event()
        self.release = threading.Event()

    def __call__(self, seen):
        if seen.method != "POST" or self.reached.is_set():
            return self.shop(seen)
        self.shop.posts += not self.acts
        answer = self.shop(seen) if self.acts else "drop"
        self.reached.set()
        self.release.wait(30)
        return answer
