"""Bringing evidence in, and the same tool's next run."""

import io
from collections.abc import Iterator, Sequence

import pytest

from desktop.casefile import Case
from desktop.casefile.actions import ImportBatch, Original, Report, SetField, SetStatus, Settled
from desktop.casefile.errors import NoSuchFinding, OriginalChanged
from desktop.casefile.summaries import ImportNote
from desktop.casefile.tables.evidence import FRAME
from desktop.domain.evidence import RecordFormat
from desktop.domain.ids import FindingId, ImportId, Sha256
from desktop.domain.levels import DataClass, Origin, Severity, Status
from desktop.domain.places import BytePlace, HostPlace, PackagePlace, PathPlace, UrlPlace
from desktop.domain.reported import Reported, Tool
from desktop.identity import Keyer, Why, flat
from desktop.identity.units import FlatPlace, UnitRow
from tests.casefile.samples import PATH, SOURCE, report, source, unit


def settled(units: Sequence[UnitRow], findings: Sequence[int], gone: Sequence[int] = ()) -> Settled:
    """What the preview says when each unit is the finding of the same position."""
    keyer = Keyer("scanner")
    known = {keyer.keys(row).group: (FindingId(id), Why.PLACE) for row, id in zip(units, findings, strict=True)}
    return Settled(ImportId(1), known, tuple(map(FindingId, gone)), same=len(known))


def test_every_native_unit_is_an_occurrence_and_equal_ones_are_one_finding(case: Case) -> None:
    twice = unit(1, place=FlatPlace(2, PATH, 7, 0, 8, "", "MOVE A TO B"))
    again = unit(1, place=FlatPlace(2, PATH, 9, 0, 8, "", "MOVE A  TO B"), raw_start=20)
    case.do(report([twice, unit(2), again]))
    summary = case.read.imports()[0]
    assert (summary.units, summary.new, summary.tool, summary.format) == (3, 2, "scanner", "sarif")
    first = case.read.finding(FindingId(1))
    assert (first.row.hits, first.row.origin, first.row.source) == (2, Origin.SCANNER, "scanner")
    assert [one.raw for one in case.read.occurrences(first.id)] == [(10, 10), (20, 10)]
    assert [place.line for place in first.places if isinstance(place, PathPlace)] == [7, 9]


def test_equal_messages_on_different_lines_are_different_findings_where_no_text_was_quoted(case: Case) -> None:
    case.do(report([unit(1, line=10), unit(1, line=20)]))
    assert case.read.info().findings == 2


@pytest.mark.parametrize(
    ("place", "short"),
    [
        (PathPlace("a/b/DPO0310.cbl", 3, 4, 8, "2300-KOZA-SHOKAI", "MOVE A TO B"), "DPO0310.cbl ▸ 2300-KOZA-SHOKAI"),
        (HostPlace("10.0.0.1", 443, "tcp", "https"), "10.0.0.1:443/tcp"),
        (HostPlace("10.0.0.1"), "10.0.0.1"),
        (UrlPlace("https://bank.example/login", "user"), "https://bank.example/login"),
        (PackagePlace("log4j", "2.14.1", "pkg:maven/log4j@2.14.1"), "log4j 2.14.1"),
        (None, ""),
    ],
)
def test_a_place_of_any_kind_comes_back_as_it_went_in(case: Case, place: PathPlace | None, short: str) -> None:
    case.do(report([flat(Reported("R", "T", Severity.LOW, place, more_places=(UrlPlace("https://x", "p"),)))]))
    found = case.read.finding(FindingId(1))
    assert found.places == ((place, UrlPlace("https://x", "p")) if place else (UrlPlace("https://x", "p"),))
    assert found.row.place == short


def test_all_that_a_tool_says_is_kept(case: Case) -> None:
    said = Reported(
        rule="sql-injection",
        title="SQL  注入",
        severity=Severity.CRITICAL,
        place=None,
        description="説明 " * 100,
        recommendation="bind " * 100,
        cwe=(89, 564),
        cve=("CVE-2026-1", "CVE-2026-2"),
        cvss=(
            "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
            "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
        ),
    )
    case.do(report([flat(said), flat(said)]))
    found = case.read.findings()[0]
    assert (found.rule, found.cwe, found.cve) == ("sql-injection", (89, 564), ("CVE-2026-1", "CVE-2026-2"))
    assert (found.description, found.recommendation) == (said.description, said.recommendation)
    assert (found.cvss31, found.cvss40) == said.cvss
    assert found.severity_by == "scanner"


