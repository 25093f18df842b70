"""How long a run waits before it asks again."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.pace import Pace, retry_after

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": "Wed, 25 Nov 2026 09:00:30 GMT"}, 30.0),
        ({"retry-after": "Wed, 25 Nov 2026 08:00:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "１２"}, None),
        ({"retry-after": ""}, None),
        ({}, None),
    ],
)
def test_what_a_server_asks_for_is_understood(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, NOW) == seconds


@given(st.text())
def test_no_header_whatever_is_more_than_seconds_or_nothing(value: str) -> None:
    wait = retry_after({"retry-after": value}, NOW)
    assert wait is None or wait >= 0


@given(st.integers(1, 50), st.floats(0, 1))
def test_waits_double_with_jitter_and_have_an_end(tried: int, chance: float) -> None:
    pace = Pace(first_wait=0.5, most_wait=30.0)
    assert 0 <= pace.wait(tried, None, chance) <= min(30.0, 0.5 * 2 ** (tried - 1))
    assert pace.wait(tried, 3.0, chance) == 3.0
