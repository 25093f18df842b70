"""Approved models."""

from argparse import ArgumentParser, Namespace

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.domain.errors import ExitCode
from desktop.gate.objections import policy_objections
from desktop.gate.reasons import sentences
from desktop.uses.policies import effective_policy
from desktop.uses.workstation import Workstation, utc_now
from desktop.words import Lang


def _arguments(_: ArgumentParser) -> None:
    """Takes none of its own."""


def _run(_: Namespace, station: Workstation, console: Console) -> ExitCode:
    now = utc_now()
    holds = effective_policy(station, now)
    console.value({"id": "rules", "name": "Sekisho rules", "sends": False}, "rules  Sekisho")
    for entry in holds.policy.models if holds.policy else ():
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
            },
            f"{entry.id}  {entry.provider} {entry.api} {entry.model}  {entry.endpoint}",
        )
    for against in sentences(tuple(policy_objections(holds, now)), console.lang):
        print(against, file=console.err)
    return ExitCode.DONE


COMMAND = Command("models", _arguments, _run)
