"""``dids assign`` and ``unassign``: the plan, the question, and what is left after a failure."""

from __future__ import annotations

import re
import signal

import pytest

from tests.conftest import problem, run_line
from tests.harmed import Harmed
from tests.processes import PATIENCE, start
from tests.spoken import OLD, SPOKEN
from tests.terminal import in_terminal

BOTH = pytest.mark.parametrize("version", SPOKEN, indirect=True)
GB = "--filter country=GB"


def trunks(didww, link: str = "voice_in_trunk") -> list[str | None]:
    """What the numbers of Great Britain go to."""
    found = didww(f"dids list {GB} -s number -i {link} -o json").json
    return [one[link] and one[link]["name"] for one in found]


@BOTH
def test_the_plan_before_the_question_and_nothing_sent_without_a_yes(didww):
    before = trunks(didww)
    asked = didww(f"dids assign {GB} --trunk Headquarters", code=9)
    assert asked.err.splitlines()[:3] == [
        "trunk group Main group → inbound trunk Headquarters: 2",
        "nothing → inbound trunk Headquarters: 2",
        "inbound trunk Duty phone → inbound trunk Headquarters: 1",
    ]
    question = "Error: Assign 5 DIDs to the inbound trunk Headquarters? This needs a confirmation "
    assert f"{question}(the emulated account (profile demo)).\n" in asked.err
    assert len(didww(f"dids assign {GB} --trunk Headquarters --dry-run -o json").json) == 5
    assert trunks(didww) == before
    assert "voice_in_trunk" in didww(f"dids assign {GB} --trunk Headquarters --yes -o csv").lines[0]
    assert trunks(didww) == ["Headquarters"] * 5
    assert trunks(didww, "voice_in_trunk_group") == [None] * 5
    again = didww(f"dids assign {GB} --trunk Headquarters --yes")
    assert again.err.splitlines() == ["inbound trunk Headquarters already: 5", "5 unchanged."]


@BOTH
def test_rows_of_a_file(didww, file, results):
    rows = file("ref\n442079460000\n442079460001\n12125550100\n")
    line = f"dids assign --input {rows} --trunk 'Night shift'"
    assert "Assign 3 DIDs to the trunk group Night shift?" in didww(line, code=9).err
    done = didww(f"{line} --yes --results {results} -o csv")
    assert done.err.splitlines()[0].endswith("→ trunk group Night shift: 2")
    assert [one.split(",")[1] for one in done.lines[1:]] == ["Night shift"] * 3
    assert results.outcomes == ["done"] * 3
    assert didww(f"dids unassign --input {rows} --dry-run -o json").json


@BOTH
def test_unassigned_by_trunk(didww):
    didww(f"dids assign {GB} --trunk Headquarters --yes")
    asked = didww(f"dids unassign --trunk Headquarters {GB}", code=9).err
    assert asked.startswith("inbound trunk Headquarters → nothing: 5\n")
    assert "Take 5 DIDs off where they go?" in asked
    didww(f"dids unassign --trunk Headquarters {GB} --yes")
    assert trunks(didww) == [None] * 5
    assert didww("dids list --filter voice_in_trunk=Headquarters -o json").json != []


