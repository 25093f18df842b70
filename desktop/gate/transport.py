"""The way out for one model: the net's transport, told the entry's hosts and authorities and this machine's proxy."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

import httpx2

from desktop.gate.policy import ModelEntry
from desktop.net import (
    LASTING,
    DirectOnly,
    FixedProxy,
    ProxyChoice,
    ProxyOfAnotherKind,
    QtTransport,
    SystemProxy,
    proxy_address,
)
from desktop.secrets import ProxyLogin, Secret

Logins = Callable[[str, int], ProxyLogin | None]
"""What is kept for the proxy at a host and port."""
_HTTP: Final = 80


def no_login(host: str, port: int) -> None:
    """Nothing is kept for any proxy."""
    del host, port


def noted(logins: Logins, said: list[Secret]) -> Logins:
    """``logins``, with everything that is said to a proxy put into ``said``: answers may echo it."""

    def asked(host: str, port: int) -> ProxyLogin | None:
        login = logins(host, port)
        if login is not None:
            password = login.password.reveal()
            said.extend((login.password, Secret(b64encode(f"{login.user}:{password}".encode()).decode())))
        return login

    return asked


def open_transport(
    entry: ModelEntry, proxies: Mapping[str, str], logins: Logins = no_login, lasting: float = LASTING
) -> httpx2.BaseTransport:
    """A transport to ``entry``'s hosts; ``close`` cuts what is under way, from any thread.

    ``proxies`` are the proxy variables that ``environment.scrub`` took away, by upper-case name. ``logins`` is asked
    only where a proxy is on the way, and may raise what a keyring raises. An answer takes ``lasting`` seconds at most.
    Raises ProxyOfAnotherKind and AuthorityUnreadable.
    """
    authorities = tuple(pem.encode("ascii") for pem in entry.ca_pem)
    choice = proxy_choice(entry.endpoint_host[0], proxies)
    address = proxy_address(entry.endpoint, choice)
    if address is not None and not isinstance(choice, DirectOnly):
        choice = replace(choice, login=logins(*address))
    return QtTransport(entry.hosts, authorities, choice, lasting=lasting)


def proxy_of(entry: ModelEntry, proxies: Mapping[str, str]) -> tuple[str, int] | None:
    """Host and port of the proxy that ``entry`` is reached through now, or None.

    May wait for the network's PAC file: not for the window's thread. Raises ProxyOfAnotherKind.
    """
    return proxy_address(entry.endpoint, proxy_choice(entry.endpoint_host[0], proxies))


def proxy_choice(host: str, proxies: Mapping[str, str]) -> ProxyChoice:
    """The proxy that the variables name for ``host``; without any, the operating system's own settings.

    A name and a password in a variable are not taken: the keyring is where they are kept. Raises ProxyOfAnotherKind.
    """
    if _is_excepted(host, proxies.get("NO_PROXY", "")):
        return SystemProxy()
    url = proxies.get("HTTPS_PROXY") or proxies.get("ALL_PROXY") or ""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        name, port = parts.hostname, parts.port or _HTTP
    except ValueError:
        return SystemProxy()
    if not name:
        return SystemProxy()
    if parts.scheme not in ("", "http"):
        raise ProxyOfAnotherKind(f"{name}:{port}", parts.scheme)
    return FixedProxy(name, port)


def _is_excepted(host: str, exceptions: str) -> bool:
    """``NO_PROXY``: ``*``, or names that ``host`` is or ends with."""
    names = [name.strip().lower().lstrip(".") for name in exceptions.split(",")]
    return any(name == "*" or (name and (host == name or host.endswith(f".{name}"))) for name in names)
