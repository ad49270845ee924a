"""``didww emergency register``: planned, checked, handed in once whatever happens, and followed to its end."""

from __future__ import annotations

import re

import pytest

from didww_cli.emulator.account import Timing
from didww_cli.emulator.engine import Emulator, Settings
from tests.conftest import on_demo, problem, run_line
from tests.harmed import Harmed
from tests.spoken import in_each_version as pytest_generate_tests  # noqa: F401
from tests.terminal import in_terminal

LONDON = "emergency register --did 442079460001 --address address-london"
CHECK, HAND_IN = "POST /emergency_requirement_validations", "POST /emergency_verifications"


def harmed(server, **more):
    """The emulated account behind the server, which also gives its own tokens."""
    account = Harmed(server, **more)
    server.token = ""
    server.answer(account)
    return account


def go_on(text):
    """The command that a message tells to go on with, run."""
    return run_line(
        re.search(r"^(?:Go on with: )?didww (emergency register .*--external-reference-id.*)$", text, re.M)[1]
    )


def test_the_plan_then_an_active_service(didww, version):
    result = didww(f"{LONDON} --yes --wait -o json")
    assert (result.json["status"], result.json["covered"]) == ("active", True)
    assert [one["what"] for one in result.json["timeline"]] == ["made", "handed in", "active"]
    for told in (
        "service    a new one",
        "DIDs       442079460001 (London)",
        "address    1 Example Street London, of Jane Doe",
        "price      0.0 once and 2.5 each month, without VAT",
        "charged once, and then each month, as soon as the service is verified",
    ):
        assert told in result.err
    assert "442079460001" not in didww("emergency gaps -o csv").out


def test_without_yes_and_in_a_dry_run_nothing_is_sent(server, live, version):
    account = harmed(server)
    asked = live(f"-q {LONDON}", code=9)
    assert "charged once it is verified" in asked.err
    assert "0.0 once and 2.5 each month" in asked.err
    requests = live(f"{LONDON} --dry-run -o json").json
    assert [one["url"].rpartition("/")[2] for one in requests] == [CHECK[6:], HAND_IN[6:]]
    assert requests[1]["body"]["data"]["attributes"]["external_reference_id"].startswith("didww-")
    assert account.writes == []


def test_where_it_is_reported_goes_with_it(server, live, version):
    account = harmed(server, harm={2: "before 500"})
    result = live(f"{LONDON} --callback-url https://hooks.example.com/didww --callback-method get --yes", code=8)
    assert go_on(result.err).code == 0
    [_, body] = [seen.json["data"]["attributes"] for seen in server.seen if f"{seen.method} {seen.path[3:]}" == HAND_IN]
    assert (body["callback_url"], body["callback_method"]) == ("https://hooks.example.com/didww", "get")
    assert account.writes == [CHECK, HAND_IN] * 2


@pytest.mark.parametrize("harm", ["after drop", "after 500"])
def test_a_lost_answer_is_looked_for_and_found(server, live, version, harm):
    account = harmed(server, harm={2: harm})
    result = live(f"{LONDON} --yes --wait -o json")
    assert result.json["status"] == "active"
    assert "The answer was lost; by its reference, it is handed in." in result.err
    assert account.writes == [CHECK, HAND_IN]


@pytest.mark.parametrize("harm", ["before drop", "before 500"])
def test_what_does_not_turn_up_is_gone_on_with_by_its_reference(server, live, version, harm):
    account = harmed(server, harm={2: harm})
    result = live(f"{LONDON} --yes --wait", code=8)
    assert account.writes == [CHECK, HAND_IN]
    assert go_on(result.err).code == 0
    assert account.writes == [CHECK, HAND_IN] * 2
    again = go_on(result.err)
    assert (again.code, "Nothing was sent" in again.err) == (0, True)
    assert account.writes == [CHECK, HAND_IN] * 2


@pytest.mark.parametrize("harm", ["before drop", "after drop", "before 500"])
def test_a_check_without_answer_hands_in_nothing(server, live, version, harm):
    account = harmed(server, harm={1: harm})
    assert "Nothing was handed in" in live(f"{LONDON} --yes", code=7).err
    assert account.writes == [CHECK]


def test_a_check_that_says_no_and_a_refusal_hand_in_nothing(server, live, version):
    account = harmed(server, harm={1: "before 422", 3: "before 422"})
    assert "is not fulfilled" in live(f"{LONDON} --yes", code=10).err
    assert "Nothing was handed in" in live(f"{LONDON} --yes", code=5).err
    assert account.writes == [CHECK, CHECK, HAND_IN]


def test_reading_that_fails_afterwards_says_how_to_go_on(server, live, version):
    broken = True

    def on_read(seen):
        return problem(500, "Broken") if broken and HAND_IN in account.writes else None

    account = harmed(server, on_read=on_read)
    result = live(f"{LONDON} --yes --wait --retries 0", code=7)
    assert "is handed in, but how far it is could not be read" in result.err
    broken = False
    assert go_on(result.err).code == 0
    assert account.writes == [CHECK, HAND_IN]


