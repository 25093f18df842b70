"""What goes wrong is said as what it is: one test for every sentence that once was about something else."""

import io
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
