"""What class evidence has decides what may leave: it falls with a reason only, and what another program wrote shows."""

import pytest

from desktop.casefile.actions import SetDataClass
from desktop.casefile.engine import connect
from desktop.casefile.errors import ClassFallsWithoutReason
from desktop.domain.ids import EvidenceId
from desktop.domain.levels import DataClass
from tests.casefile.conftest import Bench
from tests.casefile.samples import source

ONE = (EvidenceId(1),)


def test_a_class_rises_freely_and_falls_with_a_reason_that_the_journal_keeps(bench: Bench) -> None:
    with bench.create() as case:
        source(case)
        case.do(SetDataClass(ONE, DataClass.RESTRICTED))
        assert case.can_undo is None or case.can_undo.action != "set_data_class", "undone, it would fall without one"
        with pytest.raises(ClassFallsWithoutReason):
            case.do(SetDataClass(ONE, DataClass.PUBLIC, " "))
        assert case.read.evidence()[0].data_class is DataClass.RESTRICTED
        case.do(SetDataClass(ONE, DataClass.PUBLIC, "published last year"))
        [_, fell] = case.read.entries_of({"set_data_class"})
        assert fell.fields["lowered_from"] == "restricted"
        assert fell.fields["reason_text"] == "published last year"
        assert case.verify().ok


def test_rows_that_another_program_wrote_are_seen_table_by_table(bench: Bench) -> None:
    tables = ("authorisation", "evidence", "plan", "touch")
    with bench.create() as case:
        source(case)
        assert case.read.changed_tables(tables) == ()
    db = connect(bench.path, None)
    db.execute("update evidence set data_class = 0")
    db.close()
    with bench.open() as case:
        assert case.standing == (), "the sums are as they were"
        assert case.read.changed_tables(tables) == ("evidence",)
