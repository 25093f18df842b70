"""Undo says what it took back, and history what was done, in both languages and as records."""

from pathlib import Path

import pytest

from desktop.casefile.actions import ACTIONS
from desktop.words import Lang
from desktop.words.catalogue import SENTENCES
from tests.cli.conftest import Sekisho
from tests.cli.test_import import GOOD, sarif


@pytest.fixture
def finding(sekisho: Sekisho, case_path: Path, tmp_path: Path) -> Path:
    """The case with one finding of a tool, in one import."""
    assert sekisho("import", case_path, sarif(tmp_path / "a.sarif", GOOD)).code == 0
    return case_path


def test_every_action_has_its_words() -> None:
    assert [action.KIND for action in ACTIONS if f"entry.{action.KIND}" not in SENTENCES] == []


def test_undo_says_what_it_took_back_and_redo_what_it_did_again(sekisho: Sekisho, finding: Path) -> None:
    decide = ("annotate", finding, "#1", "--status", "false_positive", "--reason", "到達しない")
    assert sekisho(*decide).code == 0
    japanese = sekisho("undo", finding, "--lang", "ja")
    assert japanese.out == "元に戻した: 判断  誤検知  「到達しない」  検出事項 #1  m\n"
    english = sekisho("undo", finding, "--redo", "--lang", "en")
    assert english.out == "Done again: Decided  False positive  “到達しない”  finding #1  m\n"
    [record] = sekisho("undo", finding, "--json").records
    told = {name: record[name] for name in ("did", "action", "count", "findings", "titles")}
    assert told == {"did": "undo", "action": "set_status", "count": 1, "findings": [1], "titles": ["m"]}


def test_undoing_an_import_names_its_file_and_counts(sekisho: Sekisho, finding: Path) -> None:
    assert sekisho("undo", finding, "--lang", "ja").out == "元に戻した: 取り込み  a.sarif  新規 1 件、既知 0 件\n"


def test_history_names_findings_and_marks_what_was_undone(sekisho: Sekisho, finding: Path) -> None:
    sekisho("annotate", finding, "1", "--comment", "見た", "--lang", "ja")
    sekisho("undo", finding)
    undo, note, brought, *_ = sekisho("history", finding, "--lang", "ja").out.splitlines()
    assert undo.endswith("元に戻した: 注釈を追加  検出事項 #1")
    assert note.endswith("注釈を追加  検出事項 #1  (取り消し済み)")
    assert brought.endswith("取り込み  a.sarif  新規 1 件、既知 0 件")
    records = sekisho("history", finding, "--json").records
    assert [one["undone"] for one in records[:3]] == [False, True, False]
    assert (records[1]["findings"], records[1]["count"]) == ([1], 1)


def test_entries_that_are_told_within_others_are_counted_and_can_be_listed(sekisho: Sekisho, finding: Path) -> None:
    (finding.parent / "a.c").write_text("int f(char *a, char *b) { strcpy(a, b); return 0; }\n")
    sekisho("import", finding, finding.parent / "a.c")
    sekisho("analyse", finding, "--model", "rules")
    entries = int(str(sekisho("info", finding, "--json").records[0]["entries"]))
    plain = sekisho("history", finding, "--json").records
    every = sekisho("history", finding, "--parts", "--json").records
    assert [one["seq"] for one in every] == list(range(entries, 0, -1))
    assert len(plain) <= len(every)
    folded = len(every) - len(plain)
    assert (f"{folded} more entries" in sekisho("history", finding, "--lang", "en").out) == bool(folded)


@pytest.mark.parametrize("lang", Lang)
def test_no_code_of_ours_is_shown_where_words_are_expected(sekisho: Sekisho, finding: Path, lang: Lang) -> None:
    sekisho("annotate", finding, "1", "--status", "in_review")
    for command in ("history", "findings", "info", "verify"):
        out = sekisho(command, finding, "--lang", lang).out
        assert not any(code in out for code in ("set_status", "in_review", "reported", "True", "None", "medium"))
    assert ("[未判断・未検証]" in sekisho("findings", finding, "--lang", lang).out) == (lang is Lang.JA)


def test_severity_tag_and_comment_of_one_call_are_one_entry_and_one_undo(sekisho: Sekisho, finding: Path) -> None:
    before = sekisho("findings", finding, "--json").records
    said = sekisho(
        "annotate", finding, "1", "--severity", "high", "--tag", "a", "--comment", "to the developers", "--lang", "ja"
    )
    assert said.out == "#1: 深刻度を変更、注釈を追加、タグを変更  重要\n"
    assert sekisho("undo", finding, "--lang", "ja").out.startswith("元に戻した: 深刻度を変更、注釈を追加、タグを変更")
    assert sekisho("findings", finding, "--json").records == before
