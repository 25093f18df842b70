"""A case's key in a form that a person writes down: Crockford's base32 in groups, with a check.

32 bytes of key and the first 3 bytes of a SHA-256 over them are 280 bits: 56 characters in 14 groups of 4. A mistyped
key passes the check once in 16.7 million. (https://www.crockford.com/base32.html: I and L read as 1, O as 0; no U;
case does not matter.)
"""

import hashlib
import hmac
from typing import Final

from desktop.secrets.errors import RecoveryKeyMistyped, RecoveryKeyWrongLength

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KEY_BYTES: Final = 32
_CHECK_BYTES: Final = 3
_LENGTH: Final = (KEY_BYTES + _CHECK_BYTES) * 8 // 5
_GROUP: Final = 4
_READ_AS: Final = {"I": "1", "L": "1", "O": "0"}


def to_recovery(key: bytes) -> str:
    """The 32-byte ``key`` as ``XXXX-XXXX-…``; ValueError for any other length."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"a case key has {KEY_BYTES} bytes")
    number = int.from_bytes(key + _check(key))
    symbols = "".join(ALPHABET[number >> (5 * place) & 31] for place in reversed(range(_LENGTH)))
    return "-".join(symbols[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def from_recovery(text: str) -> bytes:
    """The key of what a person typed; spaces and dashes of any kind don't count.

    Raises RecoveryKeyWrongLength or RecoveryKeyMistyped, never with a part of the key.
    """
    typed = [_READ_AS.get(c, c) for c in text.upper() if c.isalnum()]
    if len(typed) != _LENGTH:
        raise RecoveryKeyWrongLength(len(typed), _LENGTH)
    number = 0
    for symbol in typed:
        value = ALPHABET.find(symbol)
        if value < 0:
            raise RecoveryKeyMistyped
        number = number << 5 | value
    packed = number.to_bytes(KEY_BYTES + _CHECK_BYTES)
    key = packed[:KEY_BYTES]
    if not hmac.compare_digest(packed[KEY_BYTES:], _check(key)):
        raise RecoveryKeyMistyped
    return key


def _check(key: bytes) -> bytes:
    return hashlib.sha256(b"sekisho recovery key 1\0" + key).digest()[:_CHECK_BYTES]
