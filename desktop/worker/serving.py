"""The worker's life: limits from its first line, imports, the lock, and only then its service."""

import os
from collections.abc import Callable
from typing import IO

from desktop.worker.frames import READY, Ready, Sender
from desktop.worker.isolation import Isolation, lock

Service = Callable[[Sender, IO[bytes]], None]
"""What a worker does behind the lock: reads jobs from its stdin and answers in frames, until there are no more."""


def behind_lock(limited: Isolation, service: Service) -> int:
    """Lock this process, say so, and serve. Everything that ``service`` needs must have been imported and touched."""
    given = os.fdopen(0, "rb")
    out = Sender(os.fdopen(1, "wb", buffering=0))
    locked = lock()
    out.send(READY, Ready(limited.held + locked.held, limited.missing + locked.missing))
    service(out, given)
    return 0
