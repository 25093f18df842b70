"""A new case and its key."""

from pathlib import Path

import pytest

from desktop.casefile.errors import CaseExists
from desktop.secrets import KeyringMissing, Secret, SessionStore
from desktop.uses.cases import new_case, open_case
from desktop.uses.workstation import Workstation
from desktop.words import Lang


class Watched(SessionStore):
    """Says which files lay there when a key was kept."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.seen: list[frozenset[str]] = []

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for service, name in self._secrets if service == "case")

    def set(self, service: str, name: str, secret: Secret) -> None:
        if service == "case":
            self.seen.append(frozenset(path.name for path in self._folder.glob("*.sekisho")))
        super().set(service, name, secret)


class Missing(SessionStore):
    """A machine without a keyring."""

    def set(self, service: str, name: str, secret: Secret) -> None:
        raise KeyringMissing


def station(folder: Path, keyring: SessionStore, session: SessionStore) -> Workstation:
    return Workstation("Sato", Lang.EN, folder / "s", folder / "c", folder / "d", keyring=keyring, session=session)


def test_the_key_is_kept_before_the_case_is_there(tmp_path: Path) -> None:
    keyring = Watched(tmp_path)
    machine = station(tmp_path, keyring, SessionStore())
    path = tmp_path / "a.sekisho"
    made = new_case(machine, path, title="a", encrypt=True)
    made.case.close()
    assert keyring.seen == [frozenset()]
    assert (made.key_is_kept, keyring.names) == (True, {made.case.case_id})
    with open_case(machine, path) as case:
        assert case.encrypted


def test_a_case_that_is_not_made_leaves_no_key(tmp_path: Path) -> None:
    keyring = Watched(tmp_path)
    machine = station(tmp_path, keyring, SessionStore())
    path = tmp_path / "a.sekisho"
    path.write_bytes(b"something else")
    with pytest.raises(CaseExists):
        new_case(machine, path, title="a", encrypt=True)
    assert keyring.names == frozenset()
    assert path.read_bytes() == b"something else"


def test_without_a_keyring_the_key_lasts_for_the_session_and_the_recovery_key_for_ever(tmp_path: Path) -> None:
    session = Watched(tmp_path)
    made = new_case(station(tmp_path, Missing(), session), tmp_path / "a.sekisho", title="a", encrypt=True)
    made.case.close()
    assert not made.key_is_kept
    assert session.names == {made.case.case_id}
    other = station(tmp_path, Missing(), SessionStore())
    with open_case(other, tmp_path / "a.sekisho", recovery_key=made.recovery_key) as case:
        assert case.case_id == made.case.case_id
