"""``check`` of requirements: a verdict, and nothing else."""

from __future__ import annotations

import pytest

from tests.conftest import problem, run_line


@pytest.mark.parametrize("noun", ["address-requirements", "emergency requirements"])
def test_checks(server, live, noun):
    kind = "address_requirement" if noun == "address-requirements" else "emergency_requirement"
    server.answer((201, {"data": {"id": "v", "type": f"{kind}_validations"}}, {}))
    live(f"{noun} check id:r --identity id:i --address id:a")
    assert server.seen[0].path == f"/v3/{kind}_validations"
    assert server.seen[0].json["data"]["relationships"] == {
        kind: {"data": {"type": f"{kind}s", "id": "r"}},
        "identity": {"data": {"type": "identities", "id": "i"}},
        "address": {"data": {"type": "addresses", "id": "a"}},
    }
    server.answers[:] = [problem(422, "Birth Date is required for Personal Identity")]
    result = live(f"{noun} check id:r --identity id:i -o json", code=10)
    assert "Birth Date is required" in result.error["message"]
    live(f"{noun} check id:r", code=2)


@pytest.mark.parametrize("form", ["json", "jsonl", "table"])
@pytest.mark.parametrize("noun", ["emergency requirements", "address-requirements"])
def test_a_check_prints_its_verdict_alone(server, live, noun, form):
    missing = {"title": "is needed", "detail": "proof - is needed", "code": "100", "status": "422"}
    server.answer((422, {"errors": [missing]}, {}), (201, {"data": {"id": "r1", "type": "any"}}, {}))
    refused = live(f"{noun} check id:r1 --identity id:i1 --yes -o {form}", code=10)
    fulfilled = live(f"{noun} check id:r1 --identity id:i1 -o {form}")
    if form == "table":
        assert refused.out == fulfilled.out == ""
        assert "is not fulfilled: is needed." in refused.err
    else:
        assert refused.json == {"valid": False, "errors": [missing]}
        assert refused.error["kind"] == "check_failed"
        assert fulfilled.json == {"valid": True, "errors": []}
    assert form != "jsonl" or fulfilled.out == '{"valid":true,"errors":[]}\n'
    assert [seen.method for seen in server.seen] == ["POST", "POST"]


@pytest.mark.parametrize("noun", ["emergency requirements", "address-requirements"])
def test_a_check_on_the_emulated_account(didww, noun):
    chosen = [run_line(f"-p demo {kind} list -o ids -q").lines for kind in (noun, "identities", "addresses")]
    codes = set()
    for identity in chosen[1]:
        result = run_line(f"-p demo {noun} check {chosen[0][0]} --identity {identity} --address {chosen[2][0]} -o json")
        codes.add(result.code)
        assert result.json["valid"] is (result.code == 0), str(result)
        assert bool(result.json["errors"]) is (result.code == 10)
    assert codes <= {0, 10}
