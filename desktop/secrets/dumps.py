"""A crash of this process leaves no picture of its memory, in which keys may stand."""

import ctypes
import sys
from typing import Final

_PR_SET_DUMPABLE: Final = 4
_WER_FAULT_REPORTING_FLAG_NOHEAP: Final = 1


def leave_no_dumps() -> None:
    """Forbid core dumps of this process (on Windows: keep the heap out of error reports); call once, at the start.

    On Linux also where dumps are piped to a program, which heeds no limit (prctl(2), core(5)); other processes of the
    same user then cannot read its memory or its first environment either. Children choose for themselves: what they
    execute is dumpable again, within a limit of nothing. macOS keeps no heap in its crash reports.
    """
    if sys.platform == "win32":
        ctypes.WinDLL("kernel32").WerSetFlags(_WER_FAULT_REPORTING_FLAG_NOHEAP)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
