"""What can go wrong at the gate. Sentences: ``desktop/words/catalogue/gate.py``."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.errors import ExitCode, SekishoError
from desktop.gate.reasons import Objection


class GateError(SekishoError):
    """Base of this room's failures."""


@dataclass(eq=False)
class UnknownProfile(GateError):
    """A masking profile that this program does not have."""

    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class Refused(GateError):
    """The gate says no. ``objections`` are all reasons, each with its own sentence (``reasons.sentences``)."""

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED
    objections: tuple[Objection, ...]


@dataclass(eq=False)
class WrongModel(GateError):
    """An answer says that it comes from a model that the policy does not accept for this entry; the run stops."""

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED
    asked: str
    returned: str


@dataclass(eq=False)
class ReplyTooLarge(GateError):
    """An answer went on beyond what an answer may hold; the connection was closed."""

    limit: int


@dataclass(eq=False)
class EgressLogUnusable(GateError):
    """This workstation's record of sendings cannot be read or written, so nothing is sent.

    ``line`` is where its chain breaks, 0 where the file itself is in the way.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    path: str
    line: int


class PolicyError(GateError):
    """A policy, signature or key that cannot be used; raised while it is read, told as a reason for offline mode."""


@dataclass(eq=False)
class PolicyOutOfReach(PolicyError):
    """There is a policy, or there may be one, that the user of this process may not read."""


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
class NotSealed(GateError):
    """A file that should be a second person's request or answer is neither."""


@dataclass(eq=False)
class SealBroken(GateError):
    """A request or an answer was changed after it was signed."""

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED


@dataclass(eq=False)
class MemoryUnreadable(PolicyError):
    """What this workstation remembers of policies cannot be read, so that an old one cannot be told from a new one."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    path: str
