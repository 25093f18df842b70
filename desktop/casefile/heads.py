"""Count and head of each case's journal, kept outside the case in the machine's state folder and signed by the device.

They find what the case alone can't show: last entries cut off together with their rows, and an old copy put back. They
can't find a rewrite by somebody who runs as the same user and can reach the device key: that needs the head to be
known elsewhere, which is why every report prints it.

One file a case, a line of JSON a head, appended after every commit and shortened when the case is opened. A torn last
line (a power cut) is no head; the one before it counts.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from desktop.casefile.errors import DiskFailed
from desktop.domain.ids import Seq, Sha256

_LONGEST: Final = 64 * 1024


class Signer(Protocol):
    """The device: its name, and its Ed25519 key (``desktop.secrets``)."""

    @property
    def id(self) -> str:
        """Short stable name of the device's public key."""
        ...

    def sign(self, data: bytes) -> bytes:
        """Signature of ``data``; the same for the same data, as Ed25519's are (RFC 8032)."""
        ...


@dataclass(frozen=True, slots=True)
class Head:
    """Journal length and its last hash, as this machine last saw them."""

    entries: Seq
    hash: Sha256
    signed: bool
    """False when the line's signature is not this device's: the file was changed."""


class Heads:
    """The remembered heads of one case."""

    def __init__(self, state_dir: Path, case_id: str, device: Signer) -> None:
        self._path = state_dir / "heads" / f"{case_id}.jsonl"
        self._case = case_id
        self._device = device

    def remembered(self) -> Head | None:
        """The highest head remembered here; None on a machine that has not seen the case. Raises DiskFailed."""
        refused = False
        try:
            text = self._path.read_bytes().decode("utf-8", "replace")
        except FileNotFoundError:
            return None
        except OSError:
            refused = True
        if refused:
            raise DiskFailed(self._path.name)
        found: Head | None = None
        for line in text.splitlines():
            with suppress(ValueError, KeyError, TypeError):
                said = json.loads(line)
                entries, digest = int(said["entries"]), str(said["hash"])
                signed = self._device.sign(self._signed(entries, digest)) == bytes.fromhex(said["signature"])
                head = Head(Seq(entries), Sha256(digest), signed)
                if found is None or head.entries >= found.entries:
                    found = head
        return found

    def remember(self, entries: int, digest: str) -> None:
        """Append a head; raises OSError."""
        signature = self._device.sign(self._signed(entries, digest)).hex()
        line = json.dumps({"entries": entries, "hash": digest, "signature": signature}) + "\n"
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if self._path.exists() and self._path.stat().st_size > _LONGEST:
            shorter = self._path.with_suffix(".new")
            with shorter.open("w") as file:
                file.write(line)
                file.flush()
                os.fsync(file.fileno())  # else a power cut may leave an empty file in the old one's place
            shorter.replace(self._path)
            return
        with self._path.open("a") as file:
            file.write(line)

    def _signed(self, entries: int, digest: str) -> bytes:
        return f"sekisho head 1\n{self._case}\n{entries}\n{digest}\n".encode()
