"""Tables on terminals of usual widths: every list in both versions, as it is shown to a person."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from didww_cli.catalog.model import DECIMAL
from didww_cli.catalog.paths import column
from tests.conftest import pinned, run_line
from tests.output.test_formats_agree import is_listed, titles_of
from tests.spoken import each_type

WIDTHS = (80, 100, 200)
HALF_ID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-")
WHOLE_ID = re.compile(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")


@pytest.fixture
def seen(monkeypatch, version):
    """``seen("dids list", 80)``: what stands on a terminal of that width, unstyled, and the columns left out."""

    def run(line, width):
        monkeypatch.setenv("COLUMNS", str(width))
        done = run_line(f"--profile demo {pinned(version)}{line}", terminal=True)
        assert done.code == 0, str(done)
        told = re.search("^No room for: (.*?) \\(", done.err, re.MULTILINE)
        return re.sub("\x1b\\[[0-9;]*m", "", done.out).splitlines(), told[1].split(", ") if told else []

    return run


def needed(resource):
    """The columns of money, and of why something was rejected."""
    money = [path for path in resource.columns if (found := column(resource, path).attribute) and found.kind == DECIMAL]
    return [*money, *(path for path in resource.ends.reasons if path in resource.columns)]


@each_type(is_listed, name="noun")
def test_every_list_fits_and_keeps_what_counts(didww, seen, resource):
    line = f"{resource.noun} list"
    columns = ",".join(["id", *needed(resource)])
    rows = [row.split("\t") for row in didww(f"{line} -o tsv -c {columns}").lines]
    held = [name for at, name in enumerate(needed(resource), start=1) if any(row[at] for row in rows)]
    for width in WIDTHS:
        lines, left_out = seen(line, width)
        text = "\n".join(lines)
        assert max(map(cell_len, lines)) <= width, text
        assert len(HALF_ID.findall(text)) == len(WHOLE_ID.findall(text)), text
        assert not set(held) & set(left_out), text
        assert {"id", *resource.label, *resource.columns[:1]} - set(left_out), text


@each_type(is_listed, name="noun")
def test_what_is_filtered_by_is_shown(didww, seen, resource):
    line = f"{resource.noun} list"
    record = didww(f"{line} -n 1 -o json").json[0]
    for name in (one.name for one in resource.filters if resource.attribute(one.name) or one.name == "id"):
        if record.get(name) in (None, "", []) or isinstance(record[name], dict | list):
            continue
        value = str(record[name])
        lines, left_out = seen(f"{line} -n 1 -f '{name}={value}'", 80)
        assert name not in left_out
        said = {"True": "yes", "False": "no"}.get(value, value)
        assert said.split(" ")[0] in "\n".join(lines), (name, lines)


@each_type(is_listed, name="noun")
def test_a_heading_is_a_name_of_its_column(didww, resource):
    line = f"{resource.noun} list -n 1 -o markdown -c"
    headings = ",".join(titles_of(resource.columns))
    of_paths = didww(f"{line} {','.join(resource.columns)}").lines
    assert didww(f"{line} '{headings}'").lines[0] == didww(f"{line} '{headings.lower()}'").lines[0] == of_paths[0]


@pytest.mark.parametrize(
    ("line", "headings"),
    [
        ("emergency verifications list -f status=rejected", "STATUS REJECT COMMENT"),
        ("capacity pools list", "TOTAL ASSIGNED MONTHLY METERED"),
        ("identities list", "COMPANY NAME ID"),
        ("trunks out list -f on_cli_mismatch_action=reject_call", "ON CLI"),
        ("dids list -f city.name=Acapulco", "CITY"),
        ("dids list -f trunk=Headquarters -f emergency_enabled=false", "EMERGENCY VOICE"),
        ("orders list -f created_at_gteq=2000-01-01", "CREATED AT"),
        ("dids list -s -created_at,awaiting_registration", "CREATED REGISTRATION"),
        ("did-groups list -s country.name", "COUNTRY"),
    ],
)
def test_what_was_missing_at_80(seen, line, headings):
    lines, left_out = seen(line, 80)
    assert set(headings.split()) <= set(" ".join(lines[:3]).split()), "\n".join(lines)
    assert left_out


def test_what_was_written_is_shown_whatever_the_width(seen):
    line = "dids update 12125550101 12125550102 --yes --billing-cycles-count"
    for width, heads in ((60, {"NUMBER", "DESCRIPTION"}), (30, {"number", "description"})):
        lines, left_out = seen(f"{line} {width} --capacity-limit 4{width} --description 'Sales, line {width}'", width)
        assert not left_out
        assert {f"4{width}", "12125550102", *heads} <= set(" ".join(lines).split())


def test_columns_for_programs_do_not_depend_on_filters(didww):
    plain = didww("dids list -o csv").lines[0]
    assert didww("dids list -o csv -f awaiting_registration=false").lines[0] == plain
    assert "AWAITING REGISTRATION" in didww("dids list -f awaiting_registration=false").lines[0]


def test_too_wide_records_are_blocks(seen):
    lines, left_out = seen("address-verifications list -f status=rejected", 40)
    names = [line.split()[0] for line in lines if line[:1].strip()]
    assert names[:5] == ["reference", "status", "address", "reject_reasons", "reject_comment"]
    assert not left_out
    assert max(map(cell_len, lines)) <= 40
    everything, _ = seen("address-verifications list", 40)
    assert everything.count("") == len([line for line in everything if line.startswith("reference ")]) - 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "dids list -f description=x -f blocked=true",
            "No dids match. Asked for: description=x, blocked=true.",
        ),
        ("dids list --page 99", "No dids match. Asked for: page 99."),
        (
            "trunks list -f external_reference_id=x",
            "No trunks match. Asked for: external_reference_id=x.",
        ),
        ("journal list --ref Anna", "No entries match. Asked for: --ref Anna."),
    ],
)
def test_empty_lists_say_what_was_asked(didww, line, told):
    done = didww(line)
    assert done.out == ""
    assert told in done.err.splitlines()
    assert didww(f"{line} -q").err == ""
