"""Exit codes, languages and plain sentences of the command line."""

import argparse
import io
from pathlib import Path

import pytest

from desktop.cli.commands import COMMANDS
from desktop.cli.parsing import parser_for
from desktop.words import Lang
from tests.cli.conftest import Sekisho


@pytest.mark.parametrize("lang", Lang)
def test_every_command_has_its_help_in_both_languages(lang: Lang) -> None:
    text = parser_for(lang).format_help()
    assert all(name in text for name in COMMANDS)


def _parsers(lang: Lang) -> dict[str, argparse.ArgumentParser]:
    parser = parser_for(lang)
    [commands] = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    return {"": parser, **commands.choices}


@pytest.mark.parametrize("lang", Lang)
def test_every_argument_of_every_command_has_its_help(lang: Lang) -> None:
    without = [
        f"{name} {action.option_strings or action.dest}"
        for name, parser in _parsers(lang).items()
        for action in parser._actions
        if not action.help and not isinstance(action, argparse._SubParsersAction)
    ]
    assert without == []


def test_japanese_help_has_no_heading_of_argparse() -> None:
    for parser in _parsers(Lang.JA).values():
        text = parser.format_help()
        assert not any(words in text for words in ("usage:", "positional arguments", "options:", "show this help"))


def test_no_command_takes_a_secret_as_an_argument() -> None:
    names = {
        option for sub in _parsers(Lang.EN).values() for action in sub._actions for option in action.option_strings
    }
    assert not names & {"--key-value", "--password", "--secret", "--token", "--api-key", "--recovery-key"}


@pytest.mark.parametrize(
    "words", [("nonsense",), ("new",), ("info", "--nonsense"), ("evidence", "x", "--set-class", "?")]
)
def test_a_wrong_call_is_one_sentence_and_exit_code_two(sekisho: Sekisho, words: tuple[str, ...]) -> None:
    said = sekisho(*words)
    assert said.code == 2
    assert len(said.err.strip().splitlines()) == 1
    assert "Traceback" not in said.err


def test_the_language_of_a_message_is_the_one_asked_for(sekisho: Sekisho, tmp_path: Path) -> None:
    japanese = sekisho("info", tmp_path / "none.sekisho", "--lang", "ja")
    english = sekisho("info", tmp_path / "none.sekisho", "--lang=en")
    assert japanese.code == english.code == 2
    assert "ありません" in japanese.err
    assert "none.sekisho" in english.err
    assert english.err.isascii()


def test_an_error_is_also_a_record_where_json_is_asked_for(sekisho: Sekisho, tmp_path: Path) -> None:
    said = sekisho("info", tmp_path / "none.sekisho", "--json")
    assert said.records[0]["error"] == "NoSuchCase"


def test_a_file_that_is_no_case_is_said_so(sekisho: Sekisho, tmp_path: Path) -> None:
    path = tmp_path / "note.sekisho"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    said = sekisho("info", path)
    assert said.code in (2, 4)
    assert "Traceback" not in said.err


def test_what_was_done_is_undone_and_done_again(sekisho: Sekisho, case_path: Path) -> None:
    words = ("--owner", "部", "--by", "CISO", "--scope", "all", "--until", "2099-12-31")
    assert sekisho("authorise", case_path, *words).code == 0
    assert sekisho("info", case_path, "--json").records[0]["authorised_by"] == "CISO"
    assert sekisho("undo", case_path).code == 0
    assert sekisho("info", case_path, "--json").records[0]["authorised_by"] is None
    assert sekisho("undo", case_path, "--redo").code == 0
    assert sekisho("info", case_path, "--json").records[0]["authorised_by"] == "CISO"
    assert [record["action"] for record in sekisho("history", case_path, "--json").records][-1] == "begin"
    assert sekisho("verify", case_path, "--json").records[0]["ok"] is True


def test_an_encrypted_case_opens_again_by_its_recovery_key_only(
    sekisho: Sekisho, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_secret_service: None
) -> None:
    path = tmp_path / "e.sekisho"
    key = str(sekisho("new", path, "--encrypt", "--json").records[0]["recovery_key"])
    assert sekisho("info", path).code == 4
    monkeypatch.setattr("sys.stdin", io.StringIO(key + "\n"))
    assert sekisho("info", path, "--recover", "--json").records[0]["encrypted"] is True
    monkeypatch.setattr("sys.stdin", io.StringIO(key.replace("A", "B", 1) + "x\n"))
    assert sekisho("info", path, "--recover").code == 2


def test_a_case_in_a_folder_that_is_not_there_is_refused_whole(sekisho: Sekisho, tmp_path: Path) -> None:
    said = sekisho("new", tmp_path / "none" / "case.sekisho")
    assert said.code in (2, 4)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("new",),
        ("info", "x", "--nonsense"),
        ("findings", "x", "--query"),
        ("annotate", "x", "1", "--status", "perhaps"),
        ("analyse", "x", "--model", "a", "--resume", "1"),
        ("analyse", "x"),
        ("annotate", "x", "1", "--until", "31.12.2026"),
        ("annotate", "x", "one", "--status", "new"),
        ("undo", "x", "--redo=1"),
        ("request", "x", "d", "--out", "o", "--days", "soon"),
    ],
)
def test_what_is_wrong_with_a_call_is_said_in_the_language_asked_for(sekisho: Sekisho, words: tuple[str, ...]) -> None:
    japanese = sekisho("--lang", "ja", *words)
    assert japanese.code == 2
    assert not any(
        english in japanese.err
        for english in ("argument ", "required", "invalid", "expected", "choose", "unrecognized")
    )
    assert sekisho(*words, "--lang", "en").err.replace("“", "").replace("”", "").isascii()


def test_general_options_may_stand_before_the_command_too(sekisho: Sekisho, case_path: Path) -> None:
    before = sekisho("--json", "--lang", "en", "--actor", "info", "info", case_path)
    assert before.code == 0
    assert before.records == sekisho("info", case_path, "--json", "--lang", "en").records
    assert "title:" in sekisho("--lang=en", "info", case_path).out
    assert "件名: 試験" in sekisho("--lang", "ja", "info", case_path).out
