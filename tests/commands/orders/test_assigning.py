"""``orders create`` with what its DIDs are to get: given once it is completed, whatever happens at whichever step."""

from __future__ import annotations

import signal
import threading

import pytest

from tests.commands.orders.faulty_account import Fault, FaultyAccount, changed, fault
from tests.commands.orders.shop import start
from tests.conftest import problem

GIFTS = "--voice-in-trunk Headquarters --description Reception"
LINE = f"orders create --did-group Acapulco --qty 2 {GIFTS} --yes -o json --retries 0"


@pytest.fixture
def account(server):
    found = FaultyAccount()
    server.answer(found)
    return found


def new_dids(live, more=""):
    """The DIDs of the one order that the tests placed."""
    orders = live(f"orders list -o json -s -created_at -n 1{more}").json
    return live(f"dids list -f order.id={orders[0]['id']} -o json -i order{more}").json


def check_given(live, account, number=2):
    found = new_dids(live)
    assert [(one["description"], one["voice_in_trunk"]["name"]) for one in found] == [
        ("Reception", "Headquarters")
    ] * number
    assert account.count("POST", "orders") == 1


def go_on(result):
    """The command that an error names to go on with."""
    return result.error["hint"].splitlines()[-1].removeprefix("Go on with: ").removeprefix("didww ")


def test_given_when_the_order_is_complete(live, account):
    placed = live(LINE)
    assert placed.json["status"] == "completed"
    check_given(live, account)
    assert "Once it is completed, its DIDs get description Reception, voice_in_trunk Headquarters." in placed.err
    numbers = [one["number"] for one in new_dids(live)]
    assert all(f"{number}: voice_in_trunk: none → Headquarters" in placed.err for number in numbers)


def test_the_ids_of_the_dids(live, account):
    found = live(f"{LINE} --dids".replace("-o json", "-o ids")).lines
    assert found == [one["id"] for one in new_dids(live)]
    assert len(found) == 2
    check_given(live, account)


@pytest.mark.parametrize("output", ["ids", "json", "table", "csv"])
def test_dids_in_place_of_the_order_without_more(didww, output):
    shown = didww(f"orders create --did-group Chicago --qty 2 --yes --dids -o {output}")
    order = didww("orders list -o json -s -created_at -n 1").json[0]
    columns = "-c number,did_group,expires_at" if output == "table" else ""
    wanted = didww(f"dids list -f order.id={order['id']} -o {output} {columns}").out
    assert shown.out == wanted
    assert order["status"] == "completed"


def test_every_thing_that_an_update_can_give(didww):
    line = (
        "orders create --did-group Acapulco --voice-in-trunk-group 'Main group' --did-capacity-pool Standard --yes "
        "--capacity-limit 3 --dedicated-channels-count 2 --dids -o json"
    )
    (found,) = didww(line).json
    assert (found["capacity_limit"], found["dedicated_channels_count"]) == (3, 2)
    assert (found["voice_in_trunk_group"]["name"], found["capacity_pool"]["name"]) == ("Main group", "Standard")


def test_what_the_newest_version_alone_has(didww):
    (found,) = didww("orders create --did-group Acapulco --sms-trunk Mailbox --yes --dids -o json").json
    assert found["sms_trunk"]["name"] == "Mailbox"


def test_numbers_beside_channels(didww):
    line = f"orders create --item did-group=Acapulco,qty=2 --item capacity-pool=Standard,qty=1 {GIFTS} --yes --dids"
    assert [one["description"] for one in didww(f"{line} -o json").json] == ["Reception"] * 2


def test_the_dry_run_tells_it_and_sends_nothing(live, account):
    dry = live(f"{LINE} --dry-run")
    assert (dry.json["method"], "voice_in_trunk Headquarters" in dry.err) == ("POST", True)
    assert {method for method, _ in account.acted} == {"GET"}


def test_what_it_leads_to_is_asked_with_the_order(didww):
    line = "orders create --did-group 'New York' --emergency-calling-service 'New York emergency calls'"
    asked = didww(line, code=9).err
    assert "Let the new DIDs join an emergency service, which may be charged?" in asked
    assert "now (0.00 setup, 0.50 first month)" in asked


