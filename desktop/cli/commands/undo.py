"""Undo the last change, or redo it; says what it was."""

from argparse import ArgumentParser, Namespace

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.uses.entries import about_words, entry_words, first_done
from desktop.uses.workstation import Workstation
from desktop.words import say


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("--redo", action="store_true")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with opened(asked, station, console, to_write=True) as case, case.reader() as reader:
        change = case.redo() if asked.redo else case.undo()
        entry = reader.entry(change.seq)
        assert entry is not None  # it was written just now
        done = first_done(reader, entry)
        titles = [row.title for row in reader.rows(done.named)]
        lang = console.lang
        did = "  ".join(words for words in (entry_words(done, lang), about_words(done, lang), *titles[:1]) if words)
        console.value(
            {
                "seq": change.seq,
                "did": entry.action,
                "undoes": done.seq,
                "action": done.action,
                "words": did,
                "kinds": sorted(change.kinds),
                "findings": list(change.ids),
                "count": done.findings,
                "titles": titles,
                "what": done.what,
            },
            say(f"entry.{entry.action}", lang, {"what": did}),
        )
    return ExitCode.DONE


COMMAND = Command("undo", _arguments, _run)
