"""Whether the person at this workstation could change a policy file: then it is not the bank's word and is refused."""

import os
import stat
import sys
from pathlib import Path


def user_can_write(path: Path) -> bool:
    """Whether the file, its folder or a folder above can be changed or replaced by the user of this process.

    On POSIX everything must be owned by root and writable by root only (a sticky folder such as /tmp may be writable:
    nobody can replace another's entries there), and no link. On Windows the operating system is asked for each right;
    an elevated administrator has them all, and is refused.
    """
    absolute = path.absolute()
    return _is_open(absolute, False) or any(_is_open(p, p != absolute.parent) for p in absolute.parents)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _REPLACES = (0x0040, 0x00010000, 0x00040000, 0x00080000)
    """FILE_DELETE_CHILD, DELETE, WRITE_DAC, WRITE_OWNER."""
    _CHANGES = (0x0002, 0x0004, *_REPLACES)
    """FILE_WRITE_DATA and FILE_APPEND_DATA too, which everyone has on ProgramData itself."""
    _ANY_SHARE = 0x7
    _OPEN_EXISTING = 3
    _BACKUP_SEMANTICS = 0x02000000
    _INVALID = ctypes.c_void_p(-1).value

    _kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel32.CreateFileW.restype = wintypes.HANDLE
    _kernel32.CreateFileW.argtypes = (
        wintypes.LPCWSTR,
        wintypes.DWORD,
        wintypes.DWORD,
        wintypes.LPVOID,
        wintypes.DWORD,
        wintypes.DWORD,
        wintypes.HANDLE,
    )
    _kernel32.CloseHandle.argtypes = (wintypes.HANDLE,)

    def _is_open(path: Path, far_above: bool) -> bool:
        """A volume's root folder is not asked: its entries cannot be replaced by users."""
        return path.parent != path and any(_grants(path, right) for right in (_REPLACES if far_above else _CHANGES))

    def _grants(path: Path, access: int) -> bool:
        handle = _kernel32.CreateFileW(str(path), access, _ANY_SHARE, None, _OPEN_EXISTING, _BACKUP_SEMANTICS, None)
        if handle == _INVALID:
            return False
        _kernel32.CloseHandle(handle)
        return True

else:

    def _is_open(path: Path, _: bool) -> bool:
        try:
            state = os.lstat(path)
        except PermissionError:  # who may not look into the folder can't put another file there either
            return False
        if stat.S_ISLNK(state.st_mode) or state.st_uid != 0:
            return True
        by_others = state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        return bool(by_others) and not (stat.S_ISDIR(state.st_mode) and state.st_mode & stat.S_ISVTX)
