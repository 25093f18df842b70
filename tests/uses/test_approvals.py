"""An approval lets exactly what was approved leave, once; what is otherwise by then is named, and nothing leaves."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.analysis.errors import KeyRefused
from desktop.analysis.plan import Wishes
from desktop.casefile import Case
from desktop.casefile.actions import Authorise, SetDataClass
from desktop.casefile.engine import connect
from desktop.casefile.tables.packing import pack
from desktop.domain.levels import DataClass
from desktop.domain.runs import Authorisation, PlanSummary, RunState
from desktop.gate import reasons
from desktop.gate.errors import Refused
from desktop.gate.preview import Looked
from desktop.gate.second_reasons import SecondPersonMissing
from desktop.secrets import SessionStore
from desktop.uses.cases import new_case, open_case
from desktop.uses.clearing import egress_log
from desktop.uses.evidence import set_class, set_encoding
from desktop.uses.imports import import_paths
from desktop.uses.sending import analyse, approve, make_plan, preview_of, resume
from desktop.uses.workstation import Workstation, state_dir, utc_now
from desktop.words import Lang
from tests.scripted_server import Fails, Says, ScriptedServer
from tests.ui.pages.allowed import ENTRY, allow


@dataclass
class Desk:
    """Sato's workstation, and a case of two programs."""

    station: Workstation
    case: Case
    server: ScriptedServer
    serial: int = 12

    def plan(self) -> PlanSummary:
        plan = make_plan(self.case, self.station, ENTRY)
        assert plan is not None
        return plan

    def look(self, plan: PlanSummary) -> list[Looked]:
        with self.case.reader() as reader:
            groups = preview_of(reader, self.station, plan).asked.groups
        return [Looked(group.name, "Sato", 1.0, len(group.looks)) for group in groups]

    def approved(self) -> PlanSummary:
        plan = self.plan()
        approve(self.case, self.station, plan, self.look(plan))
        return plan

    def allow(self, **fields: Any) -> None:
        self.serial += 1
        allow(self.station, self.case, self.server.endpoint, serial=self.serial, **fields)

    def refused(self, plan: PlanSummary) -> list[reasons.Objection]:
        """What stands against sending ``plan``; nothing left."""
        with pytest.raises(Refused) as refused:
            analyse(self.case, self.station, plan.id)
        assert self.server.asked == []
        return list(refused.value.objections)

    def by_hand(self, sql: str, *values: object) -> None:
        """What another program does to the case file."""
        self.case.close()
        db = connect(self.case.path, None)
        db.execute(sql, values)
        db.close()
        self.case = open_case(self.station, self.case.path)


@pytest.fixture
def desk(tmp_path: Path, scripted: ScriptedServer) -> Iterator[Desk]:
    folders = state, config, data, source = [tmp_path / name for name in ("state", "config", "data", "source")]
    for folder in folders:
        folder.mkdir()
    for name in ("one", "two"):
        (source / f"{name}.c").write_text(f"int {name}(void)\n{{\n    return 1;\n}}\n")
    station = Workstation("Sato", Lang.EN, state, config, data, keyring=SessionStore(), session=SessionStore())
    made = new_case(station, tmp_path / "a.sekisho", title="a", encrypt=False, data_class=DataClass.PUBLIC).case
    import_paths(made, [source], data_class=DataClass.INTERNAL)
    one = Desk(station, made, scripted)
    one.allow(highest_class="confidential")
    yield one
    one.case.close()


def changed(objections: list[reasons.Objection]) -> set[str]:
    return {name for one in objections if isinstance(one, reasons.PlanChanged) for name in one.changed}


def undo_import(desk: Desk) -> None:
    """The leave to test was the last thing that was done, and the files before it."""
    desk.case.undo()
    desk.case.undo()
    desk.case.do(Authorise(Authorisation("o", "b", "s", date(2099, 1, 1))))


SINCE: dict[str, tuple[Callable[[Desk], object], set[str]]] = {
    "evidence rose": (lambda d: set_class(d.case, "*one.c", DataClass.RESTRICTED), {"data_class"}),
    "evidence fell": (
        lambda d: set_class(d.case, "*", DataClass.PUBLIC, "published"),
        {"data_class", "lowered_from"},
    ),
    "read another way": (lambda d: set_encoding(d.case, "*one.c", "cp037"), {"evidence"}),
    "evidence gone": (undo_import, {"evidence"}),
    "another model": (lambda d: d.allow(model="approved-2"), {"policy", "model"}),
    "another provider": (lambda d: d.allow(provider="openai"), {"policy", "provider"}),
}


@pytest.mark.parametrize("name", SINCE)
def test_what_changed_since_the_approval_is_named_and_nothing_leaves(desk: Desk, name: str) -> None:
    change, what = SINCE[name]
    plan = desk.approved()
    change(desk)
    assert changed(desk.refused(plan)) >= what


