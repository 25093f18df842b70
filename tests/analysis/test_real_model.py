"""The same desk with a real model: tiny, and so a good liar. What it makes up must not get through."""

from pathlib import Path

import pytest

from desktop.analysis.pace import Pace
from desktop.domain.levels import Anchor, Origin
from desktop.domain.places import BytePlace
from desktop.domain.runs import Outcome, RunState
from desktop.gate.errors import WrongModel
from tests.analysis.desk import bring_in, of_bank, open_desk
from tests.real_model import RealModel

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("model")]
PATIENT = Pace(at_once=2, read_seconds=120.0)
LIMITS = {"tokens_in_request": 3_000, "tokens_out_request": 400}


@pytest.mark.parametrize(
    ("api", "members", "outcomes"),
    [
        ("chat_completions", ("copy/DPCFSK.cpy", "copy/DPCERR.cpy"), {Outcome.ANSWERED, Outcome.TRUNCATED}),
        # llama.cpp does not hold the schema for every answer of this API: a natural broken one
        ("responses", ("copy/DPCFSK.cpy",), {Outcome.ANSWERED, Outcome.TRUNCATED, Outcome.BROKEN_SCHEMA}),
        # and for none of this one, which it speaks as Anthropic does
        ("messages", ("copy/DPCFSK.cpy",), {Outcome.ANSWERED, Outcome.TRUNCATED, Outcome.BROKEN_SCHEMA, Outcome.EMPTY}),
    ],
)
def test_a_real_model_is_asked_and_what_it_makes_up_is_quarantined(
    tmp_path: Path, real_model: RealModel, api: str, members: tuple[str, ...], outcomes: set[Outcome]
) -> None:
    desk = open_desk(
        tmp_path,
        real_model.endpoint.removesuffix("/v1") if api == "messages" else real_model.endpoint,
        key=real_model.key,
        provider="llama_cpp",
        api=api,
        model=real_model.model,
        limits=LIMITS,
    )
    with desk.case as case:
        bring_in(case, of_bank(*members))
        plan, draft = desk.plan()
        try:
            run = desk.run(plan, pace=PATIENT)
        except WrongModel as wrong:  # llama.cpp's stream of this API now and then does not say which model answered
            assert api == "messages" and not wrong.returned
            assert not case.read.findings(), "and who does not say so is not believed"
            return
        assert (run.state, run.planned, run.unknown) == (RunState.DONE, len(members), 0)
        reckoned = {unit.digest: unit.tokens for unit in draft.units}
        for exchange in case.read.exchanges():
            assert exchange.outcome in outcomes
            assert exchange.model_returned == real_model.model
            assert 0 < exchange.tokens_in <= reckoned[exchange.body_digest], "never reckoned too low"
            assert 0 < exchange.tokens_out <= LIMITS["tokens_out_request"]
            assert case.read.reply(exchange.id)
        for finding in case.read.findings():
            assert finding.row.origin is Origin.MODEL
            if finding.row.anchor is not Anchor.NOT_FOUND:
                places = [place for place in finding.places if isinstance(place, BytePlace)]
                assert places
                assert all(case.read.blob(p.evidence)[p.span.start : p.span.end] for p in places)
        assert case.verify().ok
