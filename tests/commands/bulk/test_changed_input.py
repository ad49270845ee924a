"""``--resume``: an input that is not as it was doubles and skips nothing."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from tests.bulk_account import Account, did, group, rows_of
from tests.commands.bulk.kinds import KINDS, rows
from tests.conftest import problem

CHANGES = {
    "as it was": (lambda k: [k.head, *rows(k, *"ABCDEF")], "DEF", "DEF"),
    "without end of line, with blank lines at the end": (lambda k: [k.head, *rows(k, *"ABCDEF"), "", ""], "DEF", "DEF"),
    "a done row is changed": (lambda k: [k.head, *rows(k, *"ABCDEF", other="B")], None, None),
    "the refused row is changed": (lambda k: [k.head, *rows(k, *"ABCDEF", other="D")], None, None),
    "a row that was not tried is changed": (lambda k: [k.head, *rows(k, *"ABCDEF", other="E")], "DEF", "DEF"),
    "a done row is removed": (lambda k: [k.head, *rows(k, *"ACDEF")], None, None),
    "the refused row is removed": (lambda k: [k.head, *rows(k, *"ABCEF")], None, None),
    "a row that was not tried is removed": (lambda k: [k.head, *rows(k, *"ABCDF")], "DF", "DF"),
    "a row is put in front": (lambda k: [k.head, *rows(k, *"XABCDEF")], "DEFX", None),
    "a row is put between done ones": (lambda k: [k.head, *rows(k, *"ABXCDEF")], "DEFX", None),
    "a row is put between those that were not tried": (lambda k: [k.head, *rows(k, *"ABCDEXF")], "DEFX", "DEFX"),
    "a row is put at the end": (lambda k: [k.head, *rows(k, *"ABCDEFX")], "DEFX", "DEFX"),
    "a done row is replaced": (lambda k: [k.head, *rows(k, *"AXCDEF")], None, None),
    "the order is reversed": (lambda k: [k.head, *rows(k, *"FEDCBA")], "DEF", None),
    "two done rows change places": (lambda k: [k.head, *rows(k, *"BACDEF")], "DEF", None),
    "a done and an untried row change places": (lambda k: [k.head, *rows(k, *"AECDBF")], "DEF", None),
    "a blank line in front": (lambda k: [k.head, "", *rows(k, *"ABCDEF")], "DEF", None),
    "a column more, empty": (lambda k: [f"{k.head},id", *(f"{one}," for one in rows(k, *"ABCDEF"))], None, None),
    "a column less": (lambda k: [without_last(one) for one in (k.head, *rows(k, *"ABCDEF"))], None, None),
    "columns change places": (lambda k: [last_first(one) for one in (k.head, *rows(k, *"ABCDEF"))], "DEF", "DEF"),
    "other separators": (lambda k: [one.replace(",", ";") for one in (k.head, *rows(k, *"ABCDEF"))], "DEF", "DEF"),
}


def without_last(line):
    return line.rpartition(",")[0]


def last_first(line):
    rest, _, last = line.rpartition(",")
    return f"{last},{rest}"


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_input_doubles_and_skips_nothing(server, live, file, results, kind, change):
    make, named, nameless = CHANGES[change]
    account = kind.account(server)
    account.harm = {kind.harmed("D"): problem(422, "no")}
    source = file("\n".join([kind.head, *rows(kind, *"ABCDEF")]))
    line = f"{kind.line} --input {source} --results {results}"
    live(line, code=12)
    assert kind.written(server) == Counter("ABCD")
    account.harm = {}
    server.seen.clear()
    source.write_text("\n".join(make(kind)))
    told, goes_on = results.path.read_text(), named if kind.named else nameless
    header_only = change == "a column less" and kind.line == "dids update"
    line = f"{kind.line} --input {source} --resume {results}"
    if goes_on is None:
        error = live(f"{line} -o json", code=2).error
        assert error["kind"] == "usage"
        assert header_only or ("nothing was sent" in error["message"] and "line" in error["message"])
        assert server.seen == []
        assert results.path.read_text() == told
    else:
        live(line)
        assert kind.written(server) == Counter(goes_on)
        live(line)
        assert kind.written(server) == Counter(goes_on)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ref,description\n12025550002,v\n12025550001,w\n", "line 2 (12025550001) is done; it is in line 3 now"),
        ("ref,description\n12025550001,w\n12025550002,v\n", "line 2 (12025550001) is done; it asks for something else"),
        ("ref,description\n12025550002,v\n", "line 2 (12025550001) is done; the input has no such row any more"),
    ],
)
def test_what_changed_is_named(server, live, file, results, text, says):
    Account(server, records=[did(1), did(2)])
    source = file("ref,description\n12025550001,v\n12025550002,v\n")
    live(f"dids update --input {source} --results {results}")
    source.write_text(text)
    error = live(f"dids update --input {source} --resume {results} -o json", code=2).error
    assert says in error["message"]
    assert "Put it back as it was" in error["hint"]


def test_options_count_and_so_do_action_and_type(server, live, file, results):
    Account(server, records=[did(1), did(2)])
    source = file(rows_of(1, 2))
    line = f"--input {source} --resume {results}"
    live(f"dids update --input {source} --results {results} --capacity-limit 3")
    assert "2 done before" in live(f"dids update {line} --capacity-limit 3").err
    server.seen.clear()
    for other in ("dids update --capacity-limit 4", "dids update", "trunks in update", "trunks in delete --yes"):
        assert "nothing was sent" in live(f"{other} {line}", code=2).err
    assert server.seen == []


def test_a_record_that_is_done_cannot_stand_in_a_second_row(server, live, file, results):
    Account(server, records=[did(1), did(2)])
    source = file(rows_of(1, 2))
    live(f"dids update --input {source} --results {results}")
    server.seen.clear()
    source.write_text(rows_of(1, 2) + "12025550001,other\n")
    error = live(f"dids update --input {source} --resume {results}", code=2).err
    assert "line 4: 12025550001 is in line 2 already" in error
    assert server.seen == []


def test_rows_that_are_alike_are_each_created_once(server, live, file, results):
    account = Account(server, "voice_in_trunk_groups")
    source = file("ref,name\na,A\na,A\nb,B\na,A\n")
    account.harm = {"B": problem(422, "no")}
    live(f"trunks groups create --input {source} --results {results}", code=12)
    account.harm = {}
    source.write_text("ref,name\nb,B\na,A\na,A\na,A\n")
    live(f"trunks groups create --input {source} --resume {results}")
    assert Counter(one["attributes"]["name"] for one in account.records.values()) == {"A": 3, "B": 1}
    source.write_text("ref,name\nb,B\na,A\na,A\n")
    assert "nothing was sent" in live(f"trunks groups create --input {source} --resume {results}", code=2).err


def test_what_was_never_there_is_not_deleted_by_resuming(server, live, file, results):
    account = Account(server, "voice_in_trunk_groups", [group(1), group(2), group(3)])
    account.harm = {"g2": "drop after"}
    source = file("ref\nG1\nG2\nG3\n")
    live(f"trunks groups delete --yes --input {source} --results {results}", code=12)
    source.write_text("ref\nG1\nG2\nG3\nG9\n")
    error = live(f"trunks groups delete --yes --input {source} --resume {results}", code=4).err
    assert "line 5: There is no trunk group 'G9'" in error
    assert account.written == [("DELETE", "g1"), ("DELETE", "g2")]
    source.write_text("ref\nG1\nG2\nG3\n")
    live(f"trunks groups delete --yes --input {source} --resume {results}")
    assert account.records == {}
    assert results.outcomes == ["done", "unknown", "done", "done"]


def test_more_rows_than_are_held_at_once(server, live, file, results):
    account = Account(server, records=[did(number) for number in range(2500)])
    account.harm = {"d2300": problem(422, "no")}
    numbers = [f"1202555{number:04d}" for number in range(2500)]
    text = "ref,description\n" + "".join(f"{one},{'old' if at % 50 else 'new'}\n" for at, one in enumerate(numbers))
    source = file(text)
    line = f"dids update --input {source} -o ids"
    plan = live(f"{line} --dry-run -o json")
    assert [one["url"].rpartition("/")[2] for one in plan.json] == [f"d{at}" for at in range(0, 2500, 50)]
    done = live(f"{line} --results {results}", code=12)
    assert done.lines == [f"d{at}" for at in range(2300)]
    account.harm = {}
    rest = text.splitlines()
    random.Random(1).shuffle(rest)
    rest.remove("ref,description")
    source.write_text("\n".join(["ref,description", *rest]))
    assert live(f"{line} --resume {results}").err.endswith("4 done, 196 unchanged, 2,300 done before.\n")
    assert Counter(account.written) == {("PATCH", f"d{at}"): 2 if at == 2300 else 1 for at in range(0, 2500, 50)}
