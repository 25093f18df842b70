"""Where a case may not lie."""

from pathlib import Path, PurePosixPath

import pytest

from desktop.casefile.errors import InSyncedFolder
from desktop.casefile.volumes import kind_of_mount, sync_client
from tests.casefile.conftest import Bench

MOUNTS = [
    "/dev/sda1 / ext4 rw 0 0",
    "server:/home /home nfs4 rw 0 0",
    "/dev/sdb1 /home/local ext4 rw 0 0",
    "//files/share /mnt/bank\\040files cifs rw 0 0",
    "C:\\134 /mnt/c 9p rw,aname=drvfs;path=C:\\ 0 0",
    "overlay /root overlay rw 0 0",
    "none /gvisor 9p rw,trans=fd 0 0",
]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/a.sekisho", None),
        ("/home/sato/a.sekisho", "nfs4"),
        ("/home/local/a.sekisho", None),
        ("/mnt/bank files/a.sekisho", "cifs"),
        ("/mnt/c/a.sekisho", "drvfs"),
        ("/root/a.sekisho", None),
        ("/gvisor/a.sekisho", None),
    ],
)
def test_the_deepest_mount_decides_whether_a_volume_is_a_network(path: str, kind: str | None) -> None:
    assert kind_of_mount(PurePosixPath(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("folder", "client"),
    [
        ("OneDrive - Some Bank/cases", "OneDrive"),
        ("Dropbox (Team)", "Dropbox"),
        ("Google Drive/My Drive", "Google Drive"),
        ("Library/Mobile Documents/x", "iCloud Drive"),
        ("Nextcloud", "Nextcloud"),
        ("onedriveless", None),
        ("cases", None),
    ],
)
def test_a_folder_of_a_cloud_client_is_known_by_its_name(tmp_path: Path, folder: str, client: str | None) -> None:
    assert sync_client(tmp_path / folder / "a.sekisho", exists=lambda _: False) == client


def test_a_renamed_folder_is_known_by_what_the_client_leaves_in_it(bench: Bench) -> None:
    folder = bench.folder / "work"
    (folder / "deep").mkdir(parents=True)
    (folder / ".dropbox.cache").mkdir()
    with pytest.raises(InSyncedFolder) as refused:
        bench.create(path=folder / "deep" / "a.sekisho")
    assert (refused.value.client, refused.value.path) == ("Dropbox", "a.sekisho")
    assert list((folder / "deep").iterdir()) == []
