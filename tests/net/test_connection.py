"""The connection check says in plain words which step fails, and is itself a sending that is recorded."""

import datetime
import hashlib
import json
import os
import signal
import ssl
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import trustme

from desktop.gate.connection import ConnectionStep
from desktop.gate.errors import Refused
from desktop.gate.reasons import sentences
from desktop.secrets import Keyring, ProxyLogin, Secret
from desktop.uses.connection import Connection, check_connection
from desktop.uses.credentials import set_proxy_login
from desktop.uses.workstation import Workstation
from desktop.words import Lang, say_error
from tests.net.proxy import PASSWORD, USER, proxying
from tests.net.server import Server, serving
from tests.net.station import ENTRY, KEY, give_key, govern, new_station
from tests.secret_service import Service

HOST = "models.example"


@pytest.fixture
def station(tmp_path: Path) -> Workstation:
    return new_station(tmp_path)


@pytest.fixture
def trusted(authority: trustme.CA) -> list[str]:
    """What the policy names as authorities."""
    return [authority.cert_pem.bytes().decode()]


def log_of(station: Workstation) -> list[dict[str, Any]]:
    """The workstation's record of what was sent."""
    path = station.state_dir / "egress" / "egress.jsonl"
    return [json.loads(line) for line in path.read_bytes().splitlines()] if path.exists() else []


def said(found: Connection) -> str:
    """The failure's class, or the first objection's; in both languages there are words for it."""
    error = found.error
    assert error is not None
    for lang in Lang:
        assert say_error(error, lang)
    if isinstance(error, Refused):
        assert all(len(sentences(error.objections, lang)) == len(error.objections) for lang in Lang)
        return error.objections[0].code
    return error.code


def test_where_all_is_well_every_step_passes_and_the_question_is_in_the_log(
    station: Workstation, tls: Server, trusted: list[str]
) -> None:
    govern(station, tls.url("/model"), ca_pem=trusted)
    give_key(station)
    found = check_connection(station, ENTRY)
    assert (found.error, found.failed, found.left) == (None, None, ())
    assert found.passed == tuple(ConnectionStep)
    assert found.host == f"localhost:{tls.port}"
    [seen] = tls.seen
    sending, settled = log_of(station)
    assert sending["body"] == hashlib.sha256(seen.body).hexdigest()
    assert (sending["event"], sending["case"], sending["user"]) == ("sending", "", "sato")
    assert (settled["event"], settled["outcome"]) == ("settled", "answered")
    assert float(settled["cost"]) < float(sending["cost"])
    assert seen.headers["authorization"] == f"Bearer {KEY}"
    assert len(seen.body) < 16_384


@pytest.mark.parametrize(
    ("path", "step", "error"),
    [
        ("/page", ConnectionStep.ANSWER, "AnsweredByAnother"),
        ("/302", ConnectionStep.ANSWER, "SentElsewhere"),
        ("/500", ConnectionStep.ANSWER, "AnsweredWithStatus"),
        ("/429", ConnectionStep.ANSWER, "AnsweredWithStatus"),
        ("/cut-in-length", ConnectionStep.ANSWER, None),
        ("/reset", ConnectionStep.ANSWER, "AnswerCut"),
        ("/bomb", ConnectionStep.ANSWER, "AnswerCompressed"),
        ("/giant-event", ConnectionStep.ANSWER, "ReplyTooLarge"),
        ("/ten-gigabytes", ConnectionStep.ANSWER, "AnsweredByAnother"),
        ("/not-utf-8", ConnectionStep.ANSWER, "AnsweredWithStatus"),
        ("/401", ConnectionStep.ACCESS, "KeyRefused"),
        ("/403", ConnectionStep.MODEL, "ModelNotGranted"),
        ("/other-model", ConnectionStep.MODEL, "WrongModel"),
    ],
)
def test_what_the_other_side_does_is_told_apart(
    station: Workstation, tls: Server, trusted: list[str], path: str, step: ConnectionStep, error: str | None
) -> None:
    govern(station, tls.url(path), ca_pem=trusted)
    give_key(station)
    found = check_connection(station, ENTRY)
    assert found.failed is step
    assert error is None or said(found) == error
    assert found.passed == tuple(ConnectionStep)[: list(ConnectionStep).index(step)]
    assert len(tls.seen) == 1, "nothing is asked twice, and no redirect is followed"
    assert log_of(station)[0]["event"] == "sending"


