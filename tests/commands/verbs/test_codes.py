"""Codes of the API are shown and taken by their words."""

from __future__ import annotations

import pytest

from tests.commands.asked import record, sent
from tests.conftest import document


@pytest.mark.parametrize(("name", "number"), [("disabled", 0), ("rfc2833", 1), ("INFO-relay", 2), ("info", 4)])
def test_dtmf_that_is_sent(server, live, name, number):
    server.answer((201, {"data": record("voice_in_trunks")}, {}))
    live(f"trunks in create --name X --sip-host a --tx-dtmf {name}")
    assert sent(server)[0]["configuration"]["attributes"]["tx_dtmf_format_id"] == number


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "disabled"), (1, "RFC2833"), (2, "INFO-relay"), (3, "3"), (4, "INFO")]
)
def test_dtmf_in_a_table(server, live, number, shown):
    held = {"type": "sip_configurations", "attributes": {"host": "a", "tx_dtmf_format_id": number}}
    server.answer(document(record("voice_in_trunks", name="X", configuration=held)))
    lines = [line.split() for line in live("trunks in get id:r1").lines if "dtmf" in line.lower()]
    assert lines[0][-1] == shown


def test_an_unknown_code_can_be_put_back(server, live):
    held = {"type": "sip_configurations", "attributes": {"host": "a", "tx_dtmf_format_id": 3, "codec_ids": [99]}}
    server.answer(document(record("voice_in_trunks", name="X", configuration=held)))
    shown = live("trunks in get id:r1 -o json").out
    assert "nothing changes" in live("trunks in update id:r1 --data -", stdin=shown).err
