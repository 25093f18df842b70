"""From files to findings: preview, one entry, undo, and what a later run of the same tool makes of decided findings."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.casefile import Case
from desktop.casefile.actions import SetSeverity, SetStatus
from desktop.domain.ids import FindingId
from desktop.domain.levels import CheckedHow, DataClass, Severity, Status
from desktop.domain.places import PathPlace
from desktop.identity.keys import Why
from desktop.intake import errors
from desktop.intake.at_once import import_at_once
from desktop.intake.commit import Choices, Imported
from desktop.intake.commit import commit as commit_with
from desktop.intake.preview import preview as preview_with
from desktop.intake.previews import ChangeKind, FileKind, Ground, Place, Preview, Standing, Value
from desktop.intake.reading import Asked, Workers
from desktop.text.codecs import decode
from desktop.uses.evidence import evidence_records
from desktop.uses.import_records import remarks_of
from desktop.words import Lang
from desktop.worker.errors import Cancelled
from tests.intake.cases import new_case, result, sarif
from tests.intake.samples import SAMPLES

ROOT = Path(__file__).resolve().parents[2]
BANK = ROOT / "resources" / "sample_bank"


@pytest.fixture(scope="module", autouse=True)
def workers() -> Iterator[None]:
    """One worker for all: its start is most of the time of a small import."""
    with Workers() as shared:
        SHARED.append(shared)
        yield
        SHARED.clear()


SHARED: list[Workers] = []


def preview(*arguments: Any, **named: Any) -> Preview:
    return preview_with(*arguments, workers=SHARED[0], **named)


def commit(*arguments: Any, **named: Any) -> Imported:
    return commit_with(*arguments, workers=SHARED[0], **named)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with new_case(tmp_path / "case") as made:
        yield made


def bring_in(case: Case, *paths: Path, choices: Choices | None = None) -> Preview:
    seen = preview(case.read, paths)
    commit(case, seen, choices)
    return seen


def counts(seen: Preview) -> tuple[int, int, int, int, int]:
    (one,) = seen.files
    return one.new, one.same, one.moved, one.gone, one.ask


def test_a_preview_changes_nothing(case: Case, tmp_path: Path) -> None:
    before = case.read.info()
    seen = preview(case.read, [sarif(tmp_path / "a.sarif", result("R", 1, "x"))])
    assert counts(seen) == (1, 0, 0, 0, 0)
    assert case.read.info() == before


@pytest.mark.parametrize("name", SAMPLES)
def test_every_format_goes_all_the_way_and_back(case: Case, tmp_path: Path, name: str) -> None:
    sample = SAMPLES[name]
    path = tmp_path / sample.name
    path.write_bytes(sample.data)
    seen = preview(case.read, [path])
    (one,) = seen.files
    assert (one.kind, one.format, one.occurrences) == (FileKind.REPORT, name, sample.findings)
    done = commit(case, seen, Choices(DataClass.RESTRICTED))
    assert done.reports[sample.name].units == sample.findings
    findings = case.read.findings()
    assert sum(finding.row.hits for finding in findings) == sample.findings
    assert sample.first_title in {finding.row.title for finding in findings}
    (evidence,) = case.read.evidence()
    assert case.read.blob(evidence.id) == sample.data and evidence.data_class is DataClass.RESTRICTED
    for finding in findings:
        for occurrence in case.read.occurrences(finding.id):
            assert len(case.read.raw(evidence.id, *occurrence.raw)) == occurrence.raw[1] > 0
    assert case.verify().ok
    case.undo()
    assert case.read.info().findings == case.read.info().evidence == 0
    case.redo()
    assert case.read.info().findings == len(findings)


def test_the_sample_bank_is_taken_in_as_one_entry(case: Case) -> None:
    seen = bring_in(case, BANK)
    by_name = {one.name: one for one in seen.files}
    assert by_name["sample_bank/batch/DPB0900.cbl"].encoding == "cp037"
    assert by_name["sample_bank/online/DPO0310.cbl"].language == "cobol"
    assert [missing.name for missing in seen.missing_copies] == ["DPCSEC"]
    assert {one.name for one in seen.files if one.notices} >= {"sample_bank/batch/DPB0450.cbl"}
    assert [entry.action for entry in case.read.history()].count("import") == 1
    assert case.read.info().evidence == len(seen.files)
    assert case.verify().ok


def test_a_later_run_of_a_real_tool_finds_most_again(case: Case) -> None:
    bring_in(case, BANK / "scans" / "flawfinder-20261101.sarif")
    seen = preview(case.read, [BANK / "scans" / "flawfinder-20261120.sarif"])
    (one,) = seen.files
    assert one.compared_with is not None and one.compared_with.what == "flawfinder-20261101.sarif"
    assert one.same + one.moved > one.new and one.new + one.same + one.moved + one.ask == one.findings


def test_what_stays_moves_goes_and_comes_is_told_apart(case: Case, tmp_path: Path) -> None:
    stays, moves, goes = result("R1", 10, "MOVE A"), result("R2", 20, "MOVE B"), result("R3", 30, "MOVE C")
    bring_in(case, sarif(tmp_path / "scan-20261106.sarif", stays, moves, goes))
    seen = preview(
        case.read,
        [sarif(tmp_path / "scan-20261120.sarif", stays, result("R2", 25, "MOVE B"), result("R4", 40, "MOVE D"))],
    )
    assert counts(seen) == (1, 1, 1, 1, 0)
    (one,) = seen.files
    gone, moved, new = one.rows
    assert (gone.change, gone.before, gone.ground) == (
        ChangeKind.GONE,
        Standing(Status.NEW, ""),
        Ground.FILE_IN_SCOPE,
    )
    assert (moved.change, moved.ground) == (ChangeKind.MOVED, Ground.PLACE)
    assert (moved.before, moved.after) == (Place("batch/DPB0450.cbl", "", 20), Place("batch/DPB0450.cbl", "", 25))
    assert (new.change, new.title) == (ChangeKind.NEW, "m")
    commit(case, seen)
    assert case.read.info().findings == 4
    (occurrence,) = case.read.occurrences(moved.finding or FindingId(0))
    assert occurrence.place == PathPlace("batch/DPB0450.cbl", 25, 25, quote="MOVE B")
    assert case.verify().ok


def test_decisions_and_a_persons_values_survive_a_later_run(case: Case, tmp_path: Path) -> None:
    first, second = result("R1", 10, "MOVE A"), result("R2", 20, "MOVE B")
    bring_in(case, sarif(tmp_path / "scan-1.sarif", first, second))
    ids = {finding.rule: finding.id for finding in case.read.findings()}
    case.do(SetStatus((ids["R1"],), Status.FALSE_POSITIVE, "試験用"))
    case.do(SetStatus((ids["R2"],), Status.CONFIRMED, "読んだ", how=CheckedHow.READ_THE_CODE))
    case.do(SetSeverity((ids["R1"],), Severity.LOW))
    seen = preview(case.read, [sarif(tmp_path / "scan-2.sarif", result("R1", 12, "MOVE A", level="error"))])
    (one,) = seen.files
    assert (one.gone, one.gone_decided, one.kept) == (1, 1, 1)
    assert one.rows[0].before == Standing(Status.CONFIRMED, "佐藤")
    assert (one.rows[1].before, one.rows[1].after) == (
        Value("severity", "low", "佐藤"),
        Value("severity", "high", ""),
    )
    commit(case, seen)
    after = {finding.rule: finding for finding in case.read.findings()}
    assert after["R1"].row.status is Status.FALSE_POSITIVE and after["R2"].row.status is Status.CONFIRMED
    assert after["R1"].row.severity is Severity.LOW
    case.undo()
    assert {f.rule: f.row.status for f in case.read.findings()} == {
        "R1": Status.FALSE_POSITIVE,
        "R2": Status.CONFIRMED,
    }
    assert case.verify().ok


def _ambiguous(case: Case, tmp_path: Path) -> Preview:
    bring_in(case, sarif(tmp_path / "scan-1.sarif", result("R", 431, "EXEC SQL")))
    twice = [result("R", 436, "EXEC SQL"), result("R", 512, "EXEC SQL", text="other")]
    twice[1]["locations"] = [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "batch/DPB0610.cbl"},
                "region": {"startLine": 512, "snippet": {"text": "EXEC SQL"}},
            }
        }
    ]
    twice[0]["locations"] = [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "batch/DPB0200.cbl"},
                "region": {"startLine": 436, "snippet": {"text": "EXEC SQL"}},
            }
        }
    ]
    return preview(case.read, [sarif(tmp_path / "scan-2.sarif", *twice, result("S", 1, "x"))])


def test_where_two_could_be_it_the_analyst_is_asked(case: Case, tmp_path: Path) -> None:
    seen = _ambiguous(case, tmp_path)
    (one,) = seen.files
    assert one.ask == 1
    row = next(row for row in one.rows if row.change is ChangeKind.ASK)
    assert row.question is not None and row.question.why is Why.QUOTE
    assert [spot.line for spot in row.question.after] == [436, 512]
    answer = {row.question.after[1].group: row.question.before[0].finding}
    commit(case, seen, Choices(answers={one.name: answer}))
    (occurrence,) = case.read.occurrences(row.question.before[0].finding)
    assert isinstance(occurrence.place, PathPlace) and occurrence.place.line == 512
    assert case.read.info().findings == 3


def test_without_an_answer_they_are_separate(case: Case, tmp_path: Path) -> None:
    commit(case, _ambiguous(case, tmp_path))
    assert case.read.info().findings == 4


def test_another_target_of_the_same_tool_takes_nothing_away(case: Case, tmp_path: Path) -> None:
    bring_in(case, sarif(tmp_path / "core" / "core.sarif", result("R1", 1, "a"), result("R2", 2, "b")))
    other = sarif(tmp_path / "web" / "web.sarif", result("R9", 1, "zzz", text="quite another"))
    seen = preview(case.read, [other])
    assert counts(seen) == (1, 0, 0, 0, 0) and seen.files[0].compared_with is None


def test_the_same_original_again_changes_nothing(case: Case, tmp_path: Path) -> None:
    path = sarif(tmp_path / "a.sarif", result("R", 1, "x"))
    bring_in(case, path)
    seen = preview(case.read, [path])
    (one,) = seen.files
    assert one.kind is FileKind.KNOWN and one.already == case.read.evidence()[0].id and one.same == 1
    entries = case.read.info().entries
    assert commit(case, seen).change is None and case.read.info().entries == entries


def test_the_same_report_twice_in_one_choice_counts_once(case: Case, tmp_path: Path) -> None:
    path = sarif(tmp_path / "in" / "a.sarif", result("R", 1, "x"))
    (tmp_path / "in" / "b.sarif").write_bytes(path.read_bytes())
    bring_in(case, tmp_path / "in")
    assert case.read.info().findings == 1


def test_a_file_that_changed_after_the_preview_is_refused_and_nothing_is_written(case: Case, tmp_path: Path) -> None:
    path = sarif(tmp_path / "a.sarif", result("R", 1, "x"))
    seen = preview(case.read, [path])
    entries = case.read.info().entries
    path.write_bytes(path.read_bytes().replace(b'"m"', b'"n"'))
    with pytest.raises(errors.FileChanged):
        commit(case, seen)
    sarif(path, result("R", 1, "x"), result("R", 2, "y"))
    with pytest.raises(errors.FileChanged):
        commit(case, seen)
    assert case.read.info().entries == entries and case.read.info().evidence == 0 and case.verify().ok


def test_giving_up_in_the_middle_writes_nothing(case: Case, tmp_path: Path) -> None:
    path = sarif(tmp_path / "a.sarif", *(result("R", n, f"x{n}") for n in range(2000)))
    seen = preview(case.read, [path])
    asked = iter(range(10**9))
    with pytest.raises(Cancelled):
        commit(case, seen, cancelled=lambda: next(asked) > 2)
    with pytest.raises(Cancelled):
        preview(case.read, [path], cancelled=lambda: True)
    assert case.read.info().findings == case.read.info().evidence == 0 and case.verify().ok


def test_one_bad_file_does_not_stop_the_others(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    sarif(folder / "a.sarif", result("R", 1, "x"))
    (folder / "b.xml").write_text("<!DOCTYPE nmaprun [<!ENTITY a 'b'>]><nmaprun>&a;</nmaprun>")
    (folder / "c.sarif").touch()
    (folder / "d.cbl").write_text("       IDENTIFICATION DIVISION.\n")
    seen = bring_in(case, folder)
    assert [(one.kind, one.error.code if one.error else "") for one in seen.files] == [
        (FileKind.REPORT, ""),
        (FileKind.FAILED, "EntitiesRefused"),
        (FileKind.FAILED, "EmptyFile"),
        (FileKind.SOURCE, ""),
    ]
    assert case.read.info().findings == 1 and case.read.info().evidence == 2


def test_an_encoding_and_a_format_can_be_chosen(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("口座\n", encoding="cp932")
    seen = preview(case.read, [path], each={"a.txt": Asked(encoding="cp930")})
    assert seen.files[0].encoding == "cp930"
    report = sarif(tmp_path / "b.sarif", result("R", 1, "x"))
    assert preview(case.read, [report], asked=Asked(format="source")).files[0].kind is FileKind.SOURCE
    assert preview(case.read, [report], asked=Asked(format="nmap")).files[0].error is not None
    with pytest.raises(errors.UnknownFormat):
        preview(case.read, [report], asked=Asked(format="pdf"))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("encoding", ["cp932", "utf-16", "utf-8-sig", "utf-8"])
def test_the_encoding_of_a_report_is_told_as_it_was_read(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, large: bool
) -> None:
    if large:
        monkeypatch.setattr("desktop.intake.reading.SMALL", 10)
        monkeypatch.setattr("desktop.intake.preview.SMALL", 10)
    path = tmp_path / "結果.txt"
    path.write_bytes("検出事項\t深刻度\tファイル名\r\n残高の桁あふれ\t重要\tDPB0450.cbl\r\n".encode(encoding))
    expected = {"utf-16": "utf-16-le", "utf-8-sig": "utf-8"}.get(encoding, encoding)
    (one,) = preview(case.read, [path]).files
    assert (one.kind, one.format, one.encoding, one.new) == (FileKind.REPORT, "csv", expected, 1)
    import_at_once(case, [path])
    with case.reader() as reader:
        (record,) = evidence_records(reader, "*")
    assert (record["encoding"], record["format"]) == (expected, "crlf")
    (occurrence,) = case.read.occurrences(FindingId(1))
    (evidence,) = case.read.evidence()
    assert decode(case.read.raw(evidence.id, *occurrence.raw), expected).text == "残高の桁あふれ\t重要\tDPB0450.cbl\r\n"


def test_a_source_in_utf_16_is_said_to_be(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "copy.cbl"
    path.write_bytes(("       IDENTIFICATION DIVISION.\r\n" * 3).encode("utf-16"))
    (one,) = preview(case.read, [path]).files
    assert (one.kind, one.encoding) == (FileKind.SOURCE, "utf-16-le")
    (remark,) = [remark for remark in remarks_of(one, Lang.JA) if remark.code == "SourceInUtf16"]
    assert not remark.is_warning and "UTF-16" in remark.words


def test_a_large_report_is_read_from_its_own_descriptor(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.intake.reading.SMALL", 10)
    path = sarif(tmp_path / "a.sarif", *(result("R", n, f"x{n}") for n in range(50)))
    source = tmp_path / "b.cbl"
    source.write_text("       IDENTIFICATION DIVISION.\n")
    bring_in(case, path, source)
    assert case.read.info().findings == 50 and {e.kind for e in case.read.evidence()} == {"report", "source"}


def test_a_large_file_of_unknown_content_is_kept_unread(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.intake.reading.SMALL", 10)
    monkeypatch.setattr("desktop.intake.reading.MOST_SOURCE", 100)
    dump = tmp_path / "KZDUMP.BIN"
    dump.write_bytes(bytes(range(256)))
    seen = bring_in(case, dump)
    assert [note.why for note in seen.files[0].warnings] == ["TooBigToRead"]
    (evidence,) = case.read.evidence()
    assert evidence.kind == "other" and case.read.blob(evidence.id) == dump.read_bytes()


def test_progress_runs_to_the_end(case: Case, tmp_path: Path) -> None:
    path = sarif(tmp_path / "a.sarif", *(result("R", n, f"x{n}") for n in range(2000)))
    told: list[tuple[int, int]] = []
    seen = preview(case.read, [path], progress=lambda done, total: told.append((done, total)))
    commit(case, seen, progress=lambda done, total: told.append((done, total)))
    size = path.stat().st_size
    assert told[-1] == (size, size) and all(0 <= done <= total == size for done, total in told) and len(told) > 8


def test_an_import_at_once_counts_what_a_preview_would(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.intake.reading.SMALL", 10)
    monkeypatch.setattr("desktop.intake.preview.SMALL", 10)
    results = [result("R", n, f"x{n}") for n in range(60)]
    path = sarif(tmp_path / "a-1.sarif", *results, result("R", 1, "x1"))
    expected = preview(case.read, [path]).files[0]
    done = import_at_once(case, [path])
    (one,) = done.files
    assert (one.occurrences, one.findings, one.new) == (61, expected.findings, expected.new)
    assert case.read.info().findings == expected.findings == 60
    again = import_at_once(case, [sarif(tmp_path / "a-2.sarif", *results[:-1])])
    assert counts(Preview(again.files)) == (0, 59, 0, 1, 0)
    assert case.verify().ok


def test_a_run_that_is_cut_off_proves_nothing_gone_and_the_next_whole_one_does(case: Case, tmp_path: Path) -> None:
    rows = [result(f"R{number}", number, f"quote {number}") for number in range(1, 13)]
    bring_in(case, sarif(tmp_path / "1" / "scan.sarif", *rows))
    whole = sarif(tmp_path / "2" / "scan.sarif", *rows).read_bytes()
    cut = tmp_path / "cut" / "scan.sarif"
    cut.parent.mkdir()
    cut.write_bytes(whole[: len(whole) * 2 // 3])
    seen = bring_in(case, cut)
    new, same, _moved, gone, _ask = counts(seen)
    assert (new, gone) == (0, 0) and same >= 6
    assert "NothingProvedGone" in [note.why for note in seen.files[0].notes]
    later = preview(case.read, [sarif(tmp_path / "3" / "scan.sarif", *rows[:2])])
    assert counts(later) == (0, 2, 0, 10, 0), "also those that only the first run had"


def test_a_run_with_a_record_that_could_not_be_read_proves_nothing_gone(case: Case, tmp_path: Path) -> None:
    rows = [result(f"R{number}", number, f"quote {number}") for number in range(1, 5)]
    bring_in(case, sarif(tmp_path / "1" / "scan.sarif", *rows))
    path = sarif(tmp_path / "2" / "scan.sarif", *rows[:3])
    path.write_text(path.read_text("utf-8").replace('"results": [', '"results": [7, '), "utf-8")
    assert counts(preview(case.read, [path])) == (0, 3, 0, 0, 0)
