"""Where a machine policy lies, asked of the operating system and never of the environment."""

import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes
    from uuid import UUID

    _PROGRAM_DATA = UUID("62ab5d82-fdc1-4dc3-a9dd-070d1d495d97")

    def machine_dirs() -> tuple[Path, ...]:
        """``%ProgramData%\\Sekisho`` by SHGetKnownFolderPath(FOLDERID_ProgramData); empty where Windows gives none."""
        found = ctypes.c_wchar_p()
        folder_id = (ctypes.c_byte * 16).from_buffer_copy(_PROGRAM_DATA.bytes_le)
        ask = ctypes.windll.shell32.SHGetKnownFolderPath
        ask.argtypes = (ctypes.c_void_p, wintypes.DWORD, wintypes.HANDLE, ctypes.POINTER(ctypes.c_wchar_p))
        result = ask(ctypes.byref(folder_id), 0, None, ctypes.byref(found))
        folder = found.value
        ctypes.windll.ole32.CoTaskMemFree(found)
        return (Path(folder) / "Sekisho",) if result == 0 and folder else ()

elif sys.platform == "darwin":

    def machine_dirs() -> tuple[Path, ...]:
        """The local domain's folder, which only an administrator may write."""
        return (Path("/Library/Application Support/Sekisho"),)

else:

    def machine_dirs() -> tuple[Path, ...]:
        """Host-specific configuration of add-on packages (FHS 3.0, 3.7.4)."""
        return (Path("/etc/opt/sekisho"),)
