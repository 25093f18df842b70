"""A run slows down by what the provider says is left, and never waits for ever."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.pace import LONGEST_WAIT
from desktop.analysis.providers.capabilities import RateHeaders
from desktop.analysis.rates import Allowance, Window, read

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
OPENAI = {
    "x-ratelimit-limit-requests": "60",
    "x-ratelimit-remaining-requests": "0",
    "x-ratelimit-reset-requests": "1m0s",
    "x-ratelimit-limit-tokens": "150000",
    "x-ratelimit-remaining-tokens": "149984",
    "x-ratelimit-reset-tokens": "6ms",
}
ANTHROPIC = {
    "anthropic-ratelimit-requests-limit": "50",
    "anthropic-ratelimit-requests-remaining": "49",
    "anthropic-ratelimit-requests-reset": "2026-11-25T09:00:30Z",
    "anthropic-ratelimit-input-tokens-limit": "10000",
    "anthropic-ratelimit-input-tokens-remaining": "1000",
    "anthropic-ratelimit-input-tokens-reset": "2026-11-25T09:01:00Z",
}


def test_both_families_of_headers_are_read() -> None:
    assert read(OPENAI, RateHeaders.OPENAI, NOW) == {
        "requests": Window(60, 0, 60.0),
        "tokens": Window(150_000, 149_984, 0.006),
    }
    assert read(ANTHROPIC, RateHeaders.ANTHROPIC, NOW) == {
        "requests": Window(50, 49, 30.0),
        "tokens": Window(10_000, 1_000, 60.0),
    }
    assert read(OPENAI, RateHeaders.NONE, NOW) == read(OPENAI, RateHeaders.ANTHROPIC, NOW) == {}


@given(st.dictionaries(st.sampled_from(sorted(OPENAI)), st.text(max_size=20)))
def test_no_headers_whatever_are_more_than_limits_or_nothing(headers: dict[str, str]) -> None:
    for window in read(headers, RateHeaders.OPENAI, NOW).values():
        assert window.remaining >= 0
        assert window.seconds >= 0


def test_a_request_waits_until_the_limit_has_filled_enough_and_no_longer() -> None:
    allowance = Allowance(RateHeaders.OPENAI)
    allowance.learn(OPENAI, NOW, 100.0)
    assert allowance.take(10, 100.0) == pytest.approx(1.0)
    assert allowance.take(10, 100.5) == pytest.approx(0.5)
    assert allowance.take(10, 101.0) == 0.0
    assert allowance.take(10, 101.0) == pytest.approx(1.0), "what was asked since is counted"


def test_large_requests_wait_for_tokens_and_small_ones_go() -> None:
    allowance = Allowance(RateHeaders.ANTHROPIC)
    allowance.learn(ANTHROPIC, NOW, 0.0)
    assert allowance.take(4_000, 0.0) == pytest.approx(20.0)
    assert allowance.take(900, 0.0) == 0.0


def test_nobody_waits_for_a_limit_of_a_whole_day() -> None:
    allowance = Allowance(RateHeaders.OPENAI)
    allowance.learn({**OPENAI, "x-ratelimit-limit-requests": "200", "x-ratelimit-reset-requests": "24h"}, NOW, 0.0)
    assert allowance.take(10, 0.0) == 0.0


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_waiting_as_long_as_was_said_is_enough(limit: int, remaining: int, seconds: int, tokens: int) -> None:
    headers = {
        "x-ratelimit-limit-tokens": str(limit),
        "x-ratelimit-remaining-tokens": str(remaining),
        "x-ratelimit-reset-tokens": f"{seconds}s",
    }
    allowance = Allowance(RateHeaders.OPENAI)
    allowance.learn(headers, NOW, 0.0)
    wait = allowance.take(tokens, 0.0)
    assert 0 <= wait <= LONGEST_WAIT
    assert wait == 0 or allowance.take(tokens, wait + 0.001) == 0.0
