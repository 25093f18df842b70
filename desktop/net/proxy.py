"""Through which proxy a request goes, and with which name and password.

What QtNetwork 6.11 gives, by operating system:

- *Which proxy*: Windows and macOS say it themselves (settings, PAC, WPAD). On Linux the wheel has no libproxy: neither
  PAC nor the desktop's settings are read, and the proxy is the one of the ``https_proxy`` variable.
- *Basic, Digest (MD5), NTLMv2* with a name and a password: everywhere (on Linux tried against a real squid).
- *The password of the person who is logged in* (NTLM and Negotiate by SSPI): Windows, where no name is given. On macOS
  and Linux Negotiate uses a Kerberos ticket (GSSAPI) if there is one, whose library may ask name servers for the
  ticket's realm. Neither was tried with a domain; without a ticket the next scheme that the proxy offers is used.

Of several proxies that a PAC file names, the first is used. The way to the proxy itself is not encrypted: TLS to the
model's host goes through it whole.
"""

from dataclasses import dataclass
from ipaddress import ip_address

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from desktop.secrets import ProxyLogin


@dataclass(frozen=True, slots=True)
class SystemProxy:
    """What the operating system says. ``login`` is used where it says the proxy that the login is for."""

    login: ProxyLogin | None = None


@dataclass(frozen=True, slots=True)
class DirectOnly:
    """No proxy."""


@dataclass(frozen=True, slots=True)
class FixedProxy:
    """An HTTP proxy that is named. ``login`` is used where it is for this one."""

    host: str
    port: int
    login: ProxyLogin | None = None


ProxyChoice = SystemProxy | DirectOnly | FixedProxy


def is_loopback(host: str) -> bool:
    """Whether ``host`` is this machine itself by number, or by the one name that never leaves it (RFC 6761, 6.3)."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def proxy_address(url: str, choice: ProxyChoice) -> tuple[str, int] | None:
    """Host and port of the proxy that ``url`` would be reached through now; None where there is none.

    May wait for the network's PAC file: not for the window's thread.
    """
    proxy = proxy_for(QUrl(url), choice)
    return None if proxy.type() is QNetworkProxy.ProxyType.NoProxy else (proxy.hostName(), proxy.port())


def name_of(proxy: QNetworkProxy) -> str:
    """``host:port``, as people and failures name it."""
    return f"{proxy.hostName()}:{proxy.port()}"


def proxy_for(url: QUrl, choice: ProxyChoice) -> QNetworkProxy:
    """The proxy that ``url`` is reached through; this machine itself is always reached directly.

    Asked once a request rather than by a QNetworkProxyFactory: that would belong to Qt and to Python, and be deleted
    twice.
    """
    if isinstance(choice, DirectOnly) or is_loopback(url.host()):
        return QNetworkProxy(QNetworkProxy.ProxyType.NoProxy)
    proxy = _named(url, choice)
    login = choice.login
    if login is not None and login.address == (proxy.hostName(), proxy.port()):
        # Said here and not on Qt's signal that a proxy asks: a wrong password is then refused once, without a storm.
        proxy.setUser(login.user)
        proxy.setPassword(login.password.reveal())
    return proxy


def _named(url: QUrl, choice: SystemProxy | FixedProxy) -> QNetworkProxy:
    if isinstance(choice, FixedProxy):
        return QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, choice.host, choice.port)
    found = QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(url))
    return found[0] if found else QNetworkProxy(QNetworkProxy.ProxyType.NoProxy)
