"""Call records arrive as they were sent, whatever stands in them: joined under one header, in whatever pieces."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

import pytest

from tests.conftest import document, run_line

from .test_fuzz_lines import FUZZ

hypothesis = pytest.importorskip("hypothesis")
from hypothesis import given  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

HEADER = b"Date/Time Start (UTC),Source,Destination DID"
ROW = st.binary(max_size=60).map(lambda row: row.replace(b"\n", b"").replace(b"\0", b""))
FILE = st.tuples(st.sampled_from([b"", b"\xef\xbb\xbf"]), st.sampled_from([b"\n", b"\r\n"]), st.lists(ROW, max_size=6))


def content(mark: bytes, end: bytes, rows: list[bytes], *, last: bool) -> bytes:
    text = mark + end.join([HEADER, *rows])
    return text + end if last else text


@FUZZ
@given(files=st.lists(st.tuples(FILE, st.booleans()), min_size=1, max_size=3))
def test_files_of_any_bytes_are_joined_whole(server, files):
    sent = {f"e{at}": content(*file, last=last) for at, (file, last) in enumerate(files)}

    def answer(seen):
        name = seen.path.rpartition("/")[2].removesuffix(".csv.gz")
        if seen.path.endswith(".csv.gz"):
            return 200, gzip.compress(sent[name]), {"Content-Type": "application/gzip"}
        month = int(name[1:]) + 1
        period = {"from": f"2026-{month:02}-01 00:00:00", "to": f"2026-{month + 1:02}-01 00:00:00"}
        about = {"export_type": "cdr_in", "status": "completed", "url": f"/v3/exports/{name}.csv.gz", "filters": period}
        return document({"id": name, "type": "exports", "attributes": about})

    server.answers[:] = [answer]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "a.csv"
        result = run_line(f"exports download {' '.join(f'id:{name}' for name in sent)} --to {place}")
        assert result.code == 0, str(result)
        saved = place.read_bytes()
    assert saved == expected(list(sent.values()))


def expected(files: list[bytes]) -> bytes:
    """The first file, and the rows of the others, each ended."""
    if len(files) == 1:
        return files[0]
    first, *others = [file if file.endswith(b"\n") else file + b"\n" for file in files]
    return first + b"".join(file.partition(b"\n")[2] for file in others)
