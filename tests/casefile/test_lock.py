"""One writer; the second opener is told who it is, and reads along."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.casefile.actions import SetStatus
from desktop.casefile.errors import CaseLocked, CaseReadOnly
from desktop.casefile.lock import lock_path
from desktop.domain.changes import Kind
from desktop.domain.levels import Status
from tests.casefile.conftest import KEY, START, Bench
from tests.casefile.samples import own


def test_a_second_writer_is_told_who_is_editing_and_since_when(bench: Bench) -> None:
    with bench.create(actor="鈴木"), pytest.raises(CaseLocked) as refused:
        bench.open(actor="Sato")
    assert refused.value.user == "鈴木"
    assert refused.value.host
    assert refused.value.since >= START


def test_the_lock_goes_with_the_case(bench: Bench) -> None:
    bench.create().close()
    assert not lock_path(bench.path).exists()
    bench.open().close()


def test_a_lock_file_that_nobody_holds_is_taken_over(bench: Bench) -> None:
    bench.create().close()
    lock_path(bench.path).write_text("torn {")
    with bench.open() as case:
        assert case.editable


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_reader_sees_what_the_writer_does(bench: Bench, key: bytes | None) -> None:
    with bench.create(key=key) as writer, bench.open(key=key, read_only=True, actor="Mori") as reader:
        assert not reader.editable
        assert reader.poll() is None
        finding = own(writer)
        change = reader.poll()
        assert change is not None
        assert (change.ids, change.seq) == ((finding,), 2)
        assert Kind.FINDING in change.kinds
        writer.do(SetStatus((finding,), Status.FALSE_POSITIVE, "dead code"))
        writer.undo()
        change = reader.poll()
        assert change is not None
        assert (change.ids, change.seq) == ((finding,), 4)
        assert reader.poll() is None
        assert reader.read.finding(finding).row.status is Status.NEW
        with pytest.raises(CaseReadOnly):
            reader.do(SetStatus((finding,), Status.FALSE_POSITIVE, "mine"))


def test_another_process_holds_it_too(bench: Bench) -> None:
    bench.create().close()
    script = """
import sys
from pathlib import Path
from tests.casefile.conftest import Bench
with Bench(Path(sys.argv[1])).open(actor="Suzuki"):
    print("held", flush=True)
    sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", script, str(bench.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(CaseLocked) as refused:
            bench.open(actor="Sato")
        assert refused.value.user == "Suzuki"
        other.communicate("")
    bench.open().close()
