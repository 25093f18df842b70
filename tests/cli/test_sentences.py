"""What goes wrong is said as what it is: one test for every sentence that once was about something else."""

import io
import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Sekisho


@pytest.fixture
def nothing_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))


def test_no_recovery_key_typed_is_said_as_that(sekisho: Sekisho, case_path: Path, nothing_typed: None) -> None:
    said = sekisho("info", case_path, "--recover", "--json")
    assert (said.code, said.records[0]["error"]) == (2, "NothingTyped")


@pytest.mark.parametrize("until", ["31.12.2026", "2026-13-01", ""])
def test_a_day_that_is_none_is_said_with_how_one_is_written(sekisho: Sekisho, case_path: Path, until: str) -> None:
    words = ("--owner", "a", "--by", "b", "--scope", "c", "--until", until)
    said = sekisho("authorise", case_path, *words, "--lang", "en")
    assert said.code == 2
    assert "2026-12-31" in said.err
    assert "fromisoformat" not in said.err


def test_a_finding_is_named_as_lists_print_it(sekisho: Sekisho, case_path: Path) -> None:
    for words in (("annotate", case_path, "#7", "--status", "new"), ("annotate", case_path, "7", "--status", "new")):
        said = sekisho(*words, "--json")
        assert (said.code, said.records[0]["error"]) == (2, "NoSuchFinding")
    assert sekisho("ledger", case_path, "--finding", "#7").code == 0
    assert sekisho("history", case_path, "--finding", "#-7", "--json").records[0]["error"] == "NotANumber"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("README.md", b"# Sekisho\n" * 200),
        ("pages.md", b"# Sekisho\n" + b"x" * 4086),
        ("shot.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9),
        ("report.html", "<!doctype html><title>報告".encode("cp932")),
        ("empty.sekisho", b""),
    ],
)
def test_another_kind_of_file_is_no_case_whose_key_is_missing(
    sekisho: Sekisho, tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    said = sekisho("info", path, "--json")
    assert (said.code, said.records[0]["error"]) == (2, "NotACase")
    assert name in said.err
    assert "--recover" not in said.err


def test_a_folder_and_a_pipe_are_no_case_and_are_named(
    sekisho: Sekisho, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = sekisho("info", ".", "--lang", "en")
    assert said.code == 2
    assert said.err.startswith(". can't be read as a case")
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe.sekisho")
        assert sekisho("info", tmp_path / "pipe.sekisho", "--json").records[0]["error"] == "NotACase"
