"""A bank's policy and what goes with it, for the tests of the gate."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.domain.ids import Sha256
from desktop.domain.levels import DataClass
from desktop.domain.runs import Authorisation
from desktop.gate.effective import Effective, State
from desktop.gate.objections import Approval, Body, Outgoing, Spent, Standing
from desktop.gate.policy import Policy, canonical, digest, parse
from desktop.gate.recording import body_digest
from desktop.gate.signing import KeyPair, keygen, sign

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
AUTHORISATION = Authorisation("預金システム部", "CISO", "預金・振込", date(2026, 12, 31))
KEYS: KeyPair = keygen("security")


def entry(**changes: Any) -> dict[str, Any]:
    """A model entry as JSON values."""
    return {
        "id": "tiny",
        "names": {"ja": "小さなモデル", "en": "Tiny model"},
        "provider": "openai_compatible",
        "api": "chat_completions",
        "endpoint": "http://127.0.0.1:8080/v1",
        "allowed_hosts": ["127.0.0.1:8080"],
        "model": "tiny-1",
        "region": "JP",
        "retention": "none",
        "training_excluded": True,
        "terms": "T-1",
        "purposes": ["review"],
        "highest_class": "confidential",
        "masking_profile": "strict-jp",
        "valid_until": "2027-03-31",
        "users": ["Sato"],
        "price": {"currency": "JPY", "input": "100", "output": "400"},
    } | changes


def policy(*models: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A policy as JSON values."""
    return {
        "schema": 1,
        "id": "bank-policy",
        "issuer": "Aosagi Bank",
        "serial": 7,
        "valid_from": "2026-11-01T00:00:00Z",
        "valid_until": "2027-03-31T00:00:00Z",
        "models": list(models) or [entry()],
    } | changes


def parsed(*models: dict[str, Any], **changes: Any) -> Policy:
    """The same, parsed."""
    return parse(canonical(policy(*models, **changes)))


def install(folder: Path, values: dict[str, Any], keys: KeyPair = KEYS) -> Path:
    """Write a signed policy into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    data = canonical(values)
    (folder / "policy.json").write_bytes(data)
    (folder / "policy.json.sig").write_bytes(sign(data, keys.private_pem))
    return folder / "policy.json"


def managed(*models: dict[str, Any], **changes: Any) -> Effective:
    """An effective policy that nothing stands against."""
    values = policy(*models, **changes)
    data = canonical(values)
    return Effective(State.MANAGED, parse(data), digest(data), None, ("security",), ())


BODY = b'{"messages":[]}'


@dataclass(frozen=True)
class Sending:
    """Everything that is asked about one sending, all in order; tests change one thing."""

    out: Outgoing
    effective: Effective
    authorisation: Authorisation | None
    standing: Standing


def sending(*bodies: bytes, effective: Effective | None = None, cost: str = "1") -> Sending:
    """A sending that nothing stands against."""
    plan = Sha256("a" * 64)
    made = tuple(Body(body_digest(body), 1_000, 500, Decimal(cost)) for body in bodies or (BODY,))
    return Sending(
        Outgoing(
            plan=plan,
            model="tiny",
            purpose="review",
            data_class=DataClass.INTERNAL,
            host=("127.0.0.1", 8080),
            profile="strict-jp",
            bodies=made,
            currency="JPY",
        ),
        effective or managed(),
        AUTHORISATION,
        Standing("Sato", True, Approval(plan, "Sato"), Spent()),
    )
