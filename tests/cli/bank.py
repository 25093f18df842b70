"""A workstation governed by a policy of its own, whose one model is a scripted server on loopback."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from desktop.secrets import Secret
from desktop.uses.credentials import set_credential
from desktop.uses.policies import make_key, sign_policy, use_policy
from desktop.uses.workstation import this_workstation, utc_now
from tests.scripted_server import KEY, MODEL, ScriptedServer

TEMPLATE = Path(__file__).resolve().parents[2] / "resources" / "demo" / "policy.json"


def govern(
    folder: Path, server: ScriptedServer, approver: str = "", serial: int = 12, *, keep_key: bool = True, **entry: Any
) -> None:
    """Sign a policy for ``server`` and make it this workstation's; ``entry`` are more fields of its model."""
    station, now = this_workstation(), utc_now()
    until = now + timedelta(days=60)
    policy = json.loads(TEMPLATE.read_bytes())
    policy |= {
        "serial": serial,
        "valid_from": f"{now - timedelta(days=1):%Y-%m-%dT%H:%M:%SZ}",
        "valid_until": f"{until:%Y-%m-%dT%H:%M:%SZ}",
    }
    if approver:
        policy["approvers"] = [{"name": "Suzuki", "key": approver}]
    policy["models"][0] |= {
        "endpoint": server.endpoint,
        "allowed_hosts": [f"127.0.0.1:{server.port}"],
        "model": MODEL,
        "valid_until": until.date().isoformat(),
        **entry,
    }
    file, key = folder / "policy.json", folder / "author.pem"
    file.write_text(json.dumps(policy), encoding="utf-8")
    if not key.exists():
        make_key(station, "Mori", key)
    sign_policy(file, key)
    use_policy(station, file)
    if keep_key:
        set_credential(station, "demo", Secret(KEY), now)
