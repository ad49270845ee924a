"""``trunks out regenerate-credentials``, and trunks of both directions."""

from __future__ import annotations


def test_new_credentials(didww):
    before = next(
        t for t in didww("trunks out list -o json").json if t["authentication_method"]["type"] == "credentials_and_ip"
    )
    line = f"trunks out regenerate-credentials {before['name']!r}"
    assert "old ones end at once" in didww(line, code=9).err
    after = didww(f"{line} --yes -o json").json
    old, new = (one["authentication_method"]["attributes"] for one in (before, after))
    assert (old["username"], old["password"]) != (new["username"], new["password"])
    shown = didww(f"{line} --yes").out
    assert "********" in shown
    password = didww(f"trunks out get {before['id']} -o json").json["authentication_method"]["attributes"]["password"]
    assert password not in shown


def test_trunks_of_both_directions(didww):
    both = didww("trunks list -o json").json
    assert {one["direction"] for one in both} == {"in", "out"}
    assert len(both) == len(didww("trunks in list -o ids").lines) + len(didww("trunks out list -o ids").lines)
    assert [one["name"] for one in didww("trunks list -f name=Headquarters -o json").json] == ["Headquarters"]
    names = didww("trunks list -s name -c direction,name -o tsv").lines
    assert [line.split("\t")[1] for line in names] == sorted(line.split("\t")[1] for line in names)
    assert len(didww("trunks list -n 2 -o ids").lines) == 2
    assert didww("trunks list -f status=active", code=2).err
    document = didww("trunks list -o jsonapi").json
    assert {one["type"] for one in document["data"]} == {"voice_in_trunks", "voice_out_trunks"}
