"""One file that its maker signed: what it says, whose key, and the Ed25519 signature over what it says.

The file is RFC 8785 JSON, ``{"key":hex,"said":{…},"signature":hex}``; the signature is over the RFC 8785 bytes of
``said``. A file has one spelling only, so that no bit of it can change unnoticed. What is said names its ``kind``: a
key that signs policies too never signs one thing for another.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

import msgspec

from desktop.domain.ids import Sha256
from desktop.gate.errors import NotSealed, PolicyError, SealBroken
from desktop.gate.policy import canonical, read_canonical
from desktop.gate.signing import Signer, holds

T = TypeVar("T", bound=msgspec.Struct)
_KEY: Final = re.compile(r"[0-9a-f]{64}")
_SIGNATURE: Final = re.compile(r"[0-9a-f]{128}")


@dataclass(frozen=True, slots=True)
class Sealed(Generic[T]):
    """A file that was found whole."""

    said: T
    key: str
    """Public key of who signed it, 64 hex digits; whose that is must be asked elsewhere."""
    digest: Sha256
    """SHA-256 of the whole file."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    said: dict[str, Any]
    signature: str


def seal(said: msgspec.Struct, by: Signer) -> bytes:
    """The file in which ``by`` says ``said``; raises PolicyForbiddenValue for text that has no bytes."""
    plain = msgspec.to_builtins(said)
    return canonical({"key": by.key, "said": plain, "signature": by.sign(canonical(plain)).hex()})


def unseal(data: bytes, kind: type[T]) -> Sealed[T]:
    """What the file ``data`` says; raises NotSealed where it is no such file, and SealBroken where it was changed."""
    try:
        file = msgspec.convert(read_canonical(data), _File, strict=True)
        said = msgspec.convert(file.said, kind, strict=True)
    except (PolicyError, msgspec.ValidationError):
        raise NotSealed from None
    spelt = _KEY.fullmatch(file.key) and _SIGNATURE.fullmatch(file.signature)  # bytes.fromhex passes over blanks
    if not spelt or not holds(canonical(file.said), file.key, file.signature):
        raise SealBroken
    return Sealed(said, file.key, Sha256(hashlib.sha256(data).hexdigest()))
