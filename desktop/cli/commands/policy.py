"""Show, verify and sign a policy; make a key; take one as one's own; explain what holds now."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

import msgspec

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.errors import WrongCall
from desktop.domain.errors import ExitCode
from desktop.gate.objections import policy_objections
from desktop.gate.reasons import sentences
from desktop.uses.policies import effective_policy, make_key, sign_policy, use_policy, verify_policy
from desktop.uses.workstation import Workstation, utc_now


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=["show", "explain", "verify", "keygen", "sign", "use"])
    parser.add_argument("policy", nargs="?", type=Path)
    parser.add_argument("--key", type=Path)
    parser.add_argument("--name", default="")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    match asked.what:
        case "show" | "explain":
            return _show(station, console, explain=asked.what == "explain")
        case "keygen":
            made = make_key(station, asked.name or station.actor, asked.key or Path("policy-key.pem"))
            console.value({"key": str(made.path), "name": made.public.name, "public": made.public.key})
        case "sign":
            console.value({"signature": str(sign_policy(_needed(asked.policy), _needed(asked.key)))})
        case "use":
            policy = use_policy(station, _needed(asked.policy))
            console.value({"policy": policy.id, "serial": policy.serial})
        case "verify":
            policy, names = verify_policy(station, _needed(asked.policy))
            console.value({"policy": policy.id, "serial": policy.serial, "signed_by": list(names)})
    return ExitCode.DONE


def _show(station: Workstation, console: Console, *, explain: bool) -> ExitCode:
    now = utc_now()
    holds = effective_policy(station, now)
    against = sentences(tuple(policy_objections(holds, now)), console.lang)
    console.value(
        {
            "state": str(holds.state),
            "source": str(holds.source) if holds.source else None,
            "digest": holds.digest,
            "signed_by": list(holds.signers),
            "serial": holds.policy.serial if holds.policy else None,
            "valid_until": holds.policy.valid_until.isoformat() if holds.policy else None,
            "models": [entry.id for entry in holds.policy.models] if holds.policy else [],
            "objections": against,
            **({"policy": msgspec.to_builtins(holds.policy)} if explain else {}),
        }
    )
    return ExitCode.REFUSED if against and explain else ExitCode.DONE


def _needed(path: Path | None) -> Path:
    if path is None:
        raise WrongCall("POLICY, --key")
    return path


COMMAND = Command("policy", _arguments, _run)