def test_sms_trunks_are_found_without_being_told_so(didww):
    done = didww(f"dids assign {GB} --trunk Campaigns --yes -o csv")
    assert "nothing → SMS trunk Campaigns: 5" in done.err
    assert {one.rpartition(",")[0].rpartition(",")[2] for one in done.lines[1:]} == {"Campaigns"}
    assert trunks(didww, "sms_trunk") == ["Campaigns"] * 5
    didww(f"dids unassign --sms {GB} --yes")
    assert trunks(didww, "sms_trunk") == [None] * 5


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        (f"assign {GB} --trunk Campaigs", 4, "Did you mean Campaigns"),
        (f"--api-version {OLD} assign {GB} --trunk Campaigns", 4, "has no SMS trunks"),
        ("assign --trunk Headquarters", 2, "Say which ones"),
        (f"assign {GB} --input - --trunk Headquarters", 2, "--filter cannot stand beside it"),
        (f"assign {GB}", 2, "--trunk"),
        (f"assign {GB} --trunk 'Outbound Europe'", 4, "no inbound trunk or group 'Outbound Europe'"),
        ("assign 442079460000 --trunk Headquarters --resume x", 2, "goes with --input"),
        ("unassign 442079460000 --trunk Headquarters", 2, "--trunk chooses all that go there"),
    ],
)
def test_what_is_wrong(didww, asked, code, told):
    head, verb, rest = re.fullmatch(r"(.*?)((?:un)?assign)\b(.*)", asked).groups()
    assert told in didww(f"{head}dids {verb}{rest} --yes", code=code).err


def test_a_name_of_two_trunks_is_told_with_both(didww):
    didww("trunks groups create --name Headquarters --yes")
    told = didww(f"dids assign {GB} --trunk Headquarters --yes", code=4).err
    assert "  inbound trunk Headquarters" in told
    assert "  trunk group Headquarters" in told


@BOTH
@pytest.mark.parametrize("harm", ["before drop", "after drop", "before 500"])
def test_the_command_to_go_on_with_does_the_rest_alone(server, live, harm):
    account = Harmed(server, harm={2: harm})
    server.answer(account)
    failed = live(f"dids assign {GB} --trunk Headquarters --yes", code=8)
    assert len(account.writes) == 2
    live(failed.err.strip().splitlines()[-1].removeprefix("didww "))
    done_twice = [] if harm == "after drop" else [account.writes[1]]
    assert len(account.writes) - len(done_twice) == len(set(account.writes)) == 5
    assert "already: 5" in live(f"dids assign {GB} --trunk Headquarters --yes").err


@BOTH
def test_one_that_is_refused_does_not_keep_the_others_from_it(server, live):
    account = Harmed(server, harm={2: "before 422"})
    server.answer(account)
    failed = live(f"dids assign {GB} --trunk Headquarters --yes", code=12)
    assert "4 of 5 dids are done; 1 failed." in failed.err
    assert len(account.writes) == 5
    live(failed.err.strip().splitlines()[-1].removeprefix("didww "))
    assert account.writes[5:] == [account.writes[1]]


@BOTH
@pytest.mark.parametrize("verb", ["assign --trunk Headquarters", "unassign"])
def test_rows_that_came_to_harm_are_gone_on_with(server, live, file, results, verb):
    account = Harmed(server)
    server.answer(account)
    live(f"dids assign {GB} --trunk Berlin --yes")
    rows = file("ref\n" + "".join(f"{one}\n" for one in live(f"dids list {GB} -o csv -c number").lines[1:]))
    done = len(account.writes)
    account.harm[done + 2] = "before drop"
    failed = live(f"dids {verb} --input {rows} --results {results} --yes", code=12)
    assert len(account.writes) == done + 2
    live(failed.err.strip().splitlines()[-1].strip().removeprefix("didww "))
    assert len(account.writes) == done + 6
    assert len(set(account.writes[done:])) == 5
    assert set(trunks(live)) == {"Headquarters" if "--trunk" in verb else None}


@BOTH
def test_interrupted_it_tells_how_far_it_came_and_goes_on(server, live):
    account = Harmed(server, harm={3: "hang"})
    server.answer(account)
    process = start(f"dids assign {GB} --trunk Headquarters --yes")
    assert account.reached.wait(PATIENCE)
    process.send_signal(signal.SIGINT)
    err = process.communicate(timeout=PATIENCE)[1]
    account.release.set()
    assert process.returncode == 130
    assert "Interrupted: 2 of 5 dids are done." in err
    command = next(line for line in err.splitlines() if line.startswith("didww dids assign"))
    live(command.removeprefix("didww "))
    assert len(account.writes) == 6
    assert trunks(live) == ["Headquarters"] * 5


