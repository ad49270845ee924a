"""``register``, ``proofs add``, ``documents add``: from plain files, checked, each step once, whatever happens."""

from __future__ import annotations

import json
import shlex

import pytest

from didww_cli.emulator.account import Timing
from didww_cli.emulator.engine import Emulator, Settings
from tests.commands.documents.content import JPG, PDF
from tests.conftest import problem, run_line
from tests.harmed import Harmed
from tests.spoken import in_each_version

pytest_generate_tests = in_each_version
# what is written, in this order: the check, a bill and its proof, the form of this time, the verification
CHECK, BILL, PROOF, FORM, VERIFICATION = range(1, 6)
WRITES = {
    CHECK: "POST /address_requirement_validations",
    BILL: "POST /encrypted_files",
    PROOF: "POST /proofs",
    FORM: "POST /encrypted_files",
    VERIFICATION: "POST /address_verifications",
}


@pytest.fixture
def line(papers):
    return (
        "register 33199000000 --identity identity-trading --address address-paris --service-description Support "
        f"--document '{papers / 'a.jpg'}=Utility Bill' --document '{papers / 'c.pdf'}=France Declaration of Use'"
    )


@pytest.fixture
def account(server):
    found = Harmed(server)
    server.answer(found)
    return found


def again(result):
    """The command line that a failure names to go on with."""
    return result.err.strip().splitlines()[-1].removeprefix("Go on with: ").removeprefix("didww ")


def made_by_us(live, noun):
    """The ids of what has a reference that is drawn here."""
    listed = live(f"{noun} list -o json").json
    return [one["id"] for one in listed if (one["external_reference_id"] or "").startswith("didww-")]


def test_the_whole_way(live, account, line, version):
    result = live(f"{line} --yes --wait -o json")
    assert account.writes == list(WRITES.values())
    assert result.json["status"] == "approved"
    assert f"{len(JPG):,} bytes are encrypted and uploaded, then the proof Utility Bill" in result.err
    assert "an address verification of address-paris is submitted for 33199000000" in result.err
    did = live("dids get 33199000000 -o json").json
    assert did["awaiting_registration"] is False
    repeated = live(f"{line} --yes -o json")
    assert repeated.json["id"] == result.json["id"]
    assert "Nothing is left to send." in repeated.err
    assert len(account.writes) == len(WRITES)


@pytest.mark.parametrize("harm", ["before 422", "before drop", "before 500", "after drop", "after 500"])
@pytest.mark.parametrize("at", [BILL, PROOF, FORM, VERIFICATION])
def test_going_on_from_each_step_does_nothing_twice(live, account, line, version, at, harm):
    account.harm[at] = harm
    code = {"before 422": 5, "after drop": 0, "after 500": 0}.get(harm, 8)
    result = live(f"{line} --yes", code=code)
    if code:
        assert "before you repeat it" not in result.err
        live(again(result))
    assert len(made_by_us(live, "proofs")) == 1
    assert len(made_by_us(live, "address-verifications")) == 1
    tries = 1 if code == 0 else 2
    expected = {path: list(WRITES.values()).count(path) for path in WRITES.values()}
    expected[WRITES[at]] += tries - 1
    expected[WRITES[CHECK]] = tries
    assert {path: account.writes.count(path) for path in expected} == expected
    assert live("dids get 33199000000 -o json").json["address_verification"] is not None


@pytest.mark.parametrize("harm", ["before drop", "after drop", "before 500"])
def test_a_check_without_answer_changes_nothing(live, account, line, version, harm):
    account.harm[CHECK] = harm
    assert "a check changes nothing" in live(f"{line} --yes", code=7).err
    assert account.writes == [WRITES[CHECK]]
    live(f"{line} --yes")
    assert account.writes == [WRITES[CHECK], *WRITES.values()]


def test_a_form_that_was_used_meanwhile_is_told_by_its_option(live, account, papers, line, version):
    account.harm[VERIFICATION] = "before 500"
    went_on = again(live(f"{line} --yes", code=8))
    [form] = [one for one in live("files list -o json").json if "c.pdf" in one["description"]]
    other = "--address address-paris --dids 33199000000 --service-description Support"
    live(f"address-verifications create {other} --onetime-files {form['id']} --yes")
    account.on_read = lambda seen: without_verifications(account, seen) if seen.path == "/v3/dids" else None
    refused = live(went_on, code=5)
    assert "--document: " in refused.err


