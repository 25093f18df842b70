"""A source that comes again, and what counts as read by a person."""

import pytest

from desktop.casefile import Case
from desktop.casefile.actions import Annotate, SetStatus
from desktop.casefile.errors import NoSuchEvidence
from desktop.domain.coverage import ReadBy
from desktop.domain.ids import EvidenceId, FindingId
from desktop.domain.levels import CheckedHow, Severity, Status
from desktop.domain.places import BytePlace, PathPlace, Span
from tests.casefile.samples import PATH, SOURCE, lead, own, report, source, unit

QUOTE = "MOVE WS-KOZA TO SQL-TEXT."
AT = SOURCE.index(QUOTE.encode())
MOVED = b"      * new comment\n" + SOURCE
TWICE = SOURCE + b"           MOVE WS-KOZA TO SQL-TEXT.\n"
GONE = SOURCE.replace(b"SQL-TEXT", b"LOG-TEXT")


def place(evidence: EvidenceId) -> BytePlace:
    return BytePlace(evidence, PATH, Span(AT, AT + len(QUOTE)), 3, 3, 12, "MAIN", QUOTE)


def test_only_the_newest_version_of_a_source_is_listed_until_its_import_is_undone(case: Case) -> None:
    old, new = source(case), source(case, data=MOVED)
    assert [one.id for one in case.read.evidence()] == [new]
    assert [one.id for one in case.read.evidence(every=True)] == [old, new]
    assert case.read.info().evidence == 1
    assert [one.evidence for one in case.read.coverage()] == [new]
    case.undo()
    assert [one.id for one in case.read.evidence()] == [old]


def test_a_quote_that_moved_is_found_in_the_new_version(case: Case) -> None:
    claim = lead(case, places=(place(source(case)),))
    new = source(case, data=MOVED)
    there = case.read.finding(claim).places[0]
    assert isinstance(there, BytePlace)
    assert (there.evidence, there.line, there.unit) == (new, 4, "MAIN")
    assert MOVED[there.span.start : there.span.end] == QUOTE.encode()
    assert [(row.id, at) for row, at in case.read.places(new)] == [(claim, there)]


@pytest.mark.parametrize("data", [GONE, TWICE], ids=["gone", "twice"])
def test_a_quote_that_is_gone_or_stands_there_twice_stays_where_it_was(case: Case, data: bytes) -> None:
    old = source(case)
    claim = lead(case, places=(place(old),))
    new = source(case, data=data)
    assert case.read.finding(claim).places == (place(old),)
    assert case.read.places(new) == []


def test_a_line_that_a_tool_quoted_is_looked_for_where_it_went(case: Case) -> None:
    case.do(report([unit(1, place=unit(1).place._replace(line=3, quote=QUOTE))]))
    source(case, data=MOVED)
    there = case.read.finding(FindingId(1)).places[0]
    assert isinstance(there, BytePlace)
    assert there.line == 4


@pytest.mark.parametrize(("data", "line", "lost"), [(MOVED, 4, False), (GONE, None, True), (TWICE, None, True)])
def test_a_note_follows_its_quote_or_says_that_it_is_lost(
    case: Case, data: bytes, line: int | None, lost: bool
) -> None:
    old = source(case)
    case.do(Annotate("look", evidence=old, span=Span(AT, AT + len(QUOTE)), quote=QUOTE))
    new = source(case, data=data)
    (note,) = case.read.annotations(evidence=new)
    assert (note.evidence, note.lost, note.text) == (new, lost, "look")
    assert (note.span is None) is lost
    if note.span is not None:
        assert data[: note.span.start].count(b"\n") + 1 == line


def test_lines_annotated_or_decided_on_one_by_one_count_as_read_by_a_person(case: Case) -> None:
    evidence = source(case)
    assert case.read.coverage(evidence)[0].count(ReadBy.PERSON) == 0
    case.do(Annotate("look", evidence=evidence, span=Span(0, 40), quote=SOURCE[:40].decode()))
    assert case.read.coverage(evidence)[0].count(ReadBy.PERSON) == 2
    claim = lead(case, places=(place(evidence),))
    case.do(SetStatus((claim,), Status.CONFIRMED, "I read it", CheckedHow.READ_THE_CODE, typed=True))
    assert case.read.coverage(evidence)[0].count(ReadBy.PERSON) == 3
    case.undo()
    assert case.read.coverage(evidence)[0].count(ReadBy.PERSON) == 2


def test_deciding_on_a_tools_finding_reads_the_line_that_it_names(case: Case) -> None:
    evidence = source(case)
    case.do(report([unit(1, line=2)]))
    case.do(SetStatus((FindingId(1),), Status.FALSE_POSITIVE, "dead code"))
    (ranges,) = case.read.coverage(evidence)
    assert [(one.first, one.last) for one in ranges.ranges] == [(2, 2)]


def test_a_decision_about_many_reads_nothing(case: Case) -> None:
    evidence = source(case)
    case.do(report([unit(1, line=1), unit(2, line=2)]))
    case.do(SetStatus((FindingId(1), FindingId(2)), Status.FALSE_POSITIVE, "dead code"))
    assert case.read.coverage(evidence)[0].unread == 3


def test_a_finding_without_a_source_is_decided_on_all_the_same(case: Case) -> None:
    case.do(report([unit(1, path="nowhere.c")]))
    case.do(SetStatus((FindingId(1),), Status.FALSE_POSITIVE, "dead code"))
    assert isinstance(case.read.finding(FindingId(1)).places[0], PathPlace)
    finding = own(case, severity=Severity.LOW)
    case.do(Annotate("note", finding))


def test_evidence_that_was_taken_back_is_not_annotated(case: Case) -> None:
    evidence = source(case)
    case.undo()
    with pytest.raises(NoSuchEvidence):
        case.do(Annotate("look", evidence=evidence, span=Span(0, 4), quote="    "))
