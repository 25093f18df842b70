"""How this program starts itself again as a worker, installed or frozen, on every system."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

_BOOT: Final = (
    "import sys; sys.path[:0] = sys.argv[1:3]; from desktop.__main__ import main; "
    "sys.exit(main(['--worker', *sys.argv[3:]]))"
)


def worker_command() -> list[str]:
    """The program's own beginning of a worker's command line; the service and its arguments follow.

    Frozen, the executable takes ``--worker``. Else Python runs isolated (``-I``: no user folders or variables; ``-S``:
    no ``.pth`` file; ``-B``: writes no bytecode) and is told the two folders that it needs: the program's and that of
    its packages.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    packages = str(Path(msgspec.__file__).resolve().parents[1])
    return [sys.executable, "-I", "-S", "-B", "-c", _BOOT, str(Path(__file__).resolve().parents[2]), packages]


def environment() -> Mapping[str, str]:
    """All that a worker may know of this machine: nothing, but what Windows needs to start any program at all."""
    if os.name != "nt":
        return {}
    return {name: os.environ[name] for name in ("SYSTEMROOT", "WINDIR") if name in os.environ}