def test_a_class_that_rises_in_the_middle_of_a_run_stops_it_before_the_next_body(desk: Desk) -> None:
    plan = desk.approved()

    def rising(_: object) -> Says:
        desk.case.do(SetDataClass((desk.case.reader().evidence()[0].id,), DataClass.RESTRICTED))
        return Says('{"findings": []}', wait=0.05)

    desk.server.script = rising
    with desk.case.reader() as reader:
        many = len([unit for unit in reader.plan(plan.id).units if unit.body_digest])
    assert many == 2
    try:
        analyse(desk.case, desk.station, plan.id)
    except Refused as refused:
        assert changed(list(refused.objections)) == {"data_class"}
    else:
        assert len(desk.server.asked) == many, "both were in the air before"
    with pytest.raises(Refused):
        resume(desk.case, desk.station, desk.case.read.runs()[0].id)


def test_the_leave_to_test_is_asked_again_before_each_body(desk: Desk) -> None:
    plan = desk.approved()
    desk.case.undo()
    assert [type(one) for one in desk.refused(plan)] == [reasons.NoAuthorisation]


def test_the_class_of_the_case_counts_where_it_is_higher(desk: Desk, tmp_path: Path) -> None:
    with new_case(
        desk.station, tmp_path / "b.sekisho", title="b", encrypt=False, data_class=DataClass.RESTRICTED
    ).case as case:
        import_paths(case, [tmp_path / "source"], data_class=DataClass.PUBLIC)
        other = Desk(desk.station, case, desk.server, desk.serial)
        other.allow(highest_class="confidential")
        plan = other.plan()
        assert plan.facts["data_class"] == "restricted"
        with pytest.raises(Refused) as refused:
            approve(case, desk.station, plan, other.look(plan))
        assert refused.value.objections == (reasons.ClassTooHigh(DataClass.RESTRICTED, DataClass.CONFIDENTIAL),)


def test_one_approval_is_one_run_which_may_go_on(desk: Desk) -> None:
    desk.server.script = lambda asked: Fails(401) if "two" in asked.text else Says('{"findings": []}')
    plan = desk.approved()
    with pytest.raises(KeyRefused):
        analyse(desk.case, desk.station, plan.id)
    [run] = desk.case.read.runs()
    with pytest.raises(Refused) as refused:
        analyse(desk.case, desk.station, plan.id)
    assert refused.value.objections == (reasons.ApprovalUsed(run.id),)
    desk.server.script = lambda _: Says('{"findings": []}')
    assert resume(desk.case, desk.station, run.id).state is RunState.DONE
    approve(desk.case, desk.station, plan, desk.look(plan))
    assert analyse(desk.case, desk.station, plan.id).state is RunState.DONE


def test_who_sends_does_not_get_round_the_second_person_by_lowering_the_class(desk: Desk) -> None:
    desk.allow(highest_class="confidential", second_person_for=["confidential"])
    set_class(desk.case, "*", DataClass.CONFIDENTIAL)
    set_class(desk.case, "*", DataClass.INTERNAL, "looked at it again")
    plan = desk.plan()
    assert (plan.facts["data_class"], plan.facts["lowered_from"]) == ("internal", "confidential")
    approve(desk.case, desk.station, plan, desk.look(plan))
    assert desk.refused(plan) == [SecondPersonMissing(DataClass.CONFIDENTIAL)]


def test_what_another_person_classed_counts_as_classed(desk: Desk) -> None:
    desk.allow(highest_class="confidential", second_person_for=["confidential"])
    set_class(desk.case, "*", DataClass.CONFIDENTIAL)
    desk.case.close()
    with open_case(replace(desk.station, actor="Suzuki", account="suzuki"), desk.case.path) as theirs:
        set_class(theirs, "*", DataClass.INTERNAL, "published")
    desk.case = open_case(desk.station, desk.case.path)
    assert analyse(desk.case, desk.station, desk.approved().id).state is RunState.DONE


def test_bringing_the_same_file_in_again_under_a_lower_class_lowers_it(desk: Desk, tmp_path: Path) -> None:
    desk.allow(highest_class="confidential", second_person_for=["internal"])
    again = tmp_path / "again"
    (tmp_path / "source").rename(again)
    import_paths(desk.case, [again], data_class=DataClass.PUBLIC)
    plan = desk.plan()
    approve(desk.case, desk.station, plan, desk.look(plan))
    assert SecondPersonMissing in {type(one) for one in desk.refused(plan)}


def test_a_refused_sender_leaves_no_approval(desk: Desk) -> None:
    desk.allow(users=["nobody-of-this-name"])
    plan = desk.plan()
    with pytest.raises(Refused) as refused:
        approve(desk.case, desk.station, plan, ())
    assert {type(one) for one in refused.value.objections} == {reasons.UserNotNamed, reasons.PreviewMissing}
    assert desk.case.read.plan(plan.id).approved_by == ""


def forged_body(desk: Desk, plan: PlanSummary) -> None:
    [(_, unit), *_] = list(desk.case.read.plan_units(plan.id))
    said = json.loads(unit.body or b"")
    said["messages"][1]["content"] = "what nobody was shown"
    other = json.dumps(said).encode()
    sql = "update plan_unit set body = ?, digest = ? where plan = ? and number = 1"
    desk.by_hand(sql, pack(other), hashlib.sha256(other).hexdigest(), plan.id)


