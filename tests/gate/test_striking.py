"""The key never comes back in: not whole, not escaped, not over the edges of what comes piece by piece."""

import json
from itertools import pairwise
from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from desktop.gate.striking import LEAST, Striker, Struck
from desktop.secrets import Secret

KEY = 'sk-a/B"c+9z'
STRIKER = Striker((Secret(KEY),))


def passed(striker: Striker, pieces: list[bytes]) -> bytes:
    struck = Struck(striker)
    return b"".join((*(struck.pass_on(piece) for piece in pieces), struck.end()))


FORMS = {
    "plain": KEY,
    "json": json.dumps(KEY)[1:-1],
    "json in json": json.dumps(json.dumps(KEY)[1:-1])[1:-1],
    "php": json.dumps(KEY)[1:-1].replace("/", "\\/"),
    "numbers": "".join(f"\\u{ord(c):04X}" for c in KEY),
    "url": quote(KEY, safe=""),
}


@given(st.sampled_from(sorted(FORMS)), st.binary(max_size=30), st.binary(max_size=30), st.data())
def test_a_secret_is_struck_out_wherever_a_piece_ends(
    name: str, before: bytes, after: bytes, data: st.DataObject
) -> None:
    form = FORMS[name].encode()
    whole = before + form + after
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=6)))
    edges = [0, *cuts, len(whole)]
    came = passed(STRIKER, [whole[start:end] for start, end in pairwise(edges)])
    assert form not in came
    assert came == STRIKER.in_bytes(whole)
    assert len(came) == len(whole), "what a length header said stays true"


@given(st.lists(st.binary(max_size=20), max_size=6))
def test_what_holds_no_secret_passes_as_it_came(pieces: list[bytes]) -> None:
    assert passed(STRIKER, pieces) == b"".join(pieces)


def test_a_word_that_a_local_server_takes_for_a_key_is_no_secret() -> None:
    word = "none"
    assert len(word) < LEAST
    assert Striker((Secret(word),)).in_text("there are none") == "there are none"


def test_all_secrets_are_struck_out_of_text() -> None:
    both = Striker((Secret("secret-one"), Secret("二番目の秘密")))
    assert both.in_text("secret-one 二番目の秘密 \udc80") == f"{'*' * 10} {'*' * 18} \udc80"
