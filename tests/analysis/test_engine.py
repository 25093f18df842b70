"""Runs against a server that says what it is told, over real HTTP, through the gate, into a real case."""

import json
import re
import threading
import time
from dataclasses import replace
from typing import Any

import pytest

from desktop.analysis.errors import KeyRefused, ModelNotGranted, ProviderFailing, ProviderUnreachable
from desktop.analysis.plan import Wishes
from desktop.casefile.actions import SetStatus
from desktop.domain.coverage import ReadBy
from desktop.domain.levels import Anchor, CheckedHow, Origin, Status
from desktop.domain.places import BytePlace
from desktop.domain.runs import Outcome, RunState
from desktop.gate.errors import Refused, WrongModel
from desktop.gate.reasons import TooManyRequests
from desktop.text.offsets import decode_with_map
from tests.analysis.conftest import OpenDesk
from tests.analysis.desk import QUICK, Desk, bring_in, of_bank, small
from tests.scripted_server import KEY, MODEL, Asked, Fails, Reply, Says, ScriptedServer, Silence

APIS = ["responses", "chat_completions"]
HOSTS = ["openai", "openai_compatible"]


def claim(quote: str, **fields: Any) -> dict[str, Any]:
    return {
        "quotes": [quote],
        "unit": "",
        "line": 0,
        "title": "strcpy copies without a limit",
        "cwe": 120,
        "severity": "high",
        "description": "The length of source is never asked.",
        "impact": "Memory is overwritten.",
        "recommendation": "Ask for the length.",
        **fields,
    }


def says(*claims: dict[str, Any], **how: Any) -> Says:
    return Says(json.dumps({"findings": list(claims)}, ensure_ascii=False), **how)


def weak_line(asked: Asked) -> str:
    """The one weak line of a small program."""
    found = re.search(r"    strcpy\(.*", asked.text)
    assert found is not None
    return found.group()


def evidence_of(asked: Asked) -> list[tuple[int, str]]:
    """The fenced lines of a request that are long enough to be cited, with their numbers in the evidence."""
    marker, *head = asked.text.split("Marker: ")[1].split("\n")[:4]
    first = int(next(line for line in head if line.startswith("Lines: "))[7:].partition("-")[0])
    lines = asked.text.split(f"\n{marker}\n")[1].splitlines()
    return [(number, line) for number, line in enumerate(lines, first) if len(line.strip()) > 12]


def finds_it(asked: Asked) -> Reply:
    return says(claim(weak_line(asked)))


def outcomes(desk: Desk) -> list[Outcome]:
    return [one.outcome for one in desk.case.read.exchanges()]


@pytest.mark.parametrize("provider", HOSTS)
@pytest.mark.parametrize("api", APIS)
def test_a_plan_is_asked_checked_and_filed(desk: OpenDesk, scripted: ScriptedServer, api: str, provider: str) -> None:
    one = desk(api=api, provider=provider)
    bring_in(one.case, small(5))
    plan, draft = one.plan()
    scripted.script = finds_it
    seen: list[tuple[int, int]] = []
    run = one.run(plan, progress=lambda done, total: seen.append((done, total)))

    assert (run.state, run.planned, run.answered, run.leads, run.unanchored) == (RunState.DONE, 5, 5, 5, 0)
    assert seen[-1] == (5, 5)
    assert {asked.body for asked in scripted.asked} == {unit.body for unit in draft.units}
    reader = one.case.read
    for exchange in reader.exchanges(run=run.id):
        assert exchange.outcome is Outcome.ANSWERED
        assert (exchange.tokens_in, exchange.tokens_out, exchange.model_returned) == (100, 20, MODEL)
        assert exchange.request_id == "req-1"
        assert reader.body(exchange.id) == next(u.body for u in draft.units if u.digest == exchange.body_digest)
        assert b"strcpy" in reader.reply(exchange.id)
        [finding] = [reader.finding(found) for found in exchange.findings]
        assert (finding.row.origin, finding.row.status, finding.row.anchor) == (Origin.MODEL, Status.NEW, Anchor.FOUND)
        assert finding.places[0].quote == f"    strcpy(target + {int(finding.row.place[3:6])}, source);"
        assert finding.row.source == MODEL
    assert all(coverage.count(ReadBy.MODEL) == coverage.lines for coverage in reader.coverage())
    assert one.case.verify().ok


