"""A policy is the RFC 8785 form of its content, whole, signed, and understood; anything else is refused by name."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.gate import errors
from desktop.gate.policy import canonical, parse, read_canonical, schema
from desktop.gate.signing import KeyPair, keygen, public_of, sign, verify
from tests.gate.bank import KEYS, entry, parsed, policy

DATA = canonical(policy())
SIGNATURE = sign(DATA, KEYS.private_pem)


def test_what_is_signed_is_verified_and_parsed() -> None:
    assert verify(DATA, SIGNATURE, [KEYS.public]) == ("security",)
    assert parse(DATA).model("tiny") is not None
    assert canonical(read_canonical(DATA)) == DATA


def test_the_published_schema_is_the_programs_and_takes_the_policy() -> None:
    published = json.loads((Path(__file__).parents[2] / "resources/schemas/policy.json").read_text(encoding="utf-8"))
    assert published == json.loads(json.dumps(schema()))
    jsonschema.validate(policy(), published)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(policy(unknown=1), published)


@given(st.integers(0, len(DATA) * 8 - 1))
def test_one_flipped_bit_is_refused(bit: int) -> None:
    flipped = bytearray(DATA)
    flipped[bit // 8] ^= 1 << bit % 8
    with pytest.raises(errors.PolicyBadSignature):
        verify(bytes(flipped), SIGNATURE, [KEYS.public])


@given(st.integers(0, len(SIGNATURE) * 8 - 1))
def test_one_flipped_bit_of_the_signature_is_refused(bit: int) -> None:
    flipped = bytearray(SIGNATURE)
    flipped[bit // 8] ^= 1 << bit % 8
    with pytest.raises((errors.PolicyBadSignature, errors.SignatureUnreadable)):
        verify(DATA, bytes(flipped), [KEYS.public])


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", errors.PolicyNotJson),
        (b"{", errors.PolicyNotJson),
        (b"\xff{}", errors.PolicyNotJson),
        (b" " * (1 << 21), errors.PolicyNotJson),
        (b'{"a":1,"a":2}', errors.PolicyForbiddenValue),
        (b'{"a":NaN}', errors.PolicyForbiddenValue),
        (b'{"a":Infinity}', errors.PolicyForbiddenValue),
        (b'{"a":1e999}', errors.PolicyForbiddenValue),
        (b'{"a":1.5}', errors.PolicyForbiddenValue),
        (b'{"a":' + b"9" * 5000 + b"}", errors.PolicyForbiddenValue),
        (b'{"a":9007199254740993}', errors.PolicyForbiddenValue),
        (b'{"a":"\\ud800"}', errors.PolicyForbiddenValue),
        (b'{"\\ud800":1}', errors.PolicyForbiddenValue),
        (b"[" * 100_000 + b"]" * 100_000, errors.PolicyForbiddenValue),
        (b'{"b":1,"a":2}', errors.PolicyNotCanonical),
        (b'{"a": 1}', errors.PolicyNotCanonical),
        (b'{"a":"\\u0041"}', errors.PolicyNotCanonical),
        (DATA + b"\n", errors.PolicyNotCanonical),
        (b"[]", errors.PolicyWrongField),
        (b"null", errors.PolicyWrongField),
    ],
)
def test_what_two_readers_could_read_differently_is_refused(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        parse(data)


@pytest.mark.parametrize(
    ("values", "where"),
    [
        (policy(serial=0), "$.serial"),
        (policy(serial="7"), "$.serial"),
        (policy(unknown=1), "$.unknown"),
        (policy(schema=2), "$.schema"),
        (policy(valid_until="2026-01-01T00:00:00Z"), "$.valid_until"),
        (policy(valid_from="2026-01-01T00:00:00"), "$.valid_from"),
        (policy(valid_from="2026-01-01T00:00:00+09:00"), "$.valid_from"),
        (policy(entry(), entry()), "$.models[].id"),
        (policy(entry(endpoint="http://models.example.com/v1")), "$.models[0].endpoint"),
        (policy(entry(endpoint="https://u:p@models.example.com/v1")), "$.models[0].endpoint"),
        (policy(entry(endpoint="https://models.example.com:99999/")), "$.models[0].endpoint"),
        (policy(entry(allowed_hosts=["other.example.com"])), "$.models[0].allowed_hosts"),
        (policy(entry(highest_class="secret")), "$.models[0].highest_class"),
        (policy({k: v for k, v in entry().items() if k != "users"}), "$.models[0].users"),
        (policy(entry(typo=1)), "$.models[0].typo"),
        (policy(approvers=[{"name": "Suzuki", "key": "A" * 64}]), "$.approvers[0]"),
        (policy(approvers=[{"name": " ", "key": "a" * 64}]), "$.approvers[0]"),
        (policy(entry(price={"currency": "JPY", "input": "x", "output": "1"})), "$.models[0].price.input"),
    ],
)
def test_a_wrong_field_is_named(values: dict[str, Any], where: str) -> None:
    with pytest.raises(errors.PolicyWrongField) as refused:
        parse(canonical(values))
    assert refused.value.where == where


def test_hosts_without_a_port_mean_the_scheme_s() -> None:
    model = parsed(entry(endpoint="https://models.example.com/v1", allowed_hosts=["models.example.com"])).models[0]
    assert model.hosts == {("models.example.com", 443)}
    assert model.endpoint_host in model.hosts


def test_two_of_three_signatures_can_be_asked_for() -> None:
    second, third = keygen("risk"), keygen("third")
    once = sign(DATA, KEYS.private_pem)
    twice = sign(DATA, second.private_pem, beside=once)
    trusted = [KEYS.public, second.public, third.public]
    assert verify(DATA, twice, trusted, need=2) == ("security", "risk")
    with pytest.raises(errors.PolicyBadSignature) as refused:
        verify(DATA, once, trusted, need=2)
    assert (refused.value.signed, refused.value.needed) == (1, 2)


def test_the_same_key_twice_counts_once() -> None:
    twice = sign(DATA, KEYS.private_pem, beside=SIGNATURE)
    with pytest.raises(errors.PolicyBadSignature):
        verify(DATA, twice, [KEYS.public], need=2)


def test_a_key_with_a_passphrase_signs_only_with_it() -> None:
    locked = keygen("locked", b"open sesame")
    assert public_of("locked", locked.private_pem, b"open sesame") == locked.public
    for passphrase in (None, b"wrong"):
        with pytest.raises(errors.KeyUnreadable):
            sign(DATA, locked.private_pem, passphrase)


@pytest.mark.parametrize("make", [lambda: b"", lambda: b"-----BEGIN", lambda: KEYS.public.key.encode()])
def test_what_is_no_key_is_refused(make: Callable[[], bytes]) -> None:
    with pytest.raises(errors.KeyUnreadable):
        sign(DATA, make())


def test_a_private_key_never_shows() -> None:
    made: KeyPair = keygen("x")
    assert "PRIVATE" not in repr(made)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
        lambda s: st.lists(s) | st.dictionaries(st.text(), s),
        max_leaves=20,
    )
)
def test_canonical_bytes_read_back_to_the_same_bytes(value: object) -> None:
    try:
        data = canonical(value)
    except errors.PolicyForbiddenValue:
        return
    assert canonical(read_canonical(data)) == data
