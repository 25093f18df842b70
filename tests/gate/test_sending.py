"""What is cleared is what is sent: real SDK, real transport, real server on loopback."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx2
import pytest
from openai import APIConnectionError, APIStatusError, OpenAI

from desktop.domain.ids import ExchangeId
from desktop.domain.runs import Outcome
from desktop.gate import client, reasons
from desktop.gate.clearance import Clearance, check_model, clear, still_against
from desktop.gate.client import Gated, open_client, refusal
from desktop.gate.egress_log import EgressLog
from desktop.gate.errors import Refused, ReplyTooLarge, WrongModel
from desktop.gate.ledger import Leaving, Ledger
from desktop.gate.policy import ModelEntry
from desktop.gate.recording import body_digest, record
from desktop.net import DirectOnly, QtTransport
from desktop.secrets import Secret
from tests.gate.bank import NOW, entry, managed, sending
from tests.scripted_server import KEY, Fails, Reply, Says, ScriptedServer

ASK: dict[str, Any] = {
    "model": "tiny-1",
    "messages": [{"role": "user", "content": "⟦NAME-0001⟧ の口座"}],
    "stream": True,
}


def sdk(http: httpx2.Client, endpoint: str, **more: Any) -> OpenAI:
    """An SDK client told everything, with a key that must never be seen."""
    return OpenAI(
        api_key="sdk-key", base_url=endpoint, http_client=http, max_retries=0, organization="", project="", **more
    )


def ask(http: httpx2.Client, endpoint: str, **changes: Any) -> None:
    for _ in sdk(http, endpoint).chat.completions.create(**(ASK | changes)):
        pass


@dataclass
class Desk:
    """One cleared question, and what the case was told."""

    server: ScriptedServer
    folder: Path
    leaving: list[tuple[Leaving, int]] = field(default_factory=list)
    against: tuple[reasons.Objection, ...] = ()
    changes: dict[str, Any] = field(default_factory=dict)
    body: bytes = b""
    transport: QtTransport | None = None

    def clear(self) -> Clearance:
        address = f"127.0.0.1:{self.server.port}"
        effective = managed(entry(endpoint=self.server.endpoint, allowed_hosts=[address], **self.changes))
        recorded = record(lambda http: sdk(http, self.server.endpoint).chat.completions.create(**ASK))
        self.body = recorded.body
        one = sending(recorded.body, effective=effective)
        out = replace(one.out, host=("127.0.0.1", self.server.port))
        return clear(out, effective, one.authorisation, one.standing, NOW)

    def open(self, clearance: Clearance | None = None) -> Gated:
        def keep(leaving: Leaving) -> ExchangeId:
            self.leaving.append((leaving, len(self.server.asked)))
            return ExchangeId(len(self.leaving))

        self.ledger = Ledger(EgressLog(self.folder), "case-1", keep, lambda: NOW)
        self.transport = QtTransport(frozenset({("127.0.0.1", self.server.port)}), proxy=DirectOnly())
        return open_client(clearance or self.clear(), self.ledger, Secret(KEY), self.transport, lambda: self.against)


@pytest.fixture
def desk(scripted: ScriptedServer, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(scripted, tmp_path / "egress")
    yield made
    if made.transport:
        made.transport.close()


def refused(call: Callable[[], object]) -> set[type[reasons.Objection]]:
    """What the gate objected to when the SDK was called."""
    with pytest.raises((Refused, APIConnectionError)) as caught:
        call()
    found = refusal(caught.value)
    assert found is not None
    return {type(o) for o in found.objections}


def test_the_cleared_body_arrives_byte_for_byte_and_the_reply_is_kept(desk: Desk) -> None:
    gated = desk.open()
    ask(gated.http, desk.server.endpoint)
    (asked,) = desk.server.asked
    assert asked.body == desk.body
    seen = gated.exchanged(body_digest(desk.body))
    assert seen is not None
    assert (seen.exchange, seen.status) == (1, 200)
    assert b"findings" in seen.reply
    assert gated.exchanged(body_digest(desk.body)) is None


def test_the_ledger_is_written_before_the_bytes_leave(desk: Desk) -> None:
    ask(desk.open().http, desk.server.endpoint)
    ((leaving, asked_before),) = desk.leaving
    assert asked_before == 0
    assert (leaving.body, leaving.model, leaving.approved_by) == (desk.body, "tiny-1", "Sato")
    (line,) = (desk.folder / "egress.jsonl").read_bytes().splitlines()
    assert json.loads(line)["body"] == body_digest(desk.body)


@pytest.mark.parametrize(
    "changes",
    [
        {"temperature": 0.1},
        {"model": "other"},
        {"messages": [{"role": "user", "content": "佐藤 の口座"}]},
        {"messages": [*ASK["messages"], {"role": "user", "content": "more"}]},
    ],
)
def test_nothing_else_can_be_sent(desk: Desk, changes: dict[str, Any]) -> None:
    gated = desk.open()
    assert refused(lambda: ask(gated.http, desk.server.endpoint, **changes)) == {reasons.BodyNotCleared}
    assert desk.server.asked == []
    assert desk.leaving == []


def test_the_cleared_body_goes_to_the_cleared_address_only(desk: Desk) -> None:
    gated = desk.open()
    elsewhere = f"http://localhost:{desk.server.port}/v1"
    assert refused(lambda: ask(gated.http, elsewhere)) == {reasons.HostNotAllowed}
    assert refused(lambda: ask(gated.http, f"http://127.0.0.1:{desk.server.port}/admin")) == {reasons.HostNotAllowed}
    for method in ("GET", "PUT", "DELETE"):
        with pytest.raises(Refused):
            gated.http.request(method, f"{desk.server.endpoint}/models", content=desk.body)
    assert desk.server.asked == []


def test_objections_are_asked_again_before_each_request(desk: Desk) -> None:
    clearance = desk.clear()
    gated = desk.open(clearance)
    ask(gated.http, desk.server.endpoint)
    desk.against = tuple(still_against(clearance, managed(kill_switch=True), NOW))
    assert refused(lambda: ask(gated.http, desk.server.endpoint)) == {reasons.KillSwitch, reasons.PolicyChanged}
    assert len(desk.server.asked) == 1


def test_headers_are_ours_alone(desk: Desk) -> None:
    desk.changes = {"organisation": "org-1", "project": "proj-1"}
    ask(desk.open().http, desk.server.endpoint)
    headers = {name.lower(): value for name, value in desk.server.asked[0].headers.items()}
    assert headers["authorization"] == f"Bearer {KEY}"
    assert (headers["openai-organization"], headers["openai-project"]) == ("org-1", "proj-1")
    assert headers["user-agent"] == "Sekisho"
    assert not [name for name in headers if name.startswith("x-stainless")]
    assert "sdk-key" not in str(headers)


def test_a_budget_is_held_over_several_runs(desk: Desk) -> None:
    desk.changes = {"limits": {"cost_day": "1.5"}}
    clearance = desk.clear()
    ask(desk.open(clearance).http, desk.server.endpoint)
    assert refused(lambda: ask(desk.open(clearance).http, desk.server.endpoint)) == {reasons.BudgetExceeded}
    assert len(desk.server.asked) == 1


def test_a_settled_exchange_frees_what_it_did_not_use(desk: Desk) -> None:
    desk.changes = {"limits": {"cost_day": "1.5"}}
    clearance = desk.clear()
    gated = desk.open(clearance)
    ask(gated.http, desk.server.endpoint)
    desk.ledger.settle(ExchangeId(1), Decimal("0.1"), Outcome.ANSWERED)
    ask(gated.http, desk.server.endpoint)
    assert len(desk.server.asked) == 2


def test_if_the_case_cannot_be_written_nothing_leaves_and_nothing_is_spent(desk: Desk) -> None:
    clearance = desk.clear()
    desk.open(clearance)
    log = EgressLog(desk.folder)

    def fail(_: Leaving) -> ExchangeId:
        raise OSError("disk full")

    ledger = Ledger(log, "case-1", fail, lambda: NOW)
    assert desk.transport is not None
    gated = open_client(clearance, ledger, Secret(KEY), desk.transport, tuple)
    with pytest.raises((OSError, APIConnectionError)):
        ask(gated.http, desk.server.endpoint)
    assert desk.server.asked == []
    assert log.spent("tiny", NOW).cost_day == 0


def test_an_endless_answer_is_cut(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "MOST_REPLY", 1_000)
    desk.server.script = lambda _: Says("x" * 50_000)
    gated = desk.open()
    with pytest.raises((APIConnectionError, ReplyTooLarge)):
        ask(gated.http, desk.server.endpoint)
    seen = gated.exchanged(body_digest(desk.body))
    assert seen is not None
    assert len(seen.reply) <= 1_000


def test_a_model_that_was_not_asked_for_is_wrong() -> None:
    policy = managed(entry(accepted_models=["tiny-1-2026-11-01"])).policy
    assert policy is not None
    model: ModelEntry = policy.models[0]
    check_model(model, "tiny-1")
    check_model(model, "tiny-1-2026-11-01")
    for other in ("tiny-2", "", "TINY-1"):
        with pytest.raises(WrongModel):
            check_model(model, other)


@pytest.mark.parametrize("way", ["responses", "chat"])
def test_a_recorded_body_does_not_depend_on_key_address_or_process(way: str) -> None:
    def build(endpoint: str, key: str) -> Callable[[httpx2.Client], object]:
        def run(http: httpx2.Client) -> object:
            made = OpenAI(api_key=key, base_url=endpoint, http_client=http, max_retries=0)
            if way == "chat":
                return made.chat.completions.create(**ASK)
            return made.responses.create(model="tiny-1", input="日本語", store=False, stream=True)

        return run

    first = record(build("http://a.example/v1", "k1"))
    assert first.body == record(build("https://b.example/v9", "k2")).body
    assert first.digest == body_digest(first.body)
    assert first.method == "POST"


def test_a_key_that_the_server_echoes_is_in_nothing_that_is_kept(desk: Desk) -> None:
    echoes = {"Echo": f"Bearer {KEY}", "x-request-id": KEY}
    replies: list[Reply] = [Fails(401, f"no such key: {KEY}", echoes), Says(f"your key is {KEY}", headers=echoes)]
    desk.server.script = lambda asked: replies[asked.number]
    for _ in replies:
        gated = desk.open()
        try:
            ask(gated.http, desk.server.endpoint)
        except APIStatusError as error:
            assert KEY not in f"{error} {error.body} {error.response.headers}"
        seen = gated.exchanged(body_digest(desk.body))
        assert seen is not None and seen.headers["echo"] == f"Bearer {'*' * len(KEY)}"
        assert KEY not in f"{seen.headers} {seen.reply!r}"
        assert b"key" in seen.reply