def test_what_a_model_makes_up_is_quarantined_and_cannot_be_confirmed(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk()
    bring_in(one.case, small(1))
    plan, _ = one.plan()
    scripted.script = lambda asked: says(
        claim("    gets(buffer);", title="gets is used"),
        claim(weak_line(asked), title="real", unit="another_function"),
        claim(weak_line(asked), title="half made up", quotes=[weak_line(asked), "if (length > 10)"], cwe=121),
        claim(weak_line(asked), title="no quote", quotes=[], cwe=122),
    )
    run = one.run(plan)
    anchors = {finding.row.title: finding.row.anchor for finding in one.case.read.findings()}
    assert anchors == {
        "gets is used": Anchor.NOT_FOUND,
        "real": Anchor.MOVED,
        "half made up": Anchor.NOT_FOUND,
        "no quote": Anchor.NOT_FOUND,
    }
    assert (run.leads, run.unanchored) == (4, 3)
    invented = next(f for f in one.case.read.findings() if f.row.title == "gets is used")
    with pytest.raises(Exception, match="QuoteNotFound"):
        one.case.do(SetStatus((invented.id,), Status.CONFIRMED, "読んだ", how=CheckedHow.READ_THE_CODE, typed=True))


@pytest.mark.parametrize("api", APIS)
@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        (Says("", refusal="I cannot help with that."), Outcome.REFUSED_BY_MODEL),
        (Says('{"findi', finish="content_filter"), Outcome.FILTERED),
        (Says('{"findings": [{"quotes": ["', finish="length"), Outcome.TRUNCATED),
        (Says(""), Outcome.EMPTY),
        (Says("  \n"), Outcome.EMPTY),
        (Says("There are no weaknesses."), Outcome.BROKEN_SCHEMA),
        (Says('{"findings": [{"title": "half"}]}'), Outcome.BROKEN_SCHEMA),
        (Fails(400, "context length exceeded"), Outcome.FAILED),
    ],
)
def test_each_way_of_not_answering_is_an_outcome_of_its_own(
    desk: OpenDesk, scripted: ScriptedServer, api: str, reply: Reply, outcome: Outcome
) -> None:
    one = desk(api=api)
    bring_in(one.case, small(1))
    plan, _ = one.plan()
    scripted.script = lambda _: reply
    run = one.run(plan)
    assert outcomes(one) == [outcome]
    assert (run.state, run.leads) == (RunState.DONE, 0)
    assert len(scripted.asked) == 1
    assert all(coverage.count(ReadBy.MODEL) == 0 for coverage in one.case.read.coverage())


@pytest.mark.parametrize("api", APIS)
def test_an_answer_of_another_model_stops_the_run_at_the_first(
    desk: OpenDesk, scripted: ScriptedServer, api: str
) -> None:
    one = desk(api=api)
    bring_in(one.case, small(30))
    plan, _ = one.plan()
    scripted.script = lambda asked: says(claim(weak_line(asked)), model="cheap-model")
    with pytest.raises(WrongModel) as stopped:
        one.run(plan)
    assert (stopped.value.asked, stopped.value.returned) == (MODEL, "cheap-model")
    assert set(outcomes(one)) == {Outcome.WRONG_MODEL}
    assert len(scripted.asked) <= QUICK.at_once
    assert one.case.read.runs()[0].state is RunState.STOPPED
    assert one.case.read.findings() == []


