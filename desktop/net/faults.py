"""Qt's network errors as ours, and each of ours as the ``httpx2`` exception that an SDK expects."""

from collections.abc import Sequence
from typing import Final

import httpx2
from PySide6.QtNetwork import QNetworkProxy, QNetworkReply, QSslError

from desktop.net.errors import (
    AnswerCompressed,
    AnswerCut,
    AnswerTooLong,
    AnswerWithoutEnd,
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
    ProxyRefusesPassword,
    ProxyWantsPassword,
    RequestCancelled,
    TimedOut,
    TlsFailed,
)
from desktop.net.proxy import name_of

_Net = QNetworkReply.NetworkError
_Ssl = QSslError.SslError

_PROXY: Final = {
    _Net.ProxyConnectionRefusedError,
    _Net.ProxyConnectionClosedError,
    _Net.ProxyNotFoundError,
    _Net.ProxyTimeoutError,
    _Net.UnknownProxyError,
}
_TIME: Final = {_Ssl.CertificateExpired, _Ssl.CertificateNotYetValid}

_AS_HTTPX: Final[dict[type[NetError], type[httpx2.TransportError]]] = {
    HostNotListed: httpx2.UnsupportedProtocol,
    NotEncrypted: httpx2.UnsupportedProtocol,
    HostUnknown: httpx2.ConnectError,
    ConnectionRefused: httpx2.ConnectError,
    NoConnection: httpx2.ConnectError,
    CertificateNotTrusted: httpx2.ConnectError,
    CertificateExpired: httpx2.ConnectError,
    CertificateWrongName: httpx2.ConnectError,
    TlsFailed: httpx2.ConnectError,
    ProxyNotReached: httpx2.ProxyError,
    ProxyWantsPassword: httpx2.ProxyError,
    ProxyRefusesPassword: httpx2.ProxyError,
    AnswerCompressed: httpx2.RemoteProtocolError,
    AnswerCut: httpx2.RemoteProtocolError,
    AnswerTooLong: httpx2.RemoteProtocolError,
    AnswerWithoutEnd: httpx2.RemoteProtocolError,
    RequestCancelled: httpx2.ReadError,
}
_TIMEOUTS: Final = {
    "connect": httpx2.ConnectTimeout,
    "write": httpx2.WriteTimeout,
    "read": httpx2.ReadTimeout,
}


def fault(
    error: QNetworkReply.NetworkError,
    host: str,
    port: int,
    proxy: QNetworkProxy,
    sent: bool,
    tls: Sequence[QSslError],
) -> NetError:
    """What ``error`` of a reply means.

    ``proxy`` is the one that was used, ``sent`` tells whether the request was written, ``tls`` what Qt said of the
    chain.
    """
    if tls:
        return _certificate(host, tls)
    if error in _PROXY:
        return ProxyNotReached(name_of(proxy), error.name)
    match error:
        case _Net.ProxyAuthenticationRequiredError:
            return ProxyRefusesPassword(name_of(proxy)) if proxy.user() else ProxyWantsPassword(name_of(proxy))
        case _Net.HostNotFoundError:
            return HostUnknown(host)
        case _Net.ConnectionRefusedError:
            return ConnectionRefused(host, port)
        case _Net.SslHandshakeFailedError:
            return TlsFailed(host, error.name)
        case _Net.RemoteHostClosedError:
            return AnswerCut(host)  # Qt may tell of it before it tells that the request was sent
        case _Net.OperationCanceledError:
            return RequestCancelled()
    return AnswerCut(host) if sent else NoConnection(host, error.name)


def _certificate(host: str, tls: Sequence[QSslError]) -> NetError:
    kinds = {error.error() for error in tls}
    if kinds <= _TIME:
        return CertificateExpired(host)
    if kinds == {_Ssl.HostNameMismatch}:
        return CertificateWrongName(host)
    return CertificateNotTrusted(host, min(kind.name for kind in kinds - _TIME - {_Ssl.HostNameMismatch}))


def as_httpx(error: NetError, request: httpx2.Request) -> httpx2.TransportError:
    """``error`` as SDKs know it, with ``error`` itself as the cause."""
    kind = _TIMEOUTS[error.stage] if isinstance(error, TimedOut) else _AS_HTTPX[type(error)]
    raised = kind(str(error), request=request)
    raised.__cause__ = error
    return raised
