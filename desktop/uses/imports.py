"""Bring files and folders into a case: preview, then one entry that undo takes back whole."""

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.casefile import Case
from desktop.domain.levels import DataClass
from desktop.intake.at_once import import_at_once
from desktop.intake.commit import Choices, Imported, commit
from desktop.intake.preview import never, preview, silent
from desktop.intake.previews import FileKind, FilePreview, Preview
from desktop.intake.reading import Asked
from desktop.words import Lang, say, say_error
from desktop.worker.errors import Cancelled

__all__ = [
    "Cancelled",
    "Choices",
    "Imported",
    "Preview",
    "commit_preview",
    "file_record",
    "import_paths",
    "preview_paths",
]


def preview_paths(
    case: Case,
    paths: Sequence[Path],
    *,
    format_name: str = "",
    encoding: str = "",
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Preview:
    """What importing ``paths`` would do; nothing changes. A format or encoding that is not named is found out."""
    asked = Asked(format_name, encoding) if format_name or encoding else None
    with case.reader() as reader:
        return preview(reader, paths, asked=asked, progress=progress or silent, cancelled=cancelled or never)


def commit_preview(
    case: Case,
    previewed: Preview,
    choices: Choices,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Imported:
    """Import what was previewed."""
    return commit(case, previewed, choices, progress=progress or silent, cancelled=cancelled or never)


def import_paths(
    case: Case,
    paths: Sequence[Path],
    *,
    format_name: str = "",
    data_class: DataClass = DataClass.CONFIDENTIAL,
    dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Imported:
    """Preview and import in one go; ambiguous matches count as new findings (nobody is there to ask)."""
    if dry_run:
        previewed = preview_paths(case, paths, format_name=format_name, progress=progress, cancelled=cancelled)
        return Imported(None, previewed.files, {})
    return import_at_once(
        case,
        paths,
        asked=Asked(format_name) if format_name else None,
        data_class=data_class,
        progress=progress or silent,
        cancelled=cancelled or never,
    )


def file_record(read: FilePreview, lang: Lang) -> dict[str, object]:
    """What ``sekisho import --json`` prints of one file."""
    return {
        "file": read.name,
        "kind": str(read.kind),
        "format": read.format or read.language,
        "encoding": read.encoding,
        "findings": read.findings,
        "occurrences": read.occurrences,
        "new": read.new,
        "same": read.same,
        "moved": read.moved,
        "gone": read.gone,
        "ask": read.ask,
        "gone_decided": read.gone_decided,
        "kept": read.kept,
        "lines": read.lines,
        "undecoded": read.undecoded,
        "unread": read.unread,
        "already": read.kind is FileKind.KNOWN,
        "warnings": [say(note.why, lang, {"where": note.where, **note.fields}) for note in read.warnings],
        "noticed": [{"kind": notice.kind, "line": notice.line, "unit": notice.unit} for notice in read.notices],
        "error": say_error(read.error, lang) if read.error else None,
    }
