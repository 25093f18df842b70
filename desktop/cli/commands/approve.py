"""Look at a request for a second person; with a key, answer it: yes, or no with a reason."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

import msgspec

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.domain.errors import ExitCode
from desktop.gate.signing import fingerprint
from desktop.uses.second_person import answer_request, look_at_request, request_in_words
from desktop.uses.workstation import Workstation


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("request", type=Path, metavar="REQUEST")
    parser.add_argument("--key", type=Path, metavar="FILE")
    parser.add_argument("--out", type=Path, metavar="FILE")
    parser.add_argument("--refuse", metavar="REASON")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    seen = look_at_request(station, asked.request)
    record = msgspec.to_builtins(seen.request.said) | {
        "request_sha256": seen.request.digest,
        "workstation": fingerprint(seen.request.key),
        "policy_known": seen.policy_known,
    }
    console.value(record, "\n".join(f"{name}: {value}" for name, value in request_in_words(seen, console.lang)))
    if asked.key is not None:
        out: Path = asked.out or asked.request.with_suffix(".answer.json")
        digest = answer_request(station, seen, asked.key, out, refuse=asked.refuse)
        console.value({"answer": str(out), "answer_sha256": digest, "approves": asked.refuse is None})
    return ExitCode.DONE


COMMAND = Command("approve", _arguments, _run)
