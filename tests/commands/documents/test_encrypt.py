"""``files encrypt``: keys of one's own or of the account, and nothing is sent."""

from __future__ import annotations

import os

import pytest

from tests.commands.documents.content import CURVE, JPG, PDF, PNG, SHORT, A, decrypted, public_pem, taken


def test_encrypt_with_given_keys_sends_nothing(server, live, papers):
    for at in (0, 1):
        (papers / f"{at}.pem").write_bytes(public_pem(at))
    keys = f"--public-key {papers / '0.pem'} --public-key {papers / '1.pem'}"
    result = live(f"files encrypt {papers / 'c.pdf'} --to {papers / 'c.enc'} {keys}")
    fingerprint = "6dbdf6c043e9621bf4ba1661139bc8d5c10de04b:::052558e7327b7340fec90f3b7cdb8418c24a4de4"
    assert result.out == f"{fingerprint}\n"
    assert result.err == ""
    content = (papers / "c.enc").read_bytes()
    assert decrypted(content, 0) == decrypted(content, 1) == PDF
    found = live(f"files encrypt {papers / 'c.pdf'} --to {papers / 'd.enc'} {keys} -o json").json
    assert found == {"encryption_fingerprint": fingerprint, "file": str(papers / "d.enc")}
    swapped = f"--public-key {papers / '1.pem'} --public-key {papers / '0.pem'}"
    result = live(f"files encrypt {papers / 'c.pdf'} --to {papers / 'e.enc'} {swapped}")
    assert result.out.strip() == ":::".join(fingerprint.split(":::")[::-1])
    assert server.seen == []


def test_encrypt_with_the_keys_of_the_account(didww, papers):
    result = didww(f"files encrypt {papers / 'a.jpg'} --to {papers / 'a.enc'}")
    assert result.out.strip().count(":::") == 1
    assert decrypted((papers / "a.enc").read_bytes(), 1) == JPG


def test_encrypt_needs_no_api_key(uploads, live, papers, monkeypatch):
    monkeypatch.delenv("DIDWW_API_KEY")
    uploads(taken())
    live(f"files encrypt {papers / 'a.jpg'} --to {papers / 'a.enc'}")


def test_encrypt_to_standard_output(didww, papers):
    result = didww(f"files encrypt {papers / 'a.jpg'} --to -")
    assert decrypted(result.out.encode("utf-8", "surrogateescape"), 0) == JPG
    assert ":::" in result.err


def test_encrypt_takes_any_file_and_says_what_didww_would_not(didww, papers):
    (papers / "d.txt").write_text("words")
    result = didww(f"files encrypt {papers / 'd.txt'} --to {papers / 'd.enc'}")
    assert "JPG, PNG and PDF are taken" in result.err
    assert decrypted((papers / "d.enc").read_bytes(), 0) == b"words"


def test_encrypt_keeps_an_existing_file(server, live, papers):
    before = sorted(os.listdir(papers))
    assert "--force" in live(f"files encrypt {papers / 'a.jpg'} --to {papers / 'b.png'}", code=2).err
    assert (papers / "b.png").read_bytes() == PNG
    assert sorted(os.listdir(papers)) == before
    assert server.seen == []


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("--public-key {0}/0.pem", "twice"),
        ("--public-key {0}/0.pem --public-key {0}/0.pem --public-key {0}/0.pem", "twice"),
        ("--public-key {0}/0.pem --public-key {0}/a.jpg", "public key 2 is not PEM"),
        ("--public-key {0}/0.pem --public-key {0}/none", "cannot be read"),
        ("--public-key {0}/0.pem --public-key {0}/0.pem", "the two public keys are the same"),
        ("--public-key {0}/short.pem --public-key {0}/0.pem", "public key 1 has 1,024 bits"),
        ("--public-key {0}/0.pem --public-key {0}/curve.pem", "public key 2 is not an RSA key"),
        ("--public-key {0}/0.pem --public-key {0}", "Is a directory"),
    ],
)
def test_keys_that_cannot_be_used(server, live, papers, options, words):
    for name, content in {"0": A, "short": SHORT, "curve": CURVE}.items():
        (papers / f"{name}.pem").write_text(content)
    result = live(f"files encrypt {papers / 'a.jpg'} --to {papers / 'a.enc'} {options.format(papers)}", code=2)
    assert words in result.err
    assert not (papers / "a.enc").exists()
    assert server.seen == []
