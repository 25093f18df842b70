"""A model that tells the sample bank's labels with faults planted among them: the aims of ``make bench``, in small."""

from dataclasses import replace

from desktop.analysis.pace import Pace
from desktop.analysis.plan import Wishes
from desktop.domain.runs import RunState
from tests.analysis.bank import sources
from tests.analysis.conftest import OpenDesk
from tests.analysis.desk import bring_in, of_bank
from tests.analysis.scripted_model import ScriptedModel, by_path, generated, of_labels, score
from tests.scripted_server import ScriptedServer

PACE = Pace(at_once=3, tries=4, first_wait=0.02, read_seconds=10.0)


def test_nothing_made_up_passes_the_truth_is_kept_and_what_is_told_twice_is_one(
    desk: OpenDesk, scripted: ScriptedServer
) -> None:
    files, more = generated(30)
    weaknesses = of_labels()
    start = 100_000
    weaknesses += [replace(one, number=start + one.number) for one in more]
    table = desk(api="chat_completions", limits={"tokens_out_request": 8_000})
    bring_in(table.case, [*of_bank(*sources()), *files])
    first = ScriptedModel(by_path(weaknesses))
    second = ScriptedModel(by_path(weaknesses), retelling=True)
    for model in (first, second):
        plan, _ = table.plan(Wishes(anew=model.retelling))
        scripted.script = model
        run = table.run(plan, pace=PACE)
        assert run.state is RunState.DONE
        if run.unknown:
            table.run(plan, run.id, pace=PACE, again_unknown=True)
    result = score(table.case.read, first, second, weaknesses)

    assert result.exact > 60
    assert result.shifted > 20
    assert result.retold > 100
    assert result.made_up > 200
    assert result.passed == 0
    assert result.share(result.kept, result.exact) >= 95.0
    assert result.share(result.anchored, result.shifted) >= 99.0
    assert result.share(result.merged, result.retold) >= 95.0
    assert result.share(result.wrongly_merged, result.exact + result.shifted) <= 1.0
    assert result.decided == 0
    assert result.flagged >= result.mischief > 0
    assert table.case.verify().ok
