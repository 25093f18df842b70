"""Where a case may lie: on a local disk, and not where a cloud client copies it while it is written (DESIGN §3)."""

import ctypes
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from typing import Final

from desktop.casefile.errors import InSyncedFolder, OnNetworkVolume

_NETWORK_KINDS: Final = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "ncpfs",
        "davfs",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs2",
        "webdav",
        "afpfs",
    }
)
_DRIVE_REMOTE: Final = 4  # GetDriveTypeW, winbase.h

_SYNC_NAMES: Final = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("icloud drive", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("mobile documents", "iCloud Drive"),
    ("cloudstorage", "CloudStorage"),
    ("box sync", "Box"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
)
"""Names of folders, in lower case, that the clients make.

``OneDrive - Some Bank`` and ``Dropbox (Team)`` begin so too.
"""
_SYNC_MARKS: Final = (
    (".dropbox.cache", "Dropbox"),
    (".tmp.drivedownload", "Google Drive"),
    (".stfolder", "Syncthing"),
    (".owncloudsync.log", "ownCloud"),
    (".nextcloudsync.log", "Nextcloud"),
)
"""Files that the clients leave in the folder they synchronise."""


def refuse_bad_place(path: Path) -> None:
    """Raise OnNetworkVolume or InSyncedFolder where a case must not be written."""
    whole = path.absolute()
    if kind := network_kind(whole):
        raise OnNetworkVolume(path.name, kind)
    if client := sync_client(whole, exists=Path.exists):
        raise InSyncedFolder(path.name, client)


def kind_of_mount(path: PurePath, mounts: Iterable[str]) -> str | None:
    """The network kind of the deepest mount that holds ``path``; lines are those of ``/proc/mounts`` (proc(5))."""
    deepest, kind = -1, ""
    for line in mounts:
        fields = line.split(" ")
        if len(fields) < 4:
            continue
        point = PurePath(_unescaped(fields[1]))
        if path.is_relative_to(point) and len(point.parts) >= deepest:
            deepest = len(point.parts)
            windows_drive = fields[2] == "9p" and "aname=drvfs" in fields[3]  # a Windows disk inside WSL
            kind = "drvfs" if windows_drive else fields[2]
    return kind if kind in _NETWORK_KINDS or kind == "drvfs" else None


def sync_client(path: Path, exists: Callable[[Path], bool]) -> str | None:
    """The cloud client that synchronises a folder above ``path``, or None."""
    for folder in path.parents:
        name = folder.name.lower()
        for start, client in _SYNC_NAMES:
            if name == start or name.startswith((f"{start} - ", f"{start} (")):
                return client
        for mark, client in _SYNC_MARKS:
            if exists(folder / mark):
                return client
    return None


def _unescaped(field: str) -> str:
    for code, char in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        field = field.replace(code, char)
    return field


if sys.platform == "win32":

    def network_kind(path: Path) -> str | None:
        """The kind of network volume that ``path`` is on, or None."""
        if str(path).startswith("\\\\"):
            return "UNC"
        remote = ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == _DRIVE_REMOTE
        return "network drive" if remote else None

elif sys.platform == "darwin":

    def network_kind(path: Path) -> str | None:
        """The kind of network volume that ``path`` is on, or None: ``MNT_LOCAL`` of statfs(2) is not set on them."""
        buffer = ctypes.create_string_buffer(2168)  # sizeof(struct statfs) with 64-bit inodes
        if ctypes.CDLL(None).statfs(os.fsencode(path.parent), buffer) != 0:
            return None
        local = int.from_bytes(buffer[64:68], sys.byteorder) & 0x1000
        return None if local else buffer[72:88].split(b"\0")[0].decode("ascii", "replace")

else:

    def network_kind(path: Path) -> str | None:
        """The kind of network volume that ``path`` is on, or None."""
        mounts = Path("/proc/self/mounts").read_text(errors="surrogateescape")
        return kind_of_mount(path.resolve(), mounts.splitlines())
