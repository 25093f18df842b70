"""Every provider: same question, same meaning of what comes back; a hostile stream is an unreadable answer."""

import json
from types import SimpleNamespace as Thing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.answers import SchemaForm
from desktop.analysis.costs import cost_of
from desktop.analysis.errors import EffortNotTaken, NoSuchApi
from desktop.analysis.providers import PROVIDERS, provider
from desktop.analysis.providers.base import Ask, Heard, Provider, Unreadable
from desktop.analysis.providers.capabilities import Caching, Finish
from desktop.gate.recording import Recorded, record
from tests.analysis.bank import entry

ENDPOINT = "http://127.0.0.1:1/v1"
ASK = Ask("model-1", "Instructions. 指示", 'Evidence ⟦ACCT-0001⟧ \\ " \u2028 é', 500)
EACH = pytest.mark.parametrize("one", PROVIDERS, ids=lambda one: f"{one.name}-{one.api}")


def recorded(one: Provider, ask: Ask = ASK) -> Recorded:
    return record(lambda http: one.send(one.connect(http, ENDPOINT, 1.0), ask))


def body(one: Provider, ask: Ask = ASK) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(recorded(one, ask).body)
    return value


@EACH
def test_the_same_question_gives_the_same_bytes_and_so_does_asking_again(one: Provider) -> None:
    first = recorded(one)
    assert first.body == recorded(one).body
    again = record(lambda http: one.again(one.connect(http, "http://127.0.0.1:2/v1", 9.0), first.body))
    assert again.body == first.body
    assert again.url.rpartition("/v1")[2] == first.url.rpartition("/v1")[2]


@EACH
def test_a_request_holds_what_the_table_says_and_nothing_else(one: Provider) -> None:
    asked, can = body(one), one.can
    text = json.dumps(asked)
    assert (asked["model"], asked["stream"]) == ("model-1", True)
    assert ("maxLength" in text) is (can.schema is SchemaForm.LENGTHS)
    assert ("maxItems" in text) is (can.schema is not SchemaForm.SHAPES)
    assert ("prompt_cache_key" in asked) is (can.caching is Caching.KEYED)
    assert ("cache_control" in text) is (can.caching is Caching.MARKED)
    assert ("temperature" in asked) is can.seed
    assert asked.get("store", False) is False
    assert not {"tools", "functions", "tool_choice", "metadata", "user"} & set(asked)
    limits = [name for name in ("max_tokens", "max_completion_tokens", "max_output_tokens") if name in asked]
    assert [asked[name] for name in limits] == [500]
    assert "effort" not in text


@EACH
def test_effort_is_asked_for_where_the_provider_takes_it_and_refused_where_not(one: Provider) -> None:
    asked = json.dumps(body(one, Ask("model-1", "i", "e", 500, "high")))
    assert ("effort" in asked) is one.can.effort
    wanted = entry(provider=one.name, api=one.api, effort="high")
    if one.can.effort:
        assert provider(wanted) is one
    else:
        with pytest.raises(EffortNotTaken):
            provider(wanted)


@EACH
def test_two_requests_differ_in_the_evidence_alone_so_that_caches_work(one: Provider) -> None:
    first, second = (recorded(one, Ask(ASK.model, ASK.system, f"evidence {n}", ASK.most_tokens)).body for n in (1, 2))
    assert first.count(b"evidence 1") == 1
    assert first.replace(b"evidence 1", b"evidence 2") == second


@EACH
def test_a_provider_is_found_by_the_names_in_the_policy(one: Provider) -> None:
    assert provider(entry(provider=one.name, api=one.api)) is one
    assert one.can.returned_model
    assert one.can.streaming


def test_an_api_that_a_provider_does_not_have_is_told() -> None:
    with pytest.raises(NoSuchApi) as error:
        provider(entry(provider="anthropic", api="responses"))
    assert (error.value.provider, error.value.api) == ("anthropic", "responses")


def test_cached_tokens_cost_what_the_policy_says_and_kept_ones_what_the_provider_takes() -> None:
    anthropic = next(one for one in PROVIDERS if one.name == "anthropic")
    priced = entry()
    price = priced.price
    heard = Heard("", Finish.STOP, "m", 1_000_000, 0, tokens_cached=400_000, tokens_kept=200_000)
    assert cost_of(priced, anthropic.can, heard) == price.input * (400_000 + 250_000 + 400_000) / 1_000_000
    assert cost_of(priced, anthropic.can, Heard("", Finish.STOP, "m", None, 5)) is None


HOSTILE: list[Any] = [
    [None],
    [5],
    ["text"],
    [Thing()],
    [Thing(type="response.output_text.delta")],
    [Thing(type="response.completed", response=Thing())],
    [Thing(type="message_start", message=None)],
    [Thing(type="message_delta", delta=Thing(stop_reason="end_turn"), usage=None)],
    [Thing(type="content_block_delta", delta=5)],
    [Thing(choices=5)],
    [Thing(choices=[None])],
    [Thing(choices=[Thing(delta=None, finish_reason="stop")])],
]


@EACH
@pytest.mark.parametrize("events", HOSTILE)
def test_a_stream_of_another_shape_is_unreadable_or_empty(one: Provider, events: list[Any]) -> None:
    try:
        heard = one.hear(events)
    except Unreadable:
        return
    assert heard.text == ""
    assert heard.finish is not Finish.STOP


@EACH
def test_values_of_the_wrong_type_are_nothing(one: Provider) -> None:
    chat = Thing(
        model=["x"],
        usage=Thing(prompt_tokens="7", completion_tokens=-1, prompt_tokens_details=5),
        choices=[Thing(delta=Thing(content=7, refusal=None), finish_reason=9)],
    )
    last = Thing(model=7, usage=Thing(input_tokens=True, output_tokens=1e9), status=3, incomplete_details="x", error=3)
    message = Thing(model=7, usage=Thing(input_tokens=-3, output_tokens="9"))
    events = {
        "chat_completions": [chat],
        "responses": [Thing(type="response.completed", response=last)],
        "messages": [Thing(type="message_start", message=message), Thing(type="message_stop")],
    }[one.api]
    assert one.hear(events) == Heard("", Finish.UNKNOWN, "", None, None)


class Broken:
    """A stream whose JSON cannot be read."""

    def __iter__(self) -> "Broken":
        return self

    def __next__(self) -> Any:
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")


@EACH
def test_broken_bytes_in_the_stream_are_unreadable(one: Provider) -> None:
    with pytest.raises(Unreadable):
        one.hear(Broken())


@given(st.lists(st.text(max_size=20), max_size=5))
def test_pieces_come_together_in_order(pieces: list[str]) -> None:
    events = {
        "chat_completions": lambda p: Thing(choices=[Thing(delta=Thing(content=p), finish_reason=None)]),
        "responses": lambda p: Thing(type="response.output_text.delta", delta=p),
        "messages": lambda p: Thing(type="content_block_delta", delta=Thing(type="text_delta", text=p)),
    }
    for one in PROVIDERS:
        assert one.hear([events[one.api](piece) for piece in pieces]).text == "".join(pieces)
