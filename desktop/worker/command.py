"""How this program starts itself again, installed or frozen, on every system."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

_BOOT: Final = (
    "import sys; sys.path[:0] = sys.argv[1:3]; from desktop.__main__ import main; sys.exit(main(sys.argv[3:]))"
)


def own_command(*arguments: str) -> list[str]:
    """A command line that starts this very program with ``arguments``, whatever folder is the current one.

    Frozen, it is the executable. Else Python runs isolated (``-I``: neither the current folder, nor the user's, nor
    variables; ``-S``: no ``.pth`` file; ``-B``: writes no bytecode) and is told the two folders that it needs: the
    program's and that of its packages.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    program, packages = Path(__file__).resolve().parents[2], Path(msgspec.__file__).resolve().parents[1]
    return [sys.executable, "-I", "-S", "-B", "-c", _BOOT, str(program), str(packages), *arguments]


def worker_command() -> list[str]:
    """The beginning of a worker's command line; the service and its arguments follow."""
    return own_command("--worker")


def environment() -> Mapping[str, str]:
    """All that a worker may know of this machine: nothing, but what Windows needs to start any program at all.

    numpy's library starts threads when it is imported, and ends a process that may start none (unless it is root's).
    """
    needed = ("SYSTEMROOT", "WINDIR") if os.name == "nt" else ()
    return {"OPENBLAS_NUM_THREADS": "1"} | {name: os.environ[name] for name in needed if name in os.environ}
