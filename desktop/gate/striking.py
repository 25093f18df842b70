"""What Sekisho says to be let in is struck out of whatever comes back, before anything reads, keeps or shows it.

A server that echoes the request's headers, on purpose or in an error's text, would put the key into the case. Struck
out is what reads as the secret: as it is, escaped as in JSON or URLs, and over the edges of the pieces that come.
A server that wants to keep the key knows it anyway, and can write it in ways that nobody would recognise.
"""

import re
from collections.abc import Iterable
from typing import Final

from desktop.secrets import Secret

LEAST: Final = 6
"""Shorter secrets (``none``, which local servers take) are words that answers hold for other reasons."""
_LONGEST_FORM: Final = 9
"""Bytes of the longest way in which one character is looked for."""
_CUT_FORM: Final = re.compile(rb"(?:\\{1,4}(?:u[0-9a-fA-F]{0,3})?|%[0-9a-fA-F]?)?\Z")


class Striker:
    """Strikes out ``secrets``; shared by threads."""

    def __init__(self, secrets: Iterable[Secret]) -> None:
        texts = {secret.reveal() for secret in secrets}
        self._secrets = [[_form(byte) for byte in text.encode()] for text in texts if len(text) >= LEAST]
        whole = b"|".join(b"".join(forms) for forms in self._secrets)
        self._whole = re.compile(whole) if whole else None
        self._forms = [[re.compile(form) for form in forms] for forms in self._secrets]
        self._most = max((len(forms) for forms in self._secrets), default=0) * _LONGEST_FORM

    def in_bytes(self, data: bytes) -> bytes:
        """``data`` with as many asterisks in each secret's place as it had bytes."""
        return self._whole.sub(lambda found: b"*" * len(found.group()), data) if self._whole else data

    def in_text(self, text: str) -> str:
        """The same for text."""
        return self.in_bytes(text.encode("utf-8", "surrogatepass")).decode("utf-8", "surrogatepass")

    def begun(self, data: bytes) -> int:
        """From where on ``data`` may be the beginning of a secret; its length where it ends with none."""
        first = max(0, len(data) - self._most)
        starts = (at for at in range(first, len(data)) if any(_begins(data, at, forms) for forms in self._forms))
        return next(starts, len(data))


class Struck:
    """Bytes that pass piece by piece; what may be the beginning of a secret waits for the next piece."""

    def __init__(self, striker: Striker) -> None:
        self._striker = striker
        self._waiting = b""

    def pass_on(self, piece: bytes) -> bytes:
        """What may be handed on after ``piece``."""
        data = self._striker.in_bytes(self._waiting + piece)
        until = self._striker.begun(data)
        self._waiting = data[until:]
        return data[:until]

    def end(self) -> bytes:
        """What was still waiting, now that nothing follows."""
        rest, self._waiting = self._waiting, b""
        return rest


def _form(byte: int) -> bytes:
    """One byte of a secret in each way in which it may be written."""
    plain = re.escape(bytes((byte,)))
    digits = b"".join(b"[%c%c]" % (d, d ^ 0x20) if chr(d).isalpha() else b"%c" % d for d in b"%02x" % byte)
    escaped = rb"\\{1,4}" + plain + b"|" if byte in b'/"\\' else b""
    return b"(?:" + escaped + plain + rb"|\\{1,4}u00" + digits + b"|%" + digits + b")"


def _begins(data: bytes, at: int, forms: list[re.Pattern[bytes]]) -> bool:
    """Whether ``data`` ends within a secret that starts at ``at``."""
    for form in forms:
        found = form.match(data, at)
        if found is None:
            return _CUT_FORM.match(data, at) is not None
        at = found.end()
    return False
