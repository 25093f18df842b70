"""A second person's leave over the life of a case: once, through an interruption, and never on a changed answer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop.analysis.errors import KeyRefused
from desktop.casefile import Case
from desktop.casefile.actions import TakeAnswer
from desktop.domain.ids import Sha256
from desktop.domain.runs import PlanSummary, RunState
from desktop.gate.errors import Refused
from desktop.gate.preview import Looked
from desktop.gate.reasons import ApprovalUsed
from desktop.gate.second_reasons import AnswerBroken, AnswerUsed, RequestOfAnother
from desktop.gate.signing import keygen
from desktop.secrets import SessionStore
from desktop.uses.cases import new_case
from desktop.uses.imports import import_paths
from desktop.uses.second_person import answer_request, ask_second, look_at_request, take_answer
from desktop.uses.sending import analyse, make_plan, preview_of, resume
from desktop.uses.workstation import Workstation
from desktop.words import Lang
from tests.scripted_server import Asked, Fails, Reply, Says, ScriptedServer
from tests.ui.pages.allowed import ENTRY, allow

SUZUKI = keygen("Suzuki")
NOTHING = Says('{"findings": []}')


@dataclass
class Desk:
    """Sato's workstation and case, and a plan that Suzuki has approved."""

    station: Workstation
    case: Case
    plan: PlanSummary
    answer: Path


@pytest.fixture
def desk(tmp_path: Path, scripted: ScriptedServer) -> Iterator[Desk]:
    state, config, data, source = (tmp_path / name for name in ("state", "config", "data", "source"))
    for folder in (state, config, data, source):
        folder.mkdir()
    for name in ("one", "two"):
        (source / f"{name}.c").write_text(f"int {name}(void)\n{{\n    return 1;\n}}\n")
    station = Workstation("Sato", Lang.EN, state, config, data, keyring=SessionStore(), session=SessionStore())
    case = new_case(station, tmp_path / "case.sekisho", title="Deposits", encrypt=False).case
    import_paths(case, [source])
    approvers = [{"name": "Suzuki", "key": SUZUKI.public.key}]
    allow(station, case, scripted.endpoint, approvers, second_person_for=["confidential"])
    plan = make_plan(case, station, ENTRY)
    assert plan is not None
    yield Desk(station, case, *_answered(case, station, plan, tmp_path))
    case.close()


def _answered(case: Case, station: Workstation, plan: PlanSummary, folder: Path) -> tuple[PlanSummary, Path]:
    request, key, answer = (folder / name for name in ("request.json", "suzuki.pem", "answer.json"))
    with case.reader() as reader:
        looked = preview_of(reader, station, plan).asked.groups
    ask_second(case, station, plan, [_looked(group.name, len(group.looks)) for group in looked], request)
    key.write_bytes(SUZUKI.private_pem)
    answer_request(station, look_at_request(station, request), key, answer)
    return take_answer(case, station, plan, answer), answer


def _looked(group: str, looks: int) -> Looked:
    return Looked(group, "Sato", 1.0, looks)


def test_an_interrupted_run_goes_on_under_the_same_answer_and_asks_nothing_twice(
    desk: Desk, scripted: ScriptedServer
) -> None:
    def refuses_two(asked: Asked) -> Reply:
        return Fails(401) if "two" in asked.text else NOTHING

    scripted.script = refuses_two
    with pytest.raises(KeyRefused):
        analyse(desk.case, desk.station, desk.plan.id)
    [stopped] = desk.case.read.runs()
    with pytest.raises(Refused) as again:
        analyse(desk.case, desk.station, desk.plan.id)
    assert {type(one) for one in again.value.objections} == {AnswerUsed, ApprovalUsed}, (
        "a new run is not what was allowed"
    )
    scripted.script = lambda asked: NOTHING
    assert resume(desk.case, desk.station, stopped.id).state is RunState.DONE
    answered = [one for one in desk.case.read.exchanges() if one.outcome == "answered"]
    assert len({one.body_digest for one in answered}) == len(answered) == 2
    assert {one.approved_by for one in answered} == {"Sato, Suzuki"}


def test_an_answer_that_was_changed_in_the_case_is_found_before_anything_leaves(
    desk: Desk, scripted: ScriptedServer
) -> None:
    second = desk.plan.second
    assert second is not None and second.answer == desk.answer.read_bytes()
    changed = replace(second, answer=second.answer.replace(b'"approves":true', b'"approves":false'))
    desk.case.do(TakeAnswer(desk.plan.id, desk.plan.digest, changed))
    with pytest.raises(Refused) as refused:
        analyse(desk.case, desk.station, desk.plan.id)
    assert refused.value.objections == (AnswerBroken(),)
    assert scripted.asked == []


def test_another_analyst_does_not_send_on_what_was_allowed_to_the_first(desk: Desk, scripted: ScriptedServer) -> None:
    mori = replace(desk.station, actor="Mori")
    with pytest.raises(Refused) as refused:
        analyse(desk.case, mori, desk.plan.id)
    assert refused.value.objections == (RequestOfAnother("Sato"),)
    assert scripted.asked == []


def test_what_was_answered_is_kept_with_who_answered(desk: Desk) -> None:
    second = desk.plan.second
    assert second is not None
    assert (second.name, second.approves) == ("Suzuki", True)
    [taken] = [entry for entry in desk.case.read.history() if entry.action == "take_answer"]
    assert taken.fields["answer"] == second.digest
    assert taken.fields["key"] == second.fingerprint
    assert Sha256(str(taken.fields["digest"])) == desk.plan.digest
