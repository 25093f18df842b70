"""A helper that squid runs: it asks for NTLMv2 and checks it, with one password for everybody.

[MS-NLMP] 2.2.1 (messages) and 3.3.2 (NTLMv2); squid's own ``ntlm_fake_auth`` sends a challenge that is not well formed.
"""

import base64
import hashlib
import hmac
import struct
import sys
from pathlib import Path

CHALLENGE = bytes(range(8))
UNICODE, NTLM, TARGET_INFO, TARGET_IS_DOMAIN = 0x1, 0x200, 0x00800000, 0x00010000


def md4(data: bytes) -> bytes:
    """RFC 1320; OpenSSL 3 no longer offers it."""

    def rotated(value: int, by: int) -> int:
        return (value << by | value >> (32 - by)) & 0xFFFFFFFF

    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
    data += b"\x80" + bytes(-(len(data) + 9) % 64) + struct.pack("<Q", len(data) * 8)
    third = (0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15)
    turns = ((3, 7, 11, 19), (3, 5, 9, 13), (3, 9, 11, 15))
    for at in range(0, len(data), 64):
        words = struct.unpack("<16I", data[at : at + 64])
        a, b, c, d = state
        for number in range(48):
            stage, step = divmod(number, 16)
            word = words[(step, step % 4 * 4 + step // 4, third[step])[stage]]
            mixed = ((b & c) | (~b & d), (b & c) | (b & d) | (c & d), b ^ c ^ d)[stage]
            added = (a + mixed + word + (0, 0x5A827999, 0x6ED9EBA1)[stage]) & 0xFFFFFFFF
            a, b, c, d = d, rotated(added, turns[stage][step % 4]), b, c
        state = [(old + new) & 0xFFFFFFFF for old, new in zip(state, (a, b, c, d), strict=True)]
    return struct.pack("<4I", *state)


def challenge() -> bytes:
    """The second message."""
    name = "BANK".encode("utf-16-le")
    info = struct.pack("<HH", 2, len(name)) + name + struct.pack("<HH", 0, 0)
    flags = UNICODE | NTLM | TARGET_INFO | TARGET_IS_DOMAIN | 0x4
    head = struct.pack("<IHHII", 2, len(name), len(name), 48, flags) + CHALLENGE + bytes(8)
    return b"NTLMSSP\0" + head + struct.pack("<HHI", len(info), len(info), 48 + len(name)) + name + info


def user_of(message: bytes, password: str) -> str | None:
    """Whom the third message is from, if it was made with ``password``."""

    def part(at: int) -> bytes:
        length, _, start = struct.unpack_from("<HHI", message, at)
        return message[start : start + length]

    answer, domain, user = part(20), part(28).decode("utf-16-le"), part(36).decode("utf-16-le")
    key = hmac.new(md4(password.encode("utf-16-le")), (user.upper() + domain).encode("utf-16-le"), hashlib.md5)
    proof = hmac.new(key.digest(), CHALLENGE + answer[16:], hashlib.md5).digest()
    return user if hmac.compare_digest(proof, answer[:16]) else None


def main(password: str) -> None:
    for line in sys.stdin:
        word, _, blob = line.strip().partition(" ")
        if word == "YR":
            said = "TT " + base64.b64encode(challenge()).decode()
        else:
            user = user_of(base64.b64decode(blob), password)
            said = f"AF {user}" if user else "NA wrong"
        print(said, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).read_text())
