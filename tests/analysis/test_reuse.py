"""What did not change is not sent again: the case's own answer counts, at the place where the unit stands now."""

from typing import Any

import pytest

from desktop.analysis.plan import Wishes
from desktop.analysis.preview import outgoing
from desktop.analysis.providers import PROVIDERS
from desktop.analysis.providers.base import Ask, Provider
from desktop.analysis.reuse import key_of
from desktop.casefile.actions import FileLeads, ToldBefore
from desktop.casefile.errors import BadField, NoSuchExchange, PlanNotInCase
from desktop.domain.coverage import ReadBy
from desktop.domain.ids import ExchangeId
from desktop.domain.levels import Anchor
from desktop.domain.runs import Outcome, RunState
from desktop.gate.recording import record
from tests.analysis.conftest import OpenDesk
from tests.analysis.desk import bring_in, program, small
from tests.analysis.test_engine import claim, finds_it, says
from tests.scripted_server import Asked, Fails, Reply, ScriptedServer

EACH = pytest.mark.parametrize("one", PROVIDERS, ids=lambda one: f"{one.name}-{one.api}")
HEAD = "Marker: {marker}\nFile: {path}\nUnit: {unit}\nLines: {lines}\n{marker}\n{text}\n{marker}"


def body(one: Provider, **changes: str) -> bytes:
    usual = {"marker": "EVIDENCE-0123456789abcdef", "path": "a.c", "unit": "f", "lines": "1-9", "text": "x = 1;"}
    about: dict[str, Any] = {**usual, "model": "m", "system": "s", **changes}
    ask = Ask(about["model"], about["system"], HEAD.format(**about), 500)
    return record(lambda http: one.send(one.connect(http, "http://127.0.0.1:1/v1", 1.0), ask)).body


@EACH
def test_marker_and_line_numbers_alone_make_no_other_question(one: Provider) -> None:
    key = key_of(body(one))
    again = key_of(body(one, marker="EVIDENCE-fedcba9876543210", lines="41-49"))
    assert key is not None
    assert again is not None
    assert (again.digest, key.first_line, again.first_line) == (key.digest, 1, 41)
    for change in ("path", "unit", "text", "model", "system"):
        other = key_of(body(one, **{change: "another"}))
        assert other is not None
        assert other.digest != key.digest, change


@EACH
@pytest.mark.parametrize(
    "path", ['a\\nLines: 7-8\\n"b\\\\', "\\", 'Marker: EVIDENCE-0000000000000000\\nFile: "', "預金.cbl"]
)
def test_a_file_may_be_called_anything(one: Provider, path: str) -> None:
    key = key_of(body(one, path=path, lines="5-6"))
    assert key is not None
    assert key.first_line == 5


def test_what_is_no_question_about_evidence_has_no_key() -> None:
    assert key_of(b"{}") is None


def test_a_second_run_asks_only_about_what_changed(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk()
    bring_in(one.case, small(12))
    scripted.script = finds_it
    plan, before = one.plan()
    assert one.run(plan).leads == 12

    bring_in(one.case, [("src/pgm012.c", program(12).encode())])
    plan, draft = one.plan()
    assert one.case.read.plan(plan).facts["answered_before"] == "12"
    assert draft.tokens_in <= before.tokens_in / 11
    assert len(outgoing(one.case.read, plan, one.entry, one.effective).bodies) == 1
    run = one.run(plan)
    assert (run.state, run.planned, run.answered) == (RunState.DONE, 1, 1)
    assert len(scripted.asked) == 13
    assert len(one.case.read.findings()) == 13
    assert all(coverage.count(ReadBy.MODEL) == coverage.lines for coverage in one.case.read.coverage())
    assert one.case.verify().ok


def function(name: str, more: str = "") -> str:
    lines = "".join(f"    target[{n}] = (char)(source[{n}] + {n});\n" for n in range(60))
    return f"int {name}(char *target, const char *source)\n{{\n{more}{lines}    strcpy(target, {name}_text);\n}}\n"


def test_an_answer_counts_for_the_same_unit_further_down(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk(provider="openai", limits={"tokens_in_request": 2_900})

    def script(asked: Asked) -> Reply:
        first = int(asked.text.split("\nLines: ")[1].partition("-")[0])
        evidence = asked.text.split("\nLines: ")[1].splitlines()[3:]
        at = next(n for n, line in enumerate(evidence) if "strcpy" in line)
        return says(claim(evidence[at], line=first + at))

    scripted.script = script
    bring_in(one.case, [("src/two.c", (function("alpha") + function("beta")).encode())])
    one.run(one.plan()[0])
    assert len(scripted.asked) == 2

    longer = function("alpha", "    int added = 0;\n    added += 1;\n")
    bring_in(one.case, [("src/two.c", (longer + function("beta")).encode())])
    plan, draft = one.plan()
    assert [bool(unit.tokens) for unit in draft.units if unit.path == "src/two.c"][-2:] == [True, False]
    one.run(plan)
    assert len(scripted.asked) == 3
    findings = one.case.read.findings()
    assert sorted((finding.row.place, finding.row.anchor, finding.tags) for finding in findings) == [
        ("two.c ▸ alpha", Anchor.FOUND, ()),
        ("two.c ▸ beta", Anchor.FOUND, ()),
    ]
    assert all(c.count(ReadBy.MODEL) == c.lines for c in one.case.read.coverage() if c.path == "src/two.c")


def test_asking_anew_or_after_a_failure_asks(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk()
    bring_in(one.case, small(2))
    scripted.script = lambda asked: Fails(400) if "read_1" in asked.text else finds_it(asked)
    plan, _ = one.plan()
    one.run(plan)
    scripted.script = finds_it
    plan, _ = one.plan()
    one.run(plan)
    assert ["read_1" in asked.text for asked in scripted.asked[2:]] == [True]
    plan, draft = one.plan(Wishes(anew=True))
    assert all(unit.tokens for unit in draft.units)
    one.run(plan)
    assert len(scripted.asked) == 5


def test_a_plan_that_was_made_before_another_run_answered_sends_nothing_twice(
    desk: OpenDesk, scripted: ScriptedServer
) -> None:
    one = desk()
    bring_in(one.case, small(4))
    scripted.script = finds_it
    first, _ = one.plan()
    second, _ = one.plan()
    one.run(first)
    run = one.run(second)
    assert (run.planned, run.state, len(scripted.asked)) == (0, RunState.DONE, 4)
    again = one.run(second, resume=run.id)
    assert (again.state, len(scripted.asked)) == (RunState.DONE, 4)
    assert len(one.case.read.findings()) == 4
    assert [len(exchange.findings) for exchange in one.case.read.exchanges()] == [1, 1, 1, 1]


def test_only_answers_count_and_only_for_units_of_the_plan(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk()
    bring_in(one.case, small(1))
    plan, _ = one.plan()
    scripted.script = lambda _: Fails(400)
    failed = one.run(plan)
    [exchange] = one.case.read.exchanges()
    for told, error in (
        (ToldBefore(1, exchange.id, ()), BadField),
        (ToldBefore(1, ExchangeId(99), ()), NoSuchExchange),
    ):
        with pytest.raises(error):
            one.case.do(FileLeads(failed.id, (told,)))
    scripted.script = finds_it
    run = one.run(one.plan()[0])
    answered = next(e for e in one.case.read.exchanges() if e.outcome is Outcome.ANSWERED)
    with pytest.raises(PlanNotInCase):
        one.case.do(FileLeads(run.id, (ToldBefore(99, answered.id, ()),)))