def test_lone_surrogates_do_not_stop_an_import(case: Case) -> None:
    case.do(report([flat(Reported("R\ud800", "T\udc00", Severity.LOW, PathPlace("p\ud800"), description="\udfff"))]))
    assert case.read.info().findings == 1
    assert case.verify().ok


def test_an_import_is_one_entry_and_is_taken_back_whole(case: Case) -> None:
    before = case.read.info().entries
    case.do(report([unit(number) for number in range(700)]))
    assert case.read.info().entries == before + 1
    case.do(SetStatus((FindingId(5),), Status.FALSE_POSITIVE, "dead code"))
    case.undo()
    case.undo()
    info = case.read.info()
    assert (info.findings, info.evidence) == (0, 0)
    assert case.read.imports()[0].undone
    with pytest.raises(NoSuchFinding):
        case.read.finding(FindingId(1))
    with pytest.raises(NoSuchFinding):
        case.do(SetStatus((FindingId(1),), Status.IN_REVIEW))
    case.redo()
    assert case.read.info().findings == 700
    assert case.verify().ok


def test_a_reading_that_fails_half_way_leaves_nothing(case: Case) -> None:
    def broken() -> Iterator[list[UnitRow]]:
        yield [unit(1)]
        raise KeyError("reader died")

    before = case.read.info()
    original = Original(
        "a", lambda: io.BytesIO(b"a"), "report", DataClass.INTERNAL, report=Report("sarif", Tool("t"), broken())
    )
    with pytest.raises(KeyError):
        case.do(ImportBatch("a", (original,)))
    assert case.read.info() == before
    assert case.verify().ok


