"""Which policy holds: the machine's where there is one; whatever is wrong with it means offline, never unmanaged."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.gate import reasons
from desktop.gate.effective import Effective, State, effective
from desktop.gate.errors import PolicyOutOfReach
from desktop.gate.memory import PolicyMemory
from desktop.gate.objections import policy_objections
from desktop.gate.ownership import user_can_write
from desktop.gate.places import machine_dirs
from desktop.gate.reasons import Objection
from desktop.gate.signing import keygen
from desktop.gate.trust import Trust, packaged
from tests.gate.bank import KEYS, NOW, install, policy

TRUST = Trust((KEYS.public,))


def look(folder: Path, *, trust: Trust = TRUST, own: bool = False, writable: bool = False, **changes: Any) -> Effective:
    """What holds with machine folder ``folder/machine`` and the analyst's own ``folder/own``."""
    return effective(
        machine_dirs=[folder / "machine"],
        own_file=folder / "own" / "policy.json",
        trust=trust,
        own_keys=[KEYS.public] if own else [],
        memory=PolicyMemory(folder / "state"),
        now=changes.get("now", NOW),
        writable=lambda _: writable,
    )


def kinds(found: Effective) -> list[type[Objection]]:
    return [type(reason) for reason in found.reasons]


def test_a_good_machine_policy_holds_and_says_who_signed(tmp_path: Path) -> None:
    install(tmp_path / "machine", policy())
    found = look(tmp_path)
    assert (found.state, found.signers, found.reasons) == (State.MANAGED, ("security",), ())
    assert found.policy is not None
    assert found.policy.serial == 7


def test_with_nothing_the_workstation_is_unmanaged_and_sends_nothing(tmp_path: Path) -> None:
    found = look(tmp_path)
    assert (found.state, kinds(found)) == (State.UNMANAGED, [reasons.NoPolicy])


def test_the_analysts_own_policy_counts_where_no_machine_policy_does(tmp_path: Path) -> None:
    install(tmp_path / "own", policy())
    assert look(tmp_path, own=True).reasons == ()
    install(tmp_path / "machine", policy(serial=8))
    assert look(tmp_path, own=True).state is State.MANAGED


def test_beside_a_broken_machine_policy_the_own_one_does_not_count(tmp_path: Path) -> None:
    install(tmp_path / "own", policy())
    install(tmp_path / "machine", policy()).write_bytes(b"{}")
    found = look(tmp_path, own=True)
    assert (found.state, kinds(found), found.policy) == (State.OFFLINE, [reasons.PolicyRejected], None)


def test_managed_only_without_a_policy_is_offline(tmp_path: Path) -> None:
    install(tmp_path / "own", policy())
    found = look(tmp_path, own=True, trust=Trust((KEYS.public,), managed_only=True))
    assert (found.state, kinds(found)) == (State.OFFLINE, [reasons.ManagedWithoutPolicy])


def test_an_own_policy_needs_a_key_that_the_analyst_named(tmp_path: Path) -> None:
    install(tmp_path / "own", policy())
    assert kinds(look(tmp_path)) == [reasons.NoTrustedKeys]


def test_a_policy_of_another_key_is_offline(tmp_path: Path) -> None:
    install(tmp_path / "machine", policy(), keygen("somebody"))
    assert kinds(look(tmp_path)) == [reasons.PolicyRejected]


def test_a_missing_signature_is_offline(tmp_path: Path) -> None:
    install(tmp_path / "machine", policy())
    (tmp_path / "machine" / "policy.json.sig").unlink()
    assert kinds(look(tmp_path)) == [reasons.PolicyRejected]


def test_a_policy_that_the_user_can_write_is_refused(tmp_path: Path) -> None:
    install(tmp_path / "machine", policy())
    found = look(tmp_path, writable=True)
    assert (found.state, kinds(found)) == (State.OFFLINE, [reasons.PolicyWritable])


def test_an_older_serial_is_refused_once_a_newer_one_was_seen(tmp_path: Path) -> None:
    install(tmp_path / "machine", policy(serial=9))
    look(tmp_path)
    install(tmp_path / "machine", policy(serial=8))
    assert kinds(look(tmp_path)) == [reasons.SerialTooOld]
    install(tmp_path / "machine", policy(serial=10))
    assert look(tmp_path).reasons == ()


