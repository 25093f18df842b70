"""A case appears whole or not at all, whoever is killed while making it, and what is left over goes away."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from desktop.casefile import Case
from desktop.casefile.errors import CaseExists, CaseLocked
from desktop.casefile.leftovers import part_of
from desktop.casefile.lock import WriterLock
from desktop.casefile.making import make_file
from tests.casefile.conftest import KEY, START, Bench

ROOT = Path(__file__).parents[2]
CALLS = (
    "desktop.casefile.opening:apply_steps",
    "desktop.casefile.making:write_entry",
    "desktop.casefile.making:take_name",
    "desktop.casefile.making:remove_part",
)
"""In the empty file; before its first entry; whole but without its name; with its name."""


def maker(bench: Bench, key: bytes | None, call: str) -> list[str]:
    return [sys.executable, "-m", "tests.casefile.maker", str(bench.folder), "yes" if key else "no", call]


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir() if entry.is_file()}


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
@pytest.mark.parametrize("call", CALLS)
def test_a_maker_that_was_killed_leaves_no_half_case_and_the_next_one_clears_up(
    bench: Bench, call: str, key: bytes | None
) -> None:
    subprocess.run(maker(bench, key, call), cwd=ROOT, check=False)
    assert {name for name in names(bench.folder) if name.endswith(".sekisho")} == (
        {"case.sekisho"} if call.endswith("remove_part") else set()
    )
    bench.create(key=key, path=bench.folder / "other.sekisho").close()
    assert not [name for name in names(bench.folder) if name.startswith(".")]
    if bench.path.exists():
        bench.path.rename(bench.folder / "whole.sekisho")
        with bench.open(key=key, path=bench.folder / "whole.sekisho") as case:
            assert case.verify().ok
    bench.create(key=key).close()
    assert names(bench.folder) <= {"case.sekisho", "other.sekisho", "whole.sekisho"}


def test_opening_a_case_clears_up_too(bench: Bench) -> None:
    bench.create(path=bench.folder / "old.sekisho").close()
    subprocess.run(maker(bench, None, CALLS[2]), cwd=ROOT, check=False)
    assert any(name.endswith("-part") for name in names(bench.folder))
    bench.open(path=bench.folder / "old.sekisho", read_only=True).close()
    assert any(name.endswith("-part") for name in names(bench.folder))
    bench.open(path=bench.folder / "old.sekisho").close()
    assert names(bench.folder) == {"old.sekisho"}


def test_a_part_that_is_being_made_and_files_of_others_stay(bench: Bench) -> None:
    made = part_of(bench.path, "0123456789abcdef")
    other = bench.folder / ".case.sekisho.0123.part"
    for file in (made, other):
        file.write_bytes(b"x")
    lock = WriterLock(bench.path, "Suzuki", START)
    bench.create(path=bench.folder / "new.sekisho").close()
    assert made.exists()
    with pytest.raises(CaseLocked):
        bench.create()
    lock.release()
    bench.create(path=bench.folder / "newer.sekisho").close()
    assert not made.exists()
    assert other.exists()


def test_a_case_that_is_there_is_never_replaced(bench: Bench) -> None:
    with bench.create() as case:
        number = case.case_id
    with pytest.raises(CaseExists):
        bench.create()
    with bench.open() as case:
        assert case.case_id == number
    assert names(bench.folder) == {"case.sekisho"}


def test_what_took_the_name_meanwhile_is_not_replaced(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def make_and_wait(*arguments: Any) -> Any:
        made = make_file(*arguments)
        bench.path.write_text("somebody else's")
        return made

    monkeypatch.setattr("desktop.casefile.making.make_file", make_and_wait)
    with pytest.raises(CaseExists):
        bench.create()
    assert bench.path.read_text() == "somebody else's"
    assert names(bench.folder) == {"case.sekisho"}


def test_a_maker_killed_between_both_names_leaves_a_case_to_work_on(bench: Bench) -> None:
    bench.create().close()
    os.link(bench.path, bench.folder / ".case.sekisho.0123abcd.sekisho-part")
    with bench.open() as case:
        assert case.editable
    assert names(bench.folder) == {"case.sekisho"}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
def test_kills_at_random_moments_leave_whole_cases_only(bench: Bench, seed: int) -> None:
    dice = random.Random(seed)
    key = dice.choice([None, KEY])
    with subprocess.Popen(maker(bench, key, "-"), stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(dice.uniform(0.0, 0.15))
        process.kill()
        said = [f"{line}.sekisho" for line in process.stdout.read().splitlines()]
    there = {path for path in bench.folder.iterdir() if path.suffix == ".sekisho" and not path.name.startswith(".")}
    assert set(said) <= {path.name for path in there}
    for path in there:
        case: Case = bench.open(key=key, path=path)
        assert case.verify().ok
        case.close()
    bench.create(path=bench.folder / "last.sekisho").close()
    assert not [name for name in names(bench.folder) if name.startswith(".") or name.endswith(".lock")]
