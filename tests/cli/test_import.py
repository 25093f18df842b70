"""``sekisho import`` and ``sekisho evidence``: encodings chosen and undone; what was not read, said with counts."""

import gzip
import json
from pathlib import Path

import pytest

from desktop.source.lang import LANGUAGES
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


def test_import_and_evidence_count_what_is_unread_alike(sekisho: Sekisho, case_path: Path, tmp_path: Path) -> None:
    (tmp_path / "deep.json").write_text("[" * 1_000_000)
    report = sarif(tmp_path / "a.sarif", GOOD, 7)
    imported = sekisho("import", case_path, tmp_path / "deep.json", report, member(tmp_path), "--json").records
    listed = {record["path"]: record["unread"] for record in sekisho("evidence", case_path, "--json").records}
    assert {record["file"]: record["unread"] for record in imported} == listed
    assert listed == {"deep.json": 12_500, "a.sarif": 1, "DPO0310.cbl": 6}
    assert "1 of 2 records unreadable" in sekisho("evidence", case_path, "a.sarif", "--lang", "en").out


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("bom.txt", b'{"Results": [{"Vulnerabilities": [{"VulnerabilityID": "x"}]}]}', "looks like results of a tool"),
        ("a.json.golden", b'{"SchemaVersion": 2, "ArtifactName": "a", "Results": []}', "looks like results of a tool"),
        ("page", b"<!DOCTYPE html><html><h1>Vulnerability report</h1>Severity: high", "looks like results of a tool"),
        ("list.xlsx", b"PK\x03\x04" + bytes(26) + b"xl/workbook.xml", "An Excel workbook"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "An Excel workbook"),
        ("scan.fpr", b"PK\x03\x04" + bytes(26) + b"audit.fvdl", "Results of Fortify"),
        ("results.zip", b"PK\x03\x04" + bytes(26) + b"a.sarif", "A packed file"),
        ("empty.sarif", b"{}", "looks like results of a tool"),
    ],
)
def test_results_in_a_format_that_is_not_known_are_never_passed_in_silence(
    sekisho: Sekisho, case_path: Path, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    done = sekisho("import", case_path, tmp_path / name, "--lang", "en")
    assert done.code == 1 and said in done.out
    again = sekisho("import", case_path, tmp_path / name, "--format", "source", "--lang", "en")
    assert said not in again.out, "it was asked for as what it is"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("package.json", '{"name": "a", "bugs": {"url": "b"}, "dependencies": {}}'),
        ("pom.xml", "<project><dependencies/></project>"),
        ("page.html", "<!DOCTYPE html><html><h1>Opening hours</h1></html>"),
        ("table.csv", "account,name,amount,date\n1,a,2,3\n"),
    ],
)
def test_other_json_xml_and_tables_give_no_warning(
    sekisho: Sekisho, case_path: Path, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text)
    assert sekisho("import", case_path, tmp_path / name, "--lang", "en").code == 0


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


def test_the_language_of_a_source_read_another_way_is_found_in_the_locked_down_process(
    sekisho: Sekisho, case_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sekisho("import", case_path, member(tmp_path), sarif(tmp_path / "a.sarif", GOOD), "--encoding", "cp037")
    [before] = sekisho("evidence", case_path, "*.cbl", "--json").records
    assert before["language"] != "cobol"

    def here(*_: object) -> None:
        raise AssertionError("read in the program's own process")

    for language in LANGUAGES:
        monkeypatch.setattr(language, "fit", here)
    sekisho("evidence", case_path, "*", "--set-encoding", "cp932")
    after = {one["path"]: one for one in sekisho("evidence", case_path, "--json").records}
    assert (after["DPO0310.cbl"]["language"], after["DPO0310.cbl"]["encoding"]) == ("cobol", "cp932")
    assert (after["a.sarif"]["language"], after["a.sarif"]["encoding"]) == ("", "cp932")


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


NMAP = b'<?xml version="1.0"?>%s<nmaprun scanner="nmap"><host>%s</host></nmaprun>'
BAD = {
    "empty.sarif": (b"", 2, "is empty"),
    "deep.nessus": (b'<?xml version="1.0"?><NessusClientData_v2>' + b"<a>" * 1_000_000, 2, "nested too deeply"),
    "entities.xml": (NMAP % (b'<!DOCTYPE nmaprun [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>', b"&b;"), 2, "entities"),
    "xxe.xml": (NMAP % (b'<!DOCTYPE nmaprun [<!ENTITY a SYSTEM "file:///etc/passwd">]>', b"&a;"), 2, "entities"),
    "dtd.xml": (NMAP % (b'<!DOCTYPE nmaprun SYSTEM "http://127.0.0.1:9/x.dtd">', b""), 2, "external DTD"),
    "deep.sarif": (b'{"version":"2.1.0","runs":[{"tool":{},"results":[' + b"[" * 1_000_000, 1, "cut off"),
    "deep.json": (b"[" * 1_000_000, 1, "kept as evidence"),
    "packed.gz": (gzip.compress(bytes(50 << 20)), 1, "Unpack it first"),
    "control.cbl": (bytes(range(32)) * 50, 0, "its content unread"),
    "no\nline\u202e.sarif": (b"\xff\xfe" + "{}".encode("utf-16-le"), 1, "no⟦000a⟧line⟦202e⟧.sarif"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_plain_words_in_both_languages_the_right_code_and_nothing_half_written(
    sekisho: Sekisho, case_path: Path, tmp_path: Path, name: str
) -> None:
    data, code, words = BAD[name]
    try:
        (tmp_path / name).write_bytes(data)
    except OSError:
        pytest.skip("this system has no such file names")
    said = sekisho("import", case_path, tmp_path / name, "--lang", "en")
    assert (said.code, said.err) == (code, "")
    assert words in said.out
    if code == 2:
        assert len(said.out.splitlines()) == 1
        japanese = sekisho("import", case_path, tmp_path / name, "--lang", "ja")
        assert japanese.code == 2
        assert japanese.out.count("。") >= 2
    info = sekisho("info", case_path, "--json").records[0]
    assert info["evidence"] == (0 if code == 2 else 1)
    assert sekisho("verify", case_path).code == 0


def test_numbers_and_texts_beyond_reason_are_mended_and_said(sekisho: Sekisho, case_path: Path, tmp_path: Path) -> None:
    region = b'"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a"},"region":{"startLine":%s}}}]'
    results = b",".join(
        b'{"ruleId":"R\\ud800","message":{"text":"m\\udc80"},"rank":1e999,%s}' % (region % number)
        for number in (b"NaN", b"99999999999999999999", b"-5", b"1")
    )
    path = tmp_path / "odd.sarif"
    path.write_bytes(b'{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"l"}},"results":[%s]}]}' % results)
    said = sekisho("import", case_path, path, "--lang", "en")
    assert (said.code, said.err) == (1, "")
    assert "Mended" in said.out
    assert sekisho("info", case_path, "--json").records[0]["evidence"] == 1


def test_a_file_that_is_not_there_is_one_sentence(sekisho: Sekisho, case_path: Path, tmp_path: Path) -> None:
    said = sekisho("import", case_path, tmp_path / "none", "--lang", "en")
    assert said.code == 2
    assert said.err.startswith("none cannot be opened")
    assert said.out == ""
