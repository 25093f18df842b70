"""What can go wrong at the gate. Sentences: ``desktop/words/catalogue/gate.py``."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.errors import ExitCode, SekishoError


class GateError(SekishoError):
    """Base of this room's failures."""


@dataclass(eq=False)
class UnknownProfile(GateError):
    """A masking profile that this program does not have."""

    name: str
    known: tuple[str, ...]


class PolicyError(GateError):
    """A policy, signature or key that cannot be used; raised while it is read, told as a reason for offline mode."""


@dataclass(eq=False)
class PolicyNotJson(PolicyError):
    """Not JSON in UTF-8, or larger than a policy may be. ``position`` is the byte where reading stopped."""

    position: int


@dataclass(eq=False)
class PolicyForbiddenValue(PolicyError):
    """JSON that two readers could read differently.

    ``what``: duplicate-key, not-finite, fraction, surrogate, too-deep.
    """

    what: str


@dataclass(eq=False)
class PolicyNotCanonical(PolicyError):
    """The bytes are not the RFC 8785 form of their content."""


@dataclass(eq=False)
class PolicyWrongField(PolicyError):
    """A field that is missing, unknown or has an impossible value; ``where`` is its path (``$.models[0].id``)."""

    where: str


@dataclass(eq=False)
class PolicyBadSignature(PolicyError):
    """Fewer of the trusted keys than needed have signed exactly these bytes."""

    signed: int
    needed: int


@dataclass(eq=False)
class SignatureUnreadable(PolicyError):
    """Missing, or no signature file."""


@dataclass(eq=False)
class KeyUnreadable(PolicyError):
    """Not an Ed25519 key, or locked with another passphrase."""


@dataclass(eq=False)
class MemoryUnreadable(PolicyError):
    """What this workstation remembers of policies cannot be read, so that an old one cannot be told from a new one."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    path: str
