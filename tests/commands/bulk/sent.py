"""What a scripted server was sent."""

from __future__ import annotations


def writes(server):
    return [seen for seen in server.seen if seen.method != "GET"]