@BOTH
def test_what_it_tells_puts_it_back(didww, version):
    before = trunks(didww), trunks(didww, "voice_in_trunk_group")
    told = didww(f"dids assign {GB} --trunk Headquarters --yes").err.splitlines()[-1]
    assert told == f"To put this back: didww --profile demo --api-version {version} journal undo 1-5"
    back = told.partition(f"{version} ")[2]
    asked = didww(back, code=9).err
    assert "Put 448081570000, " in asked
    assert "back as they were before entries 1-5?" in asked
    assert "none → none" not in asked
    didww(f"{back} --yes")
    assert (trunks(didww), trunks(didww, "voice_in_trunk_group")) == before
    assert "To put this back" not in didww(f"dids unassign {GB} --dry-run").err


@BOTH
def test_a_number_given_twice_is_one(didww):
    told = didww("dids assign 442079460000 +44-20-7946-0000 --trunk Headquarters", code=9).err
    assert "Main group → inbound trunk Headquarters: 1\n" in told
    assert didww("dids assign 442079460000 +44-20-7946-0000 --trunk Headquarters --yes -o json").json[1:] == []
    didww("trunks in create --name Spare --sip-host sip.example.com")
    didww("trunks in delete Spare spare --yes")
    assert didww("journal list -o ids").out


@BOTH
@pytest.mark.parametrize("asked", ["assign --trunk Headquarters", "unassign", "update --description x", "cancel"])
def test_a_filter_that_nothing_matches_says_so(didww, asked):
    done = didww(f"dids {asked} -f number=999 --yes")
    assert (done.out, done.err) == ("", "No dids match. Asked for: number=999.\n")


@BOTH
def test_numbers_that_it_does_not_help_are_told(didww):
    asked = didww("dids assign -f country=FR --trunk Headquarters --dry-run").err
    assert "2 of them may get no calls: it awaits its registration.\n" in asked
    told = didww("dids assign 441614960000 --trunk Headquarters --dry-run").err
    assert "1 of them may get no calls: it is cancelled and gone after" in told
    assert "no calls" not in didww("dids assign 442079460000 --trunk Headquarters --dry-run").err


def test_how_far_it_is_stands_on_the_terminal(server, live):
    account = Harmed(server)

    def slowly(seen):
        account.release.wait(0.4 if seen.method == "PATCH" else 0)
        return account(seen)

    server.answer(slowly)
    line = ["dids", "assign", "--filter", "country=GB", "--trunk", "Headquarters", "--yes"]
    screen = in_terminal(line)
    assert screen.code == 0, screen.text
    assert "4 of 5 dids …" in screen.text


@BOTH
@pytest.mark.parametrize("form", ["csv", "jsonl"])
@pytest.mark.parametrize("verb", ["assign --trunk Headquarters", "unassign"])
def test_of_a_list_that_was_exported_the_numbers_alone_are_read(didww, file, form, verb):
    """Whatever else stands in it may be old: it is no reason to write it, and its trunks stand in nobody's way."""
    exported = didww(f"dids list {GB} -o {form}").out.replace("Front desk", "Old name")
    name = f"numbers.{form}"
    done = didww(f"dids {verb} --input {file(exported, name)} --yes")
    assert trunks(didww) == (["Headquarters"] * 5 if "--trunk" in verb else [None] * 5)
    assert "Front desk" in didww(f"dids list {GB} -o csv").out
    if form == "csv":
        assert done.err.startswith("Not sent, since only number is read: did_group.country, did_group, voice_in_trunk,")


