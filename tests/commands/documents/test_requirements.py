"""``requirements``: what is asked for in words; what is there, what is missing, and the commands that supply it."""

from __future__ import annotations

import pytest

from tests.conftest import on_demo, problem, run_line
from tests.harmed import Harmed
from tests.spoken import in_each_version

pytest_generate_tests = in_each_version
GERMAN = "requirements --did 493023125001"


def test_in_words(didww, version):
    text = " ".join(didww("requirements --country DE --type local").out.split())
    assert "a person or a company person anywhere in the world filled in: birth date, country 1 document of" in text
    assert "kept on file: Germany Registration Form, blank at https://" in text
    assert "address in the city of the number 1 document of these: Copy of Phone Bill, Utility Bill" in text
    french = didww("requirements --did 33199000000").out
    assert "France Declaration of Use" in french
    assert "a description of what the numbers are for" in french
    emergency = " ".join(didww("requirements --country US --type Local --emergency").out.split())
    assert "set-up time 1-2 business days price 0.0 once, 0.75 each month" in emergency


def test_as_data(didww, version):
    asked = [
        didww(f"requirements {which} -o json").json["requirement"]
        for which in ("--did 493023125001", "--did-group Berlin", "--country Germany --type local")
    ]
    assert asked[0] == asked[1] == asked[2]
    assert asked[0]["people"]["business"] == {
        "place": "world_wide",
        "fields": ["company_reg_number"],
        "documents": 1,
        "types": ["Business Registration Certificate", "Trade License"],
        "form": {
            "name": "Germany Registration Form",
            "url": "https://files.example.com/forms/germany-registration-form.pdf",
        },
        "each_time": None,
    }
    irish = didww("requirements --country IE --type national -o json").json["requirement"]
    assert list(irish["people"]) == ["business"]


def test_where_nothing_is_asked_for(didww, version):
    assert "They work without registration." in didww("requirements --did 12125550100").err
    assert didww("requirements --did 12125550100 -o json").json["requirement"] is None
    assert "DIDWW lists no emergency requirement" in didww("requirements --did-group Acapulco --emergency").err


def test_what_is_there_and_what_is_missing(didww, version):
    fulfilled = didww(f"{GERMAN} --identity identity-trading --address address-berlin -o json").json
    assert (fulfilled["valid"], fulfilled["errors"]) == (True, [])
    assert {(one["what"], one["found"]) for one in fulfilled["checked"]} == {
        ("kind", "company"),
        ("company_reg_number", "HRB 000000"),
        ("documents", "Business Registration Certificate"),
        ("form", None),
        ("place", "Berlin"),
        ("documents", "Utility Bill"),
    }
    elsewhere = didww(f"{GERMAN} --address address-frankfurt -o json", code=10)
    assert [(one["what"], one["says"], one["found"], one["there"]) for one in elsewhere.json["checked"]] == [
        ("place", "in Berlin", "Frankfurt", False),
        ("documents", "1 document of these: Copy of Phone Bill, Utility Bill, Rental Receipt, Other", None, False),
    ]
    assert elsewhere.error["kind"] == "check_failed"


def test_each_missing_thing_is_supplied_by_its_command(didww, papers, version):
    result = didww(f"{GERMAN} --identity identity-hotel -o json", code=10)
    commands = {one["what"]: one["command"] for one in result.json["checked"] if not one["there"]}
    assert [*commands] == ["company_reg_number", "documents", "form"]
    field = commands["company_reg_number"]
    assert field == on_demo(version, "identities update identity-hotel --company-reg-number VALUE")
    didww(field.removeprefix("didww ").replace("VALUE", "H-1"))

    didww(commands["documents"].removeprefix("didww ").replace("FILE", str(papers / "c.pdf")))
    left = didww(f"{GERMAN} --identity identity-hotel", code=10)
    assert "1 thing is missing" in left.err
    assert left.out.count("missing") == 1
    assert "DIDWW says: Following Supporting Document(s) required (Germany Registration Form)" in left.out


def test_a_command_is_never_folded_and_an_address_is_of_the_identity(didww, monkeypatch, version):
    monkeypatch.setenv("COLUMNS", "60")
    line = f"-p demo --api-version {version} {GERMAN} --identity identity-hotel"
    shown = run_line(line, terminal=True).out
    add = "documents add FILE --identity identity-hotel --template 'Germany Registration Form'"
    assert f"           {on_demo(version, add)}\n" in shown
    other = didww(f"{GERMAN} --identity identity-hotel --address address-berlin", code=2)
    assert "is of Example Trading GmbH" in other.err


def test_emergency_with_an_identity_of_another_country(didww, version):
    line = "requirements --country US --type local --emergency"
    assert didww(f"{line} --identity identity-john --address address-new-york -o json").json["valid"] is True
    wrong = didww(f"{line} --identity identity-jane --address address-london -o json", code=10).json
    assert next((one["of"], one["command"]) for one in wrong["checked"] if not one["there"]) == (
        "identity",
        on_demo(version, "identities update identity-jane --country US"),
    )


def test_words_of_the_server_that_are_not_known_are_shown(live, server, version):
    account = Harmed(server, {1: "before 422"})
    server.answer(account)
    result = live(f"{GERMAN} --identity identity-trading --address address-berlin -o json", code=10)
    [missing] = [one for one in result.json["checked"] if not one["there"]]
    assert (missing["what"], missing["didww"]) == ("other", "Refused")
    assert len(account.writes) == 1


def test_a_failure_is_no_verdict(live, server, version):
    account = Harmed(server, {1: "before 500"})
    server.answer(account)
    assert live(f"{GERMAN} --identity identity-trading", code=7).out == ""
    account.on_read = lambda seen: problem(500, "Broken") if "address_requirements" in seen.path else None
    live(f"{GERMAN} --retries 0", code=7)


def test_a_requirement_that_the_server_left_out_is_not_none(live, server, version):
    def without(seen):
        status, body, headers = account.reply(seen)
        return status, body.replace(b'"address_requirement"', b'"something_else"'), headers

    account = Harmed(server, on_read=without)
    server.answer(account)
    assert "did not say" in live(GERMAN, code=7).err


@pytest.mark.parametrize(
    "options",
    ["", "--country DE", "--type local", "--did 1 --country DE --type local", "--country DE --type locale"],
)
def test_what_is_typed_wrong_sends_nothing(live, server, version, options):
    live(f"requirements {options}", code=2)
    assert server.seen == []