def without_verifications(account, seen):
    """The DIDs as if they were in no verification yet."""
    status, body, headers = account.reply(seen)
    found = json.loads(body)
    for one in found["data"]:
        one["relationships"].get("address_verification", {})["data"] = None
    return status, found, headers


def test_an_upload_that_is_gone_is_uploaded_again(live, account, line, version):
    account.harm[PROOF] = "before 422"
    result = live(f"{line} --yes", code=5)
    [bill] = [one for one in live("files list -o json").json if "a.jpg" in one["description"]]
    live(f"files delete {bill['id']} --yes")
    live(again(result))
    assert account.writes.count("POST /encrypted_files") == 3


def test_nothing_is_uploaded_where_the_requirement_is_not_fulfilled(live, account, papers, version):
    german = "register 496990009000 --identity identity-trading --address"
    result = live(f"{german} address-berlin --yes", code=10)
    assert "in Frankfurt" in result.err
    hotel = live("register 493023125001 --identity identity-hotel --address address-acapulco --yes", code=10)
    assert "documents add FILE --identity identity-hotel --template 'Germany Registration Form'" in hotel.err
    live(f"{german} address-frankfurt --document '{papers / 'a.jpg'}=Utility Bill' --yes")
    assert account.writes.count("POST /encrypted_files") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("33199000000 {who} --document {c}=Passport", "Taken are: Business Registration Certificate"),
        ("33199000000 {who} --document {c}", "is not FILE=TYPE"),
        (
            "33199000000 {who} --document '{c}=identity:Utility Bill'",
            "is no document that is asked for of the identity.",
        ),
        ("33199000000 {who} --document missing.pdf=Other", "cannot be read"),
        ("33199000000 {who} --service-description Support", "France Declaration of Use"),
        ("33199000000 {who} --document '{c}=France Declaration of Use'", "--service-description TEXT is needed"),
        ("33199000000 493023125001 {who}", "different requirements"),
        (
            "33199000000 {who} --document {c}=Other --document {c}=Other --document '{c}=France Declaration of Use' "
            "--service-description Support",
            "given twice",
        ),
        ("12125550100 {who}", "asks for no registration"),
        ("33199000000 {who} --callback-url https://hooks.example.com/", "Add --callback-method"),
        ("33199000000 {who} --callback-url hooks --callback-method post", "--callback-url"),
        ("33199000000 {who} --callback-url https://hooks.example.com/ --callback-method put", "get, post"),
        ("33199000000 {who} --external-reference-id a,b", "nothing could be found again by it"),
        ("33199000000 --identity identity-jane --address address-paris", "is of Example Trading GmbH"),
    ],
)
def test_what_is_typed_wrong_writes_nothing(live, account, papers, version, words, said):
    who = "--identity identity-trading --address address-paris"
    result = live(f"register {words.format(who=who, c=papers / 'c.pdf')} --yes", code=2)
    assert said in result.err
    assert account.writes == []


def test_it_asks_and_a_dry_run_shows_each_request(live, account, line, version):
    assert "Hand this in?" in live(line, code=9).err
    assert account.writes == [WRITES[CHECK]]
    shown = live(f"{line} --dry-run -o json").json
    assert [f"{one['method']} {one['url'].partition('/v3')[2]}" for one in shown] == list(WRITES.values())[1:]
    live(f"--read-only {line} --yes", code=3)
    assert account.writes == [WRITES[CHECK]]


def test_where_it_is_reported_goes_with_it(live, account, line, version):
    account.harm[VERIFICATION] = "before 422"
    result = live(f"{line} --callback-url https://hooks.example.com/didww --callback-method post --yes", code=5)
    live(again(result))
    body = account.server.seen[-1].json["data"]["attributes"]
    assert (body["callback_url"], body["callback_method"]) == ("https://hooks.example.com/didww", "post")


def test_a_rejection_says_why(live, account, line, version):
    result = live(f"{line} --external-reference-id reject-me --yes --wait", code=10)
    assert "The document cannot be read" in result.err
    same = live(f"{line} --external-reference-id reject-me --yes")
    assert "reject-me is submitted already" in same.err
    assert len(account.writes) == len(WRITES)


