"""A workstation that may send: a signed policy whose one model is a scripted server, its key, and an authorisation."""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from desktop.casefile import Case
from desktop.casefile.actions import Authorise
from desktop.domain.runs import Authorisation
from desktop.secrets import Secret
from desktop.uses.credentials import set_credential
from desktop.uses.policies import make_key, sign_policy, use_policy
from desktop.uses.workstation import Workstation, utc_now
from tests.scripted_server import KEY, MODEL

TEMPLATE = Path(__file__).resolve().parents[3] / "resources" / "demo" / "policy.json"
ENTRY = "demo"


def allow(
    station: Workstation,
    case: Case,
    endpoint: str,
    approvers: Sequence[Mapping[str, str]] = (),
    serial: int = 12,
    **fields: Any,
) -> None:
    """Let ``case`` send to the server at ``endpoint``; ``fields`` overrule the policy's model entry."""
    now = utc_now()
    until = now + timedelta(days=30)
    policy = json.loads(TEMPLATE.read_bytes())
    policy |= {"serial": serial, "valid_from": _iso(now - timedelta(hours=1)), "valid_until": _iso(until)}
    policy["approvers"] = list(approvers)
    policy["models"][0] |= {
        "endpoint": endpoint,
        "allowed_hosts": [endpoint.split("//")[1].split("/")[0]],
        "model": MODEL,
        "valid_until": until.date().isoformat(),
        **fields,
    }
    file, key = station.config_dir / "made.json", station.config_dir / "key.pem"
    file.write_text(json.dumps(policy, ensure_ascii=False), encoding="utf-8")
    if not key.exists():
        make_key(station, "Suzuki", key)
    sign_policy(file, key)
    use_policy(station, file)
    set_credential(station, ENTRY, Secret(KEY), now)
    case.do(Authorise(Authorisation("Deposits", "CISO", "Source of the deposit system", until.date(), "KY-118")))


def _iso(when: Any) -> str:
    return str(when.strftime("%Y-%m-%dT%H:%M:%SZ"))