@pytest.mark.parametrize("kind", ["untrusted", "expired", "wrong name", "too old"])
def test_each_fault_of_a_certificate_has_its_own_name(
    station: Workstation, authority: trustme.CA, trusted: list[str], kind: str
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    past = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    name = "other.example" if kind == "wrong name" else "localhost"
    old = {"not_before": past, "not_after": past + datetime.timedelta(1)} if kind == "expired" else {}
    (trustme.CA() if kind == "untrusted" else authority).issue_cert(name, **old).configure_cert(context)
    if kind == "too old":
        context.set_ciphers("ALL:@SECLEVEL=0")
        with pytest.warns(DeprecationWarning):
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
    with serving(context) as server:
        govern(station, server.url("/model"), ca_pem=trusted)
        give_key(station)
        found = check_connection(station, ENTRY)
    names = {
        "untrusted": "CertificateNotTrusted",
        "expired": "CertificateExpired",
        "wrong name": "CertificateWrongName",
        "too old": "TlsFailed",
    }
    assert (found.failed, said(found)) == (ConnectionStep.CERTIFICATE, names[kind])
    assert server.seen == []
    assert [row["event"] for row in log_of(station)] == ["sending", "settled"]
    assert log_of(station)[1]["cost"] == "0"


@pytest.mark.parametrize(
    "pem", ["", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
)
def test_an_authority_of_the_policy_that_is_none_is_said_before_anything_leaves(
    station: Workstation, tls: Server, pem: str
) -> None:
    govern(station, tls.url("/model"), ca_pem=[pem])
    give_key(station)
    found = check_connection(station, ENTRY)
    assert (found.failed, said(found)) == (ConnectionStep.POLICY, "AuthorityUnreadable")
    assert tls.connections == 0


def test_nobody_listening_and_a_name_that_nobody_knows_are_no_way_to_the_host(station: Workstation) -> None:
    with serving() as gone:
        pass
    for serial, (endpoint, error) in enumerate(
        ((gone.url("/model", "127.0.0.1"), "ConnectionRefused"), ("https://nowhere.invalid/v1", "HostUnknown")), 1
    ):
        govern(station, endpoint, serial=serial)
        give_key(station)
        found = check_connection(station, ENTRY)
        assert (found.failed, said(found)) == (ConnectionStep.WAY, error)


@pytest.mark.parametrize(
    ("password", "error"), [(None, "ProxyWantsPassword"), ("wrong", "ProxyRefusesPassword"), (PASSWORD, None)]
)
def test_a_proxy_that_asks_is_named_and_its_login_comes_from_the_keyring(
    tmp_path: Path, authority: trustme.CA, trusted: list[str], password: str | None, error: str | None
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(HOST).configure_cert(context)
    with serving(context) as far, proxying() as proxy:
        station = new_station(tmp_path, HTTPS_PROXY=f"http://127.0.0.1:{proxy.port}")
        govern(station, far.url("/model", HOST), ca_pem=trusted)
        give_key(station)
        if password is not None:
            set_proxy_login(station, ProxyLogin("127.0.0.1", proxy.port, USER, Secret(password)))
        found = check_connection(station, ENTRY)
    assert found.proxy == f"127.0.0.1:{proxy.port}"
    if error is None:
        assert found.error is None
        assert set(proxy.asked) == {f"{HOST}:{far.port}"}
    else:
        assert (found.failed, said(found)) == (ConnectionStep.WAY, error)
        assert far.connections == 0
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert PASSWORD.encode() not in written


def test_a_proxy_of_a_kind_that_is_not_spoken_is_not_gone_round(tmp_path: Path) -> None:
    station = new_station(tmp_path, ALL_PROXY="socks5://127.0.0.1:1080")
    govern(station, f"https://{HOST}/v1")
    give_key(station)
    found = check_connection(station, ENTRY)
    assert (found.failed, said(found)) == (ConnectionStep.WAY, "ProxyOfAnotherKind")


def test_a_proxy_that_is_not_there_is_told_from_a_host_that_is_not_there(tmp_path: Path) -> None:
    with proxying() as gone:
        pass
    station = new_station(tmp_path, HTTPS_PROXY=f"http://127.0.0.1:{gone.port}")
    govern(station, f"https://{HOST}/v1")
    give_key(station)
    found = check_connection(station, ENTRY)
    assert (found.failed, said(found)) == (ConnectionStep.WAY, "ProxyNotReached")


def without_policy(station: Workstation, server: Server) -> None:
    """An unmanaged machine whose analyst has none."""


def stopped(station: Workstation, server: Server) -> None:
    govern(station, server.url("/model"), changes={"kill_switch": True})
    give_key(station)


def for_others(station: Workstation, server: Server) -> None:
    govern(station, server.url("/model"), users=["Suzuki"])
    give_key(station)


def used_up(station: Workstation, server: Server) -> None:
    govern(station, server.url("/model"), limits={"requests_day": 0})
    give_key(station)


def without_key(station: Workstation, server: Server) -> None:
    govern(station, server.url("/model"))


def in_another_policys_name(station: Workstation, server: Server) -> None:
    """A key is bound to the issuer and the host: another policy does not lead it elsewhere."""
    govern(station, server.url("/model", "127.0.0.1"))
    give_key(station)
    govern(station, server.url("/model"), serial=2)


@pytest.mark.parametrize(
    ("prepare", "step", "reason"),
    [
        (without_policy, ConnectionStep.POLICY, "NoPolicy"),
        (stopped, ConnectionStep.POLICY, "KillSwitch"),
        (for_others, ConnectionStep.POLICY, "UserNotNamed"),
        (used_up, ConnectionStep.POLICY, "TooManyRequests"),
        (without_key, ConnectionStep.KEY, "CredentialMissing"),
        (in_another_policys_name, ConnectionStep.KEY, "CredentialMissing"),
    ],
)
def test_what_the_policy_refuses_opens_no_connection(
    station: Workstation,
    plain: Server,
    prepare: Callable[[Workstation, Server], None],
    step: ConnectionStep,
    reason: str,
) -> None:
    prepare(station, plain)
    found = check_connection(station, ENTRY)
    assert (found.failed, said(found)) == (step, reason)
    assert plain.connections == 0
    assert log_of(station) == []


def locked(service: Service) -> None:
    service.lock()


def hanging(service: Service) -> None:
    os.kill(service.daemon.pid, signal.SIGSTOP)


def gone(service: Service) -> None:
    service.bus.kill()
    service.bus.wait()


@pytest.mark.parametrize(
    ("happens", "error"), [(locked, "KeyringLocked"), (hanging, "KeyringSilent"), (gone, "KeyringMissing")]
)
def test_what_has_become_of_the_keyring_is_said(
    secret_service: Service, tmp_path: Path, plain: Server, happens: Callable[[Service], None], error: str
) -> None:
    station = new_station(tmp_path / "desk", Keyring(seconds=1.0))
    govern(station, plain.url("/model"))
    give_key(station)
    assert check_connection(station, ENTRY).error is None
    happens(secret_service)
    try:
        found = check_connection(station, ENTRY)
    finally:
        if happens is hanging:
            os.kill(secret_service.daemon.pid, signal.SIGCONT)
            for thread in [thread for thread in threading.enumerate() if thread.name == "keyring"]:
                thread.join(5)
    assert (found.failed, said(found)) == (ConnectionStep.KEY, error)
    assert plain.connections == 1, "the one from before"
