"""The device key, the keys of cases and the recovery key."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.secrets import (
    DeviceKeyUnreadable,
    KeptIn,
    Keyring,
    KeyringFailed,
    RecoveryKeyMistyped,
    RecoveryKeyWrongLength,
    Secret,
    SessionStore,
    case_key,
    device_key,
    forget_case_key,
    from_recovery,
    keep_case_key,
    new_case_key,
    to_recovery,
    verify,
)
from desktop.secrets.recovery import ALPHABET
from tests.secret_service import Service

KEYS = st.binary(min_size=32, max_size=32)


def test_the_device_key_stays_in_the_keyring_and_is_the_same_next_time(secret_service: Service, tmp_path: Path) -> None:
    state = tmp_path / "state"
    first, second = device_key(state, Keyring()), device_key(state, Keyring())
    assert first.kept_in is KeptIn.KEYRING
    assert (first.public, first.id) == (second.public, second.id)
    assert not state.exists()
    assert verify(second.public, first.sign(b"head"), b"head")


def test_without_a_keyring_the_device_key_is_a_file_that_only_its_owner_reads(
    no_secret_service: None, tmp_path: Path
) -> None:
    state = tmp_path / "state"
    first, second = device_key(state, Keyring()), device_key(state, Keyring())
    assert first.kept_in is second.kept_in is KeptIn.FILE
    assert first.public == second.public
    assert [stat.S_IMODE(path.stat().st_mode) for path in state.iterdir()] == [0o600]


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_a_device_key_that_others_may_read_is_refused(no_secret_service: None, tmp_path: Path) -> None:
    device_key(tmp_path, Keyring())
    (tmp_path / "device.key").chmod(0o644)
    with pytest.raises(DeviceKeyUnreadable):
        device_key(tmp_path, Keyring())


@pytest.mark.parametrize("content", [b"", b"rubbish", b"\xff" * 44, b"QUJD"])
def test_a_device_key_file_that_is_no_key_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "device.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(DeviceKeyUnreadable):
        device_key(tmp_path, SessionStore())


def test_the_device_key_does_not_show_its_private_half(tmp_path: Path) -> None:
    key = device_key(tmp_path, SessionStore())
    assert "Ed25519PrivateKey" not in repr(key)


@given(message=st.binary(), other=st.binary())
def test_a_signature_fits_its_message_and_its_key_only(
    tmp_path_factory: pytest.TempPathFactory, message: bytes, other: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    key, stranger = device_key(folder, SessionStore()), device_key(folder, SessionStore())
    signature = key.sign(message)
    assert verify(key.public, signature, message)
    assert verify(key.public, signature, other) == (message == other)
    assert not verify(stranger.public, signature, message)
    assert not verify(b"short", signature, message)


def test_case_keys_are_kept_by_case(secret_service: Service) -> None:
    store, key = Keyring(), new_case_key()
    assert len(key) == 32
    assert case_key(store, "case-1") is None
    keep_case_key(store, "case-1", key)
    keep_case_key(store, "case-2", new_case_key())
    assert case_key(store, "case-1") == key
    assert forget_case_key(store, "case-1")
    assert case_key(store, "case-1") is None


def test_an_entry_that_is_no_case_key_is_not_taken_for_one() -> None:
    store = SessionStore()
    store.set("case", "case-1", Secret("rubbish"))
    with pytest.raises(KeyringFailed):
        case_key(store, "case-1")


@given(KEYS)
def test_a_recovery_key_gives_the_key_back_however_it_is_written(key: bytes) -> None:
    written = to_recovery(key)
    assert len(written.split("-")) == 14
    for typed in (written, written.lower(), written.replace("-", " "), written.replace("-", "")):
        assert from_recovery(typed) == key
    assert from_recovery(written.replace("0", "O").replace("1", "l")) == key


@given(key=KEYS, at=st.integers(0, 55), shift=st.integers(1, 31))
def test_any_one_mistyped_character_is_found(key: bytes, at: int, shift: int) -> None:
    symbols = list(to_recovery(key).replace("-", ""))
    symbols[at] = ALPHABET[(ALPHABET.index(symbols[at]) + shift) % 32]
    with pytest.raises(RecoveryKeyMistyped):
        from_recovery("".join(symbols))


@given(key=KEYS, at=st.integers(0, 54))
def test_two_neighbours_swapped_are_found(key: bytes, at: int) -> None:
    symbols = list(to_recovery(key).replace("-", ""))
    if symbols[at] == symbols[at + 1]:
        return
    symbols[at], symbols[at + 1] = symbols[at + 1], symbols[at]
    with pytest.raises(RecoveryKeyMistyped):
        from_recovery("".join(symbols))


@given(key=KEYS, count=st.integers(0, 55))
def test_a_recovery_key_cut_short_says_how_many_characters_there_are(key: bytes, count: int) -> None:
    with pytest.raises(RecoveryKeyWrongLength) as error:
        from_recovery(to_recovery(key).replace("-", "")[:count])
    assert (error.value.length, error.value.expected) == (count, 56)


@given(st.text())
def test_any_text_is_a_key_or_a_named_error(text: str) -> None:
    with pytest.raises((RecoveryKeyMistyped, RecoveryKeyWrongLength)):
        from_recovery(text)


def test_only_a_key_of_32_bytes_is_written_down() -> None:
    with pytest.raises(ValueError, match="32"):
        to_recovery(b"short")
