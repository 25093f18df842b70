"""Undo and redo, over any order of actions."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.casefile import Case
from desktop.casefile.actions import (
    AddFinding,
    Annotate,
    Authorise,
    MarkRead,
    MarkShown,
    RemoveAnnotation,
    SetCase,
    SetField,
    SetSeverity,
    SetStatus,
    SetVerification,
    Tag,
)
from desktop.casefile.errors import CasefileError, NothingToRedo, NothingToUndo
from desktop.casefile.fields import FIELDS
from desktop.domain.coverage import ReadBy
from desktop.domain.ids import AnnotationId, EvidenceId, FindingId
from desktop.domain.levels import CheckedHow, Severity, Status, Tlp, Verification
from desktop.domain.runs import Authorisation
from tests.casefile.conftest import Bench
from tests.casefile.dump import seen, tables
from tests.casefile.samples import own, report, source, unit

IDS = st.integers(1, 6).map(FindingId)
SOME = st.lists(IDS, min_size=1, max_size=4, unique=True).map(tuple)
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)

Step = Callable[[Case], object]


def do(action: object) -> Step:
    return lambda case: case.do(action)  # type: ignore[arg-type]


STEPS: st.SearchStrategy[Step] = st.one_of(
    st.builds(lambda title, severity: do(AddFinding(f"t {title}", severity)), TEXT, st.sampled_from(Severity)),
    st.builds(
        lambda ids, status, reason: do(
            SetStatus(
                ids, status, reason, CheckedHow.REPRODUCED, True, FindingId(1), date(2027, 1, 1), "Suzuki", "guard"
            )
        ),
        SOME,
        st.sampled_from(Status),
        TEXT,
    ),
    st.builds(lambda ids, level: do(SetVerification(ids, level, "note", True)), SOME, st.sampled_from(Verification)),
    st.builds(lambda ids, severity: do(SetSeverity(ids, severity)), SOME, st.sampled_from(Severity)),
    st.builds(
        lambda id, name, value: do(SetField(id, name, value)),
        IDS,
        st.sampled_from(sorted(set(FIELDS) - {"severity", "due", "cwe"})),
        TEXT,
    ),
    st.builds(
        lambda ids, add, remove: do(Tag(ids, (add,), (remove,))), SOME, st.sampled_from("abc"), st.sampled_from("abc")
    ),
    st.builds(lambda id, text: do(Annotate(text, id)), IDS, TEXT),
    st.builds(lambda id: do(RemoveAnnotation(AnnotationId(id))), st.integers(1, 4)),
    st.builds(lambda title, tlp: do(SetCase(title, tlp=tlp)), TEXT, st.sampled_from(Tlp)),
    st.builds(lambda by: do(Authorise(Authorisation("bank", by, "deposits", date(2027, 1, 1)))), TEXT),
    st.builds(
        lambda numbers: do(report([unit(n) for n in numbers])), st.lists(st.integers(0, 5), min_size=1, max_size=4)
    ),
    st.just(do(MarkRead(EvidenceId(1), 1, 2))),
    st.just(lambda case: source(case, "src/OTHER.cbl")),
)


@given(st.lists(STEPS, max_size=14))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_undoing_every_step_gives_the_first_case_back_and_redoing_the_last(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder, Bench(Path(folder)).create() as case:
        own(case, "first")
        source(case)
        start = case.read.info().entries
        states = [seen(case)]
        for step in steps:
            try:
                step(case)
            except CasefileError:
                continue
            states.append(seen(case))
        done = len(states) - 1
        for expected in reversed(states[:-1]):
            case.undo()
            assert seen(case) == expected
        for expected in states[1:]:
            case.redo()
            assert seen(case) == expected
        verified = case.verify()
        assert (verified.ok, verified.entries) == (True, start + 3 * done)


def test_an_undone_decision_leaves_no_row_behind(case: Case) -> None:
    finding = own(case)
    before = tables(case)
    case.do(SetStatus((finding,), Status.FALSE_POSITIVE, "dead code"))
    case.do(SetField(finding, "title", "Another"))
    case.do(Tag((finding,), ("a", "b")))
    for _ in range(3):
        case.undo()
    assert tables(case) == before


def test_there_is_nothing_to_undo_in_a_new_case_and_nothing_to_redo_after_a_new_step(case: Case) -> None:
    with pytest.raises(NothingToUndo):
        case.undo()
    finding = own(case)
    case.undo()
    assert case.read.info().findings == 0
    assert case.can_redo is not None
    own(case, "another")
    with pytest.raises(NothingToRedo):
        case.redo()
    assert case.read.finding(FindingId(finding + 1)).row.title == "another"


def test_an_id_is_never_given_twice(case: Case) -> None:
    first = own(case)
    case.undo()
    assert own(case) != first


def test_undo_outlives_the_program(bench: Bench) -> None:
    with bench.create() as case:
        finding = own(case)
        case.do(SetStatus((finding,), Status.FALSE_POSITIVE, "dead code"))
        case.undo()
        case.redo()
    with bench.open(actor="Suzuki") as case:
        assert case.can_undo is not None
        assert case.can_undo.fields["action"] == "set_status"
        case.undo()
        assert case.read.finding(finding).row.status is Status.NEW
        assert case.read.history(limit=1)[0].who == "Suzuki"


def test_history_says_what_was_undone_and_shows_the_reason_that_was_typed(case: Case) -> None:
    finding = own(case)
    case.do(SetStatus((finding,), Status.FALSE_POSITIVE, "dead code"))
    decided = case.read.history(limit=1)[0]
    assert (decided.fields["reason_text"], decided.fields["status"]) == ("dead code", "false_positive")
    case.undo()
    entries = {entry.seq: entry for entry in case.read.history(finding=finding)}
    assert [entry.action for entry in entries.values()] == ["undo", "set_status", "add_finding"]
    assert entries[decided.seq].undone
    assert entries[decided.seq].fields["reason_text"] == "dead code"
    assert entries[max(entries)].undoes == decided.seq
    undone = []
    for step in (case.redo, case.undo, case.redo):
        step()
        entry = case.read.entry(decided.seq)
        assert entry is not None
        undone.append(entry.undone)
    assert undone == [False, True, False]


def test_what_merely_stood_on_the_screen_is_journalled_but_not_shown(case: Case) -> None:
    evidence = source(case)
    change = case.do(MarkShown(evidence, 1, 2))
    assert case.read.history(limit=1)[0].seq == change.seq - 1
    assert case.read.history(limit=1, parts=True)[0].action == "mark_shown"
    assert case.read.coverage(evidence)[0].count(ReadBy.SHOWN) == 2
    assert case.read.coverage(evidence)[0].unread == 3


def test_listeners_hear_what_changed_until_they_end(case: Case) -> None:
    heard = []
    end = case.listen(heard.append)
    finding = own(case)
    case.undo()
    end()
    case.redo()
    assert [change.ids for change in heard] == [(finding,), (finding,)]
