"""One HTTP transport, on QtNetwork: the system's proxy, PAC and certificates, TLS 1.2 or later, named hosts only.

Here lives ``QtTransport``, which stands under an ``httpx2.Client``, and what can go wrong on the way. What never
lives here: who may be asked what (the hosts are an argument; the gate decides), credentials other than a proxy's,
retries, and any import of this room by another than the gate.
"""

from desktop.net.errors import (
    AnswerCompressed,
    AnswerCut,
    AnswerTooLong,
    AnswerWithoutEnd,
    AuthorityUnreadable,
    CertificateExpired,
    CertificateNotTrusted,
    CertificateWrongName,
    ConnectionRefused,
    HostNotListed,
    HostUnknown,
    NetError,
    NoConnection,
    NotEncrypted,
    ProxyNotReached,
    ProxyOfAnotherKind,
    ProxyRefusesPassword,
    ProxyWantsPassword,
    RequestCancelled,
    TimedOut,
    TlsFailed,
)
from desktop.net.proxy import DirectOnly, FixedProxy, ProxyChoice, SystemProxy, proxy_address
from desktop.net.transport import LASTING, QtTransport

__all__ = [
    "LASTING",
    "AnswerCompressed",
    "AnswerCut",
    "AnswerTooLong",
    "AnswerWithoutEnd",
    "AuthorityUnreadable",
    "CertificateExpired",
    "CertificateNotTrusted",
    "CertificateWrongName",
    "ConnectionRefused",
    "DirectOnly",
    "FixedProxy",
    "HostNotListed",
    "HostUnknown",
    "NetError",
    "NoConnection",
    "NotEncrypted",
    "ProxyChoice",
    "ProxyNotReached",
    "ProxyOfAnotherKind",
    "ProxyRefusesPassword",
    "ProxyWantsPassword",
    "QtTransport",
    "RequestCancelled",
    "SystemProxy",
    "TimedOut",
    "TlsFailed",
    "proxy_address",
]