def test_time_that_runs_out_is_told_with_what_goes_on(server, live, version):
    slow = Emulator(settings=Settings(timing=Timing(reads=6, seconds=None)))
    account = harmed(server, emulator=slow)
    result = live(f"{LONDON} --yes --wait --wait-timeout 0", code=11)
    assert "is still pending" in result.err
    assert "in process" in result.lines[0]
    while (again := go_on(result.err)).code == 11:
        pass
    assert again.code == 0
    assert account.writes == [CHECK, HAND_IN]


def test_an_interrupted_wait_says_how_to_go_on(server, live, version, monkeypatch):
    def interrupted(seconds):
        if HAND_IN in account.writes:
            raise KeyboardInterrupt

    slow = Emulator(settings=Settings(timing=Timing(reads=6, seconds=None)))
    account = harmed(server, emulator=slow)
    with monkeypatch.context() as patched:
        patched.setattr("time.sleep", interrupted)
        result = live(f"{LONDON} --yes --wait", code=130)
    assert re.search("Interrupted. The emergency verification [0-9a-f-]+ is handed in.", result.err)
    assert go_on(result.err).code == 0
    assert account.writes == [CHECK, HAND_IN]


def test_a_rejection_says_why_and_what_to_do(didww, version):
    result = didww(f"{LONDON} --external-reference-id reject-1 --yes --wait", code=10)
    assert "The address does not match the area of the number" in result.err
    service = result.lines[0].split()[0]
    assert f"Mend that, then: {on_demo(version, f'emergency register --service {service} --address REF')}" in result.err
    mended = didww(f"emergency register --service {service} --address address-london --yes --wait -o json").json
    assert (mended["status"], mended["dids"]) == ("active", ["442079460001"])
    assert [one["status"] for one in mended["timeline"] if one["verification"]] == ["rejected", "approved"]


def test_what_stands_in_the_way_is_told_for_each_number(didww, version):
    two = didww("emergency register --did 12125550100,493023125000 --address address-london --yes", code=10)
    assert "12125550100: it is in the emergency service ECS-300001" in two.err
    assert "493023125000: its DID group has no emergency calls" in two.err
    apart = didww("emergency register --did 442079460001 --did 12125550102 --address address-london --yes", code=10)
    assert "of one country and one kind" in apart.err
    busy = didww("emergency register --service ECS-300002 --address address-london --yes", code=10)
    assert "ECS-300002 is in_process" in busy.err
    nobody = "00000000-0000-4000-8000-000000000000"
    assert nobody in didww(f"emergency register --did {nobody} --address address-london --yes", code=4).err
    assert nobody in didww(f"emergency status --did {nobody}", code=4).err


def test_a_check_that_says_no_names_the_command_that_tells_what_supplies_it(didww, version):
    far = didww("emergency register --did 12125550102 --address address-london --yes", code=10)
    assert "Address in United States required" in far.err
    command = re.search("(requirements --did 12125550102 --emergency .*)", far.err)[1]
    assert on_demo(version, "addresses create --identity id:") in didww(command, code=10).out


def test_a_reference_of_something_else_is_kept_from(didww, version):
    didww(f"{LONDON} --external-reference-id mine --yes")
    other = "emergency register --did 12125550102 --address address-new-york --external-reference-id mine --yes"
    assert "belongs to another emergency verification" in didww(other, code=10).err


def test_another_address_of_an_active_service(didww, version):
    result = didww("emergency register --service ECS-300001 --address address-new-york --yes --wait -o json")
    assert "as it is; whether another address costs more is written nowhere" in result.err
    assert [one["status"] for one in result.json["timeline"] if one["verification"]] == ["approved", "approved"]
    assert result.json["status"] == "active"


def test_who_says_no_on_a_terminal_has_sent_nothing(tmp_path):
    line = ["--profile", "demo", *LONDON.split()]
    screen = in_terminal(line, keys=b"n\n", wait_for=b"[y/N]")
    assert (screen.code, "Nothing was sent." in screen.text) == (9, True)
    assert "2.5 each month" in screen.text
    assert run_line("--profile demo journal list -o json").json == []


@pytest.mark.parametrize("version", [""])
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--address address-london", "--did NUMBER, or --service REF."),
        ("--did 442079460001 --service ECS-300005 --address address-london", "Not both."),
        ("--did 442079460001", "--address must be given"),
        ("--did 442079460001 --address address-london --wait-timeout 5", "needs --wait"),
        ("--did 442079460001 --address address-london --callback-method get", "Add --callback-url"),
        ("--did 442079460001 --address address-london --callback-url x --callback-method get", "--callback-url"),
        ("--did 442079460001 --address address-london -o jsonapi", "not as jsonapi"),
        ("--did 442079460001 --address address-london --identity identity-trading", "belongs to Jane Doe"),
    ],
)
def test_a_wrong_line_is_refused(didww, version, line, said):
    assert said in didww(f"emergency register {line}", code=2).err
