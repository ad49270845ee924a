"""Files of every kind that DIDWW takes, and the keys that they are encrypted with."""

from __future__ import annotations

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.emulator.private_keys import PRIVATE_KEYS

JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 20


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


def taken(identifier="f1"):
    attributes = {"description": None, "expires_at": "2026-11-24T00:00:00.000Z"}
    return 201, {"data": {"id": identifier, "type": "encrypted_files", "attributes": attributes}}, {}


def pem_of(private):
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return private.public_key().public_bytes(serialization.Encoding.PEM, form).decode()


A, B = public_pem(0).decode(), public_pem(1).decode()
SHORT = pem_of(rsa.generate_private_key(65537, 1024))
CURVE = pem_of(ec.generate_private_key(ec.SECP256R1()))
