"""Limits of Windows: the worker puts itself into a job object (JOBOBJECT_EXTENDED_LIMIT_INFORMATION, winnt.h)."""

import ctypes
from typing import Any, Final

from desktop.worker.isolation import Isolation, Limits

_EXTENDED_LIMITS: Final = 9
_UI_RESTRICTIONS: Final = 4
_PROCESS_TIME: Final = 0x0002
_ACTIVE_PROCESS: Final = 0x0008
_PROCESS_MEMORY: Final = 0x0100
_DIE_ON_UNHANDLED_EXCEPTION: Final = 0x0400
_KILL_ON_JOB_CLOSE: Final = 0x2000
_ALL_UI: Final = 0x00FF
_TICKS_A_SECOND: Final = 10_000_000


class _Basic(ctypes.Structure):
    _fields_ = (
        ("per_process_user_time", ctypes.c_int64),
        ("per_job_user_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("minimum_working_set", ctypes.c_size_t),
        ("maximum_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def limit(limits: Limits) -> Isolation:
    """Bound memory, time and processes, and cut off desktop, clipboard and handles of others."""
    names = ("memory", "cpu", "processes", "desktop")
    load: Any = getattr(ctypes, "WinDLL", None)
    if load is None:
        return Isolation(held=(), missing=names)
    kernel = load("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.SetInformationJobObject.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32)
    kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    job = kernel.CreateJobObjectW(None, None)
    wanted = _Extended()
    wanted.basic.flags = (
        _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION | _KILL_ON_JOB_CLOSE
    )
    wanted.basic.per_process_user_time = limits.cpu * _TICKS_A_SECOND
    wanted.basic.active_processes = 1
    wanted.process_memory = limits.memory
    ui = ctypes.c_uint32(_ALL_UI)
    holds = (
        job
        and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(wanted), ctypes.sizeof(wanted))
        and kernel.SetInformationJobObject(job, _UI_RESTRICTIONS, ctypes.byref(ui), ctypes.sizeof(ui))
        and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
    )
    return Isolation(held=names, missing=()) if holds else Isolation(held=(), missing=names)
