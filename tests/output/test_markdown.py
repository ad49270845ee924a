"""``-o markdown``: rendered, a cell reads as in the table, and nothing that a server sent is markup."""

from __future__ import annotations

import pytest

from tests.conftest import document, problem
from tests.terminal import in_terminal


def trunks(*names):
    return document(
        [{"id": f"t{at}", "type": "voice_in_trunks", "attributes": {"name": name}} for at, name in enumerate(names)]
    )


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("plain_name & co", "plain_name & co"),
        ("a|b", r"a\|b"),
        ("one\ntwo\r\n", r"one\\ntwo\\r\\n"),
        ("back\\slash|", r"back\\slash\|"),
        ("<img src=x>", r"\<img src=x\>"),
        ("[link](http://x.example)", r"\[link\](http://x.example)"),
        ("**b** _i_ ~~s~~ `c`", r"\*\*b\*\* \_i\_ \~\~s\~\~ \`c\`"),
        ("$5 &lt; $6", r"\$5 \&lt; \$6"),
        ("red\x1b[31m\u202e", r"red\\x1b\[31m\\u202e"),
        (None, "-"),
    ],
)
def test_nothing_in_a_cell_is_markup(server, live, name, cell):
    server.answer(trunks(name))
    assert live("trunks in list -o markdown -c name,id").lines == ["| NAME | ID |", "| --- | --- |", f"| {cell} | t0 |"]


def test_one_record_is_names_and_values(didww):
    out = didww("trunks out get 'Outbound Europe' -o markdown").lines
    assert out[:3] == ["| NAME | VALUE |", "| --- | --- |", out[2]]
    assert "| name | Outbound Europe |" in out
    assert "| authentication_method.type | credentials_and_ip |" in out
    chosen = didww("trunks out get 'Outbound Europe' -o markdown -c name,status").lines
    assert chosen == ["| NAME | STATUS |", "| --- | --- |", "| Outbound Europe | active |"]


def test_passwords_are_masked_as_in_the_table(didww):
    line = "trunks out list -o markdown -c name,authentication_method,authentication_method.password"
    password = didww(f"{line} --show-secrets").lines[2].split(" | ")[2].removesuffix(" |")
    masked = didww(line).out
    assert password not in masked
    assert r"password \*\*\*\*" in masked


def test_on_a_terminal_no_column_is_left_out():
    seen = in_terminal(["--profile", "demo", "dids", "list", "-n", "1", "-o", "markdown"], columns=40)
    assert "No room" not in seen.text
    assert "\x1b" not in seen.text
    assert seen.lines[0].count("|") == 10


def test_an_empty_list_and_errors(server, live):
    server.answer(document([]), problem(404, "Record not found"))
    assert live("trunks in list -o markdown -c name,id").lines == []
    assert live("trunks in get id:x -o markdown", code=4).err.startswith("Error: There is no inbound trunk")


def test_rows_of_bulk_work_come_as_markdown(didww, tmp_path):
    rows = tmp_path / "rows.csv"
    rows.write_text("ref,description\n12125550100,a|b\n")
    out = didww(f"dids update --input {rows} -o markdown").lines
    assert out[0].startswith("| NUMBER |")
    assert r"| a\|b |" in out[2]
