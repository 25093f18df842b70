"""Policies of this workstation.

Which one holds, making keys, signing, verifying, and taking one as the analyst's own.
"""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from desktop.gate.effective import SIGNATURE_SUFFIX, Effective, effective
from desktop.gate.managed import POLICY_NAME
from desktop.gate.memory import PolicyMemory
from desktop.gate.places import machine_dirs
from desktop.gate.policy import Policy, canonical, parse
from desktop.gate.signing import PublicKey, keygen, public_of, sign, verify
from desktop.gate.trust import packaged
from desktop.uses.errors import CannotWrite, NotPlainJson
from desktop.uses.files import read_small, write_whole
from desktop.uses.workstation import Workstation

_KEYS_NAME: Final = "policy-keys.json"


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A new signing key: the private half in a file only its owner reads."""

    path: Path
    public: PublicKey


def effective_policy(station: Workstation, now: datetime) -> Effective:
    """What holds on this workstation at ``now``: machine scope first, then the analyst's own file."""
    return effective(
        machine_dirs=machine_dirs(),
        own_file=station.config_dir / POLICY_NAME,
        trust=packaged(),
        own_keys=own_keys(station),
        memory=PolicyMemory(station.state_dir),
        now=now,
    )


def own_keys(station: Workstation) -> tuple[PublicKey, ...]:
    """Keys that the analyst named as theirs; they count on an unmanaged workstation only."""
    try:
        return msgspec.json.decode((station.config_dir / _KEYS_NAME).read_bytes(), type=tuple[PublicKey, ...])
    except (OSError, msgspec.DecodeError):
        return ()


def make_key(station: Workstation, name: str, path: Path) -> MadeKey:
    """A signing key in a new file at ``path``; its public half becomes one of the analyst's own."""
    pair = keygen(name)
    _write_private(path, pair.private_pem)
    trust_own(station, pair.public)
    return MadeKey(path, pair.public)


def trust_own(station: Workstation, key: PublicKey) -> None:
    """Let policies signed by ``key`` count where no machine policy does."""
    keys = {known.key: known for known in (*own_keys(station), key)}
    write_whole(station.config_dir / _KEYS_NAME, msgspec.json.encode(tuple(keys.values())))


def sign_policy(path: Path, key_file: Path) -> Path:
    """Sign the policy at ``path``, first bringing it into its canonical form; returns the signature's path."""
    data = read_small(path)
    try:
        plain = msgspec.json.decode(data)
    except msgspec.DecodeError:
        raise NotPlainJson(path.name) from None
    data = canonical(plain)
    parse(data)
    signature = path.with_name(path.name + SIGNATURE_SUFFIX)
    beside = read_small(signature) if signature.exists() else None
    signed = sign(data, read_small(key_file), beside=beside)
    write_whole(path, data)
    write_whole(signature, signed)
    return signature


def verify_policy(station: Workstation, path: Path) -> tuple[Policy, tuple[str, ...]]:
    """The policy at ``path`` and who of the trusted keys (package's and own) signed it; raises a PolicyError."""
    data = read_small(path)
    trust = packaged()
    names = verify(data, read_small(path.with_name(path.name + SIGNATURE_SUFFIX)), (*trust.keys, *own_keys(station)))
    return parse(data), names


def use_policy(station: Workstation, path: Path) -> Policy:
    """Take the verified policy at ``path`` as the analyst's own."""
    policy, _ = verify_policy(station, path)
    for suffix in ("", SIGNATURE_SUFFIX):
        write_whole(station.config_dir / (POLICY_NAME + suffix), read_small(path.with_name(path.name + suffix)))
    return policy


def public_key_of(name: str, key_file: Path) -> PublicKey:
    """The public half of a private key file."""
    return public_of(name, read_small(key_file))


def _write_private(path: Path, data: bytes) -> None:
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
    except OSError as error:
        why = error.strerror or type(error).__name__
    else:
        return
    raise CannotWrite(path.name, why)
