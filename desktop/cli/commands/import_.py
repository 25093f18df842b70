"""Bring in scanner results and source."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.domain.levels import DataClass
from desktop.intake.previews import FileKind, FilePreview
from desktop.uses.import_records import file_record, passed_over_record, remarks_of
from desktop.uses.imports import import_paths
from desktop.uses.workstation import Workstation
from desktop.words import Lang, say


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("path", nargs="+", type=Path)
    parser.add_argument("--format", default="")
    parser.add_argument("--encoding", default="", metavar="NAME")
    parser.add_argument(
        "--class", dest="data_class", choices=[level.name.lower() for level in DataClass], default="confidential"
    )
    parser.add_argument("--dry-run", action="store_true")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with opened(asked, station, console, to_write=not asked.dry_run) as case:
        imported = import_paths(
            case,
            asked.path,
            format_name=asked.format,
            encoding=asked.encoding,
            data_class=DataClass[asked.data_class.upper()],
            dry_run=asked.dry_run,
            progress=console.progress,
        )
        troubled = unreadable = 0
        for read in imported.files:
            record = file_record(read, console.lang, imported.missing_copies)
            console.value(record, "\n".join(_lines(read, record, console.lang)))
            unreadable += read.error is not None
            troubled += bool(record["warnings"])
        for passed in imported.passed_over:
            record = passed_over_record(passed, console.lang)
            console.value(record, f"{passed.name}: {say(passed.why, console.lang, {})}")
        for copy in imported.missing_copies:
            if not console.json_lines:  # there it stands with the files that name it
                console.say("cli.missing-copybook", name=copy.name, programs=copy.used_by[:3], n=len(copy.used_by))
    if not imported.files and not imported.passed_over:
        console.say("cli.nothing-to-import", names=tuple(path.name or str(path) for path in asked.path))
    if unreadable == len(imported.files):
        return ExitCode.WRONG_CALL
    return ExitCode.PROBLEMS if troubled or unreadable else ExitCode.DONE


def _lines(read: FilePreview, record: dict[str, object], lang: Lang) -> Iterator[str]:
    """One line of counts, and one indented line for each thing that should be known."""
    if read.error is not None:
        yield str(record["error"])  # which names the file
        return
    if read.kind is FileKind.KNOWN:
        yield f"{read.name}: {say('AlreadyThere', lang)}"
        return
    counts = (
        say(f"count.{name}", lang, {"n": record[name]})
        for name in ("new", "same", "moved", "gone", "ask", "occurrences", "lines", "undecoded", "unread")
        if record[name] and (name != "unread" or read.matched)  # of anything else, they are its lines
    )
    yield "  ".join(word for word in (read.name, str(record["format"]), read.encoding, *counts) if word)
    for remark in remarks_of(read, lang):
        times = f" ×{remark.count:,}" if remark.count > 1 and f"{remark.count:,}" not in remark.words else ""
        yield f"  {remark.words}{times}"


COMMAND = Command("import", _arguments, _run)
