"""No command line ends in an internal error, whatever stands in it."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

import pytest

from .lines import CONTENTS, DEEP, LONG, VALUES, ended, leaves, make_files

hypothesis = pytest.importorskip("hypothesis")
hypothesis.configuration.set_hypothesis_home_dir(tempfile.gettempdir())
from hypothesis import HealthCheck, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

EXAMPLES = int(os.environ.get("DIDWW_TEST_EXAMPLES", "12"))
FUZZ = settings(
    max_examples=EXAMPLES,
    database=None,
    deadline=None,
    derandomize=EXAMPLES <= 12,
    suppress_health_check=list(HealthCheck),
)
COMMANDS = list(leaves())
INTERNAL = "nobody foresaw"


def check(words: list[str], stdin: bytes = b"") -> int:
    code, text = ended(words, stdin)
    assert INTERNAL not in text, f"{words!r:.500}\n{text[-2000:]}"
    return code


@FUZZ
@given(data=st.data())
def test_every_command_with_values_that_fit_nowhere(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("fuzz", numbered=True)
    files = make_files(folder)
    words, command = data.draw(st.sampled_from(COMMANDS))
    line = ["--profile", "demo", *words]
    usable = [one for one in command.params if one.opts[0] not in ("--help", "--profile")]
    chosen = data.draw(st.lists(st.sampled_from(usable), max_size=3, unique_by=lambda one: one.name))
    for one in [*chosen, *(one for one in usable if one.required and one not in chosen)]:
        wants_file = re.search("FILE|FOLDER|PATH|CAPTURE", one.metavar or "")
        value = data.draw(st.sampled_from(files if wants_file else VALUES) | st.text(max_size=20))
        if one.param_type_name == "argument":
            line.append(value if not value.startswith("-") else f"x{value}")
        else:
            name = next((each for each in one.opts if each.startswith("--")), one.opts[0])
            line.append(name if one.is_flag else f"{name}={value}")
    check(line, data.draw(st.sampled_from([b"", b"\xff", b'{"name": "\\ud800"}', b"ref\n1\n"])))


FOUND = [
    ("trunks in update Headquarters --description=\udcff", 2),
    ("dids update 12025550100 --description=\udcff", 2),
    ('trunks in update Headquarters --set description="\\ud800" --yes', 0),
    ("trunks in update Headquarters --set configuration.port=²", 2),
    ("dids list --filter number=²", 0),
    ("dids list --filter created_at_gteq=0001-01-01T00:00:00+14:00", 2),
    ("orders list --filter created_at_gteq=9999-12-31T23:59:59-14:00", 2),
    ("dids list --query=" + LONG, 2),
    ("dids list --query=" + DEEP, 2),
    ("dids list --limit ²", 2),
    ("dids list --limit " + LONG, 2),
    ("dids list --page " + "9" * 30, 5),
    ("dids list --timeout nan", 2),
    ("dids list --timeout 1e300", 2),
    ("dids list --timeout inf", 2),
    ("dids list --retries 99999999999", 2),
    ("dids list -p \udcff", 2),
    ("dids get \udcff", 2),
    ("exports create --type cdr_in --from 0001-01-01 --to now", 2),
    ("exports create --type cdr_in --from ² --to now", 2),
    ("trunks in create --name a --codecs ²", 2),
    ("trunks in create --name a --codecs " + LONG, 2),
    ("api GET /\udcff", 2),
    ("api POST /orders -F a=\udcff", 2),
    ("api GET http://[", 2),
]
"""Lines that ended, or could have ended, in an internal error."""


@pytest.mark.parametrize(("line", "code"), FOUND, ids=lambda value: ascii(value)[:50])
def test_found_lines(line, code):
    assert check(["--profile", "demo", *line.split(" ")]) == code


@pytest.mark.parametrize("name", [name for name in CONTENTS if name.endswith("json") or name in ("bytes", "empty")])
def test_found_files(name, tmp_path: Path):
    make_files(tmp_path)
    for line in ("trunks in update Headquarters", "trunks in create", "orders create"):
        assert check(["--profile", "demo", *line.split(), "--data", str(tmp_path / name), "--yes"]) == 2
        assert check(["--profile", "demo", *line.split(), "--data", "-", "--yes"], CONTENTS[name]) == 2


def test_a_name_of_a_file_may_hold_any_byte(tmp_path):
    path = tmp_path / "\udcff.json"
    path.write_bytes(b'{"description": "x"}')
    line = ["--profile", "demo", "trunks", "in", "update", "Headquarters", "--data", str(path), "--dry-run"]
    assert check(line) == 0


def test_standard_input_that_is_no_text(tmp_path):
    assert check(["config", "init", "--no-check", "-p", "w"], b"\xff\xfe\n") == 2
