"""What goes wrong is said as what it is: one test for every sentence that once was about something else."""

import io
import os
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.cli.bank import govern
from tests.cli.conftest import Sekisho
from tests.cli.test_import import sarif
from tests.scripted_server import ScriptedServer


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


@pytest.mark.parametrize("name", ["pdf", "sarif"])
def test_a_report_into_a_folder_that_is_not_there_names_the_folder(
    sekisho: Sekisho, case_path: Path, tmp_path: Path, name: str
) -> None:
    said = sekisho("export", case_path, "--format", name, "--out", tmp_path / "none" / "r", "--json")
    assert said.code != 0
    assert said.records[0]["error"] == "NoSuchFolder"
    assert "none" in said.err


def test_a_model_without_a_policy_is_refused_with_the_reason(sekisho: Sekisho) -> None:
    said = sekisho("credential", "set", "demo", "--json", "--lang", "en")
    assert said.code == 3
    assert said.records[0]["objections"] != []
    assert "It has: ." not in said.err
    assert "There is no policy" in said.err


def test_no_key_typed_is_said_as_that(
    sekisho: Sekisho, tmp_path: Path, scripted: ScriptedServer, nothing_typed: None
) -> None:
    govern(tmp_path, scripted, keep_key=False)
    assert sekisho("credential", "set", "demo", "--json").records[0]["error"] == "NothingTyped"
    assert sekisho("credential", "set", "none", "--lang", "en").err.endswith("It has: demo.\n")


@pytest.mark.parametrize("words", [("--filter", "foo"), ("--filter", "is:undecided foo"), ("--filter", "-foo")])
def test_a_bare_word_is_no_filter(sekisho: Sekisho, case_path: Path, words: tuple[str, str]) -> None:
    said = sekisho("findings", case_path, f"{words[0]}={words[1]}", "--lang", "en")
    assert said.code == 2
    assert "foo” is no facet" in said.err
    assert sekisho("findings", case_path, "--query", "foo", "--filter", "severity:high").code == 0


def test_a_facet_that_is_none_is_an_error_that_names_it(sekisho: Sekisho, case_path: Path) -> None:
    assert "sekisho findings --help" in sekisho("findings", case_path, "--query", "severity:quite").err
    for option in ("--query", "--filter"):
        said = sekisho("findings", case_path, option, "severity:quite", "--json")
        assert (said.code, said.records[0]["error"]) == (2, "BadQuery")


def test_an_empty_folder_to_import_is_said(sekisho: Sekisho, case_path: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    said = sekisho("import", case_path, tmp_path / "empty", "--lang", "en")
    assert said.code == 2
    assert "nothing in empty" in said.out


def test_records_shown_to_a_person_in_japanese_have_japanese_names_and_values(
    sekisho: Sekisho, case_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("/* mail: taro@aosagi-bank.co.jp */\nint main(void) { return 0; }\n")
    assert sekisho("import", case_path, tmp_path / "a.txt", "--lang", "ja").out == "a.txt  text  utf-8  2 行\n"
    out = sekisho("evidence", case_path, "--lang", "ja").out
    assert "秘  未読 2 / 2 行" in out
    assert "種類=メールアドレス  処理=マスキング" in sekisho("mask", tmp_path / "a.txt", "--lang", "ja").out
    assert "管理の状態: 管理外" in sekisho("policy", "show", "--lang", "ja").out
    words = ("export", case_path, "--format", "json", "--out", tmp_path / "r.json", "--lang", "ja")
    names = [line.partition(":")[0] for line in sekisho(*words).out.splitlines()]
    assert [name for name in names if name.isascii() and name != "SHA-256"] == []


def test_what_a_tool_or_model_says_is_never_obeyed_by_the_terminal(
    sekisho: Sekisho, case_path: Path, tmp_path: Path
) -> None:
    title = "\x1b[2J\x1b]52;c;ZXZpbA==\x07 \u202eevil\u2066 \x9b31m"
    assert sekisho("import", case_path, sarif(tmp_path / "a.sarif", {"message": {"text": title}})).code in (0, 1)
    for words in (("findings",), ("history", "--finding", "1"), ("annotate", "1", "--comment", title), ("undo",)):
        for more in ((), ("--json",)):
            if words[0] == "undo" and more:
                continue
            said = sekisho(words[0], case_path, *words[1:], *more)
            assert said.code == 0
            obeyed = [c for c in said.out + said.err if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"]
            assert obeyed == [], words


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders there")
def test_a_pipe_and_a_case_are_not_read_and_that_is_said(sekisho: Sekisho, case_path: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.c")
    said = sekisho("import", case_path, tmp_path / "pipe.c", case_path, "--lang", "en")
    assert said.code == 2
    assert "pipe.c: Not a file" in said.out
    assert "case.sekisho:" in said.out
    assert "pipe.c is no file" in sekisho("mask", tmp_path / "pipe.c", "--lang", "en").err
