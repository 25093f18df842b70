"""Every provider speaks its API's documented wire format over real HTTP, through the gate, faults included.

One run has a unit for each way in which an answer can end; the ledger then says of each what became of it.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

import pytest

from desktop.analysis.errors import AnsweredByAnother, KeyRefused, ProviderFailing
from desktop.analysis.pace import Pace
from desktop.analysis.providers import PROVIDERS
from desktop.analysis.providers.base import Provider
from desktop.analysis.providers.capabilities import Finish
from desktop.domain.coverage import ReadBy
from desktop.domain.runs import Outcome, RunState
from desktop.gate.errors import WrongModel
from tests.analysis.conftest import OpenDesk
from tests.analysis.desk import QUICK, Desk, bring_in, small
from tests.analysis.test_engine import finds_it
from tests.scripted_server import KEY, MODEL, Asked, Fails, Page, Reply, Says, ScriptedServer

EACH = pytest.mark.parametrize("one", PROVIDERS, ids=lambda one: f"{one.name}-{one.api}")


@dataclass(frozen=True)
class Ending:
    """What is said to the first askings of a unit (then the right answer), and the outcomes in the ledger."""

    replies: tuple[Reply, ...]
    outcomes: tuple[Outcome, ...]


ENDINGS = {
    "answer": Ending((), (Outcome.ANSWERED,)),
    "refusal": Ending((Says("", refusal="I cannot help with that."),), (Outcome.REFUSED_BY_MODEL,)),
    "filter": Ending((Says('{"findi', finish="content_filter"),), (Outcome.FILTERED,)),
    "truncation": Ending((Says('{"findings": [{"quotes": ["', finish="length"),), (Outcome.TRUNCATED,)),
    "empty": Ending((Says(""),), (Outcome.EMPTY,)),
    "other words": Ending((Says("There are no weaknesses."),), (Outcome.BROKEN_SCHEMA,)),
    "broken JSON on the wire": Ending((Says('{"findings": []}', break_after=2),), (Outcome.BROKEN_SCHEMA,)),
    "cut": Ending((Says('{"findings": []}', cut_after=2),), (Outcome.UNKNOWN,)),
    "no end": Ending((Says('{"findings": []}', end_after=2),), (Outcome.UNKNOWN,)),
    "too long": Ending((Fails(400, "context length exceeded", code="context_length_exceeded"),), (Outcome.FAILED,)),
    "busy": Ending((Fails(429, headers={"retry-after": "0.05"}),), (Outcome.FAILED, Outcome.ANSWERED)),
    "overloaded": Ending((Fails(529), Fails(500)), (Outcome.FAILED, Outcome.FAILED, Outcome.ANSWERED)),
    "failing on the way": Ending((Says('{"findings": []}', fail_after=2),), (Outcome.FAILED, Outcome.ANSWERED)),
    "portal": Ending((Page(),), (Outcome.FAILED, Outcome.ANSWERED)),
    "not streamed": Ending((Page("application/json", b'{"ok": true}'),), (Outcome.FAILED, Outcome.ANSWERED)),
    "slow drip": Ending((), (Outcome.ANSWERED,)),
}


def endings_of(one: Provider) -> dict[str, Ending]:
    """Those that the provider's API has."""
    has_filter = Finish.FILTERED in one.can.stop_reasons.values()
    endings = {name: ending for name, ending in ENDINGS.items() if name != "filter" or has_filter}
    for code in sorted(one.can.filters):
        endings[f"turned away: {code}"] = Ending((Fails(400, "prompt was filtered", code=code),), (Outcome.FILTERED,))
    return endings


def desk_of(desk: OpenDesk, one: Provider, scripted: ScriptedServer, **fields: Any) -> Desk:
    endpoint = scripted.endpoint.removesuffix("/v1") if one.api == "messages" else scripted.endpoint
    return desk(provider=one.name, api=one.api, endpoint=endpoint, **fields)


def unit_of(asked: Asked) -> int:
    found = re.search(r"File: src/pgm([0-9]{3})\.c", asked.text)
    assert found is not None
    return int(found[1])