@pytest.mark.parametrize("size", [0, 1, FRAME, FRAME + 1, 3 * FRAME - 5])
def test_an_original_comes_back_byte_for_byte(case: Case, size: int) -> None:
    data = bytes(i * i % 251 for i in range(4096)) * (size // 4096 + 1)
    data = data[:size]
    case.do(ImportBatch("x", (Original("x", lambda: io.BytesIO(data), "other", DataClass.PUBLIC),)))
    evidence = case.read.evidence()[0]
    assert (evidence.size, case.read.blob(evidence.id)) == (size, data)
    assert case.read.raw(evidence.id, max(0, size - 10), 20) == data[max(0, size - 10) :]


def test_equal_originals_are_stored_once(case: Case) -> None:
    for name in ("a", "b"):
        source(case, name)
    first, second = case.read.evidence()
    assert first.sha256 == second.sha256
    with case.reader() as reader:
        assert reader._db.execute("select count(*) from blob").fetchone()[0] == 1


def test_a_file_that_changed_since_the_preview_is_refused(case: Case) -> None:
    original = Original("a", lambda: io.BytesIO(b"new"), "other", DataClass.PUBLIC, sha256=Sha256("0" * 64))
    with pytest.raises(OriginalChanged):
        case.do(ImportBatch("a", (original,)))
    assert case.read.info().evidence == 0


def test_the_next_run_keeps_every_decision_and_newer_values_go_beside_what_a_person_set(case: Case) -> None:
    case.do(report([unit(1), unit(2), unit(3)]))
    one, two, three = (FindingId(id) for id in (1, 2, 3))
    case.do(SetStatus((one,), Status.FALSE_POSITIVE, "dead code"))
    case.do(SetField(one, "title", "My title"))
    again = [unit(1, title="New 1", severity=4, line=90), unit(2, title="New 2", severity=4), unit(4)]
    case.do(report(again, settled=settled(again[:2], [1, 2], gone=[3])))
    first, second, gone, new = case.read.findings()
    assert (first.row.title, first.row.status, first.row.severity) == (
        "My title",
        Status.FALSE_POSITIVE,
        Severity.CRITICAL,
    )
    assert [(kept.field, kept.human, kept.machine) for kept in first.kept_beside] == [("title", "My title", "New 1")]
    assert (second.row.title, second.row.hits, second.matched_why) == ("New 2", 1, "place")
    assert [place.line for place in first.places if isinstance(place, PathPlace)] == [90]
    assert [one.gone for one in case.read.occurrences(gone.id)] == [True]
    assert (gone.id, new.id, new.row.title) == (three, FindingId(4), "Finding 4")
    summary = case.read.imports()[0]
    assert (summary.new, summary.same, summary.gone, summary.units) == (1, 2, 1, 3)
    case.undo()
    assert [finding.row.title for finding in case.read.findings()] == ["My title", "Finding 2", "Finding 3"]
    assert [one.gone for one in case.read.occurrences(three)] == [False]
    assert case.read.finding(two).row.severity is Severity.MEDIUM


def test_what_was_gone_and_comes_back_is_no_longer_gone(case: Case) -> None:
    case.do(report([unit(1)]))
    case.do(report([unit(2)], settled=settled([], [], gone=[1])))
    case.do(report([unit(1)], settled=Settled(ImportId(2), settled([unit(1)], [1]).known)))
    assert [one.gone for one in case.read.occurrences(FindingId(1))] == [False]
    with case.reader() as reader:
        assert reader._db.execute("select flags from finding where id = 1").fetchone()[0] == 0


def test_a_path_and_line_become_bytes_when_the_source_comes_and_again_a_path_when_it_goes(case: Case) -> None:
    case.do(report([unit(1, line=3, path="./src/DPO0310.cbl"), unit(2, line=99)]))
    assert isinstance(case.read.finding(FindingId(1)).places[0], PathPlace)
    evidence = source(case)
    place = case.read.finding(FindingId(1)).places[0]
    assert isinstance(place, BytePlace)
    assert SOURCE[place.span.start : place.span.end] == b"           MOVE WS-KOZA TO SQL-TEXT."
    assert place.quote.strip() == "MOVE WS-KOZA TO SQL-TEXT."
    assert isinstance(case.read.finding(FindingId(2)).places[0], PathPlace)
    assert [(row.id, at.line) for row, at in case.read.places(evidence)] == [(1, 3)]
    case.undo()
    assert isinstance(case.read.finding(FindingId(1)).places[0], PathPlace)


def test_a_path_that_two_sources_end_in_is_left_as_it_is(case: Case) -> None:
    case.do(report([unit(1, line=1, path="DPO0310.cbl")]))
    source(case, "a/DPO0310.cbl")
    assert isinstance(case.read.finding(FindingId(1)).places[0], BytePlace)
    source(case, "b/DPO0310.cbl", SOURCE + b"\n")
    assert isinstance(case.read.finding(FindingId(1)).places[0], PathPlace)


def test_what_is_found_in_an_original_itself_points_into_it(case: Case) -> None:
    notice = unit(1, place=FlatPlace(1, PATH, 1, 1, 8, "", "IDENTIFICATION", 0, 7, 21))
    original = Original(
        PATH,
        lambda: io.BytesIO(SOURCE),
        "source",
        DataClass.INTERNAL,
        report=Report("source", Tool("Sekisho"), [[notice]]),
    )
    case.do(ImportBatch(PATH, (original,)))
    evidence = case.read.evidence()[0]
    place = case.read.finding(FindingId(1)).places[0]
    assert isinstance(place, BytePlace)
    assert (place.evidence, evidence.decoding.record_format) == (evidence.id, RecordFormat.LF)
    assert case.read.places(evidence.id)[0][1] == place


def test_a_units_own_record_is_cut_out_of_the_original(case: Case) -> None:
    case.do(report([unit(0), unit(1)]))
    occurrence = case.read.occurrences(FindingId(2))[0]
    assert case.read.record(occurrence.id) == b"000000001\n"


def test_a_second_tool_in_one_file_has_its_own_name(case: Case) -> None:
    items = [[unit(1)], Tool("other"), [unit(1)]]
    original = Original(
        "a", lambda: io.BytesIO(b"a"), "report", DataClass.INTERNAL, report=Report("sarif", Tool("first"), items)
    )
    case.do(ImportBatch("a", (original,)))
    assert [finding.row.source for finding in case.read.findings()] == ["first", "other"]


def test_what_could_not_be_read_is_kept_with_the_import(case: Case) -> None:
    note = ImportNote("[1]", "cut-off", (3, 4), {"n": 1})
    case.do(report([unit(1)], note=note))
    assert case.read.imports()[0].notes == (note,)
    assert case.read.info().findings == 1
