"""``dids assign`` and ``unassign``: the plan, the question, and what is left after a failure."""

from __future__ import annotations

import pytest

from tests.harmed import Harmed
from tests.spoken import OLD, SPOKEN

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
    assert asked.err.splitlines()[:4] == [
        "trunk group Main group → inbound trunk Headquarters: 2",
        "nothing → inbound trunk Headquarters: 2",
        "inbound trunk Duty phone → inbound trunk Headquarters: 1",
        "Error: Assign 5 DIDs to the inbound trunk Headquarters? This needs a confirmation "
        "(the emulated account (profile demo)).",
    ]
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
        ("assign 442079460000 --trunk Headquarters --resume x", 2, "goes with --input"),
    ],
)
def test_what_is_wrong(didww, asked, code, told):
    head, _, rest = asked.rpartition("assign")
    assert told in didww(f"{head}dids assign{rest} --yes", code=code).err


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
        assert "and no more: description, terminated, voice_in_trunk_group." in shown.err
    assert didww("dids get 12125550100 12125550101 -o json --no-links").json == before
    assert didww("dids list -f voice_in_trunk=Berlin -o csv -c number").lines[1:] == ["12125550100", "12125550101"]
    assert "inbound trunk Berlin already: 2" in didww(f"dids assign --input {path} --trunk Berlin --yes").err
    didww(f"dids unassign --input {path} --yes")
    assert didww("dids get 12125550100 12125550101 -o json --no-links").json == before
