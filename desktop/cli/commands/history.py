"""The journal, newest first: what was done, about what, and what was undone."""

from argparse import ArgumentParser, Namespace

from desktop.casefile import Reader
from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.given import number
from desktop.cli.opening import add_case, opened
from desktop.cli.runs import say_unfinished
from desktop.domain.changes import Entry
from desktop.domain.errors import ExitCode
from desktop.domain.ids import FindingId
from desktop.uses.entries import about_words, entry_words
from desktop.uses.workstation import Workstation
from desktop.words import Lang, say

_PAGE = 500


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("--finding", type=number, metavar="FINDING")
    parser.add_argument("--limit", type=number, default=0, metavar="N")
    parser.add_argument("--parts", action="store_true")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with opened(asked, station, console, to_write=False) as case, case.reader() as reader:
        told = _tell(asked, reader, console)
        if asked.finding is None and not asked.limit:
            _say_what_is_folded(reader, told, console)
            say_unfinished(reader, case, console)
    return ExitCode.DONE


def _tell(asked: Namespace, reader: Reader, console: Console) -> int:
    """Show the entries that were asked for; how many."""
    finding = FindingId(asked.finding) if asked.finding else None
    before, told = None, 0
    while not asked.limit or told < asked.limit:
        most = min(_PAGE, asked.limit - told) if asked.limit else _PAGE
        entries = reader.history(before=before, limit=most, finding=finding, parts=asked.parts)
        for entry in entries:
            console.value(_record(entry, console.lang), _line(entry, console.lang))
        if not entries:
            break
        before, told = entries[-1].seq, told + len(entries)
    return told


def _record(entry: Entry, lang: Lang) -> dict[str, object]:
    return {
        "seq": entry.seq,
        "when": entry.when.isoformat(),
        "who": entry.who,
        "account": entry.account,
        "device": entry.device,
        "action": entry.action,
        "words": entry_words(entry, lang),
        "about": about_words(entry, lang),
        "fields": entry.fields,
        "findings": list(entry.named),
        "count": entry.findings,
        "what": entry.what,
        "parts": entry.parts,
        "undoes": entry.undoes,
        "undone": entry.undone,
        "hash": entry.hash,
    }


def _line(entry: Entry, lang: Lang) -> str:
    undone = say("cli.undone", lang) if entry.undone else ""
    words = (entry_words(entry, lang), about_words(entry, lang), undone)
    when = f"{entry.when.astimezone():%Y-%m-%d %H:%M}"
    return "  ".join((f"{entry.seq:>6}", when, entry.who, *(part for part in words if part)))


def _say_what_is_folded(reader: Reader, told: int, console: Console) -> None:
    if folded := reader.info().entries - told:
        console.say("cli.folded", count=folded)


COMMAND = Command("history", _arguments, _run)
