"""Resource limits of Linux and macOS (setrlimit(2))."""

import platform
import resource

from desktop.worker.isolation import Isolation, Limits

OPEN_FILES = 16
"""Enough for the standard streams and one module at a time; after the lock nothing can be opened anyway."""


def limit(limits: Limits) -> Isolation:
    """Set soft and hard limits, which this process can never raise again (NPROC does not bind root: seccomp does)."""
    wanted = {
        "cpu": (resource.RLIMIT_CPU, limits.cpu),
        "file-size": (resource.RLIMIT_FSIZE, 0),
        "core": (resource.RLIMIT_CORE, 0),
        "processes": (resource.RLIMIT_NPROC, 0),
        "open-files": (resource.RLIMIT_NOFILE, OPEN_FILES),
    }
    linux = platform.system() == "Linux"
    if linux:  # macOS takes RLIMIT_AS and does not keep it
        wanted["memory"] = (resource.RLIMIT_AS, limits.memory)
    held: list[str] = []
    missing: list[str] = [] if linux else ["memory"]
    for name, (which, most) in wanted.items():
        try:
            resource.setrlimit(which, (most, most))
        except (ValueError, OSError):
            missing.append(name)
        else:
            held.append(name)
    return Isolation(tuple(held), tuple(missing))
