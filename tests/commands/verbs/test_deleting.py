"""``delete``, and ``cancel`` of emergency services: what depends on it, questions, what outlives it."""

from __future__ import annotations

import pytest

from tests.commands.verbs.written import PERSON
from tests.conftest import run_line
from tests.spoken import NEW, in_each_version
from tests.terminal import in_terminal

pytest_generate_tests = in_each_version


def test_delete_lists_what_depends_on_it_and_asks(didww):
    result = didww("trunks in delete Headquarters", code=9)
    assert "Depends on it: 3 dids (12125550100, 14165550100, 46846500400)" in result.err
    assert "Delete inbound trunk Headquarters?" in result.err
    assert didww("trunks in get Headquarters -o ids").out
    made = didww("trunks in create --name Gone --pstn-dst 12025550100 -o json").json
    result = didww("trunks in delete Gone --yes")
    assert (result.out, result.err) == ("", "Deleted inbound trunk Gone.\n")
    assert didww("trunks in delete Gone --yes -q", code=4)
    assert didww(f"trunks in get {made['id']}", code=4)


def test_a_member_of_a_group_says_so(didww):
    didww("trunks in create --name Member --pstn-dst 1 --voice-in-trunk-group 'Main group'")
    assert "Member belongs to the trunk group Main group" in didww("trunks in delete Member", code=9).err


def test_delete_by_filter(didww):
    for name in ("Temp1", "Temp2"):
        didww(f"trunks in create --name {name} --pstn-dst 1 --external-reference-id temp")
    assert "2 trunks in: Temp1, Temp2" in didww("trunks in delete -f external_reference_id=temp", code=9).err
    didww("trunks in delete -f external_reference_id=temp --yes")
    assert didww("trunks in list -f external_reference_id=temp -o json").json == []
    assert didww("trunks in delete -f external_reference_id=temp --yes").code == 0


@pytest.mark.parametrize(("answer", "done"), [(b"y\n", True), (b"n\n", False), (b"\n", False)])
def test_the_question_on_a_terminal(answer, done):
    assert run_line("-p demo trunks in create --name Asked --pstn-dst 1").code == 0
    seen = in_terminal(["-p", "demo", "trunks", "in", "delete", "Asked"], keys=answer)
    assert "Delete inbound trunk Asked? On the emulated account (profile demo). [y/N]" in seen.text.replace("\r\n", "")
    assert seen.code == (0 if done else 9)
    assert run_line("-p demo trunks in get Asked").code == (4 if done else 0)


def test_cancel_an_emergency_service(didww):
    service = next(s for s in didww("emergency services list -o json").json if s["status"] == "active")
    assert service["name"] in didww(f"emergency services cancel {service['reference']}", code=9).err
    didww(f"emergency services cancel {service['reference']} --yes")
    assert didww(f"emergency services get {service['id']} -o json").json["status"] == "canceled"


@pytest.mark.parametrize("files_first", [True, False])
def test_files_outlive_what_they_proved(didww, tmp_path, files_first):
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    person = didww(f"{PERSON} --phone-number 1 -o json").json["id"]
    place = f"addresses create --address A --city-name B --postal-code C --identity {person} --country US -o json"
    home = didww(place).json["id"]
    files = [didww(f"files upload {tmp_path}/scan.pdf -o ids").lines[0] for _ in range(2)]
    for kind, entity, file in (("Personal", person, files[0]), ("Address", home, files[1])):
        proof_type = didww(f"proof-types list -f entity_type={kind} -o ids").lines[0]
        didww(f"proofs create --proof-type {proof_type} --entity id:{entity} --files {file}")
    deletions = [f"addresses delete {home}", f"identities delete {person}"]
    deletions.insert(0 if files_first else 2, f"files delete {' '.join(files)}")
    for line in deletions:
        assert set(files) <= set(didww("files list -o ids").lines)
        didww(f"{line} --yes")
        if line.startswith("files"):
            files = []
    for noun, gone in (("identities", person), ("addresses", home)):
        didww(f"{noun} get {gone}", code=4)


def test_what_goes_is_told_also_where_nobody_is_asked(didww, version):
    told = didww("trunks groups delete 'Main group' --yes", code=5 if version == NEW else 0).err
    assert "In Main group: 3 trunks in: London, Berlin, Reception desk" in told
    assert "Depends on it: 6 dids (12125550101, 12125550102, " in told
    assert "they lose their route" in told.replace("\n", " ")


def test_a_filter_that_nothing_fits_is_said(didww):
    for line in ("dids update --description x", "dids cancel", "dids assign --trunk Berlin", "dids unassign"):
        done = didww(f"{line} --filter number=000 --yes")
        assert (done.out, done.err) == ("", "No dids match. Asked for: number=000.\n")
    assert didww("trunks in delete --filter name=zz --yes").err == "No inbound trunks match. Asked for: name=zz.\n"
    assert didww("trunks in delete --filter name=zz --dry-run -o json").json == []


def test_what_cannot_be_canceled_says_why(didww):
    error = didww("orders cancel ABK-100001 --yes -o json", code=5).error
    assert error["message"] == (
        "The order ABK-100001 (completed) cannot be canceled: only a pending order can be canceled"
    )
