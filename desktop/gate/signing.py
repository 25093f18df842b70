"""Detached Ed25519 signatures (RFC 8032) over the exact bytes of a policy file.

The signature file is JSON (RFC 8785): ``{"schema":1,"signatures":[{"key":hex,"signature":hex}, …]}``, so that a second
person can add theirs. The bytes that are signed are the policy file's and nothing else: any Ed25519 tool can check it.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

import msgspec
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from desktop.gate.errors import KeyUnreadable, PolicyBadSignature, PolicyError, SignatureUnreadable
from desktop.gate.policy import canonical, read_canonical


class PublicKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A trusted key: whose it is, and its 32 bytes as 64 lower-case hex digits."""

    name: str
    key: str


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A new key. ``private_pem`` (PKCS 8) is for a file that only its owner reads; it never shows in a repr."""

    private_pem: bytes = field(repr=False)
    public: PublicKey


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signs: their public key (64 hex digits), and how they sign bytes."""

    key: str
    sign: Callable[[bytes], bytes] = field(repr=False)


class _Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    signature: str


class _Signatures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: Literal[1]
    signatures: tuple[_Signature, ...]


def keygen(name: str, passphrase: bytes | None = None) -> KeyPair:
    """A fresh signing key of ``name``."""
    private = Ed25519PrivateKey.generate()
    lock = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
    return KeyPair(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock), _public(name, private))


def public_of(name: str, private_pem: bytes, passphrase: bytes | None = None) -> PublicKey:
    """The public half of a private key; raises KeyUnreadable."""
    return _public(name, _load(private_pem, passphrase))


def signer(private_pem: bytes, passphrase: bytes | None = None) -> Signer:
    """Whoever holds this private key; raises KeyUnreadable."""
    private = _load(private_pem, passphrase)
    return Signer(_public("", private).key, private.sign)


def sign(data: bytes, private_pem: bytes, passphrase: bytes | None = None, beside: bytes | None = None) -> bytes:
    """A signature file for ``data``, with the signatures that ``beside`` (a signature file) holds already."""
    by = signer(private_pem, passphrase)
    kept = [s for s in _read(beside).signatures if s.key != by.key] if beside else []
    signed = [*kept, _Signature(by.key, by.sign(data).hex())]
    return canonical({"schema": 1, "signatures": [{"key": s.key, "signature": s.signature} for s in signed]})


def verify(data: bytes, signature_file: bytes, keys: Iterable[PublicKey], need: int = 1) -> tuple[str, ...]:
    """Names of the trusted ``keys`` that signed exactly ``data``; raises PolicyBadSignature if fewer than ``need``."""
    signatures = {s.key: s.signature for s in _read(signature_file).signatures}
    trusted = {key.key: key.name for key in keys}
    names = tuple(name for key, name in trusted.items() if key in signatures and holds(data, key, signatures[key]))
    if len(names) < max(need, 1):
        raise PolicyBadSignature(len(names), max(need, 1))
    return names


def fingerprint(key: str) -> str:
    """What people compare of a public key (64 hex digits): the first 16 hex digits of its SHA-256."""
    return hashlib.sha256(bytes.fromhex(key)).hexdigest()[:16]


def holds(data: bytes, key: str, signature: str) -> bool:
    """Whether ``signature`` (hex) over exactly ``data`` was made with the private half of ``key`` (hex)."""
    if signature != signature.lower():  # one signature has one spelling
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _read(signature_file: bytes) -> _Signatures:
    try:
        return msgspec.convert(read_canonical(signature_file), _Signatures, strict=True)
    except (msgspec.ValidationError, PolicyError):
        raise SignatureUnreadable from None


def _load(private_pem: bytes, passphrase: bytes | None) -> Ed25519PrivateKey:
    try:
        private = load_pem_private_key(private_pem, passphrase)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise KeyUnreadable from None
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyUnreadable
    return private


def _public(name: str, private: Ed25519PrivateKey) -> PublicKey:
    return PublicKey(name, private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex())
