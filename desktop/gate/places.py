"""Where a machine policy lies, and where an account's own state does, asked of the operating system alone.

The environment is the user's own: under a machine policy no variable of it gives a fresh budget or forgets a serial.
"""

import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes
    from uuid import UUID

    _PROGRAM_DATA = UUID("62ab5d82-fdc1-4dc3-a9dd-070d1d495d97")
    _LOCAL_APP_DATA = UUID("f1b32785-6fba-4fcf-9d55-7b8e7f157091")

    def machine_dirs() -> tuple[Path, ...]:
        """``%ProgramData%\\Sekisho`` by SHGetKnownFolderPath(FOLDERID_ProgramData); empty where Windows gives none."""
        return _known_folder(_PROGRAM_DATA)

    def account_state() -> Path | None:
        """``%LocalAppData%\\Sekisho`` by FOLDERID_LocalAppData; None where Windows gives none."""
        return next(iter(_known_folder(_LOCAL_APP_DATA)), None)

    def _known_folder(known: UUID) -> tuple[Path, ...]:
        found = ctypes.c_wchar_p()
        folder_id = (ctypes.c_byte * 16).from_buffer_copy(known.bytes_le)
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

    def account_state() -> Path | None:
        """The account's own application support; None where the system knows no home."""
        home = _home()
        return home / "Library" / "Application Support" / "Sekisho" if home else None

else:

    def machine_dirs() -> tuple[Path, ...]:
        """Host-specific configuration of add-on packages (FHS 3.0, 3.7.4)."""
        return (Path("/etc/opt/sekisho"),)

    def account_state() -> Path | None:
        """State of the account's home (XDG's usual place for it); None where the system knows no home."""
        home = _home()
        return home / ".local" / "state" / "Sekisho" if home else None


if sys.platform != "win32":
    import os
    import pwd

    def _home() -> Path | None:
        """The account's home by getpwuid."""
        try:
            return Path(pwd.getpwuid(os.getuid()).pw_dir)
        except KeyError:
            return None