def test_an_interrupted_wait_says_how_to_go_on(live, account, line, version, monkeypatch):
    def interrupted(seconds):
        if WRITES[VERIFICATION] in account.writes:
            raise KeyboardInterrupt

    account.emulator = Emulator(settings=Settings(timing=Timing(reads=6, seconds=None)))
    with monkeypatch.context() as patched:
        patched.setattr("time.sleep", interrupted)
        stopped = live(f"{line} --yes --wait", code=130)
    assert "is handed in. Wait for its review with:" in stopped.err
    assert run_line(f"{again(stopped)} -o json").json["status"] == "approved"
    assert account.writes == list(WRITES.values())


def test_time_that_runs_out_is_told_with_what_goes_on(live, account, line, version):
    account.emulator = Emulator(settings=Settings(timing=Timing(reads=6, seconds=None)))
    result = live(f"{line} --yes --wait --wait-timeout 0", code=11)
    assert run_line(again(result)).code == 0
    assert account.writes == list(WRITES.values())


def test_reading_that_fails_afterwards_says_how_to_go_on(live, account, line, version):
    broken = True

    def on_read(seen):
        return problem(500, "Broken") if broken and WRITES[VERIFICATION] in account.writes else None

    account.on_read = on_read
    result = live(f"{line} --yes --wait --retries 0", code=7)
    assert "is handed in, but how far it is could not be read" in result.err
    broken = False
    assert run_line(again(result)).code == 0


@pytest.mark.parametrize("harm", ["before 422", "before drop", "after drop"])
@pytest.mark.parametrize("at", [1, 2])
@pytest.mark.parametrize(
    ("noun", "links"),
    [
        ("proofs", "--entity identity-john --proof-type Passport"),
        ("documents", "--identity identity-john --template 'Germany Registration Form'"),
    ],
)
def test_adding_papers_does_nothing_twice(live, account, papers, version, noun, links, at, harm):
    account.harm[at] = harm
    code = {"before 422": 5, "before drop": 8}.get(harm, 0)
    line = f"{noun} add {papers / 'c.pdf'} {links} -o json"
    result = live(line, code=code)
    if code:
        assert ("Mend that, then go on with this" if code == 5 else "Go on with this") in result.err
    made = live(line).json
    assert live(line).json["id"] == made["id"]
    assert made_by_us(live, noun) == [made["id"]]
    assert account.writes.count("POST /encrypted_files") == (2 if at == 1 and code else 1)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ("a.jpg c.pdf ./copy.jpg", "copy.jpg is the same file as"),
        ("a.jpg missing.pdf empty.pdf", "missing.pdf cannot be read: No such file or directory.\nempty.pdf is empty."),
    ],
)
def test_files_that_cannot_be_a_proof_are_not_uploaded(live, account, papers, monkeypatch, version, files, said):
    monkeypatch.chdir(papers)
    (papers / "copy.jpg").write_bytes(JPG)
    (papers / "empty.pdf").write_bytes(b"")
    result = live(f"proofs add {files} --entity address-paris --proof-type Other", code=2)
    assert said in result.err
    documents = " ".join(f"--document {name}=Other" for name in files.split())
    live(f"register 33199000000 --identity identity-trading --address address-paris {documents}", code=2)
    assert account.writes == []


@pytest.mark.parametrize("version", ["2026-11-19"])
def test_more_files_than_a_proof_takes_are_not_uploaded(live, account, papers, version):
    for at in range(6):
        (papers / f"{at}.pdf").write_bytes(PDF + bytes([at]))
    files = " ".join(str(papers / f"{at}.pdf") for at in range(6))
    assert "at most 5" in live(f"proofs add {files} --entity address-paris --proof-type Other", code=2).err
    assert account.writes == []


def test_a_kind_that_does_not_fit_is_told_by_its_option(live, account, papers, version):
    wrong = live(f"proofs add {papers / 'a.jpg'} --entity address-paris --proof-type Passport", code=5)
    assert "Error: --proof-type: is invalid\nMend that" in wrong.err
    live(f"proofs add {papers / 'a.jpg'} --entity address-paris --proof-type Other")
    assert account.writes.count("POST /encrypted_files") == 1


def test_several_files_make_one_proof(live, account, papers, version):
    names = shlex.join(str(papers / name) for name in ("a.jpg", "c.pdf"))
    live(f"proofs add {names} --entity address-paris --proof-type 'Utility Bill'")
    assert account.writes == ["POST /encrypted_files", "POST /encrypted_files", "POST /proofs"]
    assert PDF not in b"".join(seen.body for seen in account.server.seen)
