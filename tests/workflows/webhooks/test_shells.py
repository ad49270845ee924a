"""Words of command lines as sh, cmd and PowerShell make them."""

from __future__ import annotations

import pytest

from didww_cli.workflows.webhooks.shell_words import CMD, POWERSHELL, SH, commands, shell_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("curl a b", ["curl", "a", "b"]),
        ("curl 'a b' \"c d\" e\\ f", ["curl", "a b", "c d", "e f"]),
        ("curl ''", ["curl", ""]),
        ("curl 'it'\\''s'", ["curl", "it's"]),
        ('curl "a\\"b\\\\c\\d\\$e"', ["curl", 'a"b\\c\\d$e']),
        ("curl $'a\\'b\\n\\x41\\u00e9\\101\\\\'", ["curl", "a'b\nAéA\\"]),
        ('curl $"a"', ["curl", "a"]),
        ("curl \\\n  a\\\r\n b", ["curl", "a", "b"]),
        ("curl https://a/b?x=1&y=2", ["curl", "https://a/b?x=1&y=2"]),
        ("curl 'unclosed text", ["curl", "unclosed text"]),
        ("curl a$b {c}", ["curl", "a$b", "{c}"]),
        ("curl 'a''b'", ["curl", "ab"]),
    ],
)
def test_sh(text: str, words: list[str]) -> None:
    assert shell_of(text) == SH
    assert commands(text) == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('curl ^"https://a/?x=1^&y=2^" ^\r\n  -H ^"a: b^"', ["curl", "https://a/?x=1&y=2", "-H", "a: b"]),
        ('curl -d ^"^%^7B^\\^"x^\\^"^"', ["curl", "-d", '%7B"x"']),
        ('curl -d ^"a^\n\nb^"', ["curl", "-d", "a\nb"]),
        ('curl -d "[{""id"":""x y""}]"', ["curl", "-d", '[{"id":"x y"}]']),
        ('curl ^\n "C:\\\\" -d "a\\\\b\\"c"', ["curl", "C:\\", "-d", 'a\\\\b"c']),
    ],
)
def test_cmd(text: str, words: list[str]) -> None:
    assert shell_of(text) == CMD
    assert commands(text) == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("curl.exe \"a `\"b`\" `$c\" `\r\n -H 'it''s'", ["curl.exe", 'a "b" $c', "-H", "it's"]),
        ('curl.exe -d \'[{\\"id\\":\\"x\\"}]\'', ["curl.exe", "-d", '[{"id":"x"}]']),
        ('curl.exe -d \'[{"a":"\\\\"}]\'', ["curl.exe", "-d", '[{"a":"\\\\"}]']),
        ('curl.exe "a`nb""c"', ["curl.exe", 'a\nb"c']),
        ("curl a`\n b`&c", ["curl", "a", "b&c"]),
    ],
)
def test_powershell(text: str, words: list[str]) -> None:
    assert shell_of(text) == POWERSHELL
    assert commands(text) == [words]


def test_several_commands() -> None:
    assert commands("curl a; curl b && curl c | jq .\ncurl d &") == [
        ["curl", "a"],
        ["curl", "b"],
        ["curl", "c"],
        ["jq", "."],
        ["curl", "d"],
    ]
