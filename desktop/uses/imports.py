"""Bring files and folders into a case: preview, then one entry that undo takes back whole."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from desktop.casefile import Case, Reader
from desktop.domain.levels import DataClass
from desktop.intake.at_once import import_at_once
from desktop.intake.commit import Choices, Imported, commit
from desktop.intake.preview import look_again, never, preview, silent
from desktop.intake.previews import FilePreview, Preview
from desktop.intake.reading import Asked, opened
from desktop.intake.settling import settled
from desktop.worker.errors import Cancelled

__all__ = [
    "Cancelled",
    "Choices",
    "Imported",
    "Preview",
    "beginning",
    "commit_preview",
    "import_paths",
    "preview_again",
    "preview_paths",
    "settled_again",
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
    asked = Asked(format_name, encoding)
    with case.reader() as reader:
        return preview(reader, paths, asked=asked, progress=progress or silent, cancelled=cancelled or never)


def preview_again(
    case: Case,
    previewed: Preview,
    encodings: Mapping[str, str],
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Preview:
    """The same preview with the sources that ``encodings`` names read by that encoding; empty: found out again."""
    chosen = {
        one.name: replace(one.asked, encoding=encodings[one.name]) for one in previewed.files if one.name in encodings
    }
    with case.reader() as reader:
        return look_again(reader, previewed, chosen, progress=progress or silent, cancelled=cancelled or never)


def beginning(read: FilePreview, size: int) -> bytes:
    """The first ``size`` bytes of a previewed file. Raises ``CannotOpen`` and ``FileChanged``."""
    with opened(read.chosen) as file:
        return file.read(size)


def settled_again(reader: Reader, previewed: Preview, choices: Choices) -> Preview:
    """The same preview as the analyst's answers, and what is left out, make it. Nothing is read again."""
    return replace(previewed, files=settled(reader, previewed.files, choices.answers, choices.left_out))


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
    encoding: str = "",
    data_class: DataClass = DataClass.CONFIDENTIAL,
    dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Imported:
    """Preview and import in one go; ambiguous matches count as new findings (nobody is there to ask).

    ``encoding`` is for sources; reports say or show theirs.
    """
    if dry_run:
        previewed = preview_paths(
            case, paths, format_name=format_name, encoding=encoding, progress=progress, cancelled=cancelled
        )
        return Imported(None, previewed.files, {}, previewed.passed_over, previewed.missing_copies)
    return import_at_once(
        case,
        paths,
        asked=Asked(format_name, encoding),
        data_class=data_class,
        progress=progress or silent,
        cancelled=cancelled or never,
    )
