"""One request tries a proxy's login before the others follow: a wrong password is said to the proxy once.

Many at once would each be counted as a failed logon, and lock the account of the person who sits here.
"""

from collections import deque
from enum import Enum, auto
from typing import Generic, TypeVar

J = TypeVar("J")


class May(Enum):
    """What a request is to do."""

    GO = auto()
    WAIT = auto()
    """It comes back out of ``taken``, ``refused`` or ``undecided``."""
    END = auto()
    """The login was refused before."""


class LoginTrial(Generic[J]):
    """The trial of one login. Not for several threads."""

    def __init__(self) -> None:
        self._known: bool | None = None
        self._trying: J | None = None
        self._waiting: deque[J] = deque()

    def ask(self, job: J) -> May:
        """What ``job``, which would say the login, is to do."""
        if self._known is not None:
            return May.GO if self._known else May.END
        if self._trying is None:
            self._trying = job
            return May.GO
        self._waiting.append(job)
        return May.WAIT

    def taken(self, job: J) -> list[J]:
        """The proxy let ``job`` through; those that may follow it now."""
        return self._decide(job, known=True)

    def refused(self, job: J) -> list[J]:
        """The proxy refused the login of ``job``; those that end with it."""
        return self._decide(job, known=False)

    def undecided(self, job: J) -> list[J]:
        """``job`` ended before the proxy said anything of its login; the one that is to try it now, if one waits."""
        if job != self._trying:
            return []
        self._trying = self._waiting.popleft() if self._waiting else None
        return [] if self._trying is None else [self._trying]

    def forget(self, job: J) -> None:
        """``job`` was given up while it waited."""
        if job in self._waiting:
            self._waiting.remove(job)

    def _decide(self, job: J, *, known: bool) -> list[J]:
        if job != self._trying:
            return []
        self._known = known
        self._trying = None
        waiting, self._waiting = list(self._waiting), deque()
        return waiting
