"""What is refused when a case is made or opened, by name, and that nothing is left behind."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.casefile import Case
from desktop.casefile.actions import Annotate
from desktop.casefile.engine import connect
from desktop.casefile.errors import (
    CaseDamaged,
    CaseExists,
    CaseGone,
    CaseHasOtherNames,
    CaseLocked,
    CaseMovedOn,
    CaseReadOnly,
    DiskFailed,
    DiskFull,
    NewerCase,
    NoSuchCase,
    NoSuchFolder,
    NotACase,
    WrongKey,
)
from desktop.casefile.opening import peek
from desktop.domain.changes import Change
from desktop.domain.errors import SekishoError
from tests.casefile.conftest import KEY, Bench
from tests.casefile.samples import own, report, unit

OTHER = bytes(32)


def test_a_case_is_not_made_over_a_file_that_is_there(bench: Bench) -> None:
    bench.path.write_text("mine")
    with pytest.raises(CaseExists):
        bench.create()
    assert bench.path.read_text() == "mine"
    assert sorted(p.name for p in bench.folder.iterdir()) == ["case.sekisho"]


def test_a_folder_that_is_not_there_is_named(bench: Bench) -> None:
    with pytest.raises(NoSuchFolder):
        bench.create(path=bench.folder / "none" / "a.sekisho")


def test_a_case_that_is_not_there_is_named(bench: Bench) -> None:
    with pytest.raises(NoSuchCase):
        bench.open()
    assert list(bench.folder.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"SQLite",
        b"SQLite format 3\0" + b"\0" * 500,
        b"PK\x03\x04" + bytes(range(256)) * 40,
        b"<html>" * 2000,
    ],
    ids=["empty", "short", "only a head", "zip", "text"],
)
@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("key", [None, KEY], ids=["no key", "key"])
def test_what_is_no_case_is_called_so(bench: Bench, content: bytes, read_only: bool, key: bytes | None) -> None:
    bench.path.write_bytes(content)
    with pytest.raises((NotACase, WrongKey, CaseDamaged)):
        bench.open(read_only=read_only, key=key)
    assert bench.path.read_bytes() == content
    assert sorted(p.name for p in bench.folder.iterdir()) == ["case.sekisho"]


def test_another_programs_database_is_no_case(bench: Bench) -> None:
    db = connect(bench.path, None)
    db.execute("create table t (a)")
    db.close()
    with pytest.raises(NotACase):
        bench.open()


@pytest.mark.parametrize(
    "change", ["delete from case_info", "drop table journal", "drop table case_info", "drop table state"]
)
def test_a_case_that_lacks_what_every_case_has_is_damaged(bench: Bench, change: str) -> None:
    bench.create().close()
    db = connect(bench.path, None)
    db.execute(change)
    db.close()
    for read_only in (False, True):
        with pytest.raises(CaseDamaged):
            bench.open(read_only=read_only)


@pytest.mark.parametrize("id", ["../egress/egress", "/tmp/heads", "", "A" * 32, "0" * 31, "0" * 33])
def test_a_case_whose_id_is_none_is_damaged_and_names_no_file_of_this_machine(bench: Bench, id: str) -> None:
    bench.create().close()
    db = connect(bench.path, None)
    db.execute("update case_info set case_id = ?", [id])
    db.close()
    with pytest.raises(CaseDamaged):
        bench.open()
    assert not list(bench.folder.rglob("egress*"))


@pytest.mark.parametrize("how", ["deleted", "replaced"])
def test_nothing_is_recorded_in_a_file_that_the_path_does_not_lead_to_any_more(bench: Bench, how: str) -> None:
    with bench.create() as case:
        own(case)
        copy = bench.folder / "copy"
        shutil.copy(bench.path, copy)
        bench.path.unlink() if how == "deleted" else copy.replace(bench.path)
        with pytest.raises(CaseGone):
            own(case, "into nowhere")


def test_a_link_leads_to_the_one_lock_and_a_second_name_to_reading(bench: Bench) -> None:
    with bench.create() as case:
        link = bench.folder / "link.sekisho"
        link.symlink_to(bench.path)
        with pytest.raises(CaseLocked):
            bench.open(path=link)
        assert case.path == bench.path.resolve()
    second = bench.folder / "second.sekisho"
    os.link(bench.path, second)
    with pytest.raises(CaseHasOtherNames):
        bench.open()
    with bench.open(read_only=True) as case:
        assert case.read.info().title == "Deposits"


def test_a_second_writer_that_got_past_a_removed_lock_is_refused_by_name(bench: Bench) -> None:
    with bench.create() as first:
        own(first)
        for lock in bench.folder.glob("*.lock"):
            lock.unlink()
        with bench.open(actor="Mori") as second:
            own(second, "theirs")
            with pytest.raises(CaseMovedOn):
                own(first, "mine")
            assert second.verify().ok


def test_a_case_with_its_end_cut_off_is_damaged(bench: Bench) -> None:
    with bench.create() as case:
        for number in range(50):
            own(case, f"finding {number} " * 20)
    whole = bench.path.read_bytes()
    bench.path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises((CaseDamaged, NotACase)), bench.open() as case:
        case.read.findings()


def test_an_encrypted_case_opens_with_its_key_only(bench: Bench) -> None:
    with bench.create(key=KEY) as case:
        own(case, "口座番号 in a log")
        case_id = case.case_id
    raw = bench.path.read_bytes()
    assert "口座番号".encode() not in raw
    assert raw[:16] == bytes.fromhex(case_id)
    assert peek(bench.path).case_id == case_id
    with pytest.raises(WrongKey):
        bench.open(key=OTHER)
    with pytest.raises(NotACase):
        bench.open()
    with bench.open(key=KEY) as case:
        assert case.read.info().encrypted
        assert case.read.findings()[0].row.title == "口座番号 in a log"


def test_nothing_of_an_encrypted_case_is_written_in_the_clear_while_it_is_open(bench: Bench) -> None:
    with bench.create(key=KEY) as case:
        finding = own(case, "findme title")
        case.do(Annotate("findme note", finding))
        for path in bench.folder.rglob("*"):
            if path.is_file():
                assert b"findme" not in path.read_bytes(), path.name


def test_a_plain_case_is_readable_with_any_sqlite_tool(bench: Bench) -> None:
    import sqlite3

    with bench.create() as case:
        own(case, "残高")
    db = sqlite3.connect(bench.path)
    try:
        assert db.execute("select title from finding_text").fetchall() == [("残高",)]
    finally:
        db.close()


def test_a_newer_case_opens_to_read_only(bench: Bench) -> None:
    with bench.create() as case:
        own(case)
    db = connect(bench.path, None)
    db.execute("pragma user_version=99")
    db.close()
    with pytest.raises(NewerCase) as refused:
        bench.open()
    assert (refused.value.theirs, refused.value.ours) == (99, 1)
    with bench.open(read_only=True) as case:
        assert case.read.info().findings == 1
        with pytest.raises(CaseReadOnly):
            own(case)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("may not mount")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_read_only_disk_is_named_and_the_case_can_be_read_there(small_disk: Path) -> None:
    bench = Bench(small_disk)
    with bench.create() as case:
        own(case)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(CaseReadOnly):
        bench.open()
    with bench.open(read_only=True) as case:
        assert case.read.info().findings == 1
    with pytest.raises(CaseReadOnly):
        bench.create(path=small_disk / "another.sekisho")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="modes mean nothing to root")
def test_a_read_only_folder_is_named_and_the_case_can_be_read_there(bench: Bench) -> None:
    with bench.create() as case:
        own(case)
    bench.folder.chmod(0o555)
    try:
        with pytest.raises(CaseReadOnly):
            bench.open()
        with bench.open(read_only=True) as case:
            assert case.read.info().findings == 1
    finally:
        bench.folder.chmod(0o755)


def test_a_full_disk_is_named_and_only_the_last_step_is_lost(small_disk: Path) -> None:
    bench = Bench(small_disk)
    ballast = small_disk / "ballast"
    with bench.create() as case:
        finding = own(case)
        ballast.write_bytes(bytes(400_000))
        done = 0
        with pytest.raises(DiskFull):
            while True:
                case.do(Annotate("x" * 20_000, finding))
                done += 1
        assert (case.read.info().entries, len(case.read.annotations())) == (done + 2, done)
        ballast.unlink()
        case.do(Annotate("there is room again", finding))
        assert case.verify().ok
    assert done > 10


def test_what_was_written_before_the_disk_was_full_is_told_and_outlives_closing_on_it(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = Bench(small_disk)
    ballast = small_disk / "ballast"
    with bench.create() as case:
        finding = own(case)
        for _ in range(14):
            case.do(Annotate("x" * 20_000, finding))
        heard: list[Change] = []
        case.listen(heard.append)
        ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free - 120_000))
        monkeypatch.setattr("desktop.casefile.case._LONGEST_LOG", 0)  # the log fits, carrying it into the file does not
        last = case.do(Annotate("still fits", finding))
        assert heard == [last]
        case.checkpoint()
    ballast.unlink()
    with bench.open() as case:
        assert len(case.read.annotations()) == 15
        assert case.verify().ok


def test_a_state_folder_that_cannot_be_read_is_named(bench: Bench) -> None:
    with bench.create() as case:
        own(case)
    (heads,) = (bench.state_dir / "heads").iterdir()
    heads.unlink()
    heads.mkdir()
    with pytest.raises(DiskFailed) as refused:
        bench.open()
    assert refused.value.path == heads.name


def test_making_a_case_on_a_full_disk_leaves_nothing(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(1_900_000))
    with pytest.raises(DiskFull):
        Bench(small_disk).create()
    assert list(small_disk.iterdir()) == [ballast]


def test_an_import_on_a_full_disk_is_not_half_there(small_disk: Path) -> None:
    with Bench(small_disk).create() as case:
        before = case.read.info()
        with pytest.raises(DiskFull):
            case.do(report([unit(number) for number in range(10_000)]))
        assert case.read.info() == before
        assert case.verify().ok


def test_errors_carry_names_only(bench: Bench) -> None:
    bench.path.write_bytes(b"\xfe" * 8192)
    with pytest.raises(SekishoError) as refused:
        bench.open(key=KEY)
    assert KEY.hex() not in repr(refused.value)
    assert refused.value.__suppress_context__


def test_a_case_may_lie_under_a_name_of_any_kind(bench: Bench) -> None:
    for name in ("事件 %3F?mode=ro#.sekisho", "a'b;c.sekisho", "line\nend.sekisho"):
        path = bench.folder / name
        with bench.create(path=path) as case:
            own(case)
        with Case.open(path, actor="x", device=bench.device, state_dir=bench.state_dir) as case:
            assert case.read.info().findings == 1
