"""Two processes of one machine that ask for emergency calls of the same number at the same moment: one hands in."""

from __future__ import annotations

import pytest

from tests.harmed import Held
from tests.processes import PATIENCE, ended, start
from tests.spoken import in_each_version as pytest_generate_tests  # noqa: F401

HAND_IN = "POST /emergency_verifications"
LINE = "emergency register --did 442079460001 --address address-london --yes"
WAITS = "Another process is handing in an emergency verification for the same; waiting for it.\n"


@pytest.fixture
def account(server):
    found = Held(server, held=HAND_IN)
    server.answer(found)
    yield found
    found.release.set()


@pytest.mark.parametrize(
    ("more", "code", "said"),
    [
        ("", 10, "442079460001: it is in the emergency service"),
        ("--external-reference-id mine", 0, "Nothing was sent: under the reference mine it is handed in already."),
    ],
)
def test_the_second_waits_and_hands_in_nothing(account, version, more, code, said):
    line = f"--api-version {version} {LINE} {more}"
    first = start(line)
    assert account.reached.wait(PATIENCE)
    second = start(line)
    assert second.stderr.readline() == WAITS
    account.release.set()
    assert ended(first)[0] == 0
    found, _, err = ended(second)
    assert (found, said in err) == (code, True), err
    assert account.writes.count(HAND_IN) == 1
