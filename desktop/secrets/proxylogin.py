"""The name and password that a network's proxy asks for, kept by the proxy's host and port."""

import json
from dataclasses import dataclass
from typing import Final

from desktop.secrets.errors import KeyringFailed
from desktop.secrets.secret import Secret
from desktop.secrets.store import SecretStore

_SERVICE: Final = "proxy"


@dataclass(frozen=True, slots=True)
class ProxyLogin:
    """What is said to the proxy at ``host`` and ``port``, and to no other."""

    host: str
    port: int
    user: str
    password: Secret

    @property
    def address(self) -> tuple[str, int]:
        return self.host, self.port


def proxy_login(store: SecretStore, host: str, port: int) -> ProxyLogin | None:
    """What is kept for the proxy at ``host`` and ``port``; raises what the store raises."""
    kept = store.get(_SERVICE, _name(host, port))
    if kept is None:
        return None
    try:
        user, password = json.loads(kept.reveal())
    except (ValueError, TypeError):
        raise KeyringFailed("NotAProxyLogin") from None
    return ProxyLogin(host, port, str(user), Secret(str(password)))


def keep_proxy_login(store: SecretStore, login: ProxyLogin) -> None:
    """Keep ``login``, in place of one that is there."""
    both = json.dumps([login.user, login.password.reveal()], ensure_ascii=False)
    store.set(_SERVICE, _name(login.host, login.port), Secret(both))


def forget_proxy_login(store: SecretStore, host: str, port: int) -> bool:
    """Forget it; whether there was one."""
    return store.delete(_SERVICE, _name(host, port))


def _name(host: str, port: int) -> str:
    return f"{host.lower()}:{port}"
