"""A scripted model over real HTTP tells labels with planted faults: the sample bank's, and those of 2,000 programs."""

import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop.analysis.pace import Pace
from desktop.analysis.plan import Wishes
from desktop.gate.errors import WrongModel
from tests.analysis.bank import sources
from tests.analysis.desk import bring_in, of_bank, open_desk, small
from tests.analysis.scripted_model import ScriptedModel, by_path, generated, of_labels, score
from tests.bench.figure import Figure
from tests.scripted_server import Says, running

PROGRAMS: Final = 2_000
PACE: Final = Pace(at_once=8, tries=5, first_wait=0.02, read_seconds=20.0)
_APART: Final = 100_000
"""Numbers of generated weaknesses begin here."""


def run() -> list[Figure]:
    """Shares of what was told that became what it should; each aim is issue 4's."""
    with tempfile.TemporaryDirectory() as folder, running() as server:
        files, more = generated(PROGRAMS)
        weaknesses = [*of_labels(), *(replace(one, number=_APART + one.number) for one in more)]
        desk = open_desk(
            Path(folder) / "desk", server.endpoint, api="chat_completions", limits={"tokens_out_request": 8_000}
        )
        bring_in(desk.case, [*of_bank(*sources()), *files])
        first = ScriptedModel(by_path(weaknesses))
        second = ScriptedModel(by_path(weaknesses), retelling=True)
        began = time.monotonic()
        units = 0
        for model in (first, second):
            plan, draft = desk.plan(Wishes(anew=model.retelling))
            units += sum(unit.body is not None for unit in draft.units)
            server.script = model
            ran = desk.run(plan, pace=PACE)
            desk.run(plan, ran.id, pace=PACE, again_unknown=True)
        seconds = time.monotonic() - began
        result = score(desk.case.read, first, second, weaknesses)
        desk.case.close()
    told, asked = result.exact + result.shifted, _asked_of_another_model()
    return [
        Figure("made-up findings that pass as anchored", result.passed, "", "0", f"{result.made_up:,} planted"),
        Figure("true findings kept", result.share(result.kept, result.exact), "%", "≥ 95", f"{result.exact:,} told"),
        Figure(
            "findings on a wrong line anchored anew",
            result.share(result.anchored, result.shifted),
            "%",
            "≥ 99",
            f"{result.shifted:,} told up to 5 lines off",
        ),
        Figure(
            "tellings merged", result.share(result.merged, result.retold), "%", "≥ 95", f"{result.retold:,} told again"
        ),
        Figure("wrong merges", result.share(result.wrongly_merged, told), "%", "≤ 1", f"{told:,} weaknesses"),
        Figure("instructions in answers obeyed", result.decided, "", "0", f"{result.mischief:,} planted, all flagged"),
        Figure("requests to a wrong model before the run stops", asked, "", "1", "one at a time"),
        Figure("plan, ask, check and file a unit", 1_000 * seconds / units, "ms", "", f"{units:,} units, with faults"),
    ]


def _asked_of_another_model() -> int:
    """Requests that another model than the policy's could answer."""
    with tempfile.TemporaryDirectory() as folder, running() as server:
        desk = open_desk(Path(folder) / "desk", server.endpoint, api="chat_completions")
        bring_in(desk.case, small(20))
        plan, _ = desk.plan()
        server.script = lambda _: Says('{"findings": []}', model="another")
        try:
            desk.run(plan, pace=replace(PACE, at_once=1))
        except WrongModel:
            return len(server.asked)
        finally:
            desk.case.close()
    return 0
