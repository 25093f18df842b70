"""Where secrets are kept: the shape that every store has, and the one that forgets at the end of the session."""

from typing import Protocol

from desktop.secrets.secret import Secret


class SecretStore(Protocol):
    """Secrets by service and name."""

    def get(self, service: str, name: str) -> Secret | None:
        """The secret, or None where there is none."""
        ...

    def set(self, service: str, name: str, secret: Secret) -> None:
        """Keep ``secret``, in place of what was there."""
        ...

    def delete(self, service: str, name: str) -> bool:
        """Forget it; whether there was one."""
        ...


class SessionStore:
    """Secrets for this session only: in memory, for machines without a keyring. Nothing is ever written."""

    def __init__(self) -> None:
        self._secrets: dict[tuple[str, str], Secret] = {}

    def get(self, service: str, name: str) -> Secret | None:
        return self._secrets.get((service, name))

    def set(self, service: str, name: str, secret: Secret) -> None:
        self._secrets[service, name] = secret

    def delete(self, service: str, name: str) -> bool:
        return self._secrets.pop((service, name), None) is not None
