"""How this program starts itself again as a worker, installed or frozen, on every system."""

import base64
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

from desktop.intake.worker.frames import Job

REPORT = "report"
"""One file, which is the worker's stdin, read by a format of scanner results only."""
BATCH = "batch"
"""Any number of files through stdin, read by a format or as source."""


def worker_command() -> list[str]:
    """The program's own beginning of a worker's command line.

    Frozen, the executable takes ``--worker``. Else Python runs ``start.py`` isolated (``-I``: no user folders or
    variables; ``-S``:
    no ``.pth`` file; ``-B``: writes no bytecode), with the one folder of packages that it needs.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    packages = str(Path(msgspec.__file__).resolve().parents[1])
    return [sys.executable, "-I", "-S", "-B", str(Path(__file__).with_name("start.py")), packages]


def encoded(job: Job) -> str:
    """A job as one argument; not readable at a glance in a list of processes, and safe in every shell's quoting."""
    return base64.urlsafe_b64encode(msgspec.msgpack.encode(job)).decode("ascii")


def environment() -> Mapping[str, str]:
    """All that a worker may know of this machine: nothing, but what Windows needs to start any program at all."""
    if os.name != "nt":
        return {}
    return {name: os.environ[name] for name in ("SYSTEMROOT", "WINDIR") if name in os.environ}
