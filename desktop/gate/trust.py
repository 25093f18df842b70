"""Whose signatures count for machine policies, and whether only a machine policy counts: said by the installed package.

A bank puts its keys into ``resources/policy/trust.json`` before it packages Sekisho, so that deleting a policy never
makes its workstations unmanaged.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from desktop.gate.errors import PolicyWrongField
from desktop.gate.managed import TRUST_FILE
from desktop.gate.signing import PublicKey


@dataclass(frozen=True, slots=True)
class Trust:
    """``need`` of ``keys`` must have signed a machine policy; with ``managed_only`` no other policy counts."""

    keys: tuple[PublicKey, ...] = ()
    need: int = 1
    managed_only: bool = False


class _TrustFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: Literal[1]
    managed_only: bool
    need: int
    keys: tuple[PublicKey, ...]


def packaged(path: Path = TRUST_FILE) -> Trust:
    """The trust that came with the program; raises PolicyWrongField where the package is damaged."""
    try:
        file = msgspec.json.decode(path.read_bytes(), type=_TrustFile)
    except (OSError, msgspec.DecodeError):
        raise PolicyWrongField("trust.json") from None
    if file.need < 1 or len({key.key for key in file.keys}) != len(file.keys):
        raise PolicyWrongField("trust.json")
    return Trust(file.keys, file.need, file.managed_only)
