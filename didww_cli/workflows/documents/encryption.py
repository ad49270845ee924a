"""Documents as DIDWW takes them: encrypted with the two public keys of an account. The one home of cryptography."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

KEY_BYTES, VECTOR_BYTES, BLOCK_BYTES = 32, 16, 16

SMALLEST_KEY = 2048
"""Bits of the shortest public key that is encrypted with."""

PublicKeys = tuple[RSAPublicKey, RSAPublicKey]


def load_public_keys(pems: Sequence[bytes]) -> PublicKeys:
    """Two RSA public keys from PEM, in their order; ValueError where they are not that, too short, or one twice."""
    keys = [_public_key(f"public key {at}", pem) for at, pem in enumerate(pems, start=1)]
    if len(keys) != 2:
        raise ValueError(f"two public keys are needed, not {len(keys)}")
    if keys[0].public_numbers() == keys[1].public_numbers():
        raise ValueError("the two public keys are the same; they are two different ones")
    return keys[0], keys[1]


def _public_key(name: str, pem: bytes) -> RSAPublicKey:
    try:
        key = load_pem_public_key(pem)
    except UnsupportedAlgorithm:
        raise ValueError(f"{name} is not an RSA key") from None
    except ValueError:
        raise ValueError(f"{name} is not PEM of a public key") from None
    if not isinstance(key, RSAPublicKey):
        raise ValueError(f"{name} is not an RSA key")
    if key.key_size < SMALLEST_KEY:
        raise ValueError(f"{name} has {key.key_size:,} bits; fewer than {SMALLEST_KEY:,} are not safe")
    return key


def upload_size(length: int, keys: PublicKeys) -> int:
    """Bytes of the upload of a file of so many bytes."""
    return sum((key.key_size + 7) // 8 for key in keys) + (length // BLOCK_BYTES + 1) * BLOCK_BYTES


def fingerprint(keys: PublicKeys) -> str:
    """By what DIDWW knows which keys a file was encrypted with: the SHA-1 of each key's DER form in hex, ``a:::b``."""
    ders = (key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo) for key in keys)
    return ":::".join(hashlib.sha1(der, usedforsecurity=False).hexdigest() for der in ders)


def encrypt(content: bytes, keys: PublicKeys, secret: bytes | None = None) -> bytes:
    """The upload of a file: AES key and IV encrypted with each public key, then the file encrypted with them.

    ``secret`` is AES key and IV, 48 bytes; drawn anew where it is not given.
    """
    chosen = os.urandom(KEY_BYTES + VECTOR_BYTES) if secret is None else secret
    padding = OAEP(mgf=MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)
    heads = [key.encrypt(chosen, padding) for key in keys]
    encryptor = Cipher(AES(chosen[:KEY_BYTES]), CBC(chosen[KEY_BYTES:])).encryptor()
    missing = BLOCK_BYTES - len(content) % BLOCK_BYTES
    return b"".join(
        (*heads, encryptor.update(content), encryptor.update(bytes([missing]) * missing), encryptor.finalize())
    )
