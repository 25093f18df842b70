"""Decide and annotate a finding."""

from argparse import ArgumentParser, Namespace

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.given import day, number
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.domain.ids import FindingId
from desktop.domain.levels import CheckedHow, Severity, Status, Verification
from desktop.uses.deciding import Verdict, annotate
from desktop.uses.entries import entry_words
from desktop.uses.workstation import Workstation
from desktop.words import say


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("finding", type=number, metavar="FINDING")
    parser.add_argument("--status", choices=[status.name.lower() for status in Status])
    parser.add_argument("--reason", default="", metavar="TEXT")
    parser.add_argument("--how", choices=[how.name.lower() for how in CheckedHow])
    parser.add_argument("--verification", choices=[known.name.lower() for known in Verification])
    parser.add_argument("--severity", choices=[level.name.lower() for level in Severity])
    parser.add_argument("--duplicate-of", type=number, metavar="FINDING")
    parser.add_argument("--until", type=day, metavar="YYYY-MM-DD")
    parser.add_argument("--approver", default="", metavar="NAME")
    parser.add_argument("--compensating", default="", metavar="TEXT")
    parser.add_argument("--approve", action="store_true")
    parser.add_argument("--comment", default="", metavar="TEXT")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    verdict = Verdict(
        status=Status[asked.status.upper()] if asked.status else None,
        reason=asked.reason,
        how=CheckedHow[asked.how.upper()] if asked.how else None,
        verification=Verification[asked.verification.upper()] if asked.verification else None,
        severity=Severity[asked.severity.upper()] if asked.severity else None,
        duplicate_of=FindingId(asked.duplicate_of) if asked.duplicate_of else None,
        until=asked.until,
        approver=asked.approver,
        compensating=asked.compensating,
        approve=asked.approve,
        comment=asked.comment,
        tags=tuple(asked.tag),
    )
    with opened(asked, station, console, to_write=True) as case:
        change = annotate(case, FindingId(asked.finding), verdict)
        with case.reader() as reader:
            entry = reader.entry(change.seq)
        assert entry is not None  # it was written just now
        words = entry_words(entry, console.lang)
        console.value(
            {"finding": asked.finding, "entry": change.seq, "words": words},
            say("cli.annotated", console.lang, {"finding": asked.finding, "words": words}),
        )
    return ExitCode.DONE


COMMAND = Command("annotate", _arguments, _run)
