"""The way out for one model: the net's transport, told the entry's hosts and authorities and this machine's proxy."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote, urlsplit

import httpx2

from desktop.gate.policy import ModelEntry
from desktop.net import FixedProxy, ProxyChoice, QtTransport, SystemProxy
from desktop.secrets import Secret

_HTTP: Final = 80


def open_transport(entry: ModelEntry, proxies: Mapping[str, str]) -> httpx2.BaseTransport:
    """A transport to ``entry``'s hosts; ``close`` cuts what is under way, from any thread.

    ``proxies`` are the proxy variables that ``environment.scrub`` took away, by upper-case name.
    """
    authorities = tuple(pem.encode("ascii") for pem in entry.ca_pem)
    return QtTransport(entry.hosts, authorities, proxy_choice(entry.endpoint_host[0], proxies))


def proxy_choice(host: str, proxies: Mapping[str, str]) -> ProxyChoice:
    """The proxy that the variables name for ``host``; without any, the operating system's own settings."""
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
    password = Secret(unquote(parts.password)) if parts.password else None
    return FixedProxy(name, port, unquote(parts.username or ""), password)


def _is_excepted(host: str, exceptions: str) -> bool:
    """``NO_PROXY``: ``*``, or names that ``host`` is or ends with."""
    names = [name.strip().lower().lstrip(".") for name in exceptions.split(",")]
    return any(name == "*" or (name and (host == name or host.endswith(f".{name}"))) for name in names)