def test_a_dated_snapshot_that_the_policy_accepts_is_accepted(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk(accepted_models=["scripted-1-2026-11-01"])
    bring_in(one.case, small(1))
    plan, _ = one.plan()
    scripted.script = lambda asked: says(model="scripted-1-2026-11-01")
    assert one.run(plan).answered == 1


def test_a_busy_server_is_asked_again_when_it_says_and_each_try_is_in_the_ledger(
    desk: OpenDesk, scripted: ScriptedServer
) -> None:
    one = desk()
    bring_in(one.case, small(1))
    plan, _ = one.plan()
    began = time.monotonic()
    replies = [Fails(429, headers={"retry-after-ms": "300"}), Fails(503)]
    scripted.script = lambda asked: replies[asked.number] if asked.number < 2 else finds_it(asked)
    run = one.run(plan)
    assert time.monotonic() - began > 0.3
    assert outcomes(one) == [Outcome.FAILED, Outcome.FAILED, Outcome.ANSWERED]
    assert (run.state, run.answered, run.leads) == (RunState.DONE, 1, 1)


def test_a_server_that_goes_on_failing_interrupts_the_run_which_goes_on_later(
    desk: OpenDesk, scripted: ScriptedServer
) -> None:
    one = desk()
    bring_in(one.case, small(4))
    plan, _ = one.plan()
    scripted.script = lambda asked: finds_it(asked) if asked.number == 0 else Fails(500)
    with pytest.raises(ProviderFailing):
        one.run(plan, pace=QUICK)
    [run] = one.case.read.runs()
    assert (run.state, run.answered) == (RunState.INTERRUPTED, 1)
    asked_before = len(scripted.asked)
    scripted.script = finds_it
    run = one.run(plan, resume=run.id)
    assert (run.state, run.answered, run.leads) == (RunState.DONE, 4, 4)
    assert len(scripted.asked) == asked_before + 3


def test_a_server_that_asks_to_wait_for_long_is_not_waited_for(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk()
    bring_in(one.case, small(1))
    plan, _ = one.plan()
    scripted.script = lambda _: Fails(429, headers={"retry-after": "3600"})
    with pytest.raises(ProviderFailing):
        one.run(plan)
    assert len(scripted.asked) == 1


@pytest.mark.parametrize(("status", "problem"), [(401, KeyRefused), (403, ModelNotGranted), (404, ModelNotGranted)])
def test_a_refused_key_or_model_stops_the_run_at_once(
    desk: OpenDesk, scripted: ScriptedServer, status: int, problem: type[Exception]
) -> None:
    one = desk(key="wrong-key") if status == 401 else desk()
    bring_in(one.case, small(20))
    plan, _ = one.plan()
    scripted.script = lambda _: Fails(status)
    with pytest.raises(problem):
        one.run(plan)
    assert len(scripted.asked) <= QUICK.at_once
    assert one.case.read.runs()[0].state is RunState.STOPPED


def test_nobody_at_the_address_interrupts_the_run(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk(endpoint="http://127.0.0.1:9/v1", allowed_hosts=["127.0.0.1:9"])
    bring_in(one.case, small(2))
    plan, _ = one.plan()
    with pytest.raises(ProviderUnreachable) as problem:
        one.run(plan)
    assert problem.value.host == "127.0.0.1"
    assert set(outcomes(one)) == {Outcome.FAILED}


@pytest.mark.parametrize("api", APIS)
def test_a_cut_stream_is_unknown_and_asked_again_only_by_choice(
    desk: OpenDesk, scripted: ScriptedServer, api: str
) -> None:
    one = desk(api=api)
    bring_in(one.case, small(3))
    plan, _ = one.plan()
    scripted.script = lambda asked: (
        says(claim(weak_line(asked)), cut_after=2) if "read_1" in asked.text else finds_it(asked)
    )
    run = one.run(plan)
    assert (run.state, run.answered, run.unknown) == (RunState.DONE, 2, 1)
    assert len(scripted.asked) == 3

    scripted.script = finds_it
    again = one.run(plan, resume=run.id)
    assert (again.unknown, len(scripted.asked)) == (1, 3)
    chosen = one.run(plan, resume=run.id, again_unknown=True)
    assert (chosen.answered, len(scripted.asked)) == (3, 4)


@pytest.mark.parametrize("api", APIS)
@pytest.mark.parametrize("pieces", [0, 1, 3, -1])
def test_a_stream_that_ends_without_saying_so_is_unknown_too(
    desk: OpenDesk, scripted: ScriptedServer, api: str, pieces: int
) -> None:
    """Qt now and then takes a cut stream for a whole one: the answer's own end is what counts."""
    one = desk(api=api)
    bring_in(one.case, small(1))
    plan, _ = one.plan()

    def script(asked: Asked) -> Reply:
        text = json.dumps({"findings": [claim(weak_line(asked))]})
        whole = -(-len(text) // 40) + (4 if api == "responses" else 1)  # all of the text, and nothing after it
        return Says(text, end_after=whole if pieces < 0 else pieces)

    scripted.script = script
    run = one.run(plan)
    assert outcomes(one) == [Outcome.UNKNOWN]
    assert (run.state, run.unknown, run.leads) == (RunState.DONE, 1, 0)


def test_a_silent_model_is_unknown_after_the_time_limit(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk()
    bring_in(one.case, small(1))
    plan, _ = one.plan()
    scripted.script = lambda _: Silence()
    one.run(plan, pace=QUICK.__class__(read_seconds=0.3))
    assert outcomes(one) == [Outcome.UNKNOWN]


def test_cancelling_cuts_at_once_and_keeps_what_came(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk()
    bring_in(one.case, small(12))
    plan, _ = one.plan()
    scripted.script = lambda asked: finds_it(asked) if asked.number < 4 else Silence()
    began = time.monotonic()
    run = one.run(plan, cancelled=lambda: len(scripted.asked) >= 4 + QUICK.at_once)
    assert time.monotonic() - began < 4
    assert (run.state, run.answered, run.leads) == (RunState.CANCELLED, 4, 4)
    assert run.unknown == QUICK.at_once
    scripted.script = finds_it
    rest = one.run(plan, resume=run.id)
    assert (rest.answered, rest.unknown, len(scripted.asked)) == (9, 3, 12)


def test_pausing_lets_come_back_what_is_in_the_air_and_asks_no_more(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk()
    bring_in(one.case, small(9))
    plan, _ = one.plan()
    pausing = threading.Event()
    counts: list[int] = []

    def script(asked: Asked) -> Reply:
        if asked.number == 2:
            pausing.set()
        return says(claim(weak_line(asked)), wait=0.02)

    def watch() -> None:
        pausing.wait(5)
        until = time.monotonic() + 20
        while Outcome.SENT in outcomes(one) and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.3)
        counts.append(len(scripted.asked))
        counts.append(sum(outcome is Outcome.SENT for outcome in outcomes(one)))
        states.append(one.case.read.runs()[0].state)
        pausing.clear()

    states: list[RunState] = []
    scripted.script = script
    watcher = threading.Thread(target=watch)
    watcher.start()
    run = one.run(plan, paused=pausing.is_set)
    watcher.join()
    assert counts[0] <= 3 + QUICK.at_once
    assert counts[1] == 0
    assert states == [RunState.PAUSED]
    assert (run.state, run.answered) == (RunState.DONE, 9)


def test_no_more_are_in_the_air_than_the_pace_says(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk()
    bring_in(one.case, small(12))
    plan, _ = one.plan()
    scripted.script = lambda asked: says(wait=0.02)
    one.run(plan)
    assert scripted.most_at_once == QUICK.at_once


def test_a_budget_that_is_used_up_on_the_way_stops_the_run_with_the_gates_reasons(
    desk: OpenDesk, scripted: ScriptedServer
) -> None:
    """Both plans were cleared when nothing was spent: the log of the workstation still holds the line."""
    one = desk(limits={"requests_day": 8})
    bring_in(one.case, small(6))
    first, _ = one.plan()
    second, _ = one.plan(Wishes(anew=True))
    assert one.run(first).answered == 6
    with pytest.raises(Refused):
        one.run(second)
    assert len(scripted.asked) == 8
    assert [run.state for run in one.case.read.runs()] == [RunState.STOPPED, RunState.DONE]


def test_retries_cannot_overrun_the_limit_of_a_run(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk(limits={"requests_run": 4})
    bring_in(one.case, small(3))
    plan, _ = one.plan()
    scripted.script = lambda asked: Fails(500) if asked.number < 2 else finds_it(asked)
    with pytest.raises(Refused) as refused:
        one.run(plan, pace=replace(QUICK, at_once=1))
    assert refused.value.objections == (TooManyRequests("run", 1, 0),)
    assert len(scripted.asked) == 4
    [run] = one.case.read.runs()
    assert (run.state, run.answered) == (RunState.STOPPED, 2)
    with pytest.raises(Refused):
        one.run(plan, resume=run.id)
    assert len(scripted.asked) == 4
    rest, _ = one.plan()
    assert one.run(rest).planned == 1


def test_two_runs_that_tell_the_same_make_one_finding(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk()
    bring_in(one.case, small(2))
    scripted.script = lambda asked: says(claim(weak_line(asked), title=f"told in other words {asked.number}"))
    for anew in (False, True):
        plan, _ = one.plan(Wishes(anew=anew))
        one.run(plan)
    findings = one.case.read.findings()
    assert len(findings) == 2
    assert [len(one.case.read.exchanges(finding=finding.id)) for finding in findings] == [2, 2]


def test_a_token_that_the_request_did_not_hold_is_flagged(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk()
    bring_in(one.case, small(1))
    plan, _ = one.plan()
    scripted.script = lambda asked: says(claim(weak_line(asked), description="Account ⟦ACCT-0099⟧ is at risk."))
    one.run(plan)
    [finding] = one.case.read.findings()
    assert finding.tags == ("token-not-sent",)


def test_evidence_of_the_bank_goes_out_masked_and_comes_back_at_its_own_bytes(
    desk: OpenDesk, scripted: ScriptedServer
) -> None:
    one = desk(provider="openai")
    bring_in(one.case, of_bank("jcl/DPJ0900.jcl", "batch/DPB0700.cbl", "online/DPO0310.cbl"))
    plan, draft = one.plan()
    assert all(unit.blocked_by for unit in draft.units if "DPB0700" in unit.path), "it holds a My Number"
    scripted.script = lambda asked: says(*(claim(line, line=number) for number, line in evidence_of(asked)[20:26]))
    one.run(plan)
    assert not any(token.value in asked.text for asked in scripted.asked for token in draft.tokens)
    findings = one.case.read.findings()
    assert len(findings) >= 10
    for finding in findings:
        place = finding.places[0]
        assert isinstance(place, BytePlace)
        evidence = one.case.read.evidence_of(place.evidence)
        assert evidence is not None and finding.row.anchor is Anchor.FOUND
        text = decode_with_map(one.case.read.blob(place.evidence), evidence.decoding).text
        assert text.split("\n")[place.line - 1] == place.quote


def test_a_key_that_an_answer_spells_out_in_pieces_reaches_neither_findings_nor_the_case(
    desk: OpenDesk, scripted: ScriptedServer
) -> None:
    one = desk(api="chat_completions", provider="openai_compatible")
    bring_in(one.case, small(1))
    plan, _ = one.plan()
    scripted.script = lambda asked: says(claim(weak_line(asked), title=f"leaks{f'  {KEY}' * 4}"))
    one.run(plan)
    [finding] = one.case.read.findings()
    assert KEY not in finding.row.title and "*" * len(KEY) in finding.row.title
    [exchange] = one.case.read.exchanges()
    assert one.case.read.reply(exchange.id) == b"", "its pieces would give the key again when they are read again"
