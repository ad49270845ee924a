"""Encrypted documents: they decrypt with the matching private keys, and are what DIDWW's own client makes."""

from __future__ import annotations

import hashlib

import pytest
from cryptography.hazmat.primitives import hashes, padding
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from didww_cli.workflows.documents.encryption import encrypt, fingerprint, load_public_keys, upload_size

SECRET = bytes(range(48))
SIZES = [0, 1, 15, 16, 17, 1000, 65_536, 1_000_003]


def pem_of(private, form=PublicFormat.SubjectPublicKeyInfo):
    return private.public_key().public_bytes(Encoding.PEM, form)


@pytest.fixture(scope="module")
def private_keys():
    """Two keys, of different lengths."""
    return [rsa.generate_private_key(65537, bits) for bits in (2048, 3072)]


@pytest.fixture(scope="module")
def pems(private_keys):
    return [pem_of(key) for key in private_keys]


def opened(upload, private_keys, which):
    """The file in an upload, decrypted with one of the private keys."""
    oaep = OAEP(mgf=MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)
    sizes = [key.key_size // 8 for key in private_keys]
    head = upload[: sizes[0]] if which == 0 else upload[sizes[0] : sum(sizes)]
    secret = private_keys[which].decrypt(head, oaep)
    assert len(secret) == 48
    decryptor = Cipher(algorithms.AES(secret[:32]), modes.CBC(secret[32:])).decryptor()
    padded = decryptor.update(upload[sum(sizes) :]) + decryptor.finalize()
    unpadder = padding.PKCS7(128).unpadder()
    return unpadder.update(padded) + unpadder.finalize()


def content_of(size):
    return (hashlib.sha256(b"document").digest() * (size // 32 + 1))[:size]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("which", [0, 1])
def test_each_private_key_opens_it(private_keys, pems, size, which):
    upload = encrypt(content_of(size), load_public_keys(pems))
    assert len(upload) == (2048 + 3072) // 8 + (size // 16 + 1) * 16 == upload_size(size, load_public_keys(pems))
    assert opened(upload, private_keys, which) == content_of(size)


def test_each_encryption_has_a_key_of_its_own(pems):
    keys = load_public_keys(pems)
    assert encrypt(b"same", keys)[-16:] != encrypt(b"same", keys)[-16:]


def test_the_fingerprint_is_the_sha1_of_each_der(private_keys, pems):
    ders = [key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo) for key in private_keys]
    expected = ":::".join(hashlib.sha1(der).hexdigest() for der in ders)
    assert fingerprint(load_public_keys(pems)) == expected
    assert fingerprint(load_public_keys([pem_of(private_keys[0], PublicFormat.PKCS1), pems[1]])) == expected
    assert fingerprint(load_public_keys(pems[::-1])) == ":::".join(expected.split(":::")[::-1])


def test_keys_that_are_none(private_keys, pems):
    curve = pem_of(ec.generate_private_key(ec.SECP256R1()))
    for wrong, words in [
        ([pems[0], b"nonsense"], "2 is not PEM"),
        ([curve, pems[0]], "1 is not an RSA key"),
        (pems[:1], "not 1"),
        ([], "not 0"),
        ([*pems, pems[0]], "not 3"),
        ([pems[0], pems[0]], "the same"),
        ([pems[0], pem_of(private_keys[0], PublicFormat.PKCS1)], "the same"),
        ([pem_of(rsa.generate_private_key(65537, 1024)), pems[0]], "1 has 1,024 bits"),
    ]:
        with pytest.raises(ValueError, match=words):
            load_public_keys(wrong)


@pytest.mark.parametrize("size", SIZES)
def test_the_encrypted_file_is_byte_for_byte_that_of_the_client_of_didww(pems, private_keys, monkeypatch, size):
    theirs = pytest.importorskip("didww.encrypt").Encrypt
    drawn = iter([SECRET[:32], SECRET[32:]])
    monkeypatch.setattr("didww.encrypt.os.urandom", lambda _: next(drawn))
    texts = [pem.decode() for pem in pems]
    made = theirs.encrypt_with_keys(content_of(size), texts)
    monkeypatch.undo()
    ours = encrypt(content_of(size), load_public_keys(pems), SECRET)
    heads = (2048 + 3072) // 8
    assert ours[heads:] == made[heads:]
    assert len(ours) == len(made)
    for which in (0, 1):
        assert opened(made, private_keys, which) == opened(ours, private_keys, which) == content_of(size)


def test_the_fingerprint_is_that_of_the_client_of_didww(pems):
    theirs = pytest.importorskip("didww.encrypt").Encrypt
    assert fingerprint(load_public_keys(pems)) == theirs.calculate_fingerprint([pem.decode() for pem in pems])
