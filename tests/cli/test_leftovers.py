"""Commands that only read leave a case and its folder as they were."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.uses.cases import open_case
from desktop.uses.workstation import this_workstation
from tests.cli.conftest import Sekisho
from tests.cli.test_import import GOOD, sarif

READING = [
    ("info",),
    ("findings",),
    ("findings", "--count"),
    ("history",),
    ("ledger",),
    ("evidence",),
    ("verify",),
    ("export", "--format", "sarif"),
]


@pytest.mark.parametrize("encrypt", [False, True])
def test_reading_commands_leave_nothing_beside_the_case(
    sekisho: Sekisho, tmp_path: Path, encrypt: bool, secret_service: None
) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    path = folder / "a.sekisho"
    assert sekisho("new", path, *(["--encrypt"] if encrypt else [])).code == 0
    assert sekisho("import", path, sarif(tmp_path / "a.sarif", GOOD)).code == 0
    before = path.read_bytes()
    for name, *words in READING:
        out = ["--out", tmp_path / f"{name}.out"] if name == "export" else []
        assert sekisho(name, path, *words, *out).code == 0, name
        assert [left.name for left in folder.iterdir()] == ["a.sekisho"], name
    assert path.read_bytes() == before


def test_a_reader_beside_a_writer_takes_nothing_away_from_it(sekisho: Sekisho, case_path: Path) -> None:
    with open_case(this_workstation(), case_path) as case:
        words = [sys.executable, "-m", "desktop", "info", str(case_path), "--json"]
        subprocess.run(words, check=True, env=dict(os.environ), stdout=subprocess.DEVNULL)
        assert case_path.with_name(case_path.name + "-wal").exists()
        assert case.verify().ok
    assert sekisho("annotate", case_path, "1", "--status", "new", "--json").records[0]["error"] == "NoSuchFinding"
    assert not case_path.with_name(case_path.name + "-wal").exists()
