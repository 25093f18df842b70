"""A workstation of the test's own, governed by a policy with one model."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from desktop.secrets import Secret, SecretStore, SessionStore
from desktop.uses.credentials import set_credential
from desktop.uses.policies import make_key, sign_policy, use_policy
from desktop.uses.workstation import DEFAULTS, Workstation, utc_now
from desktop.words import Lang
from tests.gate.bank import entry, policy
from tests.net.server import MODEL

KEY = "sk-of-the-check-0123456789"
ENTRY = "tiny"


def new_station(folder: Path, keyring: SecretStore | None = None, **proxies: str) -> Workstation:
    """Sato's, with folders in ``folder``; ``proxies`` as the environment's variables would have named them."""
    folders = [folder / name for name in ("state", "config", "data")]
    for one in folders:
        one.mkdir(parents=True, exist_ok=True)
    return Workstation(
        "Sato",
        Lang.EN,
        *folders,
        settings=dict(DEFAULTS),
        keyring=keyring or SessionStore(),
        proxies=proxies,
        account="sato",
    )


def govern(
    station: Workstation, endpoint: str, *, serial: int = 1, changes: dict[str, Any] | None = None, **fields: Any
) -> None:
    """Sign and take a policy whose one model is at ``endpoint``; ``fields`` change the entry, ``changes`` the rest."""
    now = utc_now()
    until = now + timedelta(days=30)
    one = entry(
        endpoint=endpoint,
        allowed_hosts=[endpoint.split("/")[2]],
        model=MODEL,
        valid_until=until.date().isoformat(),
        **fields,
    )
    values = policy(
        one,
        serial=serial,
        valid_from=f"{now - timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}",
        valid_until=f"{until:%Y-%m-%dT%H:%M:%SZ}",
        **(changes or {}),
    )
    file, key = station.config_dir / "made.json", station.config_dir / "key.pem"
    file.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    if not key.exists():
        make_key(station, "Suzuki", key)
    sign_policy(file, key)
    use_policy(station, file)


def give_key(station: Workstation) -> None:
    """Keep the model's key."""
    set_credential(station, ENTRY, Secret(KEY), utc_now())
