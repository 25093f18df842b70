"""A crash leaves no dump."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

CRASH = """
import ctypes, os, resource
from desktop.secrets import leave_no_dumps
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
leave_no_dumps()
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE), flush=True)
os.abort()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="core dumps as Linux writes them")
def test_a_crashing_process_is_not_dumpable_and_writes_no_core(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", CRASH], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGABRT
    assert done.stdout == "0 (0, 0)\n"
    assert list(tmp_path.iterdir()) == []


def test_the_programs_own_start_forbids_them() -> None:
    """Whichever command it is: the workstation is made first."""
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import resource; from desktop.uses.workstation import this_workstation; this_workstation();"
            "print(resource.getrlimit(resource.RLIMIT_CORE))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "(0, 0)\n"
