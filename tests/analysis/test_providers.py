"""Every provider: same question, same meaning of what comes back; a hostile stream is an unreadable answer."""

from types import SimpleNamespace as Thing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.providers import PROVIDERS, provider
from desktop.analysis.providers.base import Ask, Finish, Heard, Provider, Unreadable
from desktop.analysis.providers.sdk import connect
from desktop.gate.recording import Recorded, record

ENDPOINT = "http://127.0.0.1:1/v1"


def ask(hosted: bool) -> Ask:
    return Ask("model-1", "Instructions. 指示", 'Evidence ⟦ACCT-0001⟧ \\ " \u2028 é', 500, hosted)


@pytest.fixture(params=PROVIDERS, ids=lambda one: one.API)
def one(request: pytest.FixtureRequest) -> Provider:
    found: Provider = request.param
    return found


def recorded(one: Provider, hosted: bool) -> Recorded:
    return record(lambda http: one.send(connect(http, ENDPOINT, 1.0), one.arguments(ask(hosted))))


@pytest.mark.parametrize("hosted", [True, False])
def test_the_same_question_gives_the_same_bytes_and_so_does_asking_again(one: Provider, hosted: bool) -> None:
    first = recorded(one, hosted)
    assert first.body == recorded(one, hosted).body
    again = record(lambda http: one.again(connect(http, "http://127.0.0.1:2/v1", 9.0), first.body))
    assert again.body == first.body
    assert again.url.rpartition("/v1")[2] == first.url.rpartition("/v1")[2]


def test_nothing_is_stored_at_openai_and_bounds_go_only_to_servers_that_know_them(one: Provider) -> None:
    hosted, other = recorded(one, True).body, recorded(one, False).body
    assert b'"store":false' in hosted
    assert b"maxLength" not in hosted
    assert b"maxLength" in other
    assert b'"strict":true' in hosted
    assert b'"stream":true' in hosted


def test_a_provider_is_found_by_the_name_in_the_policy(one: Provider) -> None:
    assert provider(one.API) is one


HOSTILE: list[Any] = [
    [None],
    [5],
    ["text"],
    [Thing()],
    [Thing(type="response.output_text.delta")],
    [Thing(type="response.completed", response=Thing())],
    [Thing(choices=5)],
    [Thing(choices=[None])],
    [Thing(choices=[Thing(delta=None, finish_reason="stop")])],
]


@pytest.mark.parametrize("events", HOSTILE)
def test_a_stream_of_another_shape_is_unreadable_or_empty(one: Provider, events: list[Any]) -> None:
    try:
        heard = one.hear(events)
    except Unreadable:
        return
    assert heard.text == ""
    assert heard.finish is not Finish.STOP


def test_values_of_the_wrong_type_are_nothing(one: Provider) -> None:
    chat = Thing(
        model=["x"],
        usage=Thing(prompt_tokens="7", completion_tokens=-1),
        choices=[Thing(delta=Thing(content=7, refusal=None), finish_reason=9)],
    )
    last = Thing(model=7, usage=Thing(input_tokens=True, output_tokens=1e9), status=3, incomplete_details="x")
    events = [chat] if one.API == "chat_completions" else [Thing(type="response.completed", response=last)]
    assert one.hear(events) == Heard("", Finish.UNKNOWN, "", None, None)


class Broken:
    """A stream whose JSON cannot be read."""

    def __iter__(self) -> "Broken":
        return self

    def __next__(self) -> Any:
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")


def test_broken_bytes_in_the_stream_are_unreadable(one: Provider) -> None:
    with pytest.raises(Unreadable):
        one.hear(Broken())


@given(st.lists(st.text(max_size=20), max_size=5))
def test_pieces_come_together_in_order(pieces: list[str]) -> None:
    chat = [Thing(model="m", usage=None, choices=[Thing(delta=Thing(content=p), finish_reason=None)]) for p in pieces]
    assert provider("chat_completions").hear(chat).text == "".join(pieces)
    responses = [Thing(type="response.output_text.delta", delta=p) for p in pieces]
    assert provider("responses").hear(responses).text == "".join(pieces)
