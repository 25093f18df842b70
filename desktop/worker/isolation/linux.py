"""The lock of Linux: no new privileges, not traceable, Landlock without a rule, seccomp with a short allow-list; by
ctypes.

Sources: prctl(2), landlock(7) (ABI 1 to 6), seccomp(2), and the system call tables of x86_64 and aarch64
(asm/unistd.h).
"""

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Callable
from typing import Final

from desktop.worker.isolation import Isolation

_SET_DUMPABLE: Final = 4
_SET_SECCOMP: Final = 22
_SET_NO_NEW_PRIVS: Final = 38
_SECCOMP_MODE_FILTER: Final = 2
_LANDLOCK_CREATE_RULESET: Final = 444
_LANDLOCK_RESTRICT_SELF: Final = 446
_LANDLOCK_ASK_VERSION: Final = 1

# name: (number on x86_64, number on aarch64). Reading, writing and seeking what is open, memory, time and ending;
# nothing else.
_ALLOWED: Final = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "fstat": (5, 80),
    "lseek": (8, 62),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "pread64": (17, 67),
    "readv": (19, 65),
    "writev": (20, 66),
    "sched_yield": (24, 124),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "nanosleep": (35, 101),
    "getpid": (39, 172),
    "exit": (60, 93),
    "gettimeofday": (96, 169),
    "getrusage": (98, 165),
    "sigaltstack": (131, 132),
    "gettid": (186, 178),
    "futex": (202, 98),
    "clock_gettime": (228, 113),
    "clock_nanosleep": (230, 115),
    "exit_group": (231, 94),
    "getrandom": (318, 278),
    "rseq": (334, 293),
}
_MACHINES: Final = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Machine: (column in ``_ALLOWED``, AUDIT_ARCH constant)."""

_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_NUMBER_AT, _ARCH_AT = 0, 4
_KILL, _REFUSE, _ALLOW = 0x80000000, 0x00050000 | errno.EPERM, 0x7FFF0000


def lock() -> Isolation:
    """Lock this process for good. A layer that this kernel lacks is named in ``missing``; the others still hold."""
    libc = ctypes.CDLL(None, use_errno=True)
    steps: dict[str, Callable[[ctypes.CDLL], bool]] = {
        "no-new-privileges": lambda c: c.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0,
        "not-traceable": lambda c: c.prctl(_SET_DUMPABLE, 0, 0, 0, 0) == 0,
        "landlock": _landlock,
        "seccomp": _seccomp,
    }
    results = {name: step(libc) for name, step in steps.items()}
    return Isolation(
        held=tuple(name for name, holds in results.items() if holds),
        missing=tuple(name for name, holds in results.items() if not holds),
    )


def _landlock(libc: ctypes.CDLL) -> bool:
    """Handle every right that this kernel's ABI knows, and allow none."""
    abi = libc.syscall(_LANDLOCK_CREATE_RULESET, None, 0, _LANDLOCK_ASK_VERSION)
    if abi < 1:
        return False
    rights_of_files = 13 + (abi >= 2) + (abi >= 3) + (abi >= 5)
    fields = [(1 << rights_of_files) - 1]
    if abi >= 4:
        fields.append(0b11)  # bind and connect over TCP
    if abi >= 6:
        fields.append(0b11)  # abstract unix sockets and signals
    attributes = struct.pack(f"={len(fields)}Q", *fields)
    ruleset = libc.syscall(_LANDLOCK_CREATE_RULESET, attributes, len(attributes), 0)
    if ruleset < 0:
        return False
    try:
        return bool(libc.syscall(_LANDLOCK_RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def _program(column: int, arch: int) -> bytes:
    """The filter as BPF: another architecture kills, a call on the list passes, every other one gets EPERM."""

    def step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
        return struct.pack("=HBBI", code, if_true, if_false, value)

    numbers = sorted(numbers[column] for numbers in _ALLOWED.values())
    tests = [step(_JUMP_IF_EQUAL, number, len(numbers) - at, 0) for at, number in enumerate(numbers)]
    return b"".join(
        [
            step(_LOAD, _ARCH_AT),
            step(_JUMP_IF_EQUAL, arch, 1, 0),
            step(_RETURN, _KILL),
            step(_LOAD, _NUMBER_AT),
            *tests,
            step(_RETURN, _REFUSE),
            step(_RETURN, _ALLOW),
        ]
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def _seccomp(libc: ctypes.CDLL) -> bool:
    machine = _MACHINES.get(platform.machine())
    if machine is None:
        return False
    code = _program(*machine)
    program = _Program(len(code) // 8, code)
    return bool(libc.prctl(_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0) == 0)
