"""A call of Sekisho as a person can paste it into their shell."""

import shlex
import subprocess
import sys


def pasted(*words: object) -> str:
    """``sekisho`` with these words, quoted as this system's shell wants it."""
    call = ["sekisho", *(str(word) for word in words)]
    return subprocess.list2cmdline(call) if sys.platform == "win32" else shlex.join(call)
