"""Bring in scanner results and source."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.domain.levels import DataClass
from desktop.uses.imports import file_record, import_paths
from desktop.uses.workstation import Workstation


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("path", nargs="+", type=Path)
    parser.add_argument("--format", default="")
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
            data_class=DataClass[asked.data_class.upper()],
            dry_run=asked.dry_run,
            progress=console.progress,
        )
        troubled = unreadable = 0
        for read in imported.files:
            record = file_record(read, console.lang)
            console.value(record, _line(record))
            unreadable += read.error is not None
            troubled += bool(read.warnings)
    if unreadable == len(imported.files):
        return ExitCode.WRONG_CALL
    return ExitCode.PROBLEMS if troubled or unreadable else ExitCode.DONE


def _line(record: dict[str, object]) -> str:
    if record["error"]:
        return f"{record['file']}: {record['error']}"
    counts = " ".join(
        f"{name}={record[name]}" for name in ("new", "same", "moved", "gone", "occurrences") if record[name]
    )
    return f"{record['file']}  {record['format']}  {record['encoding']}  {counts}"


COMMAND = Command("import", _arguments, _run)
