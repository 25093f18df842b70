"""What the policy demands of a case holds for the command line too."""

import json
from datetime import timedelta
from pathlib import Path

from desktop.uses.policies import make_key, sign_policy, use_policy
from desktop.uses.workstation import this_workstation, utc_now
from tests.cli.conftest import Sekisho

TEMPLATE = Path(__file__).resolve().parents[2] / "resources" / "demo" / "policy.json"


def _policy_that_encrypts(folder: Path) -> None:
    station, now = this_workstation(), utc_now()
    policy = json.loads(TEMPLATE.read_bytes())
    for name, day in (("valid_from", now - timedelta(days=1)), ("valid_until", now + timedelta(days=30))):
        policy[name] = day.strftime("%Y-%m-%dT%H:%M:%SZ")
    policy["encrypt_cases"] = True
    file, key = folder / "policy.json", folder / "key.pem"
    file.write_text(json.dumps(policy), encoding="utf-8")
    make_key(station, "Suzuki", key)
    sign_policy(file, key)
    use_policy(station, file)


def test_a_plain_case_is_refused_where_the_policy_wants_every_case_encrypted(
    sekisho: Sekisho, tmp_path: Path, no_secret_service: None
) -> None:
    _policy_that_encrypts(tmp_path)
    refused = sekisho("new", tmp_path / "plain.sekisho", "--lang", "en")
    assert refused.code == 3
    assert "--encrypt" in refused.err
    assert not (tmp_path / "plain.sekisho").exists()
    assert sekisho("new", tmp_path / "kept.sekisho", "--encrypt").code == 0
