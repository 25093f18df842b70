"""Through which proxy a request goes."""

from dataclasses import dataclass
from ipaddress import ip_address

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from desktop.secrets import Secret


@dataclass(frozen=True, slots=True)
class SystemProxy:
    """What the operating system says, PAC included (Windows and macOS; on Linux the proxy variables)."""

    user: str = ""
    password: Secret | None = None


@dataclass(frozen=True, slots=True)
class DirectOnly:
    """No proxy."""


@dataclass(frozen=True, slots=True)
class FixedProxy:
    """An HTTP proxy that the policy or the analyst names."""

    host: str
    port: int
    user: str = ""
    password: Secret | None = None


ProxyChoice = SystemProxy | DirectOnly | FixedProxy


def is_loopback(host: str) -> bool:
    """Whether ``host`` is this machine itself by number, or by the one name that never leaves it (RFC 6761, 6.3)."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def proxy_for(url: QUrl, choice: ProxyChoice) -> QNetworkProxy:
    """The proxy that ``url`` is reached through; this machine itself is always reached directly.

    Asked once a request rather than by a QNetworkProxyFactory: that would belong to Qt and to Python, and be deleted
    twice.
    """
    if not is_loopback(url.host()):
        match choice:
            case SystemProxy():
                for proxy in QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(url)):
                    return proxy
            case FixedProxy(host, port):
                return QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, host, port)
            case DirectOnly():
                pass
    return QNetworkProxy(QNetworkProxy.ProxyType.NoProxy)