@EACH
def test_every_way_of_ending_is_told_apart_and_counted(desk: OpenDesk, scripted: ScriptedServer, one: Provider) -> None:
    endings = endings_of(one)
    names = list(endings)
    times: dict[int, int] = {}

    def script(asked: Asked) -> Reply:
        unit = unit_of(asked)
        times[unit] = times.get(unit, 0) + 1
        replies = endings[names[unit]].replies
        if times[unit] <= len(replies):
            return replies[times[unit] - 1]
        answer = finds_it(asked)
        assert isinstance(answer, Says)
        return replace(answer, wait=0.02 if names[unit] == "slow drip" else 0.0, tokens_cached=40)

    table = desk_of(desk, one, scripted)
    bring_in(table.case, small(len(names)))
    plan, draft = table.plan()
    scripted.script = script
    run = table.run(plan, pace=replace(QUICK, tries=4))

    reader = table.case.read
    seen: dict[str, list[Outcome]] = {name: [] for name in names}
    paths = {unit.digest: unit.path for unit in draft.units}
    for exchange in reader.exchanges(run=run.id):
        name = names[int(paths[exchange.body_digest][7:10])]
        seen[name].append(exchange.outcome)
        if exchange.outcome is Outcome.ANSWERED:
            assert (exchange.tokens_in, exchange.tokens_out, exchange.model_returned) == (100, 20, MODEL)
            assert exchange.request_id == ("req-1" if one.can.request_id else "")
            assert len(exchange.findings) == 1
        assert reader.body(exchange.id) in {unit.body for unit in draft.units}
    assert {name: tuple(outcomes) for name, outcomes in seen.items()} == {
        name: ending.outcomes for name, ending in endings.items()
    }
    answered = {f"src/pgm{n:03}.c" for n, name in enumerate(names) if endings[name].outcomes[-1] is Outcome.ANSWERED}
    assert {c.path for c in reader.coverage() if c.count(ReadBy.MODEL)} == answered
    assert {asked.body for asked in scripted.asked} == {unit.body for unit in draft.units}
    for asked in scripted.asked:
        held = [name for name, value in asked.headers.items() if KEY in value]
        assert held == [one.can.key_header], "the key stands in one header, the provider's own"
        assert not [name for name in asked.headers if name.startswith("x-stainless")]
    assert run.state is RunState.DONE
    assert table.case.verify().ok


@EACH
def test_another_model_stops_the_run_at_the_first(desk: OpenDesk, scripted: ScriptedServer, one: Provider) -> None:
    table = desk_of(desk, one, scripted)
    bring_in(table.case, small(9))
    plan, _ = table.plan()
    scripted.script = lambda asked: Says('{"findings": []}', model="cheap-model")
    with pytest.raises(WrongModel):
        table.run(plan, pace=replace(QUICK, at_once=1))
    assert len(scripted.asked) == 1
    assert [exchange.outcome for exchange in table.case.read.exchanges()] == [Outcome.WRONG_MODEL]


@EACH
def test_what_is_no_api_stops_the_run_when_the_patience_is_over(
    desk: OpenDesk, scripted: ScriptedServer, one: Provider
) -> None:
    table = desk_of(desk, one, scripted)
    bring_in(table.case, small(3))
    plan, _ = table.plan()
    scripted.script = lambda _: Page()
    with pytest.raises(AnsweredByAnother) as error:
        table.run(plan, pace=Pace(at_once=1, tries=2, first_wait=0.01))
    assert error.value.content_type.startswith("text/html")
    assert table.case.read.runs()[0].state is RunState.INTERRUPTED
    assert len(scripted.asked) == 2


@EACH
def test_a_wrong_key_stops_the_run(desk: OpenDesk, scripted: ScriptedServer, one: Provider) -> None:
    table = desk_of(desk, one, scripted, key="wrong")
    bring_in(table.case, small(2))
    plan, _ = table.plan()
    with pytest.raises(KeyRefused):
        table.run(plan, pace=replace(QUICK, at_once=1))
    assert len(scripted.asked) == 1


@pytest.mark.parametrize("reply", [Fails(402, code="billing_error"), Fails(429, code="insufficient_quota")])
def test_a_used_up_account_stops_the_run_at_once(desk: OpenDesk, scripted: ScriptedServer, reply: Reply) -> None:
    table = desk_of(desk, PROVIDERS[0], scripted)
    bring_in(table.case, small(5))
    plan, _ = table.plan()
    scripted.script = lambda _: reply
    with pytest.raises(ProviderFailing):
        table.run(plan, pace=replace(QUICK, at_once=1))
    assert len(scripted.asked) == 1