@BOTH
@pytest.mark.parametrize("way", ["-", "--input -", "--input {}"])
def test_without_results_the_same_command_goes_on(server, live, file, way):
    account = Harmed(server, harm={2: "before drop"})
    server.answer(account)
    numbers = "".join(f"{one}\n" for one in live(f"dids list {GB} -o csv -c number").lines[1:])
    stdin = numbers if way == "-" else f"ref\n{numbers}"
    line = f"dids assign {way.format(file(stdin))} --trunk Headquarters --yes"
    failed = run_line(line, stdin)
    assert failed.code in (8, 12), str(failed)
    assert ("The same command goes on (with the same input), and" in failed.err) == (way != "--input {}")
    assert live(failed.err.strip().splitlines()[-1].strip().removeprefix("didww "), stdin=stdin)
    assert len(account.writes) == 6
    assert trunks(live) == ["Headquarters"] * 5


@BOTH
def test_the_others_are_put_back_without_one_that_was_changed_since(didww):
    before = trunks(didww)
    didww(f"dids assign {GB} --trunk Headquarters --yes")
    didww("dids assign 442079460001 --trunk Berlin --yes")
    told = didww("journal undo 1-5 --yes", code=10).err
    number = int(told.partition("Entry ")[2].partition(":")[0])
    others = " ".join(str(one) for one in range(1, 6) if one != number)
    didww(f"journal undo {others} --yes")
    assert trunks(didww) == ["Berlin" if at == 2 else one for at, one in enumerate(before)]


@BOTH
def test_a_target_that_no_call_gets_through_is_told(didww):
    didww("trunks groups create --name Empty")
    told = didww("dids assign 12125550100 --trunk Empty", code=9).err
    assert told.startswith("Calls that go there end nowhere: trunk group Empty has no trunks.\n")
    assert "end nowhere: trunk group Empty has no" in didww("numbers buy --country US --trunk Empty", code=9).err
    for fine in ("Headquarters", "'Main group'"):
        assert "end nowhere" not in didww(f"dids assign 442079460000 --trunk {fine} --dry-run").err


def test_a_trunk_whose_limit_lets_no_call_through_is_told(didww):
    didww("trunks in create --name Closed --sip-host sip.example.com --capacity-limit 0")
    told = didww("dids assign 12125550100 --trunk Closed --dry-run").err
    assert "Calls that go there end nowhere: trunk Closed: its capacity limit is 0." in told


def test_where_that_cannot_be_looked_up_numbers_are_rerouted_all_the_same(server, live):
    account = Harmed(server)
    account.on_read = lambda seen: problem(500, "Broken") if "/voice_in_trunk_groups/" in seen.path else None
    server.answer(account)
    live("--retries 0 dids assign 442079460000 --trunk 'Night shift' --yes")
    assert len(account.writes) == 1


@BOTH
@pytest.mark.parametrize(
    "rows",
    [
        "number,description,terminated,voice_in_trunk_group\n12125550100,Old,true,Main group\n12125550101,,,\n",
        '{"number":"12125550100","description":"Old","terminated":true}\n{"number":"12125550101"}\n',
    ],
    ids=["csv", "jsonl"],
)
def test_rows_say_which_numbers_move_and_no_more(didww, tmp_path, rows):
    """A list of last week, given as it is, neither brings back what was changed since nor cancels anything."""
    before = didww("dids get 12125550100 12125550101 -o json --no-links").json
    path = tmp_path / "rows"
    path.write_text(rows)
    shown = didww(f"dids assign --input {path} --trunk Berlin --yes")
    assert "inbound trunk Headquarters → inbound trunk Berlin: 1" in shown.err
    if rows.startswith("number"):
        assert "Not sent, since only number is read: description, terminated, voice_in_trunk_group." in shown.err
    assert didww("dids get 12125550100 12125550101 -o json --no-links").json == before
    assert didww("dids list -f voice_in_trunk=Berlin -o csv -c number").lines[1:] == ["12125550100", "12125550101"]
    assert "inbound trunk Berlin already: 2" in didww(f"dids assign --input {path} --trunk Berlin --yes").err
    didww(f"dids unassign --input {path} --yes")
    assert didww("dids get 12125550100 12125550101 -o json --no-links").json == before
