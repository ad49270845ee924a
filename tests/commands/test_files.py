"""``files upload`` and ``files encrypt``: what is taken, what is sent, and that it decrypts."""

from __future__ import annotations

import base64
import email
import email.policy
import os

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.conftest import document, problem
from tests.emulator.private_keys import PRIVATE_KEYS

JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 20
MEGABYTE = 1024 * 1024


def private(at):
    return serialization.load_pem_private_key(PRIVATE_KEYS[at].encode(), None)


def public_pem(at):
    public = private(at).public_key()
    return public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def decrypted(upload, at):
    oaep = OAEP(mgf=MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)
    secret = private(at).decrypt(upload[256 * at : 256 * (at + 1)], oaep)
    decryptor = Cipher(algorithms.AES(secret[:32]), modes.CBC(secret[32:])).decryptor()
    padded = decryptor.update(upload[512:]) + decryptor.finalize()
    return padded[: -padded[-1]]


def form_of(seen):
    """The fields of an upload: content, file name, content type."""
    head = f"Content-Type: {seen.headers['Content-Type']}\r\n\r\n".encode()
    message = email.message_from_bytes(head + seen.body, policy=email.policy.HTTP)
    return {
        part.get_param("name", header="content-disposition"): (part.get_payload(decode=True), part.get_filename())
        for part in message.iter_parts()
    }


KEYS = document(
    [{"id": str(at), "type": "public_keys", "attributes": {"key": public_pem(at).decode()}} for at in (0, 1)]
)


@pytest.fixture
def uploads(server):
    """``uploads(answer, …)``: answers to the uploads; the public keys are those of the emulated account."""

    def script(*answers):
        left = list(answers)

        def answer(seen):
            if seen.path == "/v3/public_keys":
                return KEYS
            return left.pop(0) if len(left) > 1 else left[0]

        server.answer(answer)
        return lambda: [seen for seen in server.seen if seen.method == "POST"]

    return script


def taken(identifier="f1"):
    attributes = {"description": None, "expires_at": "2026-11-24T00:00:00.000Z"}
    return 201, {"data": {"id": identifier, "type": "encrypted_files", "attributes": attributes}}, {}


@pytest.fixture
def papers(tmp_path):
    for name, content in {"a.jpg": JPG, "b.png": PNG, "c.pdf": PDF}.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


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


def pem_of(private):
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return private.public_key().public_bytes(serialization.Encoding.PEM, form).decode()


def keys_of(*values):
    """The answer that holds some public keys; a key of ``...`` is left out."""
    attributes = [{} if value is ... else {"key": value} for value in values]
    return document([{"id": str(at), "type": "public_keys", "attributes": one} for at, one in enumerate(attributes)])


A, B = public_pem(0).decode(), public_pem(1).decode()
SHORT = pem_of(rsa.generate_private_key(65537, 1024))
CURVE = pem_of(ec.generate_private_key(ec.SECP256R1()))
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


# encrypt


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


def test_the_client_of_didww_uploads_what_we_encrypt(didww, papers):
    """What ``encrypt`` writes is what the vendor's own client sends, and the emulated account takes it."""
    theirs = pytest.importorskip("didww.encrypt").Encrypt
    result = didww(f"files encrypt {papers / 'a.jpg'} --to {papers / 'a.enc'}")
    pems = [record["key"] for record in didww("public-keys list -o json").json]
    assert theirs.calculate_fingerprint(pems) == result.out.strip()
    assert decrypted(theirs.encrypt_with_keys(JPG, pems), 0) == decrypted((papers / "a.enc").read_bytes(), 0)
