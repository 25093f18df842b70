"""``sekisho import`` and ``sekisho evidence``: encodings chosen and undone; what was not read, said with counts."""

import json
from pathlib import Path

import pytest

from desktop.text.codecs import encode
from tests.cli.conftest import Sekisho

COBOL = (
    "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. DPO0310.\n       PROCEDURE DIVISION.\n"
    "      *--口座番号を照会する ｻﾞﾝﾀﾞｶ\n       2300-SHOKAI.\n           GOBACK.\n"
)


def member(folder: Path, name: str = "DPO0310.cbl", encoding: str = "cp932") -> Path:
    path = folder / name
    path.write_bytes(COBOL.encode(encoding))
    return path


def sarif(path: Path, *results: object, version: str = "2.1.0") -> Path:
    run = {"tool": {"driver": {"name": "lint"}}, "results": list(results)}
    path.write_text(json.dumps({"version": version, "runs": [run]}), encoding="utf-8")
    return path


GOOD = {"ruleId": "R", "message": {"text": "m"}}


def test_what_was_not_read_and_how_the_rest_was_read_is_said_with_counts(
    sekisho: Sekisho, case_path: Path, tmp_path: Path
) -> None:
    report = sarif(tmp_path / "a.sarif", GOOD, 7, "x", version="2.0.0")
    said = sekisho("import", case_path, report, "--lang", "en")
    assert said.code == 1
    assert "2 of 3 unreadable. Their records are kept." in said.out
    assert "The version is 2.0.0. Read as 2.1.0." in said.out
    japanese = sekisho("import", case_path, report, "--lang", "ja", "--dry-run")
    assert "もう案件にあります" in japanese.out


def test_the_record_of_a_file_is_complete(sekisho: Sekisho, case_path: Path, tmp_path: Path) -> None:
    [record] = sekisho("import", case_path, sarif(tmp_path / "a.sarif", GOOD, 7), "--json", "--lang", "en").records
    assert (record["occurrences"], record["unread"], len(record["warnings"])) == (1, 1, 1)  # type: ignore[arg-type]
    [unread] = record["not_read"]  # type: ignore[misc]
    data = (tmp_path / "a.sarif").read_bytes()
    assert data[unread["offset"] : unread["offset"] + unread["length"]] == b"7"


def test_undecoded_bytes_and_missing_copybooks_are_said(sekisho: Sekisho, case_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "X.cbl"
    path.write_bytes(
        COBOL.encode("cp932").replace("口".encode("cp932"), b"\xfe\xff")
        + b"       WORKING-STORAGE SECTION.\n           COPY DPCSEC.\n"
    )
    said = sekisho("import", case_path, path, "--encoding", "cp932", "--lang", "en")
    assert "no characters of cp932: 2." in said.out
    assert "Copybook DPCSEC is missing" in said.out
    [record] = sekisho("evidence", case_path, "--json").records
    assert record["undecoded"] == 2


def test_what_is_passed_over_is_said(sekisho: Sekisho, case_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "src"
    (folder / ".git").mkdir(parents=True)
    member(folder)
    assert "Folders of version control are passed over." in sekisho("import", case_path, folder, "--lang", "en").out
    records = sekisho("import", case_path, folder, "--json", "--dry-run").records
    assert [record["kind"] for record in records] == ["known", "passed-over"]


@pytest.mark.parametrize("asked", ["cp939", "IBM-939"])
def test_an_encoding_can_be_chosen_and_the_found_one_is_shown(
    sekisho: Sekisho, case_path: Path, tmp_path: Path, asked: str
) -> None:
    path = tmp_path / "A.cbl"
    path.write_bytes(b"".join(encode(line.ljust(80), "cp930") for line in ("ABC", "DEF", "123")))
    [found] = sekisho("import", case_path, path, "--dry-run", "--json").records
    assert found["encoding"] in found["offered"]  # type: ignore[operator]
    [chosen] = sekisho("import", case_path, path, "--encoding", asked, "--json").records
    assert (chosen["encoding"], chosen["why"]) == ("cp939", ["analyst"])
    [kept] = sekisho("evidence", case_path, "--json").records
    assert (kept["encoding"], kept["lines"]) == ("cp939", 3)


def test_an_unknown_encoding_is_one_sentence(sekisho: Sekisho, case_path: Path, tmp_path: Path) -> None:
    path = member(tmp_path)
    for words in (("import", case_path, path, "--encoding", "klingon"), ("evidence", case_path, "--set-encoding", "x")):
        if words[0] == "evidence":
            sekisho("import", case_path, path)
        said = sekisho(*words)
        assert said.code == 2
        assert len(said.err.strip().splitlines()) == 1
        assert "cp932" in said.err


def test_evidence_is_read_another_way_in_one_entry_and_back(sekisho: Sekisho, case_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "src"
    folder.mkdir()
    member(folder, "A.cbl")
    member(folder, "B.cbl")
    assert sekisho("import", case_path, folder).code == 0
    before = sekisho("evidence", case_path, "--json").records
    entries = len(sekisho("history", case_path, "--json").records)
    assert sekisho("evidence", case_path, "src/*", "--set-encoding", "cp037").code == 0
    after = sekisho("evidence", case_path, "--json").records
    assert [(record["encoding"], record["lines"]) for record in after] == [("cp037", 3)] * 2, "no line ends of the host"
    assert {record["language"] for record in after} != {"cobol"}
    assert len(sekisho("history", case_path, "--json").records) == entries + 1
    assert sekisho("undo", case_path).code == 0
    assert sekisho("evidence", case_path, "--json").records == before
    assert sekisho("verify", case_path, "--json").records[0]["ok"] is True