# ---- refused before anything is ordered ----


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--did-group A --voice-in-trunk a --voice-in-trunk-group b", "exclude each other"),
        ("--did-group A --capacity-limit many", "--capacity-limit is a whole number"),
        ("--capacity-pool Standard --qty 1 --voice-in-trunk a", "--voice-in-trunk: that is for new DIDs"),
        ("--capacity-pool Standard --qty 1 --dids", "--dids: that is for new DIDs"),
        ("--did-group A --capacity-pool Standard --qty 1", "--did-capacity-pool gives it to the DIDs"),
        ("--did-group A --terminated", "No such option"),
        ("--did-group A --description x --wait-timeout -1", "0 or more"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_sent(server, live, line, said):
    server.answer(problem(500, "nothing should be asked"))
    assert said in live(f"orders create --yes {line}", code=2).err
    assert server.seen == []


@pytest.mark.parametrize(
    "gift",
    [
        "--voice-in-trunk Headquarter",
        "--voice-in-trunk id:nowhere",
        "--voice-in-trunk-group 3f0b1c2d-0000-4000-8000-000000000000",
        "--did-capacity-pool Nothing",
    ],
)
def test_what_is_not_there_is_found_out_before_the_order(live, account, gift):
    live(f"orders create --did-group Acapulco {gift} --yes", code=4)
    assert {method for method, _ in account.acted} == {"GET"}


# ---- a failure at each step ----

BEFORE_THE_ORDER = [
    ("GET did_groups before 500", 7),
    ("GET voice_in_trunks before 500", 7),
    ("GET voice_in_trunks before drop", 7),
    ("POST orders before 422", 5),
    ("POST orders before 429", 6),
]


@pytest.mark.parametrize(("what", "code"), BEFORE_THE_ORDER)
def test_a_failure_before_the_order_orders_nothing(live, account, what, code):
    account.faults = [fault(what)]
    live(LINE, code=code)
    assert account.count("POST", "orders") == 0
    live(LINE)
    check_given(live, account)


SAYS_HOW_TO_GO_ON = [
    ("POST orders before drop", 8, ""),
    ("POST orders before html", 8, ""),
    ("GET orders/.* before 500", 7, "Its DIDs are still to get description Reception, voice_in_trunk Headquarters."),
    ("GET orders/.* after drop", 7, "still to get"),
    ("GET dids before 500", 7, "is completed, but not all is done with its DIDs"),
    ("GET dids after drop", 7, "is completed, but"),
    ("GET dids before html", 7, "is completed, but"),
    ("PATCH dids/.* before 422", 12, "1 of 2 dids are done; 1 failed"),
    ("PATCH dids/.* before 404", 12, "1 of 2 dids are done; 1 failed"),
    ("PATCH dids/.* before 429", 6, "is completed, but"),
    ("PATCH dids/.* before 403", 3, "is completed, but"),
    ("PATCH dids/.* before drop", 8, "is completed, but"),
    ("PATCH dids/.* after drop", 8, "is completed, but"),
    ("PATCH dids/.* after html", 8, "is completed, but"),
    ("PATCH dids/.* after 500", 8, "is completed, but"),
]


@pytest.mark.parametrize(("what", "code", "said"), SAYS_HOW_TO_GO_ON)
@pytest.mark.parametrize("more", ["", " --dids"])
def test_a_failure_after_that_says_the_command_that_does_the_rest(live, account, what, code, said, more):
    account.faults = [fault(what)]
    result = live(LINE + more, code=code)
    assert said in result.error["message"]
    assert not account.faults
    again = live(go_on(result))
    assert len(again.json) == 2 if more else again.json["status"] == "completed"
    check_given(live, account)
    assert account.count("PATCH", "dids/.*") <= 3


def test_a_lost_answer_to_the_order_that_was_placed(live, account):
    account.faults = [fault("POST orders after drop")]
    assert "The answer was lost" in live(LINE).err
    check_given(live, account)


def test_a_failure_at_the_second_did_tells_of_the_first(live, account):
    account.faults = [passing("PATCH", "dids/.*"), fault("PATCH dids/.* before drop")]
    result = live(LINE, code=8)
    assert "(1 of 2 dids are done before.)" in result.error["message"]
    live(go_on(result))
    check_given(live, account)
    assert account.count("PATCH", "dids/.*") == 2


def passing(method, path):
    return Fault(method, path, "after", lambda real: real)


@pytest.mark.parametrize(("more", "said"), [("", "lists its DIDs"), (" --dids", "Go on with: ")])
def test_a_failure_while_they_are_shown(live, account, more, said):
    account.faults = [passing("GET", "dids"), fault("GET dids before 500")]
    assert said in live(LINE + more, code=7).error["hint"]
    check_given(live, account)


def test_what_was_agreed_with_the_order_needs_no_further_yes(live, account):
    account.faults = [fault("GET dids before 500")]
    line = f"{LINE} --external-reference-id po-1"
    live(line, code=7)
    live(line.replace("--yes", ""))
    check_given(live, account)


def test_all_dids_refused(live, account):
    account.faults = [fault("PATCH dids/.* before 422") for _ in range(2)]
    result = live(LINE, code=5)
    assert result.json["status"] == "completed"
    live(go_on(result))
    check_given(live, account)


def test_refused_dids_are_shown_where_dids_are_wanted(live, account):
    account.faults = [fault("PATCH dids/.* before 422")]
    found = live(f"{LINE} --dids", code=12).json
    assert [one["description"] for one in found] == [None, "Reception"]


def test_waiting_that_ends_too_early(live, account):
    result = live(f"{LINE} --wait-timeout 0", code=11)
    assert "still to get description Reception" in result.error["message"]
    live(go_on(result).replace("--wait-timeout 0.0", ""))
    check_given(live, account)


def test_no_order_is_shown_in_place_of_dids_that_are_not_there(live, account):
    assert live(f"{LINE} --dids --wait-timeout 0", code=11).out == ""


def short_of_one(document):
    document["data"].pop()
    document["meta"]["total_records"] -= 1


def test_dids_that_are_not_listed_yet(live, account):
    account.faults = [Fault("GET", "dids", "after", changed(short_of_one))]
    result = live(LINE, code=12)
    assert "1 of 2 DIDs are there." in result.error["message"]
    assert account.count("PATCH", "dids/.*") == 1
    live(go_on(result))
    check_given(live, account)


def of_another_order(document):
    document["data"][0]["relationships"]["order"]["data"]["id"] = "another"


def without_its_order(document):
    del document["data"][0]["relationships"]["order"]["data"]


@pytest.mark.parametrize("change", [of_another_order, without_its_order])
def test_what_is_not_shown_to_be_of_the_order_is_left_alone(live, account, change):
    account.faults = [Fault("GET", "dids", "after", changed(change))]
    result = live(LINE, code=7)
    assert "not shown to be of this order" in result.error["message"]
    assert account.count("PATCH", "dids/.*") == 0
    live(go_on(result))
    check_given(live, account)


def test_a_repeated_command_changes_nothing_that_is_as_wanted(live, account):
    line = f"{LINE} --external-reference-id po-1"
    live(line)
    again = live(line)
    assert "Nothing was sent: po-1 is there already" in again.err
    check_given(live, account)
    assert account.count("PATCH", "dids/.*") == 2


def test_the_dids_of_an_order_with_other_items_are_left_as_they_are(live, account):
    live("orders create --did-group Chicago --qty 1 --yes --wait --external-reference-id po-1")
    result = live(f"{LINE} --external-reference-id po-1", code=10)
    assert "holds other items than asked for. Its DIDs are left as they are." in result.error["message"]
    assert account.count("PATCH", "dids/.*") == 0


def test_a_canceled_order_gives_nothing(live, account):
    def cancel(document):
        document["data"]["attributes"]["status"] = "canceled"

    account.faults = [Fault("GET", "orders/.*", "after", changed(cancel))]
    assert "is canceled, not completed" in live(LINE, code=10).error["message"]
    assert account.count("PATCH", "dids/.*") == 0


class StuckAt(FaultyAccount):
    """An account that does not answer the first request of a method until it is released."""

    method = "PATCH"

    def __init__(self):
        super().__init__()
        self.reached, self.release = threading.Event(), threading.Event()

    def __call__(self, seen):
        if seen.method == self.method and not self.reached.is_set():
            answer = super().__call__(seen)
            self.reached.set()
            self.release.wait(60)
            return answer
        return super().__call__(seen)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_while_dids_are_changed(server, live, number, code):
    account = StuckAt()
    server.answer(account)
    process = start(LINE)
    assert account.reached.wait(60)
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    account.release.set()
    assert process.returncode == code
    assert "is placed. Go on with this, which orders nothing twice:" in err
    assert "PATCH /v3/dids/" in err
    assert "was sent and not answered" in err
    command = next(line for line in err.splitlines() if line.startswith("didww orders create"))
    live(command.removeprefix("didww "))
    check_given(live, account)
    assert account.count("PATCH", "dids/.*") == 2


def test_killed_while_dids_are_changed(server, live):
    account = StuckAt()
    server.answer(account)
    process = start(f"{LINE} --external-reference-id po-1")
    assert account.reached.wait(60)
    process.kill()
    process.communicate()
    account.release.set()
    live(f"{LINE} --external-reference-id po-1")
    check_given(live, account)
