"""How the worker locks itself: limits from its first line, everything else before the first untrusted byte.

Each operating system has its own module; what one cannot hold it names in ``Isolation.missing``, so that nobody has
to guess.
"""

import platform
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds of one worker. ``memory`` is address space in bytes, ``cpu`` processor time in seconds."""

    memory: int = 768 << 20
    cpu: int = 900


@dataclass(frozen=True, slots=True)
class Isolation:
    """What holds in this process, and what this system could not give."""

    held: tuple[str, ...]
    missing: tuple[str, ...]


def limit(limits: Limits) -> Isolation:
    """Bound memory, time, files and processes of this process. For the very first lines: imports still work
    afterwards."""
    if platform.system() == "Windows":
        from desktop.worker.isolation import windows

        return windows.limit(limits)
    from desktop.worker.isolation import posix

    return posix.limit(limits)


def lock() -> Isolation:
    """Give up files, net, processes and tracing for good. Everything that is needed must have been imported before."""
    if platform.system() == "Linux":
        from desktop.worker.isolation import linux

        return linux.lock()
    return Isolation(held=(), missing=("file-system", "network", "system-calls"))