def test_a_body_that_another_program_put_into_the_case_is_neither_shown_nor_sent(desk: Desk) -> None:
    plan = desk.approved()
    forged_body(desk, plan)
    assert {type(one) for one in desk.refused(plan)} >= {reasons.PlanNotAsWritten, reasons.CaseFoundChanged}
    with desk.case.reader() as reader, pytest.raises(Refused) as shown:
        preview_of(reader, desk.station, plan)
    assert shown.value.objections == (reasons.PlanNotAsWritten(plan.digest),)


def test_a_preview_that_would_show_other_words_than_leave_is_refused(desk: Desk) -> None:
    plan = desk.plan()
    [(_, unit), *_] = list(desk.case.read.plan_units(plan.id))
    masks = json.loads(unit.masks)
    masks[2] = [[0, 3, "name", "masked", "⟦NAME-0001⟧"]]
    desk.by_hand(
        "update plan_unit set masks = ? where plan = ? and number = 1", pack(json.dumps(masks).encode()), plan.id
    )
    with desk.case.reader() as reader, pytest.raises(Refused) as refused:
        preview_of(reader, desk.station, plan)
    assert refused.value.objections == (reasons.BodyNotAsShown(unit.name or unit.path),)


def test_an_approval_that_the_journal_does_not_know_is_none(desk: Desk) -> None:
    plan = desk.plan()
    looked = json.dumps({"looked": [[one.group, one.who, 1.0, one.looks] for one in desk.look(plan)], "second": "CFO"})
    desk.by_hand("update plan set approved_by = 'CISO', approved_at = 1, looked = ? where id = ?", looked, plan.id)
    assert {type(one) for one in desk.refused(plan)} == {reasons.PlanNotApproved, reasons.CaseFoundChanged}


def test_a_class_that_another_program_lowered_lets_nothing_leave(desk: Desk) -> None:
    set_class(desk.case, "*", DataClass.RESTRICTED)
    desk.by_hand("update evidence set data_class = 0")
    plan = desk.plan()
    with pytest.raises(Refused) as refused:
        approve(desk.case, desk.station, plan, desk.look(plan))
    assert reasons.CaseFoundChanged() in refused.value.objections


def test_a_plan_of_before_the_case_was_found_changed_is_made_again(desk: Desk) -> None:
    plan = desk.approved()
    desk.case.close()
    older = desk.case.path.read_bytes()
    with open_case(desk.station, desk.case.path) as later:
        set_class(later, "*", DataClass.RESTRICTED)
    desk.case.path.write_bytes(older)
    open_case(desk.station, desk.case.path).close()
    desk.case = open_case(desk.station, desk.case.path)
    assert desk.case.standing == ()
    assert reasons.PlannedBeforeChange() in desk.refused(plan)


def sent(desk: Desk) -> PlanSummary:
    """A plan that was sent, and the next one, looked at and approved."""
    assert analyse(desk.case, desk.station, desk.approved().id).state is RunState.DONE
    desk.server.asked.clear()
    plan = make_plan(desk.case, desk.station, ENTRY, wishes=Wishes(anew=True))
    assert plan is not None
    approve(desk.case, desk.station, plan, desk.look(plan))
    return plan


@pytest.mark.parametrize("forget", ["emptied", "begun anew", "elsewhere"])
def test_a_log_that_forgot_what_the_case_sent_gives_no_fresh_budget(desk: Desk, tmp_path: Path, forget: str) -> None:
    plan = sent(desk)
    log = desk.station.state_dir / "egress" / "egress.jsonl"
    if forget == "emptied":
        log.write_bytes(b"")
    elif forget == "begun anew":
        log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:1]))
    else:
        shutil.copytree(desk.station.state_dir, tmp_path / "other", ignore=shutil.ignore_patterns("egress"))
        desk.station = replace(desk.station, state_dir=tmp_path / "other")
    [found] = desk.refused(plan)
    assert isinstance(found, reasons.LogBehind)


def test_a_policy_before_one_that_the_case_has_seen_lets_nothing_leave(desk: Desk) -> None:
    plan = sent(desk)
    (desk.station.state_dir / "policies.json").unlink()
    desk.serial -= 2
    desk.allow(highest_class="confidential")
    assert reasons.SerialTooOld(12, 13) in desk.refused(plan)


def test_usage_that_a_server_tells_too_low_costs_what_was_counted(desk: Desk) -> None:
    desk.server.script = lambda _: Says('{"findings": []}', tokens_in=0, tokens_out=0)
    desk.allow(highest_class="confidential", price={"currency": "JPY", "input": "100", "output": "400"})
    plan = desk.approved()
    analyse(desk.case, desk.station, plan.id)
    spent = egress_log(desk.station).spent(ENTRY, utc_now())
    assert 0 < spent.cost_day < Decimal(plan.cost)
    assert {Decimal(one.cost) > 0 for one in desk.case.read.exchanges()} == {True}


def test_no_variable_moves_the_state_of_a_managed_workstation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_STATE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert not state_dir(managed=True).is_relative_to(tmp_path)
