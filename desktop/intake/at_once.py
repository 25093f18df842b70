"""Import without stopping to look: nobody is there to ask, and what cannot match is read only once."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop.casefile import Case, ImportSummary, Reader
from desktop.casefile.actions.imports import Settled
from desktop.domain.levels import DataClass
from desktop.domain.reported import Tool
from desktop.intake.commit import Choices, Imported, commit
from desktop.intake.errors import FormatError
from desktop.intake.formats import FORMATS
from desktop.intake.matching import Matched
from desktop.intake.preview import Cancel, Progress, never, preview, silent
from desktop.intake.previews import FilePreview
from desktop.intake.reading import Asked, Workers


def import_at_once(
    case: Case,
    paths: Sequence[Path],
    *,
    asked: Asked | None = None,
    data_class: DataClass = DataClass.CONFIDENTIAL,
    progress: Progress = silent,
    cancelled: Cancel = never,
) -> Imported:
    """As a preview and its commit; what is ambiguous counts as separate. Raises what both raise.

    A large report of a format of which the case has none yet cannot match anything: it goes straight in.
    """

    def carried_out(hold: frozenset[str]) -> Imported:
        with Workers() as workers:
            seen = preview(
                case.read, paths, asked=asked, progress=progress, cancelled=cancelled, workers=workers, hold=hold
            )
            return commit(case, seen, Choices(data_class), progress=progress, cancelled=cancelled, workers=workers)

    try:
        done = carried_out(_without_earlier(case.read))
    except FormatError:  # nothing was written; a whole preview tells that file from the others
        done = carried_out(frozenset())
    return replace(done, files=tuple(_counted(one, done.reports.get(one.name)) for one in done.files))


def _without_earlier(reader: Reader) -> frozenset[str]:
    there = {one.format for one in reader.imports() if not one.undone}
    return frozenset(known.NAME for known in FORMATS) - there


def _counted(one: FilePreview, summary: ImportSummary | None) -> FilePreview:
    """A report that was only begun, with the counts that the case now has."""
    if one.held is None or summary is None:
        return one
    return replace(
        one,
        tool=Tool(summary.tool, summary.tool_version),
        occurrences=summary.units,
        findings=summary.new,
        unread=sum(note.raw[1] > 0 for note in summary.notes),
        notes=summary.notes,
        matched=Matched(Settled(), None, summary.new, (), (), (), (), ()),
        held=None,
    )
