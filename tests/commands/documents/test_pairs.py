"""Two processes of one machine that hand in the same at the same moment: the second waits, and sends nothing again."""

from __future__ import annotations

import threading

import pytest

from tests.conftest import run_line
from tests.harmed import Harmed
from tests.processes import PATIENCE, ended, start
from tests.spoken import in_each_version

pytest_generate_tests = in_each_version
UPLOAD = "POST /encrypted_files"
CHECK, VERIFICATION = "POST /address_requirement_validations", "POST /address_verifications"
LINES = {
    "register": (
        "register 33199000000 --identity identity-trading --address address-paris --service-description Support --yes "
        "--document 'a.jpg=Utility Bill' --document 'c.pdf=France Declaration of Use'",
        [UPLOAD, "POST /proofs", UPLOAD, VERIFICATION],
    ),
    "proofs": ("proofs add a.jpg c.pdf --entity identity-john --proof-type Passport", [UPLOAD, UPLOAD, "POST /proofs"]),
    "documents": (
        "documents add c.pdf --identity identity-john --template 'Germany Registration Form'",
        [UPLOAD, "POST /permanent_supporting_documents"],
    ),
}
WAITS = "Another process is handing in documents; waiting for it.\n"


class Held(Harmed):
    """The emulated account, which keeps the answer to the first upload back until ``release`` is set."""

    reached, release = threading.Event(), threading.Event()

    def __call__(self, seen):
        answer = super().__call__(seen)
        if self.writes[-1:] == [UPLOAD] and not self.reached.is_set():
            self.reached.set()
            self.release.wait(PATIENCE)
        return answer


@pytest.fixture
def account(server, papers, monkeypatch):
    found = Held(server)
    found.reached, found.release = threading.Event(), threading.Event()
    server.answer(found)
    monkeypatch.chdir(papers)
    yield found
    found.release.set()


@pytest.mark.parametrize(("line", "writes"), LINES.values(), ids=LINES)
def test_the_second_waits_and_sends_nothing_again(account, version, line, writes):
    line = f"--api-version {version} -o json {line}"
    first = start(line)
    assert account.reached.wait(PATIENCE)
    second = start(line)
    while (told := second.stderr.readline()) not in (WAITS, ""):
        pass
    account.release.set()
    assert told == WAITS
    (code, out, err), (code_again, out_again, err_again) = ended(first), ended(second)
    assert (code, code_again) == (0, 0), err + err_again
    assert out_again[:50] == out[:50]  # the same id
    assert [one for one in account.writes if one != CHECK] == writes


@pytest.mark.parametrize("name", LINES)
def test_a_killed_process_holds_nobody_up_and_its_upload_is_found(account, version, name):
    line, writes = LINES[name]
    line = f"--api-version {version} {line}"
    first = start(line)
    assert account.reached.wait(PATIENCE)
    first.kill()
    ended(first)
    account.release.set()
    result = run_line(line)
    assert result.code == 0, str(result)
    assert WAITS not in result.err
    assert [one for one in account.writes if one != CHECK] == writes
