"""Keys and connections from the command line, with a real keyring and without one."""

import io
import json

import pytest

from desktop.secrets import Keyring, Secret
from desktop.uses.credentials import credential, model_entry, proxy_logins
from desktop.uses.workstation import Workstation, this_workstation, utc_now
from tests.cli.conftest import Sekisho
from tests.net.conftest import plain
from tests.net.server import Server
from tests.net.station import ENTRY, govern
from tests.secret_service import Service

__all__ = ["plain"]
SECOND = "sk-second-0123456789"


@pytest.fixture
def station(plain: Server) -> Workstation:
    """The test's own, governed by a policy whose model is on loopback."""
    station = this_workstation(actor="Sato")
    govern(station, plain.url("/model"), users=["*"])
    return station


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def key_of(station: Workstation) -> Secret | None:
    return credential(station, *model_entry(station, ENTRY, utc_now()))


def test_a_key_is_set_found_replaced_and_cleared(
    secret_service: Service, station: Workstation, sekisho: Sekisho, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sekisho("credential", "check", ENTRY).code == 1
    for key in ("sk-first-0123456789", SECOND):
        typed(monkeypatch, key)
        told = sekisho("credential", "set", ENTRY, "--json")
        assert (told.code, told.records) == (0, [{"model": ENTRY, "kept": "keyring"}])
        assert key not in told.out + told.err
        assert key_of(station) == Secret(key)
    assert len(secret_service.stored_labels()) == 1, "replaced, not kept beside"
    assert sekisho("credential", "check", ENTRY).code == 0
    assert sekisho("credential", "clear", ENTRY, "--json").records == [{"model": ENTRY, "cleared": True}]
    assert sekisho("credential", "clear", ENTRY, "--json").records == [{"model": ENTRY, "cleared": False}]
    assert secret_service.stored_labels() == []


def test_each_organisation_has_a_key_of_its_own(
    secret_service: Service, station: Workstation, plain: Server, sekisho: Sekisho, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "sk-of-nobody-0123456789")
    sekisho("credential", "set", ENTRY)
    govern(station, plain.url("/model"), serial=2, organisation="org-b")
    assert key_of(station) is None
    typed(monkeypatch, SECOND)
    sekisho("credential", "set", ENTRY)
    assert key_of(station) == Secret(SECOND)
    assert len(secret_service.stored_labels()) == 2


def test_without_a_keyring_nothing_is_kept_and_that_is_said(
    no_secret_service: None, station: Workstation, sekisho: Sekisho, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, SECOND)
    told = sekisho("credential", "set", ENTRY, "--lang", "en")
    assert told.code == 1
    assert "nothing was kept" in told.out
    assert SECOND not in told.out + told.err


def test_a_locked_keyring_ends_with_the_machines_code(
    secret_service: Service, station: Workstation, sekisho: Sekisho, monkeypatch: pytest.MonkeyPatch
) -> None:
    Keyring().set("model", "x", Secret("y"))
    secret_service.lock()
    typed(monkeypatch, SECOND)
    told = sekisho("credential", "set", ENTRY, "--json")
    assert (told.code, told.records[0]["error"]) == (4, "KeyringLocked")


def test_a_proxys_name_and_password_are_asked_for_and_kept_for_that_proxy(
    secret_service: Service, station: Workstation, sekisho: Sekisho, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "sato", "pass: word")
    told = sekisho("credential", "set", "--proxy", "Proxy.bank:8080", "--json")
    assert (told.code, told.records) == (0, [{"proxy": "proxy.bank:8080", "kept": "keyring"}])
    login = proxy_logins(station)("proxy.bank", 8080)
    assert login is not None
    assert (login.user, login.password) == ("sato", Secret("pass: word"))
    assert proxy_logins(station)("proxy.bank", 8081) is None
    assert sekisho("credential", "clear", "--proxy", "proxy.bank:8080", "--json").records[0]["cleared"]
    assert proxy_logins(station)("proxy.bank", 8080) is None


@pytest.mark.parametrize("address", ["proxy", "proxy:", ":8080", "proxy:99999", "sato:secret-word@proxy:8080"])
def test_an_address_with_a_login_in_it_or_without_a_port_is_refused_and_not_repeated(
    sekisho: Sekisho, address: str
) -> None:
    told = sekisho("credential", "set", "--proxy", address)
    assert told.code == 2
    assert "secret-word" not in told.out + told.err


def test_the_check_of_all_models_says_each_step_and_ends_with_one_where_one_fails(
    secret_service: Service, station: Workstation, plain: Server, sekisho: Sekisho, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = sekisho("models", "--check", "--lang", "en")
    assert told.code == 1
    assert "× A key is kept on this machine" in told.out
    assert "sekisho credential set" in told.out
    typed(monkeypatch, SECOND)
    sekisho("credential", "set", ENTRY)
    told = sekisho("models", ENTRY, "--check", "--json")
    assert told.code == 0
    [record] = told.records
    assert (record["reachable"], record["failed"], record["error"]) == (True, None, None)
    assert len(plain.seen) == 1
    assert SECOND not in json.dumps(record)
    assert "モデルの API が答える" in sekisho("models", "--check", "--lang", "ja").out
    assert sekisho("models", "no-such-model", "--check").code == 3


def test_a_check_without_a_policy_is_refused(sekisho: Sekisho) -> None:
    told = sekisho("models", "--check")
    assert told.code == 3
    assert told.err
