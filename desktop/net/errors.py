"""What can go wrong on the way to a host and back.

The transport raises the ``httpx2`` exception that an SDK expects, with one of these as its cause; whoever shows the
failure to a person walks the causes down to it.
"""

from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.errors import ExitCode, SekishoError


class NetError(SekishoError):
    """Base of this room's failures."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE


@dataclass(eq=False)
class HostNotListed(NetError):
    """The host and port are not among those given to the transport. No name was looked up."""

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED
    host: str
    port: int


@dataclass(eq=False)
class NotEncrypted(NetError):
    """Plain HTTP to another machine. Only this machine's own loopback may be spoken to so."""

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED
    host: str


@dataclass(eq=False)
class HostUnknown(NetError):
    """The name could not be resolved."""

    host: str


@dataclass(eq=False)
class ConnectionRefused(NetError):
    """Nobody listens at that port."""

    host: str
    port: int


@dataclass(eq=False)
class NoConnection(NetError):
    """No way to the host, for the reason that Qt names."""

    host: str
    reason: str


@dataclass(eq=False)
class CertificateNotTrusted(NetError):
    """The chain does not end in an authority that this machine or the policy trusts; often a proxy that opens TLS."""

    host: str
    reason: str


@dataclass(eq=False)
class CertificateExpired(NetError):
    """A certificate of the chain is past its time or not yet valid; or this machine's clock is wrong."""

    host: str


@dataclass(eq=False)
class CertificateWrongName(NetError):
    """The certificate was made for another host."""

    host: str


@dataclass(eq=False)
class TlsFailed(NetError):
    """No agreement on TLS 1.2 or later, or this machine has no TLS library."""

    host: str
    reason: str


@dataclass(eq=False)
class ProxyNotReached(NetError):
    """The proxy of this network could not be used."""

    proxy: str
    """``host:port``."""
    reason: str


@dataclass(eq=False)
class ProxyWantsPassword(NetError):
    """The proxy asks for a user and a password, and none is kept for it."""

    proxy: str


@dataclass(eq=False)
class ProxyRefusesPassword(NetError):
    """The proxy does not take the user and password that are kept for it."""

    proxy: str


@dataclass(eq=False)
class ProxyOfAnotherKind(NetError):
    """The proxy that is named is no plain HTTP proxy, and QtNetwork cannot speak to it as what it is."""

    proxy: str
    kind: str
    """The scheme of its address, e.g. ``socks5`` or ``https``."""


@dataclass(eq=False)
class AuthorityUnreadable(NetError):
    """A certificate authority that the policy names holds no certificate; without it nobody could be trusted by it."""

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED
    number: int
    """Its place in the policy's list, from 1."""


@dataclass(eq=False)
class TimedOut(NetError):
    """Nothing happened for ``seconds``. ``stage`` is ``connect``, ``write`` or ``read``."""

    host: str
    stage: str
    seconds: float


@dataclass(eq=False)
class AnswerCut(NetError):
    """The connection ended before the answer was whole."""

    host: str


@dataclass(eq=False)
class AnswerTooLong(NetError):
    """More came back than an answer may have."""

    host: str
    limit: int


@dataclass(eq=False)
class AnswerCompressed(NetError):
    """The answer is compressed though that was declined; unpacked it might have any length."""

    host: str


@dataclass(eq=False)
class AnswerWithoutEnd(NetError):
    """The answer went on for longer than an answer may, however little came at a time."""

    host: str
    seconds: float


@dataclass(eq=False)
class RequestCancelled(NetError):
    """Cut because the analyst, or the end of the program, asked for it."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANCELLED
