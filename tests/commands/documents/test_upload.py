"""``files upload``: what is taken, what is sent, and that it decrypts."""

from __future__ import annotations

import base64
import email
import email.policy

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519

from tests.commands.documents.content import CURVE, JPG, PDF, PNG, SHORT, A, B, decrypted, pem_of, taken
from tests.conftest import document, problem
from tests.emulator.private_keys import PRIVATE_KEYS

MEGABYTE = 1024 * 1024


def form_of(seen):
    """The fields of an upload: content, file name, content type."""
    head = f"Content-Type: {seen.headers['Content-Type']}\r\n\r\n".encode()
    message = email.message_from_bytes(head + seen.body, policy=email.policy.HTTP)
    return {
        part.get_param("name", header="content-disposition"): (part.get_payload(decode=True), part.get_filename())
        for part in message.iter_parts()
    }


def test_an_upload_is_an_encrypted_form(uploads, live, papers):
    seen = uploads(taken())
    result = live(f"files upload {papers / 'a.jpg'} --description 'My passport, ü' -o json")
    assert result.json == {
        "id": "f1",
        "type": "encrypted_files",
        "description": None,
        "expires_at": "2026-11-24T00:00:00.000Z",
    }
    [request] = seen()
    assert request.path == "/v3/encrypted_files"
    assert request.headers["Accept"] == "application/json"
    assert request.headers["Api-Key"] == "secret-key-1"
    form = form_of(request)
    assert set(form) == {
        "encrypted_files[encryption_fingerprint]",
        "encrypted_files[file]",
        "encrypted_files[description]",
    }
    content, name = form["encrypted_files[file]"]
    assert name == "file.enc"
    assert decrypted(content, 0) == decrypted(content, 1) == JPG
    assert form["encrypted_files[description]"][0].decode() == "My passport, ü"
    fingerprint = form["encrypted_files[encryption_fingerprint]"][0].decode()
    assert fingerprint == "6dbdf6c043e9621bf4ba1661139bc8d5c10de04b:::052558e7327b7340fec90f3b7cdb8418c24a4de4"
    assert JPG[:100] not in request.body


def test_several_files_are_as_many_requests(uploads, live, papers):
    seen = uploads(taken("f1"), taken("f2"), taken("f3"))
    names = " ".join(str(papers / name) for name in ("c.pdf", "a.jpg", "b.png"))
    assert [one["id"] for one in live(f"files upload {names} -o json").json] == ["f1", "f2", "f3"]
    contents = [decrypted(form_of(request)["encrypted_files[file]"][0], 0) for request in seen()]
    assert contents == [PDF, JPG, PNG]
    assert "encrypted_files[description]" not in form_of(seen()[0])


def test_the_emulated_account_takes_them(didww, papers):
    found = didww(f"files upload {papers / 'a.jpg'} {papers / 'c.pdf'} --description 'two papers' -o json").json
    assert [one["description"] for one in found] == ["two papers", "two papers"]
    assert all(one["expires_at"] for one in found)
    shown = didww(f"files upload {papers / 'b.png'}").out
    assert "expires_at" in shown
    [identifier] = didww(f"files upload {papers / 'b.png'} -o ids").lines
    assert didww(f"files get {identifier} -o json").json["id"] == identifier
    listed = didww("files list -o ids").lines
    assert {one["id"] for one in found} <= set(listed)
    document_ = didww(f"files upload {papers / 'b.png'} -o jsonapi").json
    assert document_["data"]["type"] == "encrypted_files"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.jpg", b"GIF89a" + bytes(100), "a GIF image"),
        ("a.pdf", b"PK\x03\x04 stored %PDF-1.4", "Office document or ZIP"),
        ("a.pdf", b"\xd0\xcf\x11\xe0" + bytes(100), "old Office document"),
        ("a.png", b"\0\0\0\x18ftypheic", "HEIC"),
        ("a.png", b"RIFF\0\0\0\0WEBP", "WebP"),
        ("a.jpg", b"II*\0" + bytes(100), "TIFF"),
        ("a.pdf", b"just words", "something else"),
        ("a.pdf", bytes(2000) + b"%PDF-1.4", "something else"),
        ("a.pdf", b"", "is empty"),
        ("a.pdf", PDF + bytes(20 * MEGABYTE), "larger than 20 MB"),
    ],
)
def test_what_is_not_taken_is_refused_with_the_reason(server, live, papers, name, content, reason):
    (papers / "wrong").mkdir()
    path = papers / "wrong" / name
    path.write_bytes(content)
    result = live(f"files upload {papers / 'a.jpg'} {path} -o json", code=2)
    assert str(path) in result.error["message"]
    assert reason in result.error["message"]
    assert server.seen == []


