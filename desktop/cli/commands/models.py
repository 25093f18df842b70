"""Approved models; with ``--check``, whether each can be reached and asked."""

from argparse import ArgumentParser, Namespace

from desktop.analysis.errors import AnalysisError
from desktop.analysis.providers import provider
from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.domain.errors import ExitCode
from desktop.gate.errors import Refused
from desktop.gate.objections import policy_objections
from desktop.gate.policy import ModelEntry
from desktop.gate.reasons import sentences
from desktop.uses.connection import Connection, check_connection
from desktop.uses.credentials import model_entry
from desktop.uses.policies import effective_policy
from desktop.uses.workstation import Workstation, utc_now
from desktop.words import Lang, label, say, say_error


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("model", nargs="*")
    parser.add_argument("--check", action="store_true")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    now = utc_now()
    holds = effective_policy(station, now)
    named = [model_entry(station, model, now)[1] for model in asked.model]
    entries = named or list(holds.policy.models if holds.policy else ())
    if asked.check:
        good = [_check(station, entry, console) for entry in entries]
    else:
        good = []
        console.value({"id": "rules", "name": "Sekisho rules", "sends": False}, "rules  Sekisho")
        for entry in entries:
            _show(entry, console)
    for against in sentences(tuple(policy_objections(holds, now)), console.lang):
        print(against, file=console.err)
    if asked.check and not entries:
        return ExitCode.REFUSED
    return ExitCode.DONE if all(good) else ExitCode.PROBLEMS


def _show(entry: ModelEntry, console: Console) -> None:
    try:
        can = provider(entry).can.told()
    except AnalysisError as error:
        can = None
        print(say_error(error, console.lang), file=console.err)
    console.value(
        {
            "id": entry.id,
            "name": entry.names.ja if console.lang is Lang.JA else entry.names.en,
            "sends": True,
            "provider": entry.provider,
            "api": entry.api,
            "model": entry.model,
            "endpoint": entry.endpoint,
            "highest_class": entry.highest_class,
            "valid_until": entry.valid_until.isoformat(),
            "can": can,
        },
        f"{entry.id}  {entry.provider} {entry.api} {entry.model}  {entry.endpoint}",
    )


def _check(station: Workstation, entry: ModelEntry, console: Console) -> bool:
    """Check one connection and show it; whether all is well."""
    found = check_connection(station, entry.id)
    error = found.error
    against = error.objections if isinstance(error, Refused) else ()
    why = sentences(against, console.lang) or ([say_error(error, console.lang)] if error else [])
    console.value(
        {
            "id": entry.id,
            "host": found.host,
            "proxy": found.proxy or None,
            "reachable": error is None,
            "passed": [step.value for step in found.passed],
            "failed": found.failed.value if found.failed else None,
            "error": error.code if error else None,
            "objections": [one.code for one in against],
            "message": " ".join(why) or None,
        },
        "\n".join(_lines(found, why, console.lang)),
    )
    return error is None


def _lines(found: Connection, why: list[str], lang: Lang) -> list[str]:
    through = say("cli.check-through", lang, {"proxy": found.proxy}) if found.proxy else ""
    lines = [f"{found.model}  {found.host}{through}"]
    lines += [f"  ○ {label(step, lang)}" for step in found.passed]
    if found.failed is not None:
        lines += [f"  × {label(found.failed, lang)}", *(f"      {one}" for one in why)]
    lines += [f"  – {label(step, lang)}" for step in found.left]
    return lines


COMMAND = Command("models", _arguments, _run)
