"""A person shows where a model's words stand: what stands there counts, not what was claimed."""

import io

import pytest

from desktop.casefile import Case
from desktop.casefile.actions import ImportBatch, Original, Reanchor
from desktop.casefile.errors import BadField
from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.levels import Anchor, DataClass
from desktop.domain.places import BytePlace, PathPlace, Span
from tests.casefile.samples import PATH, SOURCE, lead, source


def test_a_quote_that_is_shown_by_hand_is_read_from_the_original_and_the_claimed_one_stays(case: Case) -> None:
    claimed = PathPlace("src/X.cbl", unit="X", quote="MOVE WS-KOZA TO SQL.")
    claim, evidence = lead(case, anchor=Anchor.NOT_FOUND, places=(claimed,)), source(case)
    at = SOURCE.index(b"MOVE")
    change = case.do(Reanchor(claim, evidence, Span(at, at + 16), "1000-MAIN"))
    shown = BytePlace(evidence, PATH, Span(at, at + 16), 3, 3, 12, "1000-MAIN", "MOVE WS-KOZA TO ")
    assert case.read.finding(claim).places == (shown, claimed)
    entry = case.read.entry(change.seq)
    assert entry is not None
    assert (entry.who, entry.action) == ("Sato", "reanchor")
    case.undo()
    finding = case.read.finding(claim)
    assert (finding.places, finding.row.anchor) == ((claimed,), Anchor.NOT_FOUND)


@pytest.mark.parametrize("span", [Span(0, 10_000), Span(-4, 3), Span(9, 9), Span(9, 7), Span(0, 6), Span(96, 97)])
def test_a_place_outside_the_original_or_without_words_is_refused(case: Case, span: Span) -> None:
    claim, evidence = lead(case, anchor=Anchor.NOT_FOUND), source(case)
    with pytest.raises(BadField):
        case.do(Reanchor(claim, evidence, span))
    assert case.read.finding(claim).row.anchor is Anchor.NOT_FOUND


def test_a_place_over_several_lines_of_host_data_is_quoted_as_it_reads(case: Case) -> None:
    data = "A 残高 X\nB\nC 口座\n".encode("cp932")
    decoding = Decoding("cp932", RecordFormat.LF)
    original = Original("h.cbl", lambda: io.BytesIO(data), "source", DataClass.CONFIDENTIAL, decoding=decoding, lines=3)
    case.do(ImportBatch("h.cbl", (original,)))
    evidence = case.read.evidence_of("h.cbl")
    claim = lead(case, anchor=Anchor.NOT_FOUND)
    assert evidence is not None
    case.do(Reanchor(claim, evidence.id, Span(2, 15)))
    place = case.read.finding(claim).places[0]
    assert isinstance(place, BytePlace)
    assert (place.quote, place.line, place.end_line) == ("残高 X\nB\nC 口", 1, 3)
