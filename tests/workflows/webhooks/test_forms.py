"""Every form of a capture: what was signed is right, what was changed afterwards is not; several in one file."""

from __future__ import annotations

import pytest

from didww_cli.workflows.webhooks.verdict import verify

from .forms import BODILESS, CALLBACKS, FORMS, ORDER, Callback
from .samples import SECRET, reads

WHOLE = {"burp", "cloudwatch-csv", "tshark-json", "pdml", "hexdump-C", "xxd", "follow-hex", "iis", "kestrel"}
UNMARKED = {"print_r", "server-print_r", "dumpio", "haproxy-text"}  # nothing in them tells where a value ends
NOISE = '10.0.0.1 - - [01/Jan/2026:00:00:00 +0000] "GET /favicon.ico HTTP/1.1" 404 612 "-" "curl/8"\n'


def validity(text: str) -> list[bool | None]:
    return [verify(capture, [SECRET]).valid for capture in reads(text)]


@pytest.mark.parametrize("event", CALLBACKS)
@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_read_and_what_was_changed_is_wrong(form: str, event: str) -> None:
    callback = CALLBACKS[event]
    if form == "postman-form" and callback.as_json:
        callback = Callback("POST", callback.url, ORDER)
    if form in BODILESS and callback.method == "POST":
        (capture,) = reads(FORMS[form](callback))
        verdict = verify(capture, [SECRET])
        assert verdict.valid is None
        assert "body" in verdict.message
        return
    assert validity(FORMS[form](callback)) == [True]
    assert validity(FORMS[form](callback.tampered())) == [False]


@pytest.mark.parametrize("between", ["\n", "\n\n", f"\n{NOISE}"])
@pytest.mark.parametrize("form", [form for form in FORMS if form not in WHOLE])
def test_several_in_one_file_are_told_apart(form: str, between: str) -> None:
    three = [CALLBACKS["get-order"], CALLBACKS["post-order"], CALLBACKS["post-special"].tampered()]
    assert validity(between.join(map(FORMS[form], three))) == [True, True, False]


@pytest.mark.parametrize("form", FORMS)
def test_a_payload_that_is_not_there_is_never_wrong(form: str) -> None:
    """The body is taken out of the file, as a server that does not log it would; its length stays in the headers."""
    callback = CALLBACKS["post-order"]
    text = FORMS[form](callback)
    if callback.body in text:
        assert False not in validity(text.replace(callback.body, ""))


@pytest.mark.parametrize("form", [form for form in FORMS if form not in UNMARKED])
def test_a_capture_that_breaks_off_is_never_called_wrong(form: str) -> None:
    """A right one that is cut off anywhere is right or cannot be told: WRONG needs all of it."""
    text = FORMS[form](CALLBACKS["post-order"])
    for end in range(0, len(text), max(1, len(text) // 40)):
        assert False not in validity(text[:end]), text[:end]


@pytest.mark.parametrize("more", ["&5", "&x=1", "&", "%20"])
def test_what_stands_behind_a_body_belongs_to_it(more: str) -> None:
    """A body is not read without its end, even where the rest would fit."""
    callback = CALLBACKS["post-order"]
    text = FORMS["raw"](callback)
    assert text.endswith(callback.body)
    length = len(callback.body)
    whole = text.replace(f"Content-Length: {length}\r\n", f"Content-Length: {length + len(more)}\r\n")
    assert validity(whole + more) == [more == "&"], whole