def test_all_that_is_wrong_is_said_at_once(server, live, papers):
    (papers / "d.txt").write_text("words")
    result = live(f"files upload {papers / 'd.txt'} {papers / 'none.pdf'} {papers} {papers / 'a.jpg'}", code=2)
    for words in ("d.txt is something else", "none.pdf cannot be read: No such file", "Is a directory"):
        assert words in result.err
    assert server.seen == []


LARGEST_CONTENT = 20 * MEGABYTE - 2 * 256 - 1
"""Bytes of the largest file whose upload has 20 MB: two encrypted secrets, and at least one byte of padding."""


@pytest.mark.parametrize("size", [LARGEST_CONTENT, 20_000_000])
def test_twenty_megabytes_of_upload_are_taken(uploads, live, papers, size):
    (papers / "large.pdf").write_bytes(PDF + bytes(size - len(PDF)))
    seen = uploads(taken())
    live(f"files upload {papers / 'large.pdf'}")
    [request] = seen()
    assert len(form_of(request)["encrypted_files[file]"][0]) == 512 + (size // 16 + 1) * 16 <= 20 * MEGABYTE


def test_a_byte_more_is_refused_before_anything_is_uploaded(uploads, live, papers):
    (papers / "large.pdf").write_bytes(PDF + bytes(LARGEST_CONTENT + 1 - len(PDF)))
    seen = uploads(taken())
    result = live(f"files upload {papers / 'a.jpg'} {papers / 'large.pdf'}", code=2)
    assert "large.pdf is larger than 20 MB once it is encrypted" in result.err
    assert "a.jpg" not in result.err
    assert seen() == []
    result = live(f"files encrypt {papers / 'large.pdf'} --to {papers / 'large.enc'}")
    assert "DIDWW would not take this file" in result.err
    assert (papers / "large.enc").stat().st_size == 20 * MEGABYTE + 16


def test_the_content_counts_and_not_the_name(uploads, live, papers):
    uploads(taken())
    (papers / "scan.bin").write_bytes(b"@PJL SET\r\n" + PDF)
    live(f"files upload {papers / 'scan.bin'}")


@pytest.mark.parametrize(
    "answer", ["drop", problem(500, "oops"), (201, b"", {}), (201, {"data": []}, {}), (201, b"<", {})]
)
def test_a_lost_upload_is_not_repeated(uploads, live, papers, answer):
    seen = uploads(taken("f1"), answer)
    result = live(f"files upload {papers / 'a.jpg'} {papers / 'b.png'} {papers / 'c.pdf'} -o json", code=8)
    assert len(seen()) == 2
    assert [one["id"] for one in result.json] == ["f1"]
    assert "b.png" in result.error["message"]
    assert "didww files list" in result.error["hint"]


def test_an_upload_is_repeated_after_429(uploads, live, papers):
    seen = uploads((429, {}, {}), taken())
    live(f"files upload {papers / 'a.jpg'}")
    first, second = seen()
    assert first.body == second.body


def test_a_file_that_is_refused_does_not_keep_the_others(uploads, live, papers):
    uploads(problem(422, "file is invalid"), taken("f2"))
    result = live(f"files upload {papers / 'a.jpg'} {papers / 'b.png'} -o json", code=12)
    assert [one["id"] for one in result.json] == ["f2"]
    assert "a.jpg: file is invalid" in result.error["message"]


def test_a_file_that_is_refused_alone_is_exit_5(uploads, live, papers):
    uploads(problem(422, "file is invalid"))
    for names in ("{0}", "{0} {1}"):
        line = names.format(papers / "a.jpg", papers / "b.png")
        assert live(f"files upload {line} -o json", code=5).error["status"] == 422


def test_a_dry_run_uploads_nothing(uploads, live, papers):
    seen = uploads(taken())
    one = live(f"files upload {papers / 'a.jpg'} --description d --dry-run -o json").json
    assert (one["method"], one["headers"]["Api-Key"]) == ("POST", "********")
    assert one["headers"]["Content-Type"] == "multipart/form-data"
    assert one["body"]["encrypted_files[description]"] == "d"
    assert ":::" in one["body"]["encrypted_files[encryption_fingerprint]"]
    assert "bytes" in one["body"]["encrypted_files[file]"]
    assert len(live(f"files upload {papers / 'a.jpg'} {papers / 'b.png'} --dry-run -o json").json) == 2
    assert seen() == []


def keys_of(*values):
    """The answer that holds some public keys; a key of ``...`` is left out."""
    attributes = [{} if value is ... else {"key": value} for value in values]
    return document([{"id": str(at), "type": "public_keys", "attributes": one} for at, one in enumerate(attributes)])


P256, UNKNOWN = bytes.fromhex("06082a8648ce3d030107"), bytes.fromhex("06082a8648ce3d030163")


CURVE_DER = base64.b64decode("".join(CURVE.splitlines()[1:-1]))
ODD_CURVE = (
    "-----BEGIN PUBLIC KEY-----\n"
    + base64.encodebytes(CURVE_DER.replace(P256, UNKNOWN)).decode()
    + "-----END PUBLIC KEY-----\n"
)
"""A key on a curve that nobody knows."""
EDWARDS = pem_of(ed25519.Ed25519PrivateKey.generate())
WRONG_KEYS = {
    "none": ((), "two public keys are needed, not 0"),
    "one": ((A,), "two public keys are needed, not 1"),
    "three": ((A, B, A), "two public keys are needed, not 3"),
    "no PEM": ((A, "no PEM"), "public key 2 is not PEM of a public key"),
    "empty": (("", B), "public key 1 is not PEM of a public key"),
    "a private key": ((A, PRIVATE_KEYS[1]), "public key 2 is not PEM of a public key"),
    "cut": ((A, B[: len(B) // 2]), "public key 2 is not PEM of a public key"),
    "half a character": ((A, "\ud800"), "public key 2 is not PEM of a public key"),
    "no member": ((A, ...), "public key 2 has no key"),
    "null": ((None, B), "public key 1 has no key"),
    "a number": ((A, 5), "the key of public key 2 is no text"),
    "an object": ((A, {"pem": B}), "the key of public key 2 is no text"),
    "short": ((A, SHORT), "public key 2 has 1,024 bits; fewer than 2,048 are not safe"),
    "a curve": ((CURVE, B), "public key 1 is not an RSA key"),
    "an odd curve": ((ODD_CURVE, B), "public key 1 is not an RSA key"),
    "an Edwards curve": ((A, EDWARDS), "public key 2 is not an RSA key"),
    "the same twice": ((A, A.replace("\n", "\r\n")), "the two public keys are the same"),
}


@pytest.mark.parametrize(("keys", "words"), WRONG_KEYS.values(), ids=WRONG_KEYS.keys())
def test_public_keys_that_cannot_be_used_are_a_sentence(server, live, papers, keys, words):
    server.answer(keys_of(*keys))
    for line in (f"upload {papers / 'a.jpg'}", f"encrypt {papers / 'a.jpg'} --to {papers / 'a.enc'}"):
        result = live(f"files {line} -o json", code=7)
        assert words in result.error["message"]
    assert not (papers / "a.enc").exists()
    assert {seen.method for seen in server.seen} == {"GET"}


def test_the_client_of_didww_uploads_what_we_encrypt(didww, papers):
    """What ``encrypt`` writes is what the vendor's own client sends, and the emulated account takes it."""
    theirs = pytest.importorskip("didww.encrypt").Encrypt
    result = didww(f"files encrypt {papers / 'a.jpg'} --to {papers / 'a.enc'}")
    pems = [record["key"] for record in didww("public-keys list -o json").json]
    assert theirs.calculate_fingerprint(pems) == result.out.strip()
    assert decrypted(theirs.encrypt_with_keys(JPG, pems), 0) == decrypted((papers / "a.enc").read_bytes(), 0)
