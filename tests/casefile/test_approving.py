"""Who let a plan leave is kept with it and in the journal: the analyst, what they looked at, and the second person."""

from decimal import Decimal

import pytest

from desktop.casefile.actions import ApprovePlan, StorePlan, TakeAnswer
from desktop.casefile.errors import PlanNotInCase
from desktop.domain.ids import PlanId, Sha256
from desktop.domain.plans import PlanDraft
from desktop.domain.runs import SecondPerson
from tests.casefile.conftest import START, Bench

DIGEST, OTHER = Sha256("a" * 64), Sha256("b" * 64)
YES = SecondPerson("鈴木", "0123456789abcdef", True, "", OTHER, '{"ja":"可"}'.encode())
LOOKED = (("near", "Sato", 1.5, 3),)


def test_an_answer_is_kept_whole_beside_what_the_analyst_looked_at_whichever_came_first(bench: Bench) -> None:
    case = bench.create()
    draft = PlanDraft(DIGEST, "m", "m-1", START, (), 10, 20, Decimal("0.1"), "USD", {"data_class": "restricted"}, ())
    first, second = (PlanId(case.do(StorePlan(draft)).made) for _ in range(2))
    case.do(ApprovePlan(first, DIGEST, LOOKED))
    case.do(TakeAnswer(first, DIGEST, YES))
    case.do(TakeAnswer(second, DIGEST, YES))
    case.do(ApprovePlan(second, DIGEST, LOOKED))
    for plan in (case.read.plan(first), case.read.plan(second)):
        assert (plan.second, plan.looked, plan.approved_by) == (YES, LOOKED, case.actor)
    [entry] = [one for one in case.read.history() if one.action == "take_answer"][:1]
    assert (entry.fields["second"], entry.fields["key"], entry.fields["answer"]) == (YES.name, YES.fingerprint, OTHER)
    with pytest.raises(PlanNotInCase):
        case.do(TakeAnswer(first, OTHER, YES))
    assert not case.can_undo or case.can_undo.action != "take_answer"
    assert case.verify().ok
    case.close()