def test_another_policy_with_a_serial_that_was_seen_is_refused(tmp_path: Path) -> None:
    install(tmp_path / "machine", policy())
    assert look(tmp_path).reasons == look(tmp_path).reasons == ()
    install(tmp_path / "machine", policy(sample_size=30))
    assert kinds(look(tmp_path)) == [reasons.SerialUsedTwice]


@pytest.mark.parametrize(
    ("moved", "kind"), [(timedelta(days=-60), reasons.PolicyNotYetValid), (timedelta(days=365), reasons.PolicyExpired)]
)
def test_outside_its_dates_a_policy_does_not_count(tmp_path: Path, moved: timedelta, kind: type[Objection]) -> None:
    install(tmp_path / "machine", policy())
    assert kinds(look(tmp_path, now=NOW + moved)) == [kind]


def test_a_clock_turned_back_is_noticed(tmp_path: Path) -> None:
    install(tmp_path / "machine", policy())
    look(tmp_path)
    assert kinds(look(tmp_path, now=NOW - timedelta(days=3))) == [reasons.ClockTurnedBack]
    assert look(tmp_path, now=NOW - timedelta(hours=3)).reasons == ()


def test_a_memory_that_cannot_be_read_is_offline(tmp_path: Path) -> None:
    install(tmp_path / "machine", policy())
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "policies.json").write_bytes(b"{broken")
    assert kinds(look(tmp_path)) == [reasons.PolicyRejected]


def test_the_kill_switch_is_an_objection_to_everything(tmp_path: Path) -> None:
    install(tmp_path / "machine", policy(kill_switch=True))
    assert [type(o) for o in policy_objections(look(tmp_path), NOW)] == [reasons.KillSwitch]


def test_a_policy_that_expires_while_the_program_runs_is_noticed(tmp_path: Path) -> None:
    install(tmp_path / "machine", policy())
    found = look(tmp_path)
    later = NOW + timedelta(days=365)
    assert [type(o) for o in policy_objections(found, later)] == [reasons.PolicyExpired]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can make a file that is root's")
def test_ownership_is_looked_at_on_the_file_and_every_folder_above(tmp_path: Path) -> None:
    folder = Path("/opt/sekisho-ownership-test")
    file = install(folder / "inner", policy())
    try:
        assert not user_can_write(file)
        for changed, mode, back in ((file, 0o666, 0o644), (folder / "inner", 0o777, 0o755), (folder, 0o775, 0o755)):
            changed.chmod(mode)
            assert user_can_write(file)
            changed.chmod(back)
        os.chown(file, 1000, 0)
        assert user_can_write(file)
        os.chown(file, 0, 0)
        link = folder / "inner" / "link.json"
        link.symlink_to(file)
        assert user_can_write(link)
    finally:
        for one in (*(folder / "inner").iterdir(), folder / "inner", folder):
            one.unlink() if one.is_file() or one.is_symlink() else one.rmdir()


def test_machine_folders_are_not_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    before = machine_dirs()
    for name in ("ProgramData", "PROGRAMDATA", "XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, "/tmp/elsewhere")
    assert machine_dirs() == before
    assert before[0].is_absolute()


def test_the_packaged_trust_reads() -> None:
    assert packaged() == Trust((), 1, False)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no such modes there")
def test_a_machine_folder_that_may_not_be_looked_into_is_offline_and_says_why(tmp_path: Path) -> None:
    install(tmp_path / "own", policy())
    (tmp_path / "machine").mkdir()
    (tmp_path / "machine").chmod(0)
    tmp_path.chmod(0o755)
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        found = look(tmp_path, own=True)
        assert not user_can_write(tmp_path / "machine" / "policy.json") or before != 0
    finally:
        os.seteuid(before)
        (tmp_path / "machine").chmod(0o700)
    assert found.state is State.OFFLINE
    [reason] = found.reasons
    assert isinstance(reason, reasons.PolicyRejected)
    assert isinstance(reason.cause, PolicyOutOfReach)
