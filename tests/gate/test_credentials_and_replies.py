"""A credential is bound to issuer and host; what a model answers is scanned before it is shown."""

import pytest

from desktop.gate.credentials import credential, entry_name, forget, keep
from desktop.gate.masking import Masker
from desktop.gate.replies import scan_reply
from desktop.gate.tokens import TokenBook, occurs_in
from desktop.secrets import Secret, SessionStore
from tests.gate.bank import entry, parsed

MODEL = {"endpoint": "https://models.example.com/v1", "allowed_hosts": ["models.example.com"]}


def test_a_credential_is_kept_and_forgotten() -> None:
    store, policy = SessionStore(), parsed()
    keep(store, policy, policy.models[0], Secret("key"))
    assert credential(store, policy, policy.models[0]) == Secret("key")
    assert forget(store, policy, policy.models[0])
    assert credential(store, policy, policy.models[0]) is None


@pytest.mark.parametrize(
    ("changes", "model"),
    [
        ({"issuer": "Somebody"}, {}),
        ({}, {"endpoint": "https://evil.example.com/v1", "allowed_hosts": ["evil.example.com"]}),
        ({}, {"endpoint": "https://models.example.com:8443/v1", "allowed_hosts": ["models.example.com:8443"]}),
        ({}, {"organisation": "org-2"}),
        ({}, {"project": "p"}),
        ({}, {"id": "other"}),
    ],
)
def test_no_other_policy_host_or_organisation_gets_it(changes: dict[str, str], model: dict[str, object]) -> None:
    first = parsed(entry(**MODEL))
    other = parsed(entry(**(MODEL | model)), **changes)
    store = SessionStore()
    keep(store, first, first.models[0], Secret("key"))
    assert credential(store, other, other.models[0]) is None


def test_a_new_serial_of_the_same_policy_keeps_it() -> None:
    first, second = parsed(entry(**MODEL)), parsed(entry(**MODEL), serial=8)
    assert entry_name(first, first.models[0]) == entry_name(second, second.models[0])


def test_a_reply_is_scanned_and_tokens_that_were_not_sent_are_named() -> None:
    masker = Masker(TokenBook((), occurs_in(())))
    masker.mask("担当：佐藤 口座番号 1480233")
    found = scan_reply("⟦NAME-0001⟧ と ⟦ACCT-0001⟧ と ⟦ACCT-0099⟧、電話 03-5550-0163", masker, {"⟦NAME-0001⟧"})
    assert found.foreign == ("⟦ACCT-0001⟧", "⟦ACCT-0099⟧")
    assert [hit.kind for hit in found.hits] == ["phone"]
