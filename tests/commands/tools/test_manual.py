"""``didww help --man``: a page for each command and topic, which ``man`` shows without a warning."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from didww_cli.commands.topics import TOPICS
from tests.conftest import run_line
from tests.rules.test_help import COMMANDS


def plain(text: str) -> str:
    """What troff shows."""
    return text.replace("\\-", "-").replace("\\(aq", "'")


def test_every_command_and_topic_has_its_page(tmp_path):
    result = run_line(f"help --man {tmp_path}/man1")
    assert (result.code, result.out) == (0, "")
    pages = {path.name: plain(path.read_text("ascii")) for path in (tmp_path / "man1").iterdir()}
    names = ["-".join(["didww", *words]) for words, _ in COMMANDS] + [f"didww-help-{topic}" for topic in TOPICS]
    assert set(pages) == {"didww.1", *(f"{name}.1" for name in names)}
    assert f"Wrote {len(pages)} pages" in result.err
    for words, command in COMMANDS:
        page = pages["-".join(["didww", *words]) + ".1"]
        assert f".B {' '.join(['didww', *words])}\n" in page
        assert f"- {command.short_help}\n" in page
        assert all(one.opts[0] in page for one in command.params if one.param_type_name == "option")
    assert (
        ".B didww dids update 12125550100 --voice-in-trunk London --dry-run\nlook first" in pages["didww-dids-update.1"]
    )
    assert "\n.BR didww (1),\n.BR didww-trunks-in (1)\n" in pages["didww-trunks-in-list.1"]


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
def test_pages_are_shown_without_a_warning(tmp_path):
    assert run_line(f"help --man {tmp_path}/man1").code == 0
    pages = sorted((tmp_path / "man1").iterdir())
    line = ["groff", "-man", "-Tutf8", "-ww", "-z", *pages]
    done = subprocess.run(line, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    one = tmp_path / "man1" / "didww-help-routing.1"
    shown = subprocess.run(["groff", "-man", "-Tutf8", "-P-cbou", one], capture_output=True, text=True).stdout
    assert "A change shows from → to" in shown


def test_what_is_no_page_of_it_is_not_replaced(tmp_path):
    folder = tmp_path / "man1"
    folder.mkdir()
    own = folder / "didww-files.1"
    own.write_text("My own.")
    result = run_line(f"help --man {folder}")
    assert result.code == 2
    assert "nothing was written" in result.err
    assert list(folder.iterdir()) == [own]
    own.unlink()
    assert [run_line(f"help --man {folder}").code for _ in range(2)] == [0, 0]
    assert run_line(f"help dids --man {folder}").code == 2
